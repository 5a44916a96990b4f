"""Booking what is ready on the sheet: asked where the table differs, refused beside the cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.oversight.drafts import Draft
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.receive.sheet import actions
from imt_desktop.ui.pages.receive.sheet.lines import Line
from imt_desktop.ui.pages.walking.keeping import Keeper
from imt_desktop.ui.printing.waiting import let_wait
from imt_desktop.ui.widgets import ConfirmDialog


class Saving(QObject):
    """Books once at a time, all lines or none."""

    saved = Signal(object, object, bool)
    """The lines, the BookedSheet, and whether it is to be printed."""
    refused = Signal(object, object)
    """The lines, and a UserError whose field says of which one it is: ``2/reference``."""

    def __init__(self, desk: Desk, over: QWidget, keeper: Keeper[Draft]) -> None:
        super().__init__(over)
        self._desk, self._over, self._keeper = desk, over, keeper
        self.busy = False

    def begin(self, ready: Sequence[Line], on: date, differs: str, prints: bool) -> None:
        """Book lines. Where table and sheet differ, ask first; ``differs`` says how."""

        def book() -> None:
            self._book(ready, on, prints)

        if differs:
            self._ask(differs, book)
        else:
            book()

    def _ask(self, differs: str, book: Callable[[], None]) -> None:
        tr = self._desk.tr
        dialog = ConfirmDialog(
            self._over, tr, tr.gettext("The cash on the table is not what the sheet says"),
            tr.gettext(
                "On the table: {difference}. Look for a wrong amount first; what is booked can be"
                " cancelled, but not changed."
            ).format(difference=differs),
            tr.gettext("Save as typed"), tr.gettext("Go back"), danger=True,
        )  # fmt: skip
        dialog.accepted.connect(book)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _book(self, ready: Sequence[Line], on: date, prints: bool) -> None:
        if self.busy:
            return
        self.busy = True
        self._keeper.hold(True)
        wants = prints and bool(self._desk.settings.receipt_printer)
        actions.book_lines(
            self._desk, ready, on, self._keeper,
            guarded(self, lambda booked: self._saved(ready, booked, wants)),
            guarded(self, lambda error: self._refused(ready, error)),
        )  # fmt: skip

    def _saved(self, ready: Sequence[Line], booked: actions.BookedSheet, prints: bool) -> None:
        self.busy = False
        let_wait(self._desk, receipts=booked.numbers)
        self.saved.emit(ready, booked, prints)
        self._keeper.hold(False)

    def _refused(self, ready: Sequence[Line], error: UserError) -> None:
        self.busy = False
        self.refused.emit(ready, error)
        self._keeper.hold(False)
