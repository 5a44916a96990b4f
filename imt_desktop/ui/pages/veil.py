"""Hiding from the queue what others owe: one key, a button that says how it stands, and a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.note import Note
from imt_desktop.ui.widgets.tips import plain_tip

KEY = "Ctrl+H"


class VeilButton(Button):
    """An eye, or a crossed one while balances are hidden; the window listens to the key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", icon="eye", key=KEY, listen=False, parent=parent)
        self._desk = desk
        self.clicked.connect(lambda: desk.hide_balances(not desk.hides_balances))
        desk.veiled.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        tr, hidden = self._desk.tr, self._desk.hides_balances
        self.set_icon("eye-off" if hidden else "eye")
        says = (
            tr.gettext("What others owe is hidden. Show it")
            if hidden
            else tr.gettext("Hide from the queue what others owe")
        )
        self.setAccessibleName(says)
        self.setToolTip(plain_tip(says))


class VeilNote(Note):
    """Stands in the place of balances while they are hidden."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(veil_words(desk.tr), "eye-off", parent)


def veil_words(tr: Translator) -> str:
    """Say in the place of amounts that they are hidden, and which key shows them."""
    words = tr.gettext("What others owe is hidden from the queue. {key} shows it.")
    return words.format(key=KEY)


def hidden_by(desk: Desk) -> Callable[[], bool]:
    """Return what lists ask before they show a balance."""
    return lambda: desk.hides_balances
