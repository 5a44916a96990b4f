"""What all forms do: Enter from field to field, mistakes beside them, and leaving asks when it must."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import income
from imt_desktop.ledger.errors import ReliedOnError
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ledger.statements import open_items
from imt_desktop.plan.errors import TargetError
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.widgets import AmountEdit, Button, Choice, ConfirmDialog, Words
from imt_desktop.ui.widgets.chips import ActChip
from imt_desktop.ui.widgets.tab_order import is_last
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, none_open, opened, refused, save, write

Key = Qt.Key


@pytest.fixture(autouse=True)
def full_box(book: Book) -> None:
    """Enough in the cash box for everything that goes out here."""
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal(500_000), income="grant", account=1, payer="County")
        income.receive_other(writing, IncomeRequest(lines=(line,)))


def money_out(window: MainWindow, qtbot: QtBot) -> Form:
    window.go("money", "out")
    idle(qtbot, window.desk)
    return opened(window, Form)


def test_enter_goes_from_field_to_field_and_saves_after_the_last(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    form = money_out(window, qtbot)
    visited = []
    typed = {"amount": "250", "payee": "Hardware", "text": "nails"}
    names = {field.editor: name for name, field in form.fields.items()}
    for _ in range(len(form.fields)):
        focused = form.focusWidget()
        assert focused is not None
        name = names[focused]
        visited.append(name)
        QTest.keyClicks(focused, typed.get(name, ""))
        if name == "text":
            break
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert visited == [
        "amount",
        "on",
        "payee",
        "category",
        "account",
        "voucher",
        "envelope",
        "text",
    ]
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(form.fields["text"].editor, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    with book.read() as reading:
        rows = reading.driver.execute(
            "SELECT who, text, amount FROM money_line WHERE what='out'"
        ).fetchall()
    assert rows == [("Hardware", "nails", 25000)]


def test_an_amount_with_two_meanings_offers_both_and_none_is_cut_off(
    window: MainWindow, qtbot: QtBot
) -> None:
    form = money_out(window, qtbot)
    write(form, amount="1.350", payee="Hardware")
    assert "1.350" in refused(form, qtbot, "amount")
    field = form.fields["amount"]
    chips = [chip for chip in field.findChildren(ActChip) if chip.isVisible()]
    assert [chip.words for chip in chips] == ["1,350", "1.35"]
    around = field.parentWidget()
    assert around is not None

    def all_of_them_fit() -> bool:
        below = chips[0].mapTo(form, chips[0].rect().bottomLeft()).y()
        return below <= around.mapTo(form, around.rect().bottomLeft()).y()

    qtbot.waitUntil(all_of_them_fit)
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    editor = field.editor
    assert isinstance(editor, AmountEdit)
    amount = editor.amount()
    assert amount is not None and amount.minor == 135000
    assert field.error is None
    assert form.focusWidget() is editor
    form.leave()


def test_all_mistakes_are_shown_at_once_and_the_first_is_gone_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    form = money_out(window, qtbot)
    write(form, on="31/02/2026", payee="Hardware")
    refused(form, qtbot, "amount")
    assert form.fields["on"].error
    assert [one.text() for one in form.findChildren(Words) if "fields to fix" in one.text()]
    assert form.focusWidget() is form.fields["amount"].editor
    form.leave()


def test_what_the_book_refuses_stands_beside_its_field(window: MainWindow, qtbot: QtBot) -> None:
    form = money_out(window, qtbot)
    write(form, amount="250")
    assert refused(form, qtbot, "payee") == "Say who was paid."
    write(form, payee="Hardware", amount="0")
    refused(form, qtbot, "amount")
    assert form.fields["payee"].error is None
    form.leave()


def test_ctrl_enter_saves_and_begins_anew(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    form = money_out(window, qtbot)
    write(form, amount="250", payee="Hardware")
    choose(form, "account", None)
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, window.desk)
    qtbot.waitUntil(lambda: [one for one in window.findChildren(Form) if one.isVisible()] != [form])
    again = opened(window, Form)
    assert again.words_of("payee") == ""
    with book.read() as reading:
        assert len(open_items(reading, "owed")) == 1
    again.leave()


@pytest.mark.parametrize("code", ["en", "es", "fr", "sw"])
def test_the_three_buttons_stand_in_one_line_whichever_says_enter(
    window: MainWindow, qtbot: QtBot, code: str
) -> None:
    tr = Translator(code)
    desk = window.desk
    before, desk.tr = desk.tr, tr
    form = Form(window, desk, "x", tr.gettext("Write it down"))
    form.row(form.line("one", "x"))
    form.asks(lambda: None, lambda _book, wanted: wanted, NOTHING, "x", again=lambda: None).open()
    desk.tr = before
    form.fields["one"].editor.setFocus()
    qtbot.waitUntil(lambda: form.do.key == "Enter")
    assert form._again.isVisible()
    shown = [button for button in form.findChildren(Button) if button.isVisible()]
    assert len(shown) >= 3
    # The key makes the button wider, once what was asked of the layout is done.
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    form.leave()


def test_leaving_asks_only_where_something_would_be_lost(window: MainWindow, qtbot: QtBot) -> None:
    form = money_out(window, qtbot)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert none_open(window)

    form = money_out(window, qtbot)
    write(form, payee="Hardware")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    asked = next(one for one in form.findChildren(ConfirmDialog) if one.isVisible())
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.words_of("payee") == "Hardware"
    QTest.keyClick(form, Qt.Key.Key_Escape)
    asked = next(one for one in form.findChildren(ConfirmDialog) if one.isVisible())
    QTest.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    assert none_open(window)


def test_saving_twice_books_once(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    form = money_out(window, qtbot)
    write(form, amount="250", payee="Hardware")
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, window.desk)
    with book.read() as reading:
        (count,) = reading.driver.execute(
            "SELECT count(*) FROM money_line WHERE what='out'"
        ).fetchone()
    assert count == 1


def test_a_form_is_never_higher_than_its_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 600)
    form = money_out(window, qtbot)
    write(form, amount="1.350", on="x")
    choose(form, "category", "")
    refused(form, qtbot, "amount")
    qtbot.waitUntil(lambda: form.height() <= window.height())
    qtbot.waitUntil(lambda: form.geometry().top() >= window.geometry().top())
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    write(form, amount="250", on="1/1/2026", payee="Hardware", own_kind="Nails")
    save(form, qtbot)


def test_the_key_on_the_main_button_presses_it_from_where_the_cursor_stands(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.go("money", "move")
    idle(qtbot, window.desk)
    form = opened(window, Form)
    write(form, amount="4x")
    assert form.do.key == "Ctrl+Enter"
    form.fields["on"].editor.setFocus()
    focused = form.focusWidget()
    assert focused is not None
    while not is_last(focused):
        QTest.keyClick(focused, Qt.Key.Key_Return)
        focused = form.focusWidget()
        assert focused is not None
    assert form.do.key == "Enter"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert form.fields["amount"].error  # it was pressed
    form.put_right()
    write(form, amount="5x")
    assert not form.fields["amount"].error
    QTest.keyClick(form.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.fields["amount"].error
    form.leave()


def test_no_button_promises_enter_where_it_begins_a_new_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("meetings", "new")
    idle(qtbot, window.desk)
    form = opened(window, Form)
    qtbot.waitUntil(form.isActiveWindow)
    agenda = form.fields["agenda"].editor
    agenda.setFocus()
    assert form.do.key == ""
    form.fields["place"].editor.setFocus()
    form.do.setFocus()
    assert form.do.key == "Enter"
    form.leave()


def test_enter_after_the_reason_cancels_a_line(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    form = money_out(window, qtbot)
    write(form, amount="250", payee="Hardware")
    save(form, qtbot)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    page.book.table.choose(page.book.table.rows()[1])
    idle(qtbot, window.desk)
    page.panel.cancelling.emit(page.panel._opened)
    form = opened(window, Form)
    qtbot.waitUntil(form.isActiveWindow)
    assert form.do.key == "Enter"
    QTest.keyClicks(form.fields["reason"].editor, "typed twice")
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(form.fields["reason"].editor, Key.Key_Return)
    idle(qtbot, window.desk)
    assert none_open(window)


@pytest.mark.parametrize("at", [0, 8])
def test_the_sentence_of_a_mistake_is_seen_whole(window: MainWindow, qtbot: QtBot, at: int) -> None:
    window.resize(1024, 768)
    form = Form(window.page("home"), window.desk, "Many", "Save")
    for n in range(9):
        form.row(form.line(f"f{n}", f"Field {n}"))

    def refuse(book: object, wanted: object) -> None:
        error = TargetError("all of them")
        error.field = f"f{at}"
        raise error

    form.asks(lambda: at, refuse, BOOKED, "").open()
    idle(qtbot, window.desk)
    form.fields[f"f{8 - at}"].editor.setFocus()
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    idle(qtbot, window.desk)
    field = form.fields[f"f{at}"]
    sentence = next(one for one in field.findChildren(Words) if one.text() == field.error)
    qtbot.waitUntil(lambda: sentence.visibleRegion().boundingRect() == sentence.rect())
    assert form.focusWidget() is field.editor
    form.hide()


def test_the_key_that_saves_cancels_where_the_reason_is_asked(
    window: MainWindow, qtbot: QtBot
) -> None:
    form = Form(window.page("home"), window.desk, "Cancel receipt 2?", "Cancel it", danger=True)
    form.row(form.choice("line", "What", [Choice("All lines", 0), Choice("One", 1)]))
    form.row(form.line("reason", "Why?"))
    pressed: list[bool] = []
    form.submits(pressed.append)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.fields["line"].editor.setFocus()
    QTest.keyClick(form.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [False]
    form.hide()


def test_what_belongs_to_no_field_stands_under_all_of_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    form = Form(window.page("home"), window.desk, "Cancel receipt 2?", "Cancel it", danger=True)
    form.row(form.line("reason", "Why?"))
    later = ReliedOnError(22, (31, 32), ("refund/1", "payments/1"))

    def refuse(book: object, wanted: object) -> None:
        raise later.beside("entry")

    form.asks(lambda: None, refuse, BOOKED, "").open()
    idle(qtbot, window.desk)
    QTest.keyClicks(form.fields["reason"].editor, "the bank took it back")
    QApplication.processEvents()
    form.do.click()
    idle(qtbot, window.desk)
    (sentence,) = (one for one in form.findChildren(Words) if "rely on" in one.text())
    assert "Money paid ahead was given back (entry 31)" in sentence.text()
    field = form.fields["reason"]

    def apart() -> bool:
        under = field.mapTo(form, field.rect().bottomLeft()).y()
        tall = sentence.heightForWidth(sentence.width())
        return sentence.mapTo(form, sentence.rect().topLeft()).y() > under and (
            sentence.height() >= tall
        )

    qtbot.waitUntil(apart)
    form.hide()
