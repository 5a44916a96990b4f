"""The capacity sheet for the wall."""

from __future__ import annotations

from imt_desktop.reports.capacity import pdf
from tests.reports import samples as s
from tests.reports.reading import text


def test_a_past_grade_says_that_it_is_at_least_that_where_answers_were_missing() -> None:
    said = text(pdf.render(s.capacity(6), s.ONE, s.ANCHOR))
    # Half-years with an unanswered question: C, A and C; and today.
    assert said.count("at least C") == 2 and said.count("at least A") == 1
