"""F1: what this page is for, its keys, what people ask; without leaving the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from imt_desktop.period import Month
from imt_desktop.ui.help import HELP
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.help_sheet import HelpSheet
from imt_desktop.ui.pages.money.lists import show_pads
from imt_desktop.ui.pages.price import set_price
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.shell.help_panel import HelpPanel
from imt_desktop.ui.widgets import ConfirmDialog, KeyCap, LineEdit, Words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened


def panel(window: MainWindow) -> HelpPanel:
    assert window.shell.help is not None
    return window.shell.help


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_every_page_has_help_with_three_questions(spec: object) -> None:
    help_ = HELP[spec.key]  # type: ignore[attr-defined]
    assert help_.purpose and help_.keys
    assert len(help_.questions) == 3


def test_caps_name_keys_and_no_word_of_one_language() -> None:
    caps = {
        one for help_ in HELP.values() for keys, _words in help_.keys for one in keys.split(" ")
    }
    assert not [one for one in caps if one.isalpha() and one.islower()]


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


def test_esc_puts_it_away_wherever_the_focus_went(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2)
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    QTest.keyClicks(page.search.box, "mwik")
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_F1)
    page.paying.handed.setFocus()
    QTest.keyClick(page.paying.handed, Qt.Key.Key_Escape)
    assert window.shell.help is None
    assert page.paying.isVisible() and page.paying.handed.hasFocus()


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


# Over dialogs


@pytest.mark.parametrize("page", ["money", "members", "billing"])
def test_f1_in_a_form_shows_the_help_and_esc_comes_back_to_what_is_typed(
    window: MainWindow, qtbot: QtBot, page: str
) -> None:
    window.go(page)
    idle(qtbot, window.desk)
    begin = {
        "money": lambda: window.go("money", "out"),
        "members": lambda: window.go("members", "new"),
        "billing": lambda: set_price(
            window.page("billing"), window.desk, Month.of(window.desk.today)
        ),
    }
    begin[page]()
    idle(qtbot, window.desk)
    form = opened(window, Form)
    field = next(one for one in form.findChildren(LineEdit) if one.isVisible() and one.isEnabled())
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_F1)
    shown = opened(window, HelpSheet)
    assert HELP[page].purpose in [label.text() for label in shown.findChildren(Words)]
    assert shown.height() <= window.height()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown.leave, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened(window, QDialog) is form)
    assert field.text() == "12" and form.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_F1)
    QTest.keyClick(opened(window, HelpSheet), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: opened(window, QDialog) is form)
    form.hide()


def test_f1_works_in_a_sheet_that_lies_over_a_sheet(window: MainWindow, qtbot: QtBot) -> None:
    window.go("money")
    idle(qtbot, window.desk)
    sheet = show_pads(window.page("money"), window.desk)
    idle(qtbot, window.desk)
    above = ConfirmDialog(sheet, window.desk.tr, "Sure?", "", "Yes")
    above.open()
    QTest.keyClick(above, Qt.Key.Key_F1)
    shown = next(one for one in window.findChildren(HelpSheet) if one.isVisible())
    shown.reject()
    assert above.isVisible() and sheet.isVisible()
    above.reject()
    sheet.reject()
