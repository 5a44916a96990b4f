"""F1: what this page is for, its keys, what people ask; without leaving the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.ui.help import HELP
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.shell.help_panel import HelpPanel
from imt_desktop.ui.widgets import KeyCap, Words
from tests.ui.pages.conftest import idle


def panel(window: MainWindow) -> HelpPanel:
    assert window.shell.help is not None
    return window.shell.help


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_every_page_has_help_with_three_questions(spec: object) -> None:
    help_ = HELP[spec.key]  # type: ignore[attr-defined]
    assert help_.purpose and help_.keys
    assert len(help_.questions) == 3


def test_f1_shows_it_beside_the_page_and_esc_puts_it_away(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2)
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    QTest.keyClicks(page.search.box, "mwik")
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    before = window.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = panel(window)
    words = [label.text() for label in shown.findChildren(Words)]
    assert HELP["receive"].purpose in words
    assert HELP["receive"].questions[2][0] in words
    caps = {cap.key for cap in shown.findChildren(KeyCap)}
    assert {"F1", "F2", "Enter", "Esc"} <= caps
    assert page.isVisible() and window.shell.page_key() == "receive"

    assert window.focusWidget() is not before
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.shell.help is None
    # Esc closed the help and not the payment behind it.
    assert window.focusWidget() is before
    assert page.paying.isVisible()


def test_the_collection_sheet_has_help_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.go("receive", "sheet")
    idle(qtbot, window.desk)
    QTest.keyClick(window, Qt.Key.Key_F1)
    words = [label.text() for label in panel(window).findChildren(Words)]
    assert HELP["collection-sheet"].purpose in words
    assert len(HELP["collection-sheet"].questions) == 3


def test_f1_again_puts_it_away_and_another_page_too(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert panel(window).isVisible()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.shell.help is None
    QTest.keyClick(window, Qt.Key.Key_F1)
    QTest.keyClick(window, Qt.Key.Key_F4)
    idle(qtbot, window.desk)
    assert window.shell.help is None
    assert window.shell.page_key() == "billing"


def test_the_help_button_of_a_page_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    idle(qtbot, window.desk)
    window.page("settings").help_wanted.emit()
    assert "Settings" in panel(window).accessibleName()
    QTest.mouseClick(panel(window).leave, Qt.MouseButton.LeftButton)
    assert window.shell.help is None


def test_it_stays_within_the_window_and_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 560)
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = panel(window)
    qtbot.waitUntil(lambda: shown.width() > 0)
    assert shown.geometry().right() <= shown.parentWidget().rect().right()
    assert shown.height() == shown.parentWidget().height()
