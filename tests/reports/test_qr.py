"""Our own codes: the same modules as segno's, and read by somebody else's reader."""

from random import Random

import pytest
import segno
import zxingcpp
from PIL import Image

from imt_desktop.reports.paper import qr

PAYLOAD = "IMT:1:5B0E7C1C0F2B4A6D8E9F001122334455:4931:" + "9F86D081" * 8


def word(length: int) -> str:
    """Any text of that length."""
    return "".join(Random(length).choices(qr.LETTERS, k=length))


def read(matrix: tuple[bytes, ...]) -> list[str]:
    side = len(matrix)
    dots = b"".join(bytes(255 * (1 - dark) for dark in row) for row in matrix)
    small = Image.frombytes("L", (side, side), dots)
    sheet = Image.new("L", ((side + 8) * 6, (side + 8) * 6), 255)
    sheet.paste(small.resize((side * 6, side * 6), Image.Resampling.NEAREST), (24, 24))
    return [found.text for found in zxingcpp.read_barcodes(sheet)]


@pytest.mark.parametrize("length", range(1, 155))
def test_another_reader_reads_every_length(length: int) -> None:
    text = word(length)
    version = qr.version_of(text)
    assert version is not None
    assert read(qr.matrix(text, version)) == [text]


def test_the_same_modules_as_segno() -> None:
    """Where segno fills up a whole byte it adds one too many, so those lengths are left out."""
    compared = 0
    for length in range(1, 155):
        text, bits = word(length), 4 + 9 + length // 2 * 11 + length % 2 * 6 + 4
        version = qr.version_of(text)
        if bits % 8 == 0 or version is None:
            continue
        made = segno.make(
            text, error="m", version=version, mask=qr.MASK, mode="alphanumeric", micro=False,
            boost_error=False,
        )  # fmt: skip
        assert qr.matrix(text, version) == tuple(bytes(row) for row in made.matrix), length
        compared += 1
    assert compared > 120


@pytest.mark.parametrize("text", ["", "small letters", "\u00d1", "A" * 155])
def test_what_is_left_to_segno(text: str) -> None:
    assert qr.version_of(text) is None


def test_a_code_of_an_anchor_has_the_smallest_size_that_takes_it() -> None:
    assert qr.version_of(PAYLOAD) == 5
    assert qr.version_of("A" * 20) == 2
    assert qr.version_of("A" * 38) == 2
    assert qr.version_of("A" * 39) == 3
