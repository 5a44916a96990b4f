"""What the planning board on the wall says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Currency
from imt_desktop.plan.actions import STATES
from imt_desktop.reports.facts import Facts, Heading


class CardFigure(Facts, frozen=True, kw_only=True):
    """The figure of the book that an action watches, in the unit's whole numbers, with its past."""

    unit: str
    value: int
    target: int
    upward: bool
    currency: Currency
    past: tuple[int | None, ...] = ()
    reached_on: date | None = None
    """The day on which it first got there."""

    @property
    def reached(self) -> bool:
        """Whether it is where it should get."""
        return self.value >= self.target if self.upward else self.value <= self.target


class BoardCard(Facts, frozen=True, kw_only=True):
    """An action: what is done, by whom (``name``), and until when, or since when it is over.

    ``code`` is that of the entry up to which the book says that its figure was reached.
    """

    text: str
    name: str
    state: str
    day: date
    late: bool = False
    reason: str = ""
    figure: CardFigure | None = None
    code: str = ""

    def __post_init__(self) -> None:
        if self.state not in STATES:
            raise PaperError(f"no column of the board: {self.state}")
        if self.late and self.state in ("done", "dropped"):
            raise PaperError("an action that is over is not late")


class BoardLane(Facts, frozen=True, kw_only=True):
    """A problem and its actions: ``text`` in own words, or else the ``title`` of a ready card.

    Without both it holds the actions of no problem. ``icon`` is the drawing of its problem.
    """

    text: str = ""
    title: str = ""
    cards: tuple[BoardCard, ...] = ()
    icon: str = ""


class BoardFacts(Facts, frozen=True, kw_only=True):
    """The board of the newest round on a day; no lanes where no round has begun."""

    heading: Heading
    on: date
    lanes: tuple[BoardLane, ...]

    @property
    def counted(self) -> int:
        """How many actions there are without those that were dropped."""
        return sum(card.state != "dropped" for lane in self.lanes for card in lane.cards)

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(card.state == "done" for lane in self.lanes for card in lane.cards)

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(card.late for lane in self.lanes for card in lane.cards)
