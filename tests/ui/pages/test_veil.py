"""What others owe is not readable over the shoulder: one key, in the till, the sheet and the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.settings.page import SettingsPage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import said

CTRL = Qt.KeyboardModifier.ControlModifier
OWED = "900"


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def veil(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_H, CTRL)


def test_one_key_hides_and_shows_and_the_laptop_remembers(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.kept) as heard:
        veil(window)
    assert heard.args[0].hide_balances
    assert window.desk.hides_balances
    veil(window)
    assert not window.desk.hides_balances


def test_the_list_of_members_tells_no_balance(window: MainWindow, qtbot: QtBot) -> None:
    window.go("members")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    model = page.list.list.rows_model
    assert any(OWED in model.line(at).amount for at in range(3))
    veil(window)
    for at in range(3):
        line = model.line(at)
        assert not line.amount and line.state is None
        assert OWED not in line.spoken()
    page.list.filter("behind")
    assert len(model.rows) == 3 and page.list.chips.isHidden()
    assert not any(OWED in words for words in said(page.view))
    assert not page.view.history.isVisible()
    veil(window)
    assert page.view.history.isVisible() and not page.list.chips.isHidden()


def test_the_till_shows_only_what_the_person_at_the_table_owes(
    window: MainWindow, qtbot: QtBot
) -> None:
    veil(window)
    window.go("receive")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    QTest.keyClicks(page.search.box, "e")
    qtbot.waitUntil(lambda: len(page.search.list.rows_model.rows) > 1)
    lines = [page.search.list.rows_model.line(at) for at in range(2)]
    assert not any(OWED in line.spoken() or line.state for line in lines)
    page.search.box.clear()
    QTest.keyClicks(page.search.box, "mwik")
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert any(OWED in words for words in said(page.debts))
    assert page.debts._badge.isHidden() and page.debts._table.isHidden()
    QTest.keyClicks(page.paying.handed, "450")
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert page.today.list.rows_model.line(0).amount == ""


def test_the_sheet_shows_only_the_line_at_the_cursor(window: MainWindow, qtbot: QtBot) -> None:
    veil(window)
    window.go("receive", "sheet")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    grid = page.sheet.grid
    qtbot.waitUntil(lambda: grid.field() is not None)
    owes = grid.rows_model.columns[3]
    assert [owes.spoken(line) for line in grid.lines()] == [OWED, "", ""]
    grid.stand_on(1)
    assert [owes.spoken(line) for line in grid.lines()] == ["", OWED, ""]
    QTest.keyClicks(grid.field(), "1000")
    grid.stand_on(2)
    under = grid._shown_under(grid.lines()[1])
    assert under is not None and "100" not in under.words


def test_the_setting_and_the_key_are_one(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    idle(qtbot, window.desk)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    QTest.keyClick(page.laptop.hide_balances, Qt.Key.Key_Space)
    assert window.desk.hides_balances
    veil(window)
    assert not page.laptop.hide_balances.isChecked()
