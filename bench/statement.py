"""How long it takes to lay out a member's account over ten years."""

from __future__ import annotations

from collections.abc import Iterator

from bench.books import BIG, path_of
from bench.measuring import Figure, figure, timed
from imt_desktop.ledger.register import card
from imt_desktop.oversight.whole import open_book


def measure() -> Iterator[Figure]:
    """Ask for one member's card, history and all."""
    book = open_book(path_of(BIG), writable=False)

    def ask() -> None:
        with book.read() as reading:
            card(reading, "1234")

    yield figure("a member's account over ten years", timed(ask, 15), most=0.01)
    book.close()
