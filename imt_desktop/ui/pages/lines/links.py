"""Buttons to the lines that belong to one: what it paid or settled, and what paid or settled it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ui.widgets import Button, FlowRow, Words


class Links(QWidget):
    """Shows itself only where something belongs to the line."""

    opening = Signal(object)
    """The Ref of a line that belongs to it."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Words(tr.gettext("Belongs to it"), "label"))
        self._row: FlowRow | None = None
        self.hide()

    def show_links(self, links: Sequence[Ref]) -> None:
        """Offer these lines."""
        if self._row is not None:
            self._column.removeWidget(self._row)
            self._row.deleteLater()
            self._row = None
        self.buttons = [self._button(ref) for ref in links]
        if self.buttons:
            self._row = FlowRow(self.buttons)
            self._column.addWidget(self._row)
        self.setVisible(bool(self.buttons))

    def _button(self, ref: Ref) -> Button:
        words = self._tr.gettext("Entry {number}").format(number=self._tr.number(ref.entry))
        button = Button(words, icon="chevron-right", size="row")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.opening.emit(ref))
        return button
