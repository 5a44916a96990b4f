"""What the help for a screen holds. Its words are marked, and translated when they are shown."""

from __future__ import annotations

from msgspec import Struct


class Help(Struct, frozen=True):
    """What a screen is for, its keys with what they do, and what people ask with the answers."""

    purpose: str
    keys: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str], ...]
