"""A card whose figure was reached: on which day, and as evidence once it is done, whoever moves the card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.oversight.indicators import figure_of
from imt_desktop.oversight.indicators.reached import Courses
from imt_desktop.period import Month
from imt_desktop.plan import actions, queries
from imt_desktop.plan.actions import MoveActionRequest
from imt_desktop.plan.queries import Action


def move(book: Writing, wanted: MoveActionRequest) -> Recorded:
    """Move a card; where it is done and its figure got there, what the book answers goes along.

    Raises the errors of ``plan.actions.move``.
    """
    value = _reached(book, wanted.action) if wanted.state == "done" else None
    return actions.move(book, wanted, value)


def _reached(book: Writing, number: int) -> int | None:
    watch = next((one.watch for one in queries.actions(book) if one.id == number), None)
    found = figure_of(book, watch.figure, today_of(book)) if watch else None
    if watch is None or found is None or found.value is None:
        return None
    return found.value if watch.reached(found.value) else None


def reached_on(book: Reading, found: Sequence[Action], today: date) -> dict[int, date]:
    """Return by its number the day on which each action's figure first got there since it was planned.

    Where that was kept as evidence, what came after the card was moved is not asked.
    """
    watching = [one for one in found if one.watch and one.state != "dropped"]
    described = committee.committee(book)
    since = min((one.planned_on for one in watching), default=today)
    begun = described.first_month if described else Month.of(since)
    courses, days = Courses(book, since, today, begun), {}
    for one in watching:
        assert one.watch is not None
        until = today if one.reached_entry is None else one.since
        first = courses.first_good(one.watch.figure, one.planned_on, until, one.watch.reached)
        if first is not None:
            days[one.id] = first
    return days
