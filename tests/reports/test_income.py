"""The income paper: what stands under a heading keeps clear of it, however long its two languages are."""

from __future__ import annotations

from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.income.facts import IncomeFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from tests.reports import samples as s
from tests.reports.every import enlarged


def test_a_heading_of_two_lines_moves_what_is_under_it() -> None:
    facts = enlarged(s.INCOME, 100_000)
    assert isinstance(facts, IncomeFacts) and facts.previous
    (sheet, *_more) = income.draw(facts, Bilingual(s.SPANISH, s.FRENCH), s.ANCHOR).sheets
    under = next(box for box in sheet.boxes if box.label.startswith("Ce que nous avons"))
    start = next(box for box in sheet.boxes if box.label.startswith("Al principio"))
    assert start.top - under.bottom > 8
