"""A month is billed as it stood when it ended, however late its bills are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import billing, errors, members
from imt_desktop.ledger.billed import never_billed
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.builders import FIRST, Desk, household, opening

Book = Callable[..., Desk]
AUGUST, SEPTEMBER, OCTOBER = (Month(2026, n) for n in (8, 9, 10))
"""It is 14 October."""


def said(desk: Desk, month: Month = SEPTEMBER) -> tuple[list[str], dict[str, tuple[str, Any]]]:
    """Who is billed for a month, and who is left out, why, and since when."""
    plan = desk.see(billing.preview, month)
    left_out = {one.number: (one.reason, one.since) for one in plan.left_out}
    return [line.number for line in plan.lines], left_out


def set_member(desk: Desk, member: str, status: str, **more: Any) -> None:
    wanted = members.MemberStatusRequest(member=member, status=status, reason="asked", **more)
    desk.do(members.change_status, wanted)


def set_tap(desk: Desk, connection: int, status: str, **more: Any) -> None:
    wanted = members.ConnectionStatusRequest(
        connection=connection, status=status, reason="asked", **more
    )
    desk.do(members.change_connection, wanted)


def test_who_joined_later_is_not_billed_and_the_preview_says_since_when(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.join(household("Within"), on=date(2026, 9, 30))
    desk.join(household("Later"), on=date(2026, 10, 1))
    desk.join(household("Today"))
    assert said(desk) == (
        ["1", "2"],
        {"3": ("member-later", date(2026, 10, 1)), "4": ("member-later", date(2026, 10, 14))},
    )
    assert len(desk.bill("2026-09").entry.lines) == 2
    assert said(desk, OCTOBER) == (["1", "2", "3", "4"], {})


def test_a_connection_made_later_is_not_billed(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.connect("1", on=date(2026, 10, 2))
    assert said(desk) == (["1"], {"1": ("connection-later", date(2026, 10, 2))})
    assert said(desk, OCTOBER) == (["1", "1"], {})


def test_who_left_since_is_billed_for_the_month_before(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    set_member(desk, "1", "left", on=date(2026, 10, 1))
    set_member(desk, "2", "left", on=date(2026, 9, 30))
    set_tap(desk, 3, "ended", on=date(2026, 10, 3))
    assert said(desk) == (["1", "3"], {"2": ("member-left", date(2026, 9, 30))})
    assert said(desk, OCTOBER)[0] == []


def test_who_was_cut_off_then_and_is_back_is_left_out_of_that_month(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    set_member(desk, "1", "cut-off", on=date(2026, 8, 20))
    set_member(desk, "1", "active", on=date(2026, 10, 1))
    set_tap(desk, 2, "cut-off", on=date(2026, 9, 5))
    set_tap(desk, 2, "active", on=date(2026, 10, 5))
    assert said(desk) == (
        [],
        {
            "1": ("member-cut-off", date(2026, 8, 20)),
            "2": ("connection-cut-off", date(2026, 9, 5)),
        },
    )
    assert said(desk, AUGUST)[0] == ["2"]
    assert said(desk, OCTOBER) == (["1", "2"], {})


def test_the_holder_of_that_month_is_billed_and_nobody_twice(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.hand_over(1, "2", on=date(2026, 10, 1))
    (one, two) = desk.bill("2026-09").entry.lines
    assert [(one.member, one.connection), (two.member, two.connection)] == [(1, 1), (2, 2)]
    with pytest.raises(errors.NobodyToBillError):
        desk.bill("2026-09")
    with pytest.raises(errors.BilledAlreadyError):
        desk.bill_one("2", 450, "fee", connection=1, period="2026-09")
    assert [line.member for line in desk.bill("2026-10").entry.lines] == [2, 2]


def test_a_month_that_today_s_holder_was_billed_for_is_not_billed_again(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.hand_over(1, "2", on=date(2026, 10, 1))
    desk.bill_one("2", 450, "fee", connection=1, period="2026-09")
    assert said(desk) == (["2"], {"1": ("billed", None)})


def test_those_who_shared_then_share_the_bill(book_with: Book) -> None:
    desk = book_with(members=2, fee=451)
    desk.hand_over(1, "1", "2", on=date(2026, 9, 1))
    desk.hand_over(1, "1", on=date(2026, 10, 1))
    lines = desk.bill("2026-09").entry.lines
    assert [(line.member, line.amount) for line in lines] == [(1, 22550), (2, 22550), (2, 45100)]


def test_what_came_late_into_an_open_month_counts_from_when_it_was(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    set_member(desk, "1", "left", concerns="2026-09")
    set_member(desk, "2", "cut-off", concerns="2026-09-14")
    desk.do(
        members.join,
        members.JoinRequest(lines=(household("Forgotten"),), concerns="2026-08-02"),
    )
    assert said(desk) == (
        ["3"],
        {"1": ("member-left", date(2026, 9, 1)), "2": ("member-cut-off", date(2026, 9, 14))},
    )


def test_where_all_joined_later_the_refusal_says_when_the_first_one_did(book_with: Book) -> None:
    desk = book_with(fee=450)
    desk.join(household("Later"), on=date(2026, 10, 5))
    desk.join(household("Today"))
    with pytest.raises(errors.NobodyYetError) as refused:
        desk.bill("2026-09")
    assert (refused.value.month, refused.value.day) == ("2026-09", "2026-10-05")
    assert (
        desk.see(never_billed, Month.of(FIRST), OCTOBER.first) == ()
    )  # and nobody is asked to bill it


def test_members_brought_in_today_with_old_debts_are_billed_for_this_month(book_with: Book) -> None:
    desk = book_with(fee=450)
    desk.join(household("Old debtor"))
    desk.open(opening("debt", 900, member="1", since=date(2026, 3, 1)))
    assert said(desk) == ([], {"1": ("member-later", date(2026, 10, 14))})
    assert said(desk, OCTOBER) == (["1"], {})


def test_a_book_billed_late_rebuilds_and_verifies(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.hand_over(1, "2", on=date(2026, 10, 1))
    set_member(desk, "3", "left")
    desk.bill("2026-09")
    bills = desk.rows("SELECT * FROM bill")
    rebuild_file(desk.book.path, ROOMS)
    assert desk.rows("SELECT * FROM bill") == bills
    assert verify(desk.book.path, ROOMS).problems == ()
