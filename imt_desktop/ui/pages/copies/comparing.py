"""Two copies compared: the same, one goes on, or each went on by itself, and with what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.copies.looking import Found, Side
from imt_desktop.ui.pages.copies.words_of import side_words
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import Button, Words
from imt_desktop.wording.copies import book_and_copy_words


def add_relation(sheet: Sheet, desk: Desk, found: Found) -> None:
    """Say how the book and the copy stand to each other."""
    tr, against = desk.tr, found.holds.against
    if against is None:
        sheet.note(tr.gettext("The book here cannot be read, so it was not compared."))
        return
    sheet.add(Words(book_and_copy_words(against, tr), "body", wrap=True))


def add_sides(sheet: Sheet, desk: Desk, found: Found) -> None:
    """List what only one of the two has."""
    tr = desk.tr
    _add(sheet, desk, tr.gettext("Only in this book"), found.ours)
    _add(sheet, desk, tr.gettext("Only in the copy"), found.theirs)


def _add(sheet: Sheet, desk: Desk, head: str, side: Side) -> None:
    if side.told:
        sheet.add(Words(head, "label"))
        sheet.note("\n".join(side_words(side, desk.tr)))


def show_comparison(page: QWidget, desk: Desk, found: Found) -> Sheet:
    """Show how a copy stands to the book."""
    tr = desk.tr
    sheet = Sheet(page, tr.gettext("Two copies compared"), wide=640)
    sheet.finished.connect(sheet.deleteLater)
    add_relation(sheet, desk, found)
    add_sides(sheet, desk, found)
    close = sheet.add_button(Button(tr.gettext("Close"), "primary", key="Enter", listen=False))
    close.clicked.connect(sheet.accept)
    sheet.open()
    return sheet
