"""What can be wrong with the service: breakdowns, tasks, water and stock."""

from __future__ import annotations

from imt_desktop.errors import UserError


class NoSuchBreakdownError(UserError):
    """No breakdown of that number."""

    breakdown: int


class NoSuchTaskError(UserError):
    """No task of maintenance of that number."""

    task: int


class RepairedError(UserError):
    """A breakdown was repaired already."""

    breakdown: int


class BackMissingError(UserError):
    """There was no water, and nobody said since when there is."""


class ExpenseUsedError(UserError):
    """An expense belongs to another breakdown or task: ``12/2``."""

    expense: str


class StockError(UserError):
    """There cannot be so many of a part."""

    number: int


class WeekdayError(UserError):
    """No day of the week: they go from 1, Monday, to 7."""

    number: int


class TurnError(UserError):
    """A turn ends before it begins, or begins before the one before it ends."""

    first: str
    last: str


class HoursError(UserError):
    """A day has 0 to 24 hours."""

    text: str


class VolumeError(UserError):
    """Not a volume of water in cubic metres, to the litre."""

    text: str


class MeasureError(UserError):
    """Nothing measures so much: perhaps it is what a meter says. ``parameter`` is a code."""

    text: str
    parameter: str
    most: str
    unit: str
