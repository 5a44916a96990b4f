"""The workshop's arithmetic: what comes in, what is missing, and what would cover it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from imt_desktop.ledger.charging.terms import Block, Terms
from imt_desktop.ledger.recovery.workshop import PERIODS, Plan, work_out

SHILLING = 100


def flat(fee: int = 500, **more: object) -> Plan:
    """The village of the drawing: 209 households at KSh 500, 78 % really pay."""
    terms = Terms(connection_type="household", fixed=fee * SHILLING)
    costs = (("operation", 64_200_000), ("maintenance", 18_600_000), ("administration", 7_200_000))
    plan = Plan(terms, "month", 209, 7800, 12_000_000, costs, income=1_470_000)
    return replace(plan, **more)  # type: ignore[arg-type]


def test_the_village_of_the_drawing() -> None:
    found = work_out(flat(), SHILLING)
    assert found.cost == 102_000_000
    assert found.everybody == 125_400_000
    assert found.over == 23_400_000
    assert found.really == 97_812_000
    assert found.really_over == -4_188_000
    assert found.needed == 82  # 81.34 % would do
    assert found.of_income == 340  # 500 of 14,700
    # 1,020,000 / (209 x 12 x 0.78) = 521.41 a month
    assert found.fee == 522 * SHILLING
    assert found.fee_of_all == 407 * SHILLING  # 1,020,000 / (209 x 12) = 406.70


def test_what_kiosks_take_is_paid_whatever_the_share() -> None:
    """Beside the 1,254,000: others 46,000, kiosks 50,000."""
    found = work_out(flat(others=4_600_000, kiosks=5_000_000), SHILLING)
    assert found.everybody == 135_000_000
    assert found.really == 106_400_000  # 1,300,000 x 0.78 = 1,014,000, and 50,000
    assert found.needed == 75  # 970,000 of 1,300,000 is 74.6 %
    # 970,000 / 0.78 = 1,243,590, less 46,000, / (209 x 12) = 477.51 a month
    assert found.fee == 478 * SHILLING
    assert work_out(flat(kiosks=110_000_000), SHILLING).fee == 0


def test_blocks_are_worked_out_of_what_each_part_of_the_households_uses() -> None:
    """S/ 15 for 7 m³, then 2.50: nobody is charged by the average of 8 m³ (DOMAIN 4.2, T2a)."""
    terms = Terms(
        connection_type="household", fixed=1500, unit="m3", included=7000,
        blocks=(Block(up_to=None, price=250),),
    )  # fmt: skip
    plan = Plan(terms, "month", 40, 10_000, 0, (("operation", 900_000),), uses=(7000, 9000))
    found = work_out(plan, 100)
    assert found.bill == 1750  # half of them 15.00, half 20.00
    assert found.everybody == 40 * 12 * 1750
    assert found.fee == 1700  # 900,000 / 480 = 1,875, less 250 beyond the minimum: 1,625


def test_without_households_nothing_is_divided() -> None:
    found = work_out(flat(households=0, others=500), SHILLING)
    assert (found.everybody, found.really, found.bill, found.fee) == (500, 390, None, None)
    assert found.of_income is None
    nobody_pays = work_out(flat(share=0), SHILLING)
    assert (nobody_pays.really, nobody_pays.fee) == (0, None)
    free = work_out(flat(costs=(), set_aside=0), SHILLING)
    assert (free.needed, free.fee) == (0, 0)
    assert work_out(flat(income=0), SHILLING).of_income is None


plans = st.builds(
    Plan,
    st.builds(
        Terms,
        connection_type=st.just("household"),
        fixed=st.integers(0, 100_000),
        unit=st.just("m3"),
        included=st.integers(0, 10_000),
        blocks=st.sampled_from([(), (Block(up_to=None, price=250),)]),
    ),
    st.sampled_from(sorted(PERIODS)),
    st.integers(1, 3000),
    st.integers(1, 10_000),
    st.integers(0, 10**8),
    st.tuples(st.tuples(st.just("operation"), st.integers(0, 10**9))),
    st.integers(0, 10**6),
    st.lists(st.integers(0, 50_000), max_size=10).map(tuple),
    st.none() | st.integers(1, 10**7),
    st.integers(0, 10**7),
)


@given(plans)
def test_the_fee_that_is_named_covers_the_cost_and_a_shilling_less_does_not(plan: Plan) -> None:
    fee = work_out(plan, SHILLING).fee
    assert fee is not None and fee % SHILLING == 0
    named = replace(plan, terms=_with(plan.terms, fee))
    assert work_out(named, SHILLING).really_over >= 0
    if fee:
        less = work_out(replace(plan, terms=_with(plan.terms, fee - SHILLING)), SHILLING)
        assert less.really_over <= 0


@given(plans)
def test_the_share_that_is_named_covers_the_cost_and_one_per_cent_less_does_not(plan: Plan) -> None:
    needed = work_out(plan, SHILLING).needed
    if needed is None:
        assert work_out(replace(plan, share=10_000), SHILLING).really_over < 0
        return
    assert work_out(replace(plan, share=needed * 100), SHILLING).really_over >= 0
    if needed:
        fewer = replace(plan, share=(needed - 1) * 100)
        assert work_out(fewer, SHILLING).really_over <= 0


@given(plans)
def test_more_never_brings_less(plan: Plan) -> None:
    now = work_out(plan, SHILLING)
    assert now.really <= now.everybody
    assert work_out(replace(plan, households=plan.households + 1), 1).everybody >= now.everybody
    dearer = replace(plan, terms=_with(plan.terms, plan.terms.fixed + 1))
    assert work_out(dearer, 1).everybody >= now.everybody


def _with(terms: Terms, fixed: int) -> Terms:
    return Terms(
        connection_type=terms.connection_type, fixed=fixed, unit=terms.unit,
        included=terms.included, blocks=terms.blocks,
    )  # fmt: skip
