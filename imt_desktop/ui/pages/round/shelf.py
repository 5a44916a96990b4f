"""A shelf of tool cards; a long one can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import CheckBox, EvenRow, SearchBox, Words

MANY: Final = 12
"""Cards from which on there is a search: more than two screens of them."""


class Shelf(QWidget):
    """Cards beside each other. A search leaves those that have all of its words; ticks stay as they are."""

    def __init__(self, tr: Translator, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = [(card, _said(card)) for card in cards]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.search = SearchBox(tr.gettext("Find a tool"), parent=self)
        self._nothing = Words(tr.gettext("Nothing found"), "quiet")
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(EvenRow(cards, most=3))
        self._nothing.hide()
        long = len(cards) >= MANY
        self.search.setVisible(long)
        self._first = self.search if long else cards[0].findChild(CheckBox)
        self.search.searched.connect(self._leave)

    def begin(self) -> None:
        """Take the keys."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, searched: str) -> None:
        """Leave only the cards that have every word."""
        words = searched.casefold().split()
        fitting = {card for card, said in self._cards if all(word in said for word in words)}
        for card, _ in self._cards:
            card.setVisible(card in fitting)
        self._nothing.setVisible(not fitting)


def _said(card: QWidget) -> str:
    """Return all that a card says, as it is searched."""
    boxes = [box.accessibleName() or box.text() for box in card.findChildren(CheckBox)]
    return " ".join((*boxes, *(one.text() for one in card.findChildren(Words)))).casefold()
