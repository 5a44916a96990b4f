"""What wears out: its paper is no longer than it has to be."""

from __future__ import annotations

import pytest

from imt_desktop.reports.assets import pdf
from imt_desktop.reports.paper.bilingual import Bilingual
from tests.reports import samples as s


@pytest.mark.parametrize("words", [s.TWO, Bilingual(s.SPANISH, s.FRENCH)])
def test_until_when_a_thing_lasts_stands_on_one_line_of_each_language(words: Bilingual) -> None:
    assert len(pdf.draw(s.assets(40), words, s.ANCHOR).sheets) == 3
