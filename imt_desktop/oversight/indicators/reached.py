"""On which day a figure first got where it should, by the days of what it is worked out from.

What stands on a day got there on one. What is so of a month got there with its last day, or when what was
late for it came: fees that were paid after they were due, the month's closing, its notice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.month import CLOSE_WITHIN
from imt_desktop.oversight.indicators.figure import MONTHS, WHOLE, Asked, days_of
from imt_desktop.oversight.indicators.monthly import BY_MONTH, HANG_WITHIN, TOGETHER, Series
from imt_desktop.oversight.indicators.standing import STANDING
from imt_desktop.period import Month

Good = Callable[[int], bool]
"""Whether a value is where it should be."""


class Courses:
    """How figures went since a day. Each is worked out once, however many actions watch it."""

    def __init__(self, book: Reading, since: date, today: date, begun: Month) -> None:
        newest = Month.of(today).shift(-1)
        first = max(begun, min(Month.of(since), newest).shift(-MONTHS))
        months = [first]
        while months[-1] < newest:
            months.append(months[-1].shift(1))
        self._asked = Asked(book, today, tuple(months) if first <= newest else (), begun)
        self._series = cache(self._by_month)
        self._ends = cache(self._at_ends)
        self._standing = cache(self._of_days)
        self._late = cache(lambda code, month: LATE[code](self._asked, month))

    def first_good(self, code: str, since: date, until: date, good: Good) -> date | None:
        """Return the first day from ``since`` to ``until`` on which a figure was good.

        While no month since has an answer of its own, the newest one before holds, as it does in the
        figure.
        """
        if code in STANDING:
            return self._first_day(code, since, until, good)
        return self._first_month(code, since, until, good) if code in BY_MONTH else None

    # What is so of a month

    def _first_month(self, code: str, since: date, until: date, good: Good) -> date | None:
        answered = [
            (month, value)
            for month, value in self._series(code).items()
            if month < Month.of(until)
        ]  # fmt: skip
        newer = [one for one in answered if one[0].last >= since]
        for month, value in newer or answered[-1:]:
            if good(value):
                late = self._late(code, month) if code in LATE else ()
                came = next((day for day, part in late if part is None or good(part)), month.last)
                return max(month.last, came)
        return None

    def _by_month(self, code: str) -> Series:
        """Return the answers, the oldest first; where all months count together each is that of a year."""
        if not self._asked.months:
            return {}
        found = BY_MONTH[code](self._asked)
        known = {month: found[month] for month in self._asked.months if month in found}
        if code not in TOGETHER:
            return known
        return {month: _mean(known, month) for month in known}

    # What stands on a day

    def _first_day(self, code: str, since: date, until: date, good: Good) -> date | None:
        ends = [end for end, value in self._ends(code).items() if _is_good(value, good)]
        for end in (*(end for end in ends if since <= end < until), until):
            month = self._standing(code, Month.of(end))
            for day, value in month.items():
                if since <= day <= end and _is_good(value, good):
                    return day
        return None

    def _at_ends(self, code: str) -> Mapping[date, int | None]:
        ends = [month.last for month in self._asked.months]
        return dict(
            zip(ends, STANDING[code](self._asked, (*ends, self._asked.today)), strict=False)
        )

    def _of_days(self, code: str, month: Month) -> Mapping[date, int | None]:
        days = [day for day in days_of(month) if day <= self._asked.today]
        return dict(zip(days, STANDING[code](self._asked, days), strict=True))


def _is_good(value: int | None, good: Good) -> bool:
    return value is not None and good(value)


def _mean(known: Series, month: Month) -> int:
    year = [value for at, value in known.items() if month.shift(-MONTHS) < at <= month]
    return sum(year) // len(year)


Late = Sequence[tuple[date, int | None]]
"""Days on which something came for a month, and how much of all was there then; None says nothing of that."""


def _paid(asked: Asked, month: Month) -> Late:
    """Return on which days what was due in a month was paid, and how much was by then."""
    days = month.first.isoformat(), month.last.isoformat()
    due = asked.book.driver.execute(
        "SELECT sum(b.amount - coalesce((SELECT sum(u.amount) FROM used u WHERE u.what='bill'"
        " AND u.of_seq=b.seq AND u.of_line=b.line), 0)) FROM bill b"
        " WHERE b.due_on BETWEEN ? AND ? AND b.void IS NULL",
        days,
    ).fetchone()[0]
    paid, found = 0, list[tuple[date, int | None]]()
    for on, amount in asked.book.driver.execute(
        "SELECT e.effective_on, sum(s.amount) FROM bill b"
        " CROSS JOIN settlement s ON s.bill_seq=b.seq AND s.bill_line=b.line"  # from the month's bills
        " CROSS JOIN entry e ON e.seq=s.seq"
        " WHERE b.due_on BETWEEN ? AND ? AND b.void IS NULL GROUP BY 1 ORDER BY 1",
        days,
    ):
        paid += amount
        found.append((date.fromisoformat(on), paid * WHOLE // due if due else None))
    return found


def _done(sql: str, within: int) -> Callable[[Asked, Month], Late]:
    """Return a look for the day on which something was done in time for a month."""

    def look(asked: Asked, month: Month) -> Late:
        (text,) = asked.book.driver.execute(sql, (str(month),)).fetchone()
        day = date.fromisoformat(text) if text else date.max
        return [(day, None)] if day <= month.last + timedelta(days=within) else []

    return look


LATE: Final[Mapping[str, Callable[[Asked, Month], Late]]] = {
    "collected": _paid,
    "months-closed": _done(
        "SELECT min(substr(e.at, 1, 10)) FROM closed_month c JOIN entry e USING (seq)"
        " WHERE c.month=?",
        CLOSE_WITHIN,
    ),
    "statements-in-time": _done(
        "SELECT min(substr(e.at, 1, 10)) FROM paper p JOIN entry e USING (seq)"
        " WHERE p.paper='notice' AND p.about=?",
        HANG_WITHIN,
    ),
}
"""What comes after a month and counts for it."""
