"""Reading the plan off the window's thread: the newest round, its cards, and what the book answers."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import Officer, officers
from imt_desktop.journal import Reading
from imt_desktop.oversight.indicators import Figure, figures
from imt_desktop.oversight.reaching import reached_on
from imt_desktop.plan import queries
from imt_desktop.plan.entries import ToolAdded
from imt_desktop.plan.queries import Action, Problem, Round


class PlanLook(Struct, frozen=True):
    """The board, and what its cards name."""

    today: date
    round: Round | None
    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    figures: dict[str, Figure]
    reached: dict[int, date]
    """On which day the figure of an action, by its number, first got where it should."""
    officers: tuple[Officer, ...]
    own_tools: tuple[ToolAdded, ...]
    photos: dict[str, bytes]
    """The newest photo of each action that has one, by its SHA-256."""

    @property
    def counted(self) -> int:
        """How many actions there are without those that were dropped."""
        return sum(one.state != "dropped" for one in self.actions)

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(one.state == "done" for one in self.actions)

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(one.days_late(self.today) > 0 for one in self.actions)

    def action(self, number: int) -> Action | None:
        """Return an action by its number."""
        return next((one for one in self.actions if one.id == number), None)

    def figure_of(self, action: Action) -> Figure | None:
        """Return what the book answers to the figure that an action watches."""
        return self.figures.get(action.watch.figure) if action.watch else None


def look(book: Reading, today: date) -> PlanLook:
    """Look at the newest round."""
    rounds = queries.rounds(book)
    actions = queries.actions(book, rounds[0].id) if rounds else ()
    photos = {one.photo for one in actions if one.photo}
    return PlanLook(
        today=today,
        round=rounds[0] if rounds else None,
        actions=actions,
        problems=queries.problems(book),
        figures={one.indicator.code: one for one in figures(book, today)},
        reached=reached_on(book, actions, today),
        officers=tuple(one for one in officers(book) if one.left_on is None),
        own_tools=queries.own_tools(book),
        photos={one: data for one in photos if (data := _bytes(book, one))},
    )


def _bytes(book: Reading, sha256: str) -> bytes | None:
    found = book.book.file(sha256)
    return found[1] if found else None
