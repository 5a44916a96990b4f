"""The pictures of vouchers behind a pack: a page each, with the entry that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.vouchers import PDF
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fonts import BOLD
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.sheet import Document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

TOP = 66.0


class Kept(Struct, frozen=True):
    """A voucher of which the book keeps a picture or a PDF."""

    entry: int
    on: date
    who: str
    amount: Money
    sha256: str


def kept(book: Reading, period: Period) -> tuple[Kept, ...]:
    """Return the vouchers of a period that the book keeps, each file once."""
    rows = book.driver.execute(
        "SELECT min(seq), min(effective_on), who, sum(amount), attachment FROM money_line"
        " WHERE what IN ('out', 'owed', 'spent') AND attachment IS NOT NULL"
        " AND effective_on BETWEEN ? AND ? GROUP BY attachment ORDER BY 2, 1",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return tuple(
        Kept(seq, date.fromisoformat(on), who, Money(amount, book.currency), sha)
        for seq, on, who, amount, sha in rows
    )


def erased(book: Reading, found: tuple[Kept, ...]) -> int:
    """Count the vouchers whose file is not in this copy of the book."""
    kept = {sha for (sha,) in book.driver.execute("SELECT sha256 FROM file")}
    return sum(one.sha256 not in kept for one in found)


def add(
    whole: PdfDocument, book: Reading, found: tuple[Kept, ...], words: Bilingual
) -> Iterator[int]:
    """Add vouchers at the end of a file; yields the pages of each, none where its file was erased.

    A photo goes in as it is kept, without being drawn anew: a pack of many stays small in memory. All
    their captions are drawn at once, so that letters are in the file once; PDFs come behind them.
    """
    import pypdfium2  # heavy: only packs and pictures need it

    sorts = {one.sha256: (book.book.file(one.sha256) or ("", b""))[0] for one in found}
    photos = [one for one in found if sorts[one.sha256] not in ("", PDF)]
    begun = len(whole)
    if photos:
        with pypdfium2.PdfDocument(_captions(photos, words)) as captions:
            whole.import_pages(captions)
    for at, one in enumerate(photos):
        _place(whole, begun + at, _data(book, one))
        yield 1
    for one in found:
        if sorts[one.sha256] == PDF:
            with pypdfium2.PdfDocument(_data(book, one)) as more:
                pages = len(more)
                whole.import_pages(more)
            yield pages
        elif not sorts[one.sha256]:
            yield 0


def _data(book: Reading, one: Kept) -> bytes:
    file = book.book.file(one.sha256)
    return file[1] if file else b""


def _place(whole: PdfDocument, at_page: int, data: bytes) -> None:
    """Put a photo onto a page, as large as it goes under its caption."""
    import pypdfium2

    page = whole[at_page]
    photo = pypdfium2.PdfImage.new(whole)
    photo.load_jpeg(BytesIO(data), inline=True)
    wide, tall = photo.get_px_size()
    room = A4.width - 2 * A4.margin, A4.height - TOP - A4.margin
    share = min(room[0] / wide, room[1] / tall)
    at = (A4.width - wide * share) / 2, A4.height - TOP - tall * share
    photo.set_matrix(pypdfium2.PdfMatrix().scale(wide * share, tall * share).translate(*at))
    page.insert_obj(photo)
    page.gen_content()
    page.close()


def _captions(photos: list[Kept], words: Bilingual) -> bytes:
    """Draw a page for each photo, with what the book says of the voucher."""
    tr, left = words.main, A4.margin
    said = words.both(lambda tr: tr.gettext("Voucher"))
    document = Document(A4.width, A4.height, said.main, tr.code)
    for one in photos:
        sheet = document.sheet(A4.width, A4.height)
        line = f"{said.beside} · {tr.gettext('entry {n}').format(n=tr.number(one.entry))}"
        sheet.text(left, 34, line, 12, BOLD, room=A4.width - 2 * left)
        about = f"{tr.date(one.on)} · {one.who} · {tr.money(one.amount)}"
        sheet.text(left, 52, about, 10, colour=SOFT, room=A4.width - 2 * left)
        document.canvas.showPage()
    return document.finish()
