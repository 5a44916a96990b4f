"""Every kind of paper: what it needs, how its facts are built, and how they become ink."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from imt_desktop.reports.community_papers import COMMUNITY
from imt_desktop.reports.facts import BatchFacts
from imt_desktop.reports.household_papers import HOUSEHOLDS
from imt_desktop.reports.kinds import PaperKind, Sheet
from imt_desktop.reports.money_papers import MONEY
from imt_desktop.reports.plan_papers import PLAN

PAPERS: Final[dict[str, PaperKind]] = {**MONEY, **HOUSEHOLDS, **PLAN, **COMMUNITY}
"""Every kind of paper by its key; the first of its sizes is the usual one."""


def each_paper(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the papers of a batch as papers of their own."""
    facts, kind = sheet.facts, PAPERS[sheet.paper].each
    assert isinstance(facts, BatchFacts)
    anchors = sheet.anchors or (None,) * len(facts.papers)
    return tuple(
        replace(sheet, paper=kind, facts=one, size=PAPERS[kind].sizes[0], anchor=anchor, anchors=())
        for one, anchor in zip(facts.papers, anchors, strict=True)
    )
