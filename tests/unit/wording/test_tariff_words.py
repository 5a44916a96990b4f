"""A tariff in words: every form of it, in every language, and never a piece of another one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ledger.charging import asked
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.charging.asked_again import as_request
from imt_desktop.ledger.tariffs import TariffRequest, understood
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.pages.tariffs.tariff.example import every_form
from imt_desktop.wording.tariffs import TariffWords, terms_words

KES = Currency("KES", 2)
SOL = Currency("PEN", 2)
FIXED = t.Terms(connection_type="household", fixed=45000)


def said(terms: t.Terms, every: str = "month", currency: Currency = KES) -> str:
    return terms_words(terms, every, Translator("en"), currency).replace("\u00a0", " ")


def block(up_to: int | None, price: int) -> t.Block:
    return t.Block(up_to=None if up_to is None else up_to * t.THOUSAND, price=price)


@pytest.mark.parametrize(
    ("terms", "words"),
    (
        (FIXED, "KSh 450 a month"),
        (
            t.Terms(connection_type="h", fixed=30000, unit="m3", included=6000,
                    blocks=(block(None, 5000),)),
            "up to 6 m³ KSh 300, then KSh 50 a m³",
        ),
        (
            t.Terms(connection_type="h", fixed=0, unit="m3", included=6000,
                    blocks=(block(10, 4550), block(None, 5000))),
            "up to 6 m³ free, then KSh 45.50 a m³ up to 10 m³, then KSh 50.00 a m³",
        ),
        (
            t.Terms(connection_type="h", fixed=10000, unit="m3",
                    blocks=(block(5, 1000), block(None, 2000))),
            "KSh 100 a month, and KSh 10 a m³ up to 5 m³, then KSh 20 a m³",
        ),
        (
            t.Terms(connection_type="h", fixed=0, unit="jerrican", blocks=(block(None, 300),)),
            "KSh 3 a jerrican of 20 litres",
        ),
        (
            t.Terms(connection_type="h", fixed=0,
                    each=(t.Each(unit="person", price=500), t.Each(unit="head", price=1000))),
            "KSh 5 a person, and KSh 10 a head of livestock",
        ),
    ),
)  # fmt: skip
def test_what_a_type_pays_is_said_shortly(terms: t.Terms, words: str) -> None:
    assert said(terms) == words


@pytest.mark.parametrize(
    ("every", "words"),
    (
        ("week", "KSh 450 a week"), ("two-months", "KSh 450 for two months"),
        ("quarter", "KSh 450 a quarter"), ("year", "KSh 450 a year"),
    ),
)  # fmt: skip
def test_a_fee_is_for_its_period(every: str, words: str) -> None:
    assert said(FIXED, every) == words


def test_a_minimum_of_a_quarter_says_so() -> None:
    terms = t.Terms(
        connection_type="h", fixed=30000, unit="m3", included=6000, blocks=(block(None, 5000),)
    )
    assert said(terms, "quarter") == "up to 6 m³ KSh 300 a quarter, then KSh 50 a m³"


DUES = (
    (asked.DueLine(day=31), "month", "on the last day of the period"),
    (asked.DueLine(day=15), "month", "on day 15 of the month"),
    (asked.DueLine(day=15, months_after=1), "month", "on day 15 of the month after"),
    (asked.DueLine(days_after=30), "month", "30 days after the period"),
    (asked.DueLine(seasons=("06-30", "12-15")), "year", "on the next 30 Jun or 15 Dec"),
)


@pytest.mark.parametrize(("due", "every", "words"), DUES)
def test_due_days_are_said(due: asked.DueLine, every: str, words: str) -> None:
    line = asked.TypeLine(connection_type="household", fixed=Decimal(5))
    wanted = TariffRequest(
        name="", effective_from="2027-01", types=(line,), every=every, due=due, decision=1
    )
    forms = understood(wanted, KES, 1)
    assert words in TariffWords(forms, Translator("en"), KES).due()


@pytest.mark.parametrize("code", [one.code for one in LANGUAGES])
def test_every_form_is_said_in_every_language(code: str) -> None:
    forms = every_form(KES, Month(2027, 1))
    lines = TariffWords(forms, Translator(code, "KE"), KES).whole()
    assert len(lines) == 4 + 2 + 6
    assert all(line and "{" not in line for line in lines)


@st.composite
def terms(draw: st.DrawFn) -> t.Terms:
    ends = sorted(draw(st.sets(st.integers(1, 10**6), max_size=3)))
    included = draw(st.integers(0, ends[0] - 1)) if ends else 0
    prices = draw(st.lists(st.integers(0, 10**6), min_size=len(ends) + 1, max_size=len(ends) + 1))
    blocks = tuple(
        t.Block(up_to=end, price=price) for end, price in zip((*ends, None), prices, strict=True)
    )
    units = draw(st.lists(st.sampled_from(t.COUNTED), unique=True, max_size=3))
    each = tuple(t.Each(unit=unit, price=draw(st.integers(1, 10**6))) for unit in units)
    return t.Terms(
        connection_type="household", fixed=draw(st.integers(0, 10**7)), unit="m3",
        included=included, blocks=blocks, each=each,
    )  # fmt: skip


@given(terms())
def test_a_tariff_is_asked_for_again_as_it_is(made: t.Terms) -> None:
    forms = every_form(SOL, Month(2027, 1))
    forms = type(forms)(
        **{**{f: getattr(forms, f) for f in forms.__struct_fields__}, "terms": (made,)}
    )
    assert understood(as_request(forms, SOL), SOL, forms.tariff) == forms
    assert terms_words(made, "month", Translator("en"), SOL)
