"""The program: the only file that builds the whole."""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop import settings as laptop
from imt_desktop.errors import UserError
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.journal import Book
from imt_desktop.settings import Places, Settings
from imt_desktop.ui.theme import app_icon, apply
from imt_desktop.ui.widgets import CrashDialog

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

    @property
    def translator(self) -> Translator:
        """The translator in the language of this laptop."""
        known = {one.code for one in LANGUAGES}
        return Translator(self.settings.language if self.settings.language in known else "en")

    def start(self) -> None:
        """Open the last book, or the start window."""
        last = Path(self.settings.last_book) if self.settings.last_book else None
        if last is None or not last.exists():
            self.show_start()
            return
        from imt_desktop.oversight.whole import open_book  # after the first paint

        try:
            self.show_book(open_book(last))
        except UserError as error:
            self.show_start(error)

    def show_start(self, error: UserError | None = None) -> None:
        """Show the ways to begin."""
        from imt_desktop.ui.start import StartWindow  # not needed where a book opens at once

        window = StartWindow(self.translator, self._places.books, open_practice)
        window.opened.connect(self.show_book)
        window.spoken.connect(self._speak)
        if error is not None:
            window.say(error)
        self._show(window)

    def _speak(self, code: str) -> None:
        self._keep(msgspec.structs.replace(self.settings, language=code))
        self.show_start()

    def show_book(self, book: object) -> None:
        """Show a book."""
        from imt_desktop.committee import queries
        from imt_desktop.ui.desk import Desk
        from imt_desktop.ui.main_window import MainWindow

        assert isinstance(book, Book)
        with book.read() as reading:
            committee = queries.committee(reading)
            officers = queries.officers(reading, book.now().date())
        assert committee is not None
        kept = [one for one in officers if one.id == self.settings.officer]
        treasurers = [one for one in officers if one.post == "treasurer"]
        officer = next(iter((*kept, *treasurers, *officers)), None)
        tr = Translator(self.translator.code, committee.country)
        self._keep(msgspec.structs.replace(self.settings, last_book=str(book.path)))
        desk = Desk(book, tr, self.settings, committee, officer)
        window = MainWindow(desk)
        desk.setParent(window)
        desk.restyled.connect(lambda wanted: self._restyle(window, wanted))
        desk.kept.connect(self._keep)
        desk.tasks.broke.connect(lambda bug: self.say_broken(bug))
        window.closed.connect(book.close)
        self._show(window)

    def _restyle(self, window: QWidget, wanted: Settings) -> None:
        from imt_desktop.ui.main_window import MainWindow

        assert isinstance(window, MainWindow)
        spoken = wanted.language != self.settings.language
        self._keep(wanted)
        dress(self._app, wanted)
        desk = window.desk
        desk.settings = wanted
        if spoken:
            desk.tr = Translator(self.translator.code, desk.committee.country)
            # The page whose list box was pressed is replaced: let its signal end first.
            QTimer.singleShot(0, window.rebuild)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        laptop.save(self._places, settings)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
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
        dialog = CrashDialog(over, self.translator, "", summary, f"{summary}\n{where}")
        dialog.close_program.connect(over.close)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def open_practice(folder: Path) -> Book:
    """Open the practice book, made anew where there is none yet."""
    from imt_desktop.oversight.practice import practice
    from imt_desktop.oversight.whole import SUFFIX, open_book

    path = folder / f"Practice{SUFFIX}"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Until yesterday, so that its last entries do not lie ahead of the clock.
        yesterday = date.today() - timedelta(days=1)
        practice(path, members_=48, months=7, seed=7, today=yesterday).close()
    return open_book(path)


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
    app = QApplication(sys.argv[:1])
    where = laptop.places()
    program = build(app, where)
    watch_for_bugs(program, where.log_file)
    program.start()
    return app.exec()
