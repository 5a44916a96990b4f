"""What every poster begins with: whose it is, for when, and its one message."""

from __future__ import annotations

from imt_desktop.reports.facts import Heading
from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.fit import NARROWEST, fit, fit_name
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.mark import round_mark
from imt_desktop.reports.paper.sheet import Sheet

SIZE = 60.0


def heading(
    sheet: Sheet, of: Heading, said: Pair, left: float, right: float, top: float, floor: float
) -> float:
    """Draw mark, committee and area, and at the right for when it is; returns the lower edge."""
    most = 320.0 if width(clean(said.main), BOLD, 13) <= 320 or not said.second else 390.0
    fitted = fit(said.main, BOLD, 22.5, most, 1 if said.second else 2, floor)
    small = fit(said.second, ITALIC, min(16, fitted.size * 0.86), most, 1, min(floor, fitted.size))
    box = max(width(line, BOLD, fitted.size) for line in fitted.lines) + 36
    box = max(box, width(small.text, ITALIC, small.size) + 36)
    x = right - box
    on = sheet.panel(x, top, box, SIZE, TERRACOTTA, 9)
    base = top + (27 if said.second else 38 - (len(fitted.lines) - 1) * fitted.size * 0.58)
    sheet.lines(x + box / 2, base, fitted, BOLD, on, "centre", 1.16)
    if said.second:
        sheet.lines(x + box / 2, top + 49, small, ITALIC, on, "centre")
    _whose(sheet, of, left, x, top)
    return top + SIZE


def _whose(sheet: Sheet, of: Heading, left: float, until: float, top: float) -> None:
    round_mark(sheet, left, top, SIZE)
    start = left + SIZE + 15
    room = until - start - 16
    if of.area:
        name = fit_name(of.committee, 26.5, room, 15, 16)
        base = top + (27.5 if len(name.lines) == 1 else 15.5)
    else:
        name = fit(of.committee, BOLD, 26.5, room, 2, 15, 0.7, NARROWEST)
        base = top + 39 - (len(name.lines) - 1) * 13
    sheet.lines(start, base, name, BOLD, TEAL, leading=1.1)
    if of.area:
        sheet.text(start, top + 51, of.area, 16.5, REGULAR, SOFT, room=room)


def title(sheet: Sheet, said: Pair, left: float, right: float, y: float) -> float:
    """Write the one message as large as the width allows; returns the lower edge."""
    size = min(66.0, (right - left) / width(clean(said.main), BOLD, 1))
    y = y + 14 + size * 0.75
    sheet.text(left - 2, y, said.main, size, BOLD, TEAL)
    if said.second:
        small = min(37.0, (right - left) / width(clean(said.second), ITALIC, 1))
        y += small * 1.1
        sheet.text(left, y, said.second, small, ITALIC, SOFT)
        return y + small * 0.12
    return y + size * 0.06
