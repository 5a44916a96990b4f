"""Drawing by lot so that anybody can draw again: a list with its code, and the number of the dice.

The code is worked out from the list before the dice are thrown, so that nobody can choose a list to
fit a number. Then every line of the list gets the SHA-256 of ``NUMBER CODE LINE``, and the lines with
the smallest ones are drawn: no program of ours is needed to repeat it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Final

from msgspec import Struct

from imt_desktop.community.audit import errors
from imt_desktop.journal.anchor import code_of

MOST_DIGITS: Final = 40
FACES: Final = frozenset("123456")
"""What a die can give."""
LEAST_DRAWN: Final = 10
"""A sample is a tenth, but of ten at least if there are so many."""


class Lot(Struct, frozen=True):
    """A list from which is drawn: its lines, and the code that stands for all of them."""

    what: str
    first: date
    last: date
    items: tuple[str, ...]
    book: str
    """The book's id: the list of another village has another code."""

    @property
    def text(self) -> str:
        """The list as it is hashed: a head, then a line each."""
        head = f"IMT WATER BOOK {self.book.upper()} {self.what} {self.first} {self.last}"
        return "\n".join((head, *self.items))

    @property
    def code(self) -> str:
        """The code of the list: 16 characters, as on every paper."""
        return code_of(sha256(self.text.encode()).digest(), self.book)

    @property
    def usual_size(self) -> int:
        """How many are drawn where nobody says."""
        return min(len(self.items), max(LEAST_DRAWN, -(-len(self.items) // 10)))

    def draw(self, seed: str, size: int) -> tuple[str, ...]:
        """Return what is drawn, in the list's order. Any number can be drawn with again, also one of no dice.

        Raises SeedError, EmptyListError, SampleSizeError.
        """
        number = seed.strip()
        if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
            raise errors.SeedError(seed).beside("seed")
        if not self.items:
            raise errors.EmptyListError().beside("what")
        if not 1 <= size <= len(self.items):
            raise errors.SampleSizeError(size, len(self.items)).beside("size")
        drawn = set(sorted(self.items, key=lambda item: self._lot(number, item))[:size])
        return tuple(item for item in self.items if item in drawn)

    def _lot(self, seed: str, item: str) -> bytes:
        return sha256(f"{seed} {self.code} {item}".encode()).digest()


def repeats(lot: Lot, seed: str, drawn: Sequence[str]) -> bool:
    """Say whether a drawing comes out the same again."""
    return bool(drawn) and lot.draw(seed, len(drawn)) == tuple(drawn)
