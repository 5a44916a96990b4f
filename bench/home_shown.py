"""The program as it is started here: opens a book, and says when Home has what it shows.

With a second word it says so as soon as its window is painted and takes input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.bare_window import say_shown
from imt_desktop import settings
from imt_desktop.app import build


def show(path: Path, window_only: bool) -> None:
    """Open the window as the program does."""
    app = QApplication([])
    where = settings.places()
    settings.save(where, settings.Settings(last_book=str(path)))
    program = build(app, where)
    program.start()
    from imt_desktop.ui.main_window import MainWindow  # the program itself imported it just now

    window = program.window
    assert isinstance(window, MainWindow)
    app.processEvents()
    if window_only:
        say_shown()
    while window.desk.tasks.busy:
        app.processEvents()
    app.processEvents()  # what was read is painted
    if not window_only:
        say_shown()
    window.close()


if __name__ == "__main__":
    show(Path(sys.argv[1]), len(sys.argv) > 2)
