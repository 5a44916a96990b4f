"""What a sheet booked: its receipts and the code of the entry, until something else is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.payments import Receipt
from imt_desktop.money import Currency, total
from imt_desktop.ui.widgets import Button, Card, CodeWords, IconButton, IconLabel, Words


class BookedLines(Card):
    """Number and code stand for all receipts of one entry: for the pads, where nothing is printed."""

    printing = Signal()
    closed = Signal()

    def __init__(self, tr: Translator, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr, self._currency = tr, currency
        self.numbers = Words("", "name")
        self.line = Words("", "second", wrap=True)
        self.code = CodeWords()
        self.print = Button(tr.gettext("Print them"), icon="printer", key="Ctrl+P", size="row")
        self.put_away = IconButton("x", tr.gettext("Put away"))
        self._lay_parts()
        self.print.clicked.connect(self.printing)
        self.put_away.clicked.connect(self.hide)

    def _lay_parts(self) -> None:
        words, code, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.numbers)
        words.addWidget(self.line)
        code.setSpacing(2)
        code.addWidget(
            Words(self._tr.gettext("Code, to write on the pad beside the number"), "small")
        )
        code.addWidget(self.code)
        row.setSpacing(16)
        row.addWidget(IconLabel("circle-check", "ok", 32), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(code)
        row.addWidget(self.print)
        row.addWidget(self.put_away, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(16, 10, 12, 10)
        self.body.addLayout(row)

    def show_receipts(self, receipts: Sequence[Receipt], code: str) -> None:
        """Show what was booked."""
        tr = self._tr
        numbers = [one.number for one in receipts if one.number is not None]
        first, last = min(numbers), max(numbers)
        text = (
            tr.gettext("Receipt {number}")
            if first == last
            else tr.gettext("Receipts {first} to {last}")
        )
        self.numbers.set_words(text.format(number=first, first=first, last=last))
        money = tr.money(total((one.amount for one in receipts), self._currency))
        words = tr.ngettext(
            "{n} payment, {amount}, booked as one entry.",
            "{n} payments, {amount}, booked as one entry.",
            len(receipts),
        )
        self.line.set_words(words.format(n=tr.number(len(receipts)), amount=money))
        self.code.set_code(code)
        self.show()
