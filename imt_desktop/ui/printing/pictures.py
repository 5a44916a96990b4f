"""Pages of a PDF as Qt's pictures."""

from __future__ import annotations

from PySide6.QtGui import QImage

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.raster import Strip

_MORE_THAN_ANY_PAGE = 1_000_000


def picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """Draw a page as a picture; off the window's thread."""
    (whole,) = raster.strips(pdf, page, dpi, _MORE_THAN_ANY_PAGE)
    return of_strip(whole).copy()


def of_strip(strip: Strip) -> QImage:
    """Return a strip as a picture, which is good for as long as the strip is."""
    bits = QImage.Format.Format_RGB32
    return QImage(strip.dots, strip.width, strip.height, strip.stride, bits)
