"""While a list is written: how far it is, a way to stop; then where it lies, and a way to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.child import Progress, write_list
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import BusyBar, Button, Dialog, Words, shortened

_TICK = 150


class UnderWay(Dialog):
    """Begins to write at once. Esc stops it, and nothing is left of the file."""

    def __init__(
        self, parent: QWidget, desk: Desk, path: Path, wanted: ListWanted, language: str
    ) -> None:
        tr = desk.tr
        super().__init__(parent, tr.gettext("The list is being written"), icon="file-spreadsheet")
        self._desk, self._path = desk, path
        self._progress = Progress()
        self.bar = BusyBar(tr.gettext("The list is being written"))
        self.said = Words("", "second", wrap=True)
        self.stop_it = Button(tr.gettext("Stop"), key="Esc", listen=False)
        self.close_it = Button(tr.gettext("Close"), key="Esc", listen=False)
        self.folder = Button(tr.gettext("Open the folder"))
        self.open_it = Button(tr.gettext("Open it"), "primary", key="Enter", listen=False)
        self._lay_parts()
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._tell)
        self._tick.start()
        self._tell()
        book, progress = desk.book.path, self._progress
        self._stop = desk.aside(
            lambda stop: write_list(book, path, wanted, language, progress, stop),
            guarded(self, self._done),
            guarded(self, self._refused),
        )

    def _lay_parts(self) -> None:
        self.add(self.bar)
        self.add(self.said)
        for button in (self.stop_it, self.close_it, self.folder, self.open_it):
            self.add_button(button)
        for button in (self.close_it, self.folder, self.open_it):
            button.hide()
        self.stop_it.clicked.connect(self.reject)
        self.close_it.clicked.connect(self.reject)
        self.folder.clicked.connect(lambda: _open(self._path.parent))
        self.open_it.clicked.connect(self._open_file)
        self.finished.connect(self._leave)

    def _tell(self) -> None:
        tr, n = self._desk.tr, self._progress.rows
        words = tr.ngettext("{n} row written", "{n} rows written", n).format(n=tr.number(n))
        self.said.set_words(words if n else tr.gettext("Reading the book…"))

    def _done(self, whole: bool) -> None:
        if not whole:
            return
        tr = self._desk.tr
        self._end(tr.gettext("The list is ready"), shortened(self._path.name, 120))
        for button in (self.folder, self.open_it):
            button.show()
        self.open_it.setFocus()
        self.fit()

    def _refused(self, error: UserError) -> None:
        tr = self._desk.tr
        self._end(tr.gettext("The list could not be written"), self._desk.sentence(error))
        self.close_it.setFocus()
        self.fit()

    def _end(self, title: str, words: str) -> None:
        self._tick.stop()
        self.bar.hide()
        self.stop_it.hide()
        self.close_it.show()
        self.set_question(title)
        self.said.set_words(words)

    def _open_file(self) -> None:
        _open(self._path)
        self.accept()

    def _leave(self) -> None:
        self._stop.set()
        self.deleteLater()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
