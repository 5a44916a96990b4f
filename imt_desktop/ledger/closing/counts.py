"""Counts: which one stands for the end of a month, and booking what nobody could explain."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.ledger.closing import entries as c
from imt_desktop.ledger.requests import Request, booking_day, concerning
from imt_desktop.money import Money
from imt_desktop.period import Month, Period


class DifferenceRequest(Request, frozen=True, tag="difference"):
    """Book what a count differed from the book, as the assembly decided."""

    count: int
    decision: int
    text: str = ""
    on: date | None = None
    concerns: str | None = None


class Count(msgspec.Struct, frozen=True):
    """A count of an account, and what the book said at the end of that day."""

    entry: int
    account: int
    on: date
    counted: Money
    expected: Money
    by: tuple[str, ...]
    explanation: str

    @property
    def difference(self) -> Money:
        """Negative where money was missing."""
        return self.counted - self.expected


ONE_DAY = timedelta(days=1)

_SELECT = (
    "SELECT seq, account, effective_on, counted, expected, counted_by, explanation FROM cash_count"
)


def newest_count(book: Reading, account: int) -> Count | None:
    """Return the newest count of an account."""
    row = book.driver.execute(
        f"{_SELECT} WHERE account=? ORDER BY seq DESC LIMIT 1", (account,)
    ).fetchone()
    return _count(book, row) if row else None


def last_count_in(book: Reading, account: int, period: Period) -> Count | None:
    """Return the count of an account with the latest day in a period."""
    days = (period.first.isoformat(), period.last.isoformat())
    row = book.driver.execute(
        f"{_SELECT} WHERE account=? AND effective_on BETWEEN ? AND ?"
        " ORDER BY effective_on DESC, seq DESC LIMIT 1",
        (account, *days),
    ).fetchone()
    return _count(book, row) if row else None


def open_differences(book: Reading) -> tuple[Count, ...]:
    """Return each account's newest count where it differs from the book and that was not booked."""
    accounts = book.driver.execute("SELECT DISTINCT account FROM cash_count ORDER BY account")
    newest = [newest_count(book, account) for (account,) in accounts.fetchall()]
    return tuple(
        count for count in newest if count and count.difference and not _booked(book, count.entry)
    )


_VALID = """
SELECT n.seq, n.account, n.effective_on, n.counted, n.expected, n.counted_by, n.explanation
FROM cash_count n, (
  SELECT coalesce(max(max(seq, coalesce(void, 0))), 0) AS changed,
         coalesce(max(CASE WHEN void IS NULL THEN effective_on END), '') AS day
  FROM posting WHERE account=?1 AND effective_on<=?2
) AS last
WHERE n.account=?1 AND n.seq>last.changed AND n.effective_on>=last.day
ORDER BY n.effective_on, n.seq
"""


def count_for(book: Reading, account: int, last: date, balance: Money) -> Count | None:
    """Return a count made after the account's last entry up to a day: it stands for that day.

    The best is the one against that day's balance that lies nearest to the day; else the earliest of a
    later day, which is held against the book of that later day. One whose difference was booked gives
    way to a count after that.
    """
    rows = book.driver.execute(_VALID, (account, last.isoformat())).fetchall()
    valid = [_count(book, row) for row in rows]
    newest = max((count.entry for count in valid), default=0)
    valid = [count for count in valid if count.entry == newest or not _booked(book, count.entry)]
    same = [count for count in valid if count.expected == balance]
    if same:
        return min(same, key=lambda count: (abs((count.on - last).days), -count.entry))
    return next(iter(valid), None)


def count_at_end(book: Reading, account: int, last: date) -> Count | None:
    """Return the count that stands for what was there at the end of a day, as a closing takes it.

    Of a month that is closed it is the one that its closing names, whatever came after.
    """
    row = book.driver.execute(
        "SELECT seq FROM closed_month WHERE month=?", (str(Month.of(last)),)
    ).fetchone()
    if row is None or last != Month.of(last).last:
        return count_for(book, account, last, balance_before(book, last + ONE_DAY, account))
    closing = book.recorded(row[0]).entry
    assert isinstance(closing, c.MonthClosed)
    named = next((one.count for one in closing.accounts if one.account == account), None)
    return None if named is None else _the_count(book, named)


def book_difference(book: Writing, wanted: DifferenceRequest) -> Recorded:
    """Book a difference that stays unexplained, so that the book says what is really there.

    Raises NoDifferenceError, NoSuchDecisionError, SecondOfficerNeededError and the errors of days.
    """
    row = book.driver.execute(
        "SELECT account FROM cash_count WHERE seq=?", (wanted.count,)
    ).fetchone()
    found = newest_count(book, row[0]) if row else None
    if (
        found is None
        or found.entry != wanted.count
        or not found.difference
        or _booked(book, wanted.count)
    ):
        raise errors.NoDifferenceError(wanted.count).beside("count")
    with at("decision"):
        committee.assembly_decision(book, wanted.decision)
    rules.require_two(book, "difference")
    entry = c.DifferenceBooked(
        count=found.entry,
        account=found.account,
        amount=found.difference.minor,
        decision=wanted.decision,
        text=wanted.text.strip(),
    )
    on = booking_day(book, wanted.on)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def decide_difference(
    book: Writing, wanted: DifferenceRequest, decision: DecisionRequest | None
) -> Recorded:
    """Book a difference, and write down first what the assembly decided, where it is new.

    Raises what ``record_decision`` and ``book_difference`` do.
    """
    if decision is not None:
        recorded = record_decision(book, decision)
        assert isinstance(recorded.entry, DecisionRecorded)
        wanted = msgspec.structs.replace(wanted, decision=recorded.entry.decision)
    return book_difference(book, wanted)


def _booked(book: Reading, count: int) -> bool:
    row = book.driver.execute(
        "SELECT 1 FROM difference d JOIN money_line l USING (seq) WHERE d.count=? AND l.void IS NULL",
        (count,),
    ).fetchone()
    return row is not None


def _the_count(book: Reading, entry: int) -> Count | None:
    row = book.driver.execute(f"{_SELECT} WHERE seq=?", (entry,)).fetchone()
    return _count(book, row) if row else None


def _count(book: Reading, row: tuple) -> Count:  # type: ignore[type-arg]
    return Count(
        row[0], row[1], date.fromisoformat(row[2]), Money(row[3], book.currency),
        Money(row[4], book.currency), tuple(row[5].split("\n")), row[6],
    )  # fmt: skip
