"""Integrity tools that answer a problem; the library is a pack, own ones are added here."""

from __future__ import annotations

from typing import Final

from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors, queries
from imt_desktop.plan.packs import EFFORTS, toolbox
from imt_desktop.plan.requests import Request, chosen, next_id, once, require

OWN: Final = "own-"


class OwnToolRequest(Request, frozen=True, tag="tool"):
    """Add a tool of the community's own; ``problems`` are codes of the cards it answers."""

    name: str
    what: str = ""
    problems: tuple[str, ...] = ()
    effort: str = "some"
    first_step: str = ""
    works: str = ""
    cost: str = ""


class ToolsChosenRequest(Request, frozen=True, tag="tools-chosen"):
    """Choose the tools that answer a problem."""

    problem: int
    tools: tuple[str, ...]


def add(book: Writing, wanted: OwnToolRequest) -> Recorded:
    """Add a tool. Raises TitleMissingError, ChoiceError."""
    if not wanted.name.strip():
        raise errors.TitleMissingError().beside("name")
    return book.append(
        e.ToolAdded(
            tool=next_id(book, "own_tool"),
            name=wanted.name.strip(),
            what=wanted.what.strip(),
            problems=wanted.problems,
            effort=chosen(wanted.effort, EFFORTS, "effort"),
            first_step=wanted.first_step.strip(),
            works=wanted.works.strip(),
            cost=wanted.cost.strip(),
        )
    )


def choose(book: Writing, wanted: ToolsChosenRequest) -> Recorded:
    """Choose tools for a problem, all of them anew.

    Raises NoSuchProblemError, TwiceError, ChoiceError.
    """
    with at("problem"):
        require(book, "problem", wanted.problem, errors.NoSuchProblemError)
    once(wanted.tools, "tools")
    for at_, code in enumerate(wanted.tools, 1):
        with at("tools"):
            chosen(code, codes(book), str(at_))
    return book.append(e.ToolsChosen(problem=wanted.problem, tools=wanted.tools))


def codes(book: Reading) -> tuple[str, ...]:
    """Return the codes of all tools that there are: of the library, and the community's own."""
    own = (f"{OWN}{one.tool}" for one in queries.own_tools(book))
    return (*(one.code for one in toolbox().tools), *own)
