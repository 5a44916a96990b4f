"""Figures in words: a number never reads as if it were the one that stands beside it."""

from __future__ import annotations

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.wording.figures import figure_words, target_words
from tests.builders import KES

TR = Translator("en")


@pytest.mark.parametrize(
    ("value", "target", "said", "wanted"),
    [
        (9_497, 9_500, "94.97 %", "at least 95 %"),  # whole it would read 95 %
        (9_460, 9_500, "94.6 %", "at least 95 %"),
        (9_449, 9_500, "94 %", "at least 95 %"),
        (9_999, 10_000, "99.99 %", "at least 100 %"),
        (3_333, 3_333, "33 %", "at least 33 %"),
        (3_320, 3_333, "33.2 %", "at least 33.3 %"),
        (6_666, 10_000, "67 %", "at least 100 %"),
        (84_192, 10_000, "842 %", "at least 100 %"),
    ],
)
def test_a_share_never_reads_as_the_target_that_it_has_not(
    value: int, target: int, said: str, wanted: str
) -> None:
    assert figure_words("share", value, TR, KES, (target,)).replace("\u00a0", " ") == said
    words = target_words("share", target, True, TR, KES, (value,))
    assert words.replace("\u00a0", " ") == wanted


@pytest.mark.parametrize(
    ("thousandths", "said"),
    [(0, "0 days"), (500, "0.5 days"), (1_000, "1 day"), (3_500, "3.5 days")],
)
def test_days_worked_may_be_half(thousandths: int, said: str) -> None:
    assert figure_words("days-worked", thousandths, TR, KES) == said
