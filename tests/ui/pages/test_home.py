"""Home: jobs, figures with the entries behind them, what is to be done, and what speaks for the book."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import (
    CommitteeRequest,
    OfficerRequest,
    describe,
    name_officer,
)
from imt_desktop.journal import Book, Ref, Signing, Writing
from imt_desktop.ledger import accounts, billing, income, openings, payments
from imt_desktop.ledger.statements import owing
from imt_desktop.period import Month
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.printing import PaperWanted, issue
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.home.page import OLD, HomePage
from imt_desktop.ui.pages.home.to_do import ENOUGH, ToDoRow
from imt_desktop.ui.pages.jobs import JOBS
from imt_desktop.ui.pages.members.page import MembersPage
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.registry import PAGES
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.widgets import Dialog, Fact
from tests.ui.pages.conftest import idle

NOW = Month.of(date.today())


def home(window: MainWindow, qtbot: QtBot) -> HomePage:
    window.go("home")
    window.desk.changed.emit(EVERYTHING)
    idle(qtbot, window.desk)
    page = window.page("home")
    assert isinstance(page, HomePage)
    return page


def part_of(fact: Fact, at: int) -> QPoint:
    """Return a point on an explaining piece of a fact."""
    points = (QPoint(x, y) for y in range(0, fact.height(), 4) for x in range(0, fact.width(), 4))
    return next(point for point in points if fact.part_at(point) == at)


T = TypeVar("T")


def do(book: Book, job: Callable[[Writing], T]) -> T:
    with book.write(Signing(1)) as writing:
        return job(writing)


def row(page: HomePage, words: str) -> ToDoRow:
    return next(one for one in page.to_do.rows if words in one.said.title)


def titles(page: HomePage) -> list[str]:
    return [one.said.title for one in page.to_do.rows]


def get(book: Book, amount: int, **more: object) -> None:
    line = income.IncomeLine(amount=Decimal(amount), **{"income": "grant", **more})  # type: ignore[arg-type]
    do(book, lambda writing: income.receive_other(writing, income.IncomeRequest(lines=(line,))))


def test_the_jobs_are_those_whose_pages_there_are(window: MainWindow, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    there = {spec.key for spec in PAGES}
    assert [job.key for job in page.jobs.jobs] == ["F2", "F3", "F4", "F5", "F6", "F7"]
    assert {job.page for job in JOBS if job.large} <= there
    QTest.keyClick(page.jobs.jobs[2], Qt.Key.Key_Return)
    assert window.shell.page_key() == "billing"


def test_an_election_names_all_whose_term_ends(window: MainWindow, qtbot: QtBot) -> None:
    today = date.today()
    for name, post, until in (("Zawadi", "member", today), ("Baraka", "vice-chair", today)):
        wanted = OfficerRequest(name=name, post=post, since=today, until=until)
        do(window.desk.book, lambda writing, wanted=wanted: name_officer(writing, wanted))
    said = row(home(window, qtbot), "An election is due").said.line
    assert said == f"Zawadi, Baraka: in post until {window.desk.tr.date(today)}"
    for name in ("Amina", "Musa"):
        wanted = OfficerRequest(name=name, post="member", since=today, until=today + timedelta(1))
        do(window.desk.book, lambda writing, wanted=wanted: name_officer(writing, wanted))
    said = row(home(window, qtbot), "An election is due").said.line
    day = window.desk.tr.date(today)
    assert said == f"Zawadi, Baraka, Amina and 1 more: in post until {day} or later"


@pytest.mark.parametrize("key", ("F2", "F3", "F4", "F5", "F6", "F7"))
def test_each_job_has_its_key_everywhere(window: MainWindow, qtbot: QtBot, key: str) -> None:
    page = home(window, qtbot)
    job = next(one for one in page.jobs.jobs if one.key == key)
    assert job.accessibleDescription() == key
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{key}"))
    idle(qtbot, window.desk)
    assert window.shell.page_key() in {
        "receive", "money", "billing", "complaints", "notices",
    }  # fmt: skip
    for dialog in window.findChildren(Dialog):
        dialog.reject()


def test_the_figures_do_not_wait_for_what_is_to_do(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = home(window, qtbot)
    told: list[tuple[str, list[str]]] = []
    page.told.connect(lambda: told.append((page.in_hand.accessibleName(), titles(page))))
    get(book, 700)
    window.desk.changed.emit(EVERYTHING)
    idle(qtbot, window.desk)
    assert any("700" in figure and "Count the cash" not in rows for figure, rows in told)
    assert "Count the cash" in titles(page)


def test_each_figure_leads_to_the_entries_behind_it(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    get(book, 700)
    page = home(window, qtbot)
    assert "700" in page.in_hand.accessibleName()
    assert "Cash box 700" in page.in_hand.accessibleName()
    assert "2,700" in page.owed.accessibleName()
    assert "3 of 3" in page.behind.accessibleName()
    for fact, there in (
        (page.in_hand, "money"), (page.owed, "members"), (page.we_owe, "money"),
        (page.behind, "members"),
    ):  # fmt: skip
        window.go("home")
        QTest.keyClick(fact, Qt.Key.Key_Space)
        idle(qtbot, window.desk)
        assert window.shell.page_key() == there


def test_who_paid_ahead_to_us_is_asked_for_beside_what_we_owe(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    paid = payments.PaymentLine(member="3", amount=Decimal(5000))
    do(book, lambda writing: payments.receive(writing, payments.PaymentRequest(lines=(paid,))))
    page = home(window, qtbot)
    page.we_owe.click()
    idle(qtbot, window.desk)
    members = window.page("members")
    assert isinstance(members, MembersPage)
    assert [row.number for row in members.list.list.rows_model.rows] == ["3"]
    owed = _owed(90)
    do(book, lambda writing: openings.open_balances(writing, owed))
    page = home(window, qtbot)
    page.we_owe.click()
    menu = next(one for one in page.we_owe.findChildren(QMenu) if one.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert window.shell.page_key() == "money"


def _owed(amount: int) -> openings.OpeningRequest:
    line = openings.OpeningLine(
        what="owed", amount=Decimal(amount), payee="shop", category="repairs"
    )
    return openings.OpeningRequest(lines=(line,))


def test_the_to_do_list_leads_where_the_thing_is_done(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = home(window, qtbot)
    bill = row(page, "Bill everyone")
    assert "3 bills" in bill.said.line
    QTest.keyClick(bill.button, Qt.Key.Key_Space)
    idle(qtbot, window.desk)
    assert window.shell.page_key() == "billing"
    do(
        book,
        lambda writing: billing.bill_everyone(writing, billing.BillEveryoneRequest(month=str(NOW))),
    )
    page = home(window, qtbot)
    assert not row(page, "Bill everyone").button.isVisible()
    assert titles(page)[-1].startswith("Bill everyone")


def test_everything_that_waits_has_a_row_with_a_button(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    limit = CommitteeRequest(
        name="Kiboko", first_month=str(NOW.shift(-2)), languages=("en",), cash_limit=Decimal(1000)
    )
    do(book, lambda writing: describe(writing, limit))
    get(book, 5000)
    get(book, 450, income="unknown", account=3, reference="QX1")
    old = openings.OpeningLine(what="debt", amount=Decimal(90), member="1",
                               since=date.today() - timedelta(days=99))  # fmt: skip
    do(book, lambda writing: openings.open_balances(writing, openings.OpeningRequest(lines=(old,))))
    page = home(window, qtbot)
    qtbot.waitUntil(page.to_do.more.isVisible)
    assert len(page.to_do.rows) == ENOUGH  # the most urgent ones; the rest by a button
    QTest.mouseClick(page.to_do.more, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.to_do.rows[ENOUGH].button
    assert not page.to_do.more.isVisible()
    for words in ("Bank the cash", "Count the cash", "Find out whose", "Confirm the old", "behind",
                  "Print the notice"):  # fmt: skip
        qtbot.waitUntil(lambda words=words: row(page, words).button.isVisible())
        found = row(page, words)
        assert found.button.words and found.accessibleName()
    assert titles(page)[0] == "Bank the cash"
    assert "5,000" in row(page, "Bank the cash").said.line


def test_a_household_counts_by_its_oldest_bill_with_all_that_it_owes(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    """As on the notice: one that owes 90 since long and more since yesterday owes all for long."""

    def debt(amount: int, member: str, ago: int) -> openings.OpeningLine:
        since = date.today() - timedelta(days=ago)
        return openings.OpeningLine(what="debt", amount=Decimal(amount), member=member, since=since)

    lines = (debt(90, "1", 99), debt(450, "1", 1), debt(300, "2", 0))
    with book.read() as reading:
        before = {one.number: one.owed for one in owing(reading, date.today()).arrears}
    do(book, lambda writing: openings.open_balances(writing, openings.OpeningRequest(lines=lines)))
    page = home(window, qtbot)
    with book.read() as reading:
        there = owing(reading, date.today())
        notice = build_notice(reading, NOW.period, date.today())
    (old,) = there.of_age("over-90")
    assert (old.number, old.owed.decimal) == ("1", before["1"].decimal + 540)
    assert notice.owed.households == len(there.arrears) and notice.owed.amount == there.owed_to_us
    shown = f"1 more than 90 days late owes {window.desk.tr.amount(old.owed)}"
    assert shown in page.owed.accessibleName()
    with qtbot.waitSignal(window.desk.go) as asked:
        QTest.mouseClick(page.owed, Qt.MouseButton.LeftButton, pos=part_of(page.owed, OLD))
    assert asked.args == ["members", "over-90"]
    idle(qtbot, window.desk)
    members = window.page("members")
    assert isinstance(members, MembersPage)
    assert [row.number for row in members.list.list.rows_model.rows] == ["1"]
    with qtbot.waitSignal(window.desk.go) as all_of_them:
        QTest.keyClick(page.owed, Qt.Key.Key_Space)
    assert all_of_them.args == ["members", "owing"]
    window.go("home")
    idle(qtbot, window.desk)
    assert "not due yet" not in page.behind.accessibleName()


def test_who_owes_only_what_is_not_due_yet_is_told_apart(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.read() as reading:
        third = next(one for one in owing(reading, date.today()).arrears if one.number == "3")
    paid = payments.PaymentLine(member="3", amount=third.owed.decimal)
    do(book, lambda writing: payments.receive(writing, payments.PaymentRequest(lines=(paid,))))
    soon = billing.BillRequest(
        member="3", item="fine", amount=Decimal(50), due_on=date.today() + timedelta(days=9)
    )
    do(book, lambda writing: billing.bill_one(writing, soon))
    behind = home(window, qtbot).behind.accessibleName()
    assert behind == "Behind, 2 of 3, 0 owe nothing, 1 owes what is not due yet"


def test_counting_and_printing_make_things_done(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    get(book, 100)
    counted = accounts.CountRequest(counted=Decimal(90), by=("Amina", "Joseph"), explanation="lost")
    do(book, lambda writing: accounts.count(writing, counted))
    before = NOW.shift(-1).period
    do(book, lambda writing: issue(writing, PaperWanted("notice", ("en",), period=before)))
    page = home(window, qtbot)
    assert not row(page, "Count the cash").button.isVisible()
    assert not row(page, "Print the notice").button.isVisible()
    assert "10 too little" in page.trust.count.line.text()
    assert "Amina and Joseph" in page.trust.count.line.text()
    assert page.trust.paper.title.text() == "Everything is on paper"


def test_what_is_not_on_paper_is_told_quietly(window: MainWindow, qtbot: QtBot, book: Book) -> None:
    line = payments.PaymentLine(member="1", amount=Decimal(450))
    do(book, lambda writing: payments.receive(writing, payments.PaymentRequest(lines=(line,))))
    page = home(window, qtbot)
    assert page.trust.paper.title.text() == "Everything is on paper"
    assert "receipt 1" in page.trust.paper.line.text()
    move = accounts.MoveRequest(source=1, target=2, amount=Decimal(100))
    do(book, lambda writing: accounts.move(writing, move))
    page = home(window, qtbot)
    assert page.trust.paper.title.text() == "1 entry not on paper yet"
    assert page.trust.file.title.text() == book.path.name


def test_the_chart_of_a_young_book_begins_with_its_first_month(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    page = home(window, qtbot)
    chart = page.year.chart
    assert chart.bars.nothing and chart.bars.empty
    get(book, 700)
    page = home(window, qtbot)
    bars = page.year.chart.bars
    assert len(bars.labels) == 12
    assert bars.unfinished == {2}
    assert bars.ahead == set(range(3, 12))
    assert bars.series[0].values[2] == 70000
    assert "700" in chart.accessibleDescription()


def test_a_month_of_the_chart_leads_to_its_cash_book(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    get(book, 700)
    page = home(window, qtbot)
    chart = page.year.chart
    qtbot.waitUntil(lambda: not chart.bars.nothing)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert shown_month(window, qtbot) == NOW.shift(-1)
    for slot, month in ((0, NOW.shift(-2)), (11, None)):
        window.go("home")
        plot = chart._plot()
        left = round(plot.left() + plot.width() * (slot + 0.5) / 12)
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(left, 40))
        if month is not None:
            assert shown_month(window, qtbot) == month
        else:  # it is still to come
            assert window.shell.page_key() == "home"


def test_figures_of_all_accounts_lead_to_the_cash_book_of_all_whichever_was_looked_at_before(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    get(book, 700)
    move = accounts.MoveRequest(source=1, target=2, amount=Decimal(100))
    do(book, lambda writing: accounts.move(writing, move))
    page = home(window, qtbot)
    chart = page.year.chart

    def open_month() -> None:
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_Return)

    for figure in (page.in_hand.click, open_month):
        window.go("money", CashBookWish(NOW.shift(-1), 2))
        idle(qtbot, window.desk)
        window.go("home")
        idle(qtbot, window.desk)
        figure()
        assert shown_month(window, qtbot) == NOW
        money = window.page("money")
        assert isinstance(money, MoneyPage)
        rows = money.book.table.rows()
        assert rows[-1].balance == "700"
        assert [row.came for row in rows if row.came] == ["700", "700"]  # the line, and the sum


def shown_month(window: MainWindow, qtbot: QtBot) -> Month:
    assert window.shell.page_key() == "money"
    idle(qtbot, window.desk)
    page = window.page("money")
    assert isinstance(page, MoneyPage)
    return page.month.value()


def test_what_speaks_for_the_book_leads_to_what_is_behind_it(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    get(book, 700)
    wanted = accounts.CountRequest(counted=Decimal(700), by=("A. B.", "C. D."))
    counted = do(book, lambda writing: accounts.count(writing, wanted))
    page = home(window, qtbot)
    qtbot.waitUntil(lambda: "counted" in page.trust.count.title.words())
    QTest.keyClick(page.trust.count, Qt.Key.Key_Return)
    assert shown_month(window, qtbot) == NOW
    money = window.page("money")
    assert isinstance(money, MoneyPage)
    qtbot.waitUntil(lambda: money.panel.isVisible())
    assert money._ref == Ref(counted.seq)
    for witness, there in ((page.trust.paper, "trail"), (page.trust.file, "copies")):
        window.go("home")
        QTest.mouseClick(witness, Qt.MouseButton.LeftButton)
        idle(qtbot, window.desk)
        assert window.shell.page_key() == there


def test_entries_that_are_not_on_paper_lead_to_them_and_else_to_the_papers(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    line = payments.PaymentLine(member="1", amount=Decimal(450))
    do(book, lambda writing: payments.receive(writing, payments.PaymentRequest(lines=(line,))))
    QTest.keyClick(home(window, qtbot).trust.paper, Qt.Key.Key_Return)
    assert window.shell.page_key() == "notices"
    move = accounts.MoveRequest(source=1, target=2, amount=Decimal(100))
    moved = [do(book, lambda writing: accounts.move(writing, move)) for _ in range(2)]
    page = home(window, qtbot)
    assert page.trust.paper.title.text() == "2 entries not on paper yet"
    QTest.keyClick(page.trust.paper, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    trail = window.page("trail")
    assert isinstance(trail, TrailPage) and trail.isVisible()
    assert [row.seq for row in trail.table.rows()[:2]] == [one.seq for one in reversed(moved)]


def test_every_row_is_reached_with_the_tab_key(window: MainWindow, qtbot: QtBot) -> None:
    page = home(window, qtbot)
    wanted = [one.button for one in page.to_do.rows if one.said.do]
    qtbot.waitUntil(lambda: all(button.isVisible() for button in wanted))
    page.jobs.jobs[0].setFocus()
    visited = []
    for _ in range(40):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
    places = [visited.index(stop) for stop in (page.behind, *wanted, page.year.chart)]
    assert places == list(range(places[0], places[0] + len(places)))
