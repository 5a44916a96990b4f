"""What is to be done this month, as far as the book knows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.home.figures import Figures
from imt_desktop.ui.widgets import Button, Card, Hairline, IconLabel, State, Words
from imt_desktop.ui.widgets.states import done, due, late


class ToDo(Card):
    """One row for each thing: its state, what it is, and a button that goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        month = tr.month(Month.of(desk.today))
        super().__init__(
            tr.gettext("To do in {month}").format(month=month),
            ruled=True,
            flush=True,
            parent=parent,
        )
        self._desk = desk
        self._rows: list[QWidget] = []
        self.body.addStretch(1)

    def show_figures(self, now: Figures) -> None:
        """Show what is open and what is done."""
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        self._billing(now)
        self._cash(now)
        self._behind(now)

    def _billing(self, now: Figures) -> None:
        tr = self._desk.tr
        month = tr.month(Month.of(self._desk.today))
        title = tr.gettext("Bill everyone for {month}").format(month=month)
        if not now.owing.members:
            self._row(
                due(tr.gettext("To do")),
                tr.gettext("Write down the members"),
                tr.gettext("No household is in the book yet"),
                tr.gettext("Open"),
                "members",
            )
        elif now.to_bill is None:
            self._row(
                due(tr.gettext("To do")), title, tr.gettext("No water price is in force"),
                tr.gettext("Open"), "billing",
            )  # fmt: skip
        elif now.to_bill:
            line = tr.ngettext("{n} bill to make", "{n} bills to make", now.to_bill)
            self._row(
                due(tr.gettext("To do")), title, line.format(n=tr.number(now.to_bill)),
                tr.gettext("Bill"), "billing",
            )  # fmt: skip
        else:
            self._row(done(tr.gettext("Done")), title, tr.gettext("Everybody has a bill"))

    def _cash(self, now: Figures) -> None:
        tr, limit = self._desk.tr, self._desk.committee.cash_limit
        cash = sum(one.balance.minor for one in now.accounts if one.type == "cash")
        if limit is None or cash <= limit.minor:
            return
        self._row(
            late(tr.gettext("Now")),
            tr.gettext("Bank the cash"),
            tr.gettext("More than {limit} lies in the box").format(limit=tr.money(limit)),
            tr.gettext("Bank it"),
            "money",
            "move",
        )

    def _behind(self, now: Figures) -> None:
        tr, behind = self._desk.tr, now.owing.members_behind
        if behind:
            words = tr.ngettext("{n} household is behind", "{n} households are behind", behind)
            self._row(
                due(tr.gettext("This month")),
                words.format(n=tr.number(behind)),
                tr.gettext("See who, and since when"),
                tr.gettext("Open"),
                "members",
                "behind",
            )

    def _row(
        self, state: State, title: str, line: str, do: str = "", page: str = "", what: object = None
    ) -> None:
        row = QWidget()
        column, cells, words = QVBoxLayout(row), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        cells.setContentsMargins(16, 8, 16, 8)
        cells.setSpacing(12)
        words.setSpacing(0)
        words.addWidget(Words(title, "strong" if do else "quiet", wrap=True))
        words.addWidget(Words(line, "small", wrap=True))
        cells.addWidget(IconLabel(state.shape, state.ink, 20, state.words))
        cells.addLayout(words, 1)
        cells.addWidget(Words(state.words, "label", ink=state.ink))
        if do:
            button = Button(do, size="row")
            button.clicked.connect(lambda: self._desk.go.emit(page, what))
            cells.addWidget(button)
        column.addLayout(cells)
        column.addWidget(Hairline())
        self.body.insertWidget(len(self._rows), row)
        self._rows.append(row)
