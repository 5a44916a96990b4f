"""A paper leaves the program: issued and committed first, then drawn, then printed or saved.

What did not come out keeps its entry, so trying again makes no second copy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from imt_desktop.errors import PrinterError, UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.reports import saving
from imt_desktop.reports.handover.facts import HandoverFacts
from imt_desktop.reports.issuing import RECEIPT
from imt_desktop.reports.printing import (
    PAPERS,
    PaperWanted,
    Sheet,
    again,
    draw_each,
    draw_pictures,
    first_receipt,
    issue,
)
from imt_desktop.reports.receipt.day import ReceiptsFacts
from imt_desktop.reports.reprinting import again_together, rest_of
from imt_desktop.reports.voucher.facts import VoucherFacts
from imt_desktop.settings import papers_folder
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.kinds import RECEIPTS
from imt_desktop.ui.pages.notices.previewer import Drawn, in_ink
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.printing import ink, waiting
from imt_desktop.ui.printing.printers import lengthen
from imt_desktop.ui.tasks import Telling
from imt_desktop.wording.papers import about_words, paper_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ISSUED = Changes(papers=True)

_Issued = tuple[PaperWanted, Sheet, int | None]
"""What was wanted, the paper, and the entry that issued it; None of a receipt's first print."""


def _first(book: Reading, wanted: PaperWanted) -> _Issued:
    """Return a receipt that never came out: its payment's entry issued it, so it is no copy."""
    sheet = first_receipt(book, wanted.receipt or 0, wanted.languages, wanted.size, wanted.saving)
    return wanted, sheet, None


