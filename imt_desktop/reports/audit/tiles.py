"""A tile for every thing that was looked at, and how many of each sort; shapes tell them apart."""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.audit import words as said
from imt_desktop.reports.audit.facts import DrawnFacts
from imt_desktop.reports.paper.bars import Look, fill
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fonts import BOLD, width
from imt_desktop.reports.paper.ink import INK, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet

ACROSS: Final = 20
"""Tiles in a row."""
ROWS: Final = 3
GAP: Final = 6.0
INKS: Final = {"agrees": TEAL, "differs": TERRACOTTA, "no-paper": TERRACOTTA, "nobody-home": INK}


def tiles(
    sheet: Sheet, one: DrawnFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw the heading, the tiles and the counts; returns the lower edge."""
    head = words.both(lambda tr: said.compared(one, tr))
    icon = {"households": "house", "vouchers": "receipt"}.get(one.what, "receipt-text")
    sheet.icon(icon, left, top + 2, 34, TERRACOTTA)
    y = sheet.inline(left + 48, top + 28, head, 26, right - left - 48, colour=TEAL) + 16
    if one.checked <= ACROSS * ROWS:
        y = _tiles(sheet, one, left, right, y) + 8
    return _counts(sheet, one, words, left, right, y)


def _tiles(sheet: Sheet, one: DrawnFacts, left: float, right: float, top: float) -> float:
    marks = [
        *("agrees",) * one.agrees, *("differs",) * one.differs, *("no-paper",) * one.no_paper,
        *("nobody-home",) * one.nobody_home,
    ]  # fmt: skip
    side = (right - left + GAP) / ACROSS - GAP
    tall = min(side, 34.0)
    for at, mark in enumerate(marks):
        x = left + at % ACROSS * (side + GAP)
        y = top + at // ACROSS * (tall + GAP)
        _tile(sheet, mark, x, y, side, tall)
    return top + -(-len(marks) // ACROSS) * (tall + GAP)


def _tile(sheet: Sheet, mark: str, x: float, y: float, wide: float, tall: float) -> None:
    if mark == "agrees":
        on = sheet.panel(x, y, wide, tall, TEAL, 5)
        middle, base = x + wide / 2, y + tall / 2
        sheet.line([(middle - 7, base), (middle - 2, base + 5), (middle + 8, base - 6)], on, 3)
        return
    if mark == "nobody-home":
        sheet.rect(x + 1, y + 1, wide - 2, tall - 2, None, INK, 2, 5)
    else:
        fill(sheet, x, y, wide, tall, Look(TERRACOTTA, "diagonal", TERRACOTTA), 5, 2)
        sheet.rect(x + wide / 2 - 10, y + tall / 2 - 10, 20, 20, WHITE, radius=4)
    _sign(sheet, mark, x + wide / 2, y + tall / 2)


def _sign(sheet: Sheet, mark: str, x: float, y: float) -> None:
    """Draw a cross, a dash or a question mark round a point."""
    if mark == "differs":
        sheet.line([(x - 5, y - 5), (x + 5, y + 5)], TERRACOTTA, 3)
        sheet.line([(x - 5, y + 5), (x + 5, y - 5)], TERRACOTTA, 3)
    elif mark == "no-paper":
        sheet.line([(x - 5, y), (x + 5, y)], TERRACOTTA, 3)
    else:
        size = max(18.0, sheet.floor)
        sheet.text(x, y + size * 0.36, "?", size, BOLD, INK, "centre")


def _counts(
    sheet: Sheet, one: DrawnFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Write how many there are of each sort, large."""
    shown = [at for at, row in enumerate(said.counts(one, words.main)) if row[0] or not at]
    step, end = (right - left) / len(shown), top
    for place, at in enumerate(shown):
        n, mark, _ = said.counts(one, words.main)[at]
        x, number = left + place * step, words.main.number(n)
        size = 52.0
        sheet.text(x, top + 44, number, size, BOLD, INKS[mark])
        room = step - width(number, BOLD, size) - 28
        pair = words.both(lambda tr, at=at: said.counts(one, tr)[at][2])  # type: ignore[misc]
        beside = x + width(number, BOLD, size) + 12
        end = max(end, sheet.pair(beside, top + 26, pair, 19, room, second=15, shrink=0.88))
    return max(end, top + 46) + 6
