"""A PDF onto a printer: every page in its true size. Runs off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from imt_desktop.errors import PrinterError
from imt_desktop.reports.paper import raster
from imt_desktop.ui.printing.pictures import of_strip

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINENESSES: Final = (600, 400, 300)
"""Dots an inch of a page: parts of the 1,200 of Qt's printers, so that no dot is lost or doubled."""
PAGE_DOTS: Final = 9_000_000
"""About an A4 page at 300 dots an inch; smaller papers are drawn finer with no more."""
STRIP_DOTS: Final = 3_000_000
"""Dots that PDFium draws at once, 12 MB."""
PART_DOTS: Final = 400_000
"""Dots that Qt prints at once: it keeps Python to itself meanwhile, and the window must not wait."""
OVERLAP: Final = 4
"""Dots by which strips lie over each other, so that no hairline shows between them."""
NEAR: Final = 6.0
"""Points by which a page and the printer's paper may differ and still be the same size."""


class Fit(Struct, frozen=True):
    """How a page lies on the printer's paper: device dots a point, and its upper left corner."""

    scale: float
    left: float
    top: float


def put(pdf: bytes, printer: QPrinter) -> int:
    """Print a PDF; returns how many pages went to the printer. Raises PrinterError."""
    numbers = _wanted_pages(len(raster.sizes(pdf)), printer)
    painter = QPainter()
    if not printer.isValid() or not painter.begin(printer):
        raise PrinterError(printer.printerName())
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for at, number in enumerate(numbers):
            if at and not printer.newPage():
                raise PrinterError(printer.printerName())
            _put_page(painter, printer, pdf, number)
    finally:
        ended = painter.end()
    if not ended:
        raise PrinterError(printer.printerName())
    return len(numbers)


def dpi_of(size: tuple[float, float]) -> int:
    """Return how fine a page is drawn: at least 300 dots an inch, finer the smaller it is."""
    inches = size[0] * size[1] / 72**2
    fine = (dpi for dpi in FINENESSES if inches * dpi**2 <= PAGE_DOTS)
    return next(fine, FINENESSES[-1])


def fit(page: tuple[float, float], paper: QSizeF, dots: float) -> Fit:
    """Lay a page on paper (points): in its true size, or smaller in the middle of smaller paper."""
    width, height = page
    if width <= paper.width() + NEAR and height <= paper.height() + NEAR:
        return Fit(dots, 0, 0)
    share = min(paper.width() / width, paper.height() / height)
    left, top = (paper.width() - width * share) / 2, (paper.height() - height * share) / 2
    return Fit(dots * share, left * dots, top * dots)


def _wanted_pages(count: int, printer: QPrinter) -> Sequence[int]:
    """Return the pages that were asked for, again for each copy that the system does not make."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or count, count)
    once = list(range(first - 1, last)) or list(range(count))
    return once * (1 if printer.supportsMultipleCopies() else printer.copyCount())


def _put_page(painter: QPainter, printer: QPrinter, pdf: bytes, number: int) -> None:
    size = raster.sizes(pdf)[number]
    dpi = dpi_of(size)
    paper = printer.pageLayout().fullRectPoints().size().toSizeF()
    lies = fit(size, paper, printer.resolution() / 72)
    dot = lies.scale * 72 / dpi
    line = size[0] / 72 * dpi
    for strip in raster.strips(pdf, number, dpi, int(STRIP_DOTS / line), OVERLAP):
        for part in strip.parts(int(PART_DOTS / line), OVERLAP):
            top, bottom = round(part.top * dot), round((part.top + part.height) * dot)
            where = QRectF(lies.left, lies.top + top, part.width * dot, bottom - top)
            painter.drawImage(where, of_strip(part))
