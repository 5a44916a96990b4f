"""A page of a PDF as a picture: to send by telephone, to show in the window, to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

Rect = tuple[float, float, float, float]
"""Left, bottom, right and top."""

_EMOJI: Final = re.compile("[\u2190-\u2e7f\U0001f000-\U0001ffff]")
"""Emoji and signs, most of which come from a font of their own."""

_ONE_AT_A_TIME: Final = Lock()  # PDFium serves one thread at a time, whatever the document


class Strip(Struct, frozen=True):
    """Part of a page as wide as the page, in whole dots: 4 bytes each, blue, green, red, nothing."""

    top: int
    width: int
    height: int
    stride: int
    """Bytes from one line of dots to the next."""
    dots: memoryview

    def parts(self, tall: int, over: int = 0) -> Iterator[Strip]:
        """Cut it into lower strips, each up to ``tall`` dots and ``over`` more of the next; no copies."""
        top = 0
        while top < self.height:
            rest = self._cut(top, self.height)
            part = rest.begun(tall, over)
            yield part
            top += part.height if part.height == rest.height else part.height - over

    def begun(self, tall: int, over: int) -> Strip:
        """Return its upper part, up to ``tall`` dots and ``over`` more; the whole where that is all.

        It ends between two lines of words where it can: a printer that has fewer dots rounds there.
        """
        if self.height <= tall + over:
            return self
        near = over // 2
        ends = (end for end in range(tall, tall // 2, -1) if self._alike(end - near, end + near))
        return self._cut(0, next(ends, tall) + over)

    def _alike(self, first: int, last: int) -> bool:
        """Whether each of these lines of dots is the same as the one above it."""
        low, high = first * self.stride, last * self.stride
        above = self.dots[low - self.stride : high - self.stride]
        return bytes(self.dots[low:high]) == bytes(above)

    def _cut(self, first: int, last: int) -> Strip:
        dots = self.dots[first * self.stride : last * self.stride]
        return Strip(self.top + first, self.width, last - first, self.stride, dots)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page, in points; reads none of what is on it."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(n) for n in range(len(document)))


def texts(pdf: bytes) -> Iterator[list[str]]:
    """Give the texts of each page, as they were written in one go."""
    for number in range(pages(pdf)):
        with _opened(pdf) as document:
            found = document[number].get_textpage()
            rects = [found.get_rect(at) for at in range(found.count_rects())]
            yield _joined((found.get_text_bounded(*rect), rect) for rect in rects)


def _joined(pieces: Iterable[tuple[str, Rect]]) -> list[str]:
    """Put together what is one text, though an emoji in it comes from another font."""
    out: list[str] = []
    before = (0.0, 0.0, 0.0, 0.0)
    for text, rect in pieces:
        border = f"{out[-1].strip()[-1:]}{text.strip()[:1]}" if out else ""
        if _EMOJI.search(border) and _near(before, rect):
            out[-1] = re.sub(" {2,}", " ", out[-1] + text)
        else:
            out.append(text)
        before = rect
    return out


def _near(one: Rect, other: Rect) -> bool:
    """Whether one piece stands right before another, a space between them or none."""
    height = max(one[3] - one[1], other[3] - other[1])
    level = min(one[3], other[3]) > max(one[1], other[1])
    return level and abs(other[0] - one[2]) < height * 0.75


def image(pdf: bytes, page: int = 0, dpi: float = 150) -> Image:
    """Draw a page as a picture."""
    with _opened(pdf) as document:
        drawn: Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        return drawn


def png(pdf: bytes, page: int = 0, dpi: float = 150) -> bytes:
    """Draw a page as a PNG file."""
    file = BytesIO()
    image(pdf, page, dpi).save(file, "PNG", optimize=True)
    return file.getvalue()


def pngs(pdf: bytes, dpi: float = 150) -> list[bytes]:
    """Draw every page as a PNG file."""
    return [png(pdf, page, dpi) for page in range(pages(pdf))]


def strips(pdf: bytes, page: int, dpi: float, tall: int, over: int = 0) -> Iterator[Strip]:
    """Draw a page strip by strip from above, each up to ``tall`` dots and ``over`` more of the next.

    A whole A2 page at 300 dots an inch takes 140 MB; its strips take no more than one needs.
    """
    scale = dpi / 72
    height = ceil(sizes(pdf)[page][1] * scale)
    top = 0
    while top < height:
        below = max(height - top - tall - over, 0)
        drawn = _strip(pdf, page, scale, top, below)
        strip = drawn.begun(drawn.height - 2 * over, over) if below else drawn
        yield strip
        top = top + strip.height - over if below else height


def _strip(pdf: bytes, page: int, scale: float, above: int, below: int) -> Strip:
    def cut(dots: int) -> float:  # in points; PDFium's wrapper rounds up to whole dots
        return max(dots - 0.5, 0) / scale

    with _opened(pdf) as document:
        crop = (0, cut(below), 0, cut(above))  # left, bottom, right, top
        bitmap = document[page].render(scale=scale, crop=crop, prefer_bgrx=True)
        dots = memoryview(bitmap.buffer).cast("B")
        return Strip(above, bitmap.width, bitmap.height, bitmap.stride, dots)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # heavy: only pictures need it

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        yield document
