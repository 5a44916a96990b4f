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


@dataclass(eq=False)
class NoSuchAssetError(UserError):
    """Nothing that wears out has this number, or it is out of use already."""

    asset: int


@dataclass(eq=False)
class OutBeforeBoughtError(UserError):
    """Something is said to be out of use before it was bought."""

    day: str
    since: str


@dataclass(eq=False)
class NotAReserveError(UserError):
    """Only a reserve account has a target."""


@dataclass(eq=False)
class NobodyPaysError(UserError):
    """Without households there is nobody to share the cost."""


@dataclass(eq=False)
class PaidShareError(UserError):
    """Not a share of households that can pay."""

    percent: str


@dataclass(eq=False)
class NoScenarioError(UserError):
    """No price is kept to be weighed."""
