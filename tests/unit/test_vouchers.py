"""Photos and PDFs of vouchers: small, upright, without a position; anything else is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from imt_desktop.ledger.errors import (
    VoucherDamagedError,
    VoucherFileError,
    VoucherHeicError,
    VoucherTooLargeError,
    VoucherUnreadableError,
)
from imt_desktop.ledger.vouchers import (
    JPEG,
    KEPT_BYTES,
    MEGABYTE,
    PDF,
    prepare,
    read_voucher,
)

LATITUDE = 2
POSITION = 0x8825
ORIENTATION = 0x0112


def photo(wide: int = 400, tall: int = 300, form: str = "JPEG", **more: object) -> bytes:
    """A noisy picture: the worst that can be shrunk."""
    file = BytesIO()
    Image.effect_noise((wide, tall), 60).convert("RGB").save(file, form, **more)
    return file.getvalue()


def with_position() -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the telephone was held upright
    exif.get_ifd(POSITION)[LATITUDE] = (1.0, 16.0, 12.0)
    return photo(exif=exif, comment=b"the treasurer's house")


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def pdf() -> bytes:
    file = BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(200, 300)
        document.save(file)
    return file.getvalue()


def test_a_photo_of_twelve_megapixels_becomes_small() -> None:
    voucher = prepare("diesel.jpg", photo(4000, 3000))
    assert voucher.media == JPEG
    assert len(voucher.data) <= KEPT_BYTES
    assert max(opened(voucher.data).size) >= 1024


def test_only_the_picture_is_left_of_a_photo_and_it_stands_upright() -> None:
    taken = with_position()
    assert opened(taken).getexif().get_ifd(POSITION)
    voucher = prepare("diesel.jpg", taken)
    kept = opened(voucher.data)
    assert not kept.getexif()
    assert kept.size == (300, 400)
    assert b"Exif" not in voucher.data
    assert b"treasurer" not in voucher.data


@pytest.mark.parametrize("form", ["PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_other_pictures_are_taken_as_well(form: str) -> None:
    assert opened(prepare("voucher", photo(form=form)).data).size == (400, 300)


def test_what_is_transparent_becomes_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(file, "PNG")
    colour = opened(prepare("voucher.png", file.getvalue()).data).getpixel((20, 15))
    assert colour == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is() -> None:
    scanned = pdf()
    voucher = prepare("voucher.pdf", scanned)
    assert (voucher.media, voucher.data) == (PDF, scanned)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\x00",
        b"%PDF-1.7 and nothing more",
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
    ],
)
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(VoucherFileError) as refused:
        prepare("<b>holiday.jpg", data)
    assert refused.value.name == "<b>holiday.jpg"


def test_half_a_photo_is_called_damaged_and_no_other_kind_of_file() -> None:
    whole = photo()
    with pytest.raises(VoucherDamagedError):
        prepare("half.jpg", whole[: len(whole) // 2])


def test_a_photo_of_a_telephone_that_takes_heic_is_named() -> None:
    with pytest.raises(VoucherHeicError):
        prepare("IMG_0412.HEIC", b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic")


def test_a_folder_is_no_photo(tmp_path: Path) -> None:
    with pytest.raises(VoucherFileError):
        read_voucher(tmp_path)


def test_what_is_far_too_large_is_refused_before_it_is_opened() -> None:
    with pytest.raises(VoucherTooLargeError):
        prepare("film.jpg", bytes(30 * MEGABYTE + 1))
    with pytest.raises(VoucherTooLargeError):
        prepare("book.pdf", b"%PDF-" + bytes(5 * MEGABYTE))


def test_a_small_file_that_unpacks_into_an_enormous_picture_is_refused() -> None:
    file = BytesIO()
    Image.new("1", (12_000, 12_000)).save(file, "PNG")
    assert len(file.getvalue()) < MEGABYTE
    with pytest.raises(VoucherTooLargeError):
        prepare("bomb.png", file.getvalue())


def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(VoucherUnreadableError):
        read_voucher(tmp_path / "gone.jpg")
    (tmp_path / "here.jpg").write_bytes(photo())
    assert read_voucher(tmp_path / "here.jpg").name == "here.jpg"
