"""A poster with one message on a sheet of A3: all of it made smaller together until it has room.

Other sizes are the same drawing, scaled. Its foot has the officers' signatures and the anchor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.letterhead import signature, signature_height, terms_below
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

TOP: Final = 12 * MM + 2
BOTTOM: Final = A3.height - 12 * MM

FLOOR: Final = 11.5
"""So that eight points are left on A4."""

SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4)
READABLE: Final = 8.0
GAP: Final = 16.0
MOST_SIGN: Final = 3
SIGNED: Final = 13.0

Upper = Callable[[Sheet, float, float], float]
"""Draws all but the foot on a sheet at a scale, spread over so much room; returns the lower edge."""


def draw(
    sheet: Sheet, heading: Heading, words: Bilingual, anchor: Anchor | None, upper: Upper
) -> None:
    """Draw a poster on a sheet of A3's size, as large as it has room."""
    for scale in SCALES:
        trial = rehearsal(A3.width / scale, A3.height / scale, _floor(scale))
        end = upper(trial, scale, 0)
        room = BOTTOM / scale - _foot_tall(heading, words, anchor, scale) - GAP - end
        if room >= 0:
            break
    with sheet.zoomed(scale) as inner:
        inner.floor = _floor(scale)
        upper(inner, scale, max(0.0, room))
        _foot(inner, heading, words, anchor, scale)


def edges(scale: float) -> tuple[float, float]:
    """Return the left and right edge of what is drawn."""
    return A3.margin / scale, (A3.width - A3.margin) / scale


def _floor(scale: float) -> float:
    return max(FLOOR, READABLE / scale)


def _measures(scale: float) -> anchors.Measures:
    whole, floor = anchors.A3_POSTER, _floor(scale)
    return replace(
        whole, module=whole.module / scale, head=max(whole.head, floor),
        code=max(whole.code, floor), foot=floor, text=whole.text * floor / FLOOR,
    )  # fmt: skip


def _foot_tall(heading: Heading, words: Bilingual, anchor: Anchor | None, scale: float) -> float:
    left, right = edges(scale)
    trial = rehearsal(right, 1000, _floor(scale))
    alone = heading.one_signature and not heading.officers
    block = anchors.draw(trial, words, anchor, right, 0, _measures(scale), alone=alone)
    return max(block.bottom, _signed_tall(heading, words, block.left - 14 - left, scale) + 40)


def _signed_tall(heading: Heading, words: Bilingual, room: float, scale: float) -> float:
    officers, floor = heading.officers[:MOST_SIGN], _floor(scale)
    size, wide = max(SIGNED, floor), room / MOST_SIGN - 14
    under = terms_below(words, officers, wide, size, floor)
    one = heading.one_signature
    return max(
        (signature_height(words, each, wide, size, floor, one, under) for each in officers),
        default=0.0,
    )


def _foot(
    sheet: Sheet, heading: Heading, words: Bilingual, anchor: Anchor | None, scale: float
) -> None:
    left, right = edges(scale)
    bottom = BOTTOM / scale
    top = bottom - _foot_tall(heading, words, anchor, scale)
    tall = rehearsal(right, 1000, sheet.floor)
    alone, measures = heading.one_signature and not heading.officers, _measures(scale)
    height = anchors.draw(tall, words, anchor, right, 0, measures, alone=alone).bottom
    y = max(top, bottom - height)
    block = anchors.draw(sheet, words, anchor, right, y, measures, alone=alone)
    room = block.left - 14 - left
    officers = heading.officers[:MOST_SIGN]
    step, size = room / MOST_SIGN, max(SIGNED, sheet.floor)
    under = terms_below(words, officers, step - 14, size, sheet.floor)
    y = bottom - _signed_tall(heading, words, room, scale)
    for at, officer in enumerate(officers):
        one = heading.one_signature and at == 0
        signature(sheet, words, officer, left + at * step, y, step - 14, size, one, under)
