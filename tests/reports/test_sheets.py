"""Every sheet of a paper can be checked, also one that is shown alone."""

import re

import pytest

from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.statement import pdf as statement
from tests.reports import samples as s
from tests.reports.every import PAPERS
from tests.reports.reading import text

FIRST = re.compile(r"Page 1 of \d+ · ((?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}) · Entry 4,931")


def longest(name: str) -> Document:
    draw, every = PAPERS[name]
    return max((draw(facts, s.ONE) for facts in every), key=lambda document: len(document.sheets))


@pytest.mark.parametrize("name", ["statement", "cash book", "members", "minutes", "acta", "income"])
def test_each_sheet_has_the_code(name: str) -> None:
    document = longest(name)
    pdf = document.finish()
    assert len(document.sheets) > 1
    for n in range(len(document.sheets)):
        assert s.ANCHOR.code in text(pdf, n).replace(" ", ""), n


@pytest.mark.parametrize("name", ["statement", "cash book", "members", "minutes", "income"])
def test_what_stands_there_can_be_typed(name: str) -> None:
    found = FIRST.search(text(longest(name).finish(), 0))
    assert found
    assert found[1] == in_fours(s.ANCHOR.code)  # which is taken with its gaps


def test_a_preview_has_none() -> None:
    found = text(statement.render(s.statement(36, 2), s.ONE, None), 0)
    assert "Page 1 of" in found
    assert "Entry" not in found
