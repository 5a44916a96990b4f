"""Home: what do I do, how much is there, is all in order."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.home.figures import Figures, figures
from imt_desktop.ui.pages.home.to_do import ToDo
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import (
    BarChart,
    Bars,
    Card,
    EvenRow,
    Fact,
    JobBoard,
    JobButton,
    Legend,
    Series,
)
from imt_desktop.wording.kinds import account_name


class HomePage(Page):
    """Jobs, facts, to-do and the year."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        name = desk.officer.name.split()[0] if desk.officer else desk.committee.name
        greeting = tr.gettext("Good day, {name}").format(name=name)
        super().__init__(desk, greeting, tr.weekday(desk.today))
        self.in_hand = Fact("wallet", tr.gettext("In hand and in bank"), "")
        self.owed = Fact("receipt-text", tr.gettext("Owed to us"), "")
        self.we_owe = Fact("hand-coins", tr.gettext("We owe"), "")
        self.behind = Fact("users", tr.gettext("Behind"), "")
        self.to_do = ToDo(desk)
        self.chart = BarChart(tr.gettext("Collected and spent"), self._bars(None))
        self.jobs = self._make_jobs()
        self._lay_out()
        self._connect()
        self.set_first(self.jobs.jobs[0])

    def _make_jobs(self) -> JobBoard:
        tr = self.desk.tr
        jobs = (
            (tr.gettext("Receive payment"), "hand-coins", "F2", "receive", None),
            (tr.gettext("Pay expense"), "banknote-arrow-down", "F3", "money", "out"),
            (tr.gettext("Bill everyone"), "calendar-plus", "F4", "billing", None),
            (tr.gettext("Count cash"), "coins", "F5", "money", "count"),
            (tr.gettext("Print notices"), "megaphone", "F7", "notices", None),
        )
        buttons = []
        for words, icon, key, page, what in jobs:
            button = JobButton(words, icon, key, primary=page == "receive")
            button.clicked.connect(
                lambda _=False, page=page, what=what: self.desk.go.emit(page, what)
            )
            buttons.append(button)
        return JobBoard(buttons)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.add(self.jobs)
        self.add(EvenRow([self.in_hand, self.owed, self.we_owe, self.behind]))
        year = Card(
            tr.gettext("Collected and spent"),
            tr.gettext("{currency}, 12 months").format(currency=tr.symbol(self.desk.currency)),
        )
        year.head.addWidget(Legend(self._bars(None)))
        year.add(self.chart, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.to_do, 1)
        middle.addWidget(year, 1)
        self.body.addLayout(middle, 1)

    def _connect(self) -> None:
        go = self.desk.go
        self.in_hand.clicked.connect(lambda: go.emit("money", None))
        self.owed.clicked.connect(lambda: go.emit("members", "owing"))
        self.we_owe.clicked.connect(lambda: go.emit("money", "owed"))
        self.behind.clicked.connect(lambda: go.emit("members", "behind"))

    def load(self) -> None:
        """Read the facts."""
        today = self.desk.today
        self.ask(lambda book: figures(book, today), self._show)

    def _show(self, now: Figures) -> None:
        tr = self.desk.tr
        lines = [
            tr.pgettext("a name and its figure", "{name} {figure}").format(
                name=one.name or account_name(one.type, {}, tr), figure=tr.amount(one.balance)
            )
            for one in now.accounts
        ]
        self.in_hand.set_figure(tr.money(now.total), lines)
        owing = now.owing
        who = tr.ngettext("{n} household", "{n} households", len(owing.arrears))
        self.owed.set_figure(
            tr.money(owing.owed_to_us), who.format(n=tr.number(len(owing.arrears)))
        )
        ahead = tr.gettext("paid ahead: {amount}").format(amount=tr.amount(owing.paid_ahead))
        self.we_owe.set_figure(tr.money(owing.we_owe), ahead)
        self.behind.set_figure(
            tr.gettext("{n} of {all}").format(
                n=tr.number(owing.members_behind), all=tr.number(owing.members)
            ),
            tr.gettext("with a bill past its day"),
        )
        self.to_do.show_figures(now)
        self.chart.set_bars(self._bars(now))

    def _bars(self, now: Figures | None) -> Bars:
        tr, currency = self.desk.tr, self.desk.currency
        year = now.year if now is not None else ()
        return Bars(
            tuple(tr.month_name(one.month, short=True) for one in year),
            (
                Series(tr.gettext("Collected"), "teal", tuple(one.came.minor for one in year)),
                Series(tr.gettext("Spent"), "out", tuple(one.went.minor for one in year)),
            ),
            write=lambda n: tr.amount(Money(n, currency)),
            axis=lambda n: _short(n // currency.unit),
            unfinished=frozenset({len(year) - 1}),
        )


def _short(whole: int) -> str:
    if whole >= 1_000_000 and whole % 100_000 == 0:
        return f"{whole / 1_000_000:g}M"
    return f"{whole // 1000}k" if whole >= 1000 and whole % 1000 == 0 else str(whole)
