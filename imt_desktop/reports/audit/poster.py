"""The poster "We checked the books" on a sheet of A3; other sizes are the same drawing, scaled.

Long languages and many findings need more room: then all of it is made smaller together.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from imt_desktop.reports.audit import words as said
from imt_desktop.reports.audit.cards import cards
from imt_desktop.reports.audit.facts import AuditFacts
from imt_desktop.reports.audit.findings import findings, result
from imt_desktop.reports.audit.tiles import tiles
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.ink import TEAL
from imt_desktop.reports.paper.letterhead import signature, signature_height
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

TOP: Final = 12 * MM + 2
BOTTOM: Final = A3.height - 12 * MM
FLOOR: Final = 11.5
"""So that eight points are left on A4."""

SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
READABLE: Final = 8.0
GAP: Final = 15.0
MOST_SIGN: Final = 4
SIGNED: Final = 13.0


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(said.title)


def draw(sheet: Sheet, facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""
    scale, most, room = _plan(facts, words, anchor)
    with sheet.zoomed(scale) as inner:
        inner.floor = _floor(scale)
        _upper(inner, facts, words, scale, most, min(room / 5, 40.0))
        _foot(inner, facts, words, anchor, scale)


def _plan(facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> tuple[float, int, float]:
    """Return the largest scale at which everything has room, how many findings, and what is left.

    Where not even the smallest letters are small enough, the last findings are only counted.
    """
    most, room = len(facts.findings), -1.0
    for scale in SCALES:
        room = _room(facts, words, anchor, scale, most)
        if room >= 0:
            return scale, most, room
    scale = SCALES[-1]
    while room < 0 and most > 0:
        most -= 1
        room = _room(facts, words, anchor, scale, most)
    return scale, most, max(0.0, room)


def _room(
    facts: AuditFacts, words: Bilingual, anchor: Anchor | None, scale: float, most: int
) -> float:
    trial = rehearsal(A3.width / scale, A3.height / scale, _floor(scale))
    end = _upper(trial, facts, words, scale, most, 0)
    return BOTTOM / scale - _foot_tall(facts, words, anchor, scale) - GAP - end


def _floor(scale: float) -> float:
    return max(FLOOR, READABLE / scale)


def _edges(scale: float) -> tuple[float, float]:
    return A3.margin / scale, (A3.width - A3.margin) / scale


def _upper(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, scale: float, most: int, more: float
) -> float:
    """Draw all but the foot; ``more`` widens each gap. Returns the lower edge."""
    left, right = _edges(scale)
    days = words.both(lambda tr: said.period(facts, tr))
    y = poster_head.heading(sheet, facts.heading, days, left, right, TOP / scale, sheet.floor)
    y = poster_head.title(sheet, title(words), left, right, y)
    y = woven(sheet, left, y + 14, right - left, 22.3)
    if facts.main is not None:
        y = tiles(sheet, facts.main, words, left, right, y + GAP + more)
    y = cards(sheet, facts, words, left, right, y + GAP + more)
    y = findings(sheet, facts, words, left, right, y + GAP + more, most)
    y = result(sheet, facts, words, left, right, y + GAP + more)
    counted = words.both(lambda tr: said.officers(facts, tr))
    return sheet.pair(left, y + 26, counted, 14, right - left, second=12) + 6


# The foot


def _measures(scale: float) -> anchors.Measures:
    whole, floor = anchors.A3_POSTER, _floor(scale)
    return replace(
        whole, module=whole.module / scale, head=max(whole.head, floor),
        code=max(whole.code, floor), foot=floor, text=whole.text * floor / FLOOR,
    )  # fmt: skip


def _drawn(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, y: float, room: float
) -> float:
    """Say how each list was drawn, and what came of it if not told yet; returns the last baseline."""
    for one in facts.lists:
        told = one in (facts.main, facts.vouchers_checked)  # further up
        pair = words.both(lambda tr, one=one, told=told: said.drawn(one, tr, not told))  # type: ignore[misc]
        y = sheet.pair(x, y, pair, 12.5, room, second=11.5) + max(16, sheet.floor * 1.35)
    return y


def _foot_tall(facts: AuditFacts, words: Bilingual, anchor: Anchor | None, scale: float) -> float:
    left, right = _edges(scale)
    trial = rehearsal(right, 2000, _floor(scale))
    block = anchors.draw(trial, words, anchor, right, 0, _measures(scale))
    room = block.left - 20 - left
    tall = (
        _drawn(trial, facts, words, left, 12, room) + 26 + _signed_tall(facts, words, room, scale)
    )
    return max(block.bottom, tall)


def _signed_tall(facts: AuditFacts, words: Bilingual, room: float, scale: float) -> float:
    people, floor = facts.auditors[:MOST_SIGN], _floor(scale)
    size, wide = max(SIGNED, floor), room / max(len(people), 1) - 14
    return max((signature_height(words, one, wide, size, floor) for one in people), default=0.0)


def _foot(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, anchor: Anchor | None, scale: float
) -> None:
    left, right = _edges(scale)
    bottom = BOTTOM / scale
    top = bottom - _foot_tall(facts, words, anchor, scale)
    trial = rehearsal(right, 2000, sheet.floor)
    height = anchors.draw(trial, words, anchor, right, 0, _measures(scale)).bottom
    block = anchors.draw(sheet, words, anchor, right, max(top, bottom - height), _measures(scale))
    room = block.left - 20 - left
    sheet.rule(left, top - 8, right, TEAL, 1.4)
    _drawn(sheet, facts, words, left, top + 12, room)
    people = facts.auditors[:MOST_SIGN]
    step, size = room / max(len(people), 1), max(SIGNED, sheet.floor)
    y = bottom - _signed_tall(facts, words, room, scale)
    for at, one in enumerate(people):
        signature(sheet, words, one, left + at * step, y, step - 14, size)
