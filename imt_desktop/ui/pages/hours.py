"""Hours as people type them."""

from __future__ import annotations

import re
from typing import Final

_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.h](\d\d)?)?")
"""6, 6:30, 6.30 or 6h."""


def typed_hour(typed: str) -> str:
    """Write an hour as the book does; what is none stays, and is refused by its name."""
    found = _HOUR.fullmatch(typed)
    return f"{found[1]:0>2}:{found[2] or '00'}" if found else typed
