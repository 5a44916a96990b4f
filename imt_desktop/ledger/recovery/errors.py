"""What can be wrong with a budget or an asset."""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.errors import UserError


@dataclass(eq=False)
class YearError(UserError):
    """Not a year."""

    year: int


@dataclass(eq=False)
class LifeError(UserError):
    """Not a number of years that a thing can last."""

    years: int


@dataclass(eq=False)
class PlannedTwiceError(UserError):
    """A budget names a kind of money twice."""

    kind: str
