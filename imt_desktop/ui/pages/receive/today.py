"""Today's receipts, cancelled ones in their place, and what must lie in the box."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.reckoning import Day
from imt_desktop.ui.pages.receive.ways import ICONS
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.widgets import Button, Card, PeopleList, PersonLine, Words
from imt_desktop.wording.kinds import kind_name


class Receipts(PeopleList):
    """The list: Enter prints the chosen receipt, Delete cancels it, Esc leaves the list."""

    deleted = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Choose the newest receipt, so that Enter and Delete have something to work on."""
        super().focusInEvent(event)
        if self.row() is None and self.rows_model.rows:
            self.choose(self.rows_model.rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Cancel on Delete, leave on Esc."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Today(Card):
    """The day so far. Its signals carry the CashLine of a receipt."""

    cancelling = Signal(object)
    printing = Signal(object)
    printing_all = Signal(object)
    """The numbers of the day's receipts that were never printed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Today's receipts"), tr.day(desk.today), True, True, parent)
        self._tr, self._desk = tr, desk
        self._types: dict[int, str] = {}
        self._own: Mapping[str, str] = {}
        self.list = Receipts(
            self._line, tr.gettext("Today's receipts"), compact=True, identity=lambda row: row.ref
        )
        self._none = Words(tr.gettext("No receipts yet today."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._cash, self._box = Words("", "strong", right=True), Words("", "name", right=True)
        self._rest = Words("", "second", wrap=True)
        self.print = Button(
            tr.gettext("Print again"), "plain", "printer", "Enter", "row", listen=False
        )
        self.print_all = Button("", "plain", "printer", "Alt+P", "row")
        self.cancel = Button(
            tr.gettext("Cancel receipt"), "danger", "ban", "Del", "row", listen=False
        )
        self._lay_parts()
        self._connect()
        self._choose(None)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _: self.print.click())
        self.list.deleted.connect(self.cancel.click)
        self.print_all.clicked.connect(lambda: self.printing_all.emit(self.unprinted()))
        self.print.clicked.connect(lambda: self.printing.emit(self.list.row()))
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self.list.row()))

    def _lay_parts(self) -> None:
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
        column.setSpacing(8)
        column.addLayout(sums)
        column.addWidget(self.print_all)
        column.addWidget(self.print)
        column.addWidget(self.cancel)
        self.foot().addLayout(column, 1)

    def show_day(self, day: Day) -> None:
        """Show the day's receipts."""
        tr = self._tr
        self._types, self._own = day.types, day.own
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
        if day.earlier:
            words = tr.ngettext(
                "{n} of them for cash of earlier days: {amount}",
                "{n} of them for cash of earlier days: {amount}",
                day.earlier_receipts,
            )
            parts.append(words.format(n=day.earlier_receipts, amount=tr.money(day.earlier)))
        self._rest.set_words(", ".join(parts))
        self._choose(self.list.row())
        self.refresh()

    def called(self, line: CashLine) -> str:
        """Name a receipt: who paid, or what for where nobody wrote down from whom."""
        if line.forgotten:
            return self._tr.gettext("Forgotten")
        return line.who or line.text or kind_name(line.kind, self._own, self._tr)

    def unprinted(self) -> tuple[int, ...]:
        """Return the day's receipts that no printer has printed yet, in their order."""
        waits = frozenset(waiting(self._desk).receipts)
        valid = (line.receipt for line in self.list.rows_model.rows if line.void is None)
        return tuple(sorted(number for number in valid if number in waits))

    def refresh(self) -> None:
        """Say how many receipts of the day wait for a printer."""
        tr, count = self._tr, len(self.unprinted())
        words = tr.ngettext("Print the {n} not printed", "Print the {n} not printed", count)
        self.print_all.set_words(words.format(n=tr.number(count)))
        self.print_all.setVisible(bool(count))

    def _choose(self, line: CashLine | None) -> None:
        valid = line is not None and line.void is None
        self.print.setEnabled(valid)
        self.cancel.setEnabled(valid)

    def _line(self, line: CashLine) -> PersonLine:
        tr = self._tr
        void = line.void is not None
        earlier = "" if line.on == self._desk.today else tr.short_date(line.on)
        return PersonLine(
            self.called(line),
            second=tr.gettext("Cancelled: {reason}").format(reason=line.void_reason)
            if void
            else " · ".join(part for part in (earlier, line.reference) if part),
            amount="" if self._desk.hides_balances else tr.amount(line.came),
            under=str(line.receipt),
            icon="ban" if void else ICONS.get(self._types.get(line.account, ""), "receipt-text"),
            struck=void,
        )
