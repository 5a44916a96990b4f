"""What lay in the cash boxes day by day, and how long money lay there before any of it was banked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from imt_desktop.journal import Reading
from imt_desktop.period import Month

BOXES: Final = "SELECT id FROM account WHERE type='cash'"


class BoxDay(NamedTuple):
    """A day, as it ended."""

    on: date
    lies: int
    """What lay in all boxes together, in minor units."""
    banked: bool
    """Whether any of it left the boxes for the bank, mobile money or savings."""


class Wait(NamedTuple):
    """How long money lay there by the end of a day: since it came, or since some of it was banked."""

    on: date
    since: date
    days: int


def box_days(book: Reading, first: date, last: date) -> list[BoxDay]:
    """Return each day until the last one; it begins with a banking before the first one.

    So whoever counts how long money lay there counts from its beginning.
    """
    month = _begin(book, Month.of(first))
    (lies,) = book.driver.execute(
        "SELECT coalesce(sum(amount_in - amount_out), 0) FROM account_month"
        f" WHERE account IN ({BOXES}) AND month<?",
        (str(month),),
    ).fetchone()
    moved, found, day = _moved(book, month.first, last), [], month.first
    while day <= last:
        amount, banked = moved.get(day.isoformat(), (0, False))
        lies += amount
        found.append(BoxDay(day, lies, banked))
        day += timedelta(days=1)
    return found


def _begin(book: Reading, month: Month) -> Month:
    """Return the last month before in which more was banked than fetched, or the first with any cash."""
    read = book.driver.execute
    banked = read(
        f"SELECT month FROM account_month WHERE account IN ({BOXES}) AND kind='move' AND month<?"
        " GROUP BY 1 HAVING sum(amount_in - amount_out)<0 ORDER BY 1 DESC LIMIT 1",
        (str(month),),
    ).fetchone()
    begun = (
        banked
        or read(f"SELECT min(month) FROM account_month WHERE account IN ({BOXES})").fetchone()
    )
    return min(Month.parse(begun[0]), month) if begun[0] else month


def _moved(book: Reading, first: date, last: date) -> Mapping[str, tuple[int, bool]]:
    """Return what came less what went on each day, and whether any was banked."""
    found: dict[str, tuple[int, bool]] = {}
    for (box,) in book.driver.execute(BOXES).fetchall():
        # One account at a time takes half as long as all of a list.
        for day, amount, banked in book.driver.execute(
            "SELECT effective_on, sum(amount), sum(kind='move' AND amount<0 AND NOT EXISTS"
            " (SELECT 1 FROM posting t WHERE t.seq=p.seq AND t.line=p.line AND t.amount>0"
            f" AND t.account IN ({BOXES}))) FROM posting p"
            " WHERE account=? AND void IS NULL AND effective_on BETWEEN ? AND ? GROUP BY 1",
            (box, first.isoformat(), last.isoformat()),
        ):
            before = found.get(day, (0, False))
            found[day] = (before[0] + amount, before[1] or banked > 0)
    return found


def waits(days: Iterable[BoxDay]) -> dict[date, Wait]:
    """Return the days at whose end money lay there, each with how long it did by then.

    From one banking to the next it is as many days as the calendar says between them.
    """
    found: dict[date, Wait] = {}
    since: date | None = None
    for day in days:
        if day.lies <= 0:
            since = None
            continue
        if since is None or day.banked:
            since = day.on
        found[day.on] = Wait(day.on, since, (day.on - since).days + 1)
    return found
