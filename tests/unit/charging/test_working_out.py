"""Charges come out to the last unit, and nothing is lost between their lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.charging.working_out import (
    ChargePart,
    Less,
    bill_of,
    charge,
    instalments,
    late_fee,
    late_parts,
    lessening,
    rounded,
    split,
    to_pay_before,
    total_of,
)
from imt_desktop.money import Currency
from imt_desktop.wording.charges import briefly, explained


def terms(
    *blocks: tuple[str | None, str], fixed: str = "0", included: str = "0", **more: object
) -> t.Terms:
    return t.Terms(
        connection_type="household",
        fixed=cents(fixed),
        unit="m3",
        included=milli(included),
        blocks=tuple(
            t.Block(up_to=None if end is None else milli(end), price=cents(price))
            for end, price in blocks
        ),
        **more,  # type: ignore[arg-type]
    )


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def milli(text: str) -> int:
    return int(Decimal(text) * 1000)


def costs(form: t.Terms, used: str) -> int:
    return total_of(charge(form, milli(used), {}))


FLORIDA_BAJA = terms((None, "2.50"), fixed="15", included="7")
"""Peru: S/ 15 for 1 to 7 m³, then S/ 2.50 (T2a)."""

AIGAR = terms(("14", "1"), ("20", "0.75"), (None, "2"))
"""The unit tests of AIGAR (T3); below with the first block free (T3b)."""

AIGAR_FREE = terms(("14", "0"), ("20", "1"), (None, "2"))


@pytest.mark.parametrize(
    ("form", "used", "comes_to"),
    [
        (FLORIDA_BAJA, "9", "20"),
        (FLORIDA_BAJA, "7", "15"),
        (FLORIDA_BAJA, "0", "15"),
        (AIGAR, "0", "0"),
        (AIGAR, "2", "2"),
        (AIGAR, "14", "14"),
        (AIGAR, "20", "18.50"),
        (AIGAR_FREE, "25", "16"),
        (terms((None, "3"), included="10", fixed="60"), "12.5", "67.50"),
    ],
)
def test_published_tariffs(form: t.Terms, used: str, comes_to: str) -> None:
    assert costs(form, used) == cents(comes_to)


def test_the_parts_of_nine_cubic_metres() -> None:
    assert charge(FLORIDA_BAJA, milli("9"), {}) == (
        ChargePart(what="minimum", amount=1500, quantity=7000, unit="m3"),
        ChargePart(what="block", amount=500, quantity=2000, unit="m3", price=250),
    )


def test_three_things_of_the_ethiopian_box_add_up() -> None:
    """T5: 150 + 30 + 50 = 230 Birr a month, as one tariff that charges each of them."""
    form = t.Terms(
        connection_type="household",
        fixed=15000,
        each=(t.Each(unit="person", price=500), t.Each(unit="head", price=2500)),
    )
    assert total_of(charge(form, 0, {"person": 6000, "head": 2000})) == 23000


def test_what_was_counted_as_nothing_is_said_only_where_there_is_nothing_else() -> None:
    each = (t.Each(unit="cart", price=300), t.Each(unit="head", price=2500))
    counts, words = {"cart": 0, "head": 2000}, (Translator("en"), Currency("PEN"))
    some = explained(charge(terms(each=each), 0, counts), *words)
    assert some == ["2 heads of livestock at S/\u00a025 = S/\u00a050"]
    assert explained(charge(terms(each=each[:1]), 0, counts), *words) == [
        "0 carts at S/\u00a03 = S/\u00a00"
    ]


def test_a_discount_of_35_per_cent() -> None:
    less = Less("elderly", 3500, 0)
    parts = bill_of(charge(FLORIDA_BAJA, 9000, {}), None, 0, 1, (less,))
    assert total_of(parts) == cents("13")  # 20 less 7
    assert [part.amount for part in parts] == [1500, 500, -700]


def test_discounts_one_after_another_never_below_nothing() -> None:
    less = (Less("poor", 0, 5000), Less("elderly", 5000, 0))
    assert [part.amount for part in lessening(2000, less)] == [-1000, -1000]


@pytest.mark.parametrize(("how", "comes_to"), [("nearest", 1050), ("up", 1050), ("down", 1000)])
def test_rounding_to_fifty(how: str, comes_to: int) -> None:
    assert rounded(1025, t.Rounding(step=50, how=how)) == comes_to
    assert rounded(1000, t.Rounding(step=50, how=how)) == 1000


def test_a_shared_tap_is_rounded_and_split_in_whole_steps() -> None:
    rule = t.Rounding(step=500, how="nearest")
    shares = [
        total_of(bill_of(charge(FLORIDA_BAJA, 9000, {}), rule, place, 3, ())) for place in range(3)
    ]
    assert shares == [1000, 500, 500]


@pytest.mark.parametrize(
    ("left", "charged", "fee"), [(45000, 0, 2250), (45000, 3000, 1000), (45000, 4000, 0)]
)
def test_a_late_fee_ends_at_its_ceiling(left: int, charged: int, fee: int) -> None:
    rule = t.LateFee(amount=0, share=500, grace_days=15, ceiling=4000)
    assert late_fee(left, charged, rule, None) == fee


def test_a_late_fee_that_is_an_amount_costs_what_was_decided() -> None:
    """One sol is one sol, also where bills are rounded to five."""
    rule = t.LateFee(amount=100, share=0, grace_days=0, ceiling=None)
    (part,) = late_parts(45000, 0, rule, t.Rounding(step=500, how="up"), date(2026, 9, 15))
    assert (part.what, part.amount) == ("late", 100)


def test_a_late_fee_says_what_it_costs_and_what_it_is_rounded_by() -> None:
    due, to_five = date(2026, 9, 15), t.Rounding(step=500, how="nearest")
    rule = t.LateFee(amount=0, share=500, grace_days=15, ceiling=4000)
    exact, by = late_parts(45000, 0, rule, to_five, due)
    assert (exact.amount, exact.price, by.what, by.amount, by.price) == (
        2250, 500, "rounding", 250, 500,
    )  # fmt: skip
    (cut,) = late_parts(45000, 3500, rule, to_five, due)  # no share of it makes 5.00
    assert (cut.amount, cut.price, cut.day) == (500, 0, due)
    assert explained((cut,), Translator("en"), Currency("KES")) == [
        "Late: a bill was due on 15 September 2026: KSh\u00a05, more is not charged for one bill"
    ]
    assert late_parts(45000, 4000, rule, to_five, due) == ()
    said = briefly((exact, by), Translator("en"), Currency("KES"))
    assert said == [
        "Late: a bill was due on 15 September 2026, 5\u00a0% of it: KSh\u00a022.50",
        "Rounded, in steps of KSh\u00a05.00: KSh\u00a02.50",
    ]
    two = briefly((exact, by, exact, by), Translator("en"), Currency("KES"))
    assert two == ["Late: 2 bills overdue, KSh\u00a050"]


def test_the_rule_of_homa_bay() -> None:
    """At least 75 % of the arrears before a reconnection: never a shilling less."""
    assert to_pay_before(100_000, 7500) == 75_000
    assert to_pay_before(100_001, 7500) == 75_001
    assert to_pay_before(0, 7500) == 0


def test_a_connection_right_in_instalments() -> None:
    """AIGAR: 300, of which 100 at first."""
    assert instalments(30000, 10000, 5) == (10000, 5000, 5000, 5000, 5000)
    assert instalments(10001, 0, 3) == (3334, 3334, 3333)
    assert instalments(100000, 33300, 4, 100) == (33300, 22300, 22200, 22200)
    assert instalments(100000, 30000, 4, 500) == (30000, 23500, 23500, 23000)
    assert instalments(250, 0, 3, 100) == (84, 83, 83)  # too little for whole units


PRICES = st.integers(0, 5000)
TARIFFS = st.builds(
    lambda fixed, included, widths, prices: t.Terms(
        connection_type="household",
        fixed=fixed,
        unit="m3",
        included=included,
        blocks=tuple(
            t.Block(up_to=None if at == len(widths) else included + sum(widths[: at + 1]), price=price)
            for at, price in enumerate(prices[: len(widths) + 1])
        ),
    ),
    PRICES, st.integers(0, 20_000), st.lists(st.integers(1, 30_000), max_size=4),
    st.lists(PRICES, min_size=5, max_size=5),
)  # fmt: skip
USES = st.integers(0, 200_000)
RULES = st.none() | st.builds(
    t.Rounding, step=st.sampled_from([1, 5, 50, 100, 1000]), how=st.sampled_from(t.ROUNDINGS)
)


@given(TARIFFS, USES, USES, RULES)
def test_more_water_is_never_cheaper(
    form: t.Terms, one: int, other: int, rule: t.Rounding | None
) -> None:
    less, more = sorted((one, other))
    cheap, dear = (
        total_of(bill_of(charge(form, used, {}), rule, 0, 1, ())) for used in (less, more)
    )
    assert cheap <= dear


@given(TARIFFS, st.data())
def test_blocks_are_continuous(form: t.Terms, data: st.DataObject) -> None:
    """A thousandth more costs at most a thousandth of the dearest price, and a unit of rounding."""
    ends = [block.up_to for block in form.blocks if block.up_to is not None]
    at = data.draw(st.sampled_from([form.included, *ends]))
    before, after = (total_of(charge(form, used, {})) for used in (at, at + 1))
    dearest = max(block.price for block in form.blocks)
    assert 0 <= after - before <= dearest // 1000 + 1


@given(TARIFFS, USES, RULES, st.integers(1, 7), st.integers(1, 10_000), st.integers(0, 9000))
def test_a_bill_is_what_its_parts_add_up_to_and_shares_lose_nothing(
    form: t.Terms, used: int, rule: t.Rounding | None, holders: int, share: int, amount: int
) -> None:
    parts = charge(form, used, {})
    whole = total_of(bill_of(parts, rule, 0, 1, ()))
    bills = [bill_of(parts, rule, place, holders, ()) for place in range(holders)]
    assert sum(map(total_of, bills)) == whole
    assert all(total_of(bill) >= 0 for bill in bills)
    less = (Less("poor", share, 0), Less("other", 0, amount))
    assert 0 <= total_of(bill_of(parts, None, 0, holders, less)) <= total_of(bills[0]) or rule
    assert total_of(bill_of(parts, rule, 0, 1, (Less("poor", 10_000, 0),))) == 0


@given(st.integers(0, 10**12), st.integers(1, 50), st.sampled_from([1, 5, 100]))
def test_a_split_loses_no_unit(amount: int, shares: int, step: int) -> None:
    cut = split(amount, shares, step)
    assert sum(cut) == amount and len(cut) == shares
    assert max(cut) - min(cut) <= step + amount % step


@given(st.integers(2, 10**9), st.data())
def test_instalments_add_up(amount: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(2, min(120, amount)))
    first = data.draw(st.integers(0, amount - 1))
    assert sum(instalments(amount, first, count)) == amount
