"""The history of use: a bar a period, estimated ones hollow, and the figure of the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.period import Month
from imt_desktop.reports.bill.facts import Used
from imt_desktop.reports.bill.words import use_words
from imt_desktop.reports.paper import bars
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL
from imt_desktop.reports.paper.sheet import Sheet

MOST: Final = 12
_GAP: Final = 0.28
"""Between two bars, as a share of their pitch."""

_LABEL: Final = 8.0
_MONTH: Final = 28
_HALF_YEAR: Final = 184
"""Days between two uses: fewer, or more, and the months would repeat."""


def draw(
    sheet: Sheet,
    uses: Sequence[Used],
    unit: str,
    words: Bilingual,
    left: float,
    top: float,
    room: float,
    tall: float,
) -> float:
    """Draw the chart in so much room; returns its lower edge."""
    tr = words.main
    title = words.both(lambda tr: tr.gettext("What was used"))
    newest = use_words(uses[-1].used, unit, tr)
    wide = sheet.text(left + room, top + 8.5, newest, 9.5, BOLD, TEAL, "right", room=room * 0.5)
    sheet.lines(left, top + 8.5, beside(title, BOLD, 9.5, room - wide - 8), BOLD, INK)
    floor, high = top + tall - 13, tall - 13 - 16
    pitch = room / max(len(uses), 6)
    most = max((one.used for one in uses), default=0) or 1
    sheet.rule(left, floor, left + room, SOFT, 0.7)
    names = names_of([one.last for one in uses], tr)
    every = 1 if max(width(name, REGULAR, _LABEL) for name in names) < pitch - 1 else 2
    for at, one in enumerate(uses):
        x, wide = left + at * pitch + pitch * _GAP / 2, pitch * (1 - _GAP)
        bar = max(high * one.used / most, 0.8)
        _bar(sheet, x, floor - bar, wide, bar, one.estimated)
        if (len(uses) - 1 - at) % every == 0:
            sheet.text(x + wide / 2, floor + 9.5, names[at], _LABEL, REGULAR, SOFT, "centre")
    return top + tall


def names_of(days: Sequence[date], tr: Translator) -> list[str]:
    """Name uses by the month they end in: weekly ones by their day, yearly ones by their year."""
    gaps = [(late - early).days for early, late in pairwise(days) if late > early]
    apart = min(gaps, default=_MONTH)
    if apart < _MONTH:
        return [tr.day(day) for day in days]
    if apart > _HALF_YEAR:
        return [str(day.year) for day in days]
    return [tr.month_name(Month.of(day), short=True) for day in days]


def _bar(sheet: Sheet, x: float, y: float, wide: float, tall: float, estimated: bool) -> None:
    """Draw a bar; what was estimated, and everything on a roll or to save ink, is hollow."""
    if estimated:
        sheet.rect(
            x + 0.5, y + 0.5, wide - 1, max(tall - 0.5, 0.3), None, TEAL, 0.9, 0, "bar", (2, 1.4)
        )
    elif sheet.black or sheet.saving:
        sheet.rect(x + 0.5, y + 0.5, wide - 1, max(tall - 0.5, 0.3), None, TEAL, 1.1, 0, "bar")
    else:
        bars.fill(sheet, x, y, wide, tall, bars.family(TEAL, 0), 4, 1)
