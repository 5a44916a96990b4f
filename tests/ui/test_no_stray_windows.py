"""Nothing is shown before it has its place: until then it would flash as a window of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n import Translator
from imt_desktop.settings import RecentBook
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.start import StartWindow
from tests.ui.pages.conftest import book, idle, window

__all__ = ["book", "window"]


class Strays(QObject):
    """Notes what was shown as a window and given a parent afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[QObject] = []
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look at every event of the program."""
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.Show and watched.isWindow() and watched.parent() is None:
            self._shown.append(watched)
        elif event.type() == QEvent.Type.ParentChange and watched in self._shown:
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[Strays]:
    made = Strays()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_the_start_window_is_built_without_a_stray(
    strays: Strays, qtbot: QtBot, tmp_path: Path
) -> None:
    recent = (RecentBook(str(tmp_path / "kiboko.imt"), "Kiboko"),)
    made = StartWindow(Translator("en"), tmp_path, recent=recent)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    assert strays.found == []


def test_no_page_is_built_with_a_stray(strays: Strays, qtbot: QtBot, window: MainWindow) -> None:
    window.rebuild()
    window.shell.set_band("reading", "Read only.", "eye", "Try again")
    for spec in PAGES:
        window.go(spec.key)
        idle(qtbot, window.desk)
    assert strays.found == []
