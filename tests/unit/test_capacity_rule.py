"""The capacity rule and the functionality rule over 1,062 real water points."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from imt_desktop.oversight.capacity.rule import functional, grade, level, overall, score

POINTS = Path(__file__).parents[1] / "cases" / "rural-water-points.csv"
LEVELS = ("wc_admin_index_wp", "wc_finance_index_wp", "wc_maint_index_wp", "wc_mgmt_index_wp")


def rows() -> list[dict[str, str]]:
    with POINTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_rule_gives_the_surveys_own_level_but_for_41_committees() -> None:
    known = [tuple(row[name] for name in LEVELS) for row in rows()]
    surveyed = [
        tuple(int(Decimal(one)) for one in row) for row in known if all(map(_is_level, row))
    ]
    differ = Counter(row for row in surveyed if overall(*row[:3]) != row[3])
    assert (len(surveyed), len(surveyed) - differ.total()) == (682, 641)
    # The survey has 2 where the lowest of the three is 1; the rule is not bent to it.
    assert differ == {(1, 2, 2, 2): 19, (1, 1, 2, 2): 15, (2, 1, 2, 2): 7}


def _is_level(text: str) -> bool:
    return text not in ("", "NA")


def test_the_functionality_rule_gives_exactly_those_coded_as_working() -> None:
    found = rows()
    asked = ("wateravailable", "minutesfill20l", "downtime2weeks")
    works = [
        row for row in found
        if all(_is_level(row[name]) for name in asked)
        and functional(
            row["wateravailable"] == "1", Decimal(row["minutesfill20l"]),
            int(Decimal(row["downtime2weeks"])),
        )
    ]  # fmt: skip
    assert len(found) == 1062 and len(works) == 792
    assert [row["functional3"] for row in works] == ["4"] * 792
    assert sum(row["functional3"] == "4" for row in found) == 792


@pytest.mark.parametrize(
    ("levels", "whole"),
    [
        ((0, 3, 3), 0),
        ((1, 3, 3), 1),
        ((2, 2, 2), 2),
        ((2, 2, 3), 3),
        ((3, 3, 3), 3),
        ((2, 3, 1), 1),
    ],
)
def test_overall_is_the_lowest_unless_one_of_moderate_ones_is_advanced(
    levels: tuple[int, int, int], whole: int
) -> None:
    assert overall(*levels) == whole


def test_a_level_asks_for_all_below_it() -> None:
    assert level({1: [True], 2: [True, True], 3: [True]}) == 3
    assert level({1: [True], 2: [True, False], 3: [True]}) == 1
    assert level({1: [False], 2: [True], 3: [True]}) == 0


def test_grades_by_their_bounds() -> None:
    assert [grade(n) for n in (10_000, 9_000, 8_999, 7_000, 6_999, 4_000, 3_999, 0)] == list(
        "AABBCCDD"
    )
    assert score([[True, False], [True], []]) == 7_500
