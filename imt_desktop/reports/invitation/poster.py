"""The invitation as a poster on a sheet of A3; other sizes are the same drawing, scaled."""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import words as said
from imt_desktop.reports.invitation.facts import Gathering, InvitationFacts
from imt_desktop.reports.paper import one_message, poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.ink import INK, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet

GAP: Final = 18.0
MOST_POINTS: Final = 14
"""So many points of an agenda are named."""


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(said.title)


def draw(sheet: Sheet, facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""

    def upper(inner: Sheet, scale: float, room: float) -> float:
        return _upper(inner, facts, words, scale, min(room / 6, 70.0))

    one_message.draw(sheet, facts.heading, words, anchor, upper)


def _upper(
    sheet: Sheet, facts: InvitationFacts, words: Bilingual, scale: float, more: float
) -> float:
    """Draw all but the foot; ``more`` widens each gap. Returns the lower edge."""
    left, right = one_message.edges(scale)
    meeting = facts.meeting
    day = words.both(lambda tr: tr.short_date(meeting.day))
    y = poster_head.heading(
        sheet, facts.heading, day, left, right, one_message.TOP / scale, sheet.floor
    )
    y = poster_head.title(sheet, title(words), left, right, y)
    y = woven(sheet, left, y + 14, right - left, 22.3)
    y = _when(sheet, meeting, words, left, right, y + GAP + more)
    y = _agenda(sheet, meeting, words, left, right, y + GAP + more)
    for icon, pair in said.more(meeting, words):
        y += GAP + more / 2
        sheet.icon(icon, left, y, 34, TERRACOTTA)
        y = sheet.pair(left + 50, y + 24, pair, 22, right - left - 50, second=16)
    return y


def _when(
    sheet: Sheet, meeting: Gathering, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw a frame with which meeting, when and where; returns its lower edge."""
    x, room = left + 24, right - left - 48
    which = words.both(lambda tr: said.which(meeting, tr))
    y = sheet.pair(x, top + 56, which, 44, room, colour=TEAL, second=26, shrink=0.7)
    for icon, pair in said.when_and_where(meeting, words):
        y += 22
        sheet.icon(icon, x, y + 2, 40, TERRACOTTA)
        y = sheet.pair(x + 60, y + 32, pair, 36, room - 60, second=23, shrink=0.7)
    y += 26
    sheet.rect(left + 1.5, top, right - left - 3, y - top, None, TEAL, 3, 12)
    return y


def _agenda(
    sheet: Sheet, meeting: Gathering, words: Bilingual, left: float, right: float, y: float
) -> float:
    """Draw what it is about, point for point; returns the lower edge."""
    if not meeting.agenda:
        return y
    y = sheet.inline(left, y + 26, words.both(said.about), 26, right - left, colour=TEAL)
    for number, point in enumerate(meeting.agenda[:MOST_POINTS], 1):
        y += 14
        sheet.text(left + 34, y + 24, words.main.number(number), 24, BOLD, TERRACOTTA, "right")
        y = sheet.pair(left + 50, y + 24, Pair(point), 24, right - left - 50, font=REGULAR)
    left_out = len(meeting.agenda) - MOST_POINTS
    if left_out > 0:
        pair = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", left_out).format(
                n=tr.number(left_out)
            )
        )
        y = sheet.inline(left + 50, y + 32, pair, 20, right - left - 50, REGULAR, INK)
    return y
