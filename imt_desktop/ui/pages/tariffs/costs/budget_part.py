"""The budget of a year, with what came of it beside."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.recovery.budget import BudgetLine
from imt_desktop.ledger.statements import lines_behind
from imt_desktop.money import Money, any_cents, total
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.lines.several import MOST, show_behind
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.costs.budget_form import write_budget
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, Table, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.kinds import kind_name


class BudgetRow(Struct, frozen=True):
    """A kind of money, or the sum of all in or out."""

    words: str
    planned: Money
    actual: Money
    kinds: tuple[str, ...]
    """As postings name them, such as ``out:fuel``."""
    total: bool = False

    @property
    def left(self) -> Money:
        """What is planned and did not come yet."""
        return self.planned - self.actual


class BudgetPart(QWidget):
    """A table, and the ways to write it and to print it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look: CostsLook | None = None
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        tr = desk.tr
        self.write = Button(tr.gettext("Write the budget"), "primary", "pencil", "Ctrl+N")
        self._first = Button(tr.gettext("Write the budget"), "primary", "pencil", listen=False)
        self.print = Button(tr.gettext("Print"), icon="printer", key="Ctrl+P")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet")
        self.table: Table = Table(
            (
                Column[BudgetRow](tr.gettext("What for"), lambda row: row.words, stretch=1),
                self._amount(tr.gettext("Planned"), "planned"),
                self._amount(tr.gettext("What came of it"), "actual", bold=True),
                self._amount(tr.gettext("Still planned"), "left"),
            ),
            tr.gettext("Budget"),
            forward=lambda row: row.total,
        )
        self._decided = Words("", "second", wrap=True)
        self._card, self._empty = Card(flush=True), Card()
        self._lay_out()
        for button in (self.write, self._first):
            button.clicked.connect(self._write)
        self.table.opened.connect(self._behind)
        self.print.clicked.connect(self._print)
        self.excel.clicked.connect(self._excel)

    def _amount(self, head: str, name: str, bold: bool = False) -> Column[BudgetRow]:
        tr = self._desk.tr
        return Column[BudgetRow](
            head, lambda row: tr.amount(getattr(row, name), self._cents), right=True, bold=bold
        )

    def _lay_out(self) -> None:
        tr = self._desk.tr
        self._card.add(self.table, 1)
        self._empty.add(
            EmptyState(
                tr.gettext("No budget for this year yet"),
                tr.gettext(
                    "Write down what you expect to come in and to go out, kind by kind. What really"
                    " came stands beside it."
                ),
                (self._first,),
                drawing="book",
            )
        )
        row = BarLayout(gap=12)
        row.addWidget(self._decided, 1)
        row.addStretch()
        for button in (self.excel, self.print, self.write):
            row.addWidget(button)
        column = TopBox(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(row)

    def show_look(self, look: CostsLook) -> None:
        """Show a year."""
        self._look = look
        rows = list(self._rows(look))
        self._cents = any_cents([money for row in rows for money in (row.planned, row.actual)])
        self.table.set_rows(rows)
        for shown in (self._card, self.print, self.excel, self.write, self._decided):
            shown.setVisible(look.planned)
        self._empty.setVisible(not look.planned)
        said = self._desk.tr.gettext("No decision is written down with this budget.")
        for one in look.decisions:
            if one.id == look.budget_decision:
                said = decision_words(one, self._desk)
        self._decided.set_words(said)

    def _behind(self, row: BudgetRow) -> None:
        """Show the lines that came of what was planned, of one kind or of all in or out."""
        look = self._look
        if look is None:
            return
        self._desk.read(
            lambda book: lines_behind(book, row.kinds, look.year, MOST),
            guarded(self, lambda behind: show_behind(self, self._desk, row.words, behind)),
        )

    def _rows(self, look: CostsLook) -> Iterator[BudgetRow]:
        tr = self._desk.tr
        for direction, words in (("in", tr.gettext("Money in")), ("out", tr.gettext("Money out"))):
            mine = [one for one in look.budget if one.direction == direction]
            if mine:
                planned = total((one.planned for one in mine), self._desk.currency)
                actual = total((one.actual for one in mine), self._desk.currency)
                yield BudgetRow(words, planned, actual, tuple(map(_code, mine)), total=True)
            for one in sorted(mine, key=lambda one: -max(one.planned.minor, one.actual.minor)):
                name = kind_name(one.kind, look.own_names, tr)
                yield BudgetRow(name, one.planned, one.actual, (_code(one),))

    def _write(self) -> None:
        if self._look is not None:
            write_budget(self, self._desk, self._look)

    def _print(self) -> None:
        if self._look is not None:
            self._desk.go.emit("notices", Wish("budget", self._look.year))

    def _excel(self) -> None:
        if self._look is not None:
            list_in_excel(self, self._desk, ListWanted("budget", self._look.year))


def _code(line: BudgetLine) -> str:
    return f"{line.direction}:{line.kind}"
