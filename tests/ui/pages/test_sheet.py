"""The collection sheet, with real keys on a real book and a real folder for what is typed."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.errors import AmountError
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import payments
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine, join
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.ledger.walking.rounds import rounds
from imt_desktop.oversight import drafts
from imt_desktop.oversight.drafts import Draft, DraftLine, Sent
from imt_desktop.settings import places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.receive.sheet.columns import HOW, PAID, REFERENCE
from imt_desktop.ui.pages.receive.sheet.more import MoreOfLine
from imt_desktop.ui.pages.receive.sheet.view import SheetView
from imt_desktop.ui.pages.walking.leaving import Unbooked
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.widgets import ConfirmDialog
from imt_desktop.ui.widgets.chips import Chip
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, opened, write
from tests.ui.pages.spreadsheets import Sitting

Key, Held = Qt.Key, Qt.KeyboardModifier
CASH, BANK, MOBILE = 1, 2, 3


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for what this laptop remembers."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return places().config


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> SheetView:
    return opened_sheet(window, qtbot)


def opened_sheet(window: MainWindow, qtbot: QtBot) -> SheetView:
    window.go("receive", "sheet")
    idle(qtbot, window.desk)
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    qtbot.waitUntil(lambda: page.sheet.grid.field() is not None)
    return page.sheet


def field(sheet: SheetView) -> QWidget:
    """The field that is open, which has the keyboard."""
    found = sheet.grid.field()
    assert found is not None and found is sheet.window().focusWidget()
    return found


def keys(sheet: SheetView, *typed: str | Qt.Key, held: Held = Held.NoModifier) -> None:
    """Type words and press keys, each in whatever field is open then."""
    for one in typed:
        if isinstance(one, str):
            QTest.keyClicks(field(sheet), one)
        else:
            QTest.keyClick(field(sheet), one, held)


def ctrl_enter(sheet: SheetView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.desk.changed):
        keys(sheet, Key.Key_Return, held=Held.ControlModifier)
    idle(qtbot, sheet.desk)


def standing(book: Book) -> dict[str, tuple[int, int]]:
    with book.read() as reading:
        stops = [stop for one in rounds(reading) for stop in one.stops]
        return {stop.number: (stop.owed.minor, stop.ahead.minor) for stop in stops}


def entries(book: Book) -> int:
    with book.read() as reading:
        return reading.head().seq


def money_lines(book: Book) -> list[tuple[object, ...]]:
    with book.read() as reading:
        return reading.driver.execute(
            "SELECT seq, line, member, amount, account, receipt, reference, pad FROM money_line"
            " WHERE what='payment' ORDER BY seq, line"
        ).fetchall()


def states(sheet: SheetView) -> list[str]:
    """What the grid says of each line, for eyes and screen readers alike."""
    column = sheet.grid.rows_model.columns[-1]
    return [column.spoken(line) for line in sheet.grid.lines()]


def under(sheet: SheetView, at: int) -> str:
    found = sheet.grid._shown_under(sheet.grid.lines()[at])
    return found.words if found is not None else ""


def test_the_whole_code_of_a_mobile_payment_is_seen_while_it_is_typed(
    window: MainWindow, sheet: SheetView
) -> None:
    window.resize(1024, 768)
    keys(sheet, "450", Key.Key_Tab, "QGH7SK61MW0AX9D")
    typed = field(sheet)
    assert isinstance(typed, QLineEdit)
    first = typed.cursorPositionAt(QPoint(1, typed.height() // 2))
    assert first == 0  # not scrolled along
    assert typed.cursorRect().right() <= typed.width()


def test_a_zone_is_typed_and_booked_as_one_entry_without_a_mouse(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    before = entries(book)
    keys(sheet, "450", Key.Key_Return, Key.Key_Return, "900", Key.Key_Up)
    assert sheet.foot.filled.figure.text() == "2 of 3"
    assert "1,350" in sheet.foot.cash.figure.text()
    assert states(sheet) == ["ready", "no payment", "ready"]
    ctrl_enter(sheet, qtbot)
    assert entries(book) == before + 1
    assert [row[1:6] for row in money_lines(book)] == [
        (1, 1, 45000, CASH, 1), (2, 3, 90000, CASH, 2),
    ]  # fmt: skip
    assert standing(book) == {"1": (45000, 0), "2": (90000, 0), "3": (0, 0)}
    assert states(sheet) == ["receipt 1", "", "receipt 2"]
    assert sheet.booked.numbers.text() == "Receipts 1 to 2"
    assert waiting(sheet.desk).receipts == (1, 2)
    assert sheet.unbooked == 0


def test_a_receipt_that_is_cancelled_is_none_on_the_sheet(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450", Key.Key_Return, "900", Key.Key_Return)
    ctrl_enter(sheet, qtbot)
    assert states(sheet) == ["receipt 1", "receipt 2", ""]
    for line, said in ((1, ("Receipt 2", "1 payment")), (2, ("", ""))):
        with book.write(Signing(1)) as writing:
            void(
                writing, VoidRequest(entry=writing.head().seq + 1 - line, line=line, reason="wrong")
            )
        sheet.desk.changed.emit(Changes(balances=True, money=True))
        idle(qtbot, sheet.desk)
        assert sheet.booked.isHidden() == (not said[0])
        assert said[0] in sheet.booked.numbers.text() and said[1] in sheet.booked.line.text()
    assert states(sheet) == ["", "", ""]


def test_mobile_money_wants_its_reference_and_each_stands_once(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450", Key.Key_2, held=Held.AltModifier)
    assert sheet.grid.currentIndex().column() == REFERENCE
    keys(sheet, "qx 12", Key.Key_Return)
    assert sheet.grid.currentIndex().row() == 1
    keys(sheet, "450", Key.Key_2, held=Held.AltModifier)
    keys(sheet, "QX12", Key.Key_Return)
    assert under(sheet, 0) == "“qx 12” stands on more than one line of this sheet."
    assert states(sheet)[:2] == ["fix", "fix"]
    keys(sheet, Key.Key_Up, Key.Key_Tab, Key.Key_End, "3")
    assert states(sheet)[:2] == ["ready", "ready"]
    ctrl_enter(sheet, qtbot)
    assert [row[4:7] for row in money_lines(book)] == [(MOBILE, 1, "QX12"), (MOBILE, 2, "QX123")]


def test_a_way_to_pay_may_be_chosen_before_the_amount(sheet: SheetView, qtbot: QtBot) -> None:
    line = sheet.grid.lines()[0]
    keys(sheet, Key.Key_2, held=Held.AltModifier)
    assert sheet.grid.currentIndex().column() == PAID
    assert sheet.grid.rows_model.columns[HOW].spoken(line) == "Mobile money"
    assert not sheet.unbooked
    keys(sheet, "450", Key.Key_Return)
    assert (line.typed.account, line.typed.amount) == (MOBILE, "450")
    keys(sheet, Key.Key_1, held=Held.AltModifier)
    assert sheet.grid.rows_model.columns[HOW].spoken(line) == "Cash"


def test_what_is_no_number_of_a_pad_is_refused(
    sheet: SheetView, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450", Key.Key_M, held=Held.AltModifier)
    form = opened(window, MoreOfLine)
    write(form, pad="Cousin")
    form.do.click()
    qtbot.waitUntil(lambda: sheet.grid.field() is sheet.window().focusWidget())
    before = entries(book)
    keys(sheet, Key.Key_Return, held=Held.ControlModifier)
    idle(qtbot, sheet.desk)
    assert entries(book) == before
    assert under(sheet, 0).startswith("“Cousin” is no number.")


def test_what_the_book_refuses_is_shown_at_its_cell_and_nothing_is_booked(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    taken = PaymentLine(member="1", amount=Decimal(10), account=MOBILE, reference="QX1")
    with book.write(Signing(1)) as writing:
        payments.receive(writing, PaymentRequest(lines=(taken,)))
    before = entries(book)
    keys(sheet, "450", Key.Key_Return, "450", Key.Key_2, held=Held.AltModifier)
    keys(sheet, "qx1")
    keys(sheet, Key.Key_Return, held=Held.ControlModifier)
    idle(qtbot, sheet.desk)
    assert entries(book) == before
    assert (sheet.grid.currentIndex().row(), sheet.grid.currentIndex().column()) == (1, REFERENCE)
    assert "QX1 was used before" in under(sheet, 1)
    assert states(sheet)[:2] == ["ready", "fix"]
    keys(sheet, "qx2")
    ctrl_enter(sheet, qtbot)
    assert len(money_lines(book)) == 3


def test_wrong_amounts_stay_and_only_what_is_ready_is_booked(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "45o", Key.Key_Return, "0", Key.Key_Return, "450")
    assert "45o" in under(sheet, 0) and "more than nothing" in under(sheet, 1)
    assert sheet.grid.rowHeight(0) > sheet.grid.rowHeight(2)
    assert not sheet.foot.to_fix.isHidden()
    ctrl_enter(sheet, qtbot)
    assert len(money_lines(book)) == 1
    assert [line.typed.amount for line in sheet.grid.lines()] == ["45o", "0", ""]
    before = entries(book)
    keys(
        sheet, Key.Key_Return, held=Held.ControlModifier
    )  # nothing is ready: go to the first mistake
    assert sheet.grid.currentIndex().row() == 0
    assert entries(book) == before and not sheet.desk.tasks.busy


def test_an_unclear_amount_says_what_it_could_mean(sheet: SheetView) -> None:
    keys(sheet, "1.350,00", Key.Key_Return)
    wrong = sheet.grid.lines()[0].wrong
    assert isinstance(wrong, AmountError)
    assert all(meaning in under(sheet, 0) for meaning in wrong.meanings)


def test_more_than_is_owed_is_said_and_kept_as_paid_ahead(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "1000", Key.Key_Return)
    assert "100" in under(sheet, 0) and "paid ahead" in under(sheet, 0)
    ctrl_enter(sheet, qtbot)
    assert standing(book)["1"] == (0, 10000)


def test_nothing_typed_saves_nothing(sheet: SheetView, book: Book) -> None:
    before = entries(book)
    keys(sheet, Key.Key_Return, held=Held.ControlModifier)
    assert not sheet.refusal.isHidden()
    assert entries(book) == before and not sheet.desk.tasks.busy


def test_a_day_that_cannot_be_is_said_beside_the_date(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450")
    sheet.head.on.setFocus()
    sheet.head.on.setText("31/12/2099")
    sheet.head.on.textEdited.emit("31/12/2099")
    before = entries(book)
    sheet.save()
    idle(qtbot, sheet.desk)
    assert not sheet.head.mistake.isHidden() and sheet.head.on.wrong
    assert entries(book) == before
    sheet.head.on.set_value(sheet.desk.today)
    assert sheet.head.mistake.isHidden()
    with qtbot.waitSignal(sheet.desk.changed):
        sheet.save()
    idle(qtbot, sheet.desk)


def test_cash_on_the_table_that_differs_asks_before_it_is_booked(
    sheet: SheetView, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450")
    sheet.foot.counted.setText("400")
    before = entries(book)
    sheet.save()
    dialog = opened(window, ConfirmDialog)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert entries(book) == before
    sheet.foot.counted.setText("450")
    with qtbot.waitSignal(sheet.desk.changed):
        sheet.save()
    assert entries(book) == before + 1
    assert sheet.foot.counted.is_empty()


def test_payer_and_pad_stand_behind_alt_m(
    sheet: SheetView, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450", Key.Key_M, held=Held.AltModifier)
    form = opened(window, MoreOfLine)
    write(form, paid_by="Aunt", pad="51")
    QTest.keyClick(form.fields["pad"].editor, Key.Key_Return)
    QTest.keyClick(form.do, Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.grid.field() is sheet.window().focusWidget())
    assert "paid by Aunt, pad 51" in sheet.grid.rows_model.columns[REFERENCE].spoken(
        sheet.grid.lines()[0]
    )
    ctrl_enter(sheet, qtbot)
    assert money_lines(book)[0][-1] == "51"


def test_tab_is_no_trap(sheet: SheetView) -> None:
    keys(sheet, Key.Key_Tab)
    assert sheet.grid.currentIndex().column() == REFERENCE
    keys(sheet, Key.Key_Tab)
    assert sheet.window().focusWidget() is sheet.foot.counted
    QTest.keyClick(sheet.foot.counted, Key.Key_Backtab)
    assert sheet.grid.typing()


def test_a_household_is_moved_on_the_way_with_the_keyboard(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    keys(sheet, "450", Key.Key_Down, held=Held.AltModifier)
    assert [line.stop.number for line in sheet.grid.lines()] == ["2", "1", "3"]
    assert sheet.grid.current_line() is sheet.grid.lines()[1]
    assert not sheet.order_bar.isHidden()
    before = entries(book)
    with qtbot.waitSignal(sheet.desk.changed):
        QTest.keyClick(sheet, Key.Key_S, Held.ControlModifier)
    idle(qtbot, sheet.desk)
    assert entries(book) == before + 1
    assert sheet.order_bar.isHidden()
    assert [line.typed.amount for line in sheet.grid.lines()] == ["", "450", ""]
    with book.read() as reading:
        assert [stop.number for stop in rounds(reading)[0].stops] == ["2", "1", "3"]
    keys(sheet, Key.Key_Up, held=Held.AltModifier)
    sheet.order_bar.undo.click()
    assert [line.stop.number for line in sheet.grid.lines()] == ["2", "1", "3"]


def test_a_household_is_found_in_another_zone(
    sheet: SheetView, window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        join(writing, JoinRequest(lines=tuple(
            MemberLine(adults=(AdultLine(name=name),), zone="B", house="Gate 3")
            for name in ("Hassan Juma", "Núria")
        )))  # fmt: skip
    sheet.load()
    idle(qtbot, sheet.desk)
    QTest.keyClick(sheet, Key.Key_F, Held.ControlModifier)
    QTest.keyClicks(sheet.head.search, "nuria")
    qtbot.waitUntil(lambda: sheet.grid.current_line() is not None and
                    sheet.grid.current_line().stop.name == "Núria")  # fmt: skip
    assert window.focusWidget() is sheet.head.search
    QTest.keyClick(sheet.head.search, Key.Key_Return)
    keys(sheet, "5")
    assert sheet.grid.lines()[1].typed.amount == "5"


def test_who_is_not_found_gets_nothing_typed_beside_another_one(
    sheet: SheetView, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(sheet, Key.Key_F, Held.ControlModifier)
    QTest.keyClicks(sheet.head.search, "nobody")
    QTest.keyClick(sheet.head.search, Key.Key_Return)
    assert window.focusWidget() is sheet.head.search
    assert sheet.head.nobody.isVisible() and sheet.head.nobody.text() == "Nobody found."
    sheet.head.search.clear()
    qtbot.waitUntil(lambda: not sheet.head.nobody.isVisible())


def test_who_chooses_a_zone_types_its_amounts_next(
    sheet: SheetView, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        lines = (MemberLine(adults=(AdultLine(name="Hassan Juma"),), zone="B"),)
        join(writing, JoinRequest(lines=lines))
    sheet.load()
    idle(qtbot, sheet.desk)
    (chip,) = (one for one in sheet.head.chips.findChildren(Chip) if one.choice.value == "B")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    keys(sheet, "5")
    assert [line.typed.amount for line in sheet.grid.lines()] == ["5"]


def test_a_book_without_members_says_how_to_begin(fresh: Sitting, qtbot: QtBot) -> None:
    fresh.window.go("receive", "sheet")
    idle(qtbot, fresh.window.desk)
    page = fresh.window.page("receive")
    assert isinstance(page, ReceivePage)
    assert page.sheet._empty.isVisible() and not page.sheet.grid.isVisible()


# What is typed outlives the program.


def kept(laptop: Path, book: Book) -> Draft:
    with book.read() as reading:
        return drafts.recall(laptop, reading)


def test_typed_amounts_are_there_again_when_the_program_opens(
    window: MainWindow, qtbot: QtBot, book: Book, laptop: Path
) -> None:
    sheet = opened_sheet(window, qtbot)
    keys(sheet, "450", Key.Key_Return, "45o")
    window.go("members")
    qtbot.waitUntil(lambda: len(kept(laptop, book).lines) == 2)
    window.rebuild()
    window.go("home")
    again = opened_sheet(window, qtbot)
    assert again is not sheet
    assert [line.typed.amount for line in again.grid.lines()] == ["450", "45o", ""]
    ctrl_enter(again, qtbot)
    qtbot.waitUntil(lambda: list(kept(laptop, book).lines) == [2])


def test_esc_asks_what_becomes_of_typed_amounts(
    sheet: SheetView, window: MainWindow, qtbot: QtBot, book: Book, laptop: Path
) -> None:
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    keys(sheet, Key.Key_Escape)
    assert page.views.value() == "till"  # nothing typed: nothing asked
    page.show_view("sheet")
    qtbot.waitUntil(lambda: sheet.grid.field() is not None)
    keys(sheet, "450", Key.Key_Escape)
    QTest.keyClick(opened(window, Unbooked), Key.Key_Escape)
    assert page.views.value() == "sheet" and sheet.unbooked == 1
    qtbot.waitUntil(lambda: sheet.grid.typing())
    keys(sheet, Key.Key_Escape)
    opened(window, Unbooked).keep.click()
    assert page.views.value() == "till" and sheet.unbooked == 1
    page.show_view("sheet")
    sheet.leave()
    opened(window, Unbooked).throw.click()
    assert sheet.unbooked == 0
    qtbot.waitUntil(lambda: not drafts.file_of(laptop, book.id).exists())


def test_closing_asks_once_and_keeps_what_is_typed(
    window: MainWindow, qtbot: QtBot, book: Book, laptop: Path
) -> None:
    sheet = opened_sheet(window, qtbot)
    keys(sheet, "450")
    window.close()
    assert window.isVisible()
    QTest.keyClick(opened(window, Unbooked), Key.Key_Escape)
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(window.closed):
        opened(window, Unbooked).keep.click()
    assert kept(laptop, book).lines == {1: DraftLine("450", CASH)}


def test_what_was_booked_while_the_power_failed_is_not_offered_again(
    book: Book, laptop: Path
) -> None:
    lines = {1: DraftLine("450", CASH), 2: DraftLine("450", CASH), 3: DraftLine("900", CASH)}
    sent = Sent(after=entries(book), members=(2, 1))
    drafts.keep(laptop, book.id, Draft(lines, sent=sent))
    assert kept(laptop, book).lines == lines  # it was not booked after all
    asked = tuple(PaymentLine(member=number, amount=Decimal(450)) for number in ("2", "1"))
    with book.write(Signing(1)) as writing:
        payments.receive(writing, PaymentRequest(lines=asked))
    assert list(kept(laptop, book).lines) == [3]
    drafts.file_of(laptop, book.id).write_text("{")
    assert kept(laptop, book) == Draft()


def test_a_disk_that_is_full_loses_no_typed_amount(
    sheet: SheetView, qtbot: QtBot, laptop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.parent.mkdir(parents=True, exist_ok=True)
    laptop.write_bytes(b"")  # no folder can be made there
    keys(sheet, "450")
    sheet.keeper.now()
    idle(qtbot, sheet.desk)
    assert sheet.grid.lines()[0].typed.amount == "450"


# Large, long and odd.


@pytest.fixture
def crowded(window: MainWindow, qtbot: QtBot, book: Book) -> Iterator[SheetView]:
    names = [f"Household {n}" for n in range(2000)]
    with book.write(Signing(1)) as writing:
        join(writing, JoinRequest(lines=tuple(
            MemberLine(adults=(AdultLine(name=name),), zone="B") for name in (*names, *HOSTILE)
        )))  # fmt: skip
    sheet = opened_sheet(window, qtbot)
    sheet.show_zone("B")
    yield sheet


def test_two_thousand_households_and_odd_names(
    crowded: SheetView, qtbot: QtBot, qapp: QApplication
) -> None:
    sheet = crowded
    assert len(sheet.grid.lines()) == 2000 + len(HOSTILE)
    for _ in range(60):
        keys(sheet, "5", Key.Key_Return)
    sheet.grid.stand_on(len(sheet.grid.lines()) - 1)
    image = sheet.grid.grab()
    assert not image.isNull()
    keys(sheet, "9999999999", Key.Key_Up)
    assert sheet.foot.filled.figure.text() == f"61 of {2000 + len(HOSTILE):,}"
    assert "10,000,000,299" in sheet.foot.cash.figure.text()


def test_nothing_is_open_that_nobody_asked_for(sheet: SheetView, window: MainWindow) -> None:
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert sheet.grid.currentIndex().column() == PAID
