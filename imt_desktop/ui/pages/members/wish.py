"""What another page asks this one to show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberWish:
    """The card of the household with this number."""

    number: str
