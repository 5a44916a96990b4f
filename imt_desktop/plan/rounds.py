"""Going through the toolbox: a round begins, is prepared, and ends; what is unfinished goes on."""

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
    next_id,
    people,
)

STEPS: Final = ("prepare", "integrity", "compliance", "problems", "tools", "plan", "follow")
"""The toolbox's own order."""
BEARERS: Final = ("county", "municipality", "regulator", "ngo", "other")
"""Who owes the community something: editable words stand in ``wording``."""


class RoundRequest(Request, frozen=True, tag="round"):
    """Begin a round; unfinished actions of the one before go on in it."""

    name: str = ""
    on: date | None = None


class RoundEndedRequest(Request, frozen=True, tag="round-ended"):
    """End the round that is under way."""

    words: str = ""


class TaskLine(RequestLine, frozen=True):
    """Who has a task today; nobody where the name is empty."""

    task: str
    person: str = ""


class BearerLine(RequestLine, frozen=True):
    """A duty bearer."""

    role: str
    name: str
    remark: str = ""


class PrepareRequest(Request, frozen=True, tag="round-prepared"):
    """Write down who takes part, and what the system and its people are like."""

    women: int = 0
    men: int = 0
    users: int = 0
    system: str = ""
    tasks: tuple[TaskLine, ...] = ()
    duty_bearers: tuple[BearerLine, ...] = ()


def begin(book: Writing, wanted: RoundRequest) -> Recorded:
    """Begin a round. Raises RoundOpenError while one is under way, NotYetError."""
    under_way = book.driver.execute("SELECT name FROM plan_round WHERE ended_on IS NULL").fetchone()
    if under_way:
        raise errors.RoundOpenError(under_way[0])
    unfinished = book.driver.execute(
        "SELECT id FROM plan_action WHERE state IN ('not-started', 'under-way') ORDER BY id"
    )
    number = next_id(book, "plan_round")
    entry = e.RoundBegun(
        round=number,
        name=wanted.name.strip() or str(number),
        carried=tuple(row[0] for row in unfinished),
    )
    return book.append(entry, on=happened(book, wanted.on))


def end(book: Writing, wanted: RoundEndedRequest) -> Recorded:
    """End the round. Raises NoRoundError."""
    return book.append(e.RoundEnded(round=current(book), words=wanted.words.strip()))


def prepare(book: Writing, wanted: PrepareRequest) -> Recorded:
    """Write the preparation down, all of it anew.

    Raises NoRoundError, PeopleError, ChoiceError, TitleMissingError.
    """
    return book.append(
        e.RoundPrepared(
            round=current(book),
            system=wanted.system.strip(),
            users=people(wanted.users, "users"),
            women=people(wanted.women, "women"),
            men=people(wanted.men, "men"),
            tasks=tuple(_task(number, line) for number, line in enumerate(wanted.tasks, 1)),
            duty_bearers=tuple(
                _bearer(number, line) for number, line in enumerate(wanted.duty_bearers, 1)
            ),
        )
    )


def _task(number: int, line: TaskLine) -> e.TaskHeld:
    with at("tasks", number):
        if not line.task.strip():
            raise errors.TitleMissingError().beside("task")
        return e.TaskHeld(task=line.task.strip(), person=line.person.strip())


def _bearer(number: int, line: BearerLine) -> e.DutyBearer:
    with at("duty_bearers", number):
        if not line.name.strip():
            raise errors.TitleMissingError().beside("name")
        return e.DutyBearer(
            role=chosen(line.role, BEARERS, "role"),
            name=line.name.strip(),
            remark=line.remark.strip(),
        )
