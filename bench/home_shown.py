"""The program as it is started here: opens a book, and says when its Home can be used.

That is when the four figures that the book gave are painted and the six buttons take input. What is
to do is read after it. With a second word it says so as soon as its window is painted and takes input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
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


class Painted(QObject):
    """Notes what is painted from when Home was told the figures."""

    def __init__(self) -> None:
        super().__init__()
        self._told = False
        self.seen: set[QObject] = set()

    def begin(self) -> None:
        """What is painted from now on counts."""
        self._told = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look on, and change nothing."""
        if self._told and event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False


def wait_for_home(app: QApplication, program: Program) -> None:
    """Let the program work until Home of the book can be used."""
    more = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while program.jobs.busy or isinstance(program.window, FirstWindow):
        app.processEvents(more)
    from imt_desktop.ui.main_window import MainWindow  # the program itself imported it just now
    from imt_desktop.ui.pages.home.page import HomePage

    assert isinstance(program.window, MainWindow)
    home = program.window.page("home")
    assert isinstance(home, HomePage)
    painted = Painted()
    facts = {home.in_hand, home.owed, home.we_owe, home.behind}
    for fact in facts:
        fact.installEventFilter(painted)
    home.told.connect(painted.begin)
    while painted.seen != facts:
        app.processEvents(more)
    assert all(job.isVisible() and job.isEnabled() for job in home.jobs.jobs)


if __name__ == "__main__":
    show(Path(sys.argv[1]), len(sys.argv) > 2)
