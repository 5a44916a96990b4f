"""Before money goes out: is so much there, and was this voucher booked already? It is asked first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import expenses, income
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.widgets import AmountEdit, ComboBox, ConfirmDialog
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import none_open, opened, press, said, save, write


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, book: Book) -> MoneyPage:
    """A box with 1,000 in it; 200 went out of it with voucher V009."""
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal(1200), income="donation", account=1, payer="Church")
        income.receive_other(writing, IncomeRequest(lines=(line,)))
        spent = ExpenseLine(payee="Hardware", category="fuel", amount=Decimal(200), account=1,
                            voucher="V009")  # fmt: skip
        owed = ExpenseLine(payee="Welder", category="repairs", amount=Decimal(3200), account=None,
                           due_on=writing.today)  # fmt: skip
        expenses.spend(writing, ExpenseRequest(lines=(spent, owed)))
    window.go("money")
    idle(qtbot, window.desk)
    made = window.page("money")
    assert isinstance(made, MoneyPage)
    return made


def box(book: Book) -> int:
    with book.read() as reading:
        return accounts(reading)[0].balance.minor


def ask(window: MainWindow, form: Form, qtbot: QtBot) -> ConfirmDialog:
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, form.desk)
    return opened(window, ConfirmDialog)


@pytest.mark.parametrize("verb", ["out", "move"])
def test_more_than_lies_there_is_asked_before_it_is_booked(
    window: MainWindow, page: MoneyPage, qtbot: QtBot, book: Book, verb: str
) -> None:
    window.go("money", verb)
    form = opened(window, Form)
    write(form, amount="60000", **({"payee": "Fuel station"} if verb == "out" else {}))
    asked = ask(window, form, qtbot)
    assert any("KSh\xa01,000" in words or "KSh 1,000" in words for words in said(asked))
    QTest.keyClick(asked, Qt.Key.Key_Return)  # a stray Enter goes back
    assert form.isVisible()
    assert box(book) == 100_000
    asked = ask(window, form, qtbot)
    with qtbot.waitSignal(form.desk.changed):
        press(asked.do)
    idle(qtbot, window.desk)
    assert box(book) == -5_900_000
    assert none_open(window)


def test_a_voucher_number_used_before_is_said_beside_it_and_asked(
    window: MainWindow, page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    window.go("money", "out")
    form = opened(window, Form)
    write(form, amount="100", payee="Somebody", voucher="v009")
    form.fields["payee"].editor.setFocus()
    idle(qtbot, form.desk)
    assert any("used before: Hardware" in words for words in said(form.fields["voucher"]))
    asked = ask(window, form, qtbot)
    assert any("V009" in words.upper() and "Hardware" in words for words in said(asked))
    asked.reject()
    write(form, voucher="V010")
    save(form, qtbot)
    assert box(book) == 90_000


def test_the_next_expense_shows_what_is_left_now(
    window: MainWindow, page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    window.go("money", "out")
    form = opened(window, Form)
    write(form, amount="250", payee="Somebody")
    with qtbot.waitSignal(form.desk.changed):
        press(form._again)
    idle(qtbot, window.desk)
    form = opened(window, Form)
    editor = form.fields["account"].editor
    assert isinstance(editor, ComboBox)
    assert "750" in editor.currentText()
    form.leave()


def test_what_is_owed_is_filled_in(
    window: MainWindow, page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    page._finish(page.known().owed[0])
    form = opened(window, Form)
    amount = form.fields["amount"].editor
    assert isinstance(amount, AmountEdit)
    read = amount.amount()
    assert read is not None and read.minor == 320_000
    asked = ask(window, form, qtbot)
    assert any("3,200" in words for words in said(asked))
    asked.reject()
    form.leave()
