"""The costs in their window: groups, budget, what wears out, savings and gifts."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Signing
from imt_desktop.ledger import payments
from imt_desktop.ledger.charging.labour import LabourLine, LabourRequest, give_labour
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest, spend
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.recovery.budget import budget, decision_of
from imt_desktop.ledger.recovery.in_kind import gifts
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.tariffs import TariffRequest, adopt
from imt_desktop.period import Month, Period
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.tariffs.costs.budget_form import kinds_of
from imt_desktop.ui.pages.tariffs.costs.look import read_costs
from imt_desktop.ui.pages.tariffs.costs.view import CostsView
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import LineEdit
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import opened, said


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> CostsView:
    window.resize(1366, 768)
    window.go("tariffs", TariffsWish("costs"))
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage)
    assert isinstance(page.view, CostsView)
    return page.view


def form(window: MainWindow) -> Form:
    return window.findChildren(Form)[-1]


def write(window: MainWindow, qtbot: QtBot, **words: str) -> None:
    """Type into the form on top, and save it."""
    shown = form(window)
    for name, text in words.items():
        editor = shown.fields[name.replace("__", "/")].editor
        assert isinstance(editor, LineEdit)
        editor.setText(text)
    with qtbot.waitSignal(window.desk.changed):
        shown.do.click()
    idle(qtbot, window.desk)


def test_a_budget_is_written_kind_by_kind_with_its_decision(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    view.show_what("budget")
    assert view.budget.isVisible() and not view.budget.table.isVisible()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    view.budget.write.click()
    shown = form(window)
    assert shown.value_of("decision") is None
    for kind in ("rent", "loan-interest", "asset", "support"):
        assert f"out/{kind}" in shown.fields, "also what nobody used yet"
    assert {"in/contribution", "in/donation"} <= set(shown.fields)
    assert not {"in/loan", "out/refund"} & set(shown.fields)
    shown.fields["decision"].editor.set_value(0)  # type: ignore[attr-defined]
    shown.fields["decision"].editor.chosen.emit(0)  # type: ignore[attr-defined]
    write(window, qtbot, in__fee="16200", out__fuel="9000", minute="4/2026")
    year = window.desk.today.year
    with window.desk.book.read() as reading:
        found = {(one.direction, one.kind): one.planned.minor for one in budget(reading, year)}
        assert found == {("in", "fee"): 16_200_00, ("out", "fuel"): 9000_00}
        assert decision_of(reading, year) == 2
    assert [row.words for row in view.budget.table.rows()] == [
        "Money in", "Water fees", "Money out", "Diesel for the pump",
    ]  # fmt: skip


def test_the_budget_of_next_year_is_written_before_it_begins(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    this = window.desk.today.year
    view.year.move_by(1)
    assert view.year.value() == Period.year(this), "what a year cost is known once it began"
    view.show_what("budget")
    view.year.move_by(1)
    idle(qtbot, window.desk)
    view.budget.write.click()
    write(window, qtbot, in__fee="17000")
    with window.desk.book.read() as reading:
        assert {one.planned.minor for one in budget(reading, this + 1)} == {17_000_00}
    with qtbot.waitSignal(window.desk.go) as went:
        view.budget.print.click()
    assert went.args[1].period == Period.year(this + 1)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    qtbot.waitUntil(lambda: notices.look.period.value() == Period.year(this + 1))
    window.go("tariffs")
    view.show_what("recovery")
    assert view.year.value() == Period.year(this)


def test_what_was_used_is_asked_for_first(view: CostsView, window: MainWindow) -> None:
    year = window.desk.today.year
    with window.desk.book.write(Signing(1)) as book:
        line = ExpenseLine(payee="Landlord", category="rent", amount=Decimal(50))
        spend(book, ExpenseRequest(lines=(line,)))
    with window.desk.book.read() as reading:
        kinds = kinds_of(read_costs(reading, Period.year(year)), "out")
    assert kinds[:2] == ["rent", "fuel"] and len(set(kinds)) == len(kinds)


def test_what_came_of_a_plan_leads_to_its_lines(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    view.show_what("budget")
    view.budget.write.click()
    write(window, qtbot, in__fee="16200", minute="4/2026")
    lines = [
        payments.PaymentLine(member=member, amount=Decimal(amount))
        for member, amount in (("1", 300), ("2", 1100))  # the second one stands ahead with 200
    ]
    with window.desk.book.write(Signing(1)) as book:
        for line in lines:
            payments.receive(book, payments.PaymentRequest(lines=(line,)))
    window.desk.changed.emit(Changes(balances=True))
    idle(qtbot, window.desk)
    table = view.budget.table
    qtbot.waitUntil(lambda: any(row.actual for row in table.rows()))
    for row, amounts in zip(
        table.rows()[:3], ([1100_00, 300_00], [900_00, 300_00], [200_00]), strict=True
    ):
        table.opened.emit(row)
        idle(qtbot, window.desk)
        sheet = opened(window, ListSheet)
        idle(qtbot, window.desk)
        assert [one.amount.minor for one in sheet.list.rows_model.rows] == amounts
        assert sum(amounts) == row.actual.minor
        assert sheet.list.rows_model.line(0).under == "Peter Musyoka"
        assert window.desk.tr.amount(row.actual) in " ".join(said(sheet))
        sheet.reject()


def test_a_cost_group_leads_to_its_lines_and_what_is_set_aside_to_where_it_comes_from(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    view.show_what("assets")
    view.assets.new.click()
    write(window, qtbot, name="Pump", cost="60000", life="10")
    with window.desk.book.write(Signing(1)) as book:
        for kind, amount in (("fuel", 900), ("wages", 400), ("repairs", 250)):
            line = ExpenseLine(payee="Station", category=kind, amount=Decimal(amount))
            spend(book, ExpenseRequest(lines=(line,)))
    window.desk.changed.emit(Changes(balances=True))
    idle(qtbot, window.desk)
    view.show_what("recovery")
    table = view.covered.table
    qtbot.waitUntil(lambda: bool(table.rows()[0].amount))
    for words, amounts in (
        ("Operation", [400_00, 900_00]),
        ("Together", [250_00, 400_00, 900_00]),
    ):
        row = next(row for row in table.rows() if row.words.startswith(words))
        table.setCurrentIndex(table.rows_model.index(table.rows().index(row), 0))
        QTest.keyClick(table, Qt.Key.Key_Return)
        idle(qtbot, window.desk)
        sheet = opened(window, ListSheet)
        qtbot.waitUntil(lambda sheet=sheet: bool(sheet.list.rows_model.rows))
        assert [one.amount.minor for one in sheet.list.rows_model.rows] == amounts
        sheet.reject()
    table.opened.emit(next(row for row in table.rows() if row.groups == ("replacement",)))
    assert view.assets.isVisible()


def test_what_wears_out_is_registered_and_taken_out_of_use(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    view.show_what("assets")
    view.assets.new.click()
    shown = form(window)
    shown.fields["cost"].editor.setText("60000")  # type: ignore[attr-defined]
    shown.do.click()
    qtbot.waitUntil(lambda: bool(shown.fields["name"].error))
    write(window, qtbot, name="<b>Jose", cost="60000", life="10")
    assert [one.name for one in view.assets.table.rows()] == ["<b>Jose"]
    assert not view.assets.out.isVisible()
    view.assets.table.choose(view.assets.table.rows()[0])
    with qtbot.waitSignal(window.desk.go) as followed:
        view.assets.table.activated.emit(view.assets.table.currentIndex())
    (one,) = view.assets.table.rows()
    assert followed.args == ["trail", TrailWish(entry=one.entry)]
    window.go("tariffs")
    view.show_what("assets")
    view.assets.out.click()
    write(window, qtbot, reason="burnt out")
    with window.desk.book.read() as reading:
        assert assets(reading) == ()
    (gone,) = view.assets.table.rows()
    assert gone.reason == "burnt out"
    assert not view.assets.out.isVisible()
    for _ in ("in use after all", "never there"):
        view.assets.table.choose(view.assets.table.rows()[0])
        view.assets.mistake.click()
        write(window, qtbot, reason="the other one")
    assert view.assets.table.rows() == []


def test_savings_get_a_target_and_say_how_far_they_are(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    view.show_what("savings")
    view.savings.open_one.click()
    write(window, qtbot, name="Pump")
    (line,) = view.savings.lines
    line.button.click()
    write(window, qtbot, target="60000", yearly="1200")
    with window.desk.book.read() as reading:
        (one,) = reserves(reading)
    assert (one.target and one.target.minor, one.yearly.minor, one.reached) == (
        60_000_00,
        1200_00,
        0,
    )
    (line,) = view.savings.lines
    with qtbot.waitSignal(window.desk.go) as followed:
        line.book.click()
    assert followed.args == ["money", CashBookWish(Month.of(window.desk.today), one.account.id)]


def test_a_gift_in_kind_moves_no_money(view: CostsView, window: MainWindow, qtbot: QtBot) -> None:
    view.show_what("savings")
    view.savings.gift.click()
    write(window, qtbot, **{"1__worth": "3500"}, giver="Practice School", text="sand")
    with window.desk.book.read() as reading:
        (one,) = gifts(reading, Period.year(window.desk.today.year))
    assert (one.giver, one.worth.minor) == ("Practice School", 3500_00)
    assert len(view.savings.table.rows()) == 1
    with qtbot.waitSignal(window.desk.go) as followed:
        view.savings.table.activated.emit(view.savings.table.model().index(0, 0))
    assert followed.args == ["trail", TrailWish(entry=one.entry)]
    window.go("tariffs")
    view.show_what("savings")
    assert not view.savings.mistake.isVisible()
    said = view.covered.board.accessibleDescription()
    assert "3,500" not in said
    view.savings.table.choose(view.savings.table.rows()[0])
    view.savings.mistake.click()
    write(window, qtbot, reason="it was a loan")
    assert not view.savings.table.rows()


def test_days_of_labour_are_told_with_their_worth(
    view: CostsView, window: MainWindow, qtbot: QtBot
) -> None:
    with window.desk.book.write(Signing(1)) as writing:
        wanted = {
            "name": "", "effective_from": str(Month.of(window.desk.today)), "decision": 1,
            "types": [{"connection_type": "household", "fixed": "450"}], "labour": {"value": "100"},
        }  # fmt: skip
        adopt(writing, msgspec.convert(wanted, TariffRequest))
        give_labour(writing, LabourRequest(lines=(LabourLine(member="1", days=Decimal("1.5")),)))
    window.desk.changed.emit(Changes(balances=True, money=True))
    idle(qtbot, window.desk)
    view.show_what("savings")
    assert view.savings._worked.words() == "Labour days: 1.5, worth KSh\u00a0150"


def test_the_experts_see_the_same_sum_by_other_terms(view: CostsView) -> None:
    rows = view.covered.table.rows()
    view.covered.switch.set_value("expert")
    view.covered.switch.chosen.emit("expert")
    terms = view.covered.table.rows()
    assert rows[-1].amount == terms[-1].amount
    assert [row.words[-7:] for row in terms[:2]] == [" (OpEx)", "CapManEx)"[-7:]]


def test_lists_go_to_the_printer(view: CostsView, window: MainWindow, qtbot: QtBot) -> None:
    view.show_what("budget")
    with qtbot.waitSignal(window.desk.go) as went:
        view.budget.print.click()
    assert (went.args[0], went.args[1].paper) == ("notices", "budget")


def test_the_key_for_a_new_thing_works_where_none_is_written_down(
    view: CostsView, window: MainWindow
) -> None:
    view.show_what("assets")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert form(window).isVisible()
