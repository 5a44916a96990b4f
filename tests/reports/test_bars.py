"""Bars and labels: everything has its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.reports.paper.bars import heights, spread


@given(st.lists(st.floats(0.1, 1e9), min_size=1, max_size=6))
def test_parts_fill_the_bar(shares: list[float]) -> None:
    found = heights(shares, 400, 2.4, 7)
    assert sum(found) + 2.4 * (len(found) - 1) == pytest.approx(400)
    assert min(found) >= 5


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(20, 75)), min_size=1, max_size=5))
def test_labels_never_touch(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    tops = spread([wish for wish, _ in labels], [size for _, size in labels], 0, 420, 9)
    for at in range(1, len(tops)):
        assert tops[at] >= tops[at - 1] + labels[at - 1][1] + 9 - 1e-6
    assert tops[-1] + labels[-1][1] <= 420 + 1e-6
    assert tops[0] >= -1e-6


def test_labels_stay_at_their_part_where_there_is_room() -> None:
    assert spread([50, 200], [40, 40], 0, 400, 9) == [50, 200]
