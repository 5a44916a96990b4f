"""Draws every page into a folder, to be looked at: sizes, themes, languages."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop.committee import queries
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.i18n.translator import CATALOGUES, DOMAIN
from imt_desktop.journal import Book
from imt_desktop.ledger.register import members
from imt_desktop.oversight.practice import practice
from imt_desktop.oversight.whole import open_book
from imt_desktop.settings import Settings
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.theme import apply

SIZES = ((1366, 768), (1024, 768))
THEMES = ("light", "dark")


def languages() -> list[str]:
    """Return the languages that can be shown: English and those with a compiled catalogue."""
    return [
        one.code
        for one in LANGUAGES
        if one.code == "en" or (CATALOGUES / one.code / "LC_MESSAGES" / f"{DOMAIN}.mo").exists()
    ]


def wait(milliseconds: int) -> None:
    """Let the window work for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(desk: Desk) -> None:
    """Wait until the pages have read what they show."""
    wait(20)
    while desk.tasks.busy:
        wait(10)
    wait(30)


def gallery(folder: Path) -> list[Path]:
    """Draw all pages; returns the pictures."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    with tempfile.TemporaryDirectory() as made:
        book = practice(
            Path(made) / "practice.imt", members_=48, months=7, seed=7, today=date.today()
        )
        for code in languages():
            for theme in THEMES if code == "en" else THEMES[:1]:
                apply(app, theme)
                for size in SIZES:
                    drawn += _draw_book(folder, book, code, theme, size)
                    drawn += _draw_start(folder, Path(made), code, theme, size)
        book.close()
    return drawn


def _draw_book(
    folder: Path, book: Book, code: str, theme: str, size: tuple[int, int]
) -> list[Path]:
    with book.read() as reading:
        committee, officers = queries.committee(reading), queries.officers(reading)
        first = members(reading)[0]
    assert committee is not None
    tr = Translator(code, committee.country)
    desk = Desk(book, tr, Settings(language=code, theme=theme), committee, officers[0])
    window = MainWindow(desk)
    window.resize(*size)
    window.show()
    drawn = []
    for spec in PAGES:
        window.go(spec.key)
        settle(desk)
        page = window.page(spec.key)
        if isinstance(page, ReceivePage):
            drawn.append(_save(window, folder, "receive-empty", code, theme))
            page.choose(first)
            settle(desk)
            page.paying.handed.setText("1000")
            settle(desk)
        drawn.append(_save(window, folder, spec.key, code, theme))
    window.close()
    window.deleteLater()
    return drawn


def _draw_start(
    folder: Path, books: Path, code: str, theme: str, size: tuple[int, int]
) -> list[Path]:
    window = StartWindow(Translator(code), books, open_book)
    window.resize(*size)
    window.show()
    wait(30)
    drawn = [_save(window, folder, "start", code, theme)]
    window.begin()
    wait(30)
    drawn.append(_save(window, folder, "wizard", code, theme))
    window.close()
    window.deleteLater()
    return drawn


def _save(window: QWidget, folder: Path, name: str, code: str, theme: str) -> Path:
    file = folder / f"{name}-{code}-{theme}-{window.width()}.png"
    window.grab().save(str(file))
    return file


def main(words: Sequence[str]) -> int:
    """``gallery FOLDER``: draw every page into the folder."""
    if len(words) != 1:
        print("gallery FOLDER", file=sys.stderr)
        return 2
    for file in gallery(Path(words[0])):
        print(file)
    return 0
