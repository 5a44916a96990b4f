"""One card of the board in ink: what is done, by whom and when; a late one says so by word and shape."""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.board.facts import BoardCard
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fit import beside, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

PAD: Final = 10.0
TITLE: Final = 15.0
SMALL: Final = 13.0
FLAG: Final = 22.0


def height(card: BoardCard, words: Bilingual, wide: float, floor: float) -> float:
    """How high a card of that width is."""
    return _words(rehearsal(wide, 1000, floor), card, words, 0, 0, wide)


def draw(sheet: Sheet, card: BoardCard, words: Bilingual, x: float, y: float, wide: float) -> float:
    """Draw a card; returns its lower edge."""
    tall = height(card, words, wide, sheet.floor)
    edge, thick = (TERRACOTTA, 2.6) if card.late else (TEAL, 1.3)
    sheet.rect(x, y, wide, tall, None if sheet.saving else WHITE, edge, thick, 6)
    _words(sheet, card, words, x, y, wide)
    return y + tall


def _words(
    sheet: Sheet, card: BoardCard, words: Bilingual, x: float, y: float, wide: float
) -> float:
    left, room = x + PAD, wide - 2 * PAD
    if card.late:
        y = _flag(sheet, words, x, y, wide)
    title = fit(card.text, BOLD, TITLE, room, 3, sheet.floor)
    y = sheet.lines(left, y + PAD + TITLE * 0.8, title, BOLD, INK)
    if card.reason:
        reason = fit(card.reason, REGULAR, SMALL, room, 2, sheet.floor)
        y = sheet.lines(left, y + SMALL * 1.6, reason, REGULAR, SOFT)
    y += SMALL * 1.9
    day = words.main.short_date(card.day)
    taken = width(clean(day), BOLD, SMALL) + SMALL * 1.35
    sheet.text(x + wide - PAD, y, day, SMALL, BOLD, TERRACOTTA if card.late else INK, "right")
    icon = "badge-check" if card.state == "done" else "calendar-days"
    top = y - SMALL * 0.93
    sheet.icon(icon, x + wide - PAD - taken, top, SMALL, TERRACOTTA if card.late else TEAL)
    if card.name:
        sheet.icon("user", left, top, SMALL, TEAL)
        start = left + SMALL * 1.35
        sheet.text(start, y, card.name, SMALL, room=x + wide - PAD - taken - 8 - start)
    return y + PAD


def _flag(sheet: Sheet, words: Bilingual, x: float, y: float, wide: float) -> float:
    """Draw the raised flag over the upper edge; returns where the words go on."""
    said = words.both(lambda tr: tr.gettext("Late").upper())
    fitted = beside(said, BOLD, SMALL, wide - 2 * PAD - FLAG, least=sheet.floor)
    tall = width(fitted.text, BOLD, fitted.size) + FLAG + PAD
    on = sheet.panel(x + wide - tall, y, tall, FLAG, TERRACOTTA, 5)
    sheet.icon("circle-alert", x + wide - tall + 5, y + 4, FLAG - 8, on)
    sheet.lines(x + wide - tall + FLAG, y + FLAG * 0.7, fitted, BOLD, on)
    return y + FLAG - 4
