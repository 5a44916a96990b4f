"""The slip to confirm what the old book says: what is agreed to stands there in both languages."""

from __future__ import annotations

from itertools import permutations

import pytest

from imt_desktop.reports.confirming import pdf as confirming
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from tests.reports import samples as s
from tests.reports.reading import text


@pytest.mark.parametrize(
    "words",
    [Bilingual(*two) for two in permutations((s.ENGLISH, s.SPANISH, s.KISWAHILI, s.FRENCH), 2)],
    ids=lambda words: f"{words.main.code},{words.second.code}",
)
def test_both_languages_say_what_is_signed(words: Bilingual) -> None:
    said = text(confirming.render(s.confirmations(1), words, s.ANCHOR))
    for one in ("From the old book", "It is right", "It is not right"):
        assert Pair(*(tr.gettext(one) for tr in words.translators)).beside in said
