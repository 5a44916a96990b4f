"""Names of files and sheets, which may be endless, as they are shown; icons of kinds of data."""

from __future__ import annotations

from typing import Final

_END: Final = 12

ICONS: Final = {
    "members": "users",
    "opening": "book-open",
    "payments": "hand-coins",
    "expenses": "banknote-arrow-up",
    "readings": "droplets",
}
"""Icons of the kinds of data."""


def short(name: str, most: int = 48) -> str:
    """Return a name on one line; of a long one the beginning and the end."""
    one = " ".join(name[:4096].split())
    return one if len(one) <= most else f"{one[: most - _END - 1]}…{one[-_END:]}"
