"""A field for a PIN: dots in place of digits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from imt_desktop.committee.pins import MOST_DIGITS
from imt_desktop.ui.widgets.line_edit import LineEdit

_DIGITS: Final = f"[0-9]{{0,{MOST_DIGITS}}}"


class PinEdit(LineEdit):
    """Takes digits only and shows none of them; what is typed stays out of clipboard and menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="till", parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_DIGITS), self))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def take(self) -> str:
        """Return what was typed, and forget it."""
        typed = self.text()
        self.clear()
        return typed
