"""Finding a member: a search box and what it found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.pages.standing import called, standing_of
from imt_desktop.ui.widgets import Card, PeopleList, PersonLine, SearchBox, Words

_MOST = 30


class SearchLine(SearchBox):
    """Enter takes the first one found; the arrow down goes to the list."""

    taken = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take or go down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class MemberSearch(QWidget):
    """Finds a member by name, house, number, old number or telephone."""

    found = Signal(object)
    """The MemberRow that a person chose."""

    def __init__(
        self,
        tr: Translator,
        placeholder: str,
        hint: str = "",
        large: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._said = ""
        self.members: Sequence[MemberRow] = ()
        """All that can be found."""
        self.box = SearchLine(placeholder, hint, large=large)
        self.list = PeopleList(
            lambda row: PersonLine(
                called(tr, row),
                row.number,
                standing_of(tr, row),
                amount=tr.amount(row.owed - row.ahead),
            ),
            tr.gettext("Members found"),
            identity=lambda row: row.id,
        )
        self.nobody = Words("", "quiet", wrap=True)
        self._card = Card(flush=True)
        self._card.add(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.box)
        column.addWidget(self.nobody)
        column.addWidget(self._card, 1)
        self.box.searched.connect(lambda _words: self._look())
        self.box.taken.connect(self._take)
        self.box.down.connect(self._go_down)
        self.list.clicked.connect(lambda _index: self._choose(self.list.row()))
        self.list.opened.connect(self._choose)
        self._show(())

    def set_members(self, members: Sequence[MemberRow]) -> None:
        """Search among these."""
        self.members = members
        self._look()

    def replace(self, row: MemberRow) -> None:
        """Take in what is different of one member."""
        self.set_members([row if one.id == row.id else one for one in self.members])

    def show_chosen(self, row: MemberRow) -> None:
        """Write who was chosen into the box; nothing is searched for until somebody types."""
        self._said = row.name
        self.box.setText(row.name)
        self._show(())

    def clear(self) -> None:
        """Begin anew, with the cursor in the box."""
        self._said = ""
        self.box.clear()
        self._show(())
        self.box.setFocus()

    def _matches(self) -> list[MemberRow]:
        words = self.box.text().strip()
        if not words:
            return []
        exact = [row for row in self.members if row.number == words]
        return exact or [row for row in self.members if row.matches(words)][:_MOST]

    def _look(self) -> None:
        if self.box.text() == self._said:
            self._show(())
            return
        found = self._matches() if self.box.hasFocus() or self.list.hasFocus() else []
        self._show(found)
        none = bool(self.box.text().strip()) and not self._matches()
        self.nobody.set_words(
            self._tr.gettext("Nobody of that name or number is in the book.") if none else ""
        )
        self.nobody.setVisible(none)

    def _show(self, found: Sequence[MemberRow]) -> None:
        self.list.set_rows(found)
        self._card.setVisible(bool(found))
        self.nobody.hide()

    def _take(self) -> None:
        found = self._matches()
        if found:
            self._choose(found[0])
        else:
            self._look()

    def _go_down(self) -> None:
        self._look()
        self.list.setFocus()

    def _choose(self, row: MemberRow | None) -> None:
        if row is not None:
            self._show(())
            self.found.emit(row)
