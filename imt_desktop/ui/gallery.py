"""The gallery: every page as a picture, from a practice book, to be looked at after each change."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop.committee import queries
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.journal import Book
from imt_desktop.oversight.practice import practice
from imt_desktop.settings import Settings
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.start import FoundingForm, StartWindow
from imt_desktop.ui.theme import apply

SIZES = ((1366, 768), (1024, 768))
THEMES = ("light", "dark")
MEMBERS, MONTHS, SEED = 60, 12, 1


def main(words: list[str]) -> int:
    """Draw every page into a folder; returns the exit status."""
    if len(words) != 1:
        sys.stderr.write("gallery DIR\n")
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "practice.imt"
        book = practice(path, members_=MEMBERS, months=MONTHS, seed=SEED, today=date.today())
        for language in LANGUAGES:
            for theme in THEMES:
                apply(app, theme, 1.0)
                _start(folder, language.code, theme)
                for width, height in SIZES:
                    draw_pages(book, folder, (language.code, theme), (width, height))
        book.close()
    return 0


def _start(folder: Path, language: str, theme: str) -> None:
    tr = Translator(language)
    for name, window in (("start", StartWindow(tr, folder)), ("found", FoundingForm(tr))):
        window.resize(1024, 768)
        _save(window, folder / f"{name}-{language}-{theme}.png")


def draw_pages(book: Book, folder: Path, look: tuple[str, str], size: tuple[int, int]) -> None:
    """Draw every page of one book in one language, theme and size."""
    language, theme = look
    with book.read() as reading:
        committee = queries.committee(reading)
        officers = queries.officers(reading)
    assert committee is not None
    desk = Desk(book, Translator(language, "KE"), Settings(), committee, officers[0])
    window = MainWindow(desk)
    window.resize(*size)
    window.show()
    for spec in PAGES:
        window.go(spec.key)
        _settle(desk)
        _save(window, folder / f"{spec.key}-{size[0]}-{language}-{theme}.png")
    desk.tasks.finish()
    window.deleteLater()


def _settle(desk: Desk) -> None:
    """Wait until everything that the page asked for has come."""
    if desk.tasks.busy:
        loop = QEventLoop()
        desk.tasks.idle.connect(loop.quit)
        loop.exec()


def _save(window: QWidget, file: Path) -> None:
    window.show()
    window.grab().save(str(file))
