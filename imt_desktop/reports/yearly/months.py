"""A month on the wall: its weeks as a grid, what is due as drawings in the days, and as words under it."""

from __future__ import annotations

from calendar import monthcalendar
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import capital
from imt_desktop.period import Month
from imt_desktop.reports.paper import fonts
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import NOWHERE, Sheet
from imt_desktop.reports.yearly.facts import DueFacts
from imt_desktop.reports.yearly.words import about, sort_of

WEEK: Final = 7
SATURDAY: Final = 5
CELL: Final = 31.0
ICON: Final = 17.0
DRAWN: Final = 2
"""Drawings that a day has room for beside its number; all of them stand under the month."""

MOST: Final = 9
"""Lines under a month; what is more is only counted."""

ICONS: Final = {
    "complaint": "message-square-warning", "meeting": "users", "question": "message-circle",
    "term": "hourglass", "maintenance": "wrench", "finding": "list-checks", "support": "handshake",
    "report": "scroll-text", "action": "toolbox", "visit": "calendar-check",
    "paper": "file-badge", "closing": "book-lock", "test": "droplets", "audit": "eye",
    "bills": "receipt-text",
}  # fmt: skip
"""A drawing for whatever can be due."""


class Key(Struct, frozen=True):
    """A line under a month: what is due on a day, and how many times."""

    due: DueFacts
    times: int

    @property
    def colour(self) -> str:
        """What is late stands out."""
        return TERRACOTTA if self.due.late else TEAL


def keys(due: Sequence[DueFacts]) -> list[Key]:
    """Return what is due in its order; what is the same on a day stands once."""
    return [Key(one, times) for one, times in Counter(due).items()]


def fits(words: Bilingual, wide: float, floor: float) -> bool:
    """Whether a month is wide enough that the name of each day stands whole over it."""
    room = wide / WEEK - 4
    return all(
        fonts.width(clean(capital(tr.day_name(at, short=True))), font, floor) <= room
        for tr, font in zip(words.translators, (BOLD, ITALIC), strict=False)
        for at in range(1, WEEK + 1)
    )


def month(
    sheet: Sheet, words: Bilingual, of: Month, found: Sequence[Key], x: float, y: float, wide: float
) -> float:
    """Draw a month; returns the lower edge."""
    name = words.both(lambda tr: capital(tr.month_name(of)))
    y = sheet.inline(x, y + 20, name, 23, wide, colour=TEAL) + 6
    y = _grid(sheet, words, of, found, x, y, wide)
    for key in found[:MOST]:
        y = line(sheet, words, key, str(key.due.on.day), x, y, wide)
    more = len(found) - MOST
    if more > 0:
        said = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", more).format(n=tr.number(more))
        )
        y = sheet.inline(x + 48, y + 18, said, 13, wide - 48, REGULAR)
    return y


def _grid(
    sheet: Sheet, words: Bilingual, of: Month, found: Sequence[Key], x: float, y: float, wide: float
) -> float:
    """Draw the names of the days and a cell for each day; returns the lower edge."""
    step = wide / WEEK
    room = step - 4
    below = y
    days = [
        words.both(lambda tr, at=at: capital(tr.day_name(at, short=True)))  # type: ignore[misc]
        for at in range(1, WEEK + 1)
    ]
    longest = max(fonts.width(clean(day.main), BOLD, 13) for day in days)
    size = 13 * min(1, room / longest)  # one size for all, as long as their names are
    for at, day in enumerate(days):
        middle = x + (at + 0.5) * step
        last = sheet.pair(middle, y + 11, day, size, room, align="centre", lines=1, second=11.5)
        below = max(below, last)
    y = below + 5
    weeks = monthcalendar(of.year, of.month)
    shown = (
        () if sheet.canvas is NOWHERE else weeks
    )  # a rehearsal wants to know only how high it is
    for row, week in enumerate(shown):
        for at, number in enumerate(week):
            if number:
                today = [key for key in found if key.due.on == of.day(number)]
                left, top = x + at * step, y + row * CELL
                _day(sheet, number, at >= SATURDAY, today, left, top, step)
    return y + len(weeks) * CELL + 4


def _day(
    sheet: Sheet, number: int, rest: bool, due: Sequence[Key], x: float, y: float, wide: float
) -> None:
    """Draw a day: its number, and drawings of what is due."""
    ground = PAPER if rest and not sheet.saving else None
    sheet.rect(x, y, wide, CELL, ground, LINE, 0.8)
    if due:
        sheet.rect(x + 1, y + 1, wide - 2, CELL - 2, None, due[0].colour, 2)
    font = BOLD if due else REGULAR
    sheet.text(
        x + 6, y + 20, str(number), max(15, sheet.floor), font, SOFT if rest and not due else INK
    )
    kinds = list(dict.fromkeys(key.due.what for key in due))
    for at, what in enumerate(kinds[:DRAWN] if len(kinds) <= DRAWN else kinds[: DRAWN - 1]):
        right = x + wide - 4 - at * (ICON - 2)
        sheet.icon(ICONS.get(what, "circle-alert"), right - ICON, y + 7, ICON, due[0].colour)
    if len(kinds) > DRAWN:
        more = f"+{len(kinds) - DRAWN + 1}"
        size = max(11.5, sheet.floor)
        sheet.text(x + wide - 6 - ICON, y + 20, more, size, BOLD, due[0].colour, "right")


def line(
    sheet: Sheet, words: Bilingual, key: Key, day: str, x: float, y: float, wide: float,
    most: float = 22.0,
) -> float:  # fmt: skip
    """Write what is due on a day, ``most`` points left for the day; returns the last baseline."""
    sheet.text(x + most, y + 18, day, max(15, sheet.floor), BOLD, key.colour, "right")
    sheet.icon(ICONS.get(key.due.what, "circle-alert"), x + most + 6, y + 5, 16, key.colour)
    left = x + most + 28
    own = about(key.due.what, key.due.words, words.main)
    tail = f" × {key.times}" if key.times > 1 else ""
    said = words.both(lambda tr: sort_of(key.due.what, key.due.words, tr) + tail)
    whole = Pair(words.main.about(said.main, own), said.second)
    return sheet.inline(left, y + 18, whole, 13, wide - (left - x), REGULAR)


def before(due: Sequence[DueFacts], first: date) -> tuple[DueFacts, ...]:
    """Return what has been waiting since before the first day that is shown."""
    return tuple(one for one in due if one.on < first)
