"""The minutes in ink, A4: as many pages as they take, and room for the officers to sign at the end."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation.words import which
from imt_desktop.reports.minutes.facts import MinutesFacts
from imt_desktop.reports.minutes.lines import Line, lines_of
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.signing import signing, signing_height

LEFT, RIGHT, TOP = A4.margin, A4.width - A4.margin, 43.0
BOTTOM = A4.height - A4.margin
ROOM = RIGHT - LEFT
LAST = BOTTOM - 16
"""Where lines end on a page without signatures: its number stands under them."""


def render(facts: MinutesFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the minutes on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: MinutesFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the minutes and return the document, sheets and all."""
    document = Document(A4.width, A4.height, _title(facts, words.main), words.main.code)
    trial = rehearsal(A4.width, A4.height)
    tops = [_head(trial, facts, words, first) for first in (True, False)]
    foot = BOTTOM - signing_height(facts.heading, words, anchor) - 14
    pages = _pages(lines_of(facts, words, ROOM), tops, foot)
    for number, lines in enumerate(pages):
        sheet = document.sheet(A4.width, A4.height)
        if facts.heading.practice:
            practice.ground(sheet, words)
        y = _head(sheet, facts, words, number == 0)
        for line in lines:
            y = _line(sheet, line, y)
        if number == len(pages) - 1:
            signing(sheet, facts.heading, words, anchor, LEFT, RIGHT, BOTTOM)
        if len(pages) > 1:
            said = words.main.gettext("Page {n} of {all}").format(n=number + 1, all=len(pages))
            sheet.text(A4.width / 2, A4.height - 38, said, 8.5, REGULAR, SOFT, "centre")
        if facts.heading.practice:
            practice.bands(sheet, words, TOP)
        document.canvas.showPage()
    return document


def _title(facts: MinutesFacts, tr: Translator) -> str:
    if facts.came is None:
        return tr.gettext("Agenda, to write the minutes on")
    return tr.gettext("Minutes")


def _pages(lines: Sequence[Line], tops: Sequence[float], foot: float) -> list[list[Line]]:
    """Cut the lines: none alone from what it belongs to, and the last page has room to sign."""
    pages: list[list[Line]] = [[]]
    y = tops[0]
    for line in lines:
        if y + line.tall > LAST and pages[-1]:
            kept: list[Line] = []
            while len(pages[-1]) > 1 and pages[-1][-1].keeps:
                kept.insert(0, pages[-1].pop())
            pages.append(kept)
            y = tops[1] + sum(one.tall for one in kept)
        pages[-1].append(line)
        y += line.tall
    if y > foot:
        pages.append([])
    return pages


def _head(sheet: Sheet, facts: MinutesFacts, words: Bilingual, first: bool) -> float:
    meeting = facts.meeting
    day = words.both(lambda tr: tr.date(meeting.day))
    y = letterhead(sheet, facts.heading, day, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
    if not first:
        return y + 4
    title = words.both(lambda tr: _title(facts, tr))
    y = sheet.pair(LEFT, y + 34, title, 28, ROOM, colour=TEAL, lines=1, second=17, shrink=0.6)
    what = words.both(lambda tr: which(meeting, tr))
    y = sheet.pair(LEFT, y + 24, what, 15, ROOM, lines=1, second=11, shrink=0.7)
    where = DOT.join(part for part in (meeting.hour, meeting.place) if part)
    if where:
        y = sheet.pair(LEFT, y + 17, Pair(where), 11.5, ROOM, font=REGULAR, lines=2)
    return y


def _line(sheet: Sheet, line: Line, y: float) -> float:
    y += line.tall
    if line.mark:
        sheet.text(LEFT, y - 3, line.mark, line.size, BOLD, TERRACOTTA, room=line.indent - 6)
    if line.words:
        sheet.text(
            LEFT + line.indent,
            y - 3,
            line.words,
            line.size,
            line.font,
            line.colour,
            room=ROOM - line.indent,
        )
    else:
        sheet.rule(LEFT + line.indent, y - 2, RIGHT, SOFT, 0.7)
    return y
