"""What can happen to a way from house to house."""

from typing import ClassVar

from imt_desktop.journal import Entry, Part


class Apart(Part, frozen=True):
    """A meter that is not walked past with the others of its household."""

    connection: int
    after: int
    """The household after which it comes; 0 before the first."""


class WalkOrdered(Entry, frozen=True):
    """The households of a zone are walked in this order, from now on, and these meters apart from them.

    Several meters after the same household are met in the order in which they stand here.
    """

    KIND: ClassVar[str] = "walk/2"

    zone: str
    members: tuple[int, ...]
    apart: tuple[Apart, ...] = ()


class WalkOrdered1(Entry, frozen=True):
    """The order of an earlier version: all meters of a household in one place."""

    KIND: ClassVar[str] = "walk/1"

    zone: str
    members: tuple[int, ...]


AnyWalk = WalkOrdered | WalkOrdered1
