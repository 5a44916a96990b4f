"""The real window over a book, without a screen, for the jobs that measure what people wait for."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from imt_desktop.journal import Book
    from imt_desktop.ui.main_window import MainWindow


def application() -> QApplication:
    """Return the application, dressed as the program dresses it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.theme import apply

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    return app


def window_over(book: Book) -> MainWindow:
    """Show the window over a book, with its first officer before it."""
    from imt_desktop.committee import queries
    from imt_desktop.i18n import Translator
    from imt_desktop.settings import Settings
    from imt_desktop.ui.desk import Desk
    from imt_desktop.ui.main_window import MainWindow

    with book.read() as reading:
        committee, officers = queries.committee(reading), queries.officers(reading)
    assert committee is not None
    window = MainWindow(Desk(book, Translator("en", "KE"), Settings(), committee, officers[0]))
    window.show()
    return window


def work(app: QApplication, until: Callable[[], bool], longest: float = 0.0) -> float:
    """Let the window work; returns the longest time that it did not answer, in seconds."""
    while not until():
        begun = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - begun)
    begun = time.perf_counter()
    app.processEvents()  # what changed is painted
    return max(longest, time.perf_counter() - begun)


def settle(app: QApplication, window: MainWindow) -> None:
    """Let the window work until it shows what it read, as its own loop does: it waits for what comes."""
    from PySide6.QtCore import QEventLoop

    app.processEvents()  # a page that is only about to be shown has asked for nothing yet
    while window.desk.tasks.busy:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()  # what was read is painted
