"""What can happen to a way from house to house."""

from typing import ClassVar

from imt_desktop.journal import Entry


class WalkOrdered(Entry, frozen=True):
    """The households of a zone are walked in this order, from now on."""

    KIND: ClassVar[str] = "walk/1"

    zone: str
    members: tuple[int, ...]
