"""What another page asks the plan for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureWish:
    """A new action that watches a figure of the book, by its code."""

    code: str
