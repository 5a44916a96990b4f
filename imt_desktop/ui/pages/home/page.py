"""Home: what do I do, how much is there, is all in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import capital
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.statements import Owing
from imt_desktop.period import Month
from imt_desktop.settings import Waiting
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.home.figures import Figures, figures
from imt_desktop.ui.pages.home.to_do import ToDo
from imt_desktop.ui.pages.home.trust_strip import TrustStrip
from imt_desktop.ui.pages.home.year import Year
from imt_desktop.ui.pages.jobs import jobs_for
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.fact import Fact
from imt_desktop.ui.widgets.job_board import JobBoard
from imt_desktop.ui.widgets.job_button import JobButton
from imt_desktop.ui.widgets.menu_button import MenuButton, MenuItem, open_menu
from imt_desktop.wording.kinds import account_name

if TYPE_CHECKING:
    from imt_desktop.oversight.month import Thing

OLD: Final = 1
"""The place of the words below what is owed that count who is more than 90 days late."""


class HomePage(Page):
    """Jobs, facts, to-do, the year, and what speaks for the book.

    ``told`` says that the facts are on the page; what is to do still comes.
    """

    told = Signal()

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, "")
        self.in_hand = Fact("wallet", tr.gettext("In hand and in bank"), "")
        self.owed = Fact("receipt-text", tr.gettext("Owed to us"), "")
        self.we_owe = Fact("hand-coins", tr.gettext("We owe"), "")
        self.behind = Fact("users", tr.gettext("Behind"), "")
        self._owing: Owing | None = None
        self._told_of = Waiting()
        self.to_do = ToDo(desk)
        self.year = Year(desk)
        self.trust = TrustStrip(desk)
        self.more = MenuButton(desk.tr.gettext("Make a figure an action"), self._more)
        self.jobs = self._make_jobs()
        self._lay_out()
        self._connect()
        self._greet()
        self.set_first(self.jobs.jobs[0])

    def _make_jobs(self) -> JobBoard:
        tr, buttons = self.desk.tr, []
        for job in filter(lambda job: job.large, jobs_for(self.desk.pages)):
            button = JobButton(tr.gettext(job.words), job.icon, job.key, job.page == "receive")
            button.clicked.connect(lambda _=False, job=job: self.desk.go.emit(job.page, job.what))
            buttons.append(button)
        return JobBoard(buttons)

    def _lay_out(self) -> None:
        self.add_action(self.more)
        self.add(self.jobs)
        self.add(EvenRow([self.in_hand, self.owed, self.we_owe, self.behind]))
        self.add(EvenRow([self.to_do, self.year], most=2), 1)
        self.add(self.trust)

    def _more(self) -> list[MenuItem]:
        """A figure that worries somebody becomes an action; each watches what the book answers to it."""
        from imt_desktop.ui.pages.plan.wish import FigureWish  # needed once somebody opens the menu

        tr, go = self.desk.tr, self.desk.go
        offered = (
            (tr.gettext("Action: people pay what they owe"), "arrears-90"),
            (tr.gettext("Action: fewer are behind"), "collected"),
            (tr.gettext("Action: less cash lies in the box"), "cash-above-limit"),
        )
        items = [
            MenuItem(words, lambda code=code: go.emit("plan", FigureWish(code)), "plus")  # type: ignore[misc]
            for words, code in offered
        ]
        figures, other = tr.gettext("All figures of the book"), tr.gettext("Another book")
        return [
            *items,
            MenuItem(figures, lambda: go.emit("plan", "figures"), "trending-up", ruled=True),
            MenuItem(other, self.desk.left.emit, "book-open", ruled=True),
        ]

    def _connect(self) -> None:
        go = self.desk.go
        self.in_hand.clicked.connect(lambda: go.emit("money", Month.of(self.desk.today)))
        self.owed.clicked.connect(
            lambda: go.emit("members", "over-90" if self.owed.part == OLD else "owing")
        )
        self.we_owe.clicked.connect(self._open_we_owe)
        self.behind.clicked.connect(lambda: go.emit("members", "behind"))
        self.desk.seated.connect(self._seat)
        self.to_do.listed.connect(self._order_tabs)
        self.desk.kept.connect(self._laptop_changed)

    def _open_we_owe(self) -> None:
        """Go to what we owe or to who paid ahead; ask where there is both."""
        tr, go = self.desk.tr, self.desk.go
        items = [
            MenuItem(tr.gettext("We owe"), lambda: go.emit("money", "owed"), "hand-coins"),
            MenuItem(tr.gettext("Paid ahead"), lambda: go.emit("members", "ahead"), "users"),
        ]
        owing = self._owing
        if owing is None or not owing.paid_ahead:
            items[0].do()
        elif not owing.we_owe:
            items[1].do()
        else:
            open_menu(self.we_owe, items, self.we_owe.accessibleName())

    def _seat(self) -> None:
        """Somebody else sits here, who may see other complaints."""
        self._greet()
        self._book_changed(NOTHING)

    def _greet(self) -> None:
        tr, officer = self.desk.tr, self.desk.officer
        words = officer.name.split() if officer else []
        name = words[0] if words else self.desk.committee.name
        self.set_title(
            tr.gettext("Good day, {name}").format(name=name), tr.weekday(self.desk.today)
        )

    def load(self) -> None:
        """Read the facts, and then what is to do: that takes longer, and nobody should wait for both."""
        today = self.desk.today
        self.ask(lambda book: figures(book, today), self._show)

    def _show(self, now: Figures) -> None:
        self._greet()
        self._show_money(now)
        self._show_members(now)
        self.year.show_year(now.year)
        self.trust.show_trust(now.trust)
        self._load_to_do(now.owing)
        self.told.emit()

    def _sent(self) -> Waiting:
        return self.desk.settings.waiting.get(self.desk.book.id, Waiting())

    def _laptop_changed(self) -> None:
        """A paper was given to a printer, or somebody said whether one came out."""
        if self._sent() != self._told_of:
            self._book_changed(NOTHING)

    def _load_to_do(self, owing: Owing) -> None:
        today, reader = self.desk.today, self.desk.reader

        sent = self._told_of = self._sent()

        def read(book: Reading) -> tuple[Thing, ...]:
            # The first looks into nearly every table, the other draws papers: the figures come first.
            from imt_desktop.oversight.month import Thing, things_to_do
            from imt_desktop.ui.printing.waiting import count_unanswered

            papers = count_unanswered(book, sent, reader)
            printed = [Thing("printed", "now", count=papers)] if papers else []
            return (*printed, *things_to_do(book, today, owing, reader))

        def show(things: tuple[Thing, ...]) -> None:
            if owing is self._owing:  # nobody has read newer facts meanwhile
                self.to_do.show_things(things)
                self._order_tabs()

        self.ask(read, show)

    def _order_tabs(self) -> None:
        """As one reads: the rows of the list, which are made anew, before the chart."""
        trust = self.trust
        stops: list[QWidget] = [self.behind, *(row.button for row in self.to_do.rows)]
        stops.append(self.to_do.more)
        stops += [self.year.chart, trust.count, trust.paper, trust.file]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_money(self, now: Figures) -> None:
        tr, owing = self.desk.tr, now.owing
        self._owing = owing
        self.in_hand.set_figure(tr.money(now.total), [self._place(one) for one in now.accounts])
        line = ""
        if owing.paid_ahead:
            amount = tr.amount(owing.paid_ahead)
            line = tr.gettext("{amount} was paid ahead to us").format(amount=amount)
        elif not owing.we_owe:
            line = tr.gettext("Nothing is open")
        self.we_owe.set_figure(tr.money(owing.we_owe), line)

    def _place(self, one: Account) -> str:
        tr = self.desk.tr
        name = one.name or account_name(one.type, {}, tr)
        return tr.pgettext("a name and its figure", "{name} {figure}").format(
            name=capital(name), figure=tr.amount(one.balance)
        )

    def _show_members(self, now: Figures) -> None:
        tr, owing = self.desk.tr, now.owing
        n = len(owing.arrears)
        if not owing.members and not n:
            self.owed.set_figure(tr.money(owing.owed_to_us), tr.gettext("No households yet"))
            self.behind.set_figure(tr.number(0), tr.gettext("No households yet"))
            return
        lines = [tr.ngettext("{n} household", "{n} households", n).format(n=tr.number(n))]
        if now.old:
            late = len(owing.of_age("over-90"))
            old = tr.ngettext(
                "{n} more than 90 days late owes {amount}",
                "{n} more than 90 days late owe {amount}",
                late,
            )
            lines.append(old.format(n=tr.number(late), amount=tr.amount(now.old)))
        self.owed.set_figure(tr.money(owing.owed_to_us), lines)
        of_all = tr.gettext("{n} of {all}").format(
            n=tr.number(owing.members_behind), all=tr.number(owing.households)
        )
        paid = owing.paid_up
        line = tr.ngettext("{n} owes nothing", "{n} owe nothing", paid)
        lines = [line.format(n=tr.number(paid))]
        if soon := len(owing.of_age("not-due")):
            line = tr.ngettext("{n} owes what is not due yet", "{n} owe what is not due yet", soon)
            lines.append(line.format(n=tr.number(soon)))
        self.behind.set_figure(of_all, lines)
