"""How long it takes to work the tables of the big book out again, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

from bench.books import BIG, copy_of
from bench.measuring import Figure, command, figure


def measure() -> Iterator[Figure]:
    """Rebuild it through the command line."""
    with copy_of(BIG) as path:
        times = command("rebuild", path)
    yield figure("rebuild the big book, program start included", times, most=15)
