"""Lists in Excel at the window: asked for, saved, stopped; and templates to fill in."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal import Book
from imt_desktop.period import Month, Period
from imt_desktop.reports.excel.lists import YEAR, ListWanted
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.bringing_in.page import BringingInPage
from imt_desktop.ui.pages.exporting.child import Progress, words_of, write_list
from imt_desktop.ui.pages.exporting.sheet import COUNTY, ExcelSheet
from imt_desktop.ui.pages.exporting.under_way import UnderWay
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.widgets import ComboBox
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import none_open, opened

LONG = 60_000


def sheet_of(window: MainWindow, qtbot: QtBot) -> ExcelSheet:
    idle(qtbot, window.desk)
    return opened(window, ExcelSheet)


def members_page(window: MainWindow, qtbot: QtBot) -> MembersPage:
    window.go("members")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    return page


def test_members_are_saved_where_one_says(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    members_page(window, qtbot).list.excel.click()
    sheet = sheet_of(window, qtbot)
    assert sheet.wanted() == ListWanted("members", Month.of(window.desk.today).period)
    QTest.keyClick(sheet.save, Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".xlsx")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "ours"))
    dialog.accept()
    under_way = opened(window, UnderWay)
    assert under_way.stop_it.isVisible()
    qtbot.waitUntil(under_way.open_it.isVisible, timeout=LONG)
    assert under_way.windowTitle() == "The list is ready" and not under_way.bar.isVisible()
    page = openpyxl.load_workbook(tmp_path / "ours.xlsx").worksheets[0]
    assert "Rose Ndunge" in {cell.value for cell in page["B"]}
    assert window.desk.settings.papers_folder == str(tmp_path)
    QTest.keyClick(under_way, Qt.Key.Key_Escape)
    assert none_open(window)


def test_where_the_folder_of_papers_is_shut_another_is_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    too_long = tmp_path / ("n" * 300)  # nobody may look at it, not even root
    window.desk.keep(papers_folder=str(too_long))
    members_page(window, qtbot).list.excel.click()
    sheet = sheet_of(window, qtbot)
    QTest.keyClick(sheet.save, Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.directory().path() == str(Path.home())
    dialog.reject()
    sheet.reject()


def test_those_who_owe_are_the_list_of_who_is_behind(window: MainWindow, qtbot: QtBot) -> None:
    page = members_page(window, qtbot)
    page.list.filter("behind")
    page.list.excel.click()
    sheet = sheet_of(window, qtbot)
    assert sheet.wanted().what == "arrears"
    assert sheet.when.words() == "At the end of"
    sheet.reject()


def test_the_cash_book_of_the_month_and_account_in_view(window: MainWindow, qtbot: QtBot) -> None:
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    month = Month.of(window.desk.today).shift(-1)
    page.month.set_value(month)
    page._choose(2)
    idle(qtbot, window.desk)
    page.excel.click()
    sheet = sheet_of(window, qtbot)
    assert sheet.wanted() == ListWanted("cashbook", month.period, account=2)
    sheet.reject()
    page.unfinished.excel.click()
    sheet = sheet_of(window, qtbot)
    assert sheet.wanted().what == "open"
    sheet.reject()


def test_each_page_begins_with_its_own_list(window: MainWindow, qtbot: QtBot) -> None:
    for key, what in (
        ("complaints", "complaints"),
        ("meetings", "meetings"),
        ("notices", "papers"),
    ):
        window.go(key, "issued" if key == "notices" else None)
        idle(qtbot, window.desk)
        page: Any = window.page(key)
        page.excel.click()
        made = sheet_of(window, qtbot)
        assert made.wanted().what == what
        assert made.wanted().period == Period.year(window.desk.today.year)
        made.reject()


def test_for_the_county_names_go_unless_they_are_ticked(window: MainWindow, qtbot: QtBot) -> None:
    window.go("notices")
    idle(qtbot, window.desk)
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    page.excel.click()
    sheet = sheet_of(window, qtbot)
    today = Month.of(window.desk.today)
    assert sheet.wanted() == ListWanted(YEAR, Period.year(today.year))
    who = sheet.fields["for"].editor
    assert isinstance(who, ComboBox)
    who.setFocus()
    QTest.keyClick(who, Qt.Key.Key_Down)
    assert who.value() == COUNTY and not sheet.wanted().people
    sheet.names.setChecked(True)
    assert sheet.wanted().people
    sheet.reject()


def test_a_members_statement(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = members_page(window, qtbot)
    item = next(one for one in page._more() if one.words == "Statement in Excel")
    item.do()
    sheet = sheet_of(window, qtbot)
    wanted = sheet.wanted()
    assert (wanted.what, wanted.member) == ("statement", page.row().number)
    under_way = sheet.write(tmp_path / "s.xlsx")
    qtbot.waitUntil(under_way.open_it.isVisible, timeout=LONG)
    title = openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[0]["A1"].value
    assert page.row().name in str(title)
    under_way.reject()


def test_a_folder_that_cannot_be_written_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    members_page(window, qtbot).list.excel.click()
    under_way = sheet_of(window, qtbot).write(tmp_path / "none" / "m.xlsx")
    qtbot.waitUntil(under_way.close_it.isVisible, timeout=LONG)
    assert under_way.windowTitle() == "The list could not be written"
    assert "cannot be written" in under_way.said.words() and not under_way.open_it.isVisible()
    said = under_way.said
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    under_way.reject()


def test_stopping_leaves_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    members_page(window, qtbot).list.excel.click()
    under_way = sheet_of(window, qtbot).write(tmp_path / "m.xlsx")
    QTest.keyClick(under_way, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.desk.tasks.busy, timeout=LONG)
    assert none_open(window) and not list(tmp_path.glob("*.xlsx*"))


def test_the_child_says_how_far_it_is_and_stops(book: Book, tmp_path: Path) -> None:
    progress, path = Progress(), tmp_path / "y.xlsx"
    wanted = ListWanted(YEAR, Period.year(2026), people=False)
    assert write_list(book.path, path, wanted, "sw", progress, Event())
    assert path.exists()
    stopped = Event()
    stopped.set()
    assert not write_list(book.path, tmp_path / "n.xlsx", wanted, "sw", progress, stopped)
    assert [one.name for one in tmp_path.glob("*.xlsx*")] == ["y.xlsx"]
    with pytest.raises(CannotWriteError):
        write_list(book.path, tmp_path / "no" / "y.xlsx", wanted, "sw", progress, Event())


def test_the_words_of_the_call() -> None:
    wanted = ListWanted("cashbook", Period.parse("2026-Q4"), account=2, people=False)
    assert words_of(Path("b.imt"), Path("c.xlsx"), wanted, "fr") == [
        "export", "b.imt", "c.xlsx", "--list", "cashbook", "--language", "fr", "--period", "2026-Q4",
        "--account", "2", "--no-names", "--progress", "--json",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["members", "opening", "payments", "expenses"])
def test_a_template_is_saved_from_the_page_that_brings_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    window.go("bringing-in")
    idle(qtbot, window.desk)
    page = window.page("bringing-in")
    assert isinstance(page, BringingInPage)
    page.views.start.templates[kind].click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "empty.xlsx"))
    with qtbot.waitSignal(window.desk.said) as said:
        dialog.accept()
    assert said.args == ["Saved: empty.xlsx"]
    assert openpyxl.load_workbook(tmp_path / "empty.xlsx").worksheets[0]["A1"].value
