"""One card of the board in ink: what is done, by whom and when; a late one says so by word and shape."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.board.facts import BoardCard, CardFigure
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fit import beside, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, OCHRE, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.wording.figures import figure_words

PAD: Final = 10.0
TITLE: Final = 15.0
SMALL: Final = 13.0
CODE: Final = 12.0
FLAG: Final = 22.0
LINE: Final = 24.0
PAST: Final = 70.0
"""How high and wide the line of a figure's past is."""
DOT: Final = 2.8


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
    if card.figure:
        y = _figure(sheet, card.figure, words, left, y, room)
    if card.code:
        y += SMALL * 1.6
        sheet.icon("book-open", left, y - SMALL * 0.93, SMALL, TEAL)
        sheet.text(left + SMALL * 1.35, y, in_fours(card.code), CODE, colour=SOFT)
    return _foot(sheet, card, words, x, y + SMALL * 1.9, wide) + PAD


def _foot(
    sheet: Sheet, card: BoardCard, words: Bilingual, x: float, y: float, wide: float
) -> float:
    """Write who and when beside each other, or under each other where a name is long."""
    left, right, colour = x + PAD, x + wide - PAD, TERRACOTTA if card.late else TEAL
    day, start = words.main.short_date(card.day), left + SMALL * 1.35
    day_left = right - width(clean(day), BOLD, SMALL) - SMALL * 1.35
    under = width(clean(card.name), REGULAR, sheet.floor) > day_left - 8 - start
    if card.name:
        sheet.icon("user", left, y - SMALL * 0.93, SMALL, TEAL)
        sheet.text(start, y, card.name, SMALL, room=(right if under else day_left - 8) - start)
    if under:
        y += SMALL * 1.5
    icon = "badge-check" if card.state == "done" else "calendar-days"
    sheet.icon(icon, day_left, y - SMALL * 0.93, SMALL, colour)
    sheet.text(right, y, day, SMALL, BOLD, TERRACOTTA if card.late else INK, "right")
    return y


def _flag(sheet: Sheet, words: Bilingual, x: float, y: float, wide: float) -> float:
    """Draw the raised flag over the upper edge; returns where the words go on."""
    said = words.both(lambda tr: tr.gettext("Late").upper())
    fitted = beside(said, BOLD, SMALL, wide - 2 * PAD - FLAG, least=sheet.floor)
    tall = width(fitted.text, BOLD, fitted.size) + FLAG + PAD
    on = sheet.panel(x + wide - tall, y, tall, FLAG, TERRACOTTA, 5)
    sheet.icon("circle-alert", x + wide - tall + 5, y + 4, FLAG - 8, on)
    sheet.lines(x + wide - tall + FLAG, y + FLAG * 0.7, fitted, BOLD, on)
    return y + FLAG - 4


def _figure(
    sheet: Sheet, figure: CardFigure, words: Bilingual, x: float, y: float, room: float
) -> float:
    """Draw what the book says: its past as a line, the target dashed, and beside it both in words."""
    said = words.both(lambda tr: figure_said(figure, tr))
    top, colour = y + PAD, TEAL if figure.reached else INK
    if sum(value is not None for value in figure.past) > 1:
        _past(sheet, figure, x, top, PAST)
        x, room = x + PAST + PAD, room - PAST - PAD
    end = sheet.pair(x, top + SMALL * 0.8, said, SMALL, room, colour=colour, second=11, shrink=0.85)
    return max(end, top + LINE)


def figure_said(figure: CardFigure, tr: Translator) -> str:
    """Say a figure beside its target, or that it got there."""
    value = figure_words(figure.unit, figure.value, tr, figure.currency, (figure.target,))
    if figure.reached and figure.reached_on:
        day = tr.short_date(figure.reached_on)
        return tr.gettext("{figure}, reached on {day}").format(figure=value, day=day)
    if figure.reached:
        return tr.gettext("{figure}, reached").format(figure=value)
    target = figure_words(figure.unit, figure.target, tr, figure.currency, (figure.value,))
    return tr.gettext("{figure}, target {target}").format(figure=value, target=target)


def _past(sheet: Sheet, figure: CardFigure, x: float, y: float, room: float) -> None:
    known = [value for value in figure.past if value is not None]
    low, high = min(*known, figure.target), max(*known, figure.target)

    def height(value: int) -> float:
        return y + LINE * (1 - ((value - low) / (high - low) if high > low else 0.5))

    sheet.line([(x, height(figure.target)), (x + room, height(figure.target))], OCHRE, 1.2, (4, 3))
    step = (room - 2 * DOT) / (len(figure.past) - 1)
    points = [
        None if value is None else (x + DOT + at * step, height(value))
        for at, value in enumerate(figure.past)
    ]
    for before, after in pairwise(points):
        if before and after:
            sheet.line([before, after], TEAL, 1.8)
    across, up = next(point for point in reversed(points) if point)
    sheet.rect(across - DOT, up - DOT, 2 * DOT, 2 * DOT, TEAL, radius=DOT)
