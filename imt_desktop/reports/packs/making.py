"""Making a pack: its papers are issued first, each with its own code; then they are drawn into one file.

with book.write(who) as writing:
    pack = issue_pack(writing, "audit-pack", period)
with book.read() as reading:
    data = draw_pack(reading, pack, tell)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.period import Period
from imt_desktop.reports import issuing
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.heading import heading
from imt_desktop.reports.kinds import Sheet, Tell, quietly
from imt_desktop.reports.packs import cover, pictures
from imt_desktop.reports.packs.build import missing, packed
from imt_desktop.reports.packs.facts import CoverFacts
from imt_desktop.reports.packs.parts import LeftOut, parts, require_something
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.printing import bilingual, draw, issue

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class Pack(Struct, frozen=True):
    """Papers that were issued together behind a first sheet, and the vouchers whose pictures come last."""

    cover: CoverFacts
    anchor: Anchor
    words: Bilingual
    sheets: tuple[Sheet, ...]
    vouchers: tuple[pictures.Kept, ...]
    left_out: tuple[LeftOut, ...] = ()


def issue_pack(
    book: Writing, what: str, period: Period, languages: tuple[str, ...] = (), tell: Tell = quietly
) -> Pack:
    """Issue the papers of a pack, and its first sheet with a code of its own.

    A paper that says nothing of this book is left out, and the first sheet says why.
    """
    wanted = [replace(one, languages=languages) for one in parts(book, what, period)]
    sheets, left_out = [], []
    for done, one in enumerate(wanted, 1):
        try:
            require_something(book, one.paper)
            sheets.append(issue(book, one))
        except UserError as error:  # there is no tariff yet, or no round of the toolbox
            left_out.append(LeftOut(one.paper, error))
        tell(done, len(wanted))
    words = sheets[0].words if sheets else bilingual(book, languages)
    vouchers = pictures.kept(book, period) if what == "audit-pack" else ()
    first = CoverFacts(
        heading=heading(book, period), pack=what, period=period,
        papers=tuple(packed(one) for one in sheets),
        missing=tuple(missing(one, words.translators) for one in left_out),
        photos=len(vouchers), erased=pictures.erased(book, vouchers),
    )  # fmt: skip
    codes = tuple(tr.code for tr in words.translators)
    anchor = issuing.issue(book, what, str(period), first, codes)
    return Pack(first, anchor, words, tuple(sheets), vouchers, tuple(left_out))


def draw_pack(book: Reading, pack: Pack, tell: Tell = quietly) -> bytes:
    """Draw a pack into one file. ``tell`` hears how far it is, and may raise to stop."""
    import pypdfium2  # heavy: only packs and pictures need it

    every = len(pack.sheets) + len(pack.vouchers)
    with ExitStack() as held:
        whole = held.enter_context(pypdfium2.PdfDocument.new())
        counts = []
        for done, count in enumerate(_added(whole, book, pack), 1):
            counts.append(count)
            tell(done, every)
        first = cover.render(pack.cover, pack.words, pack.anchor, counts)
        lead = held.enter_context(pypdfium2.PdfDocument(first))
        whole.import_pages(lead, index=0)
        out = BytesIO()
        whole.save(out)
    return out.getvalue()


def _added(whole: PdfDocument, book: Reading, pack: Pack) -> Iterator[int]:
    """Add one after another to the file; yields the pages of each."""
    for sheet in pack.sheets:
        yield _add(whole, draw(sheet))
    yield from pictures.add(whole, book, pack.vouchers, pack.words)


def _add(whole: PdfDocument, data: bytes) -> int:
    """Add a file at the end; returns its pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as more:
        pages = len(more)
        whole.import_pages(more)
    return pages
