"""What was saved: number and code large enough to be written on the pad, and what goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.ui.pages.receive.actions import Booked
from imt_desktop.ui.pages.receive.change import Change
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, CodeWords, FlowRow, IconLabel, Words, shortened


class Saved(Card):
    """The last receipt, until the next one is saved or another household is chosen."""

    printing = Signal(int)
    """The receipt of this number is to be printed: the first print, also where that failed."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self._number = 0
        self._sign = IconLabel("circle-check", "ok", 40)
        self.number = Words("", "fact")
        self.line = Words("", "strong", wrap=True)
        self.rest = Words("", "second", wrap=True)
        self._pad = Words(tr.gettext("Code, to write on the pad beside the number"), "small")
        self.code = CodeWords()
        self.back = Change(tr.gettext("Give back"), tall=True)
        self.state = Words("", "second", wrap=True)
        self.print = Button("", "plain", "printer", "Ctrl+P", "row")
        self.print.clicked.connect(lambda: self.printing.emit(self._number))
        self._lay_parts()

    def _lay_parts(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.number, self.line, self.rest):
            words.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.back)
        below = QHBoxLayout()
        below.addSpacing(em(40) + 16)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._pad)
        column.addWidget(self.code)
        column.addSpacing(8)
        column.addWidget(FlowRow([self.print, self.state], 12))
        below.addLayout(column, 1)
        self.body.addLayout(top)
        self.body.addLayout(below)

    def show_receipt(self, name: str, booked: Booked, back: Money) -> None:
        """Show what was booked."""
        tr, receipt = self._tr, booked.receipt
        self._number = receipt.number or 0
        self.number.set_words(tr.gettext("Receipt {number}").format(number=receipt.number))
        words, amount = tr.gettext("{name} paid {amount}"), tr.money(receipt.amount)
        self.line.set_words(words.format(name=shortened(name), amount=amount))
        parts = [tr.gettext("Still to pay: {amount}").format(amount=tr.money(receipt.after))]
        if receipt.ahead_after:
            ahead = tr.money(receipt.ahead_after)
            parts.append(tr.gettext("Paid ahead: {amount}").format(amount=ahead))
        if booked.paid_by:
            who = shortened(booked.paid_by)
            parts.append(tr.gettext("paid by {name}").format(name=who))
        if booked.on is not None:
            parts.append(tr.gettext("received on {day}").format(day=tr.short_date(booked.on)))
        self.rest.set_words(" · ".join(parts))
        self.code.set_code(booked.code)
        self.back.set_amount(tr.money(back))
        self.back.setVisible(bool(back))
        self._for_the_pad(True)
        self._sign.show_icon("circle-check", "ok")
        self.say("", mistake=False)

    def cancelled(self) -> None:
        """Say that the receipt shown was cancelled: no tick, no code and no print any more."""
        tr = self._tr
        words = tr.gettext("Receipt {number} is cancelled")
        self.number.set_words(words.format(number=self._number))
        self.rest.set_words("")
        self.back.hide()
        self._for_the_pad(False)
        self.print.hide()
        self._sign.show_icon("ban", "ink2")
        self.say("", mistake=False)

    def _for_the_pad(self, valid: bool) -> None:
        self._pad.setVisible(valid)
        self.code.setVisible(valid)

    def offer_print(self, there: bool, out: bool) -> None:
        """Offer to print it: for the first time, or once more because it did not come out."""
        tr = self._tr
        words = tr.gettext("It did not come out: print again") if out else tr.gettext("Print it")
        self.print.set_words(words)
        self.print.setVisible(there)

    def say(self, words: str, mistake: bool) -> None:
        """Say how the printing goes."""
        self.state.set_words(words)
        self.state.set_ink("bad" if mistake else "")
        self.state.setVisible(bool(words))

    @property
    def shown(self) -> int:
        """The number of the receipt shown."""
        return self._number
