"""Who pays, and what is owed: the oldest first, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.settling import OpenBill, spread
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.standing import about, bill_words, days_late, standing_of, told_apart
from imt_desktop.ui.widgets import Avatar, Badge, Card, Column, FlowRow, State, Table, Words
from imt_desktop.ui.widgets.states import question

_ROWS, _LEAST_ROWS = 4, 2
"""Bills in sight at once; fewer where the window is so low that something below would be cut off."""
_BESIDE = 40
"""The head of the table, and a glimpse of the next bill."""


class _Line(Struct, frozen=True):
    name: str
    mark: str | State
    state: State
    owed: str
    after: str


class Debts(Card):
    """A member's head line and open bills. While balances are hidden: only what is owed in all."""

    grew = Signal()
    """The bills take more room, or less, than a moment ago."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        self._bills: Sequence[OpenBill] = ()
        self._rows = _ROWS
        tr = desk.tr
        self._avatar = Avatar("")
        self._name = Words("", "name")
        self._badge = Badge(State("ok", ""))
        self._about = Words("", "second", wrap=True)
        self._label = Words("", "second", right=True)
        self._owed = Words("", "title", right=True)
        self._table = Table(
            [
                Column[_Line](
                    tr.gettext("Oldest first"),
                    lambda row: row.name,
                    second=lambda row: row.mark,
                    bold=True,
                    wraps=True,
                    stretch=1,
                ),
                Column[_Line](tr.gettext("How old"), lambda row: "", state=lambda row: row.state),
                Column[_Line](tr.gettext("Owed"), lambda row: row.owed, right=True),
                Column[_Line](
                    tr.gettext("After this payment"),
                    lambda row: row.after,
                    right=True,
                    ink="ink2",
                ),
            ],
            tr.gettext("Bills"),
        )
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._table.verticalHeader().sectionResized.connect(self._rows_grew)
        self._lay_out()
        desk.veiled.connect(self._veil)

    def _veil(self) -> None:
        self._badge.setVisible(not self._desk.hides_balances)
        self._table.setVisible(bool(self._bills) and not self._desk.hides_balances)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(16)
        words, owes = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        owes.setSpacing(0)
        words.addWidget(FlowRow([self._name, self._badge], 12))
        words.addWidget(self._about)
        owes.addWidget(self._label)
        owes.addWidget(self._owed)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        head.addLayout(owes)
        self.body.addLayout(head)
        self.add(self._table)

    def show_member(self, row: MemberRow) -> None:
        """Show who pays; the bills come a moment later."""
        tr = self._desk.tr
        self._avatar.set_name(row.name)
        self._name.set_words(row.name)
        self._badge.set_state(standing_of(tr, row, self._desk.today))
        self._badge.setVisible(not self._desk.hides_balances)
        self._about.set_words(about(tr, row))
        ahead = not row.owed and bool(row.ahead)
        self._label.set_words(tr.gettext("Paid ahead") if ahead else tr.gettext("Owes"))
        self._owed.set_words(tr.money(row.ahead if ahead else row.owed))
        self.show_bills((), None)

    def show_bills(self, bills: Sequence[OpenBill], paying: Money | None) -> None:
        """Show the bills, and what an amount would make of them."""
        self._bills = bills
        tr, currency = self._desk.tr, self._desk.currency
        paid = paying.minor if paying is not None and paying.minor > 0 else 0
        shares = {bill.ref: part for bill, part in spread(paid, bills)[0]}

        def after(bill: OpenBill) -> str:
            left = bill.left - shares.get(bill.ref, 0)
            return tr.amount(Money(left, currency)) if left else tr.gettext("paid")

        self._table.set_rows(
            [
                _Line(
                    bill_words(tr, bill.item, bill.period, bill.text),
                    self._mark(bill),
                    days_late(tr, bill.due_on, self._desk.today),
                    tr.amount(Money(bill.left, currency)),
                    after(bill) if paid else "",
                )
                for bill in bills
            ]
        )
        self._table.setVisible(bool(bills) and not self._desk.hides_balances)
        self._fit()

    def _mark(self, bill: OpenBill) -> str | State:
        """Say what tells a bill from others of its name, and whether it is disputed."""
        tr = self._desk.tr
        apart = told_apart(tr, bill.particulars)
        if not bill.disputed:
            return apart
        return question(tr.parts((tr.gettext("Disputed: paid last"), apart)))

    def spare(self, pixels: int) -> None:
        """Show fewer bills at once, or more, so that so many pixels more are free below."""
        if not self._bills:
            return
        rows = min(self._rows, len(self._bills))
        while pixels > 0 and rows > _LEAST_ROWS:
            rows -= 1
            pixels -= self._table.rowHeight(rows)
        while rows < min(_ROWS, len(self._bills)) and pixels <= -self._table.rowHeight(rows):
            pixels += self._table.rowHeight(rows)
            rows += 1
        self._rows = rows
        self._fit()

    def _rows_grew(self, *_row: int) -> None:
        self._settling.start()

    def _settle(self) -> None:
        """Long names go on in a second line only once the columns have their width."""
        before = self._table.height()
        self._fit()
        if self._table.height() != before:
            self.grew.emit()

    def _fit(self) -> None:
        tall = [self._table.rowHeight(at) for at in range(min(self._rows, len(self._bills)))]
        tallest = sum(tall) + _BESIDE if tall else 1
        self._table.setFixedHeight(min(self._table.content_height(), tallest))

    def pay(self, paying: Money | None) -> None:
        """Show what an amount would make of the bills."""
        self.show_bills(self._bills, paying)
