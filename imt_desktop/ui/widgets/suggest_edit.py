"""A field that offers what fits while one types: a member, a zone, somebody paid before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QListView, QStyledItemDelegate, QWidget

from imt_desktop.i18n.turning import unturned
from imt_desktop.ledger.search import folded
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.line_edit import LineEdit
from imt_desktop.ui.widgets.tab_order import plain_enter

MOST: Final = 8
"""Rows that are offered at once."""

_EDGES: Final = 12
"""Pixels of border and air above and below the rows."""

LONGEST: Final = 120
"""Letters of a row that are shown."""


class SuggestEdit(LineEdit):
    """Words with suggestions. ``strict``: only what is offered counts, and Enter takes what fits best;
    where two fit equally well it is asked.

    A choice's ``second`` is searched as well and shown behind its words.
    """

    picked = Signal(object)
    """The value of the suggestion that was taken."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        words: str = "",
        placeholder: str = "",
        strict: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, placeholder, icon, parent=parent)
        self._strict = strict
        self._choices: tuple[Choice, ...] = ()
        self._texts: list[str] = []
        """What each choice is searched by, folded when somebody first types."""
        self._offered: list[Choice] = []
        self._model = QStringListModel(self)
        self._popup = QListView()
        self._completer = self._make_completer()
        self.setCompleter(self._completer)
        self.set_choices(choices)
        self.textEdited.connect(self._offer)
        self._completer.activated.connect(self._take_row)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._close_list)

    def _make_completer(self) -> QCompleter:
        made = QCompleter(self._model, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setMaxVisibleItems(MOST)
        popup = self._popup
        popup.setProperty("kind", "popup")
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setPopup(popup)
        popup.setItemDelegate(QStyledItemDelegate(popup))
        return made

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these from now on."""
        self._choices = tuple(choices)
        self._texts = []
        self._offered = []
        self._model.setStringList([])

    def value(self) -> object:
        """Return the value of the suggestion whose words stand in the field; None otherwise."""
        typed = self.text().strip()
        return next((one.value for one in self._choices if _row(one) == typed), None)

    def fitting(self, words: str) -> list[Choice]:
        """Return the suggestions in which every word is found, those that fit best first."""
        return [one for _rank, one in self._ranked(words)][:MOST]

    def best(self, words: str) -> Choice | None:
        """Return the suggestion that fits better than all others; None where two are equally near."""
        ranked = self._ranked(words)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]

    def _ranked(self, words: str) -> list[tuple[int, Choice]]:
        wanted = folded(words).split()
        if not wanted:
            return []
        if len(self._texts) < len(self._choices):
            self._texts = [folded(f"{one.words} {one.second}") for one in self._choices]
        found = [
            (_rank(wanted, text, one), one)
            for one, text in zip(self._choices, self._texts, strict=True)
            if all(word in text for word in wanted)
        ]
        return sorted(found, key=lambda pair: pair[0])

    def take(self, choice: Choice) -> None:
        """Write a suggestion into the field."""
        self.setText(_row(choice))
        self.picked.emit(choice.value)

    def _offer(self, typed: str) -> None:
        self._offered = self.fitting(typed)
        self._model.setStringList([_row(one) for one in self._offered])
        if not self._offered:
            self._popup.hide()
        # Qt forgets the list's own edges, and the last row would hide behind a scroll bar.
        row = self._popup.sizeHintForRow(0)
        self._popup.setMinimumHeight(len(self._offered) * max(row, 0) + _EDGES)

    def marked(self) -> Choice | None:
        """Return the row of the open list that the arrows marked."""
        at = self._popup.currentIndex().row() if self._popup.isVisible() else -1
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake; the list would hide the sentence that stands under the field."""
        if wrong:
            self._popup.hide()
        super().set_wrong(wrong)

    def ask(self) -> None:
        """Offer what fits equally well; no row is marked until an arrow marks one."""
        self._offer(self.text())
        self._completer.complete()

    def _close_list(self, left: QWidget | None, entered: QWidget | None) -> None:
        """Close the list with its field: an open list hands every key to the field it belongs to."""
        if left is self and entered not in (None, self, self._popup):
            self._popup.hide()

    def _take_row(self, row: str) -> None:
        for one in self._offered:
            if _row(one) == row:
                self.take(one)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter take what fits best, then go on."""
        if plain_enter(event) and self._strict and self.value() is None and self.text().strip():
            best = self.marked() or self.best(self.text())
            if best is not None:
                self.take(best)
            elif self._offered or self.fitting(self.text()):
                self.ask()
                event.accept()
                return
        if plain_enter(event):
            self._popup.hide()
        super().keyPressEvent(event)


def _rank(wanted: list[str], text: str, choice: Choice) -> int:
    """Say how well a suggestion fits: its number, its whole name, its beginning, or within."""
    if wanted in ([part] for part in folded(choice.second).split(", ")):
        return 0
    if wanted == folded(choice.words).split():
        return 1
    if text.startswith(wanted[0]):
        return 2
    return 3 if any(f" {word}" in f" {text}" for word in wanted) else 4


def _row(choice: Choice) -> str:
    words = f"{choice.words}, {choice.second}" if choice.second else choice.words
    flat = unturned(" ".join(words.split()))
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
