"""A field of several lines."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from imt_desktop.ui.theme import restyle


class TextArea(QPlainTextEdit):
    """Plain text of several lines; Tab goes on to the next field."""

    def __init__(
        self, words: str = "", placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def text(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self.setProperty("state", "wrong" if wrong else "")
        restyle(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its lines."""
        return QSize(240, self.fontMetrics().lineSpacing() * self._lines + 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as its lines."""
        return QSize(120, self.sizeHint().height())
