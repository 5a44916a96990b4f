"""The program as ``bench.home`` starts it: opens a book, and says when Home has what it shows."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from imt_desktop import settings
from imt_desktop.app import build


def show(path: Path) -> None:
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
    while window.desk.tasks.busy:
        app.processEvents()
    app.processEvents()  # what was read is painted
    print("Home", flush=True)
    window.close()


if __name__ == "__main__":
    show(Path(sys.argv[1]))
