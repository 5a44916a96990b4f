"""Making a pack from the page: where it goes, how far it is, a way to stop, and opening it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.errors import UserError
from imt_desktop.period import Period
from imt_desktop.reports.packs.folder import draw_folder
from imt_desktop.reports.packs.making import Pack, draw_pack, issue_pack
from imt_desktop.reports.saving import file_name, free_path, overwrite, save_folder
from imt_desktop.settings import folder_to_offer
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import BusyBar, Button, Dialog, Words, shortened
from imt_desktop.wording.papers import paper_name

_TICK = 150
ENDING = ".pdf"


class _Stopped(Exception):
    """Somebody pressed Stop; nothing is written."""


class Packing(Dialog):
    """Issues the papers, then draws them beside the window. Esc stops it, and no file is left.

    A path without ``.pdf`` becomes a folder.
    """

    def __init__(self, parent: QWidget, desk: Desk, what: str, period: Period, path: Path) -> None:
        tr = desk.tr
        super().__init__(parent, paper_name(what, tr), icon="printer")
        self._desk, self._path = desk, path
        self._far, self._every = 0, 0
        self._stop: Event | None = None
        self._over = False
        self.bar = BusyBar(paper_name(what, tr))
        self.said = Words("", "second", wrap=True)
        self.stop_it = Button(tr.gettext("Stop"), key="Esc", listen=False)
        self.close_it = Button(tr.gettext("Close"), key="Esc", listen=False)
        self.open_it = Button(tr.gettext("Open it"), "primary", key="Enter", listen=False)
        self._lay_parts()
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._tell)
        self._tick.start()
        self._tell()
        desk.write(
            lambda book: issue_pack(book, what, period), guarded(self, self._draw),
            Changes(papers=True), guarded(self, self._refused),
        )  # fmt: skip

    def _lay_parts(self) -> None:
        self.add(self.bar)
        self.add(self.said)
        for button in (self.stop_it, self.close_it, self.open_it):
            self.add_button(button)
        self.close_it.hide()
        self.open_it.hide()
        self.stop_it.clicked.connect(self.reject)
        self.close_it.clicked.connect(self.reject)
        self.open_it.clicked.connect(self._open)
        self.finished.connect(self._leave)

    def _tell(self) -> None:
        tr = self._desk.tr
        words = tr.gettext("{n} of {all}").format(
            n=tr.number(self._far), all=tr.number(self._every)
        )
        self.said.set_words(words if self._every else tr.gettext("Reading the book…"))

    def _draw(self, pack: Pack) -> None:
        if self._over:
            return
        book, path = self._desk.book, self._path

        def job(stop: Event) -> bool:
            def tell(done: int, every: int) -> None:
                if stop.is_set():
                    raise _Stopped
                self._far, self._every = done, every

            try:
                with book.read() as reading:
                    if path.suffix == ENDING:
                        overwrite([(path, draw_pack(reading, pack, tell))])
                    else:
                        save_folder(path, draw_folder(reading, pack, tell))
            except _Stopped:
                return False
            return True

        self._stop = self._desk.aside(job, guarded(self, self._done), guarded(self, self._refused))

    def _done(self, whole: bool) -> None:
        if not whole:
            return
        self._end(shortened(self._path.name, 120))
        self.open_it.show()
        self.open_it.setFocus()

    def _refused(self, error: UserError) -> None:
        self._end(self._desk.sentence(error))
        self.close_it.setFocus()

    def _end(self, words: str) -> None:
        self._tick.stop()
        self.bar.hide()
        self.stop_it.hide()
        self.close_it.show()
        self.said.set_words(words)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
        self.accept()

    def _leave(self) -> None:
        self._over = True
        if self._stop is not None:
            self._stop.set()
        self.deleteLater()


def ask_where(
    page: QWidget, desk: Desk, what: str, period: Period, *, folder: bool = False
) -> QFileDialog:
    """Ask where a pack is to lie, as one file or as a ``folder`` of files, and make it."""
    tr, ending = desk.tr, "" if folder else ENDING
    offered = folder_to_offer(desk.settings)
    dialog = QFileDialog(page, paper_name(what, tr), str(offered))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if not folder:
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix(ENDING[1:])
    name = file_name(desk.committee.name, f"{paper_name(what, tr)} - {period}")
    dialog.selectFile(free_path(offered, name, ending).name)
    dialog.fileSelected.connect(lambda file: Packing(page, desk, what, period, Path(file)).open())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
