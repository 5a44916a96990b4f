"""The window's frame: pages, keyboard, rail, practice band."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell import PageEntry, PageFrame, Shell
from imt_desktop.ui.theme import apply

LEFT = Qt.MouseButton.LeftButton


def test_a_click_asks_for_a_page(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.chosen) as heard:
        qtbot.mouseClick(shell.sidebar.item("members"), LEFT)
    assert heard.args == ["members"]
    assert shell.page_key() == "home"
    shell.show_page("members")
    assert shell.page_key() == "members"
    assert "current page" in shell.sidebar.item("members").accessibleDescription()
    assert shell.sidebar.item("home").accessibleDescription() == ""


def test_the_sidebar_is_one_tab_stop_with_arrows(qtbot: QtBot, shell: Shell) -> None:
    home, receive = shell.sidebar.item("home"), shell.sidebar.item("receive")
    home.setFocus()
    qtbot.keyClick(home, Qt.Key.Key_Down)
    assert receive.hasFocus()
    with qtbot.waitSignal(shell.chosen) as heard:
        qtbot.keyClick(receive, Qt.Key.Key_Space)
    assert heard.args == ["receive"]
    qtbot.keyClick(receive, Qt.Key.Key_Up)
    assert home.hasFocus()
    qtbot.keyClick(home, Qt.Key.Key_Tab)
    assert shell.sidebar.officer.officer.hasFocus()


def test_small_windows_get_a_rail(qtbot: QtBot, shell: Shell) -> None:
    assert shell.sidebar.width() == 208
    shell.resize(1024, 768)
    qtbot.waitUntil(lambda: shell.sidebar.width() == 88)
    shell.resize(1200, 768)
    qtbot.waitUntil(lambda: shell.sidebar.width() == 208)


def test_large_text_gets_a_rail_too(qapp: QApplication, qtbot: QtBot, shell: Shell) -> None:
    apply(qapp, "light", 2.0)
    qtbot.waitUntil(lambda: shell.sidebar.width() == 176)


def test_the_landscape_goes_first(qtbot: QtBot, shell: Shell) -> None:
    assert shell.sidebar.has_landscape
    shell.resize(1366, 660)
    qtbot.waitUntil(lambda: not shell.sidebar.has_landscape)


def test_counters_and_growing_pages(qtbot: QtBot, shell: Shell) -> None:
    shell.set_count("plan", 2)
    assert shell.sidebar.item("plan").accessibleDescription() == "2"
    shell.set_entries(
        (
            PageEntry("home", "house", "Home", "Home"),
            PageEntry("plan", "kanban", "Plan", "Plan", "In the community"),
            PageEntry("audit", "shield-check", "Audit", "Audit", "In the community"),
        )
    )
    assert shell.sidebar.item("plan").count == 2
    assert shell.sidebar.item("home").is_current


def test_the_practice_book_is_marked(shell: Shell) -> None:
    assert not shell.band.isVisible()
    shell.set_committee("Mfano", practice=True)
    assert shell.band.isVisible()
    assert "Practice book" in shell.band.text()


def test_officer_and_lock(qtbot: QtBot, shell: Shell) -> None:
    assert shell.sidebar.officer.officer.accessibleName() == "Amina Wanjiru, Treasurer"
    with qtbot.waitSignal(shell.officer_pressed):
        qtbot.mouseClick(shell.sidebar.officer.officer, LEFT)
    with qtbot.waitSignal(shell.lock_pressed):
        qtbot.mouseClick(shell.sidebar.officer.lock, LEFT)


def test_a_page_can_be_replaced(shell: Shell, en: Translator) -> None:
    other = PageFrame(en, "Plan, round 2")
    shell.add_page("plan", other)
    shell.show_page("plan")
    assert other.isVisible()
    assert shell.has_page("plan")
    assert not shell.has_page("audit")


def test_a_toast_lies_over_the_title_and_hides_no_button(qtbot: QtBot, shell: Shell) -> None:
    toast = shell.toast("Receipt 4220 saved", "Cancel it")
    assert toast.x() == 208 + 12
    assert toast.y() + toast.height() <= 72
    assert toast.x() + toast.width() <= 208 + (shell.width() - 208) * 0.6
