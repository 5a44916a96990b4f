"""The program: the only file that builds the whole."""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop import settings as laptop
from imt_desktop.errors import UserError
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.settings import Places, Settings
from imt_desktop.ui.first_window import FirstWindow
from imt_desktop.ui.jobs import Jobs
from imt_desktop.ui.known_files import know_books
from imt_desktop.ui.qt_words import QtWords
from imt_desktop.ui.theme import app_icon, apply

# Whatever the first window does not need is imported where it is used, so that it is there at once.
if TYPE_CHECKING:
    from imt_desktop.committee.queries import Officer
    from imt_desktop.ui.main_window import MainWindow
    from imt_desktop.ui.opening import Opened
    from imt_desktop.ui.start import StartWindow
    from imt_desktop.ui.wizard.step import Typed

log = logging.getLogger(__name__)

_SWITCH: Final = 0.001
"""Seconds after which work aside lets the window go on: five times as often as Python does by itself."""


class Program(QObject):
    """Holds the window that is open: the start window, or the one over a book."""

    def __init__(self, app: QApplication, places: Places, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._places = app, places
        self.settings = settings
        self.window: QWidget | None = None
        self._written: set[Path] = set()
        self._qt_words = QtWords(app)
        self._qt_words.speak(self.translator.code)
        self.jobs = Jobs(self)
        self.jobs.broke.connect(self.say_broken)

    @property
    def translator(self) -> Translator:
        """The translator in the language of this laptop."""
        known = {one.code for one in LANGUAGES}
        return Translator(self.settings.language if self.settings.language in known else "en")

    def start(self) -> None:
        """Show the frame of the window at once and open the last book behind it, or the ways to begin."""
        path = self.settings.last_book
        if not path:
            self.show_start()
            return
        names = (one.name for one in self.settings.recent if one.path == path)
        name, parts = next(names, Path(path).stem), self.settings.parts_of(path)
        first = FirstWindow(self.translator, name, parts)
        first.painted.connect(lambda: self._open_behind(first, Path(path)))
        self._show(first)

    def _open_behind(self, first: FirstWindow, path: Path) -> None:
        """Open a book beside the window that is shown first; whoever closed it wants none any more."""

        def opened(book: Opened) -> None:
            if first.isVisible():
                self.show_book(book, page=first.asked)
            else:
                book.book.close()

        def refused(error: UserError) -> None:
            if first.isVisible():
                self.show_start(error)

        pool = QThreadPool.globalInstance()
        self.jobs.start(pool, lambda: _open_with_code(path), opened, refused)

    def show_start(
        self, error: UserError | None = None, typed: Typed | None = None, spoken: bool = False
    ) -> None:
        """Show the ways to begin; with what was typed into the wizard, go on there.

        ``spoken`` says that another language was just chosen.
        """
        from imt_desktop.ui.start import StartWindow  # not needed where a book opens at once

        books = Path(self.settings.books) if self.settings.books else self._places.books
        window = StartWindow(self.translator, books, open_practice, self.settings.recent)
        window.opened.connect(self.show_book)
        window.brought.connect(lambda opened, words: self.show_book(opened, says=words))
        window.spoken.connect(lambda code: self._speak(window, code))
        window.broke.connect(self.say_broken)
        if error is not None:
            window.say(error)
        self._show(window)
        if typed is not None:
            window.go_on(typed)
        elif spoken:
            window.stand_on_language()

    def _speak(self, window: StartWindow, code: str) -> None:
        self._keep(self.settings.changed(language=code))
        typed = window.wizard.typed() if window.asks else None
        # The list box that was pressed goes with its window: let its signal end first.
        QTimer.singleShot(0, self, lambda: self.show_start(typed=typed, spoken=True))

    def show_book(self, opened: Opened, begin: str = "", says: str = "", page: str = "") -> None:
        """Show a book; ``begin`` is how a new one's members come in, ``says`` is told at once.

        ``page`` is the one to open on; empty: Home.
        """
        from imt_desktop.committee import queries
        from imt_desktop.journal.errors import DamagedBookError
        from imt_desktop.ui.desk import Desk
        from imt_desktop.ui.main_window import MainWindow

        book = opened.book
        try:
            with book.read() as reading:
                committee = queries.committee(reading)
                officers = queries.officers(reading, reading.likely_today())
        except (UserError, ValueError):  # a row that no entry wrote
            committee = None
        if committee is None:  # or founded, and then nothing more: the program was stopped there
            book.close()
            self.show_start(DamagedBookError(str(book.path)))
            return
        tr = Translator(self.translator.code, committee.country)
        officer = self._usual(officers)
        self._keep(self.settings.with_book(str(book.path), committee.name))
        desk = Desk(book, tr, self.settings, committee, officer, opened.read_only)
        window = MainWindow(desk)
        desk.setParent(window)
        desk.restyled.connect(lambda wanted: self._restyle(window, wanted))
        desk.kept.connect(self._keep)
        desk.seated.connect(lambda: desk.keep(officer=desk.officer.id if desk.officer else None))
        desk.tasks.broke.connect(lambda bug: self.say_broken(bug))
        desk.replaced.connect(
            # The dialog that asked goes with its window: let its signal end first.
            lambda words: QTimer.singleShot(0, self, lambda: self._open_anew(book.path, words))
        )
        window.reopen.connect(lambda: self._reopen(window))
        # The button that was pressed goes with its window: let its signal end first.
        window.left.connect(lambda: QTimer.singleShot(0, self, self.show_start))
        window.closed.connect(book.close)
        self._show(window)
        if len(officers) > 1 or any(one.pin for one in officers):
            window.show_sign_in(officers, may_leave=False)
        window.welcome(begin, page)
        if opened.read_only is None:
            self._written.add(book.path)
        if says:
            window.tell(says)
        desk.verification.at_opening()

    def _usual(self, officers: tuple[Officer, ...]) -> Officer | None:
        """Return who sat here last, or the treasurer, or the first who is in post."""
        kept = [one for one in officers if one.id == self.settings.officer]
        treasurers = [one for one in officers if one.post == "treasurer"]
        return next(iter((*kept, *treasurers, *officers)), None)

    def _reopen(self, window: MainWindow) -> None:
        """Try again to open for writing what could only be read."""
        from imt_desktop.ui.opening import open_or_read

        opened = open_or_read(window.desk.book.path)
        if opened.read_only is None:
            self.show_book(opened)
        else:
            opened.book.close()
            window.say_refused(opened.read_only)

    def _open_anew(self, path: Path, words: str) -> None:
        """Open a book whose file was replaced, and say what was done."""
        from imt_desktop.ui.opening import open_or_read

        try:
            opened = open_or_read(path)
        except UserError as error:
            self.show_start(error)
            return
        self.show_book(opened, says=words)

    def back_up(self) -> None:
        """Make a copy of every book that was open, as the program ends; never in the way."""
        if not self._written:
            return
        from imt_desktop.oversight.copies import back_up

        for path in self._written:
            try:
                back_up(path, "closing", date.today())
            except UserError:
                log.exception("no copy was made at the end")

    def _restyle(self, window: QWidget, wanted: Settings) -> None:
        from imt_desktop.ui.main_window import MainWindow

        assert isinstance(window, MainWindow)
        before = self.settings
        spoken = wanted.language != before.language
        self._keep(wanted)
        if (wanted.theme, wanted.text_scale) != (before.theme, before.text_scale):
            dress(self._app, wanted)  # every widget is polished anew: half of a change of language
        desk = window.desk
        desk.settings = wanted
        if spoken:
            desk.tr = Translator(self.translator.code, desk.committee.country)
            # The page whose list box was pressed is replaced: let its signal end first.
            QTimer.singleShot(0, window.rebuild)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self._qt_words.speak(self.translator.code)
        laptop.save(self._places, settings)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        if before is not None:
            window.restoreGeometry(before.saveGeometry())  # it stays where the one before was put
        window.resize(window.size().boundedTo(window.screen().availableSize()))
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def say_broken(self, bug: BaseException) -> None:
        """Say calmly that there is a bug of ours, and that the book is safe."""
        over = self.window
        if over is None or not over.isVisible():
            return
        lines = traceback.extract_tb(bug.__traceback__)
        where = "\n".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in lines)
        summary = type(bug).__name__
        from imt_desktop.ui.widgets import CrashDialog  # hopefully never needed

        dialog = CrashDialog(over, self.translator, "", summary, f"{summary}\n{where}")
        dialog.close_program.connect(over.close)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _open_with_code(path: Path) -> Opened:
    """Read the code of the window over a book, and open the book; touches no widget."""
    from imt_desktop.ui import main_window  # noqa: F401
    from imt_desktop.ui.opening import open_or_read
    from imt_desktop.ui.pages.registry import PAGES

    PAGES[0].read()
    return open_or_read(path)


