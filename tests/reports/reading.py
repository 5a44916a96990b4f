"""Reading papers back: text, codes, and what was drawn over what."""

from __future__ import annotations

from itertools import combinations

import pypdfium2
import zxingcpp
from PIL.Image import Image

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.sheet import Box, Document, Sheet

CLASHING = {"text", "icon", "code", "bar"}


def text(pdf: bytes, page: int | None = None) -> str:
    """All words of a PDF, or of one page; no-break spaces are plain ones."""
    with pypdfium2.PdfDocument(pdf) as document:
        numbers = range(len(document)) if page is None else [page]
        found = [document[n].get_textpage().get_text_bounded() for n in numbers]
    return " ".join(" ".join(found).replace("\u00a0", " ").split())


def codes(picture: Image) -> list[str]:
    """The QR codes of a picture."""
    only_qr = zxingcpp.barcode_formats_from_str("QRCode")
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=only_qr)]


def codes_of(pdf: bytes, page: int = 0, dpi: float = 150, grey: bool = False) -> list[str]:
    """The QR codes of a page."""
    picture = raster.image(pdf, page, dpi)
    return codes(picture.convert("L") if grey else picture)


def clashes(sheet: Sheet) -> list[tuple[Box, Box]]:
    """Boxes that overlap though words, drawings and codes are in them."""
    boxes = [box for box in sheet.boxes if box.kind in CLASHING]
    return [
        (one, two)
        for one, two in combinations(boxes, 2)
        if not (one.kind == two.kind == "bar") and one.overlaps(two, 0.8)
    ]


def outside(sheet: Sheet, edge: float) -> list[Box]:
    """Boxes nearer to an edge of the sheet than allowed."""
    return [
        box
        for box in sheet.boxes
        if box.left < edge
        or box.top < edge
        or box.right > sheet.width - edge
        or box.bottom > sheet.height - edge
    ]


def under_bands(sheet: Sheet) -> list[Box]:
    """What the bands of a practice book cover, but for their own words, which lie within them."""
    bands = [box for box in sheet.boxes if box.kind == "ground"
             and box.right - box.left > sheet.width * 0.9
             and (box.top < 20 or box.bottom > sheet.height - 20)]  # fmt: skip
    assert len(bands) == 2
    return [
        box
        for box in sheet.boxes
        for band in bands
        if box.kind in CLASHING
        and box.overlaps(band, 0.1)
        and not (band.top <= box.top and box.bottom <= band.bottom)
    ]


def assert_tidy(document: Document, edge: float) -> None:
    """Nothing overlaps, and nothing is too near to an edge."""
    for number, sheet in enumerate(document.sheets):
        found = clashes(sheet)
        assert not found, f"page {number + 1}: {found[:4]}"
        wide = outside(sheet, edge)
        assert not wide, f"page {number + 1}: {wide[:4]}"
