"""The list of contributions on paper: totals, and what of the target is asked of nobody."""

from __future__ import annotations

from imt_desktop.reports.contribution import pdf
from tests.reports import samples as s
from tests.reports.reading import text


def said(drives: int, count: int) -> str:
    return " ".join(text(pdf.render(s.contributions(drives, count), s.ONE, None)).split())


def test_what_of_the_target_nobody_was_asked_for_is_said() -> None:
    # 3 households of 500 against 30,000; 60 of them come to the target.
    assert "asked for KSh 28,500 less than the target" in said(1, 3).replace("\u00a0", " ")
    assert "less than the target" not in said(1, 60)


def test_each_of_several_contributions_has_its_total() -> None:
    assert said(2, 3).count("3 households 1,500 1,000 500") == 2
    assert said(1, 3).count("3 households 1,500 1,000 500") == 1
