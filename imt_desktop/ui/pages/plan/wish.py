"""What another page asks the plan for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from imt_desktop.plan.actions import OriginLine

EVERYONE: Final = "everyone"
MINE: Final = "mine"
LATE: Final = "late"
"""Whose cards are to be shown."""


@dataclass(frozen=True, slots=True)
class FigureWish:
    """A new action that watches a figure of the book, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class ActionWish:
    """A new action that begins with a title, what it was opened from, a figure, who and by when."""

    title: str
    origin: OriginLine
    figure: str = ""
    post: str = ""
    """Of the officer who does it."""
    deadline: date | None = None
