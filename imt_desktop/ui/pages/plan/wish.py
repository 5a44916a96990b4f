"""What another page asks the plan for."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.plan.actions import OriginLine

EVERYONE: Final = "everyone"
MINE: Final = "mine"
LATE: Final = "late"
"""Whose cards are to be shown."""


class FigureWish(Struct, frozen=True):
    """A new action that watches a figure of the book, by its code."""

    code: str


class ActionWish(Struct, frozen=True):
    """A new action that begins with a title, what it was opened from, a figure, who and by when."""

    title: str
    origin: OriginLine
    figure: str = ""
    post: str = ""
    """Of the officer who does it."""
    deadline: date | None = None
