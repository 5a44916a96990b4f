"""Contributions, labour days, absences and charges made once: ticked and typed at the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.charging.absences import AbsencesRequest, note_absences
from imt_desktop.ledger.charging.drives import drives
from imt_desktop.ledger.register import card, members
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.charges.contributions import GivenSheet, show_given
from imt_desktop.ui.pages.charges.gatherings import labour, pays_instead
from imt_desktop.ui.pages.charges.once import charge_by_price
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.ticking import TickMembers
from imt_desktop.ui.widgets import AmountEdit, Button, ConfirmDialog, LineEdit
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, said
from tests.ui.pages.metered import metered_book
from tests.ui.pages.test_readings import window_over


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = metered_book(tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(book: Book, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = window_over(book, qapp, qtbot)
    made.go("billing")
    idle(qtbot, made.desk)
    yield made


def form_of(window: MainWindow, qtbot: QtBot) -> Form:
    """The form on top, once it is there."""

    def shown() -> list[Form]:
        return [one for one in window.findChildren(Form) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[-1]


def submit(window: MainWindow, form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.changed):
        form.do.click()
    idle(qtbot, window.desk)


def write(form: Form, **words: str) -> None:
    for name, text in words.items():
        editor = form.fields[name].editor
        assert isinstance(editor, LineEdit | AmountEdit)
        editor.setText(text)


def owed(book: Book) -> dict[str, int]:
    with book.read() as reading:
        return {row.number: row.owed.minor for row in members(reading)}


def test_who_was_absent_is_ticked_with_the_keyboard_and_fined_with_the_next_bills(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    before = owed(book)
    window.go("billing", "absences")
    form = form_of(window, qtbot)
    ticks = form.fields["members"].editor
    assert isinstance(ticks, TickMembers)
    ticks.search.setText("musyoka")
    assert [row.number for row in ticks.table.rows()] == ["2"]
    ticks.table.setFocus()
    QTest.keyClick(ticks.table, Qt.Key.Key_Space)
    ticks.search.setText("")
    assert ticks.members() == ("2",), "what is not shown stays ticked"
    submit(window, form, qtbot)
    assert owed(book) == before
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    page.show_stage("preview")
    fines = [row.number for row in page.table.rows() if any(x.item == "fine" for x in row.extras)]
    assert fines == ["2"]


def test_nobody_ticked_is_said_and_nothing_is_booked(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.go("billing", "absences")
    form = form_of(window, qtbot)
    with book.read() as reading:
        before = reading.head().seq
    form.do.click()
    idle(qtbot, window.desk)
    with book.read() as reading:
        assert reading.head().seq == before
    assert form.isVisible() and form.fields["members"].error
    form.leave()


def test_a_day_worked_lessens_what_is_owed_and_is_no_cash(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    before = owed(book)
    window.go("billing", "labour")
    form = form_of(window, qtbot)
    ticks = form.fields["members"].editor
    assert isinstance(ticks, TickMembers)
    for row in ticks.table.rows()[:2]:
        ticks.turn(row)
    write(form, days="0.5", done_by="Jose, paid by both")
    submit(window, form, qtbot)
    after = owed(book)
    with book.read() as reading:
        entry = reading.recorded(reading.head().seq).entry
    assert [line.done_by for line in entry.lines] == ["Jose, paid by both"] * 2  # type: ignore[attr-defined]
    assert [before[n] - after[n] for n in ("1", "2", "3")] == [15000, 15000, 0]
    with book.read() as reading:
        assert not any(account.balance for account in accounts(reading))


@pytest.mark.parametrize("days", ["half", "", "-1"])
def test_days_that_are_none_are_said_beside_the_field(
    window: MainWindow, qtbot: QtBot, book: Book, days: str
) -> None:
    with book.read() as reading:
        rows = members(reading)
    form = labour(window.page("billing"), window.desk, (), rows[0])
    write(form, days=days)
    form.do.click()
    idle(qtbot, window.desk)
    assert form.fields["days"].error
    form.leave()


def test_a_substitute_is_written_down(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    with book.read() as reading:
        rows = members(reading)
    form = labour(window.page("billing"), window.desk, (), rows[0])
    write(form, done_by="<b>Jose")
    submit(window, form, qtbot)
    with book.read() as reading:
        entry = reading.recorded(reading.head().seq).entry
    assert entry.lines[0].done_by == "<b>Jose"  # type: ignore[attr-defined]


def test_a_charge_of_the_price_makes_a_bill_for_each_instalment(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.read() as reading:
        found = card(reading, "1")
    before = owed(book)["1"]
    charge_by_price(window.page("billing"), window.desk, found)
    form = form_of(window, qtbot)
    submit(window, form, qtbot)
    assert owed(book)["1"] == before + 90000
    with book.read() as reading:
        rows = reading.driver.execute(
            "SELECT amount FROM bill WHERE item='meter' ORDER BY line"
        ).fetchall()
    assert rows == [(30000,)] * 3


def test_a_contribution_is_asked_of_all_by_decision_and_seen(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    before = owed(book)
    window.go("billing", "contributions")
    qtbot.waitUntil(lambda: bool(window.findChildren(ListSheet)))
    from imt_desktop.ui.pages.charges.contributions import ask_for

    form = ask_for(window.page("billing"), window.desk, ())
    write(form, name="New pump", target="1000", each="300", minute="8/2026")
    form.do.click()
    idle(qtbot, window.desk)
    asked = opened(window, ConfirmDialog)
    less = "All households together are asked for KSh 100 less than the target."
    assert any(less in words.replace("\xa0", " ") for words in said(asked))
    asked.reject()
    assert owed(book) == before
    form.reject()
    form = ask_for(window.page("billing"), window.desk, ())
    write(form, name="New pump", target="1000", minute="8/2026")
    submit(window, form, qtbot)
    after = owed(book)
    assert sorted(after[n] - before[n] for n in before) == [33300, 33300, 33400]  # payable in cash
    with book.read() as reading:
        (drive,) = drives(reading)
    sheet = show_given(window.page("billing"), window.desk, drive)
    assert isinstance(sheet, GivenSheet)
    missing = sheet.table.rows_model.columns[-1]
    assert missing.text(sheet.table.rows()[0]) == "334"
    window.desk.hide_balances(True)
    assert missing.text(sheet.table.rows()[0]) == ""
    sheet.reject()
    (listed,) = window.findChildren(ListSheet)
    qtbot.waitUntil(lambda: bool(listed.list.rows_model.rows))
    listed.list.choose(listed.list.rows_model.rows[0])
    next(one for one in listed.findChildren(Button) if one.words == "Who has given").click()
    given = opened(window, GivenSheet)
    given.table.setCurrentIndex(given.table.rows_model.index(1, 1))
    QTest.keyClick(given.table, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    assert page.isVisible() and page.row().number == "2"
    lists = [one for one in window.findChildren(ListSheet) if one.isVisible()]
    assert not lists, "the list of contributions does not come back over another page"


def test_who_pays_in_place_of_working_gets_a_bill_for_the_day_and_is_at_the_till(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    desk = window.desk
    window.go("members")
    idle(qtbot, desk)
    with book.read() as reading:
        row = members(reading)[0]
    pays_instead(window.page("members"), desk, row)
    idle(qtbot, desk)
    form = form_of(window, qtbot)
    amount = form.fields["amount"].editor
    assert isinstance(amount, AmountEdit) and amount.text() == "300", "what the price says of a day"
    submit(window, form, qtbot)
    till = window.page("receive")
    assert isinstance(till, ReceivePage)
    qtbot.waitUntil(till.paying.isVisible)
    assert till._member is not None and till._member.owed.minor == row.owed.minor + 30_000
    with book.read() as reading:
        newest = max(card(reading, row.number).open_bills, key=lambda bill: bill.ref.entry)
    assert (newest.item, newest.left) == ("contribution", 30_000)
    assert newest.text.startswith("In place of the labour day of ")


def test_who_was_absent_and_pays_instead_is_not_asked_twice_unsaid(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    desk = window.desk
    with book.write(Signing(1)) as writing:
        row = members(writing)[0]
        note_absences(writing, AbsencesRequest(what="labour-day", members=(row.number,)))
    pays_instead(window.page("billing"), desk, row)
    idle(qtbot, desk)
    form = form_of(window, qtbot)
    form.do.click()
    idle(qtbot, desk)
    (asked,) = [one for one in form.findChildren(ConfirmDialog) if one.isVisible()]
    assert any("the next bills bring the fine" in words for words in said(asked))
    asked.reject()
    form.leave()
