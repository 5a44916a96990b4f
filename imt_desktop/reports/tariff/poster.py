"""The whole poster of a tariff on a sheet of A3; other sizes are the same drawing, scaled.

A long tariff, or long languages, need more room: then all of it is made smaller together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.letterhead import signature, signature_height, terms_below
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.tariff import below
from imt_desktop.reports.tariff.facts import TariffFacts
from imt_desktop.reports.tariff.price import prices

TOP: Final = 12 * MM + 2
BOTTOM: Final = A3.height - 12 * MM
FLOOR: Final = 11.5
"""So that eight points are left on A4."""

READABLE: Final = 8.0
SIGNED: Final = 13.0
GAP: Final = 18.0
MOST_SPARE: Final = 150.0
"""How much higher the steps become where there is room."""

MOST_MORE: Final = 64.0
"""How much wider the gaps become."""

SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4)
EACH_ROW: Final = 4
_PARTS: Final = (below.hundred, below.less, below.rules, below.decided)


class _Plan(Struct, frozen=True):
    scale: float
    left: float
    right: float
    top: float
    foot: float
    bottom: float
    talls: tuple[float, ...]
    room: float
    """What is left over for gaps, and for the steps."""
    measures: anchors.Measures


def draw(sheet: Sheet, facts: TariffFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""
    plan = _plan(facts, words, anchor)
    with sheet.zoomed(plan.scale) as inner:
        inner.floor = _floor(plan.scale)
        y = _upper(inner, facts, words, plan.left, plan.right, plan.scale) + GAP
        spare, room = _spread(facts, words, plan, y)
        y = prices(inner, words, facts, plan.left, plan.right, y, spare)
        shown = [part for part, tall in zip(_PARTS, plan.talls, strict=True) if tall]
        more = max(0.0, min(MOST_MORE, room / (len(shown) + 1)))
        for part in shown:
            y = part(inner, words, facts, plan.left, plan.right, y + GAP + more)
        _foot(inner, facts, words, anchor, plan)


def _spread(facts: TariffFacts, words: Bilingual, plan: _Plan, y: float) -> tuple[float, float]:
    """Return how much higher the steps become, and what is left over then for gaps.

    Higher steps may let other cards stand beside them, so the whole is measured again.
    """
    for spare in (min(MOST_SPARE, plan.room * 0.6), 0.0):
        trial = rehearsal(A3.width / plan.scale, A3.height / plan.scale, _floor(plan.scale))
        end = prices(trial, words, facts, plan.left, plan.right, y, max(0.0, spare))
        room = plan.foot - end - sum(tall + GAP for tall in plan.talls if tall) - GAP
        if room >= 0:
            break
    return max(0.0, spare), room


def _floor(scale: float) -> float:
    """Return the smallest size of a drawing that is scaled, so that it can be read on A3."""
    return max(FLOOR, READABLE / scale)


def _measures(scale: float) -> anchors.Measures:
    """Return an anchor block whose code keeps its size, and whose words can still be read."""
    whole, floor = anchors.A3_POSTER, _floor(scale)
    return replace(
        whole, module=whole.module / scale, head=max(whole.head, floor), code=max(whole.code, floor),
        foot=floor, text=whole.text * floor / FLOOR,
    )  # fmt: skip


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(lambda tr: tr.gettext("What we pay for water"))


def since(facts: TariffFacts, words: Bilingual) -> Pair:
    """Say from which day on it holds."""
    return words.both(lambda tr: tr.gettext("From {day}").format(day=tr.date(facts.since)))


def _plan(facts: TariffFacts, words: Bilingual, anchor: Anchor | None) -> _Plan:
    """Find the largest scale at which everything has room."""
    for scale in SCALES:
        left, right = A3.margin / scale, (A3.width - A3.margin) / scale
        bottom = BOTTOM / scale
        measures, floor = _measures(scale), _floor(scale)
        trial = rehearsal(A3.width / scale, A3.height / scale, floor)
        top = _upper(trial, facts, words, left, right, scale) + GAP
        end = prices(trial, words, facts, left, right, top, 0)
        talls = tuple(below.tall(part, words, facts, left, right, floor) for part in _PARTS)
        foot = bottom - _foot_height(facts, words, anchor, left, right, measures, floor)
        wanted = end + sum(tall + GAP for tall in talls if tall) + GAP
        plan = _Plan(scale, left, right, top, foot, bottom, talls, foot - wanted, measures)
        if plan.room >= 0:
            break
    return plan


def _upper(
    sheet: Sheet, facts: TariffFacts, words: Bilingual, left: float, right: float, scale: float
) -> float:
    said = since(facts, words)
    y = poster_head.heading(sheet, facts.heading, said, left, right, TOP / scale, sheet.floor)
    y = poster_head.title(sheet, title(words), left, right, y)
    return woven(sheet, left, y + 14, right - left, 22.3)


def _foot_height(
    facts: TariffFacts, words: Bilingual, anchor: Anchor | None, left: float, right: float,
    measures: anchors.Measures, floor: float,
) -> float:  # fmt: skip
    trial = rehearsal(right, 1000, floor)
    block = anchors.draw(trial, words, anchor, right, 0, measures)
    rows = _rows(facts, words, block.left - 14 - left, floor)
    return max(block.bottom, sum(row.height + 34 for row in rows))


class _Row(Struct, frozen=True):
    first: int
    step: float
    height: float
    below: bool


def _rows(facts: TariffFacts, words: Bilingual, room: float, floor: float) -> Sequence[_Row]:
    officers, found, size = facts.heading.officers, [], max(SIGNED, floor)
    for first in range(0, len(officers), EACH_ROW):
        here = officers[first : first + EACH_ROW]
        step = room / max(3, len(here))
        one = facts.heading.one_signature and first == 0
        under = terms_below(words, here, step - 14, size, floor)
        tall = max(signature_height(words, o, step - 14, size, floor, one, under) for o in here)
        found.append(_Row(first, step, tall, under))
    return found


def _foot(
    sheet: Sheet, facts: TariffFacts, words: Bilingual, anchor: Anchor | None, plan: _Plan
) -> None:
    """Draw the signatures, and the anchor at the lower right."""
    block = anchors.draw(sheet, words, anchor, plan.right, plan.foot, plan.measures)
    y, officers, size = plan.bottom, facts.heading.officers, max(SIGNED, sheet.floor)
    for row in reversed(_rows(facts, words, block.left - 14 - plan.left, sheet.floor)):
        y -= row.height
        for n, officer in enumerate(officers[row.first : row.first + EACH_ROW]):
            one = facts.heading.one_signature and row.first + n == 0
            x = plan.left + n * row.step
            signature(sheet, words, officer, x, y, row.step - 14, size, one, row.below)
        y -= 34
