"""The preview explains every bill in words, asks what is doubtful, and keeps reasons from the queue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.charging.absences import AbsencesRequest, note_absences
from imt_desktop.ledger.charging.readings import ReadingsRequest, read_meters
from imt_desktop.ledger.charging.reliefs import ReliefRequest, grant
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.pages.billing.bills import CHANGED, QUESTIONS
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.widgets import State
from tests.ui.pages.conftest import idle
from tests.ui.pages.metered import metered_book
from tests.ui.pages.test_notices import drawn
from tests.ui.pages.test_readings import window_over

NOW = Month.of(date.today())
LATE = 3 if date.today() > NOW.first + timedelta(days=5) else 2
"""Bills that are overdue: those of three months, each due on its last day, with five days of grace."""


@pytest.fixture
def charged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """The first is read, lessened and was absent; the second is estimated; the third not read."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    book = metered_book(tmp_path)
    lines = [{"connection": 1, "value": "137"}, {"connection": 2, "answer": "estimate"}]
    with book.write(Signing(1)) as writing:
        wanted = {"month": str(NOW), "lines": lines}
        read_meters(writing, msgspec.convert(wanted, ReadingsRequest))
        less = ReliefRequest(
            member="1", group="elderly", decision=1, since=str(NOW), until=str(NOW),
            percent=Decimal(35),
        )  # fmt: skip
        grant(writing, less)
        note_absences(writing, AbsencesRequest(what="assembly", members=("1",)))
    yield book
    book.close()


@pytest.fixture
def page(charged: Book, qapp: QApplication, qtbot: QtBot) -> Iterator[BillingPage]:
    window = window_over(charged, qapp, qtbot)
    window.go("billing")
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    yield page


def row_of(page: BillingPage, number: str) -> tuple[str, str, str]:
    """What stands in the row: how it is worked out, the line under it, the amount."""
    row = next(row for row in page.table.rows() if row.number == number)
    column = page.table.rows_model.columns[2]
    assert column.second is not None
    second = column.second(row)
    under = second.words if isinstance(second, State) else second
    said = column.text(row), under, page.table.rows_model.columns[3].text(row)
    main, beside, amount = (words.replace("\u00a0", " ") for words in said)
    return main, beside, amount


def test_every_bill_is_explained_and_what_belongs_to_it_stands_under_it(page: BillingPage) -> None:
    assert page.stages.stage == "preview"
    main, under, amount = row_of(page, "1")
    assert main == "10 m³: 6 within the minimum of KSh 300, 4 at KSh 50 = KSh 500"
    assert "Discount of 35 %" in under
    assert "elderly" not in under, "why somebody pays less is on no screen that a queue sees"
    assert "Absent from the assembly" in under
    assert ("overdue" in under) == (LATE > 1)
    assert amount == str(500 - 175 + 100 + 50 * LATE)
    _main, under, _amount = row_of(page, "2")
    assert under.startswith("the meter could not be read")


def test_figures_and_button_say_how_many_and_how_much(page: BillingPage) -> None:
    total = sum(row.amount.minor for row in page.table.rows())
    assert "3" in page.bill.words
    assert page.desk.tr.number(total // 100) in page.bill.words
    assert not page.facts.late.isHidden()
    assert page.facts.ahead.isHidden()
    assert "Metered" in page.facts.price.accessibleName()
    assert "Minute 7" in page.facts.price.accessibleName()


def test_amounts_of_the_column_line_up_where_one_has_cents(
    page: BillingPage, charged: Book, qtbot: QtBot
) -> None:
    with charged.write(Signing(1)) as writing:
        less = ReliefRequest(
            member="2", group="poor", decision=1, since=str(NOW), until=str(NOW),
            percent=Decimal("0.5"),
        )  # fmt: skip
        grant(writing, less)
    page.desk.changed.emit(Changes(members=True, balances=True))
    idle(qtbot, page.desk)
    amounts = [row_of(page, number)[2] for number in ("1", "2", "3")]
    assert [amount.partition(".")[2] for amount in amounts] == ["00", "50", "00"], amounts
    page.bill.click()
    idle(qtbot, page.desk)
    made = page.made.table
    shown = [made.rows_model.columns[2].text(row) for row in made.rows()]
    assert shown and all("." in amount for amount in shown), shown


def test_chips_show_what_is_asked_and_what_changed(page: BillingPage) -> None:
    page.chips.set_value(QUESTIONS)
    page.chips.chosen.emit(QUESTIONS)
    assert [row.number for row in page.table.rows()] == ["2"]
    page.chips.set_value(CHANGED)
    page.chips.chosen.emit(CHANGED)
    assert [row.number for row in page.table.rows()] == ["1"]


def test_while_balances_are_hidden_nobody_sees_what_others_pay_and_why(page: BillingPage) -> None:
    page.desk.hide_balances(True)
    assert row_of(page, "1") == ("", "", "")
    page.desk.hide_balances(False)
    assert row_of(page, "1")[2] == str(425 + 50 * LATE)


def test_the_sum_of_the_preview_is_the_sum_booked_and_then_they_are_printed(
    page: BillingPage, qtbot: QtBot, charged: Book
) -> None:
    wanted = sum(row.amount.minor for row in page.table.rows())
    with charged.read() as reading:
        before = reading.head().seq
    page.table.setFocus()
    with qtbot.waitSignal(page.desk.changed):
        QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, page.desk)
    with charged.read() as reading:
        (booked,) = reading.driver.execute(
            "SELECT sum(amount) FROM bill WHERE seq>?", (before,)
        ).fetchone()
    assert booked == wanted
    assert page.stages.stage == "print"
    assert [row.number for row in page.made.table.rows()] == ["1", "2", "3"]
    assert sum(row.amount.minor for row in page.made.table.rows()) == wanted
    page.print_bills.click()
    idle(qtbot, page.desk)
    notices = page.window().page("notices")  # type: ignore[attr-defined]
    assert isinstance(notices, NoticesPage)
    assert notices.papers.value() == "bills"
    drawn(notices, qtbot)


def test_made_bills_hide_what_is_still_to_pay(page: BillingPage, qtbot: QtBot) -> None:
    page.show_what(NOW.shift(-1))
    idle(qtbot, page.desk)
    assert page.stages.stage == "print"
    left = page.made.table.rows_model.columns[-1]
    assert left.text(page.made.table.rows()[0]) == "550"
    page.desk.hide_balances(True)
    assert left.text(page.made.table.rows()[0]) == ""
