"""How long it takes to verify the big book, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

from bench.books import BIG, path_of
from bench.measuring import Figure, command, figure


def measure() -> Iterator[Figure]:
    """Verify it through the command line."""
    path = path_of(BIG)
    yield figure("verify the big book, program start included", command("verify", path), most=8)
