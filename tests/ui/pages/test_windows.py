"""Every page as it opens: no window of its own flashes up, and on a small screen nothing is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book
from imt_desktop.settings import Settings
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import Scroll
from tests.ui.pages.conftest import idle, leave


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
    _nothing_speaks_to_the_pages_of_before(window, qtbot)


def _nothing_speaks_to_the_pages_of_before(window: MainWindow, qtbot: QtBot) -> None:
    """After another language was chosen the pages are new; an exception in a slot fails the test."""
    desk = window.desk
    window.rebuild()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    idle(qtbot, desk)
    desk.sit(desk.officer)
    desk.hide_balances(True)
    desk.projected.emit(True)
    desk.projected.emit(False)
    desk.changed.emit(Changes(settings=True, money=True, members=True))
    idle(qtbot, desk)


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
def test_on_a_small_screen_no_page_goes_on_at_the_right(
    qapp: QApplication, qtbot: QtBot, book: Book, code: str
) -> None:
    apply(qapp, "light")
    with book.read() as reading:
        committee = queries.committee(reading)
        officers = queries.officers(reading)
    assert committee is not None
    desk = Desk(book, Translator(code, "KE"), Settings(), committee, officers[0])
    window = MainWindow(desk)
    desk.setParent(window)
    qtbot.addWidget(window, before_close_func=leave)
    window.resize(1024, 768)
    with qtbot.waitExposed(window):
        window.show()
    for spec in PAGES:
        window.go(spec.key)
        idle(qtbot, desk)
        assert (spec.key, list(_wide(window)), window.width()) == (spec.key, [], 1024)


def _wide(window: MainWindow) -> Iterator[str]:
    """Yield what is wider than its place: it would have to be scrolled sideways."""
    for area in window.findChildren(Scroll):
        if area.isVisible() and area.horizontalScrollBar().maximum():
            yield type(area.widget()).__name__
