"""The capacity sheet in words: criteria as questions, levels, areas, parts of the grade, and its rules."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from imt_desktop.i18n import Translator, capital, mark

CRITERIA: Final[Mapping[str, str]] = {
    "met": mark("Has the committee met in the last six months?"),
    "women": mark("Is at least a third of the committee women?"),
    "minutes": mark("Is there a record of the meetings?"),
    "terms": mark("Is everybody in post within the term?"),
    "told": mark("Did users read the accounts on the notice board in the last six months?"),
    "fees": mark("Do users pay a fee?"),
    "savings": mark("Does the committee have savings?"),
    "shown": mark("Can the committee show what was collected and what is there?"),
    "safe": mark("Is the money kept safe: in a locked box, a bank or mobile money?"),
    "covered": mark("Did users pay the whole cost of the last year?"),
    "person": mark("Is somebody responsible for maintenance?"),
    "trained": mark("Is that person trained?"),
    "spares": mark("Are tools and spare parts at hand?"),
    "looked-after": mark("Was anything looked after before it broke, in the last year?"),
    "running": mark("Was there water on all but twelve days of the last year?"),
    "tested": mark("Was the water tested in the last year?"),
    "good-water": mark("Was the last test good?"),
    "source": mark("Is the source fenced and kept clean?"),
}
AREAS: Final[Mapping[str, str]] = {
    "admin": mark("Administration"),
    "finance": mark("Finance"),
    "maintenance": mark("Maintenance"),
}
PARTS: Final[Mapping[str, str]] = {
    "organisation": mark("Organisation"),
    "upkeep": mark("Running and upkeep"),
    "economy": mark("Money"),
    "environment": mark("Water and source"),
}
NOT_ANSWERED: Final = mark("Not answered yet")
LEVELS: Final = (mark("Inadequate"), mark("Minimum"), mark("Moderate"), mark("Advanced"))
WHO: Final[Mapping[str, str]] = {
    "book": mark("from the book"),
    "said": mark("as the committee said"),
    "unknown": mark("not answered yet"),
}
INDEX_RULE: Final = mark(
    "A level is reached when all that it and the levels below it ask is met. The overall level is the "
    "lowest of the three; it is “advanced” when all three are at least moderate and one is advanced. "
    "Source: Murray and others 2024, openwashdata, CC BY 4.0."
)
GRADE_RULE: Final = mark(
    "The grade is the mean of four parts, each the share of its questions answered with yes: A from 90 %, "
    "B from 70 %, C from 40 %, D below. The bounds are those of SIASAR; which questions count is this "
    "program's own choice and not confirmed. What nobody has answered counts as no; a part without any "
    "answer has no share, and then there is no grade."
)


def criterion_words(code: str, tr: Translator) -> str:
    """Ask for a criterion."""
    return tr.gettext(CRITERIA[code])


def area_words(area: str, tr: Translator) -> str:
    """Name an area of the index."""
    return tr.gettext(AREAS[area])


def part_words(part: str, tr: Translator) -> str:
    """Name a part of the grade."""
    return tr.gettext(PARTS[part])


def level_words(level: int | None, tr: Translator, rises: bool = False) -> str:
    """Name a level; where too little was answered there is none. One that ``rises`` is at least that."""
    if level is None:
        return tr.gettext(NOT_ANSWERED)
    return _at_least(tr.gettext(LEVELS[level]), rises, tr)


def level_said(level: int | None, tr: Translator, rises: bool = False) -> str:
    """Say a level with its number."""
    if level is None:
        return level_words(level, tr)
    words = tr.gettext("{number} {level}")
    said = words.format(number=tr.number(level), level=level_words(level, tr))
    return _at_least(said, rises, tr)


def _at_least(said: str, rises: bool, tr: Translator) -> str:
    return capital(tr.gettext("at least {figure}").format(figure=said)) if rises else said


def share_said(share: int | None, tr: Translator) -> str:
    """Say a share, in hundredths of a per cent."""
    return tr.gettext(NOT_ANSWERED) if share is None else tr.percent(Decimal(share) / 10_000)


def grade_said(grade: str, score: int | None, unknown: int, tr: Translator) -> str:
    """Say the grade with its score; that there is none, where a part has no answer.

    With ``unknown`` questions that nobody has answered, which count as no, it is at least that.
    """
    if score is None:
        return tr.gettext("No grade yet")
    said = tr.gettext("Grade {grade}, {share}")
    if unknown:
        said = tr.gettext("At least grade {grade}, {share}")
    return said.format(grade=grade, share=share_said(score, tr))


def grade_short(grade: str, unknown: int, tr: Translator) -> str:
    """Say the grade alone, for a cell."""
    if not grade:
        return "–"
    return tr.gettext("at least {grade}").format(grade=grade) if unknown else grade


def who_words(by: str, tr: Translator) -> str:
    """Say who answers: the book, the committee, or nobody yet."""
    return tr.gettext(WHO[by])
