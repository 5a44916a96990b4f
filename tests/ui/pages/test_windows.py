"""No part of a page may flash up as a window of its own: it takes the keyboard away."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.registry import PAGES
from tests.ui.pages.conftest import idle


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_pages_open_without_other_windows(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    for spec in PAGES:
        window.go(spec.key)
        idle(qtbot, window.desk)
    qapp.removeEventFilter(watch)
    assert not watch.shown
    assert qapp.activeWindow() is window
