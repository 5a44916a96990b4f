"""Closing a month at the window: every point leads somewhere, questions are answered, two sign."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Recorded, Ref
from imt_desktop.ledger.closing.checklist import checklist
from imt_desktop.ledger.closing.entries import MonthClosed, Receipts, Span
from imt_desktop.ledger.closing.month import closed_months
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.oversight.questions import count_open
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.closing.page import ClosingPage
from imt_desktop.ui.pages.closing.point_row import PointRow
from imt_desktop.ui.pages.closing.points import points
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.bank_paper import PaperForm
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.printing.came_out import CameOut
from imt_desktop.ui.widgets import ConfirmDialog
from imt_desktop.ui.widgets.chips import ActChip
from tests.builders import BANK, CASH
from tests.officers import ALONE, CHAIR, PINS, TREASURER
from tests.reports.reading import text
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, press, refused, said, save, write
from tests.ui.pages.office import Office, open_dialog
from tests.ui.printers import PdfPrinters

CTRL = Qt.KeyboardModifier.ControlModifier
SEPTEMBER = Month(2026, 9)


def day(number: int) -> date:
    return date(2026, 9, number)


@pytest.fixture
def month(office: Office) -> Office:
    """September: 5,000 came, 1,200 went without a voucher, something was cancelled the same day."""
    hand = office.hand
    hand.who = ALONE
    hand.get(5000, on=day(2))
    hand.spend(1200, on=day(3), text="pipes")
    slip = hand.spend(70, on=day(4))
    hand.void(slip.seq)
    hand.move(CASH, BANK, 3000, on=day(5))
    office.sign_in()
    return office


def counted(office: Office, amount: int = 800) -> None:
    office.hand.count(amount, on=day(30))


def page_of(office: Office) -> ClosingPage:
    office.window.go("closing")
    idle(office.qtbot, office.desk)
    page = office.window.page("closing")
    assert isinstance(page, ClosingPage)
    return page


def test_receipts_that_a_restore_left_behind_are_told_from_others_that_are_missing(
    office: Office,
) -> None:
    gap, left = Span(first=2, last=9), Span(first=4, last=6)
    given = Receipts(first=1, last=10, given=2, cancelled=(), missing=(gap,))
    found = office.hand.see(checklist, SEPTEMBER, day(30))
    told = points(replace(found, receipts=given, receipts_left=(left,)), office.desk.tr)
    said = next(one.line for one in told if one.code == "receipts")
    assert said == "Missing: 2–9; In a part that a restore left behind: 4–6"


def row(page: ClosingPage, code: str) -> PointRow:
    return next(one for one in page.checklist.rows if one.point.code == code)


def ask(office: Office, page: ClosingPage) -> None:
    """Press the button, and agree to what is said."""
    press(page.do)
    asked = open_dialog(office, ConfirmDialog)
    assert "no more entries" in " ".join(said(asked))
    QTest.keyClick(asked, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)


def answer_all(page: ClosingPage, says: str = "yes") -> None:
    for one in page.checklist.rows:
        if one.answer is None:
            continue
        if one.answer.code == "bank":
            QTest.keyClick(one.answer.tick, Qt.Key.Key_Space)
        else:
            segments = one.answer.choice._segments
            QTest.keyClick(segments[0 if says == "yes" else 1], Qt.Key.Key_Space)
        assert one.answer.value() is not None, one.point.code


def close(office: Office, page: ClosingPage) -> None:
    answer_all(page)
    ask(office, page)
    office.sign(PINS[CHAIR])
    drawn(office.qtbot, page)


def drawn(qtbot: QtBot, page: ClosingPage) -> None:
    """Wait until the certificate is drawn, and its picture too."""
    done = page.certificates

    def seen() -> bool:
        busy = done.previewer.waiting or page.desk.tasks.busy
        return not busy and not done.preview.sheet._image.isNull()

    qtbot.waitUntil(seen, timeout=20_000)


def last(office: Office) -> Recorded:
    with office.book.read() as reading:
        return reading.recorded(closed_months(reading)[0].entry)


def closings(office: Office) -> int:
    with office.book.read() as reading:
        return len(closed_months(reading))


def test_a_month_is_looked_over_answered_and_signed_by_two(month: Office) -> None:
    counted(month)
    page = page_of(month)
    assert page.windowTitle() == "" and "September 2026" in page.do.text()
    assert [one.point.question for one in page.checklist.rows if one.point.question] == [
        "bank", "bills", "vouchers", "same-day", "relatives",
    ]  # fmt: skip
    figures = page.figures.table.rows()
    assert [str(one.carried.decimal) for one in figures] == ["800.00", "3000.00", "3800.00"]
    QTest.keyClick(page.figures.table, Qt.Key.Key_Return, CTRL)  # nothing is answered yet
    asked = [one for one in month.window.findChildren(ConfirmDialog) if one.isVisible()]
    assert not asked and "5 points are still" in page.says.words()
    wrong = [one.point.question for one in page.checklist.rows if one.error]
    assert wrong == ["bank", "bills", "vouchers", "same-day", "relatives"]
    first = row(page, f"bank-{BANK}").answer
    assert first is not None
    assert month.window.focusWidget() is first.tick
    assert closings(month) == 0
    answer_all(page)
    assert not [one for one in page.checklist.rows if one.error] and page.checklist.left == 0
    vouchers = row(page, "vouchers").answer
    assert vouchers is not None
    QTest.keyClicks(vouchers.remark, "the shop <b>gives none")
    ask(month, page)
    month.sign(PINS[CHAIR])
    drawn(month.qtbot, page)
    closing = last(month)
    entry, envelope = closing.entry, closing.envelope
    assert isinstance(entry, MonthClosed) and entry.month == "2026-09"
    assert (envelope.responsible, envelope.countersigned) == (TREASURER, (CHAIR,))
    assert envelope.signature == "pin"
    answers = {one.question: (one.answer, one.remark) for one in entry.answers}
    assert answers["bank"][0] == "no-paper"
    assert answers["vouchers"] == ("yes", "the shop <b>gives none")
    assert entry.without_voucher and isinstance(entry.without_voucher[0], Ref)
    # Nothing that was answered for September is answered for October.
    assert "October 2026" in page.do.text() and row(page, f"bank-{BANK}").answer is not None
    assert not [one for one in page.checklist.rows if one.answer and one.answer.value()]
    # The certificate of the month that was just closed is in view.
    assert page.certificates.isVisible() and not page.do.isVisible()
    assert page.certificates.list.row().month == SEPTEMBER


def test_a_figure_opens_the_cash_book_that_it_adds_up(month: Office) -> None:
    page = page_of(month)
    page.figures.table.setCurrentIndex(page.figures.table.model().index(1, 0))
    QTest.keyClick(page.figures.table, Qt.Key.Key_Return)
    idle(month.qtbot, month.window.desk)
    money = month.window.page("money")
    assert isinstance(money, MoneyPage) and month.window.shell.page_key() == "money"
    book = money.known().book
    assert (book.account, book.period) == (BANK, Month(2026, 9).period)


def test_the_second_officer_may_leave_and_the_answers_stay(month: Office) -> None:
    counted(month)
    page = page_of(month)
    answer_all(page)
    ask(month, page)
    QTest.keyClick(month.dialog(), Qt.Key.Key_Escape)
    assert closings(month) == 0 and page.mistake.isVisible()
    assert page.checklist.left == 0
    ask(month, page)
    month.sign(PINS[CHAIR])
    assert closings(month) == 1
    drawn(month.qtbot, page)


def test_cash_that_was_not_counted_is_said_beside_its_point_and_counting_leads_back(
    month: Office,
) -> None:
    page = page_of(month)
    cash = row(page, f"cash-{CASH}")
    assert cash.point.open and "Count it" in cash.point.line
    answer_all(page)
    press(page.do)
    assert "Count it first" in cash.error and closings(month) == 0
    assert month.window.focusWidget() is cash.button
    press(cash.button)
    form = open_dialog(month, Form)
    write(form, counted="800", by="Amina", second="Joseph", on="30/09/2026")
    save(form, month.qtbot)
    page = page_of(month)
    cash = row(page, f"cash-{CASH}")
    assert cash.settled and "agrees with the book" in cash.point.line
    assert page.checklist.left == 0  # what was answered before stays answered


def test_a_difference_is_said_and_does_not_hinder(month: Office) -> None:
    month.hand.count(790, on=day(30), explanation="coins fell down")
    cash = row(page_of(month), f"cash-{CASH}").point
    assert "KSh\u00a010 too little" in cash.line
    assert cash.way is not None and not cash.open
    assert cash.state.words == "To know"
    assert cash.way is not None and cash.way.what == "counts"  # where the difference is booked


def test_each_point_leads_to_where_it_is_done(month: Office) -> None:
    counted(month)
    page = page_of(month)
    press(row(page, "vouchers").button)
    sheet = open_dialog(month, ListSheet)
    idle(month.qtbot, month.desk)
    assert [one.proof.text for one in sheet.list.rows_model.rows] == ["pipes"]
    sheet.list.setFocus()
    QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    opened = open_dialog(month, LineSheet)
    assert "pipes" in " ".join(said(opened))
    opened.reject()
    sheet.reject()
    press(row(page, "same-day").button)
    assert ["cancelled" in words for words in entries(month)] == [True]
    page = page_of(month)
    press(row(page, f"bank-{BANK}").button)
    assert month.window.shell.page_key() == "money"
    idle(month.qtbot, month.desk)
    paper = open_dialog(month, PaperForm)
    assert paper.day_of("day") == SEPTEMBER.last
    paper.reject()
    page = page_of(month)
    press(row(page, "bills").button)
    idle(month.qtbot, month.desk)
    billing = month.window.page("billing")
    assert isinstance(billing, BillingPage) and billing.isVisible()
    assert billing.month.value() == SEPTEMBER


def entries(office: Office) -> list[str]:
    """Return what the trail shows."""
    idle(office.qtbot, office.desk)
    trail = office.window.page("trail")
    assert isinstance(trail, TrailPage) and trail.isVisible()
    return [one.said for one in trail.table.rows()]


def test_a_point_that_counts_entries_leads_to_those_and_to_no_others(month: Office) -> None:
    late = PaymentLine(member="1", amount=Decimal(10), on=day(6))
    request = PaymentRequest(lines=(late,), concerns="2026-08")
    month.hand.do(lambda book: receive(book, request))
    slip = month.hand.spend(30, on=date(2026, 10, 1))
    month.hand.void(slip.seq)  # of October, cancelled since September began
    counted(month, 810)
    page = page_of(month)
    for code in ("same-day", "late"):
        point = row(page, code).point
        QTest.keyClick(row(page, code).button, Qt.Key.Key_Space)
        said_there = entries(month)
        assert point.line.startswith(f"{len(said_there)} "), (code, said_there)
        page = page_of(month)
    trail = month.window.page("trail")
    assert isinstance(trail, TrailPage)
    month.window.go("trail")
    counted_only = trail.filters.counted
    assert counted_only.accessibleName() == "Only the 1 entry that was counted"
    assert counted_only.width() >= counted_only.sizeHint().width() > 200, "and it is read whole"
    QTest.keyClick(trail.filters.counted, Qt.Key.Key_Space)
    assert len(entries(month)) == month.hand.entries()
    press(trail.filters.clear)
    assert trail.filters.counted.isHidden()


def test_what_is_in_order_leads_to_what_was_looked_at(month: Office) -> None:
    month.hand.pay("1", 450, on=day(6))
    counted(month, 1250)
    page = page_of(month)
    press(row(page, "receipts").button)
    idle(month.qtbot, month.desk)
    money = month.window.page("money")
    assert isinstance(money, MoneyPage) and money.month.value() == SEPTEMBER
    receipts = [line.number for line in money.book.table.rows() if line.number]
    assert row(page, "receipts").point.line.startswith(f"{receipts[0]} to {receipts[-1]}: ")
    assert f"{len(receipts)} receipt" in row(page, "receipts").point.line
    QTest.keyClick(row(page_of(month), f"cash-{CASH}").button, Qt.Key.Key_Space)
    idle(month.qtbot, month.desk)
    sheet = open_dialog(month, ListSheet)
    assert [one.counted.on for one in sheet.list.rows_model.rows] == [day(30)]
    sheet.reject()


def test_without_the_banks_paper_every_account_is_answered_for_itself(month: Office) -> None:
    month.hand.get(200, on=day(6), account=3, reference="QX1")
    counted(month)
    page = page_of(month)
    first, second = (one for one in page.checklist.rows if one.point.code.startswith("bank-"))
    assert first.answer is not None and second.answer is not None
    left = page.checklist.left
    assert left == len([one for one in page.checklist.rows if one.point.question])
    QTest.keyClick(first.answer.tick, Qt.Key.Key_Space)
    QTest.keyClicks(first.answer.remark, "asked for")
    assert [first._state.words(), second._state.words()] == ["Answered", "To answer"]
    assert page.checklist.left == left - 1
    assert "bank" not in [one.question for one in page.checklist.answers()]
    press(page.do)
    assert (first.error, bool(second.error), closings(month)) == ("", True, 0)
    assert month.window.focusWidget() is second.answer.tick
    QTest.keyClick(second.answer.tick, Qt.Key.Key_Space)
    QTest.keyClicks(second.answer.remark, "no signal")
    assert page.checklist.left == left - 2
    (bank,) = (one for one in page.checklist.answers() if one.question == "bank")
    assert (bank.answer, bank.remark) == ("no-paper", "asked for; no signal")


def test_a_bank_paper_that_agrees_needs_no_answer(month: Office) -> None:
    counted(month)
    month.hand.compare(3000, day(30))
    bank = row(page_of(month), f"bank-{BANK}")
    assert bank.settled and "KSh\u00a03,000" in bank.point.line and bank.answer is None


def test_a_month_that_is_not_over_can_be_looked_at_only(month: Office) -> None:
    counted(month)
    page = page_of(month)
    close(month, page)
    page.show_view("next")
    idle(month.qtbot, month.desk)
    assert not page.do.isVisible()
    assert "October 2026 can be closed after 31 October 2026" in page.says.words()
    assert page.figures.table.rows()[0].brought.decimal == 800


def test_the_certificate_is_drawn_printed_and_saved(month: Office, tmp_path: Path) -> None:
    month.desk.printers = PdfPrinters(tmp_path)
    papers = tmp_path / "papers"
    papers.mkdir()
    month.desk.keep(papers_folder=str(papers))
    counted(month)
    page = page_of(month)
    close(month, page)
    done = page.certificates
    before = month.hand.entries()
    assert done.preview.sheet.isVisible() and done.deliver.print.isEnabled()
    assert "Closed" in said(done.preview) and "Preview" not in said(done.preview)
    press(done.deliver.pdf)
    month.qtbot.waitUntil(lambda: bool(list(papers.glob("*.pdf"))))
    idle(month.qtbot, month.desk)
    words = text(next(papers.glob("*.pdf")).read_bytes())
    assert "September 2026" in words and "Bank paper not yet obtained" in words
    assert "Amina" in words and "Joseph" in words
    assert month.hand.entries() == before + 1
    press(done.deliver.print)
    asked = open_dialog(month, CameOut)
    asked.yes.emit()
    asked.accept()
    idle(month.qtbot, month.desk)
    assert month.hand.entries() == before + 1  # what was issued is not issued again


def test_names_are_plain_text_and_do_not_push_the_button_out(month: Office) -> None:
    month.hand.count(800, on=day(30), by=HOSTILE)
    month.window.resize(1024, 768)
    page = page_of(month)
    cash = row(page, f"cash-{CASH}")
    assert "<b>Jose" in cash.point.line and len(cash.point.line) < 300
    assert page.do.isVisible() and page.width() <= 1024 - 88
    assert page._scroll is not None and not page._scroll.horizontalScrollBar().isVisible()


def test_a_committee_without_pins_closes_and_signs_by_hand(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("closing")
    idle(qtbot, window.desk)
    page = window.page("closing")
    assert isinstance(page, ClosingPage)
    assert "by hand" in page.says.words()
    assert [one.point.question for one in page.checklist.rows if one.point.question] == []
    press(page.do)
    asked = next(one for one in window.findChildren(ConfirmDialog) if one.isVisible())
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(asked, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    drawn(qtbot, page)
    closed = page.certificates.list.row()
    assert not closed.signed and closed.month == Month.of(date.today()).shift(-2)
    with qtbot.waitSignal(window.desk.go) as gone:
        press(page.certificates.lines)
    assert gone.args == ["money", CashBookWish(closed.month)]


def test_no_month_closed_yet_leads_to_the_next_one(month: Office) -> None:
    page = page_of(month)
    page.show_view("closed")
    assert "No month is closed yet" in " ".join(said(page.certificates))
    page.certificates.begin.emit()
    assert page.checklist.isVisible()


# What comes late


def test_a_day_of_a_closed_month_is_offered_today_and_says_for_when(month: Office) -> None:
    counted(month)
    close(month, page_of(month))
    month.window.go("money", "out")
    form = open_dialog(month, Form)
    write(form, amount="90", payee="Shop", on="12/09/2026")
    sentence = refused(form, month.qtbot, "on")
    assert "is closed" in sentence
    offer = [one for one in form.fields["on"].findChildren(ActChip) if one.isVisible()]
    assert [one.choice.words for one in offer] == ["Book it today, for 12 Sept 2026"]
    offer[0].setFocus()
    QTest.keyClick(offer[0], Qt.Key.Key_Return)
    assert form.fields["on"].error is None
    assert form.day_of("on") == date(2026, 10, 14)
    save(form, month.qtbot)
    with month.book.read() as reading:
        recorded = reading.recorded(reading.head().seq)
    assert recorded.on == date(2026, 10, 14)
    assert str(recorded.envelope.concerns_on) == "2026-09-12"


def test_the_till_offers_it_too(month: Office) -> None:
    counted(month)
    close(month, page_of(month))
    month.window.go("receive")
    idle(month.qtbot, month.desk)
    page = month.window.page("receive")
    assert isinstance(page, ReceivePage)
    QTest.keyClicks(page.search.box, "1")
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    idle(month.qtbot, month.desk)
    more = page.paying.more
    QTest.keyClicks(page.paying.handed, "50")
    more.unfold(True)
    more.on.set_value(date(2026, 9, 12))
    QTest.keyClick(more.on, Qt.Key.Key_Return)
    month.qtbot.waitUntil(lambda: more._on.error is not None)
    offer = [one for one in more.findChildren(ActChip) if one.isVisible()]
    press(offer[0])
    with month.qtbot.waitSignal(month.desk.changed):
        QTest.keyClick(more.on, Qt.Key.Key_Return)
    idle(month.qtbot, month.desk)
    with month.book.read() as reading:
        recorded = reading.recorded(reading.head().seq)
    assert recorded.on == date(2026, 10, 14)
    assert str(recorded.envelope.concerns_on) == "2026-09-12"
    QTest.keyClicks(page.search.box, "2")
    QTest.keyClick(page.search.box, Qt.Key.Key_Return)
    assert more.late.day is None  # the next payment is for its own day


def test_another_day_typed_after_the_offer_is_no_longer_late(month: Office) -> None:
    counted(month)
    close(month, page_of(month))
    month.window.go("money", "out")
    form = open_dialog(month, Form)
    write(form, amount="90", payee="Shop", on="12/09/2026")
    refused(form, month.qtbot, "on")
    form.fields["on"].meaning_chosen.emit("")
    write(form, on="13/10/2026")
    save(form, month.qtbot)
    with month.book.read() as reading:
        recorded = reading.recorded(reading.head().seq)
    assert (recorded.on, recorded.envelope.concerns_on) == (date(2026, 10, 13), None)


def test_everything_is_reached_with_the_tab_key(month: Office) -> None:
    page = page_of(month)
    month.qtbot.waitUntil(page.checklist.rows[-1].isVisible)
    page.figures.table.setFocus()
    reached = []
    for _ in range(40):
        focused = month.window.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    for one in page.checklist.rows:
        if one.point.way is not None:
            assert one.button in reached, one.point.code
        if one.answer is not None:
            first = one.answer.tick if one.answer.code == "bank" else one.answer.choice
            assert any(first is part or first.isAncestorOf(part) for part in reached)
    assert page.do in reached


def test_questions_of_the_book_that_nobody_answered_stand_on_the_checklist(month: Office) -> None:
    page = page_of(month)
    with month.desk.book.read() as reading:
        n = count_open(reading, month.desk.today)
    assert n
    point = row(page, "asked").point
    assert point.line.startswith(f"{n} ") and not point.open and not point.question
    assert point.way is not None and point.way.page == "questions"
