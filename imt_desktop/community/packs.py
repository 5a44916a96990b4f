"""What ships as data about complaints and the service; what is broken in a file is left out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from imt_desktop.committee.packs import PACKS, Row, read_rows

PACK: Final = PACKS / "community"
ANY: Final = "any"
"""Stands for every country without a row of its own."""


class Deadline(Row, frozen=True):
    """How long an answer may take in a country; its code is the country's."""

    days: int
    working: bool
    passed_on_days: int
    passed_on_working: bool


class Holiday(Row, frozen=True):
    """A public holiday: ``12-25``, or days after Easter Sunday as ``easter-2``."""

    country: str
    title: str
    day: str
    moves: bool


class Category(Row, frozen=True):
    """What a complaint is about."""

    title: str


class Parameter(Row, frozen=True):
    """What a water test measures. Good water lies between ``least`` and ``most``."""

    title: str
    unit: str
    least: Decimal
    most: Decimal
    possible: Decimal
    """Nothing measures more: a larger number is something else."""
    whole: bool

    def good(self, value: Decimal) -> bool:
        """Say whether a value is as the guideline asks."""
        return self.least <= value <= self.most


R = TypeVar("R", bound=Row)

USUAL: Final = Deadline(
    code=ANY, source="", checked=None, confirmed=False,  # type: ignore[arg-type]
    days=14, working=True, passed_on_days=30, passed_on_working=False,
)  # fmt: skip
"""Where the file is broken."""


@cache
def rows(file: str, kind: type[R], folder: Path = PACK) -> tuple[R, ...]:
    """Return the rows of a file, without those that are broken: no book fails to open for them."""
    return read_rows(folder / file, kind).rows


FILES: Final[Mapping[str, type[Row]]] = {
    "deadlines.toml": Deadline,
    "holidays.toml": Holiday,
    "categories.toml": Category,
    "quality.toml": Parameter,
}


def deadline_of(country: str) -> Deadline:
    """Return how long an answer may take in a country."""
    found: dict[str, Deadline] = {one.code: one for one in rows("deadlines.toml", Deadline)}
    return found.get(country) or found.get(ANY, USUAL)


def holidays_of(country: str) -> tuple[Holiday, ...]:
    """Return a country's public holidays."""
    return tuple(one for one in rows("holidays.toml", Holiday) if one.country == country)


def categories() -> tuple[Category, ...]:
    """Return what complaints are usually about."""
    return rows("categories.toml", Category)


def parameters() -> dict[str, Parameter]:
    """Return what water tests measure, by code."""
    return {one.code: one for one in rows("quality.toml", Parameter)}
