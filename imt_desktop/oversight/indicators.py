"""Figures that the book itself answers, with their past: what an action of the plan can watch.

Each is a whole number of its unit: shares in hundredths of a per cent, money in minor units. None
means that there is nothing to work it out from yet, which is not the same as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.service import queries as service
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.checklist import ASKS_VOUCHER, HAS_VOUCHER
from imt_desktop.ledger.closing.month import CLOSE_WITHIN
from imt_desktop.ledger.pads import pads
from imt_desktop.ledger.recovery.cost import covered
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.oversight.women import women_in_post
from imt_desktop.period import Month, Period
from imt_desktop.plan.packs import Indicator, toolbox

MONTHS: Final = 12
WHOLE: Final = 10_000
"""All of a share."""
OLD: Final = 90
"""Days after which a debt is an old one."""
HANG_WITHIN: Final = 10
"""Days after a month's end by which its notice is made."""

Series = Mapping[Month, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """What the book answers to an indicator today, and answered for each of the months before."""

    indicator: Indicator
    value: int | None
    past: tuple[int | None, ...]
    """The last months, the oldest first; empty where only today's is known."""

    @property
    def good(self) -> bool | None:
        """Whether it is as good as the field asks; None where the field or the book says nothing."""
        good = self.indicator.good
        if self.value is None or good is None:
            return None
        return self.value >= good if self.indicator.upward else self.value <= good


@dataclass(frozen=True)
class _Asked:
    """The book, today, and the months that are over."""

    book: Reading
    today: date
    months: tuple[Month, ...]

    @property
    def span(self) -> tuple[str, str]:
        """The first and the last day of the months."""
        return self.months[0].first.isoformat(), self.months[-1].last.isoformat()

    @cached_property
    def cash_by_day(self) -> dict[date, int]:
        """What lay in the cash boxes at the end of each day of the months: two figures ask for it."""
        return _cash_by_day(self)


def figures(book: Reading, today: date, months: int = MONTHS) -> tuple[Figure, ...]:
    """Return every figure of the toolbox that this program can work out."""
    asked = _Asked(book, today, _over(book, today, months))
    return tuple(
        _figure(asked, one) for one in toolbox().indicators if one.code in (*_BY_MONTH, *_TODAY)
    )


def _over(book: Reading, today: date, months: int) -> tuple[Month, ...]:
    """Return the last months of the book that are over; none in its first one."""
    newest = Month.of(today).shift(-1)
    described = committee.committee(book)
    first = max(described.first_month, newest.shift(1 - months)) if described else newest
    found = []
    while first <= newest:
        found.append(first)
        first = first.shift(1)
    return tuple(found)


def _figure(asked: _Asked, one: Indicator) -> Figure:
    if one.code in _TODAY:
        return Figure(one, _TODAY[one.code](asked), ())
    if not asked.months:
        return Figure(one, None, ())
    series = _BY_MONTH[one.code](asked)
    past = tuple(series.get(month) for month in asked.months)
    known = [value for value in past if value is not None]
    if one.code in _TOGETHER:
        return Figure(one, sum(known) // len(known) if known else None, past)
    return Figure(one, known[-1] if known else None, past)


def _shares(rows: Iterable[tuple[str, int, int]]) -> Series:
    """Turn months with a part and a whole into shares."""
    return {Month.parse(month): part * WHOLE // whole for month, part, whole in rows if whole}


def _collected(asked: _Asked) -> Series:
    """Add bills up by their entry, where all of one have the same month: few are looked at one by one.

    What moved into instalments, or to the next holder, counts where it moved to and when it is due there.
    """
    driver, mixed = asked.book.driver, []
    due: dict[str, list[int]] = {}
    settled = dict(driver.execute("SELECT bill_seq, sum(amount) FROM settlement GROUP BY 1"))
    left = {row[0] for row in driver.execute("SELECT DISTINCT of_seq FROM used WHERE what='bill'")}
    runs = "SELECT seq, min(due_on), max(due_on), sum(amount), max(void IS NOT NULL) FROM bill GROUP BY 1"
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


def _vouchers(asked: _Asked) -> Series:
    return _shares(
        asked.book.driver.execute(
            f"SELECT substr(effective_on, 1, 7), sum({HAS_VOUCHER}), count(*) FROM money_line"
            f" WHERE {ASKS_VOUCHER} AND void IS NULL AND effective_on BETWEEN ? AND ? GROUP BY 1",
            asked.span,
        )
    )


def _two_signatures(asked: _Asked) -> Series:
    return _shares(
        asked.book.driver.execute(
            "SELECT substr(m.effective_on, 1, 7), sum(e.signature<>'unsigned' AND EXISTS (SELECT 1 FROM"
            " countersigned c WHERE c.seq=m.seq)), count(*) FROM money_line m JOIN entry e USING (seq)"
            " WHERE m.what='out' AND m.void IS NULL AND m.effective_on BETWEEN ? AND ?"
            " AND m.amount > (SELECT coalesce(expense_limit, m.amount) FROM limits"
            " WHERE since<=m.effective_on ORDER BY since DESC, seq DESC LIMIT 1) GROUP BY 1",
            asked.span,
        )
    )


def _counts(asked: _Asked) -> Series:
    return _shares(
        asked.book.driver.execute(
            "SELECT substr(effective_on, 1, 7), sum(counted=expected), count(*) FROM cash_count"
            " WHERE effective_on BETWEEN ? AND ? GROUP BY 1",
            asked.span,
        )
    )


def _closed(asked: _Asked) -> Series:
    closed = asked.book.driver.execute(
        "SELECT c.month, substr(e.at, 1, 10) FROM closed_month c JOIN entry e USING (seq)"
    )
    return _in_time(asked, dict(closed.fetchall()), CLOSE_WITHIN)


def _notices(asked: _Asked) -> Series:
    made = asked.book.driver.execute(
        "SELECT p.about, min(substr(e.at, 1, 10)) FROM paper p JOIN entry e USING (seq)"
        " WHERE p.paper='notice' GROUP BY 1"
    )
    return _in_time(asked, dict(made.fetchall()), HANG_WITHIN)


def _in_time(asked: _Asked, done: Mapping[str, str], within: int) -> Series:
    """Say of each month whether something was done so many days after it; the newest may have time."""
    found = {}
    for month in asked.months:
        until = month.last + timedelta(days=within)
        day = done.get(str(month))
        if until < asked.today or day:
            found[month] = WHOLE * (day is not None and day <= until.isoformat())
    return found


def _bank(asked: _Asked) -> Series:
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


def _complaints(asked: _Asked) -> Series:
    """Return of each month's complaints, answered or late, how many were answered in time."""
    counted = complaints.by_month(asked.book, asked.months, asked.today)
    return {
        month: one.in_time * WHOLE // (one.in_time + one.late)
        for month, one in counted.items()
        if one.in_time + one.late
    }


def _households(asked: _Asked) -> Series:
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


def _labour(asked: _Asked) -> Series:
    """Return how often households worked in each month, since the first time anybody did."""
    worked = dict(
        asked.book.driver.execute(
            "SELECT substr(effective_on, 1, 7), count(*) FROM money_line WHERE what='labour'"
            " AND void IS NULL GROUP BY 1"
        ).fetchall()
    )
    first = min(worked, default="")
    return {
        month: worked.get(str(month), 0) for month in asked.months if first and str(month) >= first
    }


def _dry(asked: _Asked) -> Series:
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


def _above_limit(asked: _Asked) -> Series:
    described = committee.committee(asked.book)
    limit = described.cash_limit if described else None
    if limit is None:
        return {}
    ends = asked.cash_by_day
    return {month: sum(ends[day] > limit.minor for day in _days(month)) for month in asked.months}


def _unbanked(asked: _Asked) -> Series:
    """Return the longest run of days in each month with cash at the end of all, and no banking."""
    ends = asked.cash_by_day
    banked = {
        row[0]
        for row in asked.book.driver.execute(
            "SELECT DISTINCT m.effective_on FROM money_line m JOIN account a ON a.id=m.account"
            " WHERE m.what='move' AND a.type='cash' AND m.void IS NULL"
            " AND m.effective_on BETWEEN ? AND ?",
            asked.span,
        )
    }
    found = {}
    for month in asked.months:
        lies = (ends[day] > 0 and day.isoformat() not in banked for day in _days(month))
        runs = (sum(1 for _ in run) for lying, run in groupby(lies) if lying)
        found[month] = max(runs, default=0)
    return found


def _days(month: Month) -> tuple[date, ...]:
    return tuple(month.first + timedelta(days=at) for at in range(month.last.day))


def _cash_by_day(asked: _Asked) -> dict[date, int]:
    """Return what lay in the cash boxes at the end of each day of the months."""
    driver = asked.book.driver
    cash = "account IN (SELECT id FROM account WHERE type='cash')"
    lies = driver.execute(
        f"SELECT coalesce(sum(amount_in - amount_out), 0) FROM account_month WHERE {cash} AND month<?",
        (str(asked.months[0]),),
    ).fetchone()[0]
    moved: dict[str, int] = {}
    for (box,) in driver.execute("SELECT id FROM account WHERE type='cash'").fetchall():
        # One account at a time takes half as long as all of a list.
        for day, amount in driver.execute(
            "SELECT effective_on, sum(amount) FROM posting WHERE account=? AND effective_on"
            " BETWEEN ? AND ? GROUP BY 1",
            (box, *asked.span),
        ):
            moved[day] = moved.get(day, 0) + amount
    found = {}
    for month in asked.months:
        for at in _days(month):
            lies += moved.get(at.isoformat(), 0)
            found[at] = lies
    return found


def _old_arrears(asked: _Asked) -> int | None:
    before = (asked.today - timedelta(days=OLD)).isoformat()
    row = asked.book.driver.execute(
        "SELECT sum(open), (SELECT count(*) FROM bill) FROM bill WHERE open > 0 AND due_on<?",
        (before,),
    ).fetchone()
    return int(row[0] or 0) if row[1] else None


def _pad_gaps(asked: _Asked) -> int | None:
    found = pads(asked.book)
    return sum(len(pad.missing) for pad in found) if found else None


def _recovered(asked: _Asked) -> int | None:
    last = asked.months[-MONTHS:]
    if not last:
        return None
    share = covered(asked.book, Period(last[0].first, last[-1].last))
    return None if share is None else share * 100


def _assemblies(asked: _Asked) -> int | None:
    """Return how many assemblies were held in a year; nothing before any meeting was written down."""
    return _of_a_year(
        asked,
        "SELECT held_on FROM meeting WHERE what='assembly' AND held_on IS NOT NULL",
        "meeting",
    )


def _tests(asked: _Asked) -> int | None:
    """Return on how many days of a year water was tested; nothing before the first test."""
    return _of_a_year(asked, "SELECT DISTINCT tested_on FROM water_test", "water_test")


def _of_a_year(asked: _Asked, days: str, table: str) -> int | None:
    since = (asked.today - timedelta(days=365)).isoformat()
    driver = asked.book.driver
    if not driver.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():
        return None
    found = [row[0] for row in driver.execute(days)]
    return len([day for day in found if since < day <= asked.today.isoformat()])


def _women(asked: _Asked) -> int | None:
    found = women_in_post(asked.book, asked.today)
    return None if found is None else found[0] * WHOLE // found[1]


def _saved(asked: _Asked) -> int | None:
    found = [one for one in reserves(asked.book) if one.target]
    wanted = sum(one.target.minor for one in found if one.target)
    return sum(one.account.balance.minor for one in found) * WHOLE // wanted if wanted else None


_BY_MONTH: Final[Mapping[str, Callable[[_Asked], Series]]] = {
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
}
_TOGETHER: Final = ("months-closed", "statements-in-time", "bank-reconciled")
"""Where a month is in time or not: the value is the share of all the months."""
_TODAY: Final[Mapping[str, Callable[[_Asked], int | None]]] = {
    "arrears-90": _old_arrears,
    "pad-gaps": _pad_gaps,
    "cost-recovery": _recovered,
    "reserve-set-aside": _saved,
    "assemblies-held": _assemblies,
    "water-tests": _tests,
    "women-in-post": _women,
}
