"""The line under the board: which keys do what, and what the open book on a card means."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import FlowRow, IconLabel, KeyCap, Words


class KeyLine(FlowRow):
    """Tells that everything on the board can be done without a mouse."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        parts: list[QWidget] = [
            IconLabel("keyboard", "ink2", 18),
            Words(tr.gettext("Arrow keys choose a card"), "second"),
            KeyCap("Space"),
            Words(tr.gettext("picks up, arrows move, puts down"), "second"),
            KeyCap("Enter"),
            Words(tr.gettext("opens"), "second"),
            IconLabel("book-open", "ink2", 18),
            Words(tr.gettext("the figure comes from the book"), "second"),
        ]
        super().__init__(parts, gap=8)
