"""Reading a paper's code from a photo or scan. Pictures come from strangers' telephones.

``read_codes`` starts a process of its own, which is the command line with little memory and little
time, so that no picture can hurt the program or the book. ``codes_here`` is what that process does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.child import limit_resources
from imt_desktop.oversight.errors import NoCodeError, PictureError, PictureTooLargeError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES: Final = 30_000_000
MOST_POINTS: Final = 60_000_000
"""Points of a picture; a telephone makes 12 to 50 million."""
MOST_PAGES: Final = 4
"""Pages of a scanned PDF that are looked at."""
SECONDS: Final = 20

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")
_LONGEST: Final = 3600
"""Points of the longer side that are looked at: a QR code on a sheet then has some 5 a module."""
_OURS: Final = "IMT WATER BOOK "
_CHECKOUT: Final = Path(__file__).resolve().parents[2]
_ERRORS: Final = {kind.__name__: kind for kind in (NoCodeError, PictureError, PictureTooLargeError)}


def read_codes(path: Path, seconds: int = SECONDS) -> tuple[str, ...]:
    """Read the texts of our QR codes on a photo or scan, in a process of its own.

    Raises PictureError, PictureTooLargeError, NoCodeError.
    """
    module = () if getattr(sys, "frozen", False) else ("-m", "imt_desktop")
    command = [sys.executable, *module, "read-code", str(path), "--json", "--here"]
    paths = [str(_CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = msgspec.json.decode(done.stdout)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        raise PictureTooLargeError(str(path)) from None  # it was stopped, or fell over
    if "error" in answer:
        raise _ERRORS.get(answer["error"]["kind"], PictureError)(str(path))
    return tuple(row["code"] for row in answer["rows"])


def codes_here(path: Path) -> tuple[str, ...]:
    """Read the codes in this process, which ends where the picture asks for too much."""
    limit_resources()
    return codes_on(path)


def codes_on(path: Path) -> tuple[str, ...]:
    """Read the texts of our QR codes on a photo or scan. Raises as ``read_codes``."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PictureTooLargeError(str(path))
        found = _codes(path)
    except MemoryError:
        raise PictureTooLargeError(str(path)) from None
    except UserError:
        raise
    except Exception as error:  # a broken picture can break its decoder in any way
        raise PictureError(str(path)) from error
    if not found:
        raise NoCodeError(str(path))
    return found


def _codes(path: Path) -> tuple[str, ...]:
    import zxingcpp  # only the process that reads pictures needs it

    only_qr = zxingcpp.barcode_formats_from_str("QRCode")
    for picture in _pictures(path):
        for turned in _tries(picture):
            read = zxingcpp.read_barcodes(turned, formats=only_qr)
            texts = dict.fromkeys(one.text for one in read if one.text.startswith(_OURS))
            if texts:
                return tuple(texts)
    return ()


def _tries(picture: Image) -> Iterator[Image]:
    """A sheet lies straight, askew or on its corner; a blurred one reads better when it is smaller."""
    yield picture
    yield picture.rotate(45, expand=True, fillcolor=255)
    small = picture.resize((max(1, picture.width // 2), max(1, picture.height // 2)))
    yield small
    yield small.rotate(22, expand=True, fillcolor=255)


def _pictures(path: Path) -> Iterator[Image]:
    with path.open("rb") as file:
        scanned = file.read(5) == b"%PDF-"
    if scanned:
        yield from _pages(path)
    else:
        yield _picture(path)


def _picture(path: Path) -> Image:
    from PIL import Image as Pictures  # only the process that reads pictures needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Pictures.DecompressionBombWarning)
        try:
            with Pictures.open(path, formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST_POINTS:
                    raise PictureTooLargeError(str(path))
                picture.draft("L", (_LONGEST, _LONGEST))
                grey = picture.convert("L")
        except (Pictures.DecompressionBombError, Pictures.DecompressionBombWarning):
            raise PictureTooLargeError(str(path)) from None
    grey.thumbnail((_LONGEST, _LONGEST))
    return grey


def _pages(path: Path) -> Iterator[Image]:
    import pypdfium2  # only the process that reads pictures needs it

    with pypdfium2.PdfDocument(path) as document:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            scale = min(200 / 72, _LONGEST / max(*page.get_size(), 1))
            drawn: Image = page.render(scale=scale, grayscale=True).to_pil()
            yield drawn.convert("L")
