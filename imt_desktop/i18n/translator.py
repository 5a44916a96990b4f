"""A translator: one language for one reader, handed on as a value.

A bilingual paper holds two. Sentences come from gettext catalogues, formats from CLDR through Babel.
"""

from __future__ import annotations

import datetime as dt
import gettext
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from imt_desktop.errors import AmountError, AmountTooLargeError, DateError, TooManyDecimalsError
from imt_desktop.i18n.day_words import day_in_words
from imt_desktop.i18n.languages import language
from imt_desktop.i18n.meanings import doubtful, meanings
from imt_desktop.money import MOST_DIGITS, Currency, Money
from imt_desktop.period import Month, Period

if TYPE_CHECKING:  # the first window says sentences, but neither a date nor an amount
    from babel import Locale

CATALOGUES: Final = Path(__file__).resolve().parents[2] / "locales"
DOMAIN: Final = "imt_desktop"

SYMBOLS: Final[Mapping[str, str]] = {
    "KES": "KSh", "UGX": "USh", "TZS": "TSh", "ETB": "Birr", "MXN": "$", "PEN": "S/", "USD": "$",
    "CAD": "$", "EUR": "€", "XOF": "CFA", "NPR": "Rs", "GTQ": "Q", "HNL": "L", "NIO": "C$",
    "BOB": "Bs", "MZN": "MT", "MGA": "Ar",
}  # fmt: skip
"""Currencies as people write them; any other shows its code."""

_NBSP = "\u00a0"
_SPACES = (" ", _NBSP, "\u202f")
_DOTS = "\u2022\u2022\u2022"
_EN_DASH = "\u2013"
_DAY: Final = re.compile(r"\bd+\b")
_FIRST: Final = {"fr": "d'er'"}
"""How the first of a month is written, where that is another way than its other days."""


def mark(message: str) -> str:
    """Mark a text of a table for the catalogues; it is translated at the moment of use."""
    return message


def capital(words: str) -> str:
    """Give words that stand alone a large first letter."""
    return words[:1].upper() + words[1:]


