"""The slip of a complaint in ink, A5: the number large, the day of the answer, and where to ask.

Whoever receives the complaint signs by hand: no name is printed, for it may be about that person.
"""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.reports.complaining import words as said
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A5
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.wording.community import stage_words

LEFT, RIGHT = A5.margin, A5.width - A5.margin
ROOM = RIGHT - LEFT
TOP = 27.0
BOTTOM = A5.height - A5.margin
PLANS = ((12.0, 2), (11.0, 2), (10.0, 2), (9.0, 2), (8.0, 2), (8.0, 1))
"""Sizes and lines of a step: the first with which the slip ends above its foot."""

NUMBER = 132.0
"""Width of the field with the number."""

SIGN = 34.0
"""Height of the room to sign in."""


def render(facts: ComplaintSlipFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the slip on A5. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ComplaintSlipFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the slip and return the document, sheet and all."""
    title = words.both(lambda tr: tr.gettext("We have your complaint"))
    document = Document(A5.width, A5.height, title.main, words.main.code)
    sheet = document.sheet(A5.width, A5.height)
    if facts.heading.practice:
        practice.ground(sheet, words)
    day = words.both(lambda tr: tr.date(facts.received_on))
    y = letterhead(sheet, facts.heading, day, LEFT, TOP, RIGHT, 13.6, 12.6, 0.6)
    y = sheet.pair(LEFT, y + 32, title, 21, ROOM, colour=TEAL, lines=1, second=13, shrink=0.6)
    y = _when(sheet, facts, words, y + 12)
    alone = facts.heading.one_signature
    block = anchors.height(words, anchor, anchors.A5_PAPER, alone=alone)
    foot = BOTTOM - max(block, SIGN + 14)
    trial = rehearsal(A5.width, A5.height)
    for size, lines in PLANS:
        if _steps(trial, facts, words, y, size, lines) + 12 <= foot:
            break
    _steps(sheet, facts, words, y, size, lines)
    _foot(sheet, words, anchor, BOTTOM - block, alone)
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()
    return document


def _when(sheet: Sheet, facts: ComplaintSlipFacts, words: Bilingual, y: float) -> float:
    """Draw the number in a frame, and beside it by when the answer comes; returns the lower edge."""
    tall = 96.0
    sheet.rect(LEFT + 1, y, ROOM - 2, tall, None, TERRACOTTA, 2, 6)
    label = words.beside(lambda tr: tr.pgettext("receipt number", "No."))
    sheet.text(LEFT + 12, y + 18, label, 10, REGULAR, SOFT, room=NUMBER - 20)
    sheet.text(LEFT + 12, y + 72, str(facts.number), 50, BOLD, INK, room=NUMBER - 20)
    x, room = LEFT + NUMBER, ROOM - NUMBER - 12
    due = words.beside(lambda tr: tr.gettext("Answer by"))
    sheet.text(x, y + 18, due, 10, REGULAR, SOFT, room=room)
    day = words.both(lambda tr: tr.date(facts.due_on))
    last = sheet.pair(x, y + 37, day, 17, room, lines=1, second=11, shrink=0.6)
    where = words.both(lambda tr: stage_words(facts.stage, tr))
    sheet.pair(x, last + 14, where, 9, room, font=REGULAR, second=8, shrink=0.8)
    return y + tall


def _steps(
    sheet: Sheet, facts: ComplaintSlipFacts, words: Bilingual, y: float, size: float, lines: int
) -> float:
    """Draw what happens next, and where to ask; returns the lower edge."""
    y += size
    for icon, pair in _said(facts, words):
        top = y
        sheet.icon(icon, LEFT, top + 2, size * 1.5, TERRACOTTA)
        y = sheet.pair(
            LEFT + size * 2.4, top + size * 1.25, pair, size, ROOM - size * 2.4, font=REGULAR,
            lines=lines, second=max(8.0, size * 0.8), shrink=1.0,
        )  # fmt: skip
        y = max(y, top + size * 1.5) + size * 0.55
    return y


def _said(facts: ComplaintSlipFacts, words: Bilingual) -> Iterator[tuple[str, Pair]]:
    """Say what happens next in the poster's words, each with its icon."""
    if facts.stage != "passed-on":
        yield "users", words.both(lambda tr: said.steps(tr)[1])
    yield "handshake", words.both(said.somebody_else)
    keep = words.both(
        lambda tr: tr.gettext("Keep this paper. Who asks with the number need give no name.")
    )
    yield "receipt-text", keep
    if facts.ask is not None and facts.ask.text:
        yield "inbox", Pair(facts.ask.text)
    if facts.call is not None:
        yield "phone", Pair(DOT.join(filter(None, (facts.call.name, facts.call.telephone))))
    yield "landmark", words.both(lambda tr: said.steps(tr)[2])
    for one in facts.higher:
        yield "building-2", Pair(DOT.join(filter(None, (one.name, one.telephone))))
    if not facts.higher:
        yield "building-2", words.both(said.higher_words)


def _foot(sheet: Sheet, words: Bilingual, anchor: Anchor | None, top: float, alone: bool) -> None:
    """Draw a line to sign on, and the anchor."""
    drawn = anchors.draw(sheet, words, anchor, RIGHT, top, anchors.A5_PAPER, alone=alone)
    wide = drawn.left - LEFT - 14
    sheet.rule(LEFT, BOTTOM - 24, LEFT + wide, INK, 0.8)
    signed = words.both(lambda tr: tr.gettext("Received by: signature"))
    sheet.pair(LEFT, BOTTOM - 13, signed, 9, wide, font=REGULAR, lines=1, second=8, shrink=0.8)
