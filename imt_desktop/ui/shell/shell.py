"""The window's frame: sidebar or rail at the left, one page at the right. It knows no book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell.band import Band
from imt_desktop.ui.shell.entries import PageEntry
from imt_desktop.ui.shell.help_panel import HelpPanel, Keys
from imt_desktop.ui.shell.page_frame import PageFrame
from imt_desktop.ui.shell.practice_band import PracticeBand
from imt_desktop.ui.shell.sidebar import Sidebar
from imt_desktop.ui.theme import dress, em, scale
from imt_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:  # read when somebody asks for help
    from imt_desktop.ui.help import Help

NARROW = 1100
"""Below this width (at scale 1) the sidebar becomes a rail."""

_LEAST_TOAST, _TALL_TOAST = 200, 56
_OVER_PART = 120
"""Pixels that a toast needs beside a title, and its height elsewhere."""


_WIDE_TOAST = 300
"""Pixels of a toast where half of the page is nowhere free."""

_PRESSED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit)
"""What a toast never lies over while there is other room."""


class Shell(QWidget):
    """Sidebar, pages and, in the practice book, a band across the top.

    ``chosen`` announces the page that a person asked for; whoever listens calls ``show_page``.
    """

    chosen = Signal(str)
    officer_pressed = Signal()
    lock_pressed = Signal()

    def __init__(
        self, tr: Translator, entries: Sequence[PageEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.sidebar = Sidebar(tr)
        self.band = PracticeBand(tr)
        self.band.hide()
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._tr = tr
        self._bands: dict[str, Band] = {}
        self._top = QVBoxLayout()
        self.help: HelpPanel | None = None
        self._toast: Toast | None = None
        self._lay_out()
        self.sidebar.chosen.connect(self.chosen)
        self.sidebar.officer.pressed.connect(self.officer_pressed)
        self.sidebar.officer.lock_pressed.connect(self.lock_pressed)
        self.set_entries(entries)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        whole.addLayout(self._top)
        whole.addLayout(row, 1)

    def set_committee(self, name: str, second: str = "", practice: bool = False) -> None:
        """Show whose book it is, and whether it is the practice book."""
        self.sidebar.head.set_words(name, second)
        self.band.setVisible(practice)

    def set_band(
        self,
        key: str,
        words: str,
        icon: str = "info",
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Say something across the top while it lasts; no words take it away."""
        older = self._bands.pop(key, None)
        if older is not None:
            self._top.removeWidget(older)
            older.deleteLater()
        if words:
            self._bands[key] = Band(words, icon, action, do)
            self._top.addWidget(self._bands[key])

    def band_of(self, key: str) -> Band | None:
        """Return what is said across the top, if it is."""
        return self._bands.get(key)

    def show_alone(self, alone: bool) -> None:
        """Put the sidebar away, or bring it back; what stays over the page is as large as the page."""
        self.sidebar.setVisible(not alone)
        for band in (self.band, *self._bands.values()):
            dress(band)
            band.updateGeometry()

    def show_help(self, title: str, help_: Help, everywhere: Keys) -> None:
        """Show the help of a page beside it, or put it away where it is open."""
        if self.help is not None:
            self.help.close_it()
            return
        before = self.focusWidget()
        self.help = HelpPanel(self._stack, self._tr, title, help_, everywhere)
        self.help.closed.connect(lambda: self._help_gone(before))

    def _help_gone(self, before: QWidget | None) -> None:
        self.help = None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def set_officer(self, name: str, post: str) -> None:
        """Show who is at the keyboard."""
        self.sidebar.officer.officer.set_officer(name, post)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        """Show these pages in the sidebar, which grows as parts are first used."""
        self.sidebar.set_entries(entries)
        self.sidebar.set_current(self.page_key())

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait on a page; 0 shows nothing."""
        self.sidebar.set_count(key, count)

    def add_page(self, key: str, page: QWidget) -> None:
        """Add a page, in place of an older one of that key."""
        if older := self._pages.pop(key, None):
            self._stack.removeWidget(older)
            older.deleteLater()
        self._pages[key] = page
        self._stack.addWidget(page)

    def has_page(self, key: str) -> bool:
        """Whether a page was added under that key."""
        return key in self._pages

    def show_page(self, key: str, line: str = "") -> None:
        """Show a page and mark it, or the ``line`` it belongs to, in the sidebar.

        Help for another page goes away.
        """
        if self.help is not None and key != self.page_key():
            self.help.close_it()
        self._stack.setCurrentWidget(self._pages[key])
        self.sidebar.set_current(line or key)
        QTimer.singleShot(0, self, self._move_toast)

    def _move_toast(self) -> None:
        """Keep what is said clear of the title of the page that came under it."""
        if self._toast is not None and isValid(self._toast) and self._toast.isVisible():
            self._toast.place()

    def page_key(self) -> str:
        """Return the key of the page shown, or nothing."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def toast(self, words: str, action: str = "", do: Callable[[], object] | None = None) -> Toast:
        """Say what was done, beside the title of the page, for six seconds."""
        if self._toast is not None and isValid(self._toast):
            self._toast.hide()
            self._toast.deleteLater()
        self._toast = Toast(self, words, action, do, where=self._room_for_toast)
        return self._toast

    def _room_for_toast(self) -> QRect:
        """Beside the title where there is room, else within the foot, else where it hides least."""
        page = self._stack.currentWidget()
        whole = QRect(self._stack.mapTo(self, QPoint(0, 0)), self._stack.size())
        bottom = whole.height()
        if page is None:
            return whole
        if isinstance(page, PageFrame):
            room = page.room_beside_title()
            if room.width() >= em(_LEAST_TOAST):
                return room.translated(whole.topLeft())
            if (part := page.toast_over) is not None and part.isVisible():
                end = part.mapTo(self, QPoint(0, part.height()))
                return QRect(end.x(), end.y() - em(_OVER_PART), part.width(), em(_OVER_PART))
            room = page.room_in_foot()
            if room.width() >= em(_LEAST_TOAST):
                return room.translated(whole.topLeft())
            bottom = page.body_bottom
        tall = em(_TALL_TOAST)
        usual = QRect(whole.left() + 12, whole.top() + bottom - tall, whole.width() // 2, tall)
        return self._free_room(page, usual) or usual

    def _free_room(self, page: QWidget, usual: QRect) -> QRect | None:
        """The lowest room over rows or bare ground; where there is none, over words but no button."""
        top, least = usual.top(), self._stack.y() + em(_TALL_TOAST)
        for kinds in ((*_PRESSED, QLabel), _PRESSED):
            taken = [
                self._seen(one) for one in page.findChildren(QWidget) if isinstance(one, kinds)
            ]
            for wide in (usual.width(), em(_WIDE_TOAST)):
                ends = (usual.left(), usual.left() + 2 * usual.width() - wide - 24)
                for room in (
                    QRect(left, y, wide, usual.height())
                    for y in range(top, least, -8)
                    for left in ends
                ):
                    if not any(room.intersects(one) for one in taken):
                        return room
        return None

    def _seen(self, part: QWidget) -> QRect:
        """Where a part can be seen: what is scrolled away, or says nothing, hides nothing."""
        if isinstance(part, QLabel) and not part.text():
            return QRect()
        return part.visibleRegion().boundingRect().translated(part.mapTo(self, QPoint(0, 0)))

    def _fit(self) -> None:
        rail = self.width() < NARROW * scale()
        if rail != self.sidebar.rail:
            self.sidebar.set_rail(rail)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose between sidebar and rail."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Choose again when text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
