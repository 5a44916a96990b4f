"""The board's cards in ink, six to an A4, to be cut out: what for, what is done, by whom and by when.

What is left of the last sheet are empty cards, to be filled in by hand.
"""

from __future__ import annotations

from typing import Final

from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.board import poster
from imt_desktop.reports.board.facts import BoardCard, BoardFacts, BoardLane
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import beside, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import ACROSS, INNER, PAD
from imt_desktop.wording.plan import state_words

DOWN: Final = 3
EACH: Final = ACROSS * DOWN
TALL: Final = A4.height / DOWN - 2 * PAD
DRAWING: Final = 34.0
NUMBER: Final = 34.0
"""Width that the lane's number takes."""

Slip = tuple[int, BoardLane, BoardCard]
"""A card with its lane and the lane's number."""


def render(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all cards. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all cards and return the document, sheets and all."""
    cards: list[Slip | None] = [
        (number, lane, card) for number, lane in enumerate(facts.lanes, 1) for card in lane.cards
    ]
    cards += [None] * (EACH - len(cards) % EACH)
    code = _code(words, anchor)

    def one(sheet: Sheet, slip: Slip | None, x: float, y: float) -> None:
        if slip is None:
            _empty(sheet, words, x, y)
        else:
            _card(sheet, slip, words, x, y)
        sheet.rule(x, y + TALL - 13, x + INNER, LINE, 0.7)
        taken = sheet.text(x + INNER, y + TALL - 2, code, 8, BOLD, SOFT, "right") if slip else 0
        sheet.text(x, y + TALL - 2, facts.heading.committee, 8, colour=SOFT, room=INNER - taken - 8)
        if facts.heading.one_signature:
            alone = one_signature(words).beside
            sheet.text(x + INNER, y + TALL - 16, alone, 8, REGULAR, SOFT, "right")

    title = words.main.gettext("Cards of the board")
    return slips.draw(cards, facts.heading, words, title, one, down=DOWN)


def _code(words: Bilingual, anchor: Anchor | None) -> str:
    if anchor is None:
        return words.main.gettext("Preview: not yet issued")
    return in_fours(anchor.code)


def _card(sheet: Sheet, slip: Slip, words: Bilingual, x: float, y: float) -> None:
    number, lane, card = slip
    bottom = y + TALL
    problem = words.both(lambda tr: poster.lane_name(lane, tr))
    sheet.text(x, y + 24, str(number), 32, BOLD, TERRACOTTA, room=NUMBER - 6)
    room = INNER - NUMBER
    if lane.icon:
        sheet.icon(lane.icon, x + INNER - DRAWING, y, DRAWING, TEAL)
        room -= DRAWING + 8
    sheet.pair(x + NUMBER, y + 12, problem, 12.5, room, colour=TEAL, second=9.5, leading=1.14)
    sheet.rule(x, y + 54, x + INNER, TEAL, 1.6)
    title = fit(card.text, BOLD, 20, INNER, 4, 11)
    end = sheet.lines(x, y + 78, title, BOLD, INK)
    if card.reason:
        reason = fit(card.reason, REGULAR, 11, INNER, 1, 9)
        sheet.lines(x, min(end + 16, bottom - 88), reason, REGULAR, SOFT)
    _said(
        sheet, "user", words.both(lambda tr: tr.gettext("Responsible")), card.name, x, bottom - 68
    )
    until, icon = (lambda tr: tr.gettext("Deadline")), "calendar-days"
    if card.state in ("done", "dropped"):
        until, icon = (lambda tr: state_words(card.state, tr)), "badge-check"
        icon = icon if card.state == "done" else "calendar-days"
    _said(sheet, icon, words.both(until), words.main.date(card.day), x, bottom - 32)


def _said(sheet: Sheet, icon: str, label: Pair, said: str, x: float, y: float) -> None:
    """Write who or when beside its icon, its label above it."""
    sheet.icon(icon, x, y - 17, 22, TEAL)
    sheet.lines(x + NUMBER, y - 11, beside(label, REGULAR, 8.5, INNER - NUMBER), REGULAR, SOFT)
    sheet.text(x + NUMBER, y + 5, said, 15, BOLD, INK, room=INNER - NUMBER)


def _empty(sheet: Sheet, words: Bilingual, x: float, y: float) -> None:
    labels = (
        (words.both(lambda tr: tr.gettext("Problem")), 30),
        (words.both(lambda tr: tr.gettext("What will be done")), 104),
        (words.both(lambda tr: tr.gettext("Responsible")), 154),
        (words.both(lambda tr: tr.gettext("Deadline")), 202),
    )
    sheet.rule(x, y + 71, x + INNER, INK, 0.7)
    for label, at in labels:
        slips.blank(sheet, x, y + at, label, INNER)
