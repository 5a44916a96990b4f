"""Looking for a member at the till and on the list: what Enter takes is marked, or it is asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import members
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.member_search import MemberSearch
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.widgets import Button
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, press

Key = Qt.Key


@pytest.fixture
def till(window: MainWindow, qtbot: QtBot, book: Book) -> ReceivePage:
    """The till of a book with two members of one name, and one whose name has an apostrophe."""
    more = (
        MemberLine(adults=(AdultLine(name="Kamau Wanjiru"),), house="Blue gate", zone="Upper"),
        MemberLine(adults=(AdultLine(name="Kamau Wanjiru"),), number="14"),
        MemberLine(
            adults=(AdultLine(name="Nyong'o Kiplagat"),), number="46",
            phone="0726496600", phone_consent=True,
        ),
    )  # fmt: skip
    with book.write(Signing(1)) as writing:
        members.join(writing, JoinRequest(lines=more))
    window.go("receive")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    return page


def type_in(page: ReceivePage, qtbot: QtBot, words: str) -> MemberSearch:
    search = page.search
    search.clear()
    with qtbot.waitSignal(search.box.searched):
        QTest.keyClicks(search.box, words)
    return search


def names(search: MemberSearch) -> list[str]:
    return [row.name for row in search.list.rows_model.rows]


def enter(search: MemberSearch) -> None:
    QTest.keyClick(search.box, Key.Key_Return)


def test_the_row_that_enter_takes_is_marked(till: ReceivePage, qtbot: QtBot) -> None:
    search = type_in(till, qtbot, "nyongo kip")
    assert search.list.row().name == "Nyong'o Kiplagat"
    enter(search)
    assert till.debts._name.words() == "Nyong'o Kiplagat"


def test_two_of_one_name_are_asked_and_told_apart(
    window: MainWindow, till: ReceivePage, qtbot: QtBot
) -> None:
    search = type_in(till, qtbot, "kamau")
    assert names(search) == ["Kamau Wanjiru"] * 2
    assert "4, Blue gate, Upper" in search.list.rows_model.line(0).number
    assert search.list.row() is None
    enter(search)
    enter(search)
    assert till.debts.isHidden()
    assert "Several fit" in search.says.words()
    QTest.keyClick(search.box, Key.Key_Down)
    QTest.keyClick(search.box, Key.Key_Down)
    assert search.list.row().number == "14"
    enter(search)
    assert till.debts._about.words().startswith("No. 14")


def test_a_slip_offers_near_names_but_enter_takes_none(till: ReceivePage, qtbot: QtBot) -> None:
    search = type_in(till, qtbot, "Niongo Kiplaget")
    assert names(search) == ["Nyong'o Kiplagat"]
    enter(search)
    assert till.debts.isHidden()
    QTest.keyClick(search.box, Key.Key_Down)
    enter(search)
    assert till.debts.isVisible()


def test_an_amount_typed_into_the_search_finds_no_telephone(
    till: ReceivePage, qtbot: QtBot
) -> None:
    search = type_in(till, qtbot, "600")
    assert names(search) == []
    enter(search)
    assert till.debts.isHidden()
    assert "“600”" in search.says.words()


@pytest.mark.parametrize(
    ("words", "title"), [("New member", "New member"), ("Money not yet known whose", "Money in")]
)
def test_nobody_found_leads_on(
    window: MainWindow, till: ReceivePage, qtbot: QtBot, words: str, title: str
) -> None:
    search = type_in(till, qtbot, "Zebedayo")
    assert till._idle.isHidden()
    press(next(one for one in search.findChildren(Button) if one.words == words))
    idle(qtbot, window.desk)
    form = opened(window, Form)
    assert form.windowTitle() == title
    form.leave()


def test_as_many_are_shown_as_find_room(till: ReceivePage, qtbot: QtBot) -> None:
    search = type_in(till, qtbot, "a")
    rows = len(names(search))
    assert rows >= 5
    last = search.list.visualRect(search.list.rows_model.index(4, 0))
    assert search.list.viewport().rect().contains(last)


def test_the_last_receipt_makes_room_while_somebody_is_looked_for(
    till: ReceivePage, qtbot: QtBot
) -> None:
    search = type_in(till, qtbot, "mwik")
    enter(search)
    idle(qtbot, till.desk)
    QTest.keyClicks(till.paying.handed, "450")
    with qtbot.waitSignal(till.desk.changed):
        QTest.keyClick(till.paying.handed, Key.Key_Return)
    idle(qtbot, till.desk)
    assert till.saved.isVisible()
    type_in(till, qtbot, "a")
    assert till.saved.isHidden()
    search.clear()
    assert till.saved.isVisible()


def test_the_list_of_members_finds_numbers_first_and_near_names(
    window: MainWindow, till: ReceivePage, qtbot: QtBot
) -> None:
    window.go("members")
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    for words, number in (("46", "46"), ("nyongo", "46"), ("Nyongu Kiplagut", "46"), ("14", "14")):
        page.list.search.clear()
        with qtbot.waitSignal(page.list.search.searched):
            QTest.keyClicks(page.list.search, words)
        assert page.list.list.row().number == number, words
    with qtbot.waitSignal(page.list.search.searched):
        QTest.keyClicks(page.list.search, "qqq")
    press(page.list._new)
    opened(window, Form).leave()
