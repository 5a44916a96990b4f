"""The capacity sheet as a list for the county: levels, grade, every question, and the half-years before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.oversight.capacity import Sheet, history
from imt_desktop.oversight.capacity.criteria import AREAS, PARTS
from imt_desktop.oversight.capacity.sheet import UNKNOWN, Answered
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Line, Listing
from imt_desktop.reports.excel.said import Said
from imt_desktop.reports.phrases import labelled
from imt_desktop.wording.capacity import (
    GRADE_RULE,
    INDEX_RULE,
    area_words,
    criterion_words,
    grade_said,
    grade_short,
    level_words,
    part_words,
    share_said,
    who_words,
)

OVERALL: Final = "IF(AND(MIN({rows.level})>=2,MAX({rows.level})=3),3,MIN({rows.level}))"
"""The rule of the capacity index: ``oversight.capacity.rule.overall``."""


def capacity_sheet(book: Reading, said: Said) -> Listing:
    """What the committee is able to do today, how that is known, and how it was."""
    tr = said.tr
    *before, now = history(book, said.today)
    return Listing(
        "capacity",
        tr.gettext("Capacity sheet"),
        tr.gettext("What the committee is able to do"),
        (
            Column("what", said.head("what"), wide=64),
            Column("level", tr.gettext("Level"), "count", 8),
            Column("answer", tr.gettext("Answer"), wide=18),
            Column("who", tr.gettext("Who says so"), wide=26),
            Column("day", tr.gettext("Day"), "day"),
        ),
        (
            Block("levels", _levels(now, said), feet=_together(now, said)),
            *(Block(part, _part(now, part, said), _share(now, part, said)) for part in PARTS),
            Block("past", (row for one in before for row in _past(one, said)), tr.gettext("Over time")),
        ),
        (*said.notes(day=said.today), tr.gettext(INDEX_RULE), tr.gettext(GRADE_RULE)),
    )  # fmt: skip


def _levels(sheet: Sheet, said: Said) -> Iterator[Sequence[Cell]]:
    tr = said.tr
    for area in AREAS:
        level = sheet.level(area)
        yield (area_words(area, tr), level, level_words(level, tr), None, sheet.day)


def _together(sheet: Sheet, said: Said) -> tuple[Line, Line]:
    """Return the overall level, as the rule works it out of the rows above, and the grade."""
    tr, whole = said.tr, sheet.overall
    cells: dict[str, Cell] = {
        "level": None if whole is None else Calc(OVERALL, whole),
        "answer": level_words(whole, tr),
        "day": sheet.day,
    }
    return (
        Line("total", tr.gettext("Together"), cells),
        Line("grade", tr.gettext("Grade"), {"answer": _grade(sheet, said), "day": sheet.day}),
    )


def _past(sheet: Sheet, said: Said) -> Iterator[Sequence[Cell]]:
    tr, whole = said.tr, sheet.overall
    yield from _levels(sheet, said)
    yield (tr.gettext("Together"), whole, level_words(whole, tr), None, sheet.day)
    yield (tr.gettext("Grade"), None, _grade(sheet, said), None, sheet.day)


def _grade(sheet: Sheet, said: Said) -> str:
    if sheet.score is None:
        return grade_said("", None, 0, said.tr)
    return (
        f"{grade_short(sheet.grade, sheet.unknown, said.tr)} ({share_said(sheet.score, said.tr)})"
    )


def _share(sheet: Sheet, part: str, said: Said) -> str:
    return labelled(part_words(part, said.tr), share_said(sheet.parts[part], said.tr), said.tr)


def _part(sheet: Sheet, part: str, said: Said) -> Iterator[Sequence[Cell]]:
    for one in sheet.answers:
        if one.criterion.part == part:
            level = one.criterion.level or None
            asked = criterion_words(one.criterion.code, said.tr)
            yield (asked, level, _answer(one, said), who_words(one.by, said.tr), one.on)


def _answer(one: Answered, said: Said) -> str | None:
    if one.by == UNKNOWN:
        return None
    return said.tr.gettext("Yes") if one.met else said.tr.gettext("No")
