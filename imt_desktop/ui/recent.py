"""The books that were opened before, the newest first."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.settings import RecentBook
from imt_desktop.ui.widgets import Card, PeopleList, PersonLine, Words
from imt_desktop.ui.widgets.states import refused


class RecentBooks(QWidget):
    """A list; ``opened`` announces the path of the book that was pressed. Hidden while empty."""

    opened = Signal(str)

    def __init__(
        self, tr: Translator, books: Sequence[RecentBook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        title = tr.gettext("Opened before")
        self.list = PeopleList(self._line, title, compact=True)
        self.list.set_rows(books)
        card = Card(flush=True)
        card.add(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(title, "label"))
        column.addWidget(card)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(books) if books else 0)
        self.list.opened.connect(lambda book: self.opened.emit(book.path))
        self.list.clicked.connect(lambda index: self.opened.emit(books[index.row()].path))
        if not books:
            self.hide()

    def _line(self, book: RecentBook) -> PersonLine:
        path = Path(book.path)
        gone = None if os.path.exists(path) else refused(self._tr.gettext("not there any more"))
        return PersonLine(book.name or path.stem, second=f"{path.name} · {path.parent}", state=gone)
