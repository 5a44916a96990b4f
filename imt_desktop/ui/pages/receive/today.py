"""Today's receipts, cancelled ones in their place, and what must lie in the box."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.reckoning import Day
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, PeopleList, PersonLine, Words


class Today(Card):
    """The day so far."""

    cancelling = Signal(object)
    """The CashLine that a person wants to cancel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Today's receipts"), tr.day(desk.today), True, True, parent)
        self._tr = tr
        self.list = PeopleList(
            self._line, tr.gettext("Today's receipts"), compact=True, identity=lambda row: row.ref
        )
        self._none = Words(tr.gettext("No receipts yet today."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._cash, self._box = Words("", "strong", right=True), Words("", "name", right=True)
        self._rest = Words("", "second", wrap=True)
        self.cancel = Button(tr.gettext("Cancel receipt"), "danger", "ban", size="row")
        self.cancel.setEnabled(False)
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self.list.row()))

    def _lay_out(self) -> None:
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)
        sums = QGridLayout()
        sums.addWidget(Words(self._tr.gettext("Cash taken today")), 0, 0)
        sums.addWidget(self._cash, 0, 1)
        sums.addWidget(self._rest, 1, 0, 1, 2)
        sums.addWidget(Words(self._tr.gettext("In the box now")), 2, 0)
        sums.addWidget(self._box, 2, 1)
        column = QVBoxLayout()
        column.addLayout(sums)
        column.addWidget(self.cancel)
        self.foot().addLayout(column, 1)
        self.setFixedWidth(em(300))

    def show_day(self, day: Day) -> None:
        """Show the day's receipts."""
        tr = self._tr
        self.list.set_rows(day.receipts)
        self._none.setVisible(not day.receipts)
        self._cash.set_words(tr.money(day.cash))
        self._box.set_words(tr.money(day.box))
        parts = [
            tr.ngettext("{n} receipt", "{n} receipts", len(day.receipts)).format(
                n=len(day.receipts)
            )
        ]
        if day.voids:
            parts.append(
                tr.ngettext("{n} cancelled", "{n} cancelled", day.voids).format(n=day.voids)
            )
        if day.elsewhere:
            parts.append(tr.gettext("{amount} not in cash").format(amount=tr.money(day.elsewhere)))
        self._rest.set_words(", ".join(parts))
        self._choose(self.list.row())

    def _choose(self, line: CashLine | None) -> None:
        self.cancel.setEnabled(line is not None and line.void is None)

    def _line(self, line: CashLine) -> PersonLine:
        tr = self._tr
        void = line.void is not None
        return PersonLine(
            line.who or line.text,
            second=tr.gettext("Cancelled: {reason}").format(reason=line.void_reason)
            if void
            else line.reference,
            amount=tr.amount(line.came),
            under=str(line.receipt),
            icon="ban" if void else "receipt-text",
            struck=void,
        )
