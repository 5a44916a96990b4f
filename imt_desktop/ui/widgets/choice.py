"""What list boxes, chips, segments and choice cards offer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: its words, the value it stands for, an icon and a second line where shown."""

    words: str
    value: object
    icon: str = ""
    second: str = ""
    short: str = ""
    """Fewer words, for chips that find no room for all."""
