"""The wall calendar on sheets of A3, six months on each; other sizes are the same drawing, scaled."""

from __future__ import annotations

import math
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.i18n import Translator
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import one_message, poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.ink import TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.yearly import months
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts

EACH: Final = 6
"""Months on a sheet."""

ACROSS: Final = 2
GAP: Final = 16.0
BETWEEN: Final = 26.0
SMALLEST: Final = 0.7
"""Up to here all is made smaller for the days of the week."""

MOST_LATE: Final = 6
LATE_DAY: Final = 104.0


class Page(Struct, frozen=True):
    """What stands on a sheet: its months, and what is late from before all of them."""

    months: tuple[Month, ...]
    late: tuple[DueFacts, ...] = ()

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.months[0].first, self.months[-1].last)


def pages(facts: YearFacts) -> list[Page]:
    """Cut the months into sheets; what is late from before them stands on the first."""
    every = list(Period(facts.first, facts.last).months())
    cut = [tuple(every[at : at + EACH]) for at in range(0, len(every), EACH)]
    late = months.before(facts.due, facts.first)
    return [Page(one, late if at == 0 else ()) for at, one in enumerate(cut)]


def title(facts: YearFacts, page: Page, words: Bilingual) -> Pair:
    """The year, and what this is."""
    first, last = page.months[0].year, page.months[-1].year
    year = str(first) if first == last else f"{first} \N{EN DASH} {last}"
    return words.both(lambda tr: f"{year} \N{MIDDLE DOT} {name(tr)}")


def name(tr: Translator) -> str:
    """What this is."""
    return tr.gettext("A year at a glance")


def draw(
    sheet: Sheet, facts: YearFacts, words: Bilingual, anchor: Anchor | None, page: Page
) -> None:
    """Draw one sheet of A3's size. Nobody signs it."""

    def upper(inner: Sheet, scale: float, room: float) -> float:
        return _upper(inner, facts, words, page, scale, min(room / 4, 30.0))

    one_message.draw(sheet, replace(facts.heading, officers=()), words, anchor, upper)


def _upper(
    sheet: Sheet, facts: YearFacts, words: Bilingual, page: Page, scale: float, more: float
) -> float:
    """Draw all but the foot; ``more`` widens each gap. Returns the lower edge.

    It has none where the days of the week are too long at this scale, so that a smaller one is taken.
    """
    left, right = one_message.edges(scale)
    wide = (right - left - BETWEEN * (ACROSS - 1)) / ACROSS
    if scale > SMALLEST and not months.fits(words, wide, sheet.floor):
        return math.inf
    span = words.both(lambda tr: tr.period(page.period))
    top = one_message.TOP / scale
    y = poster_head.heading(sheet, facts.heading, span, left, right, top, sheet.floor)
    y = poster_head.title(sheet, title(facts, page, words), left, right, y)
    y = woven(sheet, left, y + 14, right - left, 22.3)
    for first in range(0, len(page.months), ACROSS):
        y += GAP + more
        y = max(
            months.month(sheet, words, of, _keys(facts, of), left + at * (wide + BETWEEN), y, wide)
            for at, of in enumerate(page.months[first : first + ACROSS])
        )
    return _late(sheet, words, page, left, right, y + more) if page.late else y


def _keys(facts: YearFacts, of: Month) -> list[months.Key]:
    return months.keys([one for one in facts.due if of.first <= one.on <= of.last])


def _late(sheet: Sheet, words: Bilingual, page: Page, left: float, right: float, y: float) -> float:
    """Write what is late from before the months shown; returns the lower edge."""
    head = words.both(lambda tr: tr.gettext("Late"))
    y = sheet.inline(left, y + 30, head, 18, right - left, colour=TERRACOTTA)
    found = months.keys(page.late)
    for key in found[-MOST_LATE:]:
        day = words.main.short_date(key.due.on)
        y = months.line(sheet, words, key, day, left, y, right - left, LATE_DAY)
    return y
