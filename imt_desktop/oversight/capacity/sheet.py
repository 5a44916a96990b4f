"""The sheet: every criterion with its answer, the three levels, the overall level, and the grade."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.oversight.capacity import rule
from imt_desktop.oversight.capacity.criteria import AREAS, CRITERIA, PARTS, Criterion
from imt_desktop.period import Month
from imt_desktop.plan import queries as plan

BOOK, SAID, UNKNOWN = "book", "said", "unknown"
BACK: Final = 6
"""How many half-years the past goes back."""


class Answered(Struct, frozen=True):
    """A criterion, whether it is met, and who says so: the book, the committee, or nobody."""

    criterion: Criterion
    met: bool
    by: str
    on: date | None = None
    """When the committee said so."""


class Sheet(Struct, frozen=True):
    """The sheet of a day. What nobody knows counts as not met, and is counted."""

    day: date
    answers: tuple[Answered, ...]

    def level(self, area: str) -> int | None:
        """Return the level of an area, 0 to 3; None where nobody said no, and too little was answered."""
        met: dict[int, list[bool]] = {}
        mine = [one for one in self.answers if one.criterion.area == area]
        for one in mine:
            met.setdefault(one.criterion.level, []).append(one.met)
        reached = rule.level(met)
        return reached or (
            reached if any(_said_no(one) for one in mine if _is_first(one)) else None
        )

    @property
    def levels(self) -> dict[str, int | None]:
        """The levels of all areas."""
        return {area: self.level(area) for area in AREAS}

    @property
    def overall(self) -> int | None:
        """The overall level; None where an area has none, and no other one is at the lowest."""
        known = [level for level in self.levels.values() if level is not None]
        if len(known) < len(AREAS):
            return rule.INADEQUATE if rule.INADEQUATE in known else None
        return rule.overall(*known)

    def rises(self, area: str) -> bool:
        """Whether the level of an area is only the least: questions without an answer may raise it."""
        level = self.level(area)
        return level is not None and (self._best.level(area) or 0) > level

    @property
    def overall_rises(self) -> bool:
        """Whether the overall level is only the least."""
        overall = self.overall
        return overall is not None and (self._best.overall or 0) > overall

    @property
    def _best(self) -> Sheet:
        """The sheet as it were with a yes wherever nobody has answered."""
        return Sheet(
            self.day,
            tuple(replace(one, met=True) if one.by == UNKNOWN else one for one in self.answers),
        )

    @property
    def parts(self) -> dict[str, int | None]:
        """The share of criteria met in each part of the grade, in hundredths of a per cent.

        None where nobody has answered any of them.
        """
        return {part: self._share(part) for part in PARTS}

    @property
    def score(self) -> int | None:
        """The mean of the parts; None where one of them has no answer at all."""
        if None in self.parts.values():
            return None
        return rule.score([self._met(part) for part in PARTS])

    @property
    def grade(self) -> str:
        """A, B, C or D; empty where there is no score."""
        return "" if self.score is None else rule.grade(self.score)

    @property
    def unknown(self) -> int:
        """How many criteria nobody has answered."""
        return sum(one.by == UNKNOWN for one in self.answers)

    def _met(self, part: str) -> list[bool]:
        return [one.met for one in self.answers if one.criterion.part == part]

    def _share(self, part: str) -> int | None:
        asked = [one for one in self.answers if one.criterion.part == part]
        return None if all(one.by == UNKNOWN for one in asked) else rule.score([self._met(part)])


def _is_first(one: Answered) -> bool:
    return one.criterion.level == rule.MINIMUM


def _said_no(one: Answered) -> bool:
    return one.by != UNKNOWN and not one.met


def sheet(book: Reading, day: date) -> Sheet:
    """Work the sheet of a day out: where the book is sure, it has the word."""
    said = plan.capacity(book, day)
    return Sheet(day, tuple(_answered(book, day, one, said) for one in CRITERIA))


def _answered(
    book: Reading, day: date, one: Criterion, said: dict[str, tuple[bool, date]]
) -> Answered:
    found = one.asks(book, day) if one.asks else None
    if found is not None:
        return Answered(one, found, BOOK)
    if one.code in said:
        met, on = said[one.code]
        return Answered(one, met, SAID, on)
    return Answered(one, False, UNKNOWN)


def history(book: Reading, today: date, back: int = BACK) -> tuple[Sheet, ...]:
    """Return the sheets at the ends of half-years since the book began, and today's, the oldest first."""
    described = committee.committee(book)
    month = Month(today.year, 6 if today.month > 6 else 1)
    month = month if today.month > 6 else month.shift(-1)
    ends: list[date] = []
    while described and month >= described.first_month and len(ends) < back:
        ends.append(month.last)
        month = month.shift(-6)
    return (*(sheet(book, day) for day in reversed(ends)), sheet(book, today))
