"""A member's history: read from above, each balance follows from the line before it, as on the statement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from imt_desktop.ledger.member_account import member_account
from imt_desktop.ledger.register import HistoryLine, card
from imt_desktop.period import Period
from tests.builders import TODAY, Desk, opening

ALL = Period(date(2026, 1, 1), date(2027, 12, 31))


def history(desk: Desk, number: str = "1") -> list[HistoryLine]:
    """Return the card's lines, once they are those of the statement."""
    lines = list(desk.see(card, number).history)
    paper = desk.see(member_account, number, ALL).lines
    assert [(one.on, one.what, one.billed, one.paid, one.balance) for one in lines] == [
        (one.on, one.what, one.billed, one.paid, one.balance) for one in paper
    ]
    assert [one.on for one in lines] == sorted(one.on for one in lines)
    return lines


def told(lines: list[HistoryLine]) -> list[tuple[str, str, int]]:
    return [(str(one.on), one.what, int(one.balance.decimal)) for one in lines]


def test_a_bill_made_late_stands_before_what_paid_it(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    desk.pay("1", 450, on=date(2026, 10, 2))
    desk.bill("2026-09", on=date(2026, 10, 5))  # owed since the end of September
    assert told(history(desk)) == [("2026-09-30", "bill", 450), ("2026-10-02", "payment", 0)]


def test_on_one_day_what_was_billed_stands_first(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    desk.pay("1", 1000, on=TODAY)
    desk.bill_one("1", 300, on=TODAY)
    desk.pay("1", 50, on=TODAY)
    assert told(history(desk)) == [
        (str(TODAY), "bill", 300), (str(TODAY), "payment", -700), (str(TODAY), "payment", -750),
    ]  # fmt: skip


def test_debts_of_the_old_book_stand_on_their_days(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    old = (
        opening("debt", 90, member="1", since=date(2026, 3, 1)),
        opening("debt", 60, member="1", since=date(2026, 2, 1)),
    )
    desk.open(*old, on=date(2026, 8, 31))
    desk.pay("1", 100, on=date(2026, 9, 5))
    desk.bill("2026-09")
    assert told(history(desk)) == [
        ("2026-02-01", "bill", 60), ("2026-03-01", "bill", 150), ("2026-09-05", "payment", 50),
        ("2026-09-30", "bill", 500),
    ]  # fmt: skip
