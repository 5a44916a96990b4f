"""What can be wrong with a budget or an asset."""

from __future__ import annotations

from imt_desktop.errors import UserError


class YearError(UserError):
    """Not a year."""

    year: int


class LifeError(UserError):
    """Not a number of years that a thing can last."""

    years: int


class PlannedTwiceError(UserError):
    """A budget names a kind of money twice."""

    kind: str


class NoSuchAssetError(UserError):
    """Nothing that wears out has this number, or it is out of use already."""

    asset: int


class OutBeforeBoughtError(UserError):
    """Something is said to be out of use before it was bought."""

    day: str
    since: str


class NotAReserveError(UserError):
    """Only a reserve account has a target."""


class NobodyPaysError(UserError):
    """Without households there is nobody to share the cost."""


class PaidShareError(UserError):
    """Not a share of households that can pay."""

    percent: str


class NoScenarioError(UserError):
    """No price is kept to be weighed."""
