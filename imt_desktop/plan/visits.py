"""Following up: coaching visits and the committee's own reviews walk the board."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors
from imt_desktop.plan.requests import (
    Request,
    RequestLine,
    chosen,
    current,
    happened,
    people,
    require,
)

KINDS: Final = ("coaching", "review")


class SeenLine(RequestLine, frozen=True):
    """What was seen of an action."""

    action: int
    words: str


class VisitRequest(Request, frozen=True, tag="visit"):
    """Write down what a visit saw and what was decided."""

    by: str
    what: str = "review"
    women: int = 0
    men: int = 0
    lines: tuple[SeenLine, ...] = ()
    decided: str = ""
    next_on: date | None = None
    on: date | None = None


def visit(book: Writing, wanted: VisitRequest) -> Recorded:
    """Write a visit down.

    Raises NoRoundError, ChoiceError, NameMissingError, PeopleError, NobodyCameError,
    NoSuchActionError, NotYetError, NextVisitError.
    """
    number = current(book)
    if not wanted.by.strip():
        raise errors.NameMissingError().beside("by")
    if not (wanted.lines or wanted.decided.strip()):
        raise errors.TitleMissingError().beside("decided")
    women, men = people(wanted.women, "women"), people(wanted.men, "men")
    if not women + men:
        raise errors.NobodyCameError().beside("women")
    on = happened(book, wanted.on)
    if wanted.next_on is not None and wanted.next_on <= on:
        error = errors.NextVisitError(wanted.next_on.isoformat(), on.isoformat())
        raise error.beside("next_on")
    entry = e.PlanVisited(
        round=number,
        what=chosen(wanted.what, KINDS, "what"),
        by=wanted.by.strip(),
        women=women,
        men=men,
        lines=tuple(_seen(book, at_, line) for at_, line in enumerate(wanted.lines, 1)),
        decided=wanted.decided.strip(),
        next_on=wanted.next_on,
    )
    return book.append(entry, on=on)


def _seen(book: Writing, number: int, line: SeenLine) -> e.Seen:
    with at("lines", number):
        with at("action"):
            require(book, "plan_action", line.action, errors.NoSuchActionError)
        if not line.words.strip():
            raise errors.TitleMissingError().beside("words")
        return e.Seen(action=line.action, words=line.words.strip())
