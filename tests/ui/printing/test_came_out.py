"""Did it come out? Every answer is one signal, and Esc is the harmless one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n import Translator
from imt_desktop.ui.printing.came_out import JAM, CameOut
from imt_desktop.ui.theme import apply


@pytest.fixture
def over(qapp: QApplication, qtbot: QtBot) -> QWidget:
    apply(qapp, "light")
    window = QWidget()
    window.resize(1024, 768)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def ask(over: QWidget, qtbot: QtBot) -> CameOut:
    dialog = CameOut(over, Translator("en"), "Transparency notice, 5 sheets")
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_enter_says_that_all_of_it_came_out(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask(over, qtbot)
    with qtbot.waitSignal(dialog.yes), qtbot.assertNotEmitted(dialog.later):
        QTest.keyClick(dialog.did, Qt.Key.Key_Return)


def test_esc_leaves_it_for_later(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask(over, qtbot)
    with qtbot.waitSignal(dialog.later), qtbot.assertNotEmitted(dialog.yes):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_no_asks_what_happened_and_offers_to_print_again(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask(over, qtbot)
    with qtbot.assertNotEmitted(dialog.later):
        dialog.no.click()
        assert dialog.did.isHidden()
        dialog.happened.set_value(JAM)
        dialog.happened.chosen.emit(JAM)
        with qtbot.waitSignal(dialog.again):
            QTest.keyClick(dialog.once_more, Qt.Key.Key_Return)


def test_nothing_in_the_dialog_is_cut(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask(over, qtbot)
    dialog.ask_what()
    qtbot.waitUntil(
        lambda: dialog.happened.height() >= dialog.happened.heightForWidth(dialog.happened.width())
    )


def test_it_can_be_saved_in_place_of_being_printed(over: QWidget, qtbot: QtBot) -> None:
    dialog = ask(over, qtbot)
    dialog.ask_what()
    with qtbot.waitSignal(dialog.save):
        dialog.save_it.click()
