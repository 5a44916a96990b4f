"""What is on the screen first: the frame of the window, while the book is still being opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.pages.registry import MORE, entries
from imt_desktop.ui.shell import PageFrame, Shell


class FirstWindow(QMainWindow):
    """Sidebar and an empty Home. A page can be asked for already: it opens as soon as there is a book.

    ``painted`` says that the window is on the screen, so that what takes longer may begin.
    """

    painted = Signal()

    def __init__(
        self,
        tr: Translator,
        committee: str,
        parts: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.asked = ""
        """The page that was asked for; empty: none."""
        self._was_painted = False
        self.setWindowTitle("IMT Desktop")
        self.shell = Shell(tr, entries(parts, tr))
        self.shell.set_committee(committee)
        self.shell.sidebar.officer.hide()  # nobody knows yet who sits here
        self._waits = tr.gettext("Opening the book …")
        self._page = PageFrame(tr, tr.gettext("Home"), self._waits, scrolls=False)
        self._page.show_buttons(False)
        self.shell.add_page("home", self._page)
        self.shell.show_page("home")
        self.shell.chosen.connect(self._ask_for)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)
        self.setCentralWidget(self.shell)
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def _ask_for(self, key: str) -> None:
        if key == MORE:  # what else there is shows once there is a book
            return
        self.asked = key
        self._page.set_title(self.shell.sidebar.item(key).entry.title, self._waits)
        self.shell.sidebar.set_current(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Say so the first time, once all of it is painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