def open_practice(folder: Path) -> Opened:
    """Open the practice book, made anew where there is none yet."""
    from imt_desktop.journal.errors import from_system
    from imt_desktop.oversight.practice import practice  # seldom needed
    from imt_desktop.oversight.whole import SUFFIX
    from imt_desktop.ui.opening import open_or_read

    path = folder / f"Practice{SUFFIX}"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_system(str(folder), error) from error
        practice(path, members_=48, months=13, seed=7, today=date.today()).close()
    return open_or_read(path)


def dress(app: QApplication, settings: Settings) -> None:
    """Put the theme and size of text on."""
    apply(app, settings.theme, settings.text_scale / 100)


def build(app: QApplication, places: Places) -> Program:
    """Build the program; nothing is shown yet."""
    settings = laptop.load(places)
    dress(app, settings)
    app.setApplicationName("IMT Desktop")
    app.setWindowIcon(app_icon())
    return Program(app, places, settings)


def watch_for_bugs(program: Program, log_file: Path) -> None:
    """Write bugs into the log and show them."""
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=log_file, level=logging.WARNING)
    except OSError:
        logging.basicConfig(level=logging.WARNING)

    def hook(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        log.error("a bug", exc_info=(kind, bug, trace))
        program.say_broken(bug)

    sys.excepthook = hook


def main() -> int:
    """Open the window and run until it is closed."""
    sys.setswitchinterval(_SWITCH)
    know_books()
    app = QApplication(sys.argv[:1])
    where = laptop.places()
    program = build(app, where)
    watch_for_bugs(program, where.log_file)
    program.start()
    status = app.exec()
    QThreadPool.globalInstance().waitForDone()  # a book may still be on its way
    program.back_up()
    return status
