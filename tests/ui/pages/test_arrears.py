"""Arrears by keys on a real book: steps decided, taken with one and with several, and all that follows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imt_desktop.committee.queries import decision
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import payments, register
from imt_desktop.ledger.charging.agreements import Agreement, agreements
from imt_desktop.ledger.charging.arrears_list import Household, arrears_list
from imt_desktop.ledger.charging.ladder import Ladder, ladders, steps_of
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.requests import decode, perform
from imt_desktop.ui.changes import EVERYTHING, Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.arrears.agreeing import AgreeForm
from imt_desktop.ui.pages.arrears.page import ArrearsPage
from imt_desktop.ui.pages.arrears.rows import DECIDE, TICK
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.members.member_card import AGREED, VEILED
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.members.wish import MemberWish
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.widgets import Button, ConfirmDialog, DateEdit
from tests.officers import CHAIR, PINS
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import (
    choose,
    none_open,
    opened,
    pick,
    press,
    refused,
    said,
    save,
    tick,
    write,
)
from tests.ui.pages.office import Office

Key = Qt.Key
KES = Currency("KES")
LADDER = [
    {"step": "reminder", "after_bills": 1},
    {"step": "last-warning", "after_bills": 2},
    {"step": "cut-off", "after_bills": 2},
]


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def ask(book: Book, kind: str, **request: object) -> None:
    with book.write(Signing(1)) as writing:
        perform(writing, decode(msgspec.json.encode({"kind": kind, **request})))


def decided(book: Book) -> None:
    """The assembly's steps, from a month ago on; within a test they follow each other in a day."""
    since = str(date.today() - timedelta(days=30))
    ask(book, "ladder", decision=1, steps=LADDER, since=since, between=0)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, book: Book) -> ArrearsPage:
    """Three households that owe two months each, and steps that were decided."""
    decided(book)
    return go(window, qtbot)


def go(window: MainWindow, qtbot: QtBot) -> ArrearsPage:
    window.go("arrears")
    idle(qtbot, window.desk)
    page = window.page("arrears")
    assert isinstance(page, ArrearsPage)
    return page


