"""A member's account with a running balance; each line can be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.register import HistoryLine
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.standing import bill_words, told_apart
from imt_desktop.ui.widgets import Column, State, Table, Words, shortened
from imt_desktop.ui.widgets.states import question
from imt_desktop.wording.proof import receipt_words


class History(QWidget):
    """The history of one member. A click or Enter opens a line."""

    opened = Signal(object)
    """The HistoryLine to open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cents = False
        tr = desk.tr
        self.table = self._make_table()
        self.table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._none = Words(tr.gettext("Nothing billed and nothing paid yet."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self.opened)
        self.table.verticalScrollBar().rangeChanged.connect(lambda *_: self.table.scrollToBottom())
        self.table.clicked.connect(lambda at: self.opened.emit(self.table.rows()[at.row()]))

    def _make_table(self) -> Table:
        tr = self._desk.tr

        def amount(money: Money) -> str:
            return tr.amount(money, self._cents) if money else ""

        return Table(
            [
                Column[HistoryLine](
                    tr.gettext("Date"), lambda row: tr.short_date(row.on), ink="ink2", wraps=True
                ),
                Column[HistoryLine](
                    tr.gettext("What"),
                    self._what,
                    second=self._beneath,
                    strikes=True,
                    stretch=1,
                    wraps=True,
                ),
                Column[HistoryLine](
                    tr.gettext("Billed"), lambda row: amount(row.billed), right=True, strikes=True
                ),
                Column[HistoryLine](
                    tr.gettext("Paid"), lambda row: amount(row.paid), right=True, strikes=True
                ),
                Column[HistoryLine](
                    tr.gettext("Balance"),
                    lambda row: tr.amount(row.balance, self._cents),
                    right=True,
                    bold=True,
                ),
            ],
            tr.gettext("History"),
            struck=lambda row: row.void,
            identity=lambda row: row.ref,
        )

    def show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show these, the newest in view."""
        unit = self._desk.currency.unit
        self._cents = any(
            money.minor % unit for row in lines for money in (row.billed, row.paid, row.balance)
        )
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _what(self, line: HistoryLine) -> str:
        tr = self._desk.tr
        if line.what == "bill":
            return bill_words(tr, line.item, line.period, line.text)
        if line.what == "payment":
            return receipt_words(line.receipt, line.text, tr)
        names = {
            "refund": tr.gettext("Paid back"),
            "ahead": tr.gettext("Paid ahead in the old book"),
            "moved": tr.gettext("Debt went to another member"),
            "agreed": tr.gettext("Put into instalments"),
            "labour": tr.gettext("Labour given"),
            "let-go": tr.gettext("Debt let go by decision"),
        }
        return names.get(line.what, line.text)

    def _beneath(self, line: HistoryLine) -> str | State:
        tr = self._desk.tr
        if line.void:
            return tr.gettext("Cancelled: {reason}").format(reason=line.void_reason)
        if line.what == "let-go":
            return bill_words(tr, line.item, line.period, line.text)
        parts = [said] if (said := told_apart(tr, line.particulars)) else []
        if line.corrected is not None:
            was, why = line.corrected
            said = tr.gettext("corrected, it was {amount}: {reason}")
            parts.append(said.format(amount=tr.amount(was), reason=shortened(why, 80)))
        if not line.confirmed:
            parts.append(tr.gettext("not yet confirmed by the household"))
        beneath = tr.parts(parts)
        if not line.disputed:
            return beneath
        disputed = tr.gettext("Disputed")
        return question(f"{disputed}; {beneath}" if beneath else disputed)
