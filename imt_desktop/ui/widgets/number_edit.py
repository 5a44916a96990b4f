"""A figure that can be typed: it reads as a figure, and as a field once it has the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import AmountError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.money import Currency, Money
from imt_desktop.ui.widgets.line_edit import FieldKind, LineEdit

_NONE: Final = "XXX"
"""Stands for no currency: a number is parsed as strictly as an amount is."""


class NumberEdit(LineEdit):
    """A whole number of the smallest parts: cents, hundredths of a per cent, thousandths of a m³.

    ``write`` puts it into words while nobody types; ``decimals`` says how many of its digits stand
    behind the mark.
    """

    typed = Signal(object)
    """The number that a person typed (an int)."""
    refused = Signal(object)
    """The UserError of what was typed, or None once it is right again."""

    def __init__(
        self,
        tr: Translator,
        decimals: int,
        write: Callable[[int], str],
        kind: FieldKind = "figure",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind=kind, parent=parent)
        self._tr, self._write = tr, write
        self._like = Currency(_NONE, decimals)
        self._number = self._before = 0
        self._pressed_in = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textEdited.connect(self._edited)
        self.show_number(0)

    def number(self) -> int:
        """Return the number."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show a number, unless somebody is typing this very one."""
        if self.hasFocus() and number == self._number and not self.wrong:
            return
        self._number = number
        self._right(None)
        self.setText(self._plain() if self.hasFocus() else self._write(number))

    def take_back(self) -> None:
        """Mark what is typed as wrong: the number is again what it was when somebody came here."""
        self._number = self._before
        self.set_wrong(True)

    def _plain(self) -> str:
        return self._tr.amount(Money(self._number, self._like))

    def _edited(self, text: str) -> None:
        try:
            number = self._tr.parse_amount(text, self._like).minor
            if number < 0:
                raise AmountError(text)
        except UserError as error:
            self._right(error)
            return
        self._number = number
        self._right(None)
        self.typed.emit(number)

    def _right(self, error: UserError | None) -> None:
        if self.wrong or error is not None:
            self.refused.emit(error)
        self.set_wrong(error is not None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the bare number, all of it selected."""
        super().focusInEvent(event)
        self._before = self._number
        if not self.wrong:
            self.setText(self._plain())
        self.selectAll()
        self._pressed_in = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press that brings one here leaves all of it selected, too: typed is the whole number."""
        super().mouseReleaseEvent(event)
        if self._pressed_in and not self.hasSelectedText():
            self.selectAll()
        self._pressed_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Read as a figure again; what was no number gives way to the one before."""
        super().focusOutEvent(event)
        self._right(None)
        self.setText(self._write(self._number))
