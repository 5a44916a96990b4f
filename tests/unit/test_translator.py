"""Amounts and dates in the languages: what is written can be read back."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import AmountError, AmountTooLargeError, DateError, TooManyDecimalsError
from imt_desktop.i18n import Translator
from imt_desktop.i18n.languages import UnknownLanguageError
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month, Period
from tests.builders import KES, kes

PLACES = [
    ("en", None), ("en", "KE"), ("en", "UG"), ("es", None), ("es", "MX"),
    ("es", "PE"), ("es", "BO"), ("es", "ES"), ("sw", None), ("sw", "TZ"), ("sw", "KE"),
    ("fr", None), ("fr", "SN"), ("fr", "CH"), ("fr", "CD"), ("en", "XX"),
]  # fmt: skip
translators = st.sampled_from([Translator(code, country) for code, country in PLACES])
monies = st.builds(
    Money,
    st.integers(0, 10**15 - 1),
    st.sampled_from([KES, Currency("UGX", 0), Currency("XOF", 0), Currency("TND", 3)]),
)


@given(translators, monies, st.sampled_from([None, True]))
def test_an_amount_is_read_as_it_is_written(
    tr: Translator, money: Money, cents: bool | None
) -> None:
    assert tr.parse_amount(tr.amount(money, cents), money.currency) == money
    assert tr.parse_amount(tr.money(money, cents), money.currency) == money


@given(translators, st.dates(date(1950, 1, 1), date(2068, 12, 31)))
def test_a_date_is_read_as_people_type_it(tr: Translator, day: date) -> None:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"):
        assert tr.parse_date(f" {day.strftime(pattern)} ") == day


@given(translators, st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_month_is_read_by_its_names_in_the_language_and_in_english(
    tr: Translator, day: date
) -> None:
    """Also by the beginning of a name, as many short forms are in use: Sep and Sept."""
    name = f"{day:%B}"
    for written in (name, name[:3], f"{name[:4]}.", name.upper()):
        assert tr.parse_date(f"{day.day} {written} {day.year}") == day
        assert tr.parse_date(f"{written} {day.day}, {day.year}") == day


@given(translators, st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_date_is_read_as_it_is_written(tr: Translator, day: date) -> None:
    for written in (tr.date(day), tr.short_date(day), tr.short_date(day).upper()):
        assert tr.parse_date(written) == day


@given(translators, st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_written_date_names_day_and_year(tr: Translator, day: date) -> None:
    for written in (tr.date(day), tr.weekday(day), tr.short_date(day)):
        assert str(day.day) in written
        assert str(day.year) in written


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "1,350.50"), ("es", "1,350.50"), ("sw", "1,350.50"), ("fr", "1\u202f350,50")],
)
def test_amounts_have_the_marks_of_the_language(code: str, written: str) -> None:
    tr = Translator(code)
    assert tr.amount(kes("1350.50")) == written
    assert tr.amount(-kes("1350.50")) == "\u2013" + written
    assert tr.money(kes("1350.50")) == "KSh\u00a0" + written
    assert tr.money(-kes("1350.50")) == "\u2013KSh\u00a0" + written


def test_cents_are_shown_where_asked_for_or_there() -> None:
    tr = Translator("en")
    assert tr.amount(kes(1350)) == "1,350"
    assert tr.amount(kes(1350), cents=True) == "1,350.00"
    assert tr.amount(kes("0.05")) == "0.05"
    assert tr.number(-12345) == "\u201312,345"


@pytest.mark.parametrize(
    "text", ["", " ", "KSh", "abc", "12a", "1,35", "1,350,50", "--5", "1 2", "٣٤", "1e5", "$5"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        Translator("en").parse_amount(text, KES)


def test_what_could_mean_two_things_says_which() -> None:
    with pytest.raises(AmountError) as refused:
        Translator("en").parse_amount("1.350", KES)
    assert refused.value.text == "1.350"
    assert refused.value.meanings == ("1,350", "1.35")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_thousands_are_parted_by_any_space_where_the_language_parts_them_by_one(space: str) -> None:
    money = Translator("fr", "KE").parse_amount(f"1{space}500,5", KES)
    assert money.minor == 150050


@pytest.mark.parametrize(
    ("code", "country", "text", "meant"),
    [
        ("en", "KE", "1.350", ("1,350", "1.35")),
        ("en", "KE", "1.350,00", ("1,350",)),
        ("en", "KE", "1,35", ("1.35",)),
        ("en", "KE", "12,50,00", ()),  # marks that stand where no thousands are
        ("es", "MX", "1.350", ("1,350", "1.35")),
        ("es", "ES", "1,350", ("1.350", "1,35")),
        ("fr", None, "1.350", ("1\u202f350", "1,35")),
        ("en", "KE", "1.350.000", ("1,350,000",)),
        ("en", "KE", "1'350", ("1,350",)),
        ("en", "KE", "12a", ()),
    ],
)
def test_what_looks_like_thousands_elsewhere_is_asked(
    code: str, country: str | None, text: str, meant: tuple[str, ...]
) -> None:
    tr = Translator(code, country)
    with pytest.raises(AmountError) as refused:
        tr.parse_amount(text, KES)
    assert refused.value.meanings == meant
    for meaning in meant:
        tr.parse_amount(meaning, KES)


def test_three_decimals_are_no_thousands_where_the_money_has_them() -> None:
    assert Translator("en").parse_amount("1.350", Currency("TND", 3)).minor == 1350
    assert Translator("en").parse_amount("0.350", KES).minor == 35


def test_too_much_and_too_fine_are_told_apart() -> None:
    with pytest.raises(AmountTooLargeError):
        Translator("en").parse_amount("1" * 16, KES)
    with pytest.raises(TooManyDecimalsError):
        Translator("en").parse_amount("1.005", KES)
    with pytest.raises(TooManyDecimalsError) as told:
        Translator("fr").parse_amount("1500,5", Currency("XOF", 0))
    assert told.value.text == "1500,5"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "31/02/2026",
        "2026-13-01",
        "10/14/2026",
        "31 Feb 2026",
        "6 Sept",
        "6 Sept 26",
        "5 6 Sept 2026",
        "6 Sept 2026 late",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError) as refused:
        Translator("en").parse_date(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("code", "month", "day"),
    [
        ("en", "October 2026", "14 October 2026"), ("es", "octubre de 2026", "14 de octubre de 2026"),
        ("sw", "Oktoba 2026", "14 Oktoba 2026"), ("fr", "octobre 2026", "14 octobre 2026"),
    ],
)  # fmt: skip
def test_dates_in_words(code: str, month: str, day: str) -> None:
    tr = Translator(code)
    assert tr.month(Month(2026, 10)) == month
    assert tr.date(date(2026, 10, 14)) == day


def test_a_day_in_words_begins_with_no_nought() -> None:
    """In Honduras it would be written "01 de noviembre", and nobody reads that aloud."""
    first = date(2026, 11, 1)
    assert Translator("es", "HN").date(first) == "1 de noviembre de 2026"
    assert Translator("es", "HN").weekday(first) == "domingo 1 de noviembre de 2026"
    assert Translator("en", "ZA").date(first) == "1 November 2026"


def test_the_first_of_a_month_is_written_as_the_language_does() -> None:
    french = Translator("fr")
    assert french.date(date(2026, 11, 1)) == "1er novembre 2026"
    assert french.day_and_month(date(2026, 11, 1)) == "1er novembre"
    assert french.date(date(2026, 11, 11)) == "11 novembre 2026"
    assert french.short_date(date(2026, 12, 1)) == "1er déc. 2026"
    assert french.day(date(2026, 12, 1)) == "1er déc."
    assert french.parse_date("1er déc. 2026") == date(2026, 12, 1)
    assert Translator("es").day_and_month(date(2026, 11, 1)) == "1 de noviembre"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "1 Sep 2026"), ("en", "1 Sept. 2026"), ("es", "1 de sep. de 2026"), ("es", "1 septiem 2026"),
        ("sw", "1 Sept 2026"), ("sw", "Sep 1, 2026"), ("fr", "1er sep 2026"), ("fr", "1 septemb. 2026"),
    ],
)  # fmt: skip
def test_a_month_is_read_by_every_short_name_of_the_language(code: str, text: str) -> None:
    assert Translator(code).parse_date(text) == date(2026, 9, 1)


def test_the_beginning_of_two_months_is_neither() -> None:
    for text in ("1 jui 2026", "1 ju 2026", "1 s 2026"):
        with pytest.raises(DateError):
            Translator("fr").parse_date(text)


def test_periods_in_words() -> None:
    tr = Translator("en")
    assert tr.period(Period.parse("2026-10")) == "October 2026"
    assert tr.period(Period.parse("2026")) == "2026"
    assert tr.period(Period.parse("2026-Q4")) == "October \u2013 December 2026"
    across = Period(date(2025, 12, 1), date(2026, 1, 31))
    assert tr.period(across) == "December 2025 \u2013 January 2026"
    part = Period(date(2026, 10, 1), date(2026, 10, 15))
    assert tr.period(part) == "1 October \u2013 15 October 2026"


def test_a_committees_own_words_come_first() -> None:
    tr = Translator("en", phrases={"Fee": "Contribution"})
    assert tr.gettext("Fee") == "Contribution"
    assert tr.pgettext("of a month", "Fee") == "Contribution"
    assert tr.gettext("Fine") == "Fine"
    assert tr.ngettext("{n} tap", "{n} taps", 2) == "{n} taps"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguageError):
        Translator("xx")


def test_days_of_a_week_are_of_their_language_whichever_was_asked_first() -> None:
    code = (
        "from imt_desktop.i18n import Translator\n"
        "print(*(Translator(one, 'KE').day_name(1) for one in ('sw', 'es', 'fr', 'en')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Jumatatu", "lunes", "lundi", "Monday"]
