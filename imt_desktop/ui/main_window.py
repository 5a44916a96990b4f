"""The window over one book: sidebar, pages, toasts, and the keys that work everywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from imt_desktop.committee import queries
from imt_desktop.committee.queries import Committee, Officer
from imt_desktop.errors import UserError
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.registry import JOB_KEYS, PAGES
from imt_desktop.ui.shell import Shell
from imt_desktop.ui.widgets import Button, Dialog
from imt_desktop.wording.kinds import post_name

_SPECS = {spec.key: spec for spec in PAGES}


class MainWindow(QMainWindow):
    """Shows pages, each built when it is first asked for."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shell = Shell(desk.tr, [])
        self._pages: dict[str, Page] = {}
        self._build("home")
        desk.go.connect(self.go)
        desk.said.connect(lambda words: self.shell.toast(words))
        desk.refused.connect(self.say_refused)
        desk.changed.connect(self._book_changed)
        for key, (page, what) in JOB_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.go, page, what))
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def rebuild(self) -> None:
        """Build all pages anew, after the language changed."""
        self._build(self.shell.page_key() or "home")

    def _build(self, key: str) -> None:
        tr = self.desk.tr
        self._pages = {}
        self.shell = Shell(tr, [spec.entry(tr) for spec in PAGES])
        self.setCentralWidget(self.shell)
        self.shell.chosen.connect(self.go)
        self.shell.officer_pressed.connect(partial(self.go, "settings", "officers"))
        self.shell.sidebar.officer.lock.hide()
        self._name()
        self.go(key)

    def _name(self) -> None:
        tr, committee, officer = self.desk.tr, self.desk.committee, self.desk.officer
        self.setWindowTitle(
            tr.gettext("{committee} – IMT Desktop").format(committee=committee.name)
        )
        month = tr.month(Month.of(self.desk.today))
        self.shell.set_committee(committee.name, month, committee.practice)
        if officer is not None:
            self.shell.set_officer(officer.name, post_name(officer.post, {}, tr))

    def go(self, key: str, what: object = None) -> None:
        """Open a page, and what it should show."""
        if key not in _SPECS:
            return
        if key not in self._pages:
            page = self._pages[key] = _SPECS[key].make(self.desk)
            self.shell.add_page(key, page)
        self.shell.show_page(key)
        if what is not None:
            self._pages[key].show_what(what)

    def page(self, key: str) -> Page:
        """Return a page that was opened."""
        return self._pages[key]

    def say_refused(self, error: UserError) -> None:
        """Show an error that no field stands for."""
        tr = self.desk.tr
        title = tr.gettext("This could not be done")
        dialog = Dialog(self, title, self.desk.sentence(error), "triangle-alert", "warn")
        dialog.finished.connect(dialog.deleteLater)
        button = dialog.add_button(
            Button(tr.gettext("Go back"), "primary", key="Enter", listen=False)
        )
        button.clicked.connect(dialog.accept)
        dialog.open()

    def _book_changed(self, changes: Changes) -> None:
        if changes.settings:
            self.desk.read(
                lambda book: (queries.committee(book), queries.officers(book)), self._show_who
            )

    def _show_who(self, found: tuple[Committee | None, tuple[Officer, ...]]) -> None:
        committee, officers = found
        if committee is not None:
            self.desk.committee = committee
        if self.desk.officer is not None:
            kept = self.desk.officer.id
            self.desk.officer = next((one for one in officers if one.id == kept), None)
        self._name()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Finish what is under way, then close."""
        self.desk.tasks.finish()
        super().closeEvent(event)
        self.closed.emit()
