"""The toolbox as data: questions, problem cards, tools, management models, points of the checklist.

Files of ``packs/toolbox``, one kind each. A row that is broken is left out and named; no book fails to open
for it. Nothing here is an official list: every row has its source.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from imt_desktop.committee.errors import PackError
from imt_desktop.committee.packs import Row, read_rows
from imt_desktop.plan.integrity import THEMES

EFFORTS: Final = ("small", "some", "much")
PACK: Final = Path(__file__).resolve().parents[1] / "packs" / "toolbox"


class Question(Row, frozen=True):
    """A question to vote on: no, partly, yes."""

    theme: str
    words: str


class ProblemCard(Row, frozen=True):
    """A problem of a small water system."""

    area: str
    title: str
    words: str
    icon: str


class Tool(Row, frozen=True):
    """An integrity tool, and which problem cards it answers."""

    title: str
    what: str
    problems: tuple[str, ...]
    effort: str
    cost: str
    first_step: str
    works: str
    figure: str = ""


class Model(Row, frozen=True):
    """A management model. ``countries`` empty: of all."""

    countries: tuple[str, ...]
    title: str
    owns: str
    operates: str
    tariff: str
    registration: str


class Point(Row, frozen=True):
    """What is asked of a committee. ``countries`` empty: of all."""

    countries: tuple[str, ...]
    title: str
    words: str


class Indicator(Row, frozen=True):
    """A figure that the book itself answers. ``good``: what the field asks, in the unit's whole numbers."""

    title: str
    words: str
    unit: str
    upward: bool
    good: int | None = None


R = TypeVar("R", bound=Row)


class Toolbox(Struct, frozen=True):
    """All packs together; ``broken`` says what of the files could not be read, and why."""

    questions: tuple[Question, ...]
    problems: tuple[ProblemCard, ...]
    tools: tuple[Tool, ...]
    models: tuple[Model, ...]
    points: tuple[Point, ...]
    indicators: tuple[Indicator, ...]
    broken: tuple[PackError, ...]

    def tools_for(self, card: str) -> tuple[Tool, ...]:
        """Return the tools that answer a problem card, the least effort first."""
        found = (tool for tool in self.tools if card in tool.problems)
        return tuple(sorted(found, key=lambda tool: EFFORTS.index(tool.effort)))

    def models_of(self, country: str) -> tuple[Model, ...]:
        """Return a country's models, then those of all."""
        own = [model for model in self.models if country in model.countries]
        return (*own, *(model for model in self.models if not model.countries))

    def points_of(self, country: str) -> tuple[Point, ...]:
        """Return the points asked of everybody, then those of a country."""
        own = [point for point in self.points if country in point.countries]
        return (*(point for point in self.points if not point.countries), *own)


@cache
def toolbox() -> Toolbox:
    """Return the toolbox that the program ships."""
    return read_toolbox(PACK)


def read_toolbox(folder: Path) -> Toolbox:
    """Read a toolbox from a folder; what is broken is left out and named."""
    broken: list[PackError] = []

    def rows(file: str, kind: type[R], **choices: Collection[str]) -> tuple[R, ...]:
        found = read_rows(folder / file, kind, **choices)
        broken.extend(found.broken)
        return found.rows

    return Toolbox(
        questions=rows("questions.toml", Question, theme=THEMES),
        problems=rows("problems.toml", ProblemCard),
        tools=rows("tools.toml", Tool, effort=EFFORTS),
        models=rows("models.toml", Model),
        points=rows("compliance.toml", Point),
        indicators=rows("indicators.toml", Indicator),
        broken=tuple(broken),
    )
