"""A list over a page, read from the book: what there is, and a way to add to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import EDGE, Sheet
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Details, PeopleList, PersonLine, Words

_WIDE, _MOST, _LEAST = 640, 360, 130
"""Pixels of a list: how wide at least, how high at most and at least."""


class RowAct(Struct, frozen=True):
    """Something to do with the row that is chosen; ``fits`` says with which ones."""

    words: str
    icon: str
    do: Callable[[Any], QDialog]
    fits: Callable[[Any], bool] = lambda _row: True
    danger: bool = False


class ListSheet(Sheet):
    """Reads its rows when it opens and whenever the book changes. Forms it opens come back to it."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        title: str,
        text: str,
        read: Callable[[Reading], Sequence[Any]],
        show: Callable[[Any], PersonLine],
        none: str,
    ) -> None:
        super().__init__(page, title, text, wide=_WIDE)
        self._page, self._desk, self._read = page, desk, read
        self.list = PeopleList(show, title)
        self._none = Words(none, "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._acts: list[tuple[RowAct, Button]] = []
        self._leaving: list[tuple[Button, Callable[[Any], bool] | None]] = []
        self._details = Details(label=140)
        self._tell: Callable[[Any], Sequence[tuple[str, str]]] | None = None
        self._wanted: Callable[[Any], bool] | None = None
        card = Card(flush=True, ground="card")
        card.add(self._none)
        card.add(self.list)
        self._none.hide()  # nobody knows before the book was read
        self.list.hide()
        self.add(card)
        self.add(self._details)
        self._details.hide()
        self._close = Button(desk.tr.gettext("Close"), key="Esc", listen=False)
        self.add_button(self._close).clicked.connect(self.reject)
        self.list.chosen.connect(lambda _row: self._offer())
        desk.changed.connect(self._reload)
        self.finished.connect(self.deleteLater)
        self._reload()

    def with_new(self, words: str, do: Callable[[], QDialog]) -> ListSheet:
        """Offer a form that adds a row."""
        new = Button(words, "primary", "plus")
        self.add_button(new).clicked.connect(lambda: self._begin(do))
        return self

    def with_details(self, tell: Callable[[Any], Sequence[tuple[str, str]]]) -> ListSheet:
        """Say more of the chosen row under the list, label by label."""
        self._tell = tell
        return self

    def with_chosen(self, wanted: Callable[[Any], bool]) -> ListSheet:
        """Begin with the row that is looked for."""
        self._wanted = wanted
        return self

    def with_act(self, act: RowAct) -> ListSheet:
        """Offer something to do with the chosen row."""
        button = Button(act.words, "danger" if act.danger else "plain", act.icon)
        button.hide()
        self._acts.append((act, button))
        self.add_button(button, left=True).clicked.connect(
            lambda: self._begin(lambda: act.do(self.list.row()))
        )
        return self

    def with_leaving(
        self,
        words: str,
        icon: str,
        do: Callable[[Any], object],
        key: str = "",
        fits: Callable[[Any], bool] | None = None,
    ) -> ListSheet:
        """Offer what the page behind does, of the chosen row or of all: the list gives way to it.

        ``fits`` says with which rows; without it, it is offered whenever there are any.
        """
        button = Button(words, icon=icon, key=key)
        button.setAutoDefault(False)
        button.hide()
        self._leaving.append((button, fits))
        self.add_button(button, left=True).clicked.connect(lambda: self._leave_for(do))
        return self

    def _leave_for(self, do: Callable[[Any], object]) -> None:
        row = self.list.row()
        self.accept()
        do(row)

    def with_opening(self, words: str, do: Callable[[Any], object]) -> ListSheet:
        """Let Enter on a row open it, as a button does with the chosen or first one."""
        look = self.add_button(Button(words, icon="eye"), left=True)
        look.clicked.connect(lambda: self._open_row(do))
        for button in (look, self._close):
            button.setAutoDefault(False)  # Enter in the list would press it as well
        self.list.opened.connect(do)
        return self

    def _open_row(self, do: Callable[[Any], object]) -> None:
        rows = self.list.rows_model.rows
        if rows:
            do(self.list.row() or rows[0])

    def _choose_first(self, rows: Sequence[Any]) -> None:
        """Choose the row that is looked for, once; else one where more is said of the chosen one."""
        wanted, self._wanted = self._wanted, None
        found = [row for row in rows if wanted is not None and wanted(row)]
        if not found and self._tell is not None and self.list.row() is None:
            found = list(rows[:1])
        if found:
            self.list.choose(found[0])

    def _reload(self, _changes: object = None) -> None:
        self._desk.read(self._read, guarded(self, self._show))

    def _show(self, rows: Sequence[Any]) -> None:
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        for button, fits in self._leaving:
            button.setVisible(bool(rows) and fits is None)
        self._choose_first(rows)
        if rows and self.focusWidget() in (None, self._close):  # nobody has gone anywhere yet
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()
        self.fit()

    def fit(self) -> None:
        """Wide enough for the buttons; the list gives way to what is said of the chosen row."""
        wide = max(em(_WIDE), self.buttons.sizeHint().width() + 2 * EDGE)
        self.setFixedWidth(min(wide, self._window.width() - 2 * EDGE))
        self.list.setFixedHeight(max(min(self._tall(), em(_MOST), self._room()), em(_LEAST)))
        super().fit()

    def _room(self) -> int:
        """Return how high the list may be, so that it alone scrolls."""
        if self._details.isHidden():
            return self.room() - 2
        details = self._details.sizeHint().height()
        if self._details.hasHeightForWidth():
            details = self._details.heightForWidth(self.width() - 2 * EDGE)
        return self.room() - details - self._column.spacing() - 2

    def _tall(self) -> int:
        rows = len(self.list.rows_model.rows)
        return sum(self.list.sizeHintForRow(at) for at in range(min(rows, 8))) + 2

    def _offer(self) -> None:
        row = self.list.row()
        for act, button in self._acts:
            button.setVisible(row is not None and act.fits(row))
        for button, fits in self._leaving:
            if fits is not None:
                button.setVisible(row is not None and fits(row))
        if self._tell is not None:
            self._details.set_rows(self._tell(row) if row is not None else [])
            self._details.setVisible(row is not None)

    def _begin(self, do: Callable[[], QDialog]) -> None:
        """Open a form in its place, and come back when it is done."""
        self.hide()
        do().finished.connect(guarded(self, self._come_back))

    def _come_back(self, _result: object) -> None:
        """Once it shows whether another form follows: “Save and next” opens one right then."""
        QTimer.singleShot(0, self, self._stand_again)

    def _stand_again(self) -> None:
        """Nothing comes back over another page, to which a form has led."""
        after = QApplication.activeModalWidget()
        if isinstance(after, QDialog):
            after.finished.connect(guarded(self, self._come_back))
        elif self._page.isVisible():
            self.open()
        else:
            self.reject()
