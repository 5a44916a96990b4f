"""A page of a PDF as a picture, to send by telephone or to show in the window."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2  # only pictures need it

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def image(pdf: bytes, page: int = 0, dpi: float = 150) -> Image:
    """Draw a page as a picture."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        return drawn


def png(pdf: bytes, page: int = 0, dpi: float = 150) -> bytes:
    """Draw a page as a PNG file."""
    file = BytesIO()
    image(pdf, page, dpi).save(file, "PNG", optimize=True)
    return file.getvalue()
