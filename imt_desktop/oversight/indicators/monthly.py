"""Figures of a month: what is so of each month by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.service import queries as service
from imt_desktop.ledger.closing.month import CLOSE_WITHIN
from imt_desktop.ledger.recovery.cost import covered
from imt_desktop.ledger.recovery.in_kind import labour_days
from imt_desktop.oversight.boxes import waits
from imt_desktop.oversight.indicators.figure import MONTHS, WHOLE, Asked
from imt_desktop.oversight.refs import refs
from imt_desktop.period import Month, Period

HANG_WITHIN: Final = 10
"""Days after a month's end by which its notice is made."""

Series = Mapping[Month, int]


def _shares(rows: Iterable[tuple[str, int, int]]) -> Series:
    """Turn months with a part and a whole into shares."""
    return {Month.parse(month): part * WHOLE // whole for month, part, whole in rows if whole}


def _collected(asked: Asked) -> Series:
    """Add bills up by their entry, where all of one have the same month: few are looked at one by one.

    What moved into instalments, or to the next holder, counts where it moved to and when it is due there.
    """
    driver, mixed = asked.book.driver, []
    due: dict[str, list[int]] = {}
    settled = dict(driver.execute("SELECT bill_seq, sum(amount) FROM settlement GROUP BY 1"))
    left = {row[0] for row in driver.execute("SELECT DISTINCT of_seq FROM used WHERE what='bill'")}
    runs = "SELECT seq, min(due_on), max(due_on), sum(amount), count(void) FROM bill GROUP BY 1"
    for seq, first, last, amount, odd in driver.execute(runs):
        if odd or first[:7] != last[:7] or seq in left:
            mixed.append(seq)
        else:
            found = due.setdefault(first[:7], [0, 0])
            found[0] += settled.get(seq, 0)
            found[1] += amount
    for month, paid, amount in driver.execute(
        "SELECT substr(b.due_on, 1, 7), sum(coalesce((SELECT sum(s.amount) FROM settlement s"
        " WHERE s.bill_seq=b.seq AND s.bill_line=b.line), 0)), sum(b.amount - coalesce((SELECT"
        " sum(u.amount) FROM used u WHERE u.what='bill' AND u.of_seq=b.seq AND u.of_line=b.line), 0))"
        " FROM bill b WHERE b.seq IN (SELECT value FROM json_each(?)) AND b.void IS NULL GROUP BY 1",
        (str(mixed),),
    ):
        found = due.setdefault(month, [0, 0])
        found[0] += paid
        found[1] += amount
    return _shares((month, paid, amount) for month, (paid, amount) in due.items())


def _vouchers(asked: Asked) -> Series:
    return _shares((one.month, one.papers, one.asking) for one in asked.lines)


def _two_signatures(asked: Asked) -> Series:
    return _shares((one.month, one.signed, one.above) for one in asked.lines)


def _counts(asked: Asked) -> Series:
    return _shares(
        asked.book.driver.execute(
            "SELECT substr(effective_on, 1, 7), sum(counted=expected), count(*) FROM cash_count"
            " WHERE effective_on BETWEEN ? AND ? GROUP BY 1",
            asked.span,
        )
    )


def _closed(asked: Asked) -> Series:
    closed = asked.book.driver.execute(
        "SELECT c.month, substr(e.at, 1, 10) FROM closed_month c JOIN entry e USING (seq)"
    )
    return _in_time(asked, dict(closed.fetchall()), CLOSE_WITHIN)


def _notices(asked: Asked) -> Series:
    made = asked.book.driver.execute(
        "SELECT p.about, min(substr(e.at, 1, 10)) FROM paper p JOIN entry e USING (seq)"
        " WHERE p.paper='notice' GROUP BY 1"
    )
    return _in_time(asked, dict(made.fetchall()), HANG_WITHIN)


def _in_time(asked: Asked, done: Mapping[str, str], within: int) -> Series:
    """Say of each month whether something was done so many days after it; the newest may have time."""
    found = {}
    for month in asked.months:
        until = month.last + timedelta(days=within)
        day = done.get(str(month))
        if until < asked.today or day:
            found[month] = WHOLE * (day is not None and day <= until.isoformat())
    return found


def _bank(asked: Asked) -> Series:
    """Say of each month with a bank account in use whether a paper of that month was compared."""
    compared = {
        row[0]
        for row in asked.book.driver.execute(
            "SELECT DISTINCT substr(day, 1, 7) FROM bank_paper WHERE day BETWEEN ? AND ?",
            asked.span,
        )
    }
    used = asked.book.driver.execute(
        "SELECT min(month) FROM account_month WHERE account IN"
        " (SELECT id FROM account WHERE type='bank')"
    ).fetchone()[0]
    months = [month for month in asked.months if used and str(month) >= used]
    return {month: WHOLE * (str(month) in compared) for month in months}


def _complaints(asked: Asked) -> Series:
    """Return of each month's complaints, answered or late, how many were answered in time."""
    counted = complaints.by_month(asked.book, asked.months, asked.today)
    return {
        month: one.in_time * WHOLE // (one.in_time + one.late)
        for month, one in counted.items()
        if one.in_time + one.late
    }


def _households(asked: Asked) -> Series:
    """Return of each audit's visits, by the month of its last check, how many found what the book says."""
    return _shares(
        asked.book.driver.execute(
            "SELECT substr(max(n.effective_on), 1, 7), sum(c.result='agrees'),"
            " sum(c.result<>'nobody-home')"
            " FROM audit_check c JOIN entry n ON n.seq=c.seq WHERE c.what='households'"
            " AND n.effective_on<=? GROUP BY c.audit ORDER BY 1",
            (asked.today.isoformat(),),
        )
    )


def _labour(asked: Asked) -> Series:
    """Return the days, in thousandths, that households worked in each month since anybody first did."""
    worked = {
        one.month: labour_days(asked.book, refs(one.worked)) for one in asked.lines if one.worked
    }
    first = min(worked, default="")
    return {
        month: worked.get(str(month), 0) for month in asked.months if first and str(month) >= first
    }


def _recovered(asked: Asked) -> Series:
    """Return how much of the cost of the year that ended with each of the last months users paid."""
    found = {}
    for month in asked.months[-MONTHS:]:
        share = covered(asked.book, Period(year_to(asked, month).first, month.last))
        if share is not None:
            found[month] = share
    return found


def year_to(asked: Asked, month: Month) -> Month:
    """Return the first month of the year that ends with one, or of the book where that is later."""
    return max(month.shift(1 - MONTHS), asked.begun)


def _dry(asked: Asked) -> Series:
    """Return the days without water of each month, since the service log was begun."""
    row = asked.book.driver.execute(
        "SELECT min(day) FROM (SELECT min(reported_on) AS day FROM breakdown UNION ALL"
        " SELECT min(day) FROM supply)"
    ).fetchone()
    months = [month for month in asked.months if row[0] and str(month) >= row[0][:7]]
    return {
        month: service.dry_days(asked.book, month.first, month.last, asked.today)
        for month in months
    }


def _above_limit(asked: Asked) -> Series:
    described = committee.committee(asked.book)
    limit = described.cash_limit if described else None
    if limit is None:
        return {}
    above = Counter(Month.of(day.on) for day in asked.box_days if day.lies > limit.minor)
    return {month: above[month] for month in asked.months}


def _unbanked(asked: Asked) -> Series:
    """Return how long money lay there unbanked at most by a day of each month, since it came.

    What began in the month before counts whole where it ends or goes on.
    """
    longest: dict[Month, int] = {}
    for wait in waits(asked.box_days).values():
        month = Month.of(wait.on)
        longest[month] = max(longest.get(month, 0), wait.days)
    return {month: longest.get(month, 0) for month in asked.months}


BY_MONTH: Final[Mapping[str, Callable[[Asked], Series]]] = {
    "collected": _collected,
    "unbanked": _unbanked,
    "cash-above-limit": _above_limit,
    "vouchers": _vouchers,
    "two-signatures": _two_signatures,
    "months-closed": _closed,
    "statements-in-time": _notices,
    "bank-reconciled": _bank,
    "counts-agree": _counts,
    "complaints-in-time": _complaints,
    "house-visits": _households,
    "labour-days": _labour,
    "days-without-water": _dry,
    "cost-recovery": _recovered,
}
TOGETHER: Final = ("months-closed", "statements-in-time", "bank-reconciled")
"""Where a month is in time or not: the value is the share of all the months."""
OF_A_YEAR: Final = ("cost-recovery",)
"""Where the value of a month is that of the year that ends with it."""
