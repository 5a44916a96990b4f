"""The figures of a month: what each account brought forward, and carries on."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.closing.checklist import Checklist
from imt_desktop.ledger.closing.month import AccountMonth
from imt_desktop.money import Money, total
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.widgets import Card, Column, Table, shortened
from imt_desktop.wording.proof import called


class _Row(Struct, frozen=True):
    name: str
    account: int | None
    """None of all accounts together."""
    brought: Money
    came: Money
    went: Money
    moved: Money
    carried: Money
    together: bool = False


class FiguresCard(Card):
    """One row an account, and all together; a row opens the cash book that it adds up."""

    opened = Signal(object)
    """The CashBookWish of a row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", flush=True, parent=parent)
        self._desk = desk
        self._month: Month | None = None
        self.table = self._make_table()
        self.table.opened.connect(self._open)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(self.table)

    def _make_table(self) -> Table:
        tr = self._desk.tr
        amount = tr.amount
        return Table(
            [
                Column[_Row](tr.gettext("Account"), lambda row: row.name, stretch=1),
                Column[_Row](
                    tr.gettext("Brought forward"), lambda row: amount(row.brought), right=True
                ),
                Column[_Row](
                    tr.gettext("Money in"), lambda row: amount(row.came), right=True, ink="teal"
                ),
                Column[_Row](
                    tr.gettext("Money out"), lambda row: amount(row.went), right=True, ink="out"
                ),
                Column[_Row](tr.gettext("Moved"), lambda row: amount(row.moved), right=True),
                Column[_Row](
                    tr.gettext("Carried forward"),
                    lambda row: amount(row.carried),
                    right=True,
                    bold=True,
                ),
            ],
            tr.gettext("Figures of the month"),
            forward=lambda row: row.together,
        )

    def show_month(self, found: Checklist) -> None:
        """Show the figures that are carried forward."""
        tr, self._month = self._desk.tr, found.month
        accounts = [one.figures for one in found.accounts]
        used = [one for one in accounts if one.used] or accounts[:1]
        self.set_title(
            tr.gettext("Figures of {month}").format(month=tr.month(found.month)),
            tr.symbol(self._desk.currency),
        )
        rows = [self._row(one) for one in used]
        if len(rows) > 1:
            rows.append(self._together(rows))
        self.table.set_rows(rows)
        self.table.setFixedHeight(self.table.content_height())

    def _open(self, row: _Row) -> None:
        if self._month is not None:
            self.opened.emit(CashBookWish(self._month, row.account))

    def _row(self, one: AccountMonth) -> _Row:
        # What the old book brought is brought forward too: a certificate of the first month says both.
        return _Row(
            shortened(called(one.account, self._desk.tr)), one.account.id, one.brought + one.opened, one.came,
            one.went, one.moved, one.carried,
        )  # fmt: skip

    def _together(self, rows: list[_Row]) -> _Row:
        def added(name: str) -> Money:
            return total((getattr(row, name) for row in rows), self._desk.currency)

        names = ("brought", "came", "went", "moved", "carried")
        return _Row(
            self._desk.tr.gettext("Together"), None, **{name: added(name) for name in names},
            together=True,
        )  # fmt: skip
