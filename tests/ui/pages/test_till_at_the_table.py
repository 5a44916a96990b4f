"""What went wrong when somebody who knew only the README sat at the till for a month."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Ref, Signing
from imt_desktop.ledger import billing, income, payments
from imt_desktop.ledger.billing import BillRequest, DisputeRequest
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ledger.payments import IdentifyRequest
from imt_desktop.ledger.register import members
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, press, said
from tests.ui.pages.test_till import find, owed, pay, till

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReceivePage:
    return till(window, qtbot)


def chosen(page: ReceivePage, words: str) -> QAbstractButton:
    found = page.paying.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == words)


def test_enter_saves_also_after_a_click_on_keep(
    page: ReceivePage, qtbot: QtBot, book: Book
) -> None:
    find(page, qtbot, "peter")
    QTest.keyClicks(page.paying.handed, "1000")
    keep = chosen(page, "Keep as paid ahead")
    press(keep)
    keep.setFocus()
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(keep, Key.Key_Return)
    idle(qtbot, page.desk)
    with book.read() as reading:
        assert members(reading)[1].ahead.minor == 10_000


def test_alt_k_keeps_what_is_too_much_and_tab_comes_to_it_first(
    page: ReceivePage, qtbot: QtBot
) -> None:
    find(page, qtbot, "peter")
    QTest.keyClicks(page.paying.handed, "1000")
    assert not page.paying.kept.isVisible()
    QTest.keyClick(page.paying.handed, Key.Key_K, ALT)
    assert page.paying.over.value() is True
    assert "100" in page.paying.kept.words()
    QTest.keyClick(page.paying.handed, Key.Key_Tab)
    assert page.window().focusWidget() in page.paying.over.stops()
    QTest.keyClick(page.window().focusWidget(), Key.Key_Tab)
    assert page.window().focusWidget() in page.paying.ways.stops()


def test_who_owes_nothing_is_told_that_it_is_paid_ahead(page: ReceivePage, qtbot: QtBot) -> None:
    pay(page, qtbot, "peter", "900")
    find(page, qtbot, "peter")
    QTest.keyClicks(page.paying.handed, "450")
    assert "450" in page.paying.kept.words()
    assert page.paying.kept.isVisible()


def test_the_receipt_on_screen_says_all_that_is_paid_ahead(page: ReceivePage, qtbot: QtBot) -> None:
    for amount in ("900", "2250", "450"):
        pay(page, qtbot, "peter", amount)
    assert "2,700" in page.saved.rest.words()
    assert "450" not in page.saved.rest.words().replace("2,700", "")


def test_the_bank_too_asks_for_its_reference(page: ReceivePage, qtbot: QtBot, book: Book) -> None:
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "450")
    QTest.keyClick(page.paying.handed, Key.Key_3, ALT)
    assert page.window().focusWidget() is page.paying.reference
    assert "on the slip" in said(page.paying._reference)
    QTest.keyClicks(page.paying.reference, "SLIP 77")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.reference, Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 45_000


def test_a_reference_used_before_names_the_payment(page: ReceivePage, qtbot: QtBot) -> None:
    for member in ("1", "2"):
        find(page, qtbot, member)
        QTest.keyClicks(page.paying.handed, "450")
        QTest.keyClick(page.paying.handed, Key.Key_2, ALT)
        QTest.keyClicks(page.paying.reference, "RKX12AB3CD")
        QTest.keyClick(page.paying.reference, Key.Key_Return)
        idle(qtbot, page.desk)
    error = page.paying._reference.error or ""
    assert "receipt 1, Mwikali Nzomo" in error
    assert "entry" not in error


def test_a_number_is_no_payer(page: ReceivePage, qtbot: QtBot, book: Book) -> None:
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "450")
    page.paying.more.unfold(True)
    QTest.keyClicks(page.paying.more.paid_by, "23")
    QTest.keyClick(page.paying.more.paid_by, Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 90_000
    assert "“23”" in (page.paying.more._brought.error or "")


def test_no_enter_falls_on_what_opens_more_fields(page: ReceivePage, qtbot: QtBot) -> None:
    find(page, qtbot, "1")
    assert page.paying.more.toggle.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("typed", ["ksh 950/=", "950/=", "KES 950", "Ksh. 950", "950 ksh"])
def test_amounts_are_read_as_people_write_them(page: ReceivePage, qtbot: QtBot, typed: str) -> None:
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, typed)
    amount = page.paying.handed.amount()
    assert amount is not None
    assert amount.minor == 95_000


def cancel_the_newest(page: ReceivePage, qtbot: QtBot) -> None:
    page.today.list.setFocus()
    QTest.keyClick(page.today.list, Key.Key_Delete)
    window = page.window()
    assert isinstance(window, MainWindow)
    form = opened(window, Form)
    QTest.keyClicks(form.fields["reason"].editor, "typed twice")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(form.do, Key.Key_Space)
    idle(qtbot, page.desk)


def test_a_cancelled_receipt_loses_its_tick_its_code_and_its_print(
    page: ReceivePage, qtbot: QtBot
) -> None:
    pay(page, qtbot, "1", "500")
    cancel_the_newest(page, qtbot)
    assert page.saved.number.words() == "Receipt 1 is cancelled"
    assert not page.saved.code.isVisible() and not page.saved.print.isVisible()
    page.today.list.choose(page.today.list.rows_model.rows[0])
    assert not page.today.print.isEnabled()
    pay(page, qtbot, "1", "500")
    assert page.saved.code.isVisible()


def test_after_cancelling_the_next_one_in_the_queue_is_typed_at_once(
    page: ReceivePage, qtbot: QtBot
) -> None:
    pay(page, qtbot, "1", "500")
    cancel_the_newest(page, qtbot)
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.search.box)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F2])
def test_keys_lead_from_the_receipts_to_who_pays(
    page: ReceivePage, qtbot: QtBot, key: Qt.Key
) -> None:
    pay(page, qtbot, "1", "500")
    page.today.list.setFocus()
    QTest.keyClick(page.today.list, key)
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.search.box)


def test_only_months_are_called_months(page: ReceivePage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        fine = BillRequest(member="1", item="fine", amount=Decimal(200), on=writing.today)
        billing.bill_one(writing, fine)
    page.desk.changed.emit(actions_paid())
    idle(qtbot, page.desk)
    find(page, qtbot, "1")
    words = [chip.words for chip in page.paying._chips._chips]
    assert words == ["1 month 450", "2 months 900", "All 1,100"]


def actions_paid() -> object:
    from imt_desktop.ui.pages.receive.actions import PAID

    return PAID


def test_a_disputed_bill_says_so_at_the_till(page: ReceivePage, qtbot: QtBot, book: Book) -> None:
    with book.read() as reading:
        (row,) = reading.driver.execute(
            "SELECT seq, line FROM bill WHERE member=1 ORDER BY seq LIMIT 1"
        ).fetchall()
    with book.write(Signing(1)) as writing:
        billing.dispute(
            writing, DisputeRequest(bill=Ref(*row), disputed=True, reason="was not there")
        )
    find(page, qtbot, "1")
    marks = [line.mark for line in page.debts._table.rows()]
    assert marks[0] == ""
    assert getattr(marks[1], "words", "") == "Disputed: paid last"


def test_money_given_its_member_stands_among_todays_receipts(
    window: MainWindow, page: ReceivePage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = IncomeLine(
            amount=Decimal(450), income="unknown", account=3, payer="0722", reference="QX1",
            receipt=False,
        )  # fmt: skip
        entry = income.receive_other(writing, IncomeRequest(lines=(line,))).seq
    window.go("money", "unknown")
    idle(qtbot, window.desk)
    money = window.page("money")
    assert isinstance(money, MoneyPage)
    second = money.unfinished.list.rows_model.line(0).second
    assert "QX1" in second
    assert "Mobile money" in second
    money._finish(money.known().unknown[0])
    form = opened(window, Form)
    assert any("QX1" in words for words in said(form))
    form.leave()
    with book.write(Signing(1)) as writing:
        payments.identify(writing, IdentifyRequest(received=Ref(entry, 1), member="2"))
    till(window, qtbot)
    page.desk.changed.emit(actions_paid())
    idle(qtbot, page.desk)
    (line,) = page.today.list.rows_model.rows
    assert (line.receipt, line.who) == (1, "Peter Musyoka")
    assert "0" in page.today._cash.text()
    assert "450 not in cash" in page.today._rest.text()
