"""QR codes of our own anchors, quickly: a run of statements needs two thousand of them.

The pattern of a size is taken once from segno, with one mask for all: a reader takes any mask. What is left
for each code is its letters, their check bytes, and where the bits lie (ISO/IEC 18004, 7.3 to 7.7).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from msgspec import Struct

LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""What the alphanumeric mode can say, by its value."""

MASK: Final = 0
"""Every module whose row and column add up to an even number is turned over."""

_LEVEL_M: Final = {2: (1, 28, 16), 3: (1, 44, 26), 4: (2, 32, 18), 5: (2, 43, 24), 6: (4, 27, 16)}
"""Blocks, data bytes and check bytes of each block, by the version (table 9)."""


def version_of(payload: str) -> int | None:
    """Return the smallest version that takes a text at level M; None for what is done by segno."""
    if not payload or not set(payload) <= set(LETTERS):
        return None
    bits = 4 + 9 + len(payload) // 2 * 11 + len(payload) % 2 * 6
    return next((v for v, (n, data, _) in _LEVEL_M.items() if n * data * 8 >= bits), None)


def matrix(payload: str, version: int) -> tuple[bytes, ...]:
    """Return the rows of a code, a byte a module: 1 is dark."""
    pattern = _pattern(version)
    cells = bytearray(pattern.empty)
    bits = _bits(payload, version)
    for at, bit in zip(pattern.places, bits, strict=False):
        if bit == "1":
            cells[at] ^= 1
    side = pattern.side
    return tuple(bytes(cells[row * side : (row + 1) * side]) for row in range(side))


class _Pattern(Struct, frozen=True):
    """A version without data: its modules as if all bits were 0, and where the bits lie, in their order."""

    side: int
    empty: bytes
    places: tuple[int, ...]


@cache
def _pattern(version: int) -> _Pattern:
    import segno  # only papers need it

    made = segno.make(
        "A" * 8, error="m", version=version, mask=MASK, micro=False, boost_error=False
    )
    rows = [bytearray(row) for row in made.matrix]
    side = len(rows)
    places = _places(side, version)
    for row, column in places:
        rows[row][column] = (row + column) % 2 == 0
    return _Pattern(side, b"".join(rows), tuple(row * side + column for row, column in places))


def _places(side: int, version: int) -> list[tuple[int, int]]:
    """Return where data lies: in pairs of columns from the right, up and down in turns."""
    found = []
    upwards = True
    right = side - 1
    while right > 0:
        if right == 6:  # the column of the clock has none
            right -= 1
        for row in range(side - 1, -1, -1) if upwards else range(side):
            for column in (right, right - 1):
                if not _fixed(row, column, side, version):
                    found.append((row, column))
        upwards = not upwards
        right -= 2
    return found


def _fixed(row: int, column: int, side: int, version: int) -> bool:
    """Whether a module belongs to the pattern: corners, clock, and the small square."""
    if row == 6 or column == 6:
        return True
    if (row < 9 and (column < 9 or column >= side - 8)) or (row >= side - 8 and column < 9):
        return True
    middle = 4 * version + 10
    return abs(row - middle) <= 2 and abs(column - middle) <= 2


def _bits(payload: str, version: int) -> str:
    """Return data and check bytes of all blocks, one after another by turns, as bits."""
    count, size, checks = _LEVEL_M[version]
    data = _data(payload, count * size)
    blocks = [data[n * size : (n + 1) * size] for n in range(count)]
    more = [_checks(block, checks) for block in blocks]
    mixed = bytes(block[n] for n in range(size) for block in blocks)
    mixed += bytes(block[n] for n in range(checks) for block in more)
    return bin(int.from_bytes(b"\x01" + mixed))[3:]


def _data(payload: str, size: int) -> bytes:
    """Return the letters as bytes, filled up to ``size``."""
    value = [LETTERS.index(letter) for letter in payload]
    bits = f"0010{len(payload):09b}"
    bits += "".join(
        f"{one * 45 + two:011b}" for one, two in zip(value[::2], value[1::2], strict=False)
    )
    if len(value) % 2:
        bits += f"{value[-1]:06b}"
    bits += "0" * min(4, size * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    known = int("1" + bits, 2).to_bytes(len(bits) // 8 + 1)[1:]
    return known + (b"\xec\x11" * size)[: size - len(known)]


def _checks(block: bytes, count: int) -> bytes:
    """Return the check bytes of a block: what is left when it is divided by the generator."""
    table, left = _divided(count), 0
    keep = (1 << (8 * (count - 1))) - 1
    for byte in block:
        left = ((left & keep) << 8) ^ table[byte ^ (left >> (8 * (count - 1)))]
    return left.to_bytes(count)


@cache
def _divided(count: int) -> tuple[int, ...]:
    """Return each byte's multiple of the generator of so many check bytes, without its first term."""
    powers, one = [], 1
    for _ in range(255):
        powers.append(one)
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
    logs = {power: n for n, power in enumerate(powers)}

    def times(a: int, b: int) -> int:
        return powers[(logs[a] + logs[b]) % 255] if a and b else 0

    generator = [1]
    for n in range(count):
        shifted = [*generator, 0]
        for at, term in enumerate(generator):
            shifted[at + 1] ^= times(term, powers[n])
        generator = shifted
    return tuple(
        int.from_bytes(bytes(times(byte, term) for term in generator[1:])) for byte in range(256)
    )
