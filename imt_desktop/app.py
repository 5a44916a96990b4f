"""The program: the only place that builds the whole."""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import date
from pathlib import Path
from types import TracebackType

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from imt_desktop import settings as laptop
from imt_desktop.committee import queries
from imt_desktop.committee.describing import name_officer
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.openings import OpeningRequest, open_balances
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest, adopt
from imt_desktop.oversight.practice import practice
from imt_desktop.oversight.whole import SUFFIX, found, open_book
from imt_desktop.settings import Places, Settings
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.start import Founding, StartWindow
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import CrashDialog

PRACTICE_MEMBERS, PRACTICE_MONTHS, PRACTICE_SEED = 60, 12, 1

log = logging.getLogger(__name__)


class Program(QObject):
    """Opens the start window or the book, and remembers this laptop's choices."""

    def __init__(self, app: QApplication, places: Places) -> None:
        super().__init__(app)
        self._app, self._places = app, places
        self.settings: Settings = laptop.load(places)
        self.start: StartWindow | None = None
        self.window: MainWindow | None = None
        self._restyle()

    def begin(self) -> None:
        """Open the book that was open last, or offer the ways to begin."""
        last = Path(self.settings.last_book)
        if self.settings.last_book and last.exists():
            try:
                self.show_book(open_book(last))
                return
            except UserError as error:
                self.show_start()
                assert self.start is not None
                self.start.refuse(error)
                return
        self.show_start()

    def show_start(self) -> None:
        """Offer the three ways to begin."""
        self.start = StartWindow(Translator(self.settings.language), self._places.books)
        self.start.found.connect(self._found)
        self.start.opened.connect(self._open)
        self.start.practise.connect(self._practise)
        self.start.spoken.connect(self._speak)
        self.start.show()

    def show_book(self, book: Book) -> None:
        """Open the main window over a book."""
        with book.read() as reading:
            committee = queries.committee(reading)
            officers = queries.officers(reading, book.now().date())
        if committee is None:
            raise RuntimeError("a book without a committee")
        self._keep(replace(self.settings, last_book=str(book.path)))
        chosen = [one for one in officers if one.id == self.settings.officer] or list(officers)
        tr = Translator(self.settings.language, committee.country)
        desk = Desk(book, tr, self.settings, committee, chosen[0] if chosen else None, self)
        desk.restyled.connect(self._restyled)
        window = MainWindow(desk)
        window.closed.connect(book.close)
        self.window = window
        window.show()
        if self.start:
            self.start.close()
            self.start = None

    def _found(self, wanted: Founding) -> None:
        self._try(lambda: self._make(wanted))

    def _make(self, wanted: Founding) -> Book:
        self._places.books.mkdir(parents=True, exist_ok=True)
        path = self._free_path(wanted.committee.name)
        book = found(path, wanted.committee, wanted.country.code, wanted.country.currency)
        try:
            with book.write(Signing()) as writing:
                for officer in filter(None, (wanted.treasurer, wanted.chair)):
                    name_officer(writing, officer)
                if wanted.fee:
                    fee = FeeLine(connection_type="household", amount=wanted.fee)
                    month = wanted.committee.first_month
                    adopt(writing, TariffRequest(name="", effective_from=month, fees=(fee,)))
                if wanted.openings:
                    open_balances(writing, OpeningRequest(lines=wanted.openings))
        except BaseException:
            book.close()
            path.unlink(missing_ok=True)
            raise
        return book

    def _open(self, path: Path) -> None:
        self._try(lambda: open_book(path))

    def _practise(self) -> None:
        self._try(self._make_practice)

    def _make_practice(self) -> Book:
        self._places.books.mkdir(parents=True, exist_ok=True)
        path = self._free_path("Practice")
        return practice(
            path,
            members_=PRACTICE_MEMBERS,
            months=PRACTICE_MONTHS,
            seed=PRACTICE_SEED,
            today=date.today(),
        )

    def _try(self, make) -> None:  # type: ignore[no-untyped-def]
        try:
            self.show_book(make())
        except UserError as error:
            if self.start:
                self.start.refuse(error)

    def _free_path(self, name: str) -> Path:
        """Return a file name that is free: the committee's own, as far as a disk allows it."""
        plain = "".join(letter if letter.isalnum() else " " for letter in name)
        stem = " ".join(plain.split())[:60] or "Book"
        path = self._places.books / f"{stem}{SUFFIX}"
        number = 2
        while path.exists():
            path = self._places.books / f"{stem} {number}{SUFFIX}"
            number += 1
        return path

    def _speak(self, code: str) -> None:
        self._keep(replace(self.settings, language=code))
        old = self.start
        self.show_start()
        if old:
            old.close()

    def _restyled(self, settings: Settings) -> None:
        self._keep(settings)
        self._restyle()
        if self.window:
            desk = self.window.desk
            desk.settings = settings
            desk.tr = Translator(settings.language, desk.committee.country)
            self.window.rebuild()

    def _restyle(self) -> None:
        apply(self._app, self.settings.theme, self.settings.text_scale / 100)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        laptop.save(self._places, settings)

    def crashed(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a bug down, and say that the book is safe."""
        log.error("crash", exc_info=(kind, bug, trace))
        where = "".join(traceback.format_tb(trace))
        tr = Translator(self.settings.language)
        parent = self.window or self.start
        if parent is not None:
            CrashDialog(parent, tr, "", kind.__name__, where).open()


def main() -> int:
    """Open the program; returns the exit status."""
    places = laptop.places()
    app = QApplication(sys.argv)
    app.setApplicationName("IMT Desktop")
    program = Program(app, places)
    try:
        places.config.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=places.log_file, level=logging.WARNING)
    except OSError:
        logging.basicConfig(level=logging.WARNING)
    sys.excepthook = program.crashed
    program.begin()
    return app.exec()
