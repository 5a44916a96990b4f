"""The capacity sheet from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.oversight.capacity import Sheet, history
from imt_desktop.oversight.capacity.criteria import AREAS, PARTS
from imt_desktop.reports.capacity.facts import (
    AreaLevel,
    CapacityFacts,
    CriterionSaid,
    PartSaid,
    PastLevel,
)
from imt_desktop.reports.heading import heading


def build_capacity(book: Reading, today: date) -> CapacityFacts:
    """Return the sheet of today, and the levels at the ends of the half-years before."""
    *before, now = history(book, today)
    return CapacityFacts(
        heading=heading(book, today),
        on=today,
        areas=tuple(
            AreaLevel(of=area, level=now.level(area), rises=now.rises(area)) for area in AREAS
        ),
        level=now.overall,
        grade=now.grade,
        score=now.score,
        parts=tuple(_part(now, part) for part in PARTS),
        past=tuple(
            PastLevel(on=one.day, level=one.overall, grade=one.grade, unknown=one.unknown)
            for one in before
        ),
        rises=now.overall_rises,
    )


def _part(now: Sheet, part: str) -> PartSaid:
    return PartSaid(
        part=part,
        share=now.parts[part],
        criteria=tuple(
            CriterionSaid(code=one.criterion.code, met=one.met, by=one.by, said_on=one.on)
            for one in now.answers
            if one.criterion.part == part
        ),
    )
