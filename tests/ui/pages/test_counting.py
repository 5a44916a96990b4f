"""Counting cash at the window: two names, notes and coins, the difference, and booking it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.queries import decisions
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.accounts import accounts, counts
from imt_desktop.ledger.income import IncomeLine, IncomeRequest, receive_other
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.counting import PIECES, CountForm
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.widgets import SuggestEdit
from imt_desktop.ui.widgets.segments import Segment
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, pick, press, refused, save, write


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot, book: Book) -> CountForm:
    """The form over a book with 1,250 in the cash box."""
    with book.write(Signing(1)) as writing:
        line = IncomeLine(amount=Decimal(1250), income="donation", account=1, payer="Church")
        receive_other(writing, IncomeRequest(lines=(line,)))
    return begin(window, qtbot)


def begin(window: MainWindow, qtbot: QtBot) -> CountForm:
    QTest.keyClick(window, Qt.Key.Key_F5)
    idle(qtbot, window.desk)
    return opened(window, CountForm)


def pieces(form: CountForm) -> None:
    """Go to notes and coins by keys alone."""
    total = form.way.findChildren(Segment)[0]
    total.setFocus()
    QTest.keyClick(total, Qt.Key.Key_Right)
    assert form.way.value() == PIECES
    QTest.keyClick(total, Qt.Key.Key_Return)


def test_nothing_of_the_page_can_be_read_behind_a_count(
    form: CountForm, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page("money")
    qtbot.waitUntil(lambda: form._dim is not None)
    strip = QRect(page.mapTo(window, QPoint(0, 0)), QSize(120, page.height()))

    def colours() -> set[int]:
        picture = window.grab(strip).toImage()
        across, down = range(0, picture.width(), 2), range(picture.height())
        return {picture.pixel(x, y) for x in across for y in down}

    assert len(colours()) == 1
    form.reject()
    qtbot.waitUntil(lambda: len(colours()) > 1)


def test_the_difference_is_told_once_two_have_said_what_is_there(
    form: CountForm, qtbot: QtBot
) -> None:
    assert not form.outcome.isVisible() and not form.book_says.isVisible()
    assert form.focusWidget() is form.fields["counted"].editor
    write(form, counted="1,200")
    assert not form.outcome.isVisible() and not form.book_says.isVisible()
    assert not form.fields["explanation"].isVisible()
    write(form, second="Joseph Mutua")
    assert "1,250" in form.book_says.text()
    assert form.outcome.state.words == "KSh\u00a050 too little"
    assert form.outcome.state.tone == "bad"
    assert form.fields["explanation"].isVisible()
    write(form, counted="1,250")
    assert form.outcome.state.tone == "ok"
    assert not form.fields["explanation"].isVisible()
    write(form, counted="12x")
    assert not form.outcome.isVisible()


def test_the_book_is_asked_for_the_day_and_the_account(form: CountForm, qtbot: QtBot) -> None:
    write(form, counted="1,250", second="Joseph Mutua")
    assert form.outcome.state.tone == "ok"
    yesterday = form.desk.today - timedelta(days=1)
    write(form, on=f"{yesterday:%d/%m/%Y}")
    idle(qtbot, form.desk)
    assert form.outcome.state.words == "KSh\u00a01,250 too much"
    choose(form, "account", 2)
    idle(qtbot, form.desk)
    assert not form.way.isVisible()
    write(form, on="31/02/2026")
    assert not form.outcome.isVisible()
    refused(form, qtbot, "on")


def test_notes_and_coins_are_counted_one_value_after_another(
    form: CountForm, qtbot: QtBot, book: Book
) -> None:
    write(form, second="Joseph Mutua")
    pieces(form)
    assert not form.fields["counted"].isVisible() and form.pieces.isVisible()
    assert form.focusWidget() is form.pieces.first()
    QTest.keyClicks(form.focusWidget(), "1")
    assert form.outcome.state.words == "KSh\u00a0250 too little"
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)  # on to the 500 note
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(form.focusWidget(), "1")
    write(form, **{"note/50.00": "1"})
    assert form.outcome.state.tone == "ok"
    save(form, qtbot)
    with book.read() as reading:
        (count,) = counts(reading)
        entry = reading.recorded(count.entry).entry
    assert [(one.value, one.count) for one in entry.pieces] == [  # type: ignore[attr-defined]
        (100_000, 1), (20_000, 1), (5_000, 1),
    ]  # fmt: skip
    assert count.counted.decimal == 1250 and count.by == ("Amina Wanjiru", "Joseph Mutua")


def test_a_slip_in_the_pieces_stands_beside_them(form: CountForm, qtbot: QtBot) -> None:
    pieces(form)
    write(form, second="Grace")
    refused(form, qtbot, form.pieces.first_name)
    write(form, **{"coin/10.00": "ten"})
    refused(form, qtbot, "coin/10.00")
    assert not form.outcome.isVisible()
    write(form, **{"coin/10.00": "1000001"})
    assert "count them again" in refused(form, qtbot, "coin/10.00")
    write(form, **{"coin/10.00": "3"})
    assert "write why" in refused(form, qtbot, "explanation")


def test_officers_and_members_are_offered_and_other_names_taken(
    form: CountForm, qtbot: QtBot, book: Book
) -> None:
    second = form.fields["second"].editor
    assert isinstance(second, SuggestEdit)
    assert [one.words for one in second.fitting("jo")] == ["Joseph Mutua"]
    assert [one.words for one in second.fitting("rose")] == ["Rose Ndunge"]
    write(form, counted="1200", explanation="a slip")
    write(form, counted="1250")
    second.setText(HOSTILE[0])
    save(form, qtbot)
    with book.read() as reading:
        found = counts(reading)[0]
    assert (found.by[1], found.explanation) == (HOSTILE[0], "")


def counted_short(form: CountForm, qtbot: QtBot) -> MoneyPage:
    window = form.parentWidget().window()  # type: ignore[union-attr]
    assert isinstance(window, MainWindow)
    write(form, counted="1200", second="Joseph Mutua", explanation="nobody knows")
    save(form, qtbot)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    return page


def test_a_difference_is_booked_with_the_decision_of_the_assembly(
    form: CountForm, qtbot: QtBot, book: Book, window: MainWindow
) -> None:
    page = counted_short(form, qtbot)
    pick(page.more, "Counts")
    idle(qtbot, page.desk)
    sheet = opened(window, ListSheet)
    act = next(button for act, button in sheet._acts if act.icon == "stamp")
    assert act.isVisible()
    press(act)
    booking = opened(window, Form)
    write(booking, minute="12/2026", text="looked for three days", on="31/02/2026")
    refused(booking, qtbot, "on")
    write(booking, on=f"{booking.desk.today:%d/%m/%Y}")
    save(booking, qtbot)
    with book.read() as reading:
        assert accounts(reading)[0].balance.decimal == 1200
        newest = decisions(reading)[0]
    assert (newest.minute, newest.body) == ("12/2026", "assembly")
    qtbot.waitUntil(sheet.isVisible)
    idle(qtbot, page.desk)
    assert not act.isVisible()
    sheet.reject()


def test_a_sentence_goes_once_its_mistake_is_put_right(form: CountForm, qtbot: QtBot) -> None:
    write(form, second="Joseph Mutua")
    pieces(form)
    largest = form.pieces.first_name
    refused(form, qtbot, largest)
    write(form, **{"note/50.00": "1"})
    assert form.fields[largest].error is None


def test_how_many_fields_are_left_to_fix_is_counted(form: CountForm, qtbot: QtBot) -> None:
    write(form, counted="12x", on="31/02/2026")
    refused(form, qtbot, "on")
    assert form._to_fix.isVisible() and form._to_fix.words().startswith("2 ")
    write(form, counted="1,200")
    assert form._to_fix.words().startswith("1 ")
    write(form, on=f"{form.desk.today:%d/%m/%Y}")
    assert not form._to_fix.isVisible()