def over(page: ArrearsPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def form_of(page: ArrearsPage, qtbot: QtBot) -> Form:
    idle(qtbot, page.desk)
    return opened(over(page), Form)


def listed(book: Book) -> dict[str, Household]:
    with book.read() as reading:
        return {one.member.number: one for one in arrears_list(reading, date.today())}


def agreed(book: Book) -> tuple[Agreement, ...]:
    with book.read() as reading:
        return agreements(reading)


def steps(book: Book) -> tuple[Ladder, ...]:
    with book.read() as reading:
        return ladders(reading)


def heard(book: Book, member: int = 1) -> list[tuple[str, str]]:
    with book.read() as reading:
        return [(one.said.step, one.said.heard) for one in steps_of(reading, member)]


def pay(book: Book, number: str, amount: str) -> None:
    line = PaymentLine(member=number, amount=Decimal(amount))
    with book.write(Signing(1)) as writing:
        payments.receive(writing, PaymentRequest(lines=(line,), languages=("en",)))


def drawn(qtbot: QtBot, page: NoticesPage) -> None:
    """Wait for a preview, which takes its time the first time."""
    qtbot.waitUntil(lambda: not page.previewer.waiting and not page.desk.tasks.busy, timeout=30_000)


def new_decision(form: Form, minute: str = "03/2026") -> None:
    choose(form, "decision", 0)
    write(form, minute=minute)


# The steps themselves


def test_a_book_without_steps_says_what_to_do(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    page = go(window, qtbot)
    assert page.no_steps.isVisible() and page.list.table.rows()
    assert not page.panel.step.isVisible() and page.all_like.isHidden()
    press(page._write_steps)
    form = form_of(page, qtbot)
    write(form, minute="03/2026", **{"measure/after_bills": "1"})
    assert "have to grow" in refused(form, qtbot, "measure/after_bills")
    write(form, **{"measure/after_bills": "3", "cut-off/after_bills": "x"})
    assert refused(form, qtbot, "cut-off/after_bills")
    write(form, **{"cut-off/after_bills": "4", "cut-off/after_days": "120", "between": "999"})
    assert "999 days" in refused(form, qtbot, "between")
    write(form, between="14")
    save(form, qtbot)
    (ladder,) = steps(book)
    assert ladder.between == 14
    assert [(one.step, one.after_bills, one.after_days) for one in ladder.steps] == [
        ("reminder", 1, 0), ("last-warning", 2, 0), ("measure", 3, 0), ("cut-off", 4, 120),
    ]  # fmt: skip
    assert page.no_steps.isHidden() and page.panel.step.isVisible()


def test_a_new_book_asks_for_the_steps_and_then_for_nothing(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    for number in ("1", "2", "3"):
        pay(book, number, "900")
    page = go(window, qtbot)
    assert any("No steps are decided yet" in words for words in said(page))
    decided(book)
    window.desk.changed.emit(EVERYTHING)
    idle(qtbot, window.desk)
    assert any("Nobody is behind" in words for words in said(page))


def test_the_steps_are_shown_with_their_decision(page: ArrearsPage, qtbot: QtBot) -> None:
    press(page.steps)
    idle(qtbot, page.desk)
    sheet = opened(over(page), ListSheet)
    assert sheet.list.rows_model.line(0).state is not None
    assert "after 2 bills" in said(sheet)


# Taking steps


def test_one_is_reminded_and_then_warned(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    assert "2 bills" in page.panel.why.words()
    QTest.keyClick(page.list.table, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page, qtbot)
    tick(form, form.fields.ticks["letters"])
    save(form, qtbot)  # a reminder needs no words
    assert heard(book) == [("reminder", "")]
    assert listed(book)["1"].proposed == "last-warning"
    page.take_step()
    form = form_of(page, qtbot)
    tick(form, form.fields.ticks["letters"])
    assert refused(form, qtbot, "1/heard")
    write(form, n1_heard="<b>sells the maize")
    save(form, qtbot)
    assert heard(book)[0] == ("last-warning", "<b>sells the maize")
    idle(qtbot, page.desk)
    assert any("<b>sells the maize" in words for words in said(page.panel))


def test_until_when_the_next_step_waits_is_said(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    ask(book, "ladder", decision=1, steps=LADDER, between=14)
    ask(book, "arrears-step", member="1", step="reminder")
    page = go(window, qtbot)
    assert window.focusWidget() is page.list.table, "arrows choose at once"
    page.list.table.choose(next(row for row in page.list.table.rows_model.rows if row.taken))
    idle(qtbot, window.desk)
    until = window.desk.tr.date(window.desk.today + timedelta(days=14))
    said = f"Last warning: from {until} on. The assembly wants 14 days between two steps."
    assert page.panel.why.isVisible() and page.panel.why.words() == said
    assert page.panel.step.isHidden()
    page.list.table.setFocus()
    window.desk.changed.emit(Changes(balances=True))
    idle(qtbot, window.desk)
    assert window.focusWidget() is page.list.table, "and what is read anew leaves the keys there"


def test_what_is_overdue_leads_to_its_bills(page: ArrearsPage, qtbot: QtBot) -> None:
    page.panel.bills.click()
    qtbot.waitUntil(lambda: bool(over(page).findChildren(ListSheet)))
    idle(qtbot, page.desk)
    (sheet,) = over(page).findChildren(ListSheet)
    bills = sheet.list.rows_model.rows
    assert len(bills) == 2
    assert {one.proof.number for one in bills} == {page.shown.household.member.number}  # type: ignore[union-attr]
    sheet.reject()


def test_the_bills_behind_what_is_overdue_add_up_to_it_once_a_part_is_paid(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    pay(book, page.shown.household.member.number, "200")  # type: ignore[union-attr]
    page.desk.changed.emit(Changes(balances=True))
    idle(qtbot, page.desk)
    shown = page.shown
    assert shown is not None and shown.household.standing is not None
    page.panel.bills.click()
    idle(qtbot, page.desk)
    sheet = opened(over(page), ListSheet)
    idle(qtbot, page.desk)
    assert [one.amount.minor for one in sheet.list.rows_model.rows] == [250_00, 450_00]
    assert shown.household.standing.owed.minor == 700_00
    assert all(one.name.startswith("Fee for ") for one in sheet.list.rows_model.rows)
    sheet.reject()


def test_several_are_reminded_at_once_and_their_letters_come_next(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    table = page.list.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_Space)
    assert page.together.isHidden()  # one alone is done at the right
    second = table.visualRect(table.model().index(1, TICK, QModelIndex()))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert page.together.isVisible()
    QTest.keyClick(table, Key.Key_F9)
    form = form_of(page, qtbot)
    assert any("Mwikali Nzomo" in words for words in said(form))
    save(form, qtbot)
    assert [one.proposed for one in listed(book).values()].count("last-warning") == 2
    notices = over(page).page("notices")
    assert isinstance(notices, NoticesPage) and notices.isVisible()
    assert notices.papers.value() == "letters"
    drawn(qtbot, notices)


def test_all_with_the_same_step_are_ticked_by_a_key(page: ArrearsPage, qtbot: QtBot) -> None:
    page.all_like.click()
    assert len(page.list.ticked_ones()) == 3
    page.all_like.click()
    assert page.list.ticked_ones() == ()


def test_ticks_of_another_step_go(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    ask(book, "arrears-step", member="1", step="reminder")
    page.load()
    idle(qtbot, page.desk)
    rows = {one.member.number: one for one in page.list.table.rows()}
    page.list.table.turned.emit(rows["2"])
    page.list.table.turned.emit(rows["1"])
    assert [one.member.number for one in page.list.ticked_ones()] == ["1"]


def test_a_tick_goes_with_the_step_that_it_was_for(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    page.all_like.click()
    ask(book, "arrears-step", member="1", step="reminder")
    page.load()
    idle(qtbot, page.desk)
    assert {one.member.number for one in page.list.ticked_ones()} == {"2", "3"}


def test_if_one_of_several_is_refused_nothing_is_written(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    for number in ("1", "2"):
        ask(book, "arrears-step", member=number, step="reminder")
    page.load()
    idle(qtbot, page.desk)
    page.list.show_only("last-warning")
    page.all_like.click()
    press(page.together)
    form = form_of(page, qtbot)
    write(form, n1_heard="no work")
    assert refused(form, qtbot, "2/heard")


def test_a_step_by_mistake_is_struck(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    ask(book, "arrears-step", member="1", step="reminder")
    page.load()
    idle(qtbot, page.desk)
    page.list.show_only("last-warning")
    idle(qtbot, page.desk)
    pick(page.panel.more, "The last step was a mistake")
    form = form_of(page, qtbot)
    assert refused(form, qtbot, "reason")
    write(form, reason="another household")
    save(form, qtbot)
    assert heard(book) == [] and listed(book)["1"].proposed == "reminder"


# Instalments


def agreement_form(page: ArrearsPage, qtbot: QtBot) -> AgreeForm:
    press(page.panel.agree)
    idle(qtbot, page.desk)
    return opened(over(page), AgreeForm)


def test_a_debt_is_cut_into_instalments(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    form = agreement_form(page, qtbot)
    assert "3/amount" in form.fields and "4/amount" not in form.fields
    write(form, count="4")
    assert "4/amount" in form.fields
    write(form, n2_amount="226")
    tick(form, form.fields.ticks["paper"])
    assert "They have to add up to it" in refused(form, qtbot, "4/amount")
    write(form, n1_amount="224")
    new_decision(form)
    save(form, qtbot)
    (made,) = agreed(book)
    assert [part.amount for part in made.instalments] == [
        Money(amount * 100, KES) for amount in (224, 226, 225, 225)
    ]
    assert made.state(date.today()) == "kept"
    assert listed(book)["1"].proposed == ""
    overdue = page.list.table.rows_model.columns[-1]
    shown = {one.member.number: overdue.text(one) for one in page.list.table.rows_model.rows}
    assert (shown["1"], shown["2"]) == ("", "900")  # what is paid as agreed is not overdue
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("members", MemberWish("1"))
    idle(qtbot, page.desk)
    members_page = window.page("members")
    assert isinstance(members_page, MembersPage)
    members_page.view.agreed.plan.opened.emit(made.instalments[1])
    idle(qtbot, page.desk)
    line = opened(window, LineSheet)
    assert any("226" in words for words in said(line)), "an instalment leads to its line"
    line.reject()


def test_tab_goes_past_the_first_day_and_keeps_what_was_typed(
    page: ArrearsPage, qtbot: QtBot
) -> None:
    form = agreement_form(page, qtbot)
    write(form, count="4", n1_amount="224")

    def in_the_first_instalment() -> bool:
        first = form.fields["first"].editor
        first.setFocus()
        QTest.keyClick(first, Key.Key_Tab)
        return form.focusWidget() is form.fields["1/amount"].editor

    qtbot.waitUntil(in_the_first_instalment)
    assert form.words_of("1/amount") == "224"
    form.leave()


def test_too_many_instalments_are_refused(page: ArrearsPage, qtbot: QtBot) -> None:
    form = agreement_form(page, qtbot)
    write(form, count="99")
    assert refused(form, qtbot, "count")
    write(form, count="")
    assert refused(form, qtbot, "count")


def test_an_instalment_in_the_past_is_refused_beside_its_day(
    page: ArrearsPage, qtbot: QtBot
) -> None:
    form = agreement_form(page, qtbot)
    first = form.fields["first"].editor
    assert isinstance(first, DateEdit)
    first.set_value(date.today() - timedelta(days=300))
    assert "nothing was owed yet" in refused(form, qtbot, "1/due_on")
    form.leave()


def test_the_agreement_stands_on_the_members_card(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    first = date.today() + timedelta(days=20)
    ask(book, "agreement", member="1", count=2, first=str(first))
    window.go("members")
    idle(qtbot, window.desk)
    members = window.page("members")
    assert isinstance(members, MembersPage)
    members.view.tabs.set_value(AGREED)
    members.view.tabs.chosen.emit(AGREED)
    agreed_part = members.view.agreed
    assert agreed_part.isVisible() and len(agreed_part.plan.rows()) == 2
    assert any("Kept" in words for words in said(agreed_part))
    window.desk.hide_balances(True)
    assert members.view._pages.currentIndex() == VEILED
    assert not agreed_part.isVisible()
    window.desk.hide_balances(False)
    press(agreed_part.print)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage) and notices.papers.value() == "agreement"
    drawn(qtbot, notices)


# Cutting off, and back


def test_nobody_is_cut_off_by_chance(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    for step in ("reminder", "last-warning"):
        ask(book, "arrears-step", member="1", step=step, heard="no work")
    page.load()
    idle(qtbot, page.desk)
    page.list.show_only("cut-off")
    idle(qtbot, page.desk)
    assert page.all_like.isHidden()
    press(page.panel.step)
    form = form_of(page, qtbot)
    assert form.words_of("heard") == "no work"
    write(form, heard="")
    sentence = refused(form, qtbot, "heard")
    assert "what the member said" in sentence
    assert form.fields["lives_there"].error and form.fields["supply"].error
    write(form, heard="lost the job", children="2", old="1", supply="20 litres a day")
    assert refused(form, qtbot, "minute")  # and a decision
    write(form, minute="9")
    tick(form, form.fields.ticks["letters"])
    save(form, qtbot)
    one = listed(book)["1"]
    assert one.cut_off and one.taken is not None and one.taken.step == "cut-off"
    with book.read() as reading:
        entry = steps_of(reading, one.member.id)[0].said
    assert (entry.lives_there, entry.supply) == ("children: 2, old: 1", "20 litres a day")


def test_the_water_flows_again(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    once = [{"item": "reconnection", "amount": "500", "arrears_percent": "75"}]
    fee = {"connection_type": "household", "fixed": "450"}
    month = date.today().strftime("%Y-%m")
    ask(book, "tariff", name="", effective_from=month, decision=1, types=[fee], one_offs=once)
    for step in ("reminder", "last-warning"):
        ask(book, "arrears-step", member="1", step=step, heard="no work")
    ask(
        book, "cut-off", member="1", heard="no work", lives_there="five", supply="the pipe",
        decision=1,
    )  # fmt: skip
    page.load()
    idle(qtbot, page.desk)
    page.list.show_only("off")
    idle(qtbot, page.desk)
    panel = page.panel
    assert [point.state.words for point in panel.conditions.points] == [
        "75\u00a0% of the KSh\u00a0900 owed at the cut-off, KSh\u00a0675: KSh\u00a00 paid",
        "Fee of KSh\u00a0500: can be charged once that part is paid",
    ]  # fmt: skip
    assert panel.charge.isHidden()  # the share comes first
    press(panel.reconnect)
    form = form_of(page, qtbot)
    write(form, reason="a child was born")
    assert refused(form, qtbot, "minute")  # not all is there: only a decision can
    form.leave()
    pay(book, "1", "700")
    page.load()
    idle(qtbot, page.desk)
    assert panel.conditions.points[1].state.words == "Fee of KSh\u00a0500: not charged yet"
    press(panel.charge)
    with qtbot.waitSignal(page.desk.changed):
        opened(over(page), ConfirmDialog).accept()
    idle(qtbot, page.desk)
    pay(book, "1", "700")
    page.load()
    idle(qtbot, page.desk)
    assert page.shown is not None and page.shown.conditions is not None
    assert page.shown.conditions.met
    press(panel.reconnect)
    form = form_of(page, qtbot)
    assert "decision" not in form.fields
    save(form, qtbot)
    with book.read() as reading:
        assert register.member(reading, "1").status == "active"


def test_where_nothing_was_asked_for_it_is_not_said_to_be_paid(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    for step in ("reminder", "last-warning"):
        ask(book, "arrears-step", member="1", step=step, heard="no work")
    ask(
        book, "cut-off", member="1", heard="no work", lives_there="five", supply="the pipe",
        decision=1,
    )  # fmt: skip
    page.load()
    idle(qtbot, page.desk)
    page.list.show_only("off")
    idle(qtbot, page.desk)
    press(page.panel.reconnect)
    form = form_of(page, qtbot)
    assert form.words_of("reason") == ""
    assert refused(form, qtbot, "reason") == "Write the reason."
    form.leave()


# Letting go, paying less, disputes


def test_letting_go_needs_bills_a_reason_and_a_decision(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    pick(page.panel.more, "Let a debt go")
    form = form_of(page, qtbot)
    write(form, minute="4", reason="died without heirs")
    QTest.keyClick(form.do, Key.Key_Space)
    idle(qtbot, page.desk)
    assert any("There is nothing to book." in words for words in said(form))
    box = next(iter(form.fields.ticks.values()))
    tick(form, box)
    assert "Together KSh\u00a0450" in said(form)
    save(form, qtbot)
    with book.read() as reading:
        assert register.member(reading, "1").owed == Money(450_00, KES)


def test_letting_go_begins_with_the_bills_and_shows_where_enter_leads(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    for _ in range(16):
        ask(book, "bill", member="1", amount="10", item="fine", text="late for the labour day")
    page.load()
    idle(qtbot, page.desk)
    pick(page.panel.more, "Let a debt go")
    form = form_of(page, qtbot)
    boxes = list(form.fields.ticks.values())
    assert form.focusWidget() is boxes[0]
    for _ in boxes:
        QTest.keyClick(form.focusWidget(), Key.Key_Return)
    reason = form.fields["reason"].editor
    assert form.focusWidget() is reason
    qtbot.waitUntil(lambda: reason.visibleRegion().boundingRect() == reason.rect())
    form.leave()


def test_two_officers_let_a_debt_go(office: Office) -> None:
    hand, qtbot = office.hand, office.qtbot
    hand.bill("2026-08")
    office.sign_in()
    office.window.go("arrears")
    idle(qtbot, office.desk)
    page = office.window.page("arrears")
    assert isinstance(page, ArrearsPage)
    pick(page.panel.more, "Let a debt go")
    form = form_of(page, qtbot)
    for box in form.fields.ticks.values():
        tick(form, box)
    write(form, minute="4", reason="moved away")
    QTest.keyClick(form.do, Key.Key_Space)
    office.sign(PINS[CHAIR])
    assert office.last_hand() == (1, (CHAIR,), "pin")
    assert hand.owed("1").minor == 0


def test_paying_less_has_an_end_and_no_queue_sees_it(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    pick(page.panel.more, "Let them pay less")
    form = form_of(page, qtbot)
    write(form, minute="5", percent="120", reason="lives alone")
    assert refused(form, qtbot, "percent")
    write(form, percent="a third")
    assert refused(form, qtbot, "percent")
    write(form, percent="33.33")
    save(form, qtbot)
    with book.read() as reading:
        (one,) = reliefs(reading)
        assert decision(reading, one.decision).what == "A household pays less"  # and not which
    assert (one.share, one.since.shift(11)) == (3333, one.until)
    idle(qtbot, page.desk)
    assert any("33.33" in words for words in said(page.panel))
    pick(page.papers, "Who pays less")
    idle(qtbot, page.desk)
    sheet = opened(over(page), ListSheet)
    assert "lives alone" in said(sheet)
    sheet.reject()
    page.desk.hide_balances(True)
    assert page.veil.isVisible() and page.papers.isHidden() and page.steps.isHidden()
    assert not page.panel.isVisible() and not page.list.isVisible()
    seen = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not any("900" in words or "Mwikali" in words for words in seen)


def test_a_relief_that_was_a_mistake_is_struck(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    month = date.today().strftime("%Y-%m")
    ask(
        book, "relief", member="1", group="widow", amount="100", decision=1, since=month,
        until=month,
    )  # fmt: skip
    pick(page.papers, "Who pays less")
    idle(qtbot, page.desk)
    sheet = opened(over(page), ListSheet)
    state = sheet.list.rows_model.line(0).state
    assert state is not None and state.words == "ends soon"
    strike = next(one for one in sheet.findChildren(Button) if "mistake" in one.accessibleName())
    press(strike)
    form = form_of(page, qtbot)
    assert refused(form, qtbot, "reason")
    write(form, reason="another household")
    save(form, qtbot)
    with book.read() as reading:
        assert reliefs(reading) == ()


def test_who_pays_less_is_shown_with_the_minute_and_can_be_ended_on_the_card(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    month = date.today().strftime("%Y-%m")
    ask(
        book, "relief", member="1", group="widow", amount="100", decision=1, since=month,
        until=month,
    )  # fmt: skip
    page.desk.go.emit("members", "1")
    idle(qtbot, page.desk)
    members = over(page).page("members")
    assert isinstance(members, MembersPage)
    members.view.tabs.set_value(AGREED)
    members.view.tabs.chosen.emit(AGREED)
    idle(qtbot, page.desk)
    agreed = members.view.agreed
    assert any("Minute " in words for words in said(agreed))
    press(agreed.end)
    form = form_of(page, qtbot)
    write(form, reason="moved to a daughter")
    save(form, qtbot)
    with book.read() as reading:
        assert reliefs(reading) == ()
    assert agreed.end.isHidden()


def test_a_disputed_bill_stands_outside_and_comes_back(
    page: ArrearsPage, qtbot: QtBot, book: Book
) -> None:
    pick(page.panel.more, "A bill is disputed")
    form = form_of(page, qtbot)
    write(form, reason="says it was paid")
    save(form, qtbot)
    one = listed(book)["1"]
    assert one.standing is not None and one.standing.bills == 1 and one.disputed is not None
    page.list.show_only("disputed")
    idle(qtbot, page.desk)
    pick(page.panel.more, "A bill is disputed")
    form = form_of(page, qtbot)
    QTest.keyClick(form.fields["bill"].editor, Key.Key_End)  # the disputed one is paid last
    write(form, reason="the receipt was found")
    save(form, qtbot)
    assert listed(book)["1"].disputed is None


# Home, finding, and the veil


def test_home_says_how_many_and_not_while_a_queue_looks_on(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    decided(book)
    window.go("home")
    home = window.page("home")
    assert isinstance(home, HomePage)
    home.load()
    idle(qtbot, window.desk)
    titles = [row.said.title for row in home.to_do.rows]
    assert "3 households to decide about" in titles
    window.desk.hide_balances(True)
    assert "3 households to decide about" not in [row.said.title for row in home.to_do.rows]
    window.desk.hide_balances(False)
    row = next(row for row in home.to_do.rows if row.said.title == "3 households to decide about")
    press(row.button)
    idle(qtbot, window.desk)
    page = window.page("arrears")
    assert isinstance(page, ArrearsPage) and page.list.chips.value() == DECIDE


def test_filters_and_words_narrow_the_list(page: ArrearsPage, qtbot: QtBot, book: Book) -> None:
    QTest.keyClicks(page.list.search, "rose")
    qtbot.waitUntil(lambda: len(page.list.table.rows()) == 1)
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(page.list.table.rows()) == 3)
    assert none_open(over(page))