class Translator:
    """Sentences, amounts and dates in one language.

    ``country`` (ISO 3166) chooses the marks and month names of that country where CLDR has them.
    ``phrases`` are a committee's own words, by the English text they replace.
    """

    def __init__(
        self,
        code: str,
        country: str | None = None,
        phrases: Mapping[str, str] | None = None,
    ) -> None:
        self.language: Final = language(code)
        self.code: Final = code
        self._country = country
        self._phrases = dict(phrases or {})

    def without_amounts(self) -> Translator:
        """Return the same language, in which every amount is three dots."""
        return _WithoutAmounts(self.code, self._country, self._phrases)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == "en":
            return gettext.NullTranslations()
        return gettext.translation(DOMAIN, CATALOGUES, [self.code])

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale that formats amounts and dates."""
        from babel import Locale, UnknownLocaleError

        if self._country:
            try:
                return Locale.parse(f"{self.code}_{self._country}")
            except UnknownLocaleError:
                pass
        return Locale.parse(self.language.locale)

    @property
    def draft(self) -> bool:
        """Whether no native speaker has reviewed this language yet."""
        if self.code == "en":
            return False
        return self._catalogue.info().get("x-reviewed-by-native-speaker", "no").strip() != "yes"

    # Sentences. The names are gettext's own, so that the extracting tools find them.

    def gettext(self, message: str) -> str:
        """Translate one sentence."""
        return self._phrases.get(message) or self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a sentence that counts."""
        return self._phrases.get(one if n == 1 else many) or self._catalogue.ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a word that has several meanings."""
        return self._phrases.get(message) or self._catalogue.pgettext(context, message)

    def about(self, name: str, words: str) -> str:
        """Say something about a thing: its name, a colon as the language sets it, and the words."""
        if not words:
            return name
        return self.gettext("{who}: {what}").format(who=name, what=words)

    def parts(self, parts: Iterable[str]) -> str:
        """Set parts that may have commas behind each other; empty ones are left out."""
        return self.pgettext("between parts that may have commas", "; ").join(filter(None, parts))

    # Amounts.

    def number(self, n: int) -> str:
        """Write a count with the language's own grouping."""
        return f"{n:,}".replace("-", _EN_DASH).replace(",", self._group)

    def amount(self, money: Money, cents: bool | None = None) -> str:
        """Write an amount without its currency: ``1,350`` or ``1,350.50``.

        ``cents`` says whether decimals are shown; None shows them only where there are any.
        """
        whole, part = divmod(abs(money.minor), money.currency.unit)
        text = f"{whole:,}".replace(",", self._group)
        if money.currency.decimals and (part if cents is None else cents):
            text += f"{self.decimal_mark}{part:0{money.currency.decimals}}"
        return f"{_EN_DASH}{text}" if money.minor < 0 else text

    def money(self, money: Money, cents: bool | None = None) -> str:
        """Write an amount with its currency as people write it: ``KSh 1,350``."""
        sign = _EN_DASH if money.minor < 0 else ""
        amount = Money(abs(money.minor), money.currency)
        return f"{sign}{self.symbol(money.currency)}{_NBSP}{self.amount(amount, cents)}"

    def symbol(self, currency: Currency) -> str:
        """Name a currency as people write it."""
        return SYMBOLS.get(currency.code, currency.code)

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166 code."""
        return str(self.locale.territories.get(code, code))

    def currency(self, currency: Currency) -> str:
        """Name a currency in full: ``Kenyan Shilling, KSh``."""
        name = str(self.locale.currencies.get(currency.code, currency.code))
        symbol = SYMBOLS.get(currency.code, currency.code)
        return f"{name[:1].upper()}{name[1:]}, {symbol}"

    def percent(self, share: Decimal) -> str:
        """Write a share of one as whole per cent."""
        return f"{round(share * 100)}{_NBSP}%"

    def parse_amount(self, text: str, currency: Currency) -> Money:
        """Read a typed amount with the language's own marks; refuses what could mean two things.

        Raises AmountError, TooManyDecimalsError, AmountTooLargeError.
        """
        from babel.numbers import NumberFormatError, parse_decimal

        typed = self._bare(text, currency)
        if self._group in _SPACES:  # nobody has the narrow one on the keys
            typed = typed.translate({ord(space): self._group for space in _SPACES})
        if not typed or (not typed.isascii() and not self._only_known_marks(typed)):
            raise AmountError(text)
        if sum(letter.isdigit() for letter in typed) > MOST_DIGITS:
            raise AmountTooLargeError(text, MOST_DIGITS)
        if any(letter.isalpha() for letter in typed):
            raise AmountError(text)
        try:
            money = currency.money(parse_decimal(typed, locale=self.locale, strict=True))
        except NumberFormatError:
            raise self._unsure(text, typed, currency) from None
        except TooManyDecimalsError as error:  # in the words that were typed, its comma and all
            raise TooManyDecimalsError(text.strip(), error.decimals) from None
        if doubtful(typed, self._group, currency):
            raise self._unsure(text, typed, currency)
        return money

    def parse_number(self, text: str) -> Decimal | None:
        """Read a typed number with the language's own marks; None where it is none, or means two things."""
        from babel.numbers import NumberFormatError, parse_decimal

        typed = text.strip()
        if not typed or any(
            not (letter.isdigit() or letter in " .,'\u00a0\u202f") for letter in typed
        ):
            return None
        try:
            return Decimal(parse_decimal(typed, locale=self.locale, strict=True))
        except NumberFormatError:
            return None

    def _bare(self, text: str, currency: Currency) -> str:
        """Take the currency away, however it is written: ``ksh 950/=``, ``950 KES``, ``KSh. 950``."""
        typed = text.strip()
        for end in ("/=", "/-", "/", "="):
            typed = typed.removesuffix(end).rstrip()
        for mark in (self.symbol(currency), currency.code):
            small = typed.casefold()
            if small.startswith(mark.casefold()):
                typed = typed[len(mark) :].lstrip(". ")
            elif small.endswith(mark.casefold()):
                typed = typed[: -len(mark)].rstrip()
        return typed.strip()

    def _unsure(self, text: str, typed: str, currency: Currency) -> AmountError:
        return AmountError(text, tuple(map(self.amount, meanings(typed, currency))))

    def _only_known_marks(self, typed: str) -> bool:
        return all(letter.isascii() or letter in (self._group, *_SPACES) for letter in typed)

    @cached_property
    def _group(self) -> str:
        return str(self.locale.number_symbols["latn"]["group"])

    @cached_property
    def decimal_mark(self) -> str:
        """The mark before decimals."""
        return str(self.locale.number_symbols["latn"]["decimal"])

    # Dates.

    def date(self, day: dt.date) -> str:
        """Write a date in words: ``14 October 2026``."""
        return _formatted("long", day, self.locale)

    def weekday(self, day: dt.date) -> str:
        """Write a date with its weekday."""
        return _formatted("full", day, self.locale)

    def day_and_month(self, day: dt.date) -> str:
        """Write a date in words without its year: ``14 October``."""
        return _formatted("MMMMd", day, self.locale)

    def day(self, day: dt.date) -> str:
        """Write a date shortly, for a table within one year: ``14 Oct``."""
        return _formatted("MMMd", day, self.locale)

    def short_date(self, day: dt.date) -> str:
        """Write a date shortly with its year: ``14 Oct 2026``."""
        return _formatted("yMMMd", day, self.locale)

    def month(self, month: Month) -> str:
        """Write a month and its year, as within a sentence: ``October 2026``, ``octobre 2026``."""
        return _skeleton("yMMMM", month.first, self.locale)

    def month_name(self, month: Month, short: bool = False) -> str:
        """Write a month without its year: ``October``, or ``Oct``."""
        return _formatted("LLL" if short else "LLLL", month.first, self.locale)

    def day_name(self, number: int, short: bool = False) -> str:
        """Write a day of the week: 1 is ``Monday``, or ``Mon``.

        Not by ``ccc``, for days that stand alone: once Babel has looked those of Swahili up, it takes
        them for the Spanish and French ones, too.
        """
        monday = dt.date(2024, 1, 1)
        return _formatted(
            "EEE" if short else "EEEE", monday + dt.timedelta(number - 1), self.locale
        )

    def period(self, period: Period, alone: bool = True) -> str:
        """Write a period: a month, a year, or from when to when; ``alone`` where no sentence is round it."""
        if not period.whole_months:
            same = period.first.year == period.last.year
            begins = self.day_and_month(period.first) if same else self.date(period.first)
            return f"{begins} {_EN_DASH} {self.date(period.last)}"
        first, last = Month.of(period.first), Month.of(period.last)
        if first == last:
            return capital(self.month(first)) if alone else self.month(first)
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return str(first.year)
        if first.year == last.year:
            name = self.month_name(first)
            return f"{capital(name) if alone else name} {_EN_DASH} {self.month(last)}"
        return f"{self.month(first)} {_EN_DASH} {self.month(last)}"

    def short_months(self, period: Period) -> str:
        """Write months of one year where there is little room: ``Oct – Dec 2026``."""
        first, last = Month.of(period.first), Month.of(period.last)
        begins, ends = (self.month_name(one, short=True) for one in (first, last))
        return f"{capital(begins)} {_EN_DASH} {ends} {last.year}"

    def time(self, moment: dt.datetime) -> str:
        """Write an hour and minute."""
        from babel.dates import format_time

        return format_time(moment, "HH:mm", locale=self.locale)

    def parse_date(self, text: str) -> dt.date:
        """Read a typed date: day, month and year in that order, ISO, or as it is written in words.

        Raises DateError.
        """
        cleaned = text.strip()
        for pattern in (
            "%Y-%m-%d",
            "%d/%m/%Y",
            "%d.%m.%Y",
            "%d-%m-%Y",
            "%d/%m/%y",
            "%d.%m.%y",
        ):
            try:
                return dt.datetime.strptime(cleaned, pattern).date()
            except ValueError:
                continue
        if (day := day_in_words(cleaned, self.locale)) is not None:
            return day
        raise DateError(text)

    def join(self, words: list[str]) -> str:
        """Join words as the language does: ``June, July and August``."""
        from babel.lists import format_list  # seldom needed, and not at the start

        return format_list(words, locale=self.locale)


class _WithoutAmounts(Translator):
    """Says everything but how much."""

    def amount(self, money: Money, cents: bool | None = None) -> str:
        return _DOTS

    def money(self, money: Money, cents: bool | None = None) -> str:
        return _DOTS


@lru_cache(maxsize=4096)
def _skeleton(skeleton: str, day: dt.date, locale: Locale) -> str:
    """Write a date; a batch of papers says the same days again and again."""
    from babel.dates import format_skeleton

    return str(format_skeleton(skeleton, day, locale=locale))


@lru_cache(maxsize=4096)
def _formatted(form: str, day: dt.date, locale: Locale) -> str:
    from babel.dates import format_date

    known = locale.date_formats.get(form) or locale.datetime_skeletons.get(form)
    pattern = str(known.pattern) if known else form
    # Some countries write "01 de noviembre", which nobody reads aloud; in French it is "1er novembre".
    said = _FIRST.get(locale.language, "d") if day.day == 1 else "d"
    return str(format_date(day, _DAY.sub(said, pattern), locale=locale))
