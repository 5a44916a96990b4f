"""The rules, as pure functions: levels, the overall level, the grade, and whether a water point works.

Capacity index and functionality: Murray et al. 2024, openwashdata ``rwpfunctionality``, CC BY 4.0. Grades
and their bounds: SIASAR (github siasar/hub); which criteria make a part up is this program's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

INADEQUATE, MINIMUM, MODERATE, ADVANCED = range(4)
WHOLE: Final = 10_000
"""All of a score."""
GRADES: Final = (("A", 9_000), ("B", 7_000), ("C", 4_000), ("D", 0))
"""From which score on a grade is given."""
FILLS_WITHIN: Final = 5
"""Minutes in which 20 litres have to come."""


def level(met: Mapping[int, Sequence[bool]]) -> int:
    """Return the highest level all of whose criteria, and all of those below it, are met."""
    reached = INADEQUATE
    for wanted in (MINIMUM, MODERATE, ADVANCED):
        if not all(met.get(wanted, ())):
            break
        reached = wanted
    return reached


def overall(admin: int, finance: int, maintenance: int) -> int:
    """Return the lowest of the three; advanced where all are at least moderate and one is advanced."""
    three = (admin, finance, maintenance)
    return ADVANCED if min(three) >= MODERATE and max(three) == ADVANCED else min(three)


def score(parts: Sequence[Sequence[bool]]) -> int:
    """Return the mean of the parts' shares of criteria met, in hundredths of a per cent."""
    shares = [sum(part) * WHOLE // len(part) for part in parts if part]
    return sum(shares) // len(shares) if shares else 0


def grade(points: int) -> str:
    """Return the grade of a score."""
    return next(letter for letter, least in GRADES if points >= least)


def functional(water: bool, minutes: Decimal, stopped_days: int) -> bool:
    """Whether a water point works: water, 20 litres within five minutes, no day without in two weeks."""
    return water and minutes <= FILLS_WITHIN and stopped_days == 0
