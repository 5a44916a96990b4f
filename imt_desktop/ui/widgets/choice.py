"""What list boxes, chips, segments and choice cards offer."""

from __future__ import annotations

from msgspec import Struct


class Choice(Struct, frozen=True):
    """One of several: its words, the value it stands for, an icon and a second line where shown."""

    words: str
    value: object
    icon: str = ""
    second: str = ""
    short: str = ""
    """Fewer words, for chips that find no room for all."""
