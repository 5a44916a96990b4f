"""Everything that can be done with money, by keys on a real book: once well, once refused."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Ref, Signing
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import expenses, income, members, payments, register
from imt_desktop.ledger.accounts import CountRequest, accounts, count, counts, own_categories
from imt_desktop.ledger.closing.bank import bank_lines
from imt_desktop.ledger.expenses import AdvanceRequest, ExpenseLine, ExpenseRequest
from imt_desktop.ledger.forgetting import ForgetRequest, forget
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine
from imt_desktop.ledger.pads import pads
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.proof import proof
from imt_desktop.ledger.statements import open_items
from imt_desktop.ledger.vouchers import JPEG, KEPT_BYTES, MEGABYTE, PDF
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.picture import VoucherPicture
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money import moving
from imt_desktop.ui.pages.money.bank_lines import line_words
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.picking import MemberEdit
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.widgets import Button, ComboBox, Dialog, LineEdit
from tests.builders import expense
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import (
    HOSTILE,
    choose,
    opened,
    pick,
    press,
    refused,
    said,
    save,
    write,
)

POSITION = 0x8825


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, book: Book) -> MoneyPage:
    """The page over a book with 10,000 in the bank."""
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal(10_000), income="grant", account=2, payer="County")
        income.receive_other(writing, IncomeRequest(lines=(line,)))
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    return page


def form_of(page: MoneyPage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def sheet_of(page: MoneyPage) -> ListSheet:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, ListSheet)


def more(page: MoneyPage, words: str) -> Form:
    pick(page.more, words)
    return form_of(page)


def rows(book: Book, sql: str) -> list[tuple[object, ...]]:
    with book.read() as reading:
        return reading.driver.execute(sql).fetchall()


def balance(book: Book, account: int) -> Decimal:
    with book.read() as reading:
        return next(one.balance.decimal for one in accounts(reading) if one.id == account)


def line_with(page: MoneyPage, words: str) -> None:
    """Choose the line of the cash book that says these words."""
    table = page.book.table
    assert table.choose(next(row for row in table.rows() if words in f"{row.what} {row.note}"))


# Money in


def test_what_is_pressed_before_the_page_is_read_opens_then(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("money")
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    press(page.came)
    idle(qtbot, page.desk)
    assert form_of(page)


def test_money_in_of_a_kind_gets_a_receipt(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    choose(form, "income", "kiosk")
    refused(form, qtbot, "amount")
    write(form, amount="1,250.50", payer="Kiosk", text="October")
    save(form, qtbot)
    assert rows(
        book, "SELECT kind, who, text, amount, receipt FROM money_line ORDER BY seq DESC LIMIT 1"
    ) == [("kiosk", "Kiosk", "October", 125050, 2)]


def test_mobile_money_in_needs_its_reference_once(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    press(page.came)
    form = form_of(page)
    choose(form, "account", 3)
    write(form, amount="450", payer="Church")
    assert refused(form, qtbot, "reference") == "Write the reference of the mobile money message."
    write(form, reference="qx 77")
    save(form, qtbot)
    press(page.came)
    form = form_of(page)
    choose(form, "account", 3)
    write(form, amount="450", payer="Church", reference="QX77")
    assert "QX77 was used before" in refused(form, qtbot, "reference")
    form.leave()


def test_who_writes_down_an_old_book_goes_on_with_the_same_day_and_kind(
    page: MoneyPage, qtbot: QtBot
) -> None:
    press(page.came)
    form = form_of(page)
    choose(form, "income", "kiosk")
    day = page.desk.today - timedelta(days=9)
    write(form, amount="80", on=day.strftime("%d/%m/%Y"))
    with qtbot.waitSignal(page.desk.changed):
        press(form._again)
    idle(qtbot, page.desk)
    later = form_of(page)
    assert later is not form
    assert (later.day_of("on"), later.value_of("income")) == (day, "kiosk")
    write(later, on="")
    assert refused(later, qtbot, "on") == "Type a day, such as 15/10/2026."
    later.leave()


def test_interest_needs_no_receipt(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    press(page.came)
    form = form_of(page)
    assert form.ticked("receipt")
    choose(form, "income", "interest")
    assert not form.ticked("receipt")
    choose(form, "account", 2)
    write(form, amount="12")
    save(form, qtbot)
    assert rows(book, "SELECT receipt FROM money_line WHERE kind='interest'") == [(None,)]


def test_the_button_shows_enter_only_where_enter_presses_it(page: MoneyPage, qtbot: QtBot) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "category", "")
    own = form.fields["own_kind"].editor
    qtbot.waitUntil(lambda: form.focusWidget() is own and own.isVisible())
    qtbot.waitUntil(lambda: form.do.key == "")
    idle(qtbot, page.desk)
    assert form.do.key == ""
    QTest.keyClick(own, Qt.Key.Key_Return)
    assert form.focusWidget() is form.fields["account"].editor


def test_a_kind_in_own_words_is_added_where_it_is_first_needed(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    press(page.came)
    form = form_of(page)
    choose(form, "income", "")
    write(form, amount="80")
    assert refused(form, qtbot, "own_kind") == "A name is missing."
    write(form, own_kind="Raffle")
    save(form, qtbot)
    with book.read() as reading:
        assert [(one.direction, one.name) for one in own_categories(reading)] == [("in", "Raffle")]
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("receive")  # nobody wrote down from whom: the receipt is named after what it is for
    till = window.page("receive")
    idle(qtbot, page.desk)
    assert isinstance(till, ReceivePage)
    assert till.today.list.rows_model.line(0).name == "Raffle"
    window.go("money")
    idle(qtbot, page.desk)
    line_with(page, "Raffle")
    press(page.came)
    form = form_of(page)
    choose(form, "income", "own-1")
    form.leave()


def test_a_loan_is_owed_and_paid_back(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    form = more(page, "Loan received")
    write(form, amount="3,000", payer="Savings group")
    choose(form, "account", 2)
    save(form, qtbot)
    (item,) = page.unfinished.list.rows_model.rows
    assert (item.who, item.what) == ("Savings group", "loan")
    press(page.unfinished.finish)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="4000")
    refused(form, qtbot, "amount")
    write(form, amount="1000")
    save(form, qtbot)
    with book.read() as reading:
        assert [one.left.decimal for one in open_items(reading, "loan")] == [2000]


def test_money_not_known_whose_is_given_to_its_member(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    form = more(page, "Money not yet known whose")
    choose(form, "account", 3)
    write(form, amount="450", payer="0722 000 111", reference="QX1")
    save(form, qtbot)
    assert page.unfinished.chips.value() == "unknown"  # nothing else is open
    page.show_what("unknown")
    press(page.unfinished.finish)
    form = form_of(page)
    idle(qtbot, page.desk)
    pick_member = form.fields["member"].editor
    assert isinstance(pick_member, MemberEdit)
    QTest.keyClicks(pick_member, "nobody")
    assert "nobody" in refused(form, qtbot, "member")
    pick_member.clear()
    QTest.keyClicks(pick_member, "peter")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(pick_member, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    with book.read() as reading:
        assert register.member(reading, "2").owed.decimal == 450
        assert not open_items(reading, "unknown")
    assert waiting(page.desk).receipts == (2,)  # as after a payment at the till


def test_a_form_opened_by_its_key_knows_what_was_taken_meanwhile(
    page: MoneyPage, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.go("receive")
    with book.write(Signing(1)) as writing:
        paid = PaymentLine(member="1", amount=Decimal(450))
        payments.receive(writing, PaymentRequest(lines=(paid,)))
    window.desk.changed.emit(Changes(money=True, balances=True))
    QTest.keyClick(window, Qt.Key.Key_F3)
    idle(qtbot, window.desk)
    places = form_of(page).fields["account"].editor
    assert isinstance(places, ComboBox)
    assert places.itemText(0) == "Cash box, KSh 450"


# Money out


def test_charges_are_taken_from_the_bank(page: MoneyPage) -> None:
    form = more(page, "Bank and mobile charges")
    assert form.value_of("account") == 2
    form.leave()


def test_an_expense_is_paid_with_its_voucher_and_envelope(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    choose(form, "category", "fuel")
    write(form, amount="7,240", payee="Filling station", voucher="213", reference="FT1")
    write(form, envelope="envelope 12", text="40 litres")
    save(form, qtbot)
    assert rows(
        book,
        "SELECT what, kind, who, voucher, envelope, reference, text FROM money_line WHERE seq=(SELECT max(seq) FROM money_line)",
    ) == [("out", "fuel", "Filling station", "213", "envelope 12", "FT1", "40 litres")]
    assert balance(book, 2) == 2760
    press(page.went)
    form = form_of(page)
    write(form, voucher="213")
    QTest.keyClick(form.fields["voucher"].editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("used before: Filling station" in words for words in said(form)))
    form.leave()


def test_an_expense_without_any_paper_says_that_the_closing_asks_for_it(
    page: MoneyPage, qtbot: QtBot
) -> None:
    press(page.went)
    form = form_of(page)

    def warned() -> bool:
        return any("the closing of the month will ask" in words for words in said(form))

    assert warned()
    for field in ("voucher", "envelope"):
        write(form, **{field: "12"})
        assert not warned()
        write(form, **{field: ""})
        assert warned()
    choose(form, "category", "charges")  # no bank gives a paper for them
    assert not warned()
    form.leave()


def test_the_cash_book_says_what_an_expense_was_for_beside_its_note(
    page: MoneyPage, qtbot: QtBot
) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="250", payee="Oil Libya", text="40 litres")
    save(form, qtbot)
    row = next(row for row in page.book.table.rows() if row.what == "40 litres")
    assert row.note == "Diesel for the pump · Oil Libya"


def test_an_expense_is_owed_and_paid_later(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "account", None)
    assert form.fields["due_on"].isVisible()
    assert not form.fields["reference"].isVisible()
    soon = page.desk.today + timedelta(days=20)
    write(form, amount="900", payee="Hardware", due_on="x")
    refused(form, qtbot, "due_on")
    write(form, due_on=soon.strftime("%d/%m/%Y"))
    save(form, qtbot)
    with book.read() as reading:
        assert [one.due_on for one in open_items(reading, "owed")] == [soon]
    press(page.unfinished.finish)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="400", voucher="17")
    save(form, qtbot)
    assert balance(book, 2) == 9600
    with book.read() as reading:
        assert [one.left.decimal for one in open_items(reading, "owed")] == [500]


@pytest.mark.parametrize(("words", "kind"), [("Wages", "wages"), ("Bank and mobile", "charges")])
def test_wages_and_charges_have_a_short_way(
    page: MoneyPage, qtbot: QtBot, book: Book, words: str, kind: str
) -> None:
    form = more(page, words)
    choose(form, "account", 2)
    write(form, amount="60")
    if kind == "wages":
        assert refused(form, qtbot, "payee") == "Say who was paid."
        write(form, payee="Pump operator")
    save(form, qtbot)
    assert rows(book, "SELECT kind FROM money_line ORDER BY seq DESC LIMIT 1") == [(kind,)]


# Photos


def photo(folder: Path, name: str = "diesel.jpg") -> Path:
    exif = Image.Exif()
    exif.get_ifd(POSITION)[2] = (1.0, 16.0, 12.0)
    file = folder / name
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(file, "JPEG", exif=exif)
    return file


def drop(field: VoucherField, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    at, act = field.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(field, QDragEnterEvent(at, act, mime, left, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(at), act, mime, left, none))


def voucher_field(form: Form, name: str = "attachment") -> VoucherField:
    field = form.fields[name].editor
    assert isinstance(field, VoucherField)
    return field


def test_a_photo_is_dropped_shrunk_kept_and_shown(
    page: MoneyPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="7,240", payee="Filling station", voucher="213")
    field = voucher_field(form)
    drop(field, photo(tmp_path))
    assert field.busy and not form.do.isEnabled()
    qtbot.waitUntil(lambda: not field.busy)
    assert any("diesel.jpg" in words for words in said(form))
    save(form, qtbot)

    (name,) = rows(book, "SELECT attachment FROM money_line WHERE attachment IS NOT NULL")[0]
    kept = book.file(str(name))
    assert kept is not None
    assert kept[0] == JPEG and len(kept[1]) <= KEPT_BYTES
    assert not Image.open(BytesIO(kept[1])).getexif()

    line_with(page, "Filling station")
    idle(qtbot, page.desk)
    picture = page.panel.view.findChild(VoucherPicture)
    assert picture is not None and picture.isVisible()
    assert {"Voucher 213", "Filling station", "213"} <= set(said(page.panel))
    press(picture.closer)
    closer = opened(page.window(), Dialog)  # type: ignore[arg-type]
    closer.grab()
    closer.accept()


def test_a_pdf_is_kept_and_shown_page_by_page(
    page: MoneyPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    pdf = tmp_path / "bill.pdf"
    pages = [Image.new("RGB", (300, 400), shade) for shade in ("white", "gray")]
    pages[0].save(pdf, "PDF", save_all=True, append_images=pages[1:])
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="20", payee="Printer")
    voucher_field(form).take(pdf)
    qtbot.waitUntil(lambda: not voucher_field(form).busy)
    save(form, qtbot)
    assert rows(book, "SELECT media FROM file") == [(PDF,)]
    line_with(page, "Printer")
    idle(qtbot, page.desk)
    picture = page.panel.view.findChild(VoucherPicture)
    assert picture is not None and picture.isVisible()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("<b>fake.jpg", b"MZ this is a program", "neither a photo"),
        ("film.jpg", bytes(30 * MEGABYTE + 1), "far too large"),
        ("cut.pdf", b"%PDF-1.7 cut off", "neither a photo"),
    ],
)
def test_what_is_no_voucher_is_refused_beside_the_field(
    page: MoneyPage, qtbot: QtBot, book: Book, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, amount="20", payee="Printer")
    field = voucher_field(form)
    drop(field, file)
    qtbot.waitUntil(lambda: not field.busy)
    assert words in (form.fields["attachment"].error or "")
    assert words in refused(form, qtbot, "attachment")  # not booked without its photo unseen
    field.remove.setFocus()
    QTest.keyClick(field.remove, Qt.Key.Key_Return)  # takes it away, as the space bar does
    assert form.fields["attachment"].error is None
    save(form, qtbot)
    assert rows(book, "SELECT count(*) FROM file") == [(0,)]


# Advances


def test_an_advance_is_handed_out_and_accounted_for(
    page: MoneyPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    form = more(page, "Hand out an advance")
    choose(form, "account", 2)
    write(form, amount="3,000", purpose="spare parts")
    refused(form, qtbot, "person")
    write(form, person="Juma")
    save(form, qtbot)

    page.show_what("advances")
    press(page.unfinished.finish)
    form = form_of(page)
    write(form, n1_amount="1,200", n1_payee="Hardware", n1_voucher="31")
    voucher_field(form, "1/attachment").take(photo(tmp_path))
    qtbot.waitUntil(lambda: not voucher_field(form, "1/attachment").busy)
    press(next(one for one in form.findChildren(Button) if one.words == "One more voucher"))
    write(form, n2_amount="1,500")
    assert refused(form, qtbot, "2/payee") == "Say who was paid."
    write(form, n2_payee="Bus")
    assert any("KSh\u00a0300 left" in words for words in said(form))
    choose(form, "account", 1)
    write(form, returned="301")
    refused(form, qtbot, "returned")
    write(form, returned="300")
    save(form, qtbot)
    with book.read() as reading:
        assert not open_items(reading, "advance")
    assert balance(book, 1) == 300
    assert rows(
        book, "SELECT who, amount, voucher FROM money_line WHERE what='spent' ORDER BY line"
    ) == [
        ("Hardware", 120000, "31"),
        ("Bus", 150000, ""),
    ]


def test_the_voucher_of_an_expense_is_one_press_away(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        for number in range(102):  # more than the list of expenses holds
            line = ExpenseLine(
                payee=f"Shop {number}", category="parts", amount=Decimal(5), account=2
            )
            spent = expenses.spend(writing, ExpenseRequest(lines=(line,)))
            if number == 0:
                first = spent
    page.load()
    idle(qtbot, page.desk)
    line_with(page, "Shop 0")
    idle(qtbot, page.desk)
    press(page.panel.voucher)
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow) and window.shell.page_key() == "notices"
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None
    assert (wanted.paper, wanted.expense) == ("voucher", f"{first.seq}/1")
    window.go("money")
    idle(qtbot, page.desk)
    came = next(row for row in page.book.table.rows() if "Shop" not in f"{row.what} {row.note}")
    assert page.book.table.choose(came)
    idle(qtbot, page.desk)
    assert not page.panel.voucher.isVisible()


def test_a_settlement_is_found_from_its_advance_and_cancelled_whole(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        given = expenses.give_advance(
            writing, AdvanceRequest(person="Juma", purpose="pipes", amount=Decimal(500), account=2)
        )
        line = ExpenseLine(payee="Hardware", category="parts", amount=Decimal(500))
        expenses.settle_advance(
            writing, expenses.SettleAdvanceRequest(advance=Ref(given.seq), lines=(line,))
        )
    page.load()
    idle(qtbot, page.desk)
    line_with(page, "Juma")
    idle(qtbot, page.desk)
    link = next(one for one in page.panel.findChildren(Button) if one.words.startswith("Entry"))
    press(link)
    idle(qtbot, page.desk)
    assert "Spent from an advance" in said(page.panel)
    press(page.panel.cancel)
    form = form_of(page)
    assert any("All vouchers of this advance" in words for words in said(form))
    write(form, reason="wrong person")
    save(form, qtbot)
    with book.read() as reading:
        assert [one.left.decimal for one in open_items(reading, "advance")] == [500]


# Accounts, moves, counts, the old book


def test_a_further_account_is_opened_and_money_moved_to_it(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    form = more(page, "Open an account")
    choose(form, "type", "reserve")
    write(form, name="Pump reserve")
    save(form, qtbot)
    press(page.move_it)
    form = form_of(page)
    choose(form, "source", 2)
    choose(form, "target", 2)
    write(form, amount="4,000", charges="20", reference="slip 1")
    assert "itself" in refused(form, qtbot, "target")
    choose(form, "target", 4)
    save(form, qtbot)
    assert (balance(book, 2), balance(book, 4)) == (5980, 4000)


def test_who_has_one_place_for_money_is_asked_for_another_before_moving(page: MoneyPage) -> None:
    known = page.known()
    form = moving.move_money(page, page.desk, replace(known, accounts=known.accounts[:1]))
    assert "one place only" in "\n".join(said(form)) and "type" in form.fields
    form.reject()


def test_counts_say_whether_they_agree_and_are_listed(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_F5)
    idle(qtbot, page.desk)
    form = form_of(page)
    choose(form, "account", 2)
    write(form, counted="9,980", by=" ")
    assert refused(form, qtbot, "by") == "A name is missing."
    write(form, by="A. B., junior", explanation="charges")
    two = "Money is counted by two people. Write both names."
    assert refused(form, qtbot, "second") == two
    write(form, second="a. b., JUNIOR")
    assert refused(form, qtbot, "second") == two
    write(form, second="C. D.")
    with qtbot.waitSignal(page.desk.said) as heard:
        save(form, qtbot)
    assert "KSh\u00a020 too little" in heard.args[0]
    with book.read() as reading:
        (count,) = counts(reading)
    assert count.by == ("A. B., junior", "C. D.")
    line_with(page, "Cash counted")
    idle(qtbot, page.desk)
    assert not page.panel.cancel.isVisible()
    assert {"charges", "KSh\u00a010,000"} <= set(said(page.panel))
    pick(page.more, "Counts")
    idle(qtbot, page.desk)
    sheet = sheet_of(page)
    assert len(sheet.list.rows_model.rows) == 1
    assert "charges" in said(sheet)
    sheet.reject()


@pytest.mark.parametrize(
    ("what", "typed"),
    [("account", {}), ("owed", {"payee": "Hardware"}), ("loan", {"payee": "Church"})],
)
def test_balances_of_the_old_book_are_taken_over(
    page: MoneyPage, qtbot: QtBot, book: Book, what: str, typed: dict[str, str]
) -> None:
    form = more(page, "Balance from the old book")
    choose(form, "what", what)
    assert form.fields["account"].isVisible() == (what == "account")
    assert form.fields["payee"].isVisible() == (what != "account")
    refused(form, qtbot, "amount")
    write(form, amount="1,500", **typed)
    save(form, qtbot)
    if what == "account":
        assert balance(book, 1) == 1500
    else:
        with book.read() as reading:
            assert [one.who for one in open_items(reading, what)] == list(typed.values())
        press(page.unfinished.open)
        idle(qtbot, page.desk)
        press(page.panel.cancel)
        form = form_of(page)
        write(form, reason="not ours")
        save(form, qtbot)
        with book.read() as reading:
            assert not open_items(reading, what)


# Pads and kinds


def test_a_pad_is_registered_seen_and_cancelled(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    pick(page.more, "Receipt pads")
    idle(qtbot, page.desk)
    sheet = sheet_of(page)
    press(next(one for one in sheet.findChildren(Button) if one.words == "Register a pad"))
    form = form_of(page)
    write(form, first="150", last="101", holder="kiosk")
    refused(form, qtbot, "first")
    write(form, first="101", last="150")
    save(form, qtbot)
    qtbot.waitUntil(sheet.isVisible)
    (pad,) = sheet.list.rows_model.rows
    assert (pad.first, pad.last, pad.holder) == (101, 150, "kiosk")
    sheet.list.choose(pad)
    press(next(one for one in sheet.findChildren(Button) if one.words == "Cancel it"))
    form = form_of(page)
    refused(form, qtbot, "reason")
    write(form, reason="lost")
    save(form, qtbot)
    with book.read() as reading:
        assert not pads(reading)
    qtbot.waitUntil(sheet.isVisible)
    sheet.reject()


def test_missing_numbers_of_a_pad_are_named(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        payments.register_pad(writing, payments.PadRequest(first=1, last=50, holder="kiosk"))
        lines = tuple(
            PaymentLine(member="1", amount=Decimal(10), pad=number) for number in ("1", "4")
        )
        payments.receive(writing, PaymentRequest(lines=lines))
    pick(page.more, "Receipt pads")
    idle(qtbot, page.desk)
    sheet = sheet_of(page)
    assert "missing: 2, 3" in sheet.list.rows_model.line(0).spoken()
    sheet.reject()


def test_own_kinds_are_listed_and_added(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    pick(page.more, "Kinds of money")
    idle(qtbot, page.desk)
    sheet = sheet_of(page)
    press(next(one for one in sheet.findChildren(Button) if one.words == "Add a kind"))
    form = form_of(page)
    refused(form, qtbot, "name")
    write(form, name="Honoraria")
    save(form, qtbot)
    qtbot.waitUntil(sheet.isVisible)
    assert [one.name for one in sheet.list.rows_model.rows] == ["Honoraria"]
    sheet.reject()
    press(page.went)
    form = form_of(page)
    choose(form, "category", "own-1")
    form.leave()


# Cancelling, and what is not asked for


def test_a_line_of_the_cash_book_is_cancelled(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    line_with(page, "County")
    idle(qtbot, page.desk)
    press(page.panel.cancel)
    form = form_of(page)
    assert any("no longer lies in: Bank" in words for words in said(form))
    refused(form, qtbot, "reason")
    write(form, reason="not ours")
    save(form, qtbot)
    assert balance(book, 2) == 0
    assert not page.panel.cancel.isVisible()
    assert "Cancelled" in said(page.panel)
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)


def test_an_empty_cash_book_says_how_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    assert page.book.nothing.isVisible() and not page.book.table.isVisible()
    press(page.book.old_book)
    form = form_of(page)
    write(form, amount="1,200")
    save(form, qtbot)
    assert page.book.table.isVisible()


def test_every_line_of_a_full_month_can_be_opened(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = ExpenseLine(payee="Hardware", category="parts", amount=Decimal(50), account=None)
        expenses.spend(writing, ExpenseRequest(lines=(line,)))
        payments.receive(
            writing, PaymentRequest(lines=(PaymentLine(member="1", amount=Decimal(1000)),))
        )
        payments.refund(writing, payments.RefundRequest(member="1", amount=Decimal(50)))
        expenses.give_advance(
            writing, AdvanceRequest(person="Juma", purpose="pipes", amount=Decimal(5))
        )
    page.load()
    idle(qtbot, page.desk)
    for row in page.book.table.rows():
        if row.ref is not None:
            page.book.table.choose(row)
            idle(qtbot, page.desk)
            assert page.panel.isVisible()
            assert said(page.panel)
    with book.read() as reading:
        for row in page.book.table.rows():
            if row.ref is not None:
                assert proof(reading, row.ref).entered.responsible == "Amina Wanjiru"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_shown_as_they_are(
    page: MoneyPage, qtbot: QtBot, book: Book, name: str
) -> None:
    press(page.went)
    form = form_of(page)
    choose(form, "account", 2)
    choose(form, "category", "")
    for field in ("payee", "voucher", "envelope", "text", "reference", "own_kind"):
        editor = form.fields[field].editor
        assert isinstance(editor, LineEdit)
        editor.setText(name)
    write(form, amount="20")
    save(form, qtbot)
    with book.write(Signing(1)) as writing:
        household = MemberLine(adults=(AdultLine(name=name),))
        members.join(writing, JoinRequest(lines=(household,)))
    pick(page.more, "Open an account")
    form = form_of(page)
    editor = form.fields["name"].editor
    assert isinstance(editor, LineEdit)
    editor.setText(name)
    save(form, qtbot)
    line_with(page, name)
    idle(qtbot, page.desk)
    assert page.window().minimumSizeHint().width() <= 1024
    page.window().grab()
    press(page.panel.cancel)
    form = form_of(page)
    assert form.height() <= page.window().height()
    form.leave()
    press(page.move_it)
    form = form_of(page)
    assert form.width() <= page.window().width()
    form.leave()


def test_a_book_with_a_photo_verifies(
    page: MoneyPage, qtbot: QtBot, book: Book, tmp_path: Path
) -> None:
    press(page.went)
    form = form_of(page)
    write(form, amount="20", payee="Printer")
    choose(form, "account", 2)
    voucher_field(form).take(photo(tmp_path))
    qtbot.waitUntil(lambda: not voucher_field(form).busy)
    save(form, qtbot)
    assert not verify(book.path, ROOMS).problems


def test_what_was_brought_forward_leads_to_the_month_that_adds_up_to_it(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    now, table = page.month.value(), page.book.table
    with book.write(Signing(1)) as writing:
        then = now.shift(-1).last
        line = IncomeLine(amount=Decimal(300), income="other", payer="Kiosk", on=then)
        income.receive_other(writing, IncomeRequest(lines=(line,)))
    page.desk.changed.emit(Changes(money=True))
    idle(qtbot, page.desk)
    assert (table.rows()[0].ref, table.rows()[0].balance) == (None, "300")
    table.setFocus()
    table.setCurrentIndex(table.rows_model.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    assert page.month.value() == now.shift(-1)
    assert [row.came for row in table.rows() if row.ref] == ["300"]
    assert table.rows()[-1].balance == "300"


def test_what_the_book_said_at_a_count_leads_to_the_lines_of_that_account(
    page: MoneyPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal(300), income="other", account=1, payer="Kiosk")
        income.receive_other(writing, IncomeRequest(lines=(line,)))
        count(writing, CountRequest(counted=Decimal(300), by=("A. B.", "C. D.")))
    page.desk.changed.emit(Changes(money=True))
    idle(qtbot, page.desk)
    page.show_what("counts")
    idle(qtbot, page.desk)
    sheet = sheet_of(page)
    said_then = sheet.list.row().counted.expected
    press(next(one for one in sheet.findChildren(Button) if one.text() == "Cash book"))
    idle(qtbot, page.desk)
    rows = page.book.table.rows()
    assert page._account == 1 and said_then.decimal == 300
    assert [row.came for row in rows if row.ref and row.came] == ["300"]
    assert rows[-1].balance == "300"


def test_what_a_forgotten_member_paid_does_not_stand_without_words(
    page: MoneyPage, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        adult = AdultLine(name="Zawadi Away")
        members.join(writing, JoinRequest(lines=(MemberLine(adults=(adult,)),)))
        lines = tuple(PaymentLine(member="4", amount=Decimal(77), account=one) for one in (1, 2))
        payments.receive(writing, PaymentRequest(lines=lines))
        refund = payments.RefundRequest(member="4", amount=Decimal(154), account=2)
        payments.refund(writing, refund)
        left = members.MemberStatusRequest(member="4", status="left", reason="moved")
        members.change_status(writing, left)
        forget(writing, ForgetRequest(member="4"))
    with book.read() as reading:
        (line, *_) = (one for one in bank_lines(reading, 2) if one.amount.minor == 7700)
    assert line_words(line, page.desk.tr) == "Forgotten"
    page.desk.changed.emit(Changes(money=True))
    idle(qtbot, page.desk)
    rows = [
        row for row in page.book.table.rows() if row.ref and row.came + row.went in ("77", "154")
    ]
    assert rows and all("Forgotten" in (row.what, row.note) for row in rows)
    window.go("receive")
    idle(qtbot, window.desk)
    till = window.page("receive")
    assert isinstance(till, ReceivePage)
    receipts = till.today.list.rows_model.rows
    assert [till.today.called(one) for one in receipts[:2]] == ["Forgotten", "Forgotten"]


def test_a_line_that_came_late_says_for_when(page: MoneyPage, qtbot: QtBot, book: Book) -> None:
    late = ExpenseRequest(lines=(expense(70, payee="Shop", text="nails"),), concerns="2026-09-20")
    with book.write(Signing()) as writing:
        expenses.spend(writing, late)
    page.desk.changed.emit(Changes(balances=True))
    idle(qtbot, page.desk)
    line_with(page, "nails")
    idle(qtbot, page.desk)
    row = next(row for row in page.book.table.rows() if row.what == "nails")
    assert row.note.startswith("for 20 Sep")
    assert "Concerns" in said(page.panel)
