"""Cash: what lay in the box unbanked or above the limit, and a box that would hold less than nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from imt_desktop.journal import Ref
from imt_desktop.oversight.boxes import BOXES, Wait, waits
from imt_desktop.oversight.questions.question import Asked, Question, Threshold
from imt_desktop.oversight.refs import refs
from imt_desktop.period import Month


def late_banking(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which cash had lain in the box for long and none of it went to the bank.

    Only where there is a bank account in use. That the committee agreed how much may lie there does not
    answer it.
    """
    in_use = asked.book.driver.execute(
        "SELECT 1 FROM account_month WHERE account IN (SELECT id FROM account WHERE type='bank')"
        " AND month<=? LIMIT 1",
        (str(Month.of(asked.today)),),
    ).fetchone()
    if not in_use:
        return
    longest: dict[Month, Wait] = {}
    for wait in waits(asked.box_days).values():
        month = Month.of(wait.on)
        if wait.on >= asked.since and wait.days > max(_days(longest.get(month)), at.limit):
            longest[month] = wait
    for month, wait in longest.items():
        came = tuple(ref for on in _between(wait.since, wait.on) for ref in asked.came.get(on, ()))
        yield Question(at.code, str(month), wait.days, came, month, days=wait.days)


def _days(wait: Wait | None) -> int:
    return wait.days if wait else 0


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=at) for at in range((last - first).days + 1))


def above_limit(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which more than the committee agreed lay in the box on several days."""
    limit = asked.limit
    if limit is None:
        return
    above = (one for one in asked.box_days if one.on >= asked.since and one.lies > limit.minor)
    for month, days in groupby(above, key=lambda one: Month.of(one.on)):
        found = list(days)
        if len(found) > at.limit:
            came = tuple(ref for one in found for ref in asked.came.get(one.on, ()))
            most = asked.money(max(one.lies for one in found))
            yield Question(
                at.code, str(month), len(found), came, month, amount=most, limit=limit
            )  # fmt: skip


def negative_cash(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which a cash box held less than nothing at the end of a day."""
    below: dict[Month, list[_Below]] = defaultdict(list)
    for rows in _by_box(asked).values():
        for month, found in groupby(_below(asked, rows), key=lambda one: Month.of(one[0])):
            below[month].extend(found)
    for month in sorted(below):
        days = {on for on, _, _ in below[month]}
        if len(days) >= at.least:
            went = dict.fromkeys(ref for _, _, lines in below[month] for ref in lines)
            yield Question(
                at.code, str(month), len(days), tuple(went), month,
                amount=asked.money(min(lies for _, lies, _ in below[month])), days=len(days),
            )  # fmt: skip


_Below = tuple[date, int, tuple[Ref, ...]]
"""A day, what a box held at its end, and what had gone out of it since it held less than nothing."""
_Moved = Mapping[date, tuple[int, tuple[Ref, ...]]]


def _by_box(asked: Asked) -> Mapping[int, _Moved]:
    """Return what each box held when these days began, and by day what came less what went, and what went."""
    rows = asked.book.driver.execute(
        "SELECT account, month || '-01', sum(amount_in-amount_out), NULL FROM account_month"
        f" WHERE account IN ({BOXES}) AND month<?3 GROUP BY 1, 2 UNION ALL"
        " SELECT account, effective_on, sum(amount),"
        " group_concat(CASE WHEN amount<0 THEN of_seq || '/' || of_line END) FROM posting"
        f" WHERE account IN ({BOXES}) AND void IS NULL AND effective_on BETWEEN ?1 AND ?2 GROUP BY 1, 2",
        (asked.since.isoformat(), asked.today.isoformat(), str(Month.of(asked.since))),
    )
    boxes: dict[int, dict[date, tuple[int, tuple[Ref, ...]]]] = defaultdict(dict)
    for box, day, amount, went in rows:
        on = max(date.fromisoformat(day), asked.since - timedelta(days=1))
        before = boxes[box].get(on, (0, ()))
        boxes[box][on] = (before[0] + amount, refs(went))
    return boxes


def _below(asked: Asked, moved: _Moved) -> Iterable[_Below]:
    """Yield the days, of all from the first one on, at whose end a box held less than nothing."""
    lies, _ = moved.get(asked.since - timedelta(days=1), (0, ()))
    went: tuple[Ref, ...] = ()
    for on in _between(asked.since, asked.today):
        amount, lines = moved.get(on, (0, ()))
        lies += amount
        went = (*went, *lines) if lies < 0 else ()
        if lies < 0:
            yield on, lies, went
