"""What was saved, large enough to be written on the pad."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.payments import Receipt
from imt_desktop.money import Money
from imt_desktop.ui.widgets import Card, IconLabel, Words


class Saved(Card):
    """The last receipt's number, who paid, and what is to do now."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self.number = Words("", "fact")
        self.line = Words("", "strong", wrap=True)
        self.rest = Words("", "second", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.number, self.line, self.rest):
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("circle-check", "ok", 40))
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_receipt(self, name: str, receipt: Receipt, back: Money) -> None:
        """Show what was booked."""
        tr = self._tr
        self.number.set_words(tr.gettext("Receipt {number}").format(number=receipt.number))
        self.line.set_words(
            tr.gettext("{name} paid {amount}").format(name=name, amount=tr.money(receipt.amount))
        )
        parts = [tr.gettext("Still to pay: {amount}").format(amount=tr.money(receipt.after))]
        if back:
            parts.append(tr.gettext("Give back {amount}").format(amount=tr.money(back)))
        if receipt.ahead:
            parts.append(tr.gettext("Paid ahead: {amount}").format(amount=tr.money(receipt.ahead)))
        self.rest.set_words(" · ".join(parts))
