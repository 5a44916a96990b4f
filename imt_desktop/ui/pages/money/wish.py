"""What another page asks this one to begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperWish:
    """The bank's paper of a day, to be held against the book."""

    on: date
