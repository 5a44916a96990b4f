"""What happens when a button of the third step is pressed, and what has to be asked meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.errors import NoPrinterError, UserError
from imt_desktop.reports import batch
from imt_desktop.reports.batch import Piece
from imt_desktop.reports.issued import IssuedPaper
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.format import PAPERS as SIZES
from imt_desktop.reports.printing import PAPERS
from imt_desktop.settings import papers_folder
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.deliver import Deliver
from imt_desktop.ui.pages.notices.delivery import Delivery, issuing_entries
from imt_desktop.ui.pages.notices.kinds import RECEIPTS
from imt_desktop.ui.pages.notices.previewer import Drawn
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.printing.batch import Batch
from imt_desktop.ui.printing.came_out import CameOut
from imt_desktop.ui.printing.naming import pieces_words
from imt_desktop.ui.printing.printers import set_page
from imt_desktop.ui.printing.remembered import remember_look, remember_printer, usual_printer
from imt_desktop.ui.printing.waiting import count_waiting, waiting
from imt_desktop.ui.printing.waiting_sheet import WaitingSheet
from imt_desktop.ui.printing.which_came import WhichCame
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.papers import paper_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class BringingOut(QObject):
    """Works for the buttons of ``deliver``. ``waited`` says that other papers wait now."""

    waited = Signal()
    outdated = Signal()
    """The preview says of a receipt that it never came out, and it did."""

    def __init__(self, desk: Desk, page: QWidget, deliver: Deliver) -> None:
        super().__init__(page)
        self._desk, self._page, self._deliver = desk, page, deliver
        self._paper: Drawn | None = None
        self._waited = waiting(desk)
        """What waited when a button was pressed."""
        self.delivery = Delivery(desk, self)
        self.batch = Batch(desk, page)
        self.batch.settled.connect(self.waited)
        deliver.set_folder(papers_folder(desk.settings))
        deliver.set_ready(False)
        deliver.printing.connect(self.print)
        deliver.saving.connect(self.ask_and_save)
        deliver.other_folder.connect(self.choose_folder)
        deliver.stopping.connect(self.delivery.stop)
        desk.tasks.moved.connect(deliver.go_on)
        self.delivery.printed.connect(self._ask_whether_out)
        self.delivery.jammed.connect(self._ask_which)
        self.delivery.saved.connect(self._saved)
        self.delivery.held.connect(self._held)
        self.delivery.refused.connect(self._refused)

    def set_paper(self, paper: Drawn | None) -> None:
        """Say which paper the buttons are about; None while it is being drawn."""
        self._paper = paper
        self._deliver.set_ready(paper is not None)

    def look_for_printers(self) -> None:
        """See whether a printer is set up."""
        self._deliver.set_printers(bool(self._desk.printers.names()))

    def _begin(self, words: str) -> None:
        self._waited = waiting(self._desk)
        self._deliver.begin(words)

    # Onto a printer.

    def print(self) -> None:
        """Let a person choose a printer, then issue the paper and print it; without one it waits.

        What a printer was given before is asked after first.
        """
        self.look_for_printers()
        self._bring_out(self._print)

    def _bring_out(self, go: Callable[[], object], saves: str = "") -> None:
        """Ask after what a printer was given before of the paper; then go, where it did not come out."""
        paper = self._paper
        if paper is None:
            return
        receipts, papers = self.delivery.given(paper)
        if not receipts and not papers:
            go()
            return

        def ask(pieces: tuple[Piece, ...]) -> None:
            if pieces:
                self.batch.ask_first(pieces, lambda left: self._answered(paper, left, go), saves)
            else:  # a receipt that was cancelled meanwhile
                go()

        self._desk.read(lambda book: batch.pieces(book, receipts, papers, {}), guarded(self, ask))

    def _answered(self, paper: Drawn, left: tuple[Piece, ...], go: Callable[[], object]) -> None:
        if paper.wanted.paper == RECEIPTS:
            self.outdated.emit()
        elif left:
            go()
        else:
            self._out(paper)

    def _print(self) -> None:
        if self._paper is not None and not self._desk.printers.names():
            self._begin(self._desk.tr.gettext("Saving…"))
            remember_look(self._desk, self._paper.wanted)
            self.delivery.hold(self._paper.wanted)
        elif self._paper is not None and (printer := self._ask_printer(self._paper)) is not None:
            self._begin(self._desk.tr.gettext("Printing…"))
            remember_look(self._desk, self._paper.wanted)
            self.delivery.print_on(printer, self._paper.wanted)

    def print_again(self, issued: IssuedPaper) -> None:
        """Print a paper that was issued before: a copy, or itself where it still waits."""
        waits = frozenset(waiting(self._desk).papers)
        if issued.together == 1 and issued.entry in waits:
            piece = Piece(issued.paper, issued.entry, issued.on, issued.about, copy=issued.copy)
            self.batch.print((piece,))
            return

        def again(left: tuple[Piece, ...]) -> None:
            if left:
                self._print_again(issued)

        given = [one for one in waiting(self._desk).sent_papers if one in issued.entries]
        if given:
            self._desk.read(
                lambda book: batch.pieces(book, (), given, {}),
                guarded(self, lambda pieces: self.batch.ask_first(pieces, again)),
            )
        else:
            self._print_again(issued)

    def _print_again(self, issued: IssuedPaper) -> None:
        if not self._desk.printers.names():
            self._begin(self._desk.tr.gettext("Saving…"))
            self.delivery.hold_again(issued.entries)
            return
        size = SIZES.get(PAPERS[issued.paper].sizes[0], A4)
        name = paper_name(issued.paper, self._desk.tr)
        printer = self._choose_printer((size.width, size.height), name, issued.paper)
        if printer is not None:
            self._begin(self._desk.tr.gettext("Printing…"))
            self.delivery.print_again(printer, issued.entries)

    def _ask_printer(self, paper: Drawn) -> QPrinter | None:
        return self._choose_printer(paper.sizes[0], self.delivery.name(paper), paper.wanted.paper)

    def _choose_printer(self, size: tuple[float, float], title: str, kind: str) -> QPrinter | None:
        printers, name = self._desk.printers, usual_printer(self._desk, kind)
        if not name:
            self._desk.refused.emit(NoPrinterError())
            return None
        try:
            printer = printers.printer(name)
        except UserError as error:
            self._refused(error)
            return None
        set_page(printer, size, title)
        if not printers.ask(self._page, printer):
            return None
        remember_printer(self._desk, kind, printer.printerName())
        return printer

    def _ask_whether_out(self, paper: Drawn) -> None:
        tr, count = self._desk.tr, len(paper.sizes)
        self._deliver.end()
        if len(issuing_entries(paper)) > 1:
            self._ask_which(paper)
            return
        sheets = tr.ngettext("{paper}, one sheet", "{paper}, {n} sheets", count)
        name = paper_name(paper.wanted.paper, tr)
        dialog = CameOut(self._page, tr, sheets.format(paper=name, n=tr.number(count)))
        dialog.yes.connect(lambda: self._out(paper))
        dialog.again.connect(lambda: self._print_issued(paper))
        dialog.save.connect(lambda: self.save(".pdf"))
        dialog.later.connect(self.waited)
        dialog.put_off.connect(lambda: self.delivery.put_off(paper))
        dialog.put_off.connect(self.waited)
        dialog.open()

    def _ask_which(self, paper: Drawn, stopped: UserError | None = None) -> None:
        """Ask which of a batch came out; the others wait, and are no copies when they come out."""
        tr, facts = self._desk.tr, cast(Any, paper.sheet.facts)  # each names its member
        self._deliver.end()
        names = [f"{one.member.member} {shortened(one.member.name)}" for one in facts.papers]
        what = pieces_words(len(names), tr)
        if stopped is not None:
            what = f"{self._desk.sentence(stopped)} {what}"
        dialog = WhichCame(self._page, tr, what, names, stopped is not None)
        dialog.answered.connect(lambda came, again: self._settle(paper, len(names), came, again))
        dialog.left.connect(self.waited)
        dialog.open()

    def _settle(self, paper: Drawn, every: int, came: int, again: bool) -> None:
        if came == every:
            self._out(paper)
            return
        self.delivery.confirm_first(paper, came)
        self.waited.emit()
        if again and (printer := self._ask_printer(paper)) is not None:
            self._begin(self._desk.tr.gettext("Printing…"))
            self.delivery.print_rest(printer, paper, came)

    def _out(self, paper: Drawn) -> None:
        self.delivery.confirm(paper)
        self.waited.emit()
        self._desk.said.emit(self._desk.tr.gettext("The paper is out, and in the book."))

    def _print_issued(self, paper: Drawn) -> None:
        if (printer := self._ask_printer(paper)) is not None:
            self._begin(self._desk.tr.gettext("Printing…"))
            self.delivery.print_issued(printer, paper)

    def _say_waiting(self) -> None:
        count_waiting(self._desk, guarded(self._page, self._desk.said.emit))

    def _held(self) -> None:
        self._deliver.end()
        self.waited.emit()
        self._say_waiting()

    # Into a folder.

    def ask_and_save(self, ending: str) -> None:
        """Save the paper; what a printer was given before is asked after first, as for printing."""
        words = self._desk.tr.gettext("Save")
        self._bring_out(lambda: self.save(ending), words)

    def save(self, ending: str) -> None:
        """Issue the paper and save it as ``.pdf`` or ``.png``."""
        if self._paper is not None:
            self._begin(self._desk.tr.gettext("Saving…"))
            remember_look(self._desk, self._paper.wanted)
            self.delivery.save(self._paper.wanted, ending)

    def _saved(self, paths: list[Path]) -> None:
        self._deliver.end()
        self._deliver.offer_folder()
        own_folder = paths[0].parent != papers_folder(self._desk.settings)
        name = paths[0].parent.name if own_folder else paths[0].name
        self._desk.said.emit(self._desk.tr.gettext("Saved: {name}").format(name=name))

    def _refused(self, error: UserError) -> None:
        """Say why, and where something was issued by then, that it waits."""
        self._deliver.end(self._desk.sentence(error))
        self.waited.emit()
        if waiting(self._desk) != self._waited:
            self._say_waiting()

    def choose_folder(self) -> None:
        """Let a person choose where files go."""
        now = papers_folder(self._desk.settings)
        title = self._desk.tr.gettext("Where to save papers")
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(now))
        if chosen:
            self._desk.keep(papers_folder=chosen)
            self._deliver.set_folder(Path(chosen))
            self._deliver.set_error("")

    # What waits for a printer.

    def show_waiting(self, asks: bool = False) -> None:
        """Show everything that waits for a printer, to be printed together; or ask first what came out."""
        sheet = WaitingSheet(self._page, self._desk, asks)
        sheet.batch.settled.connect(self.waited)
        sheet.open()
