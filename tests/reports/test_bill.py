"""A bill: both languages say which decision it rests on, and both halves of a sheet say the same."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from imt_desktop.reports.bill import pdf
from imt_desktop.reports.charging import pdf as charging
from tests.reports import samples as s
from tests.reports.reading import text


@pytest.mark.parametrize("size", ["A4", "roll"])
def test_both_languages_say_which_decision_it_rests_on(size: str) -> None:
    said = text(pdf.render([(s.bill(), s.ANCHOR)], s.TWO, size))
    assert "Water price by minute 07/2026" in said
    assert "07/2026 wa 14 Machi 2026" in said


@pytest.mark.parametrize("uses", range(1, 13))
@pytest.mark.parametrize("before", [0, 450])
def test_both_halves_of_a_sheet_say_the_same(uses: int, before: int) -> None:
    facts = s.bill(0, before, uses)
    for one in (facts, replace(facts, minute="", decided_on=None), replace(facts, pay_to=None)):
        said = text(pdf.render([(one, s.ANCHOR)] * 2, s.TWO))
        assert said.count("A question?") == 2


def test_a_preview_is_worked_out_in_both_languages() -> None:
    said = text(charging.draw(s.charging(1), s.TWO, s.ANCHOR).finish())
    assert "Discount of 35" in said
    assert "Punguzo la 35" in said
