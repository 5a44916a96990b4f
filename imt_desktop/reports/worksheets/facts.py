"""What the blank sheets of a round ask. Words of the packs stand here as they are in the pack."""

from __future__ import annotations

from imt_desktop.errors import PaperError
from imt_desktop.plan.integrity import THEMES
from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports.facts import Facts, Heading


class AskedQuestion(Facts, frozen=True, kw_only=True):
    """A question to vote on: of the pack (``words``), or the community's own (``text``)."""

    theme: str
    words: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            raise PaperError(f"no theme of questions: {self.theme}")


class ReadyCard(Facts, frozen=True, kw_only=True):
    """A ready problem card with its drawing."""

    title: str
    words: str
    icon: str


class LibraryTool(Facts, frozen=True, kw_only=True):
    """A tool of the library."""

    title: str
    first_step: str


class WorksheetsFacts(Facts, frozen=True, kw_only=True):
    """The sheets of one step, or of all where ``step`` is empty.

    ``models`` and ``points`` are those of the committee's country; ``actions`` those that are not finished.
    """

    heading: Heading
    step: str = ""
    questions: tuple[AskedQuestion, ...] = ()
    models: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    cards: tuple[ReadyCard, ...] = ()
    tools: tuple[LibraryTool, ...] = ()
    actions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """Titles of the cards alone, as sheets had them before there were drawings."""

    def __post_init__(self) -> None:
        if self.step and self.step not in STEPS:
            raise PaperError(f"no step of a round: {self.step}")
