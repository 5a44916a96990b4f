"""The cash book of a month as a table: brought forward, lines, carried forward."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.cashbook import CashBook, CashLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Card, Column, Table
from imt_desktop.wording.kinds import kind_name


@dataclass(frozen=True, slots=True)
class _Row:
    day: str
    what: str
    second: str
    paper: str
    came: str
    went: str
    balance: str
    line: CashLine | None = None

    @property
    def void(self) -> bool:
        return self.line is not None and self.line.void is not None


class CashTable(Card):
    """Reads like the paper cash book."""

    chosen = Signal(object)
    """The CashLine chosen, or None."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Cash book"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self.table = Table(
            [
                Column[_Row](tr.gettext("Date"), lambda row: row.day, ink="ink2"),
                Column[_Row](
                    tr.gettext("What"), lambda row: row.what, second=lambda row: row.second,
                    strikes=True, stretch=1,
                ),
                Column[_Row](tr.gettext("Paper"), lambda row: row.paper, ink="ink2", strikes=True),
                Column[_Row](tr.gettext("In"), lambda row: row.came, right=True, strikes=True),
                Column[_Row](tr.gettext("Out"), lambda row: row.went, right=True, strikes=True),
                Column[_Row](tr.gettext("Balance"), lambda row: row.balance, right=True, bold=True),
            ],
            tr.gettext("Cash book"),
            forward=lambda row: row.line is None,
            struck=lambda row: row.void,
            identity=lambda row: row.line.ref if row.line else row.what,
        )  # fmt: skip
        self.add(self.table, 1)
        self.table.chosen.connect(lambda row: self.chosen.emit(row.line if row else None))

    def show_book(self, book: CashBook) -> None:
        """Show a month."""
        tr = self._desk.tr
        first = _Row(
            "", tr.gettext("Brought forward"), "", "", "", "", tr.amount(book.brought_forward)
        )
        last = _Row(
            "", tr.gettext("Carried forward"), "", "", tr.amount(book.came), tr.amount(book.went),
            tr.amount(book.carried_forward),
        )  # fmt: skip
        self.table.set_rows([first, *map(self._row, book.lines), last])

    def _row(self, line: CashLine) -> _Row:
        tr = self._desk.tr
        second = line.text
        if line.void is not None:
            second = tr.gettext("Cancelled: {reason}").format(reason=line.void_reason)
        paper = line.old_receipt or line.voucher or line.reference
        if line.receipt is not None:
            paper = tr.gettext("Receipt {number}").format(number=line.receipt)
        return _Row(
            tr.day(line.on),
            self._what(line),
            second,
            paper,
            tr.amount(line.came) if line.came else "",
            tr.amount(line.went) if line.went else "",
            tr.amount(line.balance),
            line,
        )

    def _what(self, line: CashLine) -> str:
        tr = self._desk.tr
        if line.what == "void":
            return tr.gettext("Cancelling of entry {number}").format(number=line.ref.entry)
        if line.what == "move":
            return tr.gettext("Money moved")
        if line.what == "opening":
            return tr.gettext("From the old book")
        kind = kind_name(line.kind.partition(":")[2] or line.kind, {}, tr)
        return f"{line.who}, {kind}" if line.who else kind
