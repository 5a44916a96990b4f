"""The water price with the decision behind it, its history, and the preview of everybody's bills."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.queries import decisions, water_systems
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import members
from imt_desktop.ledger.members import (
    AdultLine,
    ConnectionLine,
    ConnectRequest,
    JoinRequest,
    MemberLine,
    MemberStatusRequest,
)
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest, adopt, prices, tariff_for
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.settings.decisions import show_decisions
from imt_desktop.ui.pages.settings.systems import show_systems
from imt_desktop.ui.widgets import Button, MonthEdit
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, opened, press, refused, said, save, write


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> BillingPage:
    """The preview of this month."""
    window.go("billing")
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    return page


def history(page: BillingPage, qtbot: QtBot) -> ListSheet:
    press(page.facts.price)
    idle(qtbot, page.desk)
    return opened(page.window(), ListSheet)  # type: ignore[arg-type]


def button(sheet: ListSheet, words: str) -> Button:
    return next(one for one in sheet.findChildren(Button) if one.words == words)


def price_form(page: BillingPage, qtbot: QtBot) -> Form:
    press(button(history(page, qtbot), "Set the water price"))
    return opened(page.window(), Form)  # type: ignore[arg-type]


def a_month_on(form: Form) -> Month:
    month = form.fields["effective_from"].editor
    assert isinstance(month, MonthEdit)
    month.setFocus()
    QTest.keyClick(month, Qt.Key.Key_Right)
    return month.value()


def test_a_price_of_several_types_with_its_decision_in_one_form(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    form = price_form(page, qtbot)
    assert form.words_of("fee/household") == "450"
    month = a_month_on(form)
    write(form, **{"fee/household": "500"})
    press(next(one for one in form.findChildren(Button) if one.words.startswith("One more type")))
    choose(form, "type/1", "kiosk")
    choose(form, "due_day", 15)
    refused(form, qtbot, "more/1")
    write(form, **{"more/1": "1,500"})
    assert refused(form, qtbot, "minute").startswith("Write the number under which the decision")
    write(form, minute="07/2026")
    choose(form, "body", "committee")
    save(form, qtbot)
    with book.read() as reading:
        (now, before) = prices(reading)
    assert {code: fee.decimal for code, fee in now.tariff.fees.items()} == {
        "household": 500, "kiosk": 1500,
    }  # fmt: skip
    assert (now.tariff.effective_from, now.tariff.due_day) == (month, 15)
    assert now.decision is not None
    assert (now.decision.minute, now.decision.body) == ("07/2026", "committee")
    assert before.until == month.shift(-1)
    sheet = opened(page.window(), ListSheet)  # type: ignore[arg-type]
    assert any("07/2026" in words for words in said(sheet))
    sheet.reject()


def test_a_price_without_an_amount_or_for_a_month_that_has_one_is_refused(
    page: BillingPage, qtbot: QtBot
) -> None:
    form = price_form(page, qtbot)
    choose(form, "decision", 1)
    write(form, **{"fee/household": ""})
    assert refused(form, qtbot, "fee/household").startswith("Say what at least one type")
    write(form, **{"fee/household": "0"})
    assert refused(form, qtbot, "fee/household") == "The amount must be more than nothing."
    write(form, **{"fee/household": "500"})
    month = form.fields["effective_from"].editor
    assert isinstance(month, MonthEdit)
    month.set_value(page.desk.committee.first_month)
    assert "Another water price begins" in refused(form, qtbot, "effective_from")
    form.leave()


def this_months_price(book: Book, *more: str) -> None:
    month = str(Month.of(date.today()))
    fees = (FeeLine(connection_type=one, amount=Decimal(450)) for one in ("household", *more))
    with book.write(Signing(1)) as writing:
        adopt(writing, TariffRequest(name="", effective_from=month, fees=tuple(fees), decision=1))


def test_the_form_proposes_a_month_that_has_no_price_yet(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    this_months_price(book)
    page.load()
    idle(qtbot, page.desk)
    form = price_form(page, qtbot)
    month = form.fields["effective_from"].editor
    assert isinstance(month, MonthEdit)
    assert month.value() == Month.of(page.desk.today).shift(1)
    assert any("has its price already, so this one begins with" in words for words in said(form))
    form.leave()


def test_a_forgotten_type_gets_its_price_in_that_month_and_one_price_is_in_force(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    this_months_price(book)
    with book.write(Signing(1)) as writing:
        school = MemberLine(
            adults=(AdultLine(name="School"),), connections=(ConnectionLine(type="school"),)
        )
        members.join(writing, JoinRequest(lines=(school,)))
    page.load()
    idle(qtbot, page.desk)
    form = price_form(page, qtbot)
    month = form.fields["effective_from"].editor
    assert isinstance(month, MonthEdit)
    assert month.value() == Month.of(page.desk.today)
    assert any("types that have none can be added" in words for words in said(form))
    write(form, **{"fee/school": "900"})
    choose(form, "decision", 1)
    save(form, qtbot)
    sheet = opened(page.window(), ListSheet)  # type: ignore[arg-type]
    lines = [sheet.list.rows_model.line(at) for at in range(3)]
    states = [line.state.words for line in lines if line.state]
    assert states[:2] == ["in force", "replaced"] and states[2].startswith("until")
    sheet.reject()


def test_a_decision_that_was_written_down_can_be_chosen(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    form = price_form(page, qtbot)
    month = a_month_on(form)
    choose(form, "decision", 1)
    save(form, qtbot)
    with book.read() as reading:
        tariff = tariff_for(reading, month)
    assert tariff is not None and tariff.decision == 1


def test_a_price_nobody_was_billed_by_is_cancelled(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    form = price_form(page, qtbot)
    a_month_on(form)
    choose(form, "decision", 1)
    save(form, qtbot)
    sheet = opened(page.window(), ListSheet)  # type: ignore[arg-type]
    later, first = sheet.list.rows_model.rows
    sheet.list.choose(first)
    assert not button(sheet, "Cancel this price").isVisible()
    sheet.list.choose(later)
    press(button(sheet, "Cancel this price"))
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    refused(form, qtbot, "reason")
    write(form, reason="wrong month")
    save(form, qtbot)
    with book.read() as reading:
        assert len(prices(reading)) == 1
    opened(page.window(), ListSheet).reject()  # type: ignore[arg-type]


def test_the_preview_filters_and_says_who_is_left_out_and_why(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        households = tuple(
            MemberLine(adults=(AdultLine(name=name),), connections=(ConnectionLine(type=kind),))
            for name, kind in (("Clinic", "clinic"), ("<b>Kiosk", "household"))
        )
        members.join(writing, JoinRequest(lines=households))
        members.connect(writing, ConnectRequest(holders=("1", "2")))
        wanted = MemberStatusRequest(member="3", status="cut-off", reason="late")
        members.change_status(writing, wanted)
    page.load()
    idle(qtbot, page.desk)
    left = [page.left_out.list.rows_model.line(at).spoken() for at in range(2)]
    assert "No price for: clinic" in left[0]
    assert "Cut off since" in left[1]
    page.desk.hide_balances(True)
    hidden = [page.left_out.list.rows_model.line(at) for at in range(2)]
    assert "No price for: clinic" in hidden[0].spoken()
    assert hidden[1].second == "3", "who is cut off is not for those who look on"
    people = page.left_out.list.rows_model.rows
    page.left_out.show_people(people, {one.number for one in people})
    hidden = [page.left_out.list.rows_model.line(at) for at in range(2)]
    assert not any("fine only" in line.spoken() for line in hidden)
    page.desk.hide_balances(False)
    assert "Cut off since" in page.left_out.list.rows_model.line(1).spoken()
    assert page.left_out.price.isVisible()
    assert page.chips.value() == "all"
    assert len(page.table.rows()) == 5
    shared = [(row.number, row.amount.decimal) for row in page.table.rows() if row.shared]
    assert shared == [("1", Decimal(225)), ("2", Decimal(225))]
    QTest.keyClicks(page.search, "kiosk")
    qtbot.waitUntil(lambda: [row.name for row in page.table.rows()] == ["<b>Kiosk"])
    press(page.left_out.price)
    idle(qtbot, page.desk)
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    assert "fee/clinic" in form.fields
    form.leave()


def test_another_month_is_billed_and_never_twice(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    with qtbot.waitSignal(page.desk.changed):
        press(page.bill)
    idle(qtbot, page.desk)
    assert not page.bill.isEnabled()
    assert page.made.isVisible()
    page.month.setFocus()
    QTest.keyClick(page.month, Qt.Key.Key_Left)
    idle(qtbot, page.desk)
    assert not page.bill.isEnabled()
    with book.read() as reading:
        (count,) = reading.driver.execute("SELECT count(*) FROM bill").fetchone()
    assert count == 9


def test_decisions_are_listed_and_written_down(page: BillingPage, qtbot: QtBot, book: Book) -> None:
    sheet = show_decisions(page, page.desk)
    idle(qtbot, page.desk)
    press(button(sheet, "Write down a decision"))
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    refused(form, qtbot, "minute")
    write(form, minute="9/2026", what="A second kiosk", decided_on="1/2/2026")
    save(form, qtbot)
    with book.read() as reading:
        assert {one.minute: one.what for one in decisions(reading)}["9/2026"] == "A second kiosk"
    opened(page.window(), ListSheet).reject()  # type: ignore[arg-type]


def test_water_systems_are_named(page: BillingPage, qtbot: QtBot, book: Book) -> None:
    sheet = show_systems(page, page.desk)
    idle(qtbot, page.desk)
    press(button(sheet, "Name a water system"))
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    refused(form, qtbot, "name")
    write(form, name="Lower borehole")
    save(form, qtbot)
    with book.read() as reading:
        assert list(water_systems(reading).values()) == ["Lower borehole"]
    opened(page.window(), ListSheet).reject()  # type: ignore[arg-type]


def test_the_list_of_systems_waits_while_one_more_is_named(page: BillingPage, qtbot: QtBot) -> None:
    sheet = show_systems(page, page.desk)
    idle(qtbot, page.desk)
    press(button(sheet, "Name a water system"))
    form = opened(page.window(), Form)  # type: ignore[arg-type]
    write(form, name="Lower borehole")
    with qtbot.waitSignal(page.desk.changed):
        press(button(form, "Save and next"))
    idle(qtbot, page.desk)
    (after,) = (one for one in page.window().findChildren(Form) if one.isVisible())
    assert after is not form and not sheet.isVisible()
    after.reject()
    qtbot.waitUntil(sheet.isVisible)
    sheet.reject()


def test_the_poster_of_a_price_is_printed_from_their_list(
    page: BillingPage, qtbot: QtBot, book: Book
) -> None:
    sheet = history(page, qtbot)
    idle(qtbot, page.desk)
    (chosen,) = sheet.list.rows_model.rows[:1]
    press(button(sheet, "Print the poster"))
    idle(qtbot, page.desk)
    window = page.window()
    assert isinstance(window, MainWindow)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    paper = notices.look.wanted()
    assert paper is not None and (paper.paper, paper.tariff) == ("tariff", chosen.tariff.id)
