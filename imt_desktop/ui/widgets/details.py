"""Pairs of a label and what it says, under one another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.words import Words


class Details(QWidget):
    """What is known of a thing, in two columns; values wrap, a label that repeats is said once."""

    def __init__(
        self, rows: Sequence[tuple[str, str]] = (), label: int = 96, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other pairs; empty values are left out."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        before = ""
        for at, (label, value) in enumerate(row for row in rows if row[1]):
            name = Words("" if label == before else label, "second", wrap=True)
            said = Words(value, "body", wrap=True)
            before = label
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, at, 0, top)
            self._grid.addWidget(said, at, 1, top)
            name.setVisible(True)
            said.setVisible(True)
        self._even()

    def _even(self) -> None:
        """Make all labels as wide as they are meant to be, or as the longest word, which cannot wrap."""
        items = (self._grid.itemAtPosition(row, 0) for row in range(self._grid.rowCount()))
        names = [words for item in items if item and isinstance(words := item.widget(), Words)]
        longest = (
            name.fontMetrics().horizontalAdvance(word)
            for name in names
            for word in name.text().split()
        )
        wide = max((em(self._label), *longest))
        for name in names:
            name.setFixedWidth(wide)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Let the labels be as wide as the letters are large."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._even()
        super().changeEvent(event)
