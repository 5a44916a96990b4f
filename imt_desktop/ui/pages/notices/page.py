"""Notices and statements: which paper, how it looks, print it. And those issued before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QSizePolicy

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.reports.issued import IssuedPaper, issued_papers
from imt_desktop.settings import papers_folder
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.deliver import Deliver
from imt_desktop.ui.pages.notices.delivery import ISSUED, Delivery
from imt_desktop.ui.pages.notices.issued import Issued
from imt_desktop.ui.pages.notices.kinds import Wish
from imt_desktop.ui.pages.notices.look import Look
from imt_desktop.ui.pages.notices.paper_list import PaperList
from imt_desktop.ui.pages.notices.preview import Preview
from imt_desktop.ui.pages.notices.previewer import Drawn, Previewer
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.printing.came_out import CameOut
from imt_desktop.ui.printing.printers import set_page
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, Choice, Panes, Scroll, Segments
from imt_desktop.wording.papers import paper_name

At = tuple[list[MemberRow], tuple[Account, ...], tuple[IssuedPaper, ...]]


class NoticesPage(Page):
    """Three steps from left to right: which paper, how it looks, bring it out."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Notices and statements"), tr.gettext("Choose a paper, look, print")
        )
        self._paper: Drawn | None = None
        self._wish: Wish | None = None
        self.previewer = Previewer(desk, self)
        self.delivery = Delivery(desk, self)
        self.views = Segments(
            [
                Choice(tr.gettext("Choose a paper"), "new", "megaphone"),
                Choice(tr.gettext("Issued before"), "issued", "history"),
            ],
            name=tr.gettext("Show"),
        )
        self.papers = PaperList(tr)
        self.preview = Preview(desk, self.previewer)
        self.look = Look(desk)
        self.deliver = Deliver(tr)
        self.issued = Issued(desk)
        self._lay_parts()
        self._connect()
        self.papers.set_value(self.papers.value())
        self.look.set_paper(self.papers.value())
        self.set_first(self.papers.items[0])

    def _lay_parts(self) -> None:
        self.add_action(self.views)
        right = Card(flush=True)
        scroll = Scroll(self.look)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll.setMinimumHeight(em(160))
        right.add(scroll, 1)
        right.foot().addWidget(self.deliver, 1)
        inner = Panes(self.preview, right, 304, 12, least=340)
        self._steps = Panes(inner, self.papers, 240, 12, first=True, least=616)
        self.add(self._steps, 1)
        self.add(self.issued, 1)
        self.issued.hide()
        self.deliver.set_folder(papers_folder(self.desk.settings))
        self.deliver.set_ready(False)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.issued.begin.connect(lambda: self.show_view("new"))
        self.papers.chosen.connect(self._choose)
        self.look.changed.connect(self.refresh)
        self.previewer.drawn.connect(self._drawn)
        self.previewer.refused.connect(self._not_drawn)
        self.deliver.printing.connect(self.print)
        self.deliver.saving.connect(self._save)
        self.deliver.other_folder.connect(self.choose_folder)
        self.delivery.printed.connect(self._printed)
        self.delivery.saved.connect(self._saved)
        self.delivery.refused.connect(self._refused)

    def load(self) -> None:
        """Read households, accounts, and what was issued before."""

        def query(book: Reading) -> At:
            return members(book), accounts(book), issued_papers(book)

        self.deliver.set_printers(bool(self.desk.printers.names()))
        self.ask(query, self._show)

    def _show(self, at: At) -> None:
        households, places, papers = at
        self.look.set_book(households, places)
        self.issued.show_papers(papers)
        wish, self._wish = self._wish, None
        if wish is not None:
            self.look.fill(wish)
        self.refresh()

    def _book_changed(self, changes: Changes) -> None:
        """A paper that was issued changes no preview."""
        if changes == ISSUED and self.isVisible():
            self.ask(issued_papers, self.issued.show_papers)
        else:
            super()._book_changed(changes)

    def show_what(self, what: object) -> None:
        """Show a paper that another page asks for."""
        if isinstance(what, Wish):
            self._wish = what
            self.show_view("new")
            self.papers.set_value(what.paper)
            self.look.set_paper(what.paper)
            self.load()

    def show_view(self, view: object) -> None:
        """Show the three steps, or the papers issued before."""
        self.views.set_value(view)
        self._steps.setVisible(view == "new")
        self.issued.setVisible(view == "issued")

    def _choose(self, paper: str) -> None:
        self.look.set_paper(paper)
        self.refresh()

    def refresh(self) -> None:
        """Draw the preview again, as chosen now."""
        wanted, why = self.look.wanted(), self.look.missing()
        self._paper = None
        self.look.set_error(None, "")
        self.deliver.set_error("")
        self.deliver.set_ready(False)
        if wanted is None:
            self.preview.clear(why)
        self.previewer.ask(wanted)

    def _drawn(self, paper: Drawn) -> None:
        self._paper = paper
        self.deliver.set_ready(True)

    def _not_drawn(self, error: UserError) -> None:
        sentence = self.desk.sentence(error)
        self.preview.clear(sentence)
        self.look.set_error(error.field, sentence)

    def print(self) -> None:
        """Ask the system which printer, then issue the paper and print it."""
        paper = self._paper
        if paper is None:
            return
        printer = self._ask_printer(paper)
        if printer is not None:
            self.deliver.begin(self.desk.tr.gettext("Printing…"))
            self.delivery.print_on(printer, paper.wanted)

    def _ask_printer(self, paper: Drawn) -> Any:
        names = self.desk.printers.names()
        if not names:
            tr = self.desk.tr
            self.deliver.set_printers(False)
            self.deliver.set_error(tr.gettext("Nothing was printed: there is no printer here."))
            return None
        last = self.desk.settings.paper_printer
        printer = self.desk.printers.printer(last if last in names else names[0])
        set_page(printer, paper.sizes[0], self.delivery.name(paper))
        if not self.desk.printers.ask(self, printer):
            return None
        self.desk.keep(paper_printer=printer.printerName())
        return printer

    def _printed(self, paper: Drawn) -> None:
        tr = self.desk.tr
        self.deliver.end()
        name = paper_name(paper.wanted.paper, tr)
        sheets = tr.ngettext("{paper}, one sheet", "{paper}, {n} sheets", len(paper.sizes))
        dialog = CameOut(self, tr, sheets.format(paper=name, n=tr.number(len(paper.sizes))))
        dialog.yes.connect(lambda: self._came_out(paper))
        dialog.again.connect(lambda: self._again(paper))
        dialog.save.connect(lambda: self._save(".pdf"))
        dialog.later.connect(lambda: self.issued.show_papers(self.issued.table.rows()))
        dialog.open()

    def _came_out(self, paper: Drawn) -> None:
        self.delivery.confirm(paper)
        self.issued.show_papers(self.issued.table.rows())
        self.desk.said.emit(self.desk.tr.gettext("The paper is out, and in the book."))

    def _again(self, paper: Drawn) -> None:
        printer = self._ask_printer(paper)
        if printer is not None:
            self.deliver.begin(self.desk.tr.gettext("Printing…"))
            self.delivery.print_issued(printer, paper)

    def _save(self, ending: str) -> None:
        if self._paper is not None:
            self.deliver.begin(self.desk.tr.gettext("Saving…"))
            self.delivery.save(self._paper.wanted, ending)

    def _saved(self, paths: list[Path]) -> None:
        self.deliver.end()
        self.desk.said.emit(self.desk.tr.gettext("Saved: {name}").format(name=paths[0].name))

    def _refused(self, error: UserError) -> None:
        self.deliver.end(self.desk.sentence(error))

    def choose_folder(self) -> None:
        """Let a person choose where files go."""
        tr, now = self.desk.tr, papers_folder(self.desk.settings)
        chosen = QFileDialog.getExistingDirectory(
            self, tr.gettext("Where to save papers"), str(now)
        )
        if chosen:
            self.desk.keep(papers_folder=chosen)
            self.deliver.set_folder(Path(chosen))
            self.deliver.set_error("")
