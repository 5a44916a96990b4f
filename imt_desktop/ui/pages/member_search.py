"""Finding a member: a search box, what it found, and where nobody was found the ways that lead on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.i18n.turning import unturned
from imt_desktop.ledger.finding import Finder, Found, found_by
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.pages.standing import called, standing_of
from imt_desktop.ui.widgets import (
    Button,
    Card,
    FlowRow,
    PeopleList,
    PersonLine,
    SearchBox,
    Words,
    shortened,
)

_MOST: Final = 30
_SHOWN: Final = 6
"""Rows that are in view at once."""


class SearchLine(SearchBox):
    """Enter takes the row that is marked; the arrows mark another one."""

    taken = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take a row, or mark another one."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class MemberSearch(QWidget):
    """Finds a member by name, house, number, old number or telephone.

    Enter takes the row that is marked. Where two fit equally well none is marked: it is asked.
    """

    found = Signal(object)
    """The MemberRow that a person chose."""
    looking = Signal(bool)
    """Whether something is searched for, so that what stands below can make room."""

    def __init__(
        self,
        tr: Translator,
        placeholder: str,
        hint: str = "",
        large: bool = True,
        ways: Sequence[Button] = (),
        hidden: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr = tr
        self._said = ""
        self._found = Found()
        self._finder = Finder()
        self.box = SearchLine(placeholder, hint, large=large)
        self._hidden = hidden
        self.list = PeopleList(self._line, tr.gettext("Members found"), identity=lambda row: row.id)
        self.says = Words("", "strong", wrap=True)
        self._ways = FlowRow(ways)
        self._card = Card(flush=True)
        self._card.add(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.box, self.says, self._card, self._ways):
            column.addWidget(part)
        self.box.searched.connect(lambda _words: self._look())
        self.box.taken.connect(self._take)
        self.box.moved.connect(self._move)
        self.list.clicked.connect(lambda _index: self._choose(self.list.row()))
        self.list.opened.connect(self._choose)
        self._show(Found())

    def _line(self, row: MemberRow) -> PersonLine:
        found = found_by(row, self.box.text())
        parts = (row.number, *found, row.nickname, row.house, row.zone, row.phone)
        beside = ", ".join(part for part in dict.fromkeys(parts) if part)
        if self._hidden():
            return PersonLine(called(self._tr, row), beside)
        return PersonLine(
            called(self._tr, row),
            beside,
            standing_of(self._tr, row),
            amount=self._tr.amount(row.owed - row.ahead),
        )

    @property
    def members(self) -> Sequence[MemberRow]:
        """All that can be found."""
        return self._finder.members

    def set_members(self, members: Finder | Sequence[MemberRow]) -> None:
        """Search among these; a ``Finder`` that is ready answers the first letter at once, too."""
        self._finder = members if isinstance(members, Finder) else Finder(members)
        self._look()

    def replace(self, row: MemberRow) -> None:
        """Take in what is different of one member."""
        self.set_members(self._finder.with_row(row))

    def show_chosen(self, row: MemberRow) -> None:
        """Write who was chosen into the box; nothing is searched for until somebody types."""
        self._said = unturned(row.name)
        self.box.setText(self._said)
        self._show(Found())

    def clear(self) -> None:
        """Begin anew, with the cursor in the box."""
        self._said = ""
        self.box.clear()
        self._show(Found())
        self.box.setFocus()

    def _look(self) -> None:
        words = self.box.text()
        if words == self._said or not words.strip() or not self.members:
            self._show(Found())
        elif self.box.hasFocus() or self.list.hasFocus():
            self._show(self._finder.find(words))

    def _show(self, found: Found) -> None:
        marked = self.list.row() if found == self._found else found.sure
        self._found = found
        rows = (found.rows or found.near)[:_MOST]
        self.list.set_rows(rows)
        self.list.clearSelection()
        if marked is not None:
            self.list.choose(marked)
        if rows:
            self.list.setFixedHeight(self._tall(len(rows)))
        words = self.box.text().strip()
        looking = bool(words) and words != self._said.strip()
        nobody = looking and not found.rows and bool(self.members)
        self._card.setVisible(bool(rows))
        self._ways.setVisible(nobody)
        self._say(self._nobody(words, bool(found.near)) if nobody else "")
        self.looking.emit(bool(rows) or nobody)

    def _tall(self, rows: int) -> int:
        hints = (self.list.sizeHintForRow(at) for at in range(min(rows, _SHOWN)))
        return sum(hints) + 2

    def _nobody(self, words: str, near: bool) -> str:
        tr = self._tr
        says = tr.gettext("Nobody in the book is called “{words}”, and nobody has that number.")
        says = says.format(words=shortened(words, 40))
        return f"{says} {tr.gettext('These are like it:')}" if near else says

    def _say(self, words: str) -> None:
        self.says.set_words(words)
        self.says.setVisible(bool(words))

    def _take(self) -> None:
        self._look()
        if (row := self.list.row()) is not None:
            self._choose(row)
        elif self._found.rows:
            self._say(self._tr.gettext("Several fit. Choose with the arrow keys, or type more."))

    def _move(self, step: int) -> None:
        """Mark the next row, or the one before; the cursor stays in the box."""
        self._look()
        rows = self.list.rows_model.rows
        if not rows:
            return
        row = self.list.row()
        at = rows.index(row) + step if row is not None else 0
        self.list.choose(rows[min(max(at, 0), len(rows) - 1)])

    def _choose(self, row: MemberRow | None) -> None:
        if row is not None:
            self._show(Found())
            self.found.emit(row)
