"""A figure in the foot of a grid."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ui.widgets import Words


class Figure(QWidget):
    """A label and a figure under it."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.figure = Words(label, "second", wrap=False), Words("", "name", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.figure)
