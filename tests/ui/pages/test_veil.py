"""What others owe is not readable over the shoulder: one key, in the till, the sheet and the list."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.widgets import Table
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, said

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


# Everywhere else


def paid(book: Book) -> None:
    """Take 777 from the first household."""
    with book.write(Signing(1)) as writing:
        line = PaymentLine(member="1", amount=Decimal(777))
        receive(writing, PaymentRequest(lines=(line,), languages=("en",)))


def told(table: Table) -> str:
    """Return all that stands in a table."""
    columns = table.rows_model.columns
    return " | ".join(column.spoken(row) for row in table.rows() for column in columns)


def test_bills_that_are_made_tell_no_amount(window: MainWindow, qtbot: QtBot) -> None:
    month = Month.of(window.desk.today).shift(-1)
    window.go("billing", month)
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    assert page.made.isVisible() and "450" in told(page.made.table)
    veil(window)
    assert "450" not in told(page.made.table) and "Mwikali" in told(page.made.table)
    page.made.findChild(VeilButton).click()  # type: ignore[union-attr]  # it is there
    assert "450" in told(page.made.table)


def test_the_cash_book_and_its_line_tell_no_households_money(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    paid(book)
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    row = next(row for row in page.book.table.rows() if row.ref is not None)
    page.open_line(row.ref)
    idle(qtbot, window.desk)
    assert any("777" in words for words in said(page.panel))
    veil(window)
    idle(qtbot, window.desk)
    row = next(row for row in page.book.table.rows() if row.ref is not None)
    assert "777" not in row.came + row.balance and "Mwikali" in row.what
    assert not any("777" in words for words in said(page.panel))


def test_who_did_what_tells_no_amount(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    paid(book)
    window.go("trail")
    idle(qtbot, window.desk)
    page = window.page("trail")
    assert isinstance(page, TrailPage)
    assert "777" in page.table.rows()[0].said
    veil(window)
    idle(qtbot, window.desk)
    assert "777" not in page.table.rows()[0].said and "Mwikali" in page.table.rows()[0].said
    page.open_entry(page.table.rows()[0].seq)
    idle(qtbot, window.desk)
    sheet = opened(window, EntrySheet)
    assert not any("777" in words for words in said(sheet)) and "777" not in told(sheet.table)
    sheet.reject()


def test_no_paper_of_a_household_is_looked_at(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    paid(book)
    veil(window)
    window.go("notices", Wish("statement", member="1"))
    page = window.page("notices")
    assert isinstance(page, NoticesPage)
    with qtbot.waitSignal(page.previewer.drawn, timeout=20_000):
        pass
    assert "hidden from the queue" in page.preview.sheet._words
    assert page.deliver.print.isEnabled()
    with qtbot.waitSignal(page.previewer.drawn, timeout=20_000):
        veil(window)
    assert "hidden" not in page.preview.sheet._words
