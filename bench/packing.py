"""How long the pack of all papers for an audit takes, of a year with 2,000 receipts and 150 photos.

The book is made anew for it, through the program's own use cases, and thrown away.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from bench.books import Size, make
from bench.measuring import Figure, figure, watched, within
from imt_desktop.journal import Signing
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest, spend
from imt_desktop.ledger.vouchers import Voucher, prepare
from imt_desktop.oversight.whole import open_book

YEAR = Size(205, 12, "2025-12")
"""Some of them seldom pay: it makes a little more than 2,000 receipts."""
PHOTOS = 150
RUNS = 3
MOST, MOST_MB = 20, 400


def measure() -> Iterator[Figure]:
    """Issue and draw the pack through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "year.imt", Path(folder) / "pack.pdf"
        make(path, YEAR)
        receipts = _photograph(path)
        assert receipts >= 2_000, receipts
        call = ("print", path, "audit-pack", "--period", "2025", "--languages", "en,sw")
        runs = [watched(*call, "--officer", "1", "--out", out) for _ in range(RUNS)]
    times, sizes = map(list, zip(*runs, strict=True))
    job = f"the audit pack of {receipts:,} receipts and {PHOTOS} photos, program start included"
    yield within(figure(job, times, most=MOST), sizes, MOST_MB)


def _photograph(path: Path) -> int:
    """Book expenses with a photo each; returns how many receipts the book has."""
    book = open_book(path, writable=True)
    for number in range(PHOTOS):
        line = ExpenseLine(
            payee="Bench Supplier",
            category="repairs",
            amount=Decimal(100 + number),
            account=2,
            voucher=f"P{number}",
            on=date(2025, 1, 2) + timedelta(days=2 * number),
        )
        with book.write(Signing(1)) as writing:
            spend(writing, ExpenseRequest(lines=(line,)), vouchers={0: _photo()})
    with book.read() as reading:
        row = reading.driver.execute("SELECT count(*) FROM money_line WHERE receipt>0").fetchone()
    book.close()
    return int(row[0])


def _photo() -> Voucher:
    """Take a photo of nothing but noise, as a telephone would hand it over."""
    from PIL import Image

    file = BytesIO()
    grains = (Image.effect_noise((1600, 1200), 60) for _colour in "RGB")
    Image.merge("RGB", tuple(grains)).save(file, "JPEG", quality=85)
    return prepare("photo.jpg", file.getvalue())
