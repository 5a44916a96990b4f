"""What lists show: old balances that wait for a word, counts, own kinds of money, a preview."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.journal import Ref
from imt_desktop.ledger import accounts, errors, members, openings
from imt_desktop.ledger.accounts import CategoryRequest, CountRequest, counts, own_categories
from imt_desktop.ledger.billing import preview
from imt_desktop.ledger.members import MemberStatusRequest
from imt_desktop.ledger.openings import ConfirmRequest, unconfirmed
from imt_desktop.period import Month
from tests.builders import FIRST, Desk, household, kes, opening


def test_old_balances_wait_until_the_members_agree(desk: Desk) -> None:
    desk.join(household("One"), household("Two"))
    old = desk.open(
        opening("debt", 900, member="1", since=date(2025, 12, 31)),
        opening("ahead", 100, member="2"),
        opening("debt", 50, member="2", confirmed=True),
    )
    first, second = desk.see(unconfirmed)
    assert (first.number, first.what, first.amount, first.since) == (
        "1", "debt", kes(900), date(2025, 12, 31),
    )  # fmt: skip
    assert (second.name, second.what) == ("Two", "ahead")
    desk.do(openings.confirm, ConfirmRequest(balances=(Ref(old.seq, 1),)))
    assert desk.see(unconfirmed) == (second,)
    desk.void(old.seq, 2)
    assert not desk.see(unconfirmed)


def test_counts_tell_the_difference(desk: Desk) -> None:
    desk.get(500)
    for counted, why in ((500, ""), (480, "no small change")):
        wanted = CountRequest(counted=Decimal(counted), by=("A. B.", "C. D."), explanation=why)
        desk.do(accounts.count, wanted)
    last, first = desk.see(counts)
    assert (last.difference, last.explanation, last.by) == (
        -kes(20), "no small change", ("A. B.", "C. D."),
    )  # fmt: skip
    assert not first.difference
    assert not desk.see(counts, Month(2026, 9).period)


def test_an_own_kind_is_listed_with_its_direction_and_named_once(desk: Desk) -> None:
    desk.do(accounts.add_category, CategoryRequest(direction="out", name="Honoraria"))
    desk.do(accounts.add_category, CategoryRequest(direction="in", name="Raffle"))
    assert [(one.direction, one.name) for one in desk.see(own_categories)] == [
        ("out", "Honoraria"), ("in", "Raffle"),
    ]  # fmt: skip
    with pytest.raises(errors.CodeTakenError) as refused:
        desk.do(accounts.add_category, CategoryRequest(direction="out", name=" Honoraria"))
    assert refused.value.field == "name"


def test_a_preview_tells_since_when_and_what_is_paid_ahead(desk: Desk) -> None:
    desk.adopt(450)
    desk.join(household("One"), household("Two"), on=FIRST)
    desk.bill("2026-09")
    desk.pay("1", 650)
    wanted = MemberStatusRequest(member="2", status="cut-off", reason="late", on=date(2026, 10, 3))
    desk.do(members.change_status, wanted)
    plan = desk.see(preview, Month(2026, 10))
    assert (plan.total, plan.ahead, plan.before) == (kes(450), kes(200), kes(900))
    assert [(one.reason, one.since) for one in plan.left_out] == [
        ("member-cut-off", date(2026, 10, 3))
    ]
