"""Tabs: parts of a card, one of them shown. Arrows choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from imt_desktop.ui.widgets.choice import Choice


class Tabs(QTabBar):
    """A row of tabs with a line under the one that is chosen."""

    chosen = Signal(object)
    """The value of the tab that is shown now."""

    def __init__(
        self, choices: Sequence[Choice], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._values = [choice.value for choice in choices]
        for choice in choices:
            self.addTab(choice.words.replace("&", "&&"))
        self.currentChanged.connect(lambda at: self.chosen.emit(self._values[at]))

    def value(self) -> object:
        """Return the value of the tab that is shown."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object) -> None:
        """Show a tab."""
        self.setCurrentIndex(self._values.index(value))

    def set_words(self, value: object, words: str) -> None:
        """Write other words on a tab, such as another count."""
        self.setTabText(self._values.index(value), words.replace("&", "&&"))
