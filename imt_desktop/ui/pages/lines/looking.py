"""Reading all that a line says, and its photo, off the window's thread."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.accounts import accounts, own_kinds
from imt_desktop.ledger.proof import Proof, proof
from imt_desktop.ledger.vouchers import PDF
from imt_desktop.reports.paper import raster
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.proof import Names, called

MOST_PAGES = 6
"""Pages of a PDF that are shown."""

DPI = 110


class Opened(Struct, frozen=True):
    """A line with what its accounts are called, and its voucher as pictures.

    ``pages`` are encoded pictures: one photo, or the pages of a PDF. ``lost``: it was erased.
    """

    proof: Proof
    names: Names
    pages: tuple[bytes, ...]
    lost: bool


def open_line(book: Reading, ref: Ref, tr: Translator) -> Opened:
    """Read a line. Raises NoSuchEntryError, NothingToCancelError."""
    found = proof(book, ref)
    names = names_of(book, tr)
    kept = found.money.attachment if found.money is not None else None
    if kept is None:
        return Opened(found, names, (), False)
    file = book.book.file(kept)
    if file is None:
        return Opened(found, names, (), True)
    return Opened(found, names, pages_of(*file), False)


def names_of(book: Reading, tr: Translator) -> Names:
    """Return what accounts and the committee's own kinds of money are called."""
    return Names(
        {one.id: shortened(called(one, tr)) for one in accounts(book)},
        {code: shortened(name) for code, name in own_kinds(book).items()},
    )


def pages_of(media: str, data: bytes) -> tuple[bytes, ...]:
    """Return a kept file as pictures: one photo, or the first pages of a PDF."""
    if media != PDF:
        return (data,)
    count = min(raster.pages(data), MOST_PAGES)
    return tuple(raster.png(data, page, DPI) for page in range(count))
