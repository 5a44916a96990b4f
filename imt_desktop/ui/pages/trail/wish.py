"""What another page asks the trail for."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class TrailWish(Struct, frozen=True):
    """Entries to be shown, by the names of the trail's filters; ``entry`` opens one.

    ``entries`` are those that a figure counts.
    """

    officer: int | None = None
    member: str = ""
    """Number of a member."""
    kind: str = ""
    first: date | None = None
    last: date | None = None
    flagged: bool = False
    entries: tuple[int, ...] = ()
    entry: int | None = None
