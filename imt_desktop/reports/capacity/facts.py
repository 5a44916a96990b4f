"""What the capacity sheet says on a day. It tells of the committee, and names nobody."""

from __future__ import annotations

from datetime import date

from imt_desktop.oversight.capacity.sheet import UNKNOWN
from imt_desktop.reports.facts import Facts, Heading


class AreaLevel(Facts, frozen=True, kw_only=True):
    """The level of an area, 0 to 3; None where too little was answered."""

    of: str
    level: int | None
    rises: bool = False
    """Whether questions without an answer may raise it: it is at least that."""


class CriterionSaid(Facts, frozen=True, kw_only=True):
    """A criterion, whether it is met, and who says so: ``book``, ``said`` or ``unknown``."""

    code: str
    met: bool
    by: str
    said_on: date | None = None


class PartSaid(Facts, frozen=True, kw_only=True):
    """A part of the grade, the share met in hundredths of a per cent (None: no answer), its criteria."""

    part: str
    share: int | None
    criteria: tuple[CriterionSaid, ...]


class PastLevel(Facts, frozen=True, kw_only=True):
    """How it was on an earlier day."""

    on: date
    level: int | None
    grade: str
    unknown: int = 0
    """How many questions nobody had answered: with any, it was at least that grade."""


class CapacityFacts(Facts, frozen=True, kw_only=True):
    """The capacity index, the grade with its score, what they rest on, and the half-years before.

    ``grade`` is empty, and ``level`` and ``score`` are None, where too little was answered.
    """

    heading: Heading
    on: date
    areas: tuple[AreaLevel, ...]
    level: int | None
    grade: str
    score: int | None
    parts: tuple[PartSaid, ...]
    past: tuple[PastLevel, ...] = ()
    rises: bool = False
    """Whether the level is only the least, as of an area."""

    @property
    def criteria(self) -> tuple[CriterionSaid, ...]:
        """Every question of the sheet."""
        return tuple(one for part in self.parts for one in part.criteria)

    @property
    def unknown(self) -> int:
        """How many questions nobody has answered."""
        return sum(one.by == UNKNOWN for one in self.criteria)
