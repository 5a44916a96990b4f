"""Which pages the sidebar leads to."""

from __future__ import annotations

from msgspec import Struct


class PageEntry(Struct, frozen=True):
    """One line of the sidebar, its words translated already.

    ``short_title`` has at most 11 letters, for the rail. Entries of one ``group`` (its words) follow
    each other; a group without words has no heading.
    """

    key: str
    icon: str
    title: str
    short_title: str
    group: str = ""
