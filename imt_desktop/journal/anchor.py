"""Anchors: how a paper names its entry, for people and for a camera.

The code has 16 characters of Crockford's base 32: 14 of the entry's hash, 1 of the book, 1 check
character. The check is a sum weighted by powers of 2 over GF(32): a single wrong character and a
swap of two neighbours never go unseen.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from unicodedata import category

from msgspec import Struct

from imt_desktop.journal.book import Reading
from imt_desktop.journal.errors import CodeLettersError, CodeSlipError
from imt_desktop.journal.rooms import Recorded

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEAD_CHARACTERS: Final = 14
CODE_CHARACTERS: Final = 16

_LOOKALIKES: Final = {"I": "1", "L": "1", "O": "0"}
_FIELD: Final = 0b100101  # x^5 + x^2 + 1, irreducible over GF(2)
_BITS: Final = 5


class Anchor(Struct, frozen=True):
    """Where a paper hangs: the code for people and the QR for a camera."""

    code: str
    seq: int
    head: str
    """The entry's whole hash, hex."""
    book: str

    @property
    def qr(self) -> str:
        """What the QR says: plain words, book, number, full hash; capitals only."""
        return f"IMT WATER BOOK {self.book.upper()} {self.seq} {self.head.upper()}"


def anchor_of(recorded: Recorded) -> Anchor:
    """Return the anchor of an entry."""
    book = recorded.envelope.book
    return Anchor(code_of(recorded.hash, book), recorded.seq, recorded.hash.hex(), book)


def in_fours(code: str) -> str:
    """Write a code as people read and copy it: four letters at a time."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def code_of(head: bytes, book: str) -> str:
    """Return the 16 characters for a hash in a book."""
    number = int.from_bytes(head, "big") >> (len(head) * 8 - HEAD_CHARACTERS * _BITS)
    digits = [number >> (_BITS * at) & 31 for at in reversed(range(HEAD_CHARACTERS))]
    digits.append(int(book, 16) >> (128 - _BITS) & 31)
    digits.append(_check(digits))
    return "".join(ALPHABET[digit] for digit in digits)


def cleaned(typed: str) -> str:
    """Return a typed code as it is compared: capitals, without spaces and dashes.

    Raises CodeLettersError where it has other letters or another length, CodeSlipError where its
    check character says that it was copied wrongly.
    """
    letters = [letter for letter in typed.upper() if not (letter in ".−" or _is_gap(letter))]
    code = "".join(_LOOKALIKES.get(letter, letter) for letter in letters)
    if len(code) != CODE_CHARACTERS or any(letter not in ALPHABET for letter in code):
        raise CodeLettersError(typed)
    digits = [ALPHABET.index(letter) for letter in code]
    if _check(digits[:-1]) != digits[-1]:
        raise CodeSlipError(typed)
    return code


def own_character(book: str) -> str:
    """Return the character that all codes of a book have before their last."""
    return code_of(bytes(32), book)[HEAD_CHARACTERS]


def with_code(book: Reading, code: str) -> Recorded | None:
    """Return the entry that a cleaned code names, if its bytes are what its hash says."""
    for number, stored, hashed in book.driver.execute(
        "SELECT seq, stored, hash FROM journal WHERE substr(hash, 1, 8) = ?", (_first_bytes(code),)
    ):
        if code_of(hashed, book.book.id) == code and sha256(stored).digest() == hashed:
            return book.recorded(number)
    return None


def _is_gap(letter: str) -> bool:
    """Whether it is a space or a dash of whatever length."""
    return letter.isspace() or category(letter) in ("Pd", "Cf")


def _first_bytes(code: str) -> bytes:
    """Return the 8 bytes that a hash with this code begins with, of its 70 bits."""
    number = 0
    for letter in code[:HEAD_CHARACTERS]:
        number = number << _BITS | ALPHABET.index(letter)
    return (number >> (HEAD_CHARACTERS * _BITS - 64)).to_bytes(8, "big")


def _check(digits: list[int]) -> int:
    """Return the weighted sum over GF(32); the weights are powers of x, so all differ."""
    total = 0
    for digit in digits:
        total = _double(total ^ digit)
    return total


def _double(value: int) -> int:
    value <<= 1
    return value ^ _FIELD if value & 32 else value
