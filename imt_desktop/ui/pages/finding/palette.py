"""The box: type, go up and down, Enter opens, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.money import Money
from imt_desktop.oversight.finding import find
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.finding.complaints import complaint_hits
from imt_desktop.ui.pages.finding.hits import Hit, hits, without_amount
from imt_desktop.ui.pages.finding.officers import officer_hits
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.veil import veil_words
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Dialog, PeopleList, SearchBox, Words
from imt_desktop.wording.finding import named_paper

WIDE: Final = 680
_TALL: Final = 384
_MOVES: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}


class Line(SearchBox):
    """Keeps the cursor while one goes up and down in what was found."""

    moved = Signal(int)
    taken = Signal()

    def event(self, event: QEvent) -> bool:
        """Let Esc close the dialog, also while there is a text."""
        if event.type() == QEvent.Type.ShortcutOverride:
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go up and down, and open."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Palette(Dialog):
    """Finds pages at once, and in the book off the window's thread. ``chosen`` carries a Hit."""

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        places: Callable[[str], Sequence[Hit]],
        elsewhere: Callable[[str], Sequence[Hit]],
    ) -> None:
        """``places`` finds at once; ``elsewhere`` off the window's thread, where nothing else fits."""
        tr = desk.tr
        super().__init__(parent, tr.gettext("Find anything"), width=em(WIDE))
        self.setFixedWidth(min(em(WIDE), parent.window().width() - 48))
        self._desk, self._places, self._elsewhere = desk, places, elsewhere
        self._shown: str | None = None
        self._wants_first = False
        self.box = Line(
            tr.gettext("Name, number, payee, amount"),
            tr.gettext("A member, receipt, voucher, payee, amount, decision or page"),
            large=True,
        )
        self.list = PeopleList(lambda hit: hit.line, tr.gettext("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = Words("", "quiet", wrap=True)
        self.more = Words(
            tr.gettext("There are more than are shown here. Type more to find the one."),
            "hint",
            wrap=True,
        )
        self._card = Card(flush=True, ground="card")
        self._lay_parts(parent.window().height())
        self.box.textChanged.connect(lambda _text: self._show_places())
        self.box.searched.connect(lambda _text: self._look())
        self.box.moved.connect(self._move)
        self.box.taken.connect(self.take)
        self.list.clicked.connect(lambda _index: self._choose(self.list.row()))
        self.finished.connect(self.deleteLater)
        self._show_places()

    def _lay_parts(self, window: int) -> None:
        tr = self._desk.tr
        room = window - em(230)
        self._card.setFixedHeight(max(min(em(_TALL), room), em(160)))
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self._card.add(self.nothing)
        self._card.add(self.list, 1)
        self._card.body.addStretch(0)
        self.more.setContentsMargins(16, 8, 16, 8)
        self._card.add(self.more)
        self.add(self.box)
        self.add(self._card)
        leave = Button(tr.gettext("Close"), key="Esc", listen=False)
        self.open_it = Button(tr.gettext("Open"), "primary", key="Enter", listen=False)
        self.add_button(leave).clicked.connect(self.reject)
        self.add_button(self.open_it).clicked.connect(self.take)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin in the box."""
        super().showEvent(event)
        self.box.setFocus()

    def take(self) -> None:
        """Open what is chosen; where the book is still being read, the first thing that it finds."""
        if self._shown == self.box.text().strip():
            self._choose(self.list.row())
        else:
            self._wants_first = True
            self._look()

    # What is found

    def _show_places(self) -> None:
        """Show pages while the book is not asked yet."""
        words = self.box.text().strip()
        self._shown = None if words else ""
        self._wants_first = False
        self._show([*self._places(words)], looking=bool(words))

    def _look(self) -> None:
        words = self.box.text().strip()
        if not words or words == self._shown:
            return
        amount, today, tr = self._amount(words), self._desk.today, self._desk.tr
        hidden, reader = self._desk.hides_balances, self._desk.reader
        elsewhere = None if self._places(words) else self._elsewhere

        def job(book: Reading) -> tuple[list[Hit], bool]:
            found = find(book, words, amount, named_paper(words, tr))
            if hidden and amount is not None:
                found = without_amount(found, amount)
            there = [*hits(found, words, own_kinds(book), today, tr, hidden)]
            there += complaint_hits(book, words, reader, today, tr)
            there += officer_hits(book, words, tr)
            there += [] if there or elsewhere is None else elsewhere(words)
            return there, found.more

        self._desk.read(job, guarded(self, lambda found: self._found(words, *found)))

    def _amount(self, words: str) -> Money | None:
        try:
            return self._desk.tr.parse_amount(words, self._desk.currency)
        except UserError:
            return None

    def _found(self, words: str, found: list[Hit], more: bool) -> None:
        if words != self.box.text().strip():
            return  # something else was typed meanwhile
        self._shown = words
        self._show([*self._places(words), *found], more=more)
        if self._wants_first:
            self._wants_first = False
            self._choose(self.list.row())

    def _show(self, found: Sequence[Hit], looking: bool = False, more: bool = False) -> None:
        tr = self._desk.tr
        self.list.set_rows(found)
        self.list.setVisible(bool(found))
        self.nothing.set_words(tr.gettext("Looking…") if looking else self._none())
        self.nothing.setVisible(not found)
        self.more.setVisible(bool(found) and more)
        self.open_it.setEnabled(bool(found))
        self._go_to(0)

    def _none(self) -> str:
        """Say that there is nothing; what may be an amount is not looked for while balances are hidden."""
        if self._desk.hides_balances and self._amount(self.box.text()) is not None:
            return veil_words(self._desk.tr)
        return self._desk.tr.gettext(
            "Nothing of that is in the book. Try a part of the name, or the number alone."
        )

    # Up and down

    def _move(self, by: int) -> None:
        self._go_to(self.list.currentIndex().row() + by)

    def _go_to(self, at: int) -> None:
        model = self.list.rows_model
        if not model.rows:
            return
        at = min(max(at, 0), len(model.rows) - 1)
        self.list.setCurrentIndex(model.index(at, 0))
        self.box.setAccessibleDescription(model.line(at).spoken())

    def _choose(self, hit: Hit | None) -> None:
        if hit is not None:
            self.accept()
            self.chosen.emit(hit)
