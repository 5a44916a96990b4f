"""The till, with real keys on a real book."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.ledger.billing import BillRequest, bill_one
from imt_desktop.ledger.income import IncomeLine, IncomeRequest, receive_other
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine, join
from imt_desktop.ledger.register import members
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A4, A6
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.receive.again import PrintAgain
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.standing import about
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.printing.waiting_sheet import WaitingSheet
from imt_desktop.ui.printing.which_came import WhichCame
from imt_desktop.ui.widgets import Button, Words
from imt_desktop.ui.widgets.code_words import in_fours
from tests.reports.reading import codes_of
from tests.ui.pages.conftest import idle
from tests.ui.pages.spreadsheets import Sitting
from tests.ui.printers import NAME, NoPrinters, PdfPrinters

Key = Qt.Key


def till(window: MainWindow, qtbot: QtBot) -> ReceivePage:
    QTest.keyClick(window, Qt.Key.Key_F2)
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    return page


def owed(book: Book, number: str) -> int:
    with book.read() as reading:
        return next(row.owed.minor for row in members(reading) if row.number == number)


def find(page: ReceivePage, qtbot: QtBot, words: str) -> None:
    QTest.keyClicks(page.search.box, words)
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.paying.handed
    idle(qtbot, page.desk)


def test_a_household_pays_without_a_mouse(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    page = till(window, qtbot)
    assert page.window().focusWidget() is page.search.box
    find(page, qtbot, "mwik")
    assert page.paying.handed.is_empty()
    QTest.keyClicks(page.paying.handed, "500")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 40000
    assert page.saved.number.text() == "Receipt 1"
    assert page.window().focusWidget() is page.search.box
    assert page.search.box.text() == ""
    assert [line.receipt for line in page.today.list.rows_model.rows] == [1]


def test_who_is_found_by_the_second_adult_says_so(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    adults = (AdultLine(name="Eshe"), AdultLine(name="Hassan Ali"))
    with book.write(Signing(1)) as writing:
        join(writing, JoinRequest(lines=(MemberLine(adults=adults, zone="Market"),)))
    page = till(window, qtbot)
    QTest.keyClicks(page.search.box, "hassan")
    qtbot.waitUntil(lambda: bool(page.search.list.rows_model.rows))
    assert page.search.list.rows_model.line(0).number == "4, Hassan Ali, Market"


def test_change_goes_back_and_only_the_debt_is_booked(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "peter")
    QTest.keyClicks(page.paying.handed, "1000")
    assert "100" in page.paying.back.text()
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    assert owed(book, "2") == 0
    with book.read() as reading:
        assert not any(row.ahead for row in members(reading))


def test_enter_with_nothing_typed_saves_nothing(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "rose")
    with qtbot.assertNotEmitted(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
        assert not page.desk.tasks.busy
    assert owed(book, "3") == 90000
    assert page.paying.handed.wrong


def test_two_quick_enters_save_one_payment(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "450")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
        page.save()
    idle(qtbot, page.desk)
    assert owed(book, "1") == 45000


def test_what_is_no_amount_is_said_beside_the_field(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    QTest.keyClicks(page.paying.handed, "4x")
    QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    assert page.paying.handed.wrong
    assert not page.desk.tasks.busy
    assert owed(book, "1") == 90000


# The receipt.


@pytest.fixture
def printers(window: MainWindow, tmp_path: Path) -> PdfPrinters:
    """A printer that prints into files, chosen for receipts."""
    made = PdfPrinters(tmp_path)
    window.desk.printers = made
    window.desk.keep(receipt_printer=NAME)
    return made


def pay(
    page: ReceivePage, qtbot: QtBot, member: str, amount: str, key: Key = Key.Key_Return
) -> None:
    find(page, qtbot, member)
    QTest.keyClicks(page.paying.handed, amount)
    ctrl = Qt.KeyboardModifier.ControlModifier
    plain = Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(
            page.paying.handed, Key.Key_Return, ctrl if key == Key.Key_Control else plain
        )
    idle(qtbot, page.desk)


def at_the_printer(page: ReceivePage, qtbot: QtBot) -> None:
    """Wait until the receipt shown went to the printer."""
    qtbot.waitUntil(lambda: page.saved.state.text() == "It is at the printer.", timeout=20_000)
    idle(qtbot, page.desk)


def entries(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def test_number_code_and_change_stand_there_to_be_written_on_the_pad(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    pay(page, qtbot, "peter", "1000")
    assert page.saved.isVisible()
    assert page.saved.number.text() == "Receipt 1"
    assert page.saved.back.isVisible()
    assert "100" in page.saved.back.text()
    with book.read() as reading:
        code = anchor_of(reading.recorded(entries(book))).code
    assert page.saved.code.code == code
    assert page.saved.code.accessibleName() == in_fours(code)
    assert len(in_fours(code).split()) == 4
    assert page.saved.print.isHidden()  # no printer was chosen for receipts
    find(page, qtbot, "rose")
    assert page.saved.isHidden()


def test_enter_saves_and_prints_without_a_question(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = till(window, qtbot)
    assert page.paying.save.words == "Save and print receipt"
    pay(page, qtbot, "mwik", "500")
    at_the_printer(page, qtbot)
    assert printers.asked == 0
    sheet = printers.printed[0].read_bytes()
    with book.read() as reading:
        assert codes_of(sheet) == [anchor_of(reading.recorded(entries(book))).qr]
    assert raster.sizes(sheet)[0] == (
        pytest.approx(A6.width, abs=1),
        pytest.approx(A6.height, abs=1),
    )
    assert not waiting(page.desk).receipts
    before = entries(book)
    with qtbot.waitSignal(page.printer.printed):
        QTest.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)  # it jammed
    assert raster.png(sheet) == raster.png(printers.printed[1].read_bytes())
    assert entries(book) == before


def test_ctrl_enter_saves_without_printing_and_the_receipt_waits(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = till(window, qtbot)
    pay(page, qtbot, "mwik", "500", Key.Key_Control)
    assert owed(book, "1") == 40000
    assert not printers.printed
    assert waiting(page.desk).receipts == (1,)
    page.today.list.setFocus()
    QTest.keyClick(page.today.list, Key.Key_Down)
    before = entries(book)
    with qtbot.waitSignal(page.printer.printed):
        QTest.keyClick(page.today.list, Key.Key_Return)  # printed later, it is no copy
    assert entries(book) == before
    assert not waiting(page.desk).receipts


def test_the_paper_for_receipts_is_chosen_in_settings(
    window: MainWindow, qtbot: QtBot, printers: PdfPrinters
) -> None:
    window.desk.keep(receipt_printer="")
    window.go("settings", "receipts")
    idle(qtbot, window.desk)
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    assert window.focusWidget() is settings.receipts.printer
    QTest.keyClick(settings.receipts.printer, Key.Key_Down)
    settings.receipts.paper.chosen.emit("A4")
    assert window.desk.settings.receipt_printer == NAME
    page = till(window, qtbot)
    pay(page, qtbot, "1", "500")
    at_the_printer(page, qtbot)
    (size,) = raster.sizes(printers.printed[0].read_bytes())
    assert size[1] == pytest.approx(A4.height, abs=1)


def test_the_card_of_the_printer_comes_into_view(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 768)
    page = till(window, qtbot)
    page.printer_line.change.emit()
    idle(qtbot, window.desk)
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    qtbot.waitUntil(lambda: not settings.receipts.printer.visibleRegion().isEmpty())
    card = settings.receipts
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() >= card.height() - 2)


def test_a_printer_that_is_off_hinders_nobody(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = till(window, qtbot)
    printers.gone = True
    pay(page, qtbot, "1", "500")
    qtbot.waitUntil(lambda: NAME in page.saved.state.text())
    assert page.saved.code.isVisible()
    assert waiting(page.desk).receipts == (1,)
    printers.gone = False
    with qtbot.waitSignal(page.printer.printed):
        page.saved.print.click()
    assert not waiting(page.desk).receipts


def test_a_receipt_of_the_list_is_printed_as_a_copy(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = till(window, qtbot)
    pay(page, qtbot, "1", "500")
    at_the_printer(page, qtbot)
    before = entries(book)
    for press, made in (("The first one never came out", 0), ("Print a copy", 1)):
        page.today.list.setFocus()
        QTest.keyClick(page.today.list, Key.Key_Down)
        QTest.keyClick(page.today.list, Key.Key_Return)
        dialog = next(one for one in window.findChildren(PrintAgain) if one.isVisible())
        with qtbot.waitSignal(page.printer.printed):
            next(one for one in dialog.findChildren(Button) if one.words == press).click()
        idle(qtbot, page.desk)
        assert entries(book) == before + made


def test_a_copy_waits_where_there_is_no_printer_and_comes_out_as_that_copy(
    window: MainWindow, qtbot: QtBot, book: Book, printers: PdfPrinters
) -> None:
    page = till(window, qtbot)
    pay(page, qtbot, "1", "500")
    at_the_printer(page, qtbot)
    window.desk.keep(receipt_printer="")
    window.desk.printers = NoPrinters()
    before = entries(book)
    page.today.list.setFocus()
    QTest.keyClick(page.today.list, Key.Key_Down)
    QTest.keyClick(page.today.list, Key.Key_Return)
    dialog = next(one for one in window.findChildren(PrintAgain) if one.isVisible())
    with qtbot.waitSignal(page.printer.waits):
        next(one for one in dialog.findChildren(Button) if one.words == "Print a copy").click()
    idle(qtbot, page.desk)
    assert entries(book) == before + 1
    assert waiting(page.desk).papers == (before + 1,)
    window.desk.printers = printers
    sheet = WaitingSheet(page, window.desk)
    sheet.open()
    idle(qtbot, page.desk)
    assert sheet.list.rows_model.line(0).name == "Receipt 1, copy 2"
    sheet.print.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(WhichCame)))
    window.findChildren(WhichCame)[0].did.click()
    assert raster.pages(printers.printed[-1].read_bytes()) == 1
    assert waiting(page.desk).papers == ()
    assert entries(book) == before + 1


def test_a_receipt_is_cancelled_from_the_keyboard(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    pay(page, qtbot, "1", "500")
    page.today.list.setFocus()
    QTest.keyClick(page.today.list, Key.Key_Down)
    QTest.keyClick(page.today.list, Key.Key_Delete)
    form = window.findChild(Form)
    assert form is not None
    reason = form.fields["reason"]
    QTest.keyClick(reason.editor, Key.Key_Return)
    qtbot.waitUntil(lambda: reason.error is not None)
    assert form.focusWidget() is reason.editor  # so that the first word is not lost
    QTest.keyClicks(form.focusWidget(), "typed twice")
    assert reason.error is None
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(reason.editor, Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 90000
    assert page.today.list.rows_model.line(0).struck


# How it is paid, and by whom.


def test_mobile_money_is_chosen_and_referenced_by_keys(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.paying.handed, Key.Key_2, alt)
    account = page.paying.ways.account
    assert account is not None
    assert account.type == "mobile"
    QTest.keyClicks(page.paying.handed, "500")
    with qtbot.assertNotEmitted(page.desk.changed):
        QTest.keyClick(page.paying.handed, Key.Key_Return)
        assert window.focusWidget() is page.paying.reference
        assert not page.desk.tasks.busy
    QTest.keyClicks(page.paying.reference, "QHX7KQ2")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.reference, Key.Key_Return)
    idle(qtbot, page.desk)
    assert owed(book, "1") == 40000


def test_who_brought_it_and_the_pads_number_are_folded_away_until_wanted(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    more = page.paying.more
    assert more.isHidden()
    QTest.keyClicks(page.paying.handed, "450")
    QTest.keyClick(page.paying.handed, Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget() is more.paid_by
    QTest.keyClicks(more.paid_by, "Peter")
    QTest.keyClicks(more.pad, "00417")
    QTest.keyClick(page.paying.handed, Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert more.isHidden()
    assert "00417" in more.toggle.words  # folded, but not forgotten
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(more.pad, Key.Key_Return)
    idle(qtbot, page.desk)
    with book.read() as reading:
        (line,) = reading.recorded(reading.head().seq).entry.lines  # type: ignore[attr-defined]
    assert (line.paid_by, line.pad) == ("Peter", "00417")
    find(page, qtbot, "2")
    assert more.isHidden()
    assert not more.pad.text()


def test_yesterdays_money_is_booked_for_yesterday_and_the_card_names_who_brought_it(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = till(window, qtbot)
    find(page, qtbot, "1")
    more, today = page.paying.more, page.desk.today
    QTest.keyClicks(page.paying.handed, "450")
    QTest.keyClick(page.paying.handed, Key.Key_M, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(more.paid_by, "Peter")
    QTest.keyClick(more.on, Key.Key_Plus)  # tomorrow
    QTest.keyClick(more.on, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(more._on.error))
    QTest.keyClick(more.on, Key.Key_Minus)
    QTest.keyClick(more.on, Key.Key_Minus)
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(more.on, Key.Key_Return)
    idle(qtbot, page.desk)
    with book.read() as reading:
        (line,) = reading.recorded(reading.head().seq).entry.lines  # type: ignore[attr-defined]
    assert line.on == today - timedelta(days=1)
    said = page.saved.rest.words()
    assert "paid by Peter" in said
    yesterday = page.desk.tr.short_date(line.on)
    assert f"received on {yesterday}" in said
    (row,) = page.today.list.rows_model.rows  # it was written out today, and waits to be printed
    assert page.today.list.rows_model.line(0).second == yesterday
    assert "1 receipt, 1 of them for cash of earlier days: KSh\u00a0450" in page.today._rest.text()
    assert page.today._cash.text().endswith("0") and "450" not in page.today._cash.text()
    assert row.receipt in page.today.unprinted()
    find(page, qtbot, "2")
    assert more.on.value() == today


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
def test_names_of_bills_are_not_cut_on_a_small_screen(
    window: MainWindow, qtbot: QtBot, code: str
) -> None:
    window.desk.tr = Translator(code, "KE")
    window.rebuild()
    window.resize(1024, 768)
    qtbot.waitUntil(window.page("home").isVisible)
    page = till(window, qtbot)
    find(page, qtbot, "1")
    table = page.debts._table
    qtbot.waitUntil(lambda: len(table.rows()) == 2)
    for at, column in enumerate(table.rows_model.columns):
        for row in table.rows():
            assert table.columnWidth(at) >= table._cells.wanted_width(column, row) - 1
    for chip in page.paying._chips._chips:
        assert chip.width() >= chip.sizeHint().width()
    assert page.today.x() > page.search.x() + page.search.width()


def test_long_names_of_bills_go_on_in_a_second_line_and_cut_nothing(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    text = "the work day at the upper intake, above the second bridge"
    with book.write(Signing(1)) as writing:
        for _ in range(4):
            wanted = BillRequest(member="1", item="fine", amount=Decimal(50), text=text)
            bill_one(writing, wanted)
    window.resize(1024, 768)
    page = till(window, qtbot)
    find(page, qtbot, "mwik")
    table, line = page.debts._table, page.printer_line
    qtbot.waitUntil(lambda: len(table.rows()) == 6)
    index = table.rows_model.index(2, 0)
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    for at in range(2):
        assert table.visualRect(table.rows_model.index(at, 0)).bottom() < table.viewport().height()
    table.scrollTo(index)
    assert table.rowHeight(2) > table.rowHeight(0), "the long name has its second line"
    late = next(n for n, one in enumerate(table.rows_model.columns) if one.head == "How old")
    for row in table.rows():
        assert table.columnWidth(late) >= table._cells.wanted_width(
            table.rows_model.columns[late], row
        )


def test_on_a_low_window_fewer_bills_are_seen_so_that_nothing_below_is_cut(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        for _ in range(6):
            wanted = BillRequest(member="1", item="fine", amount=Decimal(50), text="work day")
            bill_one(writing, wanted)
    page = till(window, qtbot)
    find(page, qtbot, "mwik")

    def whole(part: QWidget) -> bool:
        return part.visibleRegion().boundingRect() == part.rect()

    window.resize(1024, 1000)
    qtbot.waitUntil(lambda: whole(page.printer_line))
    before = page.debts.height()
    window.resize(1024, 690)
    qtbot.waitUntil(lambda: page.debts.height() < before and whole(page.printer_line))
    assert whole(page.paying.handed) and whole(page.paying.save)
    window.resize(1024, 1000)
    qtbot.waitUntil(lambda: page.debts.height() == before)
    window.resize(1024, 800)
    qtbot.waitUntil(lambda: page.debts.height() == before and whole(page.printer_line))
    page.paying.more.toggle.click()
    qtbot.waitUntil(lambda: page.debts.height() < before and whole(page.printer_line))


def test_a_telephone_is_never_parted_at_the_end_of_a_line(book: Book) -> None:
    with book.read() as reading:
        row = members(reading)[0]
    said = about(Translator("en"), msgspec.structs.replace(row, phone="0700 000 016"))
    assert said.endswith(", 0700\u00a0000\u00a0016")


def test_a_name_of_thousands_of_letters_leaves_the_search_in_view(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        line = MemberLine(adults=(AdultLine(name="Wanjiku " * 625),))
        join(writing, JoinRequest(lines=(line,)))
    window.resize(1024, 768)
    page = till(window, qtbot)
    find(page, qtbot, "4")
    QTest.keyClicks(page.paying.handed, "500")
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.paying.handed, Qt.Key.Key_Return)
    idle(qtbot, page.desk)
    shown = [one.words() for one in page.findChildren(Words) if one.isVisible()]
    assert any(words.startswith("Last receipt 1, Wanjiku") for words in shown)
    assert page.search.box.mapTo(window, page.search.box.rect().bottomLeft()).y() < 200
    assert max(map(len, shown)) < 200


def test_the_key_of_the_till_begins_a_new_search(window: MainWindow, qtbot: QtBot) -> None:
    page = till(window, qtbot)
    QTest.keyClicks(page.search.box, "zzz")
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(page.search.box, "2")
    assert page.search.box.text() == "2"


def test_only_what_a_member_paid_is_owed_again(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        gift = IncomeLine(income="donation", amount=Decimal(300), payer="Church")
        receive_other(writing, IncomeRequest(lines=(gift,)))
    page = till(window, qtbot)
    page.today.list.choose(page.today.list.rows_model.rows[0])
    page.today.cancel.click()
    (form,) = page.window().findChildren(Form)
    said = " ".join(one.words() for one in form.findChildren(Words))
    assert "The number stays used." in said and "owed again" not in said
    form.reject()


def test_the_empty_till_begins_with_the_spreadsheet_that_can_be_brought_in(fresh: Sitting) -> None:
    page = till(fresh.window, fresh.qtbot)
    first = fresh.window.focusWidget()
    assert isinstance(first, Button) and first.words == "Bring in a spreadsheet"
    with fresh.book.write(Signing(None)) as writing:
        join(writing, JoinRequest(lines=(MemberLine(adults=(AdultLine(name="Ann"),)),)))
    page.desk.changed.emit(Changes(members=True))
    fresh.settle()
    assert fresh.window.focusWidget() is page.search.box