class Delivery(QObject):
    """Brings papers out, one at a time. ``refused`` carries a UserError."""

    saved = Signal(object)
    """The paths that were written."""
    printed = Signal(object)
    """The Drawn that went to the printer; whether it came out is to be asked."""
    jammed = Signal(object, object)
    """The Drawn of a batch whose printer stopped, and the error; some may lie there."""
    held = Signal()
    """What was issued waits for a printer."""
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._issued: Drawn | None = None
        self._undrawn: _Issued | None = None
        self._telling: Telling | None = None
        self._came_out = False
        desk.changed.connect(self._book_changed)

    def print_on(self, printer: QPrinter, wanted: PaperWanted) -> None:
        """Issue a paper and print it. What was issued and did not come out is not issued again."""
        if self._came_out:
            self._issued = None
        self._issue_left(wanted, lambda paper: self.print_issued(printer, paper))

    def _issue_left(self, wanted: PaperWanted, then: Callable[[Drawn], None]) -> None:
        """Issue a paper and go on with what waits of it: of a batch some may have come out."""
        self._issue(wanted, lambda paper: self._rest(paper, self._came(paper), then))

    def _came(self, paper: Drawn) -> int:
        waits = frozenset(waiting.waiting(self._desk).papers)
        issued = issuing_entries(paper)
        return next((at for at, entry in enumerate(issued) if entry in waits), 0)

    def _rest(self, paper: Drawn, came: int, then: Callable[[Drawn], None]) -> None:
        """Draw a batch without its first papers, which came out; nothing is issued again."""
        if not came:
            then(paper)
            return
        left = rest_of(paper.sheet, came)
        self._desk.tasks.draw(
            lambda: in_ink(paper.wanted, left, paper.entry),
            guarded(self, then),
            guarded(self, self.refused.emit),
        )

    def given(self, paper: Drawn) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the receipts and entries of a paper that a printer was given before."""
        now, kept = waiting.waiting(self._desk), self._issued
        if kept is not None and kept.wanted == paper.wanted:
            paper = kept
        receipts, papers = frozenset(receipts_on(paper)), frozenset(issuing_entries(paper))
        return (
            tuple(one for one in now.sent_receipts if one in receipts),
            tuple(one for one in now.sent_papers if one in papers),
        )

    def print_again(self, printer: QPrinter, entries: Sequence[int]) -> None:
        """Issue a copy of what entries issued, and print it; what never came out is not copied again."""
        self._again(entries, lambda paper: self.print_issued(printer, paper))

    def hold_again(self, entries: Sequence[int]) -> None:
        """Issue a copy of what entries issued, to be printed later."""
        self._again(entries, self._hold)

    def _again(self, entries: Sequence[int], then: Callable[[Drawn], None]) -> None:
        waits, tell = frozenset(waiting.waiting(self._desk).papers), self._tell()

        def job(book: Writing) -> _Issued:
            if len(entries) > 1:
                sheet = again_together(book, entries, waits, tell)
            else:
                sheet = again(book, entries[0])
            return PaperWanted(sheet.paper, size=sheet.size), sheet, book.head().seq

        def draw_it(issued: _Issued) -> None:
            self._let_wait(*issued)
            self._draw(issued, then)

        self._desk.write(job, draw_it, ISSUED, guarded(self, self.refused.emit), telling=tell)

    def hold(self, wanted: PaperWanted) -> None:
        """Issue a paper that is to be printed later; a receipt that never came out waits already."""
        if self._came_out:
            self._issued = None
        if self._never_came(wanted):
            waiting.ask_in(self._desk, wanted.receipt, wanted.languages)
            self.held.emit()
        else:
            self._issue(wanted, self._hold)

    def _hold(self, paper: Drawn) -> None:
        self._let_wait(paper.wanted, paper.sheet, paper.entry)
        self.held.emit()

    def _let_wait(self, wanted: PaperWanted, sheet: Sheet, entry: int | None) -> None:
        waiting.let_wait(self._desk, papers=_entries(sheet, entry))
        if wanted.paper == RECEIPTS:  # all of the day wait as one paper
            waiting.came_out(self._desk, receipts=_receipts(wanted, sheet))

    def print_issued(self, printer: QPrinter, paper: Drawn) -> None:
        """Print a paper that is issued already."""
        self._let_wait(paper.wanted, paper.sheet, paper.entry)
        issued = issuing_entries(paper)
        receipts = () if issued else receipts_on(paper)
        waiting.sent(self._desk, papers=issued, receipts=receipts)
        lengthen(printer, paper.sizes)  # the preview had no code under it
        self._desk.tasks.draw(
            lambda: ink.put(paper.pdf, printer),
            guarded(self, lambda _pages: self.printed.emit(paper)),
            guarded(self, lambda error: self._stopped(paper, error)),
        )

    def _stopped(self, paper: Drawn, error: UserError) -> None:
        if isinstance(error, PrinterError) and len(issuing_entries(paper)) > 1:
            self.jammed.emit(paper, error)
        else:
            self.refused.emit(error)

    def print_rest(self, printer: QPrinter, paper: Drawn, came: int) -> None:
        """Print a batch on from the paper that did not come out."""
        self._rest(paper, came, lambda left: self.print_issued(printer, left))

    def save(self, wanted: PaperWanted, ending: str) -> None:
        """Issue a paper and save it: ``.pdf``, or ``.png`` with a file a page; of a batch what waits."""
        folder, usual = papers_folder(self._desk.settings), not self._desk.settings.papers_folder
        self._desk.tasks.draw(
            lambda: saving.require_folder(folder, usual),
            guarded(
                self, lambda _: self._issue_left(wanted, lambda it: self._write(it, folder, ending))
            ),
            guarded(self, self.refused.emit),
        )

    def confirm(self, paper: Drawn) -> None:
        """Write down that a paper came out: printed once more it is issued anew."""
        self._came_out = True
        self._is_out(paper)

    def _is_out(self, paper: Drawn) -> None:
        waiting.came_out(self._desk, papers=issuing_entries(paper), receipts=receipts_on(paper))

    def confirm_first(self, paper: Drawn, came: int) -> None:
        """Write down that so many of a batch came out, the first ones; the others wait."""
        issued = issuing_entries(paper)
        waiting.came_out(self._desk, papers=issued[:came])
        waiting.stayed_in(self._desk, papers=issued[came:])

    def put_off(self, paper: Drawn) -> None:
        """Write down that a paper did not come out: it waits."""
        waiting.stayed_in(self._desk, papers=issuing_entries(paper), receipts=receipts_on(paper))

    def stop(self) -> None:
        """Stop a batch; what is issued by then is drawn when it is asked for again."""
        if self._telling is not None:
            self._telling.stop()

    def _tell(self) -> Telling:
        self._telling = self._desk.tasks.telling()
        return self._telling

    def _write(self, paper: Drawn, folder: Path, ending: str) -> None:
        name, tell = self.name(paper), self._tell()

        def job() -> list[Path]:
            if apart(paper.wanted, ending):
                into = saving.free_path(folder, name, "")
                return saving.save_each(into, ending, draw_each(paper.sheet, tell))
            files = draw_pictures(paper.sheet) if ending == ".png" else [paper.pdf]
            return saving.save_all(folder, name, ending, files)

        def keep(paths: list[Path]) -> None:
            self._is_out(paper)  # a file can be sent, or printed elsewhere
            self.saved.emit(paths)

        refused = guarded(self, self.refused.emit)
        self._desk.tasks.draw(job, guarded(self, keep), refused)

    def name(self, paper: Drawn) -> str:
        """Name a paper's file: committee, paper, what it is about."""
        tr, facts = self._desk.tr, paper.sheet.facts
        wanted = replace(paper.wanted, day=paper.wanted.day or self._desk.today)
        if isinstance(facts, VoucherFacts) and facts.number:
            about = facts.number
        elif isinstance(facts, HandoverFacts):
            about = tr.date(facts.on)
        else:
            about = about_words(wanted.paper, PAPERS[wanted.paper].about(wanted), tr)
        return saving.file_name(self._desk.committee.name, paper_name(wanted.paper, tr), about)

    def _issue(self, wanted: PaperWanted, then: Callable[[Drawn], None]) -> None:
        kept = self._issued
        if kept is not None and kept.wanted == wanted:
            then(kept)
            return
        if self._undrawn is not None and self._undrawn[0] == wanted:
            self._draw(self._undrawn, then)
            return
        tell = self._tell()

        def job(book: Writing) -> _Issued:
            return wanted, issue(book, wanted, tell), book.head().seq

        def draw_it(issued: _Issued) -> None:
            self._undrawn = issued
            self._let_wait(*issued)  # until it is printed or saved, whatever comes between
            self._draw(issued, then)

        refused = guarded(self, self.refused.emit)
        if self._never_came(wanted):
            waiting.ask_in(self._desk, wanted.receipt, wanted.languages)
            self._desk.read(lambda book: _first(book, wanted), draw_it, refused)
        else:
            tell(0, 0)  # it is not known how many there are before all is gathered
            self._desk.write(job, draw_it, ISSUED, refused, telling=tell)

    def _never_came(self, wanted: PaperWanted) -> bool:
        """Whether it is a receipt that waits for its first print."""
        return wanted.paper == RECEIPT and wanted.receipt in waiting.waiting(self._desk).receipts

    def _draw(self, issued: _Issued, then: Callable[[Drawn], None]) -> None:
        tell = self._tell()

        def keep(paper: Drawn) -> None:
            self._keep(paper, then)

        refused: Callable[[UserError], None] = guarded(self, self.refused.emit)
        self._desk.tasks.draw(lambda: in_ink(*issued, tell), guarded(self, keep), refused)

    def _keep(self, paper: Drawn, then: Callable[[Drawn], None]) -> None:
        self._issued, self._undrawn, self._came_out = paper, None, False
        then(paper)

    def _book_changed(self, changes: Changes) -> None:
        if changes != ISSUED:  # what the paper said may not be so any more
            self._issued = self._undrawn = None


def issuing_entries(paper: Drawn) -> tuple[int, ...]:
    """Return the entry that issued a paper, or those of a batch; of a receipt's first print none."""
    return _entries(paper.sheet, paper.entry)


def _entries(sheet: Sheet, entry: int | None) -> tuple[int, ...]:
    return sheet.entries or (() if entry is None else (entry,))


def receipts_on(paper: Drawn) -> tuple[int, ...]:
    """Return the numbers of the receipts that a paper is, or consists of."""
    return _receipts(paper.wanted, paper.sheet)


def _receipts(wanted: PaperWanted, sheet: Sheet) -> tuple[int, ...]:
    if wanted.paper == RECEIPTS and isinstance(sheet.facts, ReceiptsFacts):
        return tuple(one.receipt.number for one in sheet.facts.receipts)
    return (wanted.receipt or 0,) if wanted.paper == RECEIPT else ()


def apart(wanted: PaperWanted, ending: str) -> bool:
    """Whether a batch is saved as a file for each household: asked for so, or pictures to send."""
    return bool(PAPERS[wanted.paper].each) and (wanted.size == "each" or ending == ".png")
