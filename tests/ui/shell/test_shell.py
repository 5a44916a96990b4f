"""The window's frame: pages, keyboard, rail, practice band."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.shell import PageEntry, PageFrame, Shell
from imt_desktop.ui.shell.nav_item import NavItem
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets import Button, LineEdit, Words

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


def test_a_toast_lies_beside_the_title_and_hides_no_button(qtbot: QtBot, shell: Shell) -> None:
    page = shell._pages["home"]
    assert isinstance(page, PageFrame)
    page.set_title("Receive payment", "Last receipt 4219, Mwikali Nzomo")
    qtbot.waitUntil(lambda: page._subtitle.isVisible())
    toast = shell.toast("Receipt 4220 saved", "Cancel it")
    title, help_button = page._subtitle, page._find
    written = title.fontMetrics().horizontalAdvance(title.text())
    assert toast.x() >= title.mapTo(shell, QPoint(0, 0)).x() + written
    assert toast.geometry().right() < help_button.mapTo(shell, QPoint(0, 0)).x()
    assert toast.y() >= 0 and toast.geometry().bottom() <= 72


@pytest.mark.parametrize("words", ["Save", "Save " * 20])
def test_a_toast_without_room_beside_the_title_lies_in_the_foot_or_over_it(
    qtbot: QtBot, shell: Shell, en: Translator, words: str
) -> None:
    page = PageFrame(en, "A title that leaves no room at all beside it in a window of this width")
    buttons = [Button("Back"), Button(words, "primary")]
    page.foot().addWidget(buttons[0])
    page.foot().addStretch(1)
    page.foot().addWidget(buttons[1])
    shell.add_page("long", page)
    shell.resize(820, 700)
    toast = shell.toast("Receipt 4220 saved")
    shell.show_page("long")
    qtbot.waitUntil(lambda: toast.y() > 400)
    assert (toast.y() >= page.body_bottom) is (words == "Save")
    for one in buttons:
        there = one.rect().translated(one.mapTo(shell, QPoint(0, 0)))
        assert not toast.geometry().intersects(there), one.words
    shell.show_page("home")
    qtbot.waitUntil(lambda: toast.y() < 72)


def test_a_toast_over_a_foot_that_is_hidden_stays_in_the_window(
    qtbot: QtBot, shell: Shell, en: Translator
) -> None:
    page = PageFrame(en, "A title that leaves no room at all beside it in a window of this width")
    page.add(QWidget(), 1)
    button = Button("Save", "primary")
    page.foot().addWidget(button)
    shell.add_page("long", page)
    shell.resize(820, 900)
    shell.show_page("long")
    qtbot.waitUntil(lambda: page.body_bottom > 700)
    button.hide()
    shell.resize(820, 600)
    toast = shell.toast("Readings saved")
    qtbot.waitUntil(lambda: toast.y() > 400)
    assert toast.geometry().bottom() < shell.height()


def test_a_toast_lies_over_no_button_field_or_sum_of_a_page_without_a_foot(
    qtbot: QtBot, shell: Shell, en: Translator
) -> None:
    page = PageFrame(en, "A title that leaves no room at all beside it in a window of this width")
    page.add(QWidget(), 1)
    parts = [LineEdit(), Words("KSh 450"), Button("Count the cash")]
    for part in parts:
        page.add(part)
    shell.add_page("long", page)
    shell.resize(820, 700)
    toast = shell.toast("Receipt 4220 saved")
    shell.show_page("long")

    def clear() -> bool:
        places = (one.rect().translated(one.mapTo(shell, QPoint(0, 0))) for one in parts)
        return toast.y() > 72 and not any(toast.geometry().intersects(one) for one in places)

    qtbot.waitUntil(clear)
    parts[0].setFixedHeight(300)  # what is read later pushes the others up
    qtbot.waitUntil(clear)


MANY = tuple(
    PageEntry(str(n), "house", f"Page number {n}", f"Page {n}", f"Group {n // 5}")
    for n in range(20)
)


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1024, 600)])
def test_twenty_pages_are_all_within_reach(
    qtbot: QtBot, shell: Shell, size: tuple[int, int]
) -> None:
    shell.set_entries(MANY)
    shell.resize(*size)
    scroll = shell.sidebar._scroll
    lines = [shell.sidebar.item(entry.key) for entry in MANY]

    def in_view(line: NavItem) -> bool:
        top = line.mapTo(scroll.viewport(), QPoint(0, 0)).y()
        above = scroll.above.height() if scroll.above.isVisible() else 0
        below = scroll.below.height() if scroll.below.isVisible() else 0
        return top >= above and top + line.height() <= scroll.viewport().height() - below

    def cut() -> list[str]:
        """Lines that are covered in part only."""
        room = range(scroll.above.height() if scroll.above.isVisible() else 0, scroll.below.y())
        ends = {line: line.mapTo(scroll.viewport(), QPoint(0, 0)).y() for line in lines}
        return [
            line.entry.key for line, top in ends.items()
            if (top in room) != (top + line.height() - 1 in room)
        ]  # fmt: skip

    shell.sidebar.set_current("19")
    qtbot.waitUntil(lambda: in_view(lines[19]))
    assert all(line.height() >= line.sizeHint().height() for line in lines)
    for line in (lines[12], lines[15], lines[10], lines[8], lines[0]):
        shell.sidebar.set_current(line.entry.key)
        qtbot.waitUntil(lambda line=line: in_view(line))  # type: ignore[misc]
        qtbot.waitUntil(lambda: not cut())
    lines[0].setFocus()
    qtbot.waitUntil(lines[0].hasFocus)
    for line in lines[1:]:
        qtbot.keyClick(shell.window().focusWidget(), Qt.Key.Key_Down)
        assert line.hasFocus(), (line.entry.key, line.window().focusWidget())
        assert in_view(line)


def test_more_pages_take_the_room_of_the_landscape_first(qtbot: QtBot, shell: Shell) -> None:
    shell.set_entries(MANY[:14])
    assert not shell.sidebar.has_landscape
    assert shell.sidebar._list._groups[1][0].isVisible()
    assert not shell.sidebar._scroll.below.isVisible()
    shell.set_entries(MANY[:18])
    assert not shell.sidebar._list._groups[1][0].isVisible()
    qtbot.waitUntil(lambda: not shell.sidebar._scroll.below.isVisible())
    shell.resize(1366, 560)
    qtbot.waitUntil(lambda: shell.sidebar._scroll.below.isVisible())


@pytest.mark.parametrize("words", ["Quién anotó", "WWWWWWWW"])
def test_the_word_of_the_chosen_page_is_not_cut_in_the_rail(
    qtbot: QtBot, shell: Shell, words: str
) -> None:
    shell.set_entries((PageEntry("trail", "history", words, words),))
    shell.resize(1024, 768)
    qtbot.waitUntil(lambda: shell.sidebar.width() == 88)
    shell.sidebar.set_current("trail")
    line = shell.sidebar.item("trail")
    assert QFontMetrics(line.rail_font()).horizontalAdvance(words) <= line.width() - 12
