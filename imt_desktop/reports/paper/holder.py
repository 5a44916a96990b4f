"""Whose slip it is: name, number, zone and house, and an amount in a frame."""

from __future__ import annotations

from imt_desktop.money import Money
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import NARROWEST, beside, fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.paper.slips import INNER


def holder(
    sheet: Sheet,
    words: Bilingual,
    name: str,
    member: str,
    places: tuple[str, ...],
    x: float,
    y: float,
) -> float:
    """Draw name, number and place; returns the last baseline."""
    sheet.text(x, y + 15, name, 13, BOLD, room=INNER)
    said = words.beside(lambda tr: tr.gettext("Member"))
    where = DOT.join(part for part in (f"{said} {member}", *places) if part)
    fitted = fit(where, REGULAR, 9, INNER, 1, 8, narrowest=NARROWEST)
    if fitted.text != clean(where):  # a place of many letters goes on under the first line
        fitted = fit(where, REGULAR, 8, INNER, 2, 8, narrowest=NARROWEST)
    return sheet.lines(x, y + 27, fitted, REGULAR, SOFT)


def framed(sheet: Sheet, words: Bilingual, said: Pair, money: Money, x: float, y: float) -> float:
    """Draw an amount and what it is in a frame, without any filled area; returns the lower edge."""
    tall = 32.0
    sheet.rect(x + 0.7, y, INNER - 1.4, tall, None, TEAL, 1.4, 4)
    label = beside(said, BOLD, 10, INNER * 0.46, lines=2)
    base = y + (14.5 if len(label.lines) > 1 else 20)
    sheet.lines(x + 9, base, label, BOLD, INK)
    amount(sheet, x + INNER - 9, y + 23.5, money, 21, words.main, INNER * 0.46, currency=True)
    return y + tall
