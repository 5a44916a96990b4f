"""A paper's code is read from photos and scans, and no picture does harm."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from random import Random

import pytest
import segno
from PIL import Image, ImageDraw, ImageFilter

from imt_desktop.oversight.errors import NoCodeError, PictureError, PictureTooLargeError
from imt_desktop.oversight.photos import codes_on, read_codes

QR = "IMT WATER BOOK " + "0123456789ABCDEF" * 2 + " 812 " + "FEDCBA9876543210" * 4
OTHER = "https://example.org/"


def code(text: str = QR, scale: int = 5) -> Image.Image:
    file = io.BytesIO()
    segno.make(text, error="m").save(file, kind="png", scale=scale)
    return Image.open(file).convert("L")


def sheet(*codes: Image.Image, size: tuple[int, int] = (1500, 2000)) -> Image.Image:
    """A sheet of paper with text and codes, as a telephone sees it."""
    page = Image.new("L", size, 235)
    pen = ImageDraw.Draw(page)
    for line in range(30):
        pen.text((120, 100 + line * 40), "Received with thanks 450.00 " * 3, fill=40)
    for at, each in enumerate(codes):
        page.paste(each, (600 + at * 450, 1450))
    return page


def saved(picture: Image.Image, path: Path, **options: object) -> Path:
    picture.save(path, **options)
    return path


@pytest.mark.parametrize("turned", [0, 5, 90, 180, 270, 45, 133])
def test_a_photo_is_read_however_it_lies(tmp_path: Path, turned: int) -> None:
    photo = sheet(code()).rotate(turned, expand=True, fillcolor=90)
    assert codes_on(saved(photo, tmp_path / "a.jpg", quality=60)) == (QR,)


def test_a_photo_that_is_blurred_dark_and_noisy_is_read(tmp_path: Path) -> None:
    photo = sheet(code(scale=6)).filter(ImageFilter.GaussianBlur(1.5)).point(lambda v: v // 2 + 20)
    noise = Image.effect_noise(photo.size, 30)
    photo = Image.blend(photo, noise, 0.15)
    assert codes_on(saved(photo, tmp_path / "a.jpg", quality=40)) == (QR,)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "bmp", "tiff", "gif", "pdf"])
def test_pictures_and_scans_of_all_kinds(tmp_path: Path, kind: str) -> None:
    assert codes_on(saved(sheet(code()), tmp_path / f"a.{kind}")) == (QR,)


def test_the_second_page_of_a_scan_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    sheet().save(path, save_all=True, append_images=[sheet(code())])
    assert codes_on(path) == (QR,)


def test_other_codes_are_passed_over_and_two_of_ours_are_both_told(tmp_path: Path) -> None:
    second = QR.replace("812", "813")
    assert codes_on(saved(sheet(code(OTHER), code()), tmp_path / "a.png")) == (QR,)
    both = codes_on(saved(sheet(code(), code(second)), tmp_path / "b.png"))
    assert set(both) == {QR, second}


def test_a_photo_without_a_code_is_said(tmp_path: Path) -> None:
    for picture in (sheet(), sheet(code(OTHER)), Image.new("L", (1, 1)), Image.new("1", (9000, 2))):
        with pytest.raises(NoCodeError):
            codes_on(saved(picture, tmp_path / "a.png"))


def png_of(width: int, height: int) -> bytes:
    """A picture of a few bytes that says it is large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 20_000, 100_000, 2**31 - 1])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_of(side, side))
    with pytest.raises((PictureTooLargeError, PictureError)):
        codes_on(path)


def test_a_file_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(PictureTooLargeError):
        codes_on(path)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7 no", b"\xff\xd8\xff", b"<svg/>"])
def test_what_is_no_picture_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    with pytest.raises(PictureError):
        codes_on(path)
    with pytest.raises(PictureError):
        codes_on(tmp_path / "gone.jpg")


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "tiff", "webp"])
def test_an_altered_picture_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    small = sheet(size=(300, 300))
    small.paste(code(scale=2), (60, 60))
    good, chance = saved(small, tmp_path / f"good.{kind}").read_bytes(), Random(kind)
    path = tmp_path / f"a.{kind}"
    for _ in range(30):
        bad = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        path.write_bytes(bytes(bad[: chance.choice((len(bad), chance.randrange(1, len(bad))))]))
        try:
            assert codes_on(path) == (QR,)
        except (PictureError, NoCodeError, PictureTooLargeError):
            continue


def test_it_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert read_codes(saved(sheet(code()), tmp_path / "a.jpg")) == (QR,)
    with pytest.raises(NoCodeError):
        read_codes(saved(sheet(), tmp_path / "b.jpg"))
    with pytest.raises(PictureError):
        read_codes(tmp_path / "gone.jpg")
