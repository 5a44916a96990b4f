"""The pictures of vouchers behind a pack: a page each, with the entry that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from imt_desktop.journal import Reading
from imt_desktop.ledger.vouchers import PDF
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fonts import BOLD
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.sheet import Document

TOP = 66.0


@dataclass(frozen=True, slots=True)
class Kept:
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


def pages(book: Reading, found: tuple[Kept, ...], words: Bilingual) -> Iterator[bytes]:
    """Yield a PDF for each voucher; one whose file was erased is left out."""
    for one in found:
        file = book.book.file(one.sha256)
        if file is None:
            continue
        media, data = file
        yield data if media == PDF else _page(one, data, words)


def _page(one: Kept, data: bytes, words: Bilingual) -> bytes:
    from reportlab.lib.utils import ImageReader  # heavy: only when something is printed

    document = Document(A4.width, A4.height, str(one.entry), words.main.code)
    sheet = document.sheet(A4.width, A4.height)
    tr, left = words.main, A4.margin
    said = words.both(lambda tr: tr.gettext("Voucher"))
    line = f"{said.beside} · {tr.gettext('entry {n}').format(n=tr.number(one.entry))}"
    sheet.text(left, 34, line, 12, BOLD, room=A4.width - 2 * left)
    about = f"{tr.date(one.on)} · {one.who} · {tr.money(one.amount)}"
    sheet.text(left, 52, about, 10, colour=SOFT, room=A4.width - 2 * left)
    picture = ImageReader(BytesIO(data))
    wide, tall = picture.getSize()
    room = A4.width - 2 * left, A4.height - TOP - A4.margin
    share = min(room[0] / wide, room[1] / tall)
    x, y = (A4.width - wide * share) / 2, A4.height - TOP - tall * share
    document.canvas.drawImage(picture, x, y, wide * share, tall * share)
    document.canvas.showPage()
    return document.finish()
