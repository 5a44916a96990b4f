"""Papers that wait, printed together: pile after pile, then asked after; nothing twice as a first print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import NoPrinterError, NoPrinterHereError, PrinterError, UserError
from imt_desktop.reports import batch
from imt_desktop.reports.batch import Piece, Pile
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import PAPERS as SIZES
from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.printing import ink
from imt_desktop.ui.printing.naming import piece_name, pieces_words
from imt_desktop.ui.printing.printers import Printers, set_page
from imt_desktop.ui.printing.remembered import choice, remember_printer, saves_ink, usual_printer
from imt_desktop.ui.printing.waiting import sent, settle, unanswered, waiting
from imt_desktop.ui.printing.which_came import WhichCame

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Batch(QObject):
    """Prints over one page. What is printed has to wait already: it waits until it is known to be out."""

    begun = Signal(str)
    """Papers are on their way to the printer: which ones, in words."""
    settled = Signal()
    """What waits is different now, or nothing came of it."""

    def __init__(self, desk: Desk, page: QWidget, saves: bool = False) -> None:
        """``saves``: a button of the page saves the same papers as files."""
        super().__init__(page)
        self._desk, self._page, self._saves = desk, page, saves
        self.busy = False

    def print_receipts(self, numbers: Sequence[int]) -> None:
        """Print receipts for the first time, on the till's printer, or on one that is chosen now.

        Those that came out before are left out: they would be copies.
        """
        now = waiting(self._desk)
        waits = frozenset(now.receipts)
        wanted = tuple(number for number in numbers if number in waits)
        self._desk.read(
            lambda book: batch.pieces(book, wanted, (), now.languages), guarded(self, self.print)
        )

    def print(self, wanted: Sequence[Piece]) -> None:
        """Print papers together. Where no printer was chosen for the first of them, one is asked for.

        Those that a printer was given before are asked after first.
        """
        self.ask_first(wanted, self._print)

    def ask_first(
        self,
        wanted: Sequence[Piece],
        then: Callable[[tuple[Piece, ...]], object],
        saves: str = "",
    ) -> None:
        """Ask after what a printer was given before, and go on with what did not come out of it.

        ``saves`` are the words for going on where that saves files.
        """
        before, tr = unanswered(self._desk, wanted), self._desk.tr
        if self.busy or self._desk.printing.is_set():
            self._desk.said.emit(tr.gettext("Papers are still on their way to the printer."))
            return
        if not before:
            then(tuple(wanted))
            return
        names = [piece_name(piece, tr) for piece in before]
        words = tr.gettext("Sent to a printer before, and nobody has answered yet: {papers}.")
        what = words.format(papers=pieces_words(len(before), tr))
        dialog = WhichCame(self._page, tr, what, names, saves=saves)

        def answered(came: int, again: bool) -> None:
            self._settle(before, came)
            if again or came == len(before):
                then(tuple(piece for piece in wanted if piece not in before[:came]))

        dialog.answered.connect(answered)
        dialog.open()

    def _print(self, wanted: Sequence[Piece]) -> None:
        if not wanted:
            return
        try:
            printer = self._printer_for(wanted[0])
        except UserError as error:
            self._desk.refused.emit(error)
            self.settled.emit()
            return
        if printer is not None:
            self._begin(tuple(wanted), printer)

    def _printer_for(self, first: Piece) -> QPrinter | None:
        """Return the printer; None where the question was left. Raises NoPrinterError, PrinterError."""
        desk, kept = self._desk, self._desk.settings.receipt_printer
        if first.is_receipt and kept:
            return desk.printers.printer(kept)
        name = usual_printer(desk, first.kind)
        if not name:
            raise NoPrinterHereError() if self._saves else NoPrinterError()
        printer = desk.printers.printer(name)
        size = SIZES.get(self._size(first.kind))
        if size is not None:
            set_page(printer, (size.width, size.height), piece_name(first, desk.tr))
        if not desk.printers.ask(self._page, printer):
            return None
        remember_printer(desk, first.kind, printer.printerName())
        return printer

    def _size(self, kind: str) -> str:
        if kind == "receipt":
            return self._desk.settings.receipt_size
        return choice(self._desk, kind).size or PAPERS[kind].sizes[0]

    def _begin(self, wanted: tuple[Piece, ...], printer: QPrinter) -> None:
        desk, self.busy = self._desk, True
        sizes = {kind: self._size(kind) for kind in {piece.kind for piece in wanted}}
        saving = {kind for kind in sizes if saves_ink(desk, kind)}
        titles, printers = [piece_name(piece, desk.tr) for piece in wanted], desk.printers

        def put(piles: tuple[Pile, ...]) -> None:
            receipts = [piece.number for piece in wanted if piece.is_receipt]
            papers = [piece.number for piece in wanted if not piece.is_receipt]
            sent(desk, receipts=receipts, papers=papers)
            desk.printing.set()

            def job() -> PrinterError | None:
                try:
                    return _put_all(piles, titles, printer, printers)
                finally:  # also where the page is gone by then
                    desk.printing.clear()

            desk.tasks.draw(
                job,
                guarded(self, lambda stopped: self._ask(wanted, printer, stopped)),
                guarded(self, self._failed),
            )

        words = desk.tr.gettext("{papers} at the printer…")
        said = words.format(papers=pieces_words(len(wanted), desk.tr))
        desk.said.emit(said)
        self.begun.emit(said)
        desk.read(
            lambda book: batch.piles(book, wanted, sizes, saving), guarded(self, put),
            guarded(self, self._failed),
        )  # fmt: skip

    def _failed(self, error: UserError) -> None:
        self.busy = False
        self._desk.refused.emit(error)
        self.settled.emit()

    def _ask(
        self, wanted: tuple[Piece, ...], printer: QPrinter, stopped: PrinterError | None
    ) -> None:
        """Ask what lies in the printer; a printer that stopped may have printed some of it."""
        tr, self.busy = self._desk.tr, False
        what = pieces_words(len(wanted), tr)
        if stopped is not None:
            what = f"{self._desk.sentence(stopped)} {what}"
        names = [piece_name(piece, tr) for piece in wanted]
        dialog = WhichCame(self._page, tr, what, names, stopped is not None)

        def answered(came: int, again: bool) -> None:
            self._settle(wanted, came)
            if again:
                self._print(wanted[came:])

        dialog.answered.connect(answered)
        dialog.left.connect(self.settled)
        dialog.open()

    def _settle(self, printed: Sequence[Piece], came: int) -> None:
        settle(self._desk, printed, came)
        self.settled.emit()


def _put_all(
    piles: Sequence[Pile], titles: Sequence[str], printer: QPrinter, printers: Printers
) -> PrinterError | None:
    """Print pile after pile; returns why the printer stopped, or None. Off the window's thread."""
    on, at = printer, 0
    for pile in piles:
        pdf = batch.draw(pile)
        try:
            if at:
                on = printers.another(printer)
            set_page(on, max(raster.sizes(pdf), key=lambda size: size[1]), titles[at])
            ink.put(pdf, on)
        except PrinterError as stopped:
            return stopped
        at += len(pile.pieces)
    return None
