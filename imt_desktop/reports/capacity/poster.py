"""The capacity sheet on a sheet of A3: three levels as stairs, the grade, every question with its answer."""

from __future__ import annotations

from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.reports.capacity.facts import AreaLevel, CapacityFacts, CriterionSaid, PartSaid
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import one_message, poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.wording.capacity import (
    GRADE_RULE,
    INDEX_RULE,
    area_words,
    criterion_words,
    grade_said,
    grade_short,
    level_said,
    level_words,
    part_words,
    share_said,
    who_words,
)

GAP: Final = 16.0
ICONS: Final = {"admin": "gavel", "finance": "wallet", "maintenance": "wrench"}
SIGNS: Final = {True: "circle-check", False: "circle-alert"}
UNKNOWN: Final = "circle-question-mark"
STAIRS: Final = 3
"""Steps above the lowest level."""
CARD: Final = 14.0
"""Between a card's edge and what stands in it."""
BETWEEN: Final = 16.0
PAST: Final = 72.0
"""Height of a box of an earlier day."""


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(lambda tr: tr.gettext("What the committee is able to do"))


def draw(sheet: Sheet, facts: CapacityFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""

    def upper(inner: Sheet, scale: float, room: float) -> float:
        return _upper(inner, facts, words, scale, min(room / 5, 40.0))

    one_message.draw(sheet, facts.heading, words, anchor, upper)


def _upper(
    sheet: Sheet, facts: CapacityFacts, words: Bilingual, scale: float, more: float
) -> float:
    left, right = one_message.edges(scale)
    day = words.both(lambda tr: tr.date(facts.on))
    y = poster_head.heading(
        sheet, facts.heading, day, left, right, one_message.TOP / scale, sheet.floor
    )
    y = poster_head.title(sheet, title(words), left, right, y)
    y = woven(sheet, left, y + 14, right - left, 22.3)
    y = _levels(sheet, facts, words, left, right, y + GAP + more)
    middle = (left + right - BETWEEN) / 2
    ends = []
    for x, parts in ((left, facts.parts[::2]), (middle + BETWEEN, facts.parts[1::2])):
        at = y
        for part in parts:
            at = _part(sheet, part, words, x, at + GAP + more, middle - left)
        ends.append(at)
    y = max(ends)
    if facts.past:
        y = _past(sheet, facts, words, left, right, y + GAP + more)
    for rule in (INDEX_RULE, GRADE_RULE):
        said = words.both(lambda tr, r=rule: tr.gettext(r))  # type: ignore[misc]
        y = sheet.pair(
            left, y + GAP, said, 12, right - left, font=REGULAR, colour=SOFT, lines=4, second=11.5
        )
    return y


_Card = tuple[str, Pair, int | None, bool, str]
"""Its drawing and name, the level, whether that is only the least, and the grade of all together."""


def _area(one: AreaLevel, words: Bilingual) -> _Card:
    name = words.both(lambda tr: area_words(one.of, tr))
    return ICONS[one.of], name, one.level, one.rises, ""


def _levels(
    sheet: Sheet, facts: CapacityFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw a card for each area, and one for all together with the grade; returns the lower edge."""
    wide = (right - left - 3 * 12) / 4
    cards: list[_Card] = [_area(one, words) for one in facts.areas]
    together = words.both(lambda tr: tr.gettext("Together"))
    cards.append(("users", together, facts.level, facts.rises, facts.grade))
    trial = rehearsal(right, 2000, sheet.floor)
    tall = max(_level(trial, card, words, facts, 0, 0, wide) for card in cards)
    for at, card in enumerate(cards):
        x = left + at * (wide + 12)
        last = at == len(cards) - 1
        sheet.rect(x, top, wide, tall, None, TERRACOTTA if last else TEAL, 2.2, 10)
        _level(sheet, card, words, facts, x, top, wide)
    return top + tall


def _level(
    sheet: Sheet,
    card: _Card,
    words: Bilingual,
    facts: CapacityFacts,
    x: float,
    top: float,
    wide: float,
) -> float:
    """Draw one card; returns its lower edge."""
    icon, name, level, rises, grade = card
    room = wide - 2 * CARD
    sheet.icon(icon, x + CARD, top + CARD, 26, TEAL)
    y = sheet.pair(
        x + CARD + 34, top + CARD + 18, name, 17, room - 34, second=13, lines=1, shrink=0.6
    )
    y = max(y, top + CARD + 26) + 12
    _stairs(sheet, level or 0, x + CARD, y, min(room, 120.0))
    if grade:
        sheet.text(x + wide - CARD, y + 48, grade, 56, BOLD, TERRACOTTA, "right")
    said = words.both(lambda tr: level_said(level, tr, rises))
    y = sheet.pair(x + CARD, y + 74, said, 17, room, second=13, lines=2)
    if grade:
        share = words.both(lambda tr: grade_said(grade, facts.score, facts.unknown, tr))
        y = sheet.pair(
            x + CARD, y + 20, share, 14, room, font=REGULAR, colour=INK, second=12, lines=2
        )
    return y + CARD


def _stairs(sheet: Sheet, level: int, x: float, top: float, wide: float) -> None:
    """Draw stairs of three steps, filled as far as the level goes."""
    step = wide / STAIRS
    for at in range(1, STAIRS + 1):
        tall = 48.0 * at / STAIRS
        fill = TEAL if at <= level else None
        sheet.rect(
            x + (at - 1) * step, top + 48 - tall, step - 5, tall, fill, TEAL, 1.6, 0, "bar",
            None if at <= level else (3, 3),
        )  # fmt: skip


def _part(
    sheet: Sheet, part: PartSaid, words: Bilingual, x: float, top: float, wide: float
) -> float:
    """Draw a part of the grade with its questions; returns the lower edge."""
    share = share_said(part.share, words.main)
    name = words.both(lambda tr: part_words(part.part, tr))
    taken = sheet.text(x + wide, top + 20, share, 20, BOLD, TERRACOTTA, "right")
    y = sheet.inline(x, top + 20, name, 20, wide - taken - 12, colour=TEAL)
    sheet.rule(x, y + 8, x + wide, TEAL, 1.6)
    y += 12
    for one in part.criteria:
        y = _criterion(sheet, one, words, x, y, wide)
    return y


def _criterion(
    sheet: Sheet, one: CriterionSaid, words: Bilingual, x: float, top: float, wide: float
) -> float:
    unknown = one.by == "unknown"
    colour = SOFT if unknown else TEAL if one.met else TERRACOTTA
    sheet.icon(UNKNOWN if unknown else SIGNS[one.met], x, top + 5, 22, colour)
    asked = words.both(lambda tr: criterion_words(one.code, tr))
    start, room = x + 32, wide - 32
    y = sheet.pair(start, top + 18, asked, 14, room, font=REGULAR, second=11.5, lines=2)
    answer = words.both(lambda tr: _answer(one, tr))
    y = sheet.inline(start, y + 16, answer, 13, room, colour=colour)
    sheet.rule(x, y + 7, x + wide, LINE, 0.8)
    return y + 7


def _answer(one: CriterionSaid, tr: Translator) -> str:
    who = who_words(one.by, tr)
    if one.by == "unknown":
        return who
    if one.said_on is not None:
        who = tr.gettext("{who}, {day}").format(who=who, day=tr.short_date(one.said_on))
    return (tr.gettext("Yes, {who}") if one.met else tr.gettext("No, {who}")).format(who=who)


def _past(
    sheet: Sheet, facts: CapacityFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw the grade and level of each half-year before, and of today, as boxes in a row."""
    head = words.both(lambda tr: tr.gettext("Over time"))
    y = sheet.inline(left, top + 20, head, 18, right - left, colour=TEAL) + 12
    every = [(one.on, one.level, one.grade, one.unknown) for one in facts.past]
    every.append((facts.on, facts.level, facts.grade, facts.unknown))
    step = min((right - left) / len(every), 150.0)
    for at, (day, level, grade, unknown) in enumerate(every):
        x, wide = left + at * step, step - 8
        now = at == len(every) - 1
        sheet.rect(x, y, wide, PAST, None, TERRACOTTA if now else LINE, 2 if now else 1.2, 6)
        taken = sheet.text(x + 8, y + 32, grade or "–", 32, BOLD, TERRACOTTA if now else TEAL) + 14
        room, said = wide - taken - 6, words.main.short_date(day)
        if grade and unknown:
            sheet.lines(x + taken, y + 16, fit(said, REGULAR, 12, room), REGULAR, SOFT)
            said = grade_short(grade, unknown, words.main)
            sheet.lines(x + taken, y + 31, fit(said, BOLD, 12, room), BOLD, SOFT)
        else:
            sheet.lines(x + taken, y + 17, fit(said, REGULAR, 12, room, 2), REGULAR, SOFT)
        reached = fit(level_words(level, words.main), BOLD, 12.5, wide - 14, 2, sheet.floor)
        sheet.lines(x + 8, y + 49, reached, BOLD, INK)
    return y + PAST
