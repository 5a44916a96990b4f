"""The help for a screen, over the right side of the page: what for, which keys, what people ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import dress, em
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.card import Hairline
from imt_desktop.ui.widgets.draw import cap_width
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.flow import FlowRow
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.key_cap import KeyCap
from imt_desktop.ui.widgets.scroll import Scroll
from imt_desktop.ui.widgets.words import Words

if TYPE_CHECKING:  # read when somebody asks for help
    from imt_desktop.ui.help import Help

WIDE = 380
_EDGE, _CAP_GAP = 20, 4

Keys = Sequence[tuple[str, str]]
"""Keys with what they do, in words that are translated already."""


class HelpPanel(QFrame):
    """Lies over ``over``; ``closed`` announces that it went away.

    F1 closes it, and Esc wherever the focus is by now, before it leaves anything of the page.
    """

    closed = Signal()

    def __init__(
        self, over: QWidget, tr: Translator, title: str, help_: Help, everywhere: Keys
    ) -> None:
        super().__init__(over)
        self._over, self._tr, self._window = over, tr, over.window()
        self.setProperty("kind", "help")
        dress(self)
        self.setAccessibleName(tr.gettext("Help: {page}").format(page=title))
        self.leave = Button(tr.gettext("Close"), key="Esc", size="row", listen=False)
        self.leave.clicked.connect(self.close_it)
        self._scroll = Scroll(self._inside(tr, help_, everywhere))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.accessibleName())
        self._lay_out(title)
        over.installEventFilter(self)
        self._window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._scroll.setFocus()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = BarLayout(gap=10)
        head.setContentsMargins(_EDGE, 14, _EDGE, 14)
        head.addWidget(IconLabel("circle-help", "teal", 22))
        head.addWidget(Words(title, "name", wrap=True), 1)
        head.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._scroll, 1)

    def _inside(self, tr: Translator, help_: Help, everywhere: Keys) -> QWidget:
        inside = help_words(tr, help_, everywhere)
        inside.setContentsMargins(_EDGE, 16, _EDGE, 20)
        return inside

    def close_it(self) -> None:
        """Go away."""
        self._over.removeEventFilter(self)
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the right side, and take the Esc that nothing between the focus and the window wants."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # a button of the page behind would take it
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_it()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        whole = self._over.rect()
        wide = min(em(WIDE), whole.width())
        self.setGeometry(QRect(whole.right() + 1 - wide, 0, wide, whole.height()))


def help_words(tr: Translator, help_: Help, everywhere: Keys) -> QWidget:
    """Lay what a page is for, its keys and what people ask under each other."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Words(tr.gettext(help_.purpose), wrap=True))
    _section(column, tr.gettext("Keys on this screen"))
    widest = max((_caps_width(key) for key, _words in help_.keys), default=0)
    for key, words in help_.keys:
        column.addWidget(_key_row(key, tr.gettext(words), widest))
    _section(column, tr.gettext("What people ask"))
    for question, answer in help_.questions:
        column.addWidget(Words(tr.gettext(question), "strong", wrap=True))
        column.addWidget(Words(tr.gettext(answer), "quiet", wrap=True))
        column.addSpacing(6)
    _section(column, tr.gettext("Keys that work everywhere"))
    widest = max((_caps_width(key) for key, _words in everywhere), default=0)
    rows = [_key_row(key, words, widest) for key, words in everywhere]
    column.addWidget(EvenRow(rows, most=2, gap=6))
    column.addStretch(1)
    return inside


def _section(column: QVBoxLayout, title: str) -> None:
    column.addSpacing(10)
    column.addWidget(Words(title, "heading", wrap=True))


def _caps_width(key: str) -> int:
    parts = key.split(" ")
    return sum(map(cap_width, parts)) + _CAP_GAP * (len(parts) - 1)


def _key_row(key: str, words: str, widest: int) -> QWidget:
    """Lay keys and what they do beside each other; the words of all rows begin at one line."""
    row = QWidget()
    cells = QHBoxLayout(row)
    cells.setContentsMargins(0, 2, 0, 2)
    cells.setSpacing(12)
    caps = FlowRow([KeyCap(one) for one in key.split(" ")], gap=_CAP_GAP)
    caps.setFixedWidth(widest + 2)
    cells.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
    cells.addWidget(Words(words, "second", wrap=True), 1)
    return row
