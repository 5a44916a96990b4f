"""How long it takes until a book is open and says what there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.books import BIG, SMALL, copy_of
from bench.measuring import Figure, figure, timed
from imt_desktop.ledger.accounts import accounts
from imt_desktop.oversight.whole import open_book


def measure() -> Iterator[Figure]:
    """Open both books for writing."""
    with copy_of(SMALL) as small, copy_of(BIG) as big:
        few = timed(lambda: _open(small))
        many = timed(lambda: _open(big))
    yield figure("open the small book", few)
    yield figure("open the big book", many, bare=few, most_times=1.5, bare_name="the small book")


def _open(path: Path) -> None:
    book = open_book(path)
    with book.read() as reading:
        accounts(reading)
    book.close()
