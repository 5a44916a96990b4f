"""What is seldom needed at the till, folded away: who brought it, when, the paper pad's number."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.errors import PayerNameError
from imt_desktop.ledger.payments import PaymentRequest
from imt_desktop.ledger.requests import named
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.late_day import LateDay
from imt_desktop.ui.widgets import AmountEdit, Button, DateEdit, EvenRow, LabelledField, LineEdit


class TillLine(LineEdit):
    """A field of the till: Enter saves, it does not go to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter to the till."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class TillAmount(AmountEdit):
    """The amount of the till: Enter saves here as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter to the till."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class TillDay(DateEdit):
    """The day of the till: Enter saves here as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter to the till."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class More(QWidget):
    """Three fields, and the quiet ``toggle`` that unfolds them, to be laid where there is room.

    ``submitted``: Enter was pressed in one of them.
    """

    submitted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, today = desk.tr, desk.today
        self._tr, self._today = tr, today
        self.late = LateDay(desk)
        self.paid_by = TillLine(placeholder=tr.gettext("name"))
        self.pad, self.on = TillLine(), TillDay(tr, today)
        self.toggle = Button("", "quiet", "chevron-down", "Alt+M", "row")
        # Its key opens it; as a Tab stop an Enter meant to save would fall on it.
        self.toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._brought = LabelledField(tr.gettext("Paid by somebody else"), "", self.paid_by)
        self._pad = LabelledField(tr.gettext("Number on the paper pad"), "", self.pad)
        self._on = LabelledField(tr.gettext("Day"), "", self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EvenRow([self._brought, self._pad, self._on], most=3, gap=24))
        self.late.follow(self._on)
        self.toggle.clicked.connect(lambda: self.unfold(self.isHidden()))
        for field in (self.paid_by, self.pad, self.on):
            field.returnPressed.connect(self.submitted)
        self.unfold(False)

    def unfold(self, open_: bool) -> None:
        """Show the fields, or fold them away."""
        tr = self._tr
        self.setVisible(open_)
        self.toggle.set_icon("chevron-up" if open_ else "chevron-down")
        folded = self._typed() or tr.gettext("Other payer, paper pad, day")
        self.toggle.set_words(tr.gettext("Fewer fields") if open_ else folded)
        if open_:
            self.paid_by.setFocus()

    def payer(self) -> str:
        """Return who brought it. Raises PayerNameError where a number was typed, such as an amount."""
        typed = self.paid_by.text().strip()
        if typed and not any(letter.isalpha() for letter in typed):
            raise PayerNameError(typed).beside("paid_by")
        return typed

    def day(self) -> date | None:
        """Return the day on which it was handed over; None for today. Raises DateError."""
        with named("on"):
            day = self.on.read()
        return None if day == self._today else day

    def refuse(self, error: UserError, sentence: str) -> None:
        """Show a mistake beside its field; a day of a closed month is offered as today's, and said."""
        self.unfold(True)
        wrong = {"paid_by": self._brought, "pad": self._pad, "on": self._on}[error.field or ""]
        wrong.set_error(sentence, self.late.offer(error, PaymentRequest(lines=())))
        wrong.editor.setFocus()

    def put_right(self) -> None:
        """Take mistakes away."""
        for field in (self._brought, self._pad, self._on):
            field.set_error(None)

    def _typed(self) -> str:
        """Say what is filled in, so that nothing folded away is forgotten."""
        other_day = self.on.text() if self.on.value() != self._today else ""
        filled = (
            (self._brought.label, self.paid_by.text().strip()),
            (self._pad.label, self.pad.text().strip()),
            (self._on.label, other_day),
        )
        return ", ".join(self._tr.about(label, words) for label, words in filled if words)

    def begin(self, today: date) -> None:
        """Forget what was typed, and fold."""
        self._today = today
        self.late.clear(self._on)
        self.paid_by.clear()
        self.pad.clear()
        self.on.set_value(today)
        self.unfold(False)
