"""A card that is done because its figure was reached: the book itself says so, whoever moves the card."""

from __future__ import annotations

from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.oversight.indicators import figure_of
from imt_desktop.plan import actions, queries
from imt_desktop.plan.actions import MoveActionRequest


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
