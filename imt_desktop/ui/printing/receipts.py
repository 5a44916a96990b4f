"""Receipts onto the printer of the till: no question, one after another, the first print no copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Writing
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import PAPERS as SIZES
from imt_desktop.reports.printing import (
    PaperWanted,
    Sheet,
    draw,
    first_receipt,
    issue,
)
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.printing import ink, waiting
from imt_desktop.ui.printing.printers import set_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ReceiptPrinter(QObject):
    """Prints on the printer chosen in Settings, or on one that a person chose for this once."""

    printed = Signal(int)
    """The number of a receipt that went to the printer."""
    waits = Signal(int)
    """The number of a receipt whose copy waits for a printer."""
    refused = Signal(int, object)
    """The number of a receipt, and why it was not printed: a UserError."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def chosen(self) -> str:
        """The printer that receipts go to without asking; empty where none was chosen."""
        return self._desk.settings.receipt_printer

    @property
    def size(self) -> str:
        """The paper for receipts."""
        return self._desk.settings.receipt_size

    @property
    def saving(self) -> bool:
        """Whether filled areas are left out."""
        return self._desk.settings.receipt_saving

    def ask(self, parent: QWidget) -> QPrinter | None:
        """Let a person choose a printer for this once. Raises PrinterError where it is gone."""
        names = self._desk.printers.names()
        if not names:
            return None
        printer = self._desk.printers.printer(self.chosen if self.chosen in names else names[0])
        self._set_paper(printer, "")
        return printer if self._desk.printers.ask(parent, printer) else None

    def first(self, number: int, printer: QPrinter | None = None) -> None:
        """Print a receipt for the first time; also again, where that did not come out."""
        size, saving = self.size, self.saving
        languages = waiting.waiting(self._desk).languages.get(number, ())
        self._desk.read(
            lambda book: first_receipt(book, number, languages, size, saving),
            partial(self._print, number, printer),
            partial(self.refused.emit, number),
        )

    def copy(self, number: int, printer: QPrinter | None = None) -> None:
        """Print a copy: an entry of its own, and COPY on the paper. It waits until it came out."""
        self._copy(number, lambda sheet, entry: self._print(number, printer, sheet, (entry,)))

    def hold_copy(self, number: int) -> None:
        """Issue a copy that is to be printed later."""
        self._copy(number, lambda _sheet, _entry: self.waits.emit(number))

    def _copy(self, number: int, then: Callable[[Sheet, int], None]) -> None:
        wanted = PaperWanted("receipt", receipt=number, size=self.size, saving=self.saving)

        def job(book: Writing) -> tuple[Sheet, int]:
            return issue(book, wanted), book.head().seq

        def wait(made: tuple[Sheet, int]) -> None:
            waiting.let_wait(self._desk, papers=(made[1],))
            then(*made)

        refused = partial(self.refused.emit, number)
        self._desk.write(job, wait, Changes(papers=True), refused)

    def _print(
        self, number: int, printer: QPrinter | None, sheet: Sheet, entries: tuple[int, ...] = ()
    ) -> None:
        printers, name = self._desk.printers, self.chosen

        def job() -> None:
            _put(draw(sheet), printer or printers.printer(name), str(number))

        self._desk.tasks.draw(
            job, lambda _: self._out(number, entries), partial(self._held, number)
        )

    def _set_paper(self, printer: QPrinter, title: str) -> None:
        paper = SIZES[self.size]
        set_page(printer, (paper.width, paper.height), title)

    def _out(self, number: int, entries: tuple[int, ...]) -> None:
        waiting.came_out(self._desk, receipts=(number,), papers=entries)
        self.printed.emit(number)

    def _held(self, number: int, error: UserError) -> None:
        self.refused.emit(number, error)


def _put(pdf: bytes, printer: QPrinter, title: str) -> int:
    """Print on paper as long as the longest page: what comes off a roll has no one length."""
    width, height = max(raster.sizes(pdf), key=lambda size: size[1])
    set_page(printer, (width, height), title)
    return ink.put(pdf, printer)
