"""A community audit at the screen: named, drawn by lot, checked, found, answered, read out, followed up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import OfficerRequest, name_officer
from imt_desktop.committee.queries import decisions, officers
from imt_desktop.community.audit import queries
from imt_desktop.community.audit.auditing import (
    AuditReadRequest,
    FindingAnswerRequest,
    FindingRequest,
    ListRequest,
    SampleRequest,
    answer,
    read_out,
    write_finding,
)
from imt_desktop.journal import Signing
from imt_desktop.ledger import accounts, expenses, payments
from imt_desktop.ledger.accounts import counts
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.oversight import sampling
from imt_desktop.period import Month
from imt_desktop.reports.printing import PaperWanted, issue
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.audit.look import STEPS, AuditLook, look
from imt_desktop.ui.pages.audit.page import AuditPage
from imt_desktop.ui.pages.audit.steps.drawing import DrawingView
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.to_do import ToDoRow
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.packing import Packing, ask_where
from imt_desktop.ui.pages.plan.wish import ActionWish
from imt_desktop.ui.widgets import Button, Card, ComboBox, ConfirmDialog, Table, TextArea, Words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, press, refused, said, save, write

TODAY = date.today()
BEFORE = Month.of(TODAY).shift(-1)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> AuditPage:
    """Three receipts of last month, and nobody who audited yet."""
    with window.desk.book.write(Signing(1)) as book:
        for member in ("1", "2", "3"):
            line = PaymentLine(member=member, amount=Decimal(450), account=1, on=BEFORE.day(12))
            payments.receive(book, PaymentRequest(lines=(line,)))
    window.go("audit")
    idle(qtbot, window.desk)
    made = window.page("audit")
    assert isinstance(made, AuditPage)
    return made


def form_of(page: AuditPage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def see(page: AuditPage) -> AuditLook:
    with page.desk.book.read() as book:
        return look(book, TODAY)


def go(page: AuditPage, qtbot: QtBot, step: str) -> None:
    page.go_to(STEPS.index(step))
    idle(qtbot, page.desk)


def button(page: AuditPage, words: str) -> Button:
    found = [
        one for one in page.view.findChildren(Button) if one.isVisible() and one.words == words
    ]
    assert len(found) == 1, [one.words for one in page.view.findChildren(Button)]
    return found[0]


def seen(page: AuditPage, words: str) -> bool:
    """Say whether a button with these words is seen in the step."""
    return any(one.isVisible() and one.words == words for one in page.view.findChildren(Button))


def type_text(form: Form, name: str, words: str) -> None:
    editor = form.fields[name].editor
    assert isinstance(editor, TextArea)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)


def begun(page: AuditPage, qtbot: QtBot) -> None:
    page.begin()
    form = form_of(page)
    write(form, first=f"{BEFORE.first:%d/%m/%Y}", last=f"{BEFORE.last:%d/%m/%Y}", minute="7/26")
    editor = form.fields["auditors/1/name"].editor
    editor.setFocus()
    QTest.keyClicks(editor, "Halima Noor")
    save(form, qtbot)


def drawn(page: AuditPage, qtbot: QtBot, step: str = "receipts") -> DrawingView:
    go(page, qtbot, step)
    view = page.view
    assert isinstance(view, DrawingView)
    press(view.fix)
    idle(qtbot, page.desk)
    press(view.draw)
    form = form_of(page)
    assert "digits" in refused(form, qtbot, "seed")
    write(form, seed="3 6 7")
    assert "1 to 6" in refused(form, qtbot, "seed")
    write(form, seed="3 6 1", size="9")
    assert "9 cannot be drawn from 3" in refused(form, qtbot, "size")
    write(form, size="3")
    save(form, qtbot)
    return view


def found(page: AuditPage, qtbot: QtBot) -> None:
    page.tell()
    form = form_of(page)
    type_text(form, "words", "Did Joseph Mutua keep a receipt?")
    type_text(form, "evidence", "The pad has one sheet less")
    assert "Joseph Mutua" in refused(form, qtbot, "words")
    type_text(form, "words", "Where is the sheet of receipt 2?")
    choose(form, "post", "chair")
    save(form, qtbot)


def test_after_an_answer_the_keys_stay_at_its_finding(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        for words in ("Where is receipt 1?", "Where is receipt 2?"):
            write_finding(book, FindingRequest(audit=1, words=words, evidence="the pad"))
    page.desk.changed.emit(NOTHING)
    idle(qtbot, page.desk)
    go(page, qtbot, "findings")
    window = page.window()
    second = [one for one in page.view.findChildren(Button) if one.words == "Answer it"][1]
    second.setFocus()
    press(second)
    form = form_of(page)
    type_text(form, "words", "It was torn out.")
    save(form, qtbot)
    held = window.focusWidget()
    assert isinstance(held, Button) and held.isVisible() and held.words == "Change the answer"


def doubt(form: Form) -> ConfirmDialog:
    """Return the question whether what is typed is right."""
    (asked,) = [one for one in form.findChildren(ConfirmDialog) if one.isVisible()]
    return asked


def unvoted(form: Form) -> ConfirmDialog:
    """Return the question whether it is right that no vote is written down."""
    asked = doubt(form)
    assert any("cannot be added later" in words for words in said(asked))
    return asked


def test_tab_goes_from_the_steps_into_the_step_and_then_to_the_foot(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    go(page, qtbot, "receipts")
    page.steps.setFocus()
    QTest.keyClick(page.steps, Qt.Key.Key_Tab)
    here = page.window().focusWidget()
    assert here is not None and page.view.isAncestorOf(here)
    page.on.setFocus()
    QTest.keyClick(page.on, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert page.window().focusWidget() is page.back
    QTest.keyClick(page.back, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    here = page.window().focusWidget()
    assert here is not None and page.view.isAncestorOf(here)


def test_an_officer_cannot_audit_and_the_sentence_stands_beside_the_name(
    page: AuditPage, qtbot: QtBot
) -> None:
    assert "Nobody has audited yet" in said(page)
    press(page._begin)
    form = form_of(page)
    editor = form.fields["auditors/1/name"].editor
    editor.setFocus()
    QTest.keyClicks(editor, "Joseph Mutua")
    write(form, minute="7/26")
    assert "is an officer and cannot audit" in refused(form, qtbot, "auditors/1/name")
    with page.desk.book.read() as book:
        assert len(decisions(book)) == 1, "nothing is kept of an audit that did not begin"


def test_what_is_wrong_with_the_auditors_stands_beside_the_line(
    page: AuditPage, qtbot: QtBot
) -> None:
    page.begin()
    form = form_of(page)
    write(form, minute="7/26")
    assert "missing" in refused(form, qtbot, "auditors/1/name"), "nobody is named"
    write(form, **{"auditors/1/name": "Halima Noor", "auditors/2/name": "halima noor"})
    assert "twice" in refused(form, qtbot, "auditors/2/name")


def test_after_an_audit_the_next_days_are_proposed(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    page.begin()
    form = form_of(page)
    days = form.day_of("first"), form.day_of("last")
    assert days == (Month.of(TODAY).first, TODAY), "all whole months were audited"


def test_what_was_read_out_opens_at_its_poster(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        read_out(book, AuditReadRequest(audit=1, words="All was compared"))
    page.open(1)
    idle(qtbot, page.desk)
    assert page.view is page.views[STEPS.index("poster")]


def test_after_what_differs_the_next_row_is_chosen(page: AuditPage, qtbot: QtBot) -> None:
    """Or the key for the next receipt would write over the difference."""
    begun(page, qtbot)
    view = drawn(page, qtbot)
    table = view.table.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_2)
    write(form_of(page), **{"lines/1/differs_by": "500"})
    save(form_of(page), qtbot)
    assert table.row().number == "2"


def test_a_receipt_bears_the_name_of_its_household(page: AuditPage, qtbot: QtBot) -> None:
    with page.desk.book.write(Signing(1)) as book:
        line = PaymentLine(
            member="1", amount=Decimal(10), account=1, on=BEFORE.day(13), paid_by="a neighbour"
        )
        payments.receive(book, PaymentRequest(lines=(line,)))
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        sampling.fix(book, ListRequest(audit=1, what="receipts"))
        sampling.draw_sample(book, SampleRequest(audit=1, what="receipts", seed="4", size=4))
    page.desk.changed.emit(NOTHING)
    idle(qtbot, page.desk)
    go(page, qtbot, "receipts")
    view = page.view
    assert isinstance(view, DrawingView)
    *_, row = view.table.table.rows()
    assert (row.who, row.says) == ("Mwikali Nzomo", "paid by a neighbour")


def test_cancelled_receipts_are_looked_at_before_their_step_is_done(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        read_out(book, AuditReadRequest(audit=1, words="All was compared"))
    assert see(page).done("series"), "nothing was cancelled, and a later step was done"
    with page.desk.book.write(Signing(1)) as book:
        line = PaymentLine(member="1", amount=Decimal(10), account=1, on=BEFORE.last)
        (receipt,) = payments.receive(book, PaymentRequest(lines=(line,)))
        void(book, VoidRequest(entry=receipt.entry, reason="written twice"))
    assert not see(page).done("series")


def test_all_steps_are_there_and_each_can_be_read(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    assert len(page.views) == len(STEPS) == 14
    read = set()
    for step in STEPS:
        go(page, qtbot, step)
        assert page.view.isVisible() and [one for one in page.views if one.isVisible()] == [
            page.view
        ]
        read.add("\n".join(said(page.view)))
    assert len(read) == 14
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.on.isVisible()


def counted(on: date | None = None) -> accounts.CountRequest:
    """Three fees of 450."""
    return accounts.CountRequest(
        account=1, counted=Decimal(1350), on=on, by=("Halima Noor", "Musa Ali")
    )


@pytest.mark.parametrize("on", [BEFORE.last, TODAY], ids=["a month before", "the same day"])
def test_the_money_is_done_once_the_auditors_counted_the_cash(
    page: AuditPage, qtbot: QtBot, on: date
) -> None:
    with page.desk.book.write(Signing(1)) as book:
        accounts.count(book, counted(on=on))
    begun(page, qtbot)
    assert not page.more.isVisible(), "there is no other audit yet, and this one is not over"
    found(page, qtbot)
    assert not see(page).done("money"), "officers counted it before, and a later step was done"
    go(page, qtbot, "money")
    day = page.desk.tr.day(on)
    early = f"The count of {day} was before the audit: it does not count here."
    assert early in said(page.view)
    with page.desk.book.write(Signing(1)) as book:
        accounts.count(book, counted())
    assert see(page).done("money")
    page.desk.changed.emit(NOTHING)
    idle(qtbot, page.desk)
    seen_now = [one.text() for one in page.view.findChildren(QLabel) if one.isVisible()]
    assert seen_now and early not in seen_now


def test_without_a_cancelled_receipt_the_step_of_the_numbers_says_so(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    go(page, qtbot, "series")
    said = [one.words() for one in page.view.findChildren(Words) if one.isVisible()]
    assert "No receipt of this period was cancelled." in said


def test_amounts_of_what_was_bought_and_drawn_have_the_same_decimals(
    page: AuditPage, qtbot: QtBot
) -> None:
    with page.desk.book.write(Signing(1)) as book:
        for amount in ("70", "80.50"):
            line = expenses.ExpenseLine(
                account=1, amount=Decimal(amount), category="fuel", payee="Filling Station",
                text="diesel", voucher=amount, on=BEFORE.last,
            )  # fmt: skip
            expenses.spend(book, expenses.ExpenseRequest(lines=(line,)))
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        sampling.fix(book, ListRequest(audit=1, what="vouchers"))
        sampling.draw_sample(book, SampleRequest(audit=1, what="vouchers", seed="4", size=2))
    page.desk.changed.emit(NOTHING)
    idle(qtbot, page.desk)
    for step in ("works", "vouchers"):
        go(page, qtbot, step)
        (table,) = page.view.findChildren(Table)
        (amount,) = (one for one in table.rows_model.columns if one.right)
        assert sorted(map(amount.text, table.rows())) == ["70.00", "80.50"]


def test_a_voucher_is_looked_for_by_its_own_number(page: AuditPage, qtbot: QtBot) -> None:
    with page.desk.book.write(Signing(1)) as book:
        line = expenses.ExpenseLine(
            account=1, amount=Decimal(70), category="fuel", payee="Filling Station", text="diesel",
            voucher="12", on=BEFORE.last,
        )  # fmt: skip
        entry = expenses.spend(book, expenses.ExpenseRequest(lines=(line,))).seq
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        sampling.fix(book, ListRequest(audit=1, what="vouchers"))
        sampling.draw_sample(book, SampleRequest(audit=1, what="vouchers", seed="4"))
    page.desk.changed.emit(NOTHING)
    idle(qtbot, page.desk)
    go(page, qtbot, "vouchers")
    view = page.view
    assert isinstance(view, DrawingView)
    (row,) = view.table.table.rows()
    assert (row.number, row.says) == ("12", f"diesel · entry {entry}")


def test_the_code_comes_before_the_dice_and_keys_say_what_was_seen(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    view = drawn(page, qtbot)
    table = view.table.table
    assert [row.number for row in table.rows()] == ["1", "2", "3"]
    assert {row.who for row in table.rows()} == {"Mwikali Nzomo", "Peter Musyoka", "Rose Ndunge"}
    table.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(table, key)
        idle(qtbot, page.desk)
    assert table.row().number == "3", "the next one that nobody looked at"
    QTest.keyClick(table, Qt.Key.Key_2)
    form = form_of(page)
    assert "Type an amount" in refused(form, qtbot, "lines/1/differs_by")
    write(form, **{"lines/1/differs_by": "500", "words": "by hand"})
    save(form, qtbot)
    checks = see(page).results("receipts")
    assert [(one.item, one.result, one.differs_by) for one in checks.values()] == [
        ("1", "agrees", None), ("2", "no-paper", None), ("3", "differs", 5_000),
    ]  # fmt: skip
    assert checks["3"].words == "by hand" and see(page).done("receipts")
    press(view.table.tell)
    assert "differs" in form_of(page).text_of("evidence").casefold()


def test_the_code_of_a_fixed_list_is_offered_on_paper(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    go(page, qtbot, "receipts")
    view = page.view
    assert isinstance(view, DrawingView) and not seen(page, "Print")
    press(view.fix)
    idle(qtbot, page.desk)
    (paper,) = [
        one for one in view.findChildren(Button) if one.isVisible() and one.words == "Print"
    ]
    with qtbot.waitSignal(view.going) as gone:
        press(paper)
    assert gone.args == ["notices", Wish("house-visits")]


def test_the_whole_walk_needs_no_mouse(page: AuditPage, qtbot: QtBot) -> None:
    """What was fixed and drawn keeps the keys, and so does what was drawn before."""
    begun(page, qtbot)
    go(page, qtbot, "receipts")
    view, window = page.view, page.window()
    assert isinstance(view, DrawingView)
    view.fix.setFocus()

    def press_here(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(window.focusWidget(), key, held)
        idle(qtbot, page.desk)

    press_here(Qt.Key.Key_Space)
    assert window.focusWidget() is view.draw
    press_here(Qt.Key.Key_Space)
    write(form_of(page), seed="3 6 1", size="3")
    save(form_of(page), qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        assert window.focusWidget() is view.table.table
        press_here(key)
    assert len(see(page).results("receipts")) == 2
    control = Qt.KeyboardModifier.ControlModifier
    go(page, qtbot, "series")
    page.steps.setFocus()
    press_here(Qt.Key.Key_Return, control)
    assert window.focusWidget() is view.table.table
    press_here(Qt.Key.Key_4)
    assert not see(page).done("receipts"), "nobody is at home or not where papers are looked at"
    press_here(Qt.Key.Key_1)
    assert see(page).done("receipts")
    walked = [page.view]
    while page.on.isVisible():
        press_here(Qt.Key.Key_Return, control)
        walked.append(page.view)
        assert window.focusWidget() is (page.on if page.on.isVisible() else page.back)
    assert walked == list(page.views[STEPS.index("receipts") :])
    go(page, qtbot, "households")
    page.steps.setFocus()
    press_here(Qt.Key.Key_L, control)
    press_here(Qt.Key.Key_L, control)
    write(form_of(page), seed="3 6 1", size="1")
    save(form_of(page), qtbot)
    assert window.focusWidget() is page.view.table.table, "what is drawn by Ctrl+L gets the keys"


def test_a_second_audit_of_the_same_days_is_asked_about(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    page.begin()
    form = form_of(page)
    write(form, first=f"{BEFORE.last:%d/%m/%Y}", last=f"{BEFORE.last:%d/%m/%Y}", minute="8/26")
    write(form, **{"auditors/1/name": "Zawadi Oduor"})
    press(form.do)
    idle(qtbot, page.desk)
    asked = opened(page.window(), ConfirmDialog)  # type: ignore[arg-type]  # the window
    words = "\n".join(said(asked))
    assert page.desk.tr.period(BEFORE.period) in words and "the same days" in words
    asked.reject()
    with page.desk.book.read() as book:
        assert len(queries.audits(book)) == 1
    write(form, first=f"{TODAY:%d/%m/%Y}", last=f"{TODAY:%d/%m/%Y}")
    save(form, qtbot)
    with page.desk.book.read() as book:
        assert len(queries.audits(book)) == 2


def test_a_household_shows_what_it_paid_and_owes(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    view = drawn(page, qtbot, "households")
    row = view.table.table.rows()[0]
    assert row.amount is not None and row.amount.minor == 45_000
    assert "1 receipt" in row.says and "owes 450" in row.says
    with qtbot.waitSignal(page.desk.go) as asked:
        press(button(page, "Print"))
    assert asked.args == ["notices", Wish("house-visits")]


def test_a_round_that_was_begun_meanwhile_is_not_asked_for_again(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    found(page, qtbot)
    go(page, qtbot, "findings")
    press(button(page, "Answer it"))
    form = form_of(page)
    type_text(form, "words", "It was torn out")
    write(form, action="Keep torn sheets in the pad")
    save(form, qtbot)
    press(button(page, "Put it on the board"))
    idle(qtbot, page.desk)
    opened(page.window(), ConfirmDialog).reject()  # type: ignore[arg-type]
    window = page.window()
    plan = window.page("plan")  # type: ignore[attr-defined]
    plan.begin_round()
    idle(qtbot, page.desk)
    window.go("audit")  # type: ignore[attr-defined]
    idle(qtbot, page.desk)
    press(button(page, "Put it on the board"))
    idle(qtbot, page.desk)
    card = opened(window, Form)  # type: ignore[arg-type]
    assert card.words_of("plan/title") == "Keep torn sheets in the pad"
    card.leave()


def test_a_finding_is_answered_put_on_the_board_read_out_and_followed_up(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    found(page, qtbot)
    go(page, qtbot, "read")
    assert any("waits for the committee's answer" in words for words in said(page.view))
    go(page, qtbot, "findings")
    press(button(page, "Answer it"))
    form = form_of(page)
    type_text(form, "words", "It was torn out")
    write(form, due_on=str(TODAY - timedelta(days=1)))
    assert refused(form, qtbot, "due_on").startswith("That day is too early: choose ")
    write(form, action="Keep torn sheets in the pad", due_on=str(TODAY + timedelta(days=9)))
    choose(form, "post", "chair")
    save(form, qtbot)
    with qtbot.waitSignal(page.desk.go) as asked:
        press(button(page, "Put it on the board"))
    wish = asked.args[1]
    assert isinstance(wish, ActionWish) and wish.title == "Keep torn sheets in the pad"
    assert (wish.origin.what, wish.origin.about) == ("finding", "1")
    idle(qtbot, page.desk)
    opened(page.window(), ConfirmDialog).accept()  # type: ignore[arg-type]  # begin a round first
    idle(qtbot, page.desk)
    card = opened(page.window(), Form)  # type: ignore[arg-type]
    assert card.value_of("plan/officer") == "2", "the chair, as the committee answered"
    assert card.day_of("plan/deadline") == TODAY + timedelta(days=9)
    page.window().go("audit")  # type: ignore[attr-defined]
    for one in page.window().findChildren(Form):
        one.leave()
    go(page, qtbot, "read")
    press(button(page, "Write down what the assembly said"))
    form = form_of(page)
    type_text(form, "words", "All was compared")
    assert form.value_of("decision") == 0, "the vote is asked for"
    write(form, minute="8/26")
    press(form.do)
    idle(qtbot, page.desk)
    unvoted(form).reject()
    write(form, in_favour="20", against="1", abstained="0")
    press(form.do)
    idle(qtbot, page.desk)
    asked_words = "\n".join(said(doubt(form)))
    assert "Not finished in this audit: Receipts, House visits, Cash and bank." in asked_words
    assert "21 votes are more than there are members" in asked_words
    with qtbot.waitSignal(page.desk.changed):
        doubt(form).accept()
    idle(qtbot, page.desk)
    after = see(page)
    assert not after.open and not page.new.isVisible()
    assert page.window().focusWidget() is page.on, "the way on, where nothing is left to press"
    assert after.agreed_by is not None and after.agreed_by.votes is not None
    assert not after.done("poster")
    with page.desk.book.write(Signing(1)) as book:
        issue(book, PaperWanted("audit"))
    assert see(page).done("poster"), "it is printed, whatever is followed up"
    go(page, qtbot, "follow")
    press(button(page, "Look again"))
    form = form_of(page)
    assert refused(form, qtbot, "words").startswith("Write in a few words what shows")
    write(form, words="The sheets lie in the pad")
    save(form, qtbot)
    assert see(page).done("follow")
    with page.desk.book.read() as book:
        assert queries.audits(book)[0].fix_rate == 10_000


def test_who_oversees_reads_everything_and_changes_nothing_but_the_audit(
    page: AuditPage, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    window = page.window()
    assert isinstance(window, MainWindow) and window.shell.band_of("seat") is None
    with page.desk.book.write(Signing(1)) as book:
        name_officer(book, OfficerRequest(name="Zawadi Oduor", post="oversight"))
        overseer = officers(book)[-1]
    page.desk.sit(overseer)
    band = window.shell.band_of("seat")
    assert band is not None and "what belongs to an audit" in band.words.words()
    page.begin()
    form = form_of(page)
    write(form, **{"auditors/1/name": "Wanjiru Odhiambo"})
    assert "Say which decision of the assembly this is" in refused(form, qtbot, "decision")


def test_an_officer_types_what_the_committee_answers(page: AuditPage, qtbot: QtBot) -> None:
    """Who oversees is told so, instead of being refused after typing it."""
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        name_officer(book, OfficerRequest(name="Zawadi Oduor", post="auditor"))
        treasurer, *_, auditor = officers(book)
        write_finding(book, FindingRequest(audit=1, words="No pads?", evidence="the shelf"))
    page.load()
    idle(qtbot, page.desk)
    go(page, qtbot, "findings")
    said_so = "An officer types what the committee answers."
    assert said_so not in said(page.view) and button(page, "Answer it").isVisible()
    page.desk.sit(auditor)
    idle(qtbot, page.desk)
    assert said_so in said(page.view)
    for words in ("Answer it", "Put it on the board"):
        assert not seen(page, words)
    assert seen(page, "New finding")
    page.desk.sit(treasurer)
    idle(qtbot, page.desk)
    assert seen(page, "Answer it")


def test_the_way_to_count_stands_above_the_accounts(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    go(page, qtbot, "money")
    cards = [one for one in page.view.findChildren(Card) if one.isVisible()]
    count = button(page, "Count cash")
    tops = [one.mapTo(page.view, one.rect().topLeft()).y() for one in cards]
    assert count.mapTo(page.view, count.rect().bottomLeft()).y() < min(tops)


def test_an_auditor_counts_together_with_the_committee(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        name_officer(book, OfficerRequest(name="Zawadi Oduor", post="auditor"))
        treasurer, *_, auditor = officers(book)
    go(page, qtbot, "money")
    told = "Count together with somebody of the committee"
    assert not any(told in words for words in said(page.view))
    page.desk.sit(auditor)
    idle(qtbot, page.desk)
    assert any(told in words for words in said(page.view))
    press(button(page, "Count cash"))
    idle(qtbot, page.desk)
    form = form_of(page)
    write(form, counted="1,350", second="Zawadi's sister")
    assert refused(form, qtbot, "second").startswith("An auditor counts together")
    write(form, second=treasurer.name)
    save(form, qtbot)
    with page.desk.book.read() as book:
        (count,) = counts(book)
    assert set(count.by) == {auditor.name, treasurer.name}


def test_an_auditor_chooses_a_decision_of_the_book(page: AuditPage, qtbot: QtBot) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        name_officer(book, OfficerRequest(name="Zawadi Oduor", post="auditor"))
        page.desk.sit(officers(book)[-1])
    go(page, qtbot, "read")
    press(button(page, "Write down what the assembly said"))
    form = form_of(page)
    editor = form.fields["decision"].editor
    assert isinstance(editor, ComboBox)
    assert "Write down a new decision" not in [editor.itemText(at) for at in range(editor.count())]
    assert "A new one is typed by an officer." in said(form)
    type_text(form, "words", "All was compared")
    press(form.do)
    idle(qtbot, page.desk)
    with qtbot.waitSignal(page.desk.changed):
        unvoted(form).accept()
    idle(qtbot, page.desk)
    assert not see(page).open


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_shown_as_they_are(page: AuditPage, qtbot: QtBot, name: str) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        write_finding(book, FindingRequest(audit=1, words=name, evidence=name))
    page.load()
    idle(qtbot, page.desk)
    go(page, qtbot, "findings")
    assert any(words.startswith(name[:8]) for words in said(page.view))


def test_all_papers_of_the_period_are_saved_in_one_file_or_none_is_left(
    page: AuditPage, qtbot: QtBot, tmp_path: Path
) -> None:
    begun(page, qtbot)
    file = tmp_path / "pack.pdf"
    dialog = Packing(page, page.desk, "audit-pack", see(page).period, file)
    dialog.open()
    qtbot.waitUntil(dialog.open_it.isVisible, timeout=30_000)
    assert file.read_bytes().startswith(b"%PDF")
    dialog.reject()
    other = tmp_path / "stopped.pdf"
    stopped = Packing(page, page.desk, "audit-pack", see(page).period, other)
    stopped.open()
    stopped.reject()
    idle(qtbot, page.desk)
    assert not other.exists()


def test_all_papers_of_a_handover_become_a_folder(
    page: AuditPage, qtbot: QtBot, tmp_path: Path
) -> None:
    begun(page, qtbot)
    asked = ask_where(page, page.desk, "handover-pack", see(page).period, folder=True)
    folder = tmp_path / "handover"
    asked.fileSelected.emit(str(folder))
    asked.reject()
    (dialog,) = page.window().findChildren(Packing)
    qtbot.waitUntil(dialog.open_it.isVisible, timeout=60_000)
    files = sorted(path.name for path in folder.iterdir())
    assert files[0] == "00 All papers for a handover.pdf" and len(files) > 5
    dialog.reject()


def test_home_leads_to_the_findings_that_are_to_be_put_right(
    page: AuditPage, window: MainWindow, qtbot: QtBot
) -> None:
    begun(page, qtbot)
    with page.desk.book.write(Signing(1)) as book:
        write_finding(book, FindingRequest(audit=1, words="Why?", evidence="the pad"))
        answer(book, FindingAnswerRequest(finding=1, words="Late", due_on=TODAY))
    page.desk.changed.emit(NOTHING)
    window.go("home")
    idle(qtbot, window.desk)
    rows = window.page("home").findChildren(ToDoRow)
    row = next(one for one in rows if one.said.title == "Finding of an audit")
    press(row.button)
    idle(qtbot, window.desk)
    assert page.isVisible() and page.view is page.views[STEPS.index("follow")]
