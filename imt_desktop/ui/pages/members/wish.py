"""What another page asks this one to show."""

from __future__ import annotations

from msgspec import Struct


class MemberWish(Struct, frozen=True):
    """The card of the household with this number."""

    number: str
