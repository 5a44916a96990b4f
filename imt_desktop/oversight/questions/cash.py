"""Cash: what lay in the box unbanked, and a box that would hold less than nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from imt_desktop.journal import Ref
from imt_desktop.oversight.questions.question import Asked, Question, Threshold, refs
from imt_desktop.period import Month


def late_banking(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which cash lay in the box for days and none of it went to the bank.

    Only where there is a bank account in use, and beyond what the committee agreed may lie there.
    """
    rows = asked.book.driver.execute(
        "SELECT m.month || '-01', sum(CASE WHEN a.type='cash' THEN amount_in-amount_out ELSE 0 END),"
        " 0, NULL, max(a.type='bank') FROM account_month m JOIN account a ON a.id=m.account"
        " WHERE m.month<?3 GROUP BY 1 UNION ALL"
        " SELECT p.effective_on, sum(CASE WHEN a.type='cash' THEN p.amount ELSE 0 END),"
        " max(p.kind='move' AND p.amount<0 AND a.type='cash'),"
        " group_concat(CASE WHEN a.type='cash' AND p.amount>0 THEN p.of_seq || '/' || p.of_line END),"
        " max(a.type='bank') FROM posting p JOIN account a ON a.id=p.account"
        " WHERE p.void IS NULL AND p.effective_on BETWEEN ?1 AND ?2 GROUP BY 1 ORDER BY 1",
        (asked.since.isoformat(), asked.today.isoformat(), str(Month.of(asked.since))),
    ).fetchall()
    if any(row[4] for row in rows):
        described = asked.limit
        for month, days in _lying(asked, rows, described.minor if described else 0):
            if len(days) > at.limit:
                came = tuple(ref for _, lines in days for ref in lines)
                yield Question(
                    at.code, str(month), len(days), came, month, days=len(days), limit=described
                )  # fmt: skip


Day = tuple[date, tuple[Ref, ...]]


def _lying(
    asked: Asked, rows: list[tuple[str, int, int, str, int]], limit: int
) -> Iterator[tuple[Month, list[Day]]]:
    """Yield each month's longest run of days on which more than the limit lay there, unbanked."""
    by_day = {row[0]: row for row in rows}
    lies = sum(row[1] for row in rows if row[0] < asked.since.isoformat())
    first = max(asked.since, date.fromisoformat(rows[0][0]))
    days = []
    for number in range((asked.today - first).days + 1):
        day = first + timedelta(days=number)
        _, amount, banked, came, _ = by_day.get(day.isoformat(), ("", 0, 0, "", 0))
        lies += amount
        days.append((day, lies > limit and not banked, came))
    for month, of_month in groupby(days, key=lambda one: Month.of(one[0])):
        runs = [list(run) for lying, run in groupby(of_month, key=lambda one: one[1]) if lying]
        longest = max(runs, key=len, default=[])
        yield month, [(day, refs(came)) for day, _, came in longest]


def negative_cash(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which a cash box held less than nothing at the end of a day."""
    rows = asked.book.driver.execute(
        "SELECT m.account, m.month || '-01', sum(amount_in-amount_out), NULL FROM account_month m"
        " JOIN account a ON a.id=m.account AND a.type='cash' WHERE m.month<?3 GROUP BY 1, 2 UNION ALL"
        " SELECT p.account, p.effective_on, sum(p.amount),"
        " group_concat(CASE WHEN p.amount<0 THEN p.of_seq || '/' || p.of_line END)"
        " FROM posting p JOIN account a ON a.id=p.account AND a.type='cash'"
        " WHERE p.void IS NULL AND p.effective_on BETWEEN ?1 AND ?2 GROUP BY 1, 2 ORDER BY 1, 2",
        (asked.since.isoformat(), asked.today.isoformat(), str(Month.of(asked.since))),
    )
    below: dict[Month, list[tuple[int, tuple[Ref, ...]]]] = {}
    for _, days in groupby(rows, key=lambda row: row[0]):
        lies = 0
        for _, day, amount, went in days:
            lies += amount
            if lies < 0 and day >= asked.since.isoformat():
                month = Month.of(date.fromisoformat(day))
                below.setdefault(month, []).append((lies, refs(went)))
    for month, found in below.items():
        if len(found) >= at.least:
            yield Question(
                at.code, str(month), len(found), tuple(ref for _, went in found for ref in went),
                month, amount=asked.money(min(lies for lies, _ in found)), days=len(found),
            )  # fmt: skip
