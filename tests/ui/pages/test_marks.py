"""What a card, a list and a founding say of themselves: disputes, corrections, fines, new members."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Ref, Signing
from imt_desktop.ledger import billing
from imt_desktop.ledger.billing import BillRequest, CorrectBillRequest, DisputeRequest
from imt_desktop.period import Month, Period
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.pdf import _marked, what
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.page import MoneyPage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, press, write


@pytest.fixture
def bill(book: Book) -> Ref:
    """The oldest bill of the first member."""
    with book.read() as reading:
        row = reading.driver.execute(
            "SELECT seq, line FROM bill WHERE member=1 ORDER BY seq LIMIT 1"
        ).fetchone()
    return Ref(*row)


def members_page(window: MainWindow, qtbot: QtBot) -> MembersPage:
    window.go("members")
    window.desk.changed.emit(Changes(balances=True))
    idle(qtbot, window.desk)
    page = window.page("members")
    assert isinstance(page, MembersPage)
    return page


def beneath(page: MembersPage) -> list[str]:
    history = page.view.history
    shown = [history._beneath(line) for line in history.table.rows()]
    return [one if isinstance(one, str) else one.words for one in shown]


def test_a_disputed_bill_is_marked_in_the_history_and_on_the_statement(
    window: MainWindow, qtbot: QtBot, book: Book, bill: Ref
) -> None:
    with book.write(Signing(1)) as writing:
        wanted = DisputeRequest(bill=bill, disputed=True, reason="was away")
        billing.dispute(writing, wanted)
    assert beneath(members_page(window, qtbot))[0] == "Disputed"
    today = window.desk.today
    with book.read() as reading:
        facts = build_statement(reading, "1", Period(Month.of(today).shift(-2).first, today), today)
    marked = [line for line in facts.lines if line.disputed]
    assert [line.billed for line in marked] == [window.desk.currency.money(Decimal(450))]
    words = what(marked[0], window.desk.tr, years=False)
    assert _marked(marked[0], words, window.desk.tr) == f"{words}, disputed"


def test_a_corrected_bill_says_what_it_was_and_why(
    window: MainWindow, qtbot: QtBot, book: Book, bill: Ref
) -> None:
    with book.write(Signing(1)) as writing:
        wanted = CorrectBillRequest(bill=bill, amount=Decimal(400), reason="half a month")
        billing.correct_bill(writing, wanted)
    said = beneath(members_page(window, qtbot))
    assert said == ["corrected, it was 450: half a month", ""]


def test_a_fine_with_a_note_is_still_called_a_fine(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        fine = BillRequest(
            member="1", item="fine", amount=Decimal(200), text="Broken seal", on=writing.today
        )
        billing.bill_one(writing, fine)
    history = members_page(window, qtbot).view.history
    assert history._what(history.table.rows()[-1]) == "Fine: Broken seal"


def test_decimals_stand_under_each_other(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    with book.write(Signing(1)) as writing:
        fine = BillRequest(member="1", item="fine", amount=Decimal("0.50"), on=writing.today)
        billing.bill_one(writing, fine)
    table = members_page(window, qtbot).view.history.table
    balance = table.rows_model.columns[-1]
    assert [balance.text(row) for row in table.rows()] == ["450.00", "900.00", "900.50"]


def test_a_new_member_is_told_with_the_number_and_shown(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = members_page(window, qtbot)
    page.list.search.setText("mwik")
    page.begin_member()
    form = opened(window, Form)
    write(form, name="Zebedayo Kip")
    told: list[str] = []
    window.desk.said.connect(told.append)
    with qtbot.waitSignal(window.desk.changed):
        press(form.do)
    idle(qtbot, window.desk)
    assert told == ["Zebedayo Kip is in the book with number 4."]
    qtbot.waitUntil(lambda: page.list.search.text() == "")
    assert page.row().number == "4"


def test_the_words_of_an_empty_list_do_not_stick_to_its_edge(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("money")
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    assert page.unfinished._none.isVisible()
    assert page.unfinished._none.contentsMargins().left() == 16
