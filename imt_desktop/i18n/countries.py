"""Countries and their money, as CLDR knows them. Their names are the translator's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from imt_desktop.money import Currency

_NO_COUNTRIES: Final = frozenset({"EU", "EZ", "UN"})

_USUAL: Final = {"en": "KE", "es": "MX", "sw": "KE", "fr": "SN"}


@lru_cache(maxsize=1)
def _money() -> dict[str, Currency]:
    from babel import Locale  # only a new book asks for all countries
    from babel.numbers import get_currency_precision, get_territory_currencies

    found = {}
    for code in map(str, Locale.parse("en").territories):
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
            used = get_territory_currencies(code)
            if used:
                found[code] = Currency(used[0], get_currency_precision(used[0]))
    return found


def countries() -> tuple[str, ...]:
    """Return the countries that have money, by their ISO 3166 codes."""
    return tuple(sorted(_money()))


def currency_of(country: str) -> Currency:
    """Return the money that a country uses first."""
    return _money()[country]


def currencies() -> tuple[Currency, ...]:
    """Return all money that is in use somewhere, by its ISO 4217 codes."""
    return tuple(sorted(set(_money().values()), key=lambda one: one.code))


def usual_country(language: str) -> str:
    """Return the country to offer first to who reads a language."""
    return _USUAL.get(language, "KE")
