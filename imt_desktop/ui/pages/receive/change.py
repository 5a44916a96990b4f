"""What goes back to who pays: the amount large, on a tint."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ui.widgets import Words


class Change(QFrame):
    """Words and an amount: beside each other, or (``tall``) one above the other."""

    def __init__(self, words: str, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self._amount = Words("", "fact" if tall else "name", right=True, ink="teal")
        row = QVBoxLayout(self) if tall else QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(0 if tall else 12)
        row.addWidget(Words(words, "second", right=tall))
        row.addWidget(self._amount, 1)

    def set_amount(self, amount: str) -> None:
        """Show an amount."""
        self._amount.set_words(amount)

    def text(self) -> str:
        """Return the amount shown."""
        return self._amount.text()
