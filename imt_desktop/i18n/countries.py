"""Countries and their money, as CLDR knows them. Their names are the translator's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from imt_desktop.money import Currency

_NO_COUNTRIES: Final = frozenset({"EU", "EZ", "UN"})

_ZERO_FIRST: Final = (
    "AL AT AU BA BD BE BG BI CD CH CI CN DE DZ EC EG ET FI FR GB GH HR ID IE IL IQ IR JO JP KE KH KR KG"
    " LA LB LK LY MA MD ME MG MK MM MN MW MY NA NG NL NZ PH PK PY RO RS RW SD SE SI SK SL SO SS SY TH TR"
    " TW TZ UA UG VE VN YE ZA ZM ZW"
)
"""Countries whose telephone numbers are written with a zero in front."""

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


def known_currency(code: str) -> Currency | None:
    """Return the money of an ISO 4217 code with its usual decimals; None where it is no code."""
    from babel import Locale
    from babel.numbers import get_currency_precision

    known = code in Locale.parse("en").currencies
    return Currency(code, get_currency_precision(code)) if known else None


def usual_country(language: str) -> str:
    """Return the country to offer first to who reads a language."""
    return _USUAL.get(language, "KE")


def telephones_begin_with_zero(country: str) -> bool:
    """Whether people of a country write their telephone numbers with a zero in front."""
    return country in _ZERO_FIRST.split()
