"""A photo or paper that the book keeps, shown large over a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.looking import pages_of
from imt_desktop.ui.pages.lines.picture import look_closer
from imt_desktop.ui.pages.page import guarded


def show_photo(page: QWidget, desk: Desk, sha256: str) -> None:
    """Read a kept file and show it; say so where this copy of the book has it no more."""
    tr = desk.tr

    def opened(pages: tuple[bytes, ...]) -> None:
        if pages:
            look_closer(page, desk, pages, tr.gettext("Photo"))
        else:
            desk.said.emit(tr.gettext("The photo is not in this copy of the book."))

    def read(book: Reading) -> tuple[bytes, ...]:
        file = book.book.file(sha256)
        return pages_of(*file) if file else ()

    desk.read(read, guarded(page, opened))
