"""Which paper: all of them, under the words of who will see them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.notices.kinds import audiences, icon_of, papers_for
from imt_desktop.ui.pages.notices.paper_item import PaperItem
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, Choice, Hairline, IconLabel, Scroll, Words
from imt_desktop.wording.papers import paper_name


class PaperList(Card):
    """The first step. ``chosen`` announces the key of a paper."""

    chosen = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self.items: list[PaperItem] = []
        self.setAccessibleName(tr.gettext("Which paper"))
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.setSpacing(2)
        self._lay_papers()
        self._lay_note()

    def _lay_papers(self) -> None:
        self._papers = QWidget()
        self._column = QVBoxLayout(self._papers)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._lay_audiences()
        self._column.addStretch(1)
        scroll = Scroll(self._papers)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        scroll.setMinimumHeight(em(200))
        self.add(scroll, 1)
        self._scroll = scroll

    def _lay_audiences(self) -> None:
        for audience, words in audiences(self._tr).items():
            papers = papers_for(audience)
            if papers:
                head = Words(words, "small")
                head.setContentsMargins(8, 8, 8, 2)
                self._column.addWidget(head)
            for paper in papers:
                self._add(paper)

    def _add(self, paper: str) -> None:
        item = PaperItem(Choice(paper_name(paper, self._tr), paper, icon_of(paper)), self._papers)
        item.clicked.connect(lambda _=False: self.chosen.emit(paper))
        item.toggled.connect(lambda on: self.setFocusProxy(item) if on else None)
        self.items.append(item)
        self._column.addWidget(item)

    def _lay_note(self) -> None:
        note = QWidget()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("lock", "ink2", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = self._tr.gettext(
            "No paper for the wall names who owes money, unless an assembly decided it."
        )
        row.addWidget(Words(words, "second", wrap=True), 1)
        column = QVBoxLayout(note)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(12)
        column.addWidget(Hairline())
        column.addLayout(row)
        self.add(note)

    def value(self) -> str:
        """Return the paper chosen."""
        found = next((item for item in self.items if item.isChecked()), self.items[0])
        return str(found.choice.value)

    def set_value(self, paper: str) -> None:
        """Choose a paper; the focus goes with it, where it is in the list or comes back to it.

        While the box that found the paper still lies over the window, no item has the focus yet.
        """
        follows = self.window().focusWidget() in self.items
        for item in self.items:
            item.choose(item.choice.value == paper)
            if item.choice.value == paper:
                self._scroll.ensureWidgetVisible(item)
                if follows:
                    item.setFocus(Qt.FocusReason.TabFocusReason)
