"""The bank's paper at the window: ticked by keys, what is left, and the difference explained."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.closing.bank import bank_lines, papers
from imt_desktop.ledger.income import IncomeLine, IncomeRequest, receive_other
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.bank_paper import PaperForm
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import Button, Fact
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, pick, press, refused, said, save, write

BANK = 2


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, book: Book) -> MoneyPage:
    """The page over a book with three lines in the bank: 10,000, 450 and 50."""
    with book.write(Signing(1)) as writing:
        for amount, payer in ((10_000, "County"), (450, HOSTILE[0]), (50, "Church")):
            line = IncomeLine(amount=Decimal(amount), income="grant", account=BANK, payer=payer)
            receive_other(writing, IncomeRequest(lines=(line,)))
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    return page


def bank_says(page: MoneyPage) -> str:
    """What stands on the card of the bank account."""
    return next(
        one.accessibleName() for one in page.findChildren(Fact) if one.words.startswith("Bank")
    )


def begin(page: MoneyPage, qtbot: QtBot, window: MainWindow) -> PaperForm:
    page.desk.go.emit("money", "bank")
    idle(qtbot, page.desk)
    return opened(window, PaperForm)


def test_what_the_paper_shows_is_ticked_by_keys(
    page: MoneyPage, qtbot: QtBot, window: MainWindow, book: Book
) -> None:
    form = begin(page, qtbot, window)
    assert form.focusWidget() is form.fields["balance"].editor
    QTest.keyClicks(form.focusWidget(), "10,450")
    assert "3 lines up to that day are not on the paper" in form.sums.text()
    assert not form.outcome.isVisible()  # before the first tick a difference means nothing
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    table = form.lines.table
    assert form.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert form.outcome.state.words == "what is ticked comes to KSh\u00a0450 less than the paper"
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert form.outcome.state.tone == "ok"
    assert not form.fields["explanation"].isVisible()
    assert "1 line up to that day is not on the paper: KSh\u00a050" in form.sums.text()
    assert len(form.lines.shown()) == 2
    save(form, qtbot)
    with book.read() as reading:
        (paper,) = papers(reading, BANK)
        assert [one.who for one in bank_lines(reading, BANK)] == ["Church"]
    assert (paper.balance.decimal, paper.unshown.decimal, paper.difference.minor) == (10450, 50, 0)
    assert "compared with the bank on" in bank_says(page)


def test_amounts_of_the_lines_have_the_same_decimals(
    page: MoneyPage, qtbot: QtBot, window: MainWindow, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal("12.50"), income="grant", account=BANK, payer="County")
        receive_other(writing, IncomeRequest(lines=(line,)))
    table = begin(page, qtbot, window).lines.table
    (amount,) = (one for one in table.rows_model.columns if one.right)
    assert sorted(map(amount.text, table.rows())) == ["10,000.00", "12.50", "450.00", "50.00"]


def test_a_difference_is_refused_until_it_is_explained(
    page: MoneyPage, qtbot: QtBot, window: MainWindow, book: Book
) -> None:
    form = begin(page, qtbot, window)
    refused(form, qtbot, "balance")
    press(form.lines.all)
    assert len(form.lines.shown()) == 3
    write(form, balance="10,400")
    assert "book what is missing" in refused(form, qtbot, "explanation")
    write(form, explanation="charges, the bank was asked")
    save(form, qtbot)
    with book.read() as reading:
        assert papers(reading, BANK)[0].difference.decimal == 100
    assert "the book has KSh\u00a0100 more than the paper" in bank_says(page)
    with book.read() as reading:
        (paper,) = papers(reading, BANK)
    for words, wish in (
        ("Cash book", ("money", CashBookWish(Month.of(paper.day), BANK))),
        ("Open the entry", ("trail", TrailWish(entry=paper.entry))),
    ):
        window.go("money")
        pick(page.more, "The bank's papers")
        idle(qtbot, page.desk)
        sheet = opened(window, ListSheet)
        sheet.list.choose(sheet.list.rows_model.rows[0])
        (way,) = [one for one in sheet.findChildren(Button) if one.words == words]
        with qtbot.waitSignal(page.desk.go) as followed:
            press(way)
        assert tuple(followed.args) == wish
        idle(qtbot, page.desk)


def test_later_lines_are_not_missing_on_an_older_paper(
    page: MoneyPage, qtbot: QtBot, window: MainWindow
) -> None:
    form = begin(page, qtbot, window)
    yesterday = page.desk.today - timedelta(days=1)
    write(form, day=f"{yesterday:%d/%m/%Y}", balance="0")
    assert form.outcome.state.tone == "ok" and "not on the paper" not in form.sums.text()
    press(form.lines.all)
    assert form.lines.shown() == ()
    tomorrow = page.desk.today + timedelta(days=1)
    write(form, day=f"{tomorrow:%d/%m/%Y}")
    refused(form, qtbot, "day")
    form.leave()


def test_ticks_are_not_lost_by_a_slip(page: MoneyPage, qtbot: QtBot, window: MainWindow) -> None:
    form = begin(page, qtbot, window)
    assert not form.fields.touched()
    press(form.lines.all)
    assert form.fields.touched()
    press(form.lines.nothing)
    assert not form.fields.touched() and form.lines.shown() == ()


def test_papers_are_listed_and_another_account_has_its_own(
    page: MoneyPage, qtbot: QtBot, window: MainWindow
) -> None:
    assert "bank's paper not yet obtained" in bank_says(page)
    pick(page.more, "The bank's papers")
    idle(qtbot, page.desk)
    sheet = opened(window, ListSheet)
    assert "not yet obtained" in "\n".join(said(sheet))
    form = PaperForm(page, page.desk, page.known())
    form.open()
    idle(qtbot, page.desk)
    choose(form, "account", 3)
    idle(qtbot, page.desk)
    assert form.lines.table.rows() == [] and "earlier papers" in "\n".join(said(form)).lower()
    write(form, balance="50")
    assert form.outcome.isVisible()  # there is nothing to tick
    write(form, balance="")
    form.leave()
    sheet.reject()
