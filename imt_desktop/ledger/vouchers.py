"""What proves an expense: a photo or PDF of its voucher, made small enough to keep in the book.

A photo is turned upright, shrunk and written anew, so that nothing but the picture is left of it: no
position, no camera, no time. A PDF is kept as it is.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from imt_desktop.ledger.errors import (
    VoucherDamagedError,
    VoucherFileError,
    VoucherHeicError,
    VoucherTooLargeError,
    VoucherUnreadableError,
)

if TYPE_CHECKING:
    from PIL.Image import Image

JPEG: Final = "image/jpeg"
PDF: Final = "application/pdf"

ENDINGS: Final = ("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff", "pdf")
"""What files of photos and PDFs are usually called."""

MEGABYTE: Final = 1024 * 1024
MOST_OF_A_PHOTO: Final = 30
MOST_OF_A_PDF: Final = 5
"""Megabytes. A PDF cannot be shrunk, and every copy of the book carries it."""

MOST_PIXELS: Final = 51_000_000
"""What the largest telephones take. A small file can unpack into a picture that fills the memory."""

KEPT_BYTES: Final = 225_000
"""What a shrunk photo weighs at most, unless even the smallest size is heavier."""

_STEPS: Final = ((1600, 80), (1600, 70), (1600, 60), (1280, 60), (1024, 60), (1024, 45))
"""Longest side in pixels and quality, tried one after another."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "MPO")


_HEIC: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
"""Brands of HEIF containers, from the fifth byte on: ISO/IEC 23008-12."""


class Voucher(Struct, frozen=True):
    """A photo or PDF, ready to be kept."""

    name: str
    media: str
    data: bytes


def read_voucher(path: Path) -> Voucher:
    """Read a photo or PDF from a file.

    Raises VoucherUnreadableError and what ``prepare`` raises.
    """
    if path.is_dir():
        raise VoucherFileError(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_OF_A_PHOTO * MEGABYTE + 1)
    except OSError as error:
        raise VoucherUnreadableError(path.name) from error
    return prepare(path.name, data)


def prepare(name: str, data: bytes) -> Voucher:
    """Make a photo small, or take a PDF as it is.

    Raises VoucherTooLargeError, VoucherFileError, VoucherDamagedError, VoucherHeicError.
    """
    if data.startswith(b"%PDF-"):
        if len(data) > MOST_OF_A_PDF * MEGABYTE:
            raise VoucherTooLargeError(name, MOST_OF_A_PDF)
        _require_pages(name, data)
        return Voucher(name, PDF, data)
    if len(data) > MOST_OF_A_PHOTO * MEGABYTE:
        raise VoucherTooLargeError(name, MOST_OF_A_PHOTO)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise VoucherHeicError(name)
    return Voucher(name, JPEG, _shrunk(name, data))


def _require_pages(name: str, data: bytes) -> None:
    import pypdfium2  # only a PDF needs it

    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
    except pypdfium2.PdfiumError as error:  # damaged, or it has a password
        raise VoucherFileError(name) from error
    if not pages:
        raise VoucherFileError(name)


def _shrunk(name: str, data: bytes) -> bytes:
    from PIL import Image, ImageOps  # only a photo needs it

    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours, and it is an error, not a warning
    try:
        file = Image.open(BytesIO(data), formats=_FORMATS)
    except Exception as error:  # whatever it is, it does not begin as a picture does
        raise VoucherFileError(name) from error
    with file:
        if file.width * file.height > MOST_PIXELS:
            raise VoucherTooLargeError(name, MOST_OF_A_PHOTO)
        try:
            photo: Image.Image = file
            if photo.mode in ("1", "P"):  # few colours cannot be shrunk smoothly
                photo = photo.convert("RGBA")
            photo.thumbnail((_STEPS[0][0], _STEPS[0][0]))
            return _written(_on_white(ImageOps.exif_transpose(photo)))
        except Exception as error:  # a damaged picture can break decoding in any way
            raise VoucherDamagedError(name) from error


def _on_white(photo: Image) -> Image:
    """Return a picture without transparency, in colours that a JPEG has."""
    from PIL import Image

    if "A" not in photo.getbands() and "transparency" not in photo.info:
        return photo.convert("RGB")
    photo = photo.convert("RGBA")
    ground = Image.new("RGB", photo.size, "white")
    ground.paste(photo, mask=photo.getchannel("A"))
    return ground


def _written(photo: Image) -> bytes:
    data = b""
    for side, quality in _STEPS:
        small = photo.copy()
        small.thumbnail((side, side))
        small.info.clear()  # a comment would be written along
        file = BytesIO()
        small.save(file, "JPEG", quality=quality, optimize=True)
        data = file.getvalue()
        if len(data) <= KEPT_BYTES:
            break
    return data
