"""Notices and statements: which paper, how it looks, bring it out. And those issued before."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.committee.languages import Spoken, own_languages
from imt_desktop.community.complaints.queries import Complaint, complaints
from imt_desktop.community.meetings.queries import Meeting, meetings
from imt_desktop.community.support.queries import Support, requests
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.expenses import PaidOut, last_paid_out
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.tariffs import Tariff, tariffs
from imt_desktop.reports.excel.lists import LISTS, YEAR, ListWanted
from imt_desktop.reports.issued import IssuedPaper, issued_papers
from imt_desktop.ui.changes import NOTHING, Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.sheet import list_in_excel, this_year
from imt_desktop.ui.pages.notices.bringing_out import BringingOut
from imt_desktop.ui.pages.notices.deliver import Deliver
from imt_desktop.ui.pages.notices.delivery import ISSUED
from imt_desktop.ui.pages.notices.issued import Issued
from imt_desktop.ui.pages.notices.look import Look
from imt_desktop.ui.pages.notices.paper_list import PaperList
from imt_desktop.ui.pages.notices.preview import Preview
from imt_desktop.ui.pages.notices.previewer import Drawn, Previewer
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Choice, Panes, Scroll, Segments

SLOW: Final = 700
"""Milliseconds after which a preview that is not there yet is said to take a moment."""


class _At(Struct, frozen=True):
    members: list[MemberRow]
    accounts: tuple[Account, ...]
    own: tuple[Spoken, ...]
    papers: tuple[IssuedPaper, ...]
    expenses: tuple[PaidOut, ...]
    tariffs: tuple[Tariff, ...]
    complaints: tuple[Complaint, ...]
    """Those that whoever sits here may see."""
    meetings: tuple[Meeting, ...]
    requests: tuple[Support, ...]

    def knows(self, expense: Ref) -> bool:
        return any(one.ref == expense for one in self.expenses)


def _look(book: Reading, expense: Ref | None, reader: int | None) -> _At:
    return _At(
        members(book), accounts(book), own_languages(book), issued_papers(book, reader),
        last_paid_out(book, also=expense), tariffs(book), complaints(book, reader),
        meetings(book), requests(book),
    )  # fmt: skip


class NoticesPage(Page):
    """Three steps from left to right, or the papers issued before."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Notices and statements"), tr.gettext("Choose a paper, look, print")
        )
        self._wish: Wish | None = None
        self._expense: Ref | None = None
        self._asked = 0
        self.previewer = Previewer(desk, self)
        self.views = Segments(
            [
                Choice(tr.gettext("Choose a paper"), "new", "megaphone"),
                Choice(tr.gettext("Issued before"), "issued", "history"),
            ],
            name=tr.gettext("Show"),
        )
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet")
        self.papers = PaperList(tr)
        self.preview = Preview(desk, self.previewer)
        self.look = Look(desk)
        self.deliver = Deliver(tr)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        """Runs out where a preview takes long, such as a list of 100,000."""
        self.bringing = BringingOut(desk, self, self.deliver)
        self.issued = Issued(desk)
        self._lay_parts()
        self._connect()
        self.papers.set_value(self.papers.value())
        self.look.set_paper(self.papers.value())
        self.set_first(self.papers)

    def _lay_parts(self) -> None:
        self.add_action(self.views)
        self.add_action(self.excel)
        scroll = Scroll(self.look)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll.setMinimumHeight(em(160))
        right = Card(flush=True)
        right.add(scroll, 1)
        right.foot().addWidget(self.deliver, 1)
        inner = Panes(self.preview, right, 304, 12, least=340)
        self._steps = Panes(inner, self.papers, 240, 12, first=True, least=616)
        self.add(self._steps, 1)
        self.add(self.issued, 1)
        self.issued.hide()

    @property
    def toast_over(self) -> QWidget:
        """The list of papers: beside it are the buttons that turn and print."""
        return self.papers

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.excel.clicked.connect(lambda: list_in_excel(self, self.desk, self._list()))
        self.issued.begin.connect(lambda: self.show_view("new"))
        self.issued.again.connect(self.bringing.print_again)
        self.issued.waits.connect(self.bringing.show_waiting)
        self.papers.chosen.connect(self._choose)
        self.look.changed.connect(self.refresh)
        self._slow.timeout.connect(self._say_slow)
        self.previewer.drawn.connect(self._drawn)
        self.desk.veiled.connect(self.refresh)
        self.desk.seated.connect(self._seated)
        self.previewer.refused.connect(self._not_drawn)
        self.bringing.waited.connect(self.issued.refresh)
        self.bringing.outdated.connect(self.refresh)

    def _seated(self) -> None:
        """Somebody else sits here, who may see other complaints."""
        self._book_changed(NOTHING)

    def load(self) -> None:
        """Read households, accounts, languages, and what was issued before."""
        self.bringing.look_for_printers()
        expense, reader = self._expense, self.desk.reader
        self._asked += 1
        asked = self._asked
        self.ask(lambda book: _look(book, expense, reader), lambda at: self._show(at, asked))

    def _show(self, at: _At, asked: int) -> None:
        """Show what was read; what was asked before and comes later does not know the last wish."""
        if asked != self._asked:
            return
        self.look.set_book(
            at.members,
            at.accounts,
            at.own,
            at.expenses,
            at.tariffs,
            at.complaints,
            at.meetings,
            at.requests,
        )
        self.issued.accounts = {one.id: (one.type, one.name) for one in at.accounts}
        self.issued.show_papers(at.papers, at.own)
        wish = self._wish
        # What was read before the wish does not know its expense: the next answer does.
        if wish is not None and (wish.expense is None or at.knows(wish.expense)):
            self._wish = None
            self.look.fill(wish)
        self.refresh()

    def _book_changed(self, changes: Changes) -> None:
        """A paper that was issued changes no preview."""
        if changes == ISSUED and self.isVisible():
            reader = self.desk.reader
            self.ask(lambda book: issued_papers(book, reader), self.issued.show_papers)
        else:
            super()._book_changed(changes)

    def show_what(self, what: object) -> None:
        """Show the paper that is asked for, all, those issued before or not printed, or lists in Excel."""
        if what == "new" and self.views.value() != "new":
            self.show_view("new")
            self.begin_anew()
        if what in ("issued", "unanswered", "waiting"):
            self.show_view("issued")
        if what in ("unanswered", "waiting"):
            self.bringing.show_waiting(asks=what == "unanswered")
        if what == "excel":
            list_in_excel(self, self.desk, ListWanted(YEAR))
        if isinstance(what, Wish):
            self._wish, self._expense = what, what.expense or self._expense
            self.show_view("new")
            self.papers.set_value(what.paper)
            self.look.set_paper(what.paper)
            self.load()

    def standing(self) -> tuple[object, ...]:
        """Return the paper that is chosen, with its time, and whether those issued before are shown."""
        return (self.look.wish(), *(("issued",) if self.views.value() == "issued" else ()))

    def show_view(self, view: object) -> None:
        """Show the three steps, or the papers issued before."""
        self.views.set_value(view)
        self._steps.setVisible(view == "new")
        self.issued.setVisible(view == "issued")

    def _list(self) -> ListWanted:
        """Return the list that the paper in view is, or a whole year."""
        if self.views.value() == "issued":
            return ListWanted("papers", this_year(self.desk))
        paper = self.look.wanted()
        if paper is not None and paper.paper == "board":
            return ListWanted("plan")
        if paper is None or paper.paper not in LISTS:
            return ListWanted(YEAR)
        return ListWanted(paper.paper, paper.period, paper.member, paper.account)

    def _choose(self, paper: str) -> None:
        self.look.set_paper(paper)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop a preview that nobody sees: receipts are drawn after it."""
        super().hideEvent(event)
        if self.previewer.waiting:
            self._stale = True
            self._slow.stop()
            self.previewer.ask(None)

    def refresh(self) -> None:
        """Draw the preview again, as chosen now."""
        wanted = self.look.wanted()
        self.look.set_error(None, "")
        self.deliver.set_error("")
        self.bringing.set_paper(None)
        self._slow.stop()
        if wanted is None:
            self.preview.clear(self.look.missing())
        else:
            self._slow.start()
        self.previewer.ask(wanted)

    def _say_slow(self) -> None:
        """What is shown is another paper, or why there was none."""
        self.preview.clear(self.desk.tr.gettext("This takes a moment …"))

    def _drawn(self, paper: Drawn) -> None:
        self._slow.stop()
        self.bringing.set_paper(paper)

    def _not_drawn(self, error: UserError) -> None:
        self._slow.stop()
        sentence = self.desk.sentence(error)
        self.preview.clear(sentence)
        self.look.set_error(error.field, sentence)
