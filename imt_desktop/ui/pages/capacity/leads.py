"""Where what an answer of the capacity sheet is made of is shown: a page, and what of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.oversight.capacity.sheet import BOOK, SAID, Answered
from imt_desktop.plan.entries import CapacityAsked
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.trail.wish import TrailWish

Lead = tuple[str, object]

_BOOK: Final[Mapping[str, Lead]] = {
    "met": ("meetings", None),
    "minutes": ("meetings", None),
    "women": ("settings", "officers"),
    "terms": ("settings", "officers"),
    "fees": ("trail", TrailWish(kind="bills")),
    "savings": ("money", None),
    "shown": ("money", "counts"),
    "safe": ("trail", TrailWish(kind="move")),
    "covered": ("tariffs", TariffsWish("costs", "recovery")),
    "spares": ("service", None),
    "looked-after": ("service", None),
    "running": ("service", None),
    "tested": ("service", None),
    "good-water": ("service", None),
}


def lead_of(one: Answered) -> Lead | None:
    """Return what an answer of the book, or of the committee, rests on; None where nobody answered."""
    if one.by == BOOK:
        return _BOOK[one.criterion.code]
    if one.by == SAID:
        return "trail", TrailWish(kind=CapacityAsked.KIND.partition("/")[0])
    return None
