"""The program as it is started here: opens a book, and says when Home has what it shows.

With a second word it says so as soon as its window is painted and takes input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bench.bare_window import say_shown
from imt_desktop import settings
from imt_desktop.app import Program, build
from imt_desktop.ui.first_window import FirstWindow


def show(path: Path, window_only: bool) -> None:
    """Open the window as the program does."""
    app = QApplication([])
    where = settings.places()
    settings.save(where, settings.Settings(last_book=str(path)))
    program = build(app, where)
    program.start()
    app.processEvents()
    if window_only:
        say_shown()
    wait_for_home(app, program)
    if not window_only:
        say_shown()
    assert program.window is not None
    program.window.close()


def wait_for_home(app: QApplication, program: Program) -> None:
    """Let the program work until the window over the book shows what it read."""
    while program.jobs.busy or isinstance(program.window, FirstWindow) or _reads(program):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()  # what was read is painted


def _reads(program: Program) -> bool:
    from imt_desktop.ui.main_window import MainWindow  # the program itself imported it just now

    return isinstance(program.window, MainWindow) and program.window.desk.tasks.busy


if __name__ == "__main__":
    show(Path(sys.argv[1]), len(sys.argv) > 2)
