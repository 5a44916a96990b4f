"""Every letter that reaches a paper can be printed, or is seen to be missing."""

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.i18n import LANGUAGES
from imt_desktop.reports.paper import fonts
from imt_desktop.reports.paper.gateway import MOST, UNKNOWN, clean
from imt_desktop.reports.paper.right_to_left import seen
from tests.reports import samples as s


@pytest.mark.parametrize(
    ("given_", "printed"),
    [
        ("Tabitha Kiplagat", "Tabitha Kiplagat"),
        ("<b>Jose", "<b>Jose"),
        ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
        ("Mary\nWanjiru", "Mary / Wanjiru"),
        ("Mary \r\n\r\n Wanjiru", "Mary / Wanjiru"),
        ("a\tb", "a b"),
        ("\u221212,600", "\u201312,600"),
        ("1\u202f350", "1\u00a0350"),
        ("a\x00b", f"a{UNKNOWN}b"),
        ("\u202egnp.exe", "gnp.exe"),
        ("zero\u200bwidth\u200d", "zerowidth"),
        ("\u2066\u200e\u200f\u2069", ""),
        ("\U0001f4a7 water", "\U0001f4a7 water"),
        ("\U0001f469\U0001f3fd\u200d\U0001f33e", "\U0001f469\U0001f33e"),
        ("\u2764\ufe0f", "\u2764"),
        ("1\ufe0f\u20e3 a\u20e3", f"1 a{UNKNOWN}"),
        ("\U0001f1f0\U0001f1ea", "\U0001f1f0\U0001f1ea"),  # a flag shows as its two letters
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
        ("\U0001fae8", "\U0001fae8"),  # is younger than the Unicode of Python 3.11
        ("\u0645\u0627\u0621", "\u0645\u0627\u0621"),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f", "\u0645\u06cc\u200c\u0634\u0648\u062f"),
        ("\u069a\u0647", f"{UNKNOWN}\u0647"),  # has no joined forms
        ("\u0e02\u0e27\u0e31", UNKNOWN * 2),
        ("Ch\u2019o\u2019ol \u00f1 \u01b4 \u1e4d", "Ch\u2019o\u2019ol \u00f1 \u01b4 \u1e4d"),
        ("አበበ ከበደ፣ ወ/ሮ ትርሐስ", "አበበ ከበደ፣ ወ/ሮ ትርሐስ"),
        ("e\u0301", "\u00e9"),
        ("\ud800", UNKNOWN),
        ("2\u2192 3 \u2713", "2\u2192 3 \u2713"),
    ],
)
def test_letters(given_: str, printed: str) -> None:
    assert clean(given_) == printed


def test_a_long_text_is_cut_where_it_can_be_seen() -> None:
    assert clean("x" * 5000) == "x" * (MOST - 1) + "…"


def test_a_heap_of_marks_becomes_short() -> None:
    assert len(clean("a" + "\u0301" * 100)) <= 4


@given(st.text(st.characters(), max_size=60))
def test_only_known_letters_come_out(words: str) -> None:
    known = fonts.ready() | fonts.emoji()
    assert all(letter in known for letter in seen(clean(words)))


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing(words: str) -> None:
    assert clean(clean(words)) == clean(words)


def test_what_catalogues_and_babel_write_can_be_printed() -> None:
    from datetime import datetime

    moment = datetime(2026, 10, 14, 9, 12)
    for code in [language.locale for language in LANGUAGES] + ["pt_MZ", "fr_ML", "de", "es_PE"]:
        locale = Locale.parse(code)
        for text in (
            format_date(moment, "full", locale=locale),
            format_time(moment, "short", locale=locale),
            format_decimal(-1234567.5, locale=locale),
        ):
            assert UNKNOWN not in clean(text), (code, text)


@pytest.mark.parametrize("tr", [s.SPANISH, s.KISWAHILI, s.FRENCH], ids=lambda tr: tr.code)
def test_every_translation_can_be_printed(tr) -> None:  # type: ignore[no-untyped-def]
    for message, translated in tr._catalogue._catalog.items():
        if message:
            assert UNKNOWN not in clean(str(translated)), translated
