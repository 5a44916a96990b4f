"""What is to be done this month, as far as the book knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.card import Card, Hairline
from imt_desktop.ui.widgets.empty_state import EmptyState
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.states import State
from imt_desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from imt_desktop.oversight.month import Thing
    from imt_desktop.ui.pages.home.things import Words as Said

ENOUGH: Final = 6
"""Rows that are shown at first, the most urgent ones; up to so many, what is done is shown as well."""

VEILED: Final = frozenset({"steps"})
"""What no queue should read while balances are hidden."""


class ToDo(Card):
    """One row for each thing: its state, what it is, and a button that goes there."""

    listed = Signal()
    """All rows are shown, made anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", ruled=True, flush=True, parent=parent)
        self._desk = desk
        self.rows: list[ToDoRow] = []
        self._parts: list[QWidget] = []
        self._things: Sequence[Thing] = ()
        self._all = False
        self.more = Button("", "quiet", icon="chevron-down", size="row")
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        desk.veiled.connect(self._veiled)

    def _veiled(self) -> None:
        self.show_things(self._things)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show what is open, and what is done where there is room for it."""
        from imt_desktop.ui.pages.home.things import state_of, words_of  # the figures come first

        self._things = things
        tr, month = self._desk.tr, Month.of(self._desk.today)
        if self._desk.hides_balances:
            things = [thing for thing in things if thing.what not in VEILED]
        # A thing whose page there is none is nothing that one could do here.
        known = [(thing, words_of(thing, month, tr)) for thing in things]
        known = [(t, said) for t, said in known if not said.page or said.page in self._desk.pages]
        still = [one for one in known if one[0].when != "done"]
        finished = [one for one in known if one[0].when == "done"]
        self._say_title(month, len(still), len(finished))
        self._clear()
        shown = still if self._all else still[:ENOUGH]
        for thing, said in [*shown, *finished[: max(0, ENOUGH - len(still))]]:
            self._add(ToDoRow(self._desk, state_of(thing, tr), said))
        rest = len(still) - len(shown)
        words = tr.ngettext("{n} more", "{n} more", rest)
        self.more.set_words(words.format(n=tr.number(rest)))
        self.more.setVisible(rest > 0)
        if not known:
            self._add_nothing()

    def _show_all(self) -> None:
        self._all = True
        self.show_things(self._things)
        self.listed.emit()
        self.rows[ENOUGH].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_title(self, month: Month, still: int, finished: int) -> None:
        tr = self._desk.tr
        title = tr.gettext("To do in {month}").format(month=tr.month_name(month))
        count = tr.gettext("{open} open, {done} done").format(
            open=tr.number(still), done=tr.number(finished)
        )
        self.set_title(title, count if still or finished else "")

    def _add_nothing(self) -> None:
        tr = self._desk.tr
        empty = EmptyState(
            tr.gettext("Nothing to do"), tr.gettext("The book knows of nothing that waits.")
        )
        self.body.insertWidget(0, empty)
        self._parts.append(empty)

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.rows = [], []

    def _add(self, row: ToDoRow) -> None:
        line = Hairline()
        for part in (row, line):
            self.body.insertWidget(len(self._parts), part)
            self._parts.append(part)
        self.rows.append(row)


class ToDoRow(QWidget):
    """A thing: its state, what it is with a line about it, and where to go."""

    def __init__(self, desk: Desk, state: State, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said, self.button = said, Button(said.do, size="row")
        self.setAccessibleName(f"{said.title}, {said.line}, {state.words}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(said.title, "strong" if said.do else "quiet", wrap=True))
        words.addWidget(Words(said.line, "small", wrap=True))
        cells = QGridLayout(self)
        cells.setContentsMargins(16, 6, 16, 6)
        cells.setHorizontalSpacing(12)
        cells.setColumnStretch(1, 1)
        cells.setColumnMinimumWidth(2, em(82))
        cells.setColumnMinimumWidth(3, em(78))
        cells.addWidget(IconLabel(state.shape, state.ink, 20, state.words), 0, 0)
        cells.addLayout(words, 0, 1)
        cells.addWidget(Words(state.words, "label", wrap=True, ink=state.ink), 0, 2)
        cells.addWidget(self.button, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        keeps = self.button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # so that the states stay under each other
        self.button.setSizePolicy(keeps)
        self.button.setVisible(bool(said.do))
        self.button.clicked.connect(lambda: desk.go.emit(said.page, said.what))
