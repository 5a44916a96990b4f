"""A committee's real workbook, with all its mess, brought in through the window."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from imt_desktop.journal.copies.backups import backups, folder_of
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period
from imt_desktop.ui.pages.bringing_in.cancelling import CancelImport
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.widgets import Fact, Scroll
from tests.ui.pages.spreadsheets import KIBOKO, Sitting
from tests.ui.pages.test_windows import Watch


def kes(sitting: Sitting, amount: str) -> Money:
    return sitting.book.currency.money(Decimal(amount))


def bring_in_members(sitting: Sitting) -> None:
    sitting.take(KIBOKO)
    sitting.go()
    sitting.leave_out_and_book()


def bring_in_everything(sitting: Sitting) -> None:
    """All four kinds of data, one after the other, with everything that is asked."""
    views = sitting.page.views
    bring_in_members(sitting)
    sitting.press(views.done.go_on)
    views.what.questions.day.set_value(date(2025, 12, 31))
    sitting.go()
    sitting.leave_out_and_book()
    sitting.press(views.done.go_on)
    sitting.go()
    sitting.leave_out_and_book()
    sitting.press(views.done.go_on)
    sitting.go()
    sitting.go()


def test_a_copy_is_made_before_anything_is_brought_in(fresh: Sitting) -> None:
    with fresh.book.read() as reading:
        before = reading.head().seq
    bring_in_members(fresh)
    (copy,) = backups(folder_of(fresh.book.path, fresh.book.id))
    assert (copy.said.reason, copy.said.entry) == ("import", before)


def test_members_are_proposed_first_and_the_repeated_one_is_named(fresh: Sitting) -> None:
    page = fresh.page
    fresh.take(KIBOKO)
    assert fresh.step is page.views.what
    assert page.views.what.kinds.value() == "members"
    draft = page.work.draft
    assert draft is not None and draft.sheet == "Wanachama"
    fresh.go()
    assert fresh.wrong() == [("A127", "17")]
    (problem,) = page.views.preview.wrong.rows()
    page.views.preview.wrong.choose(problem)
    told = page.views.preview.told.text()
    assert told.startswith("Row 127, column “No.”: Member 17 stands in row 22 already.")
    assert page.bar.go.words == "Bring in 120 members"
    assert not page.bar.go.isEnabled()
    assert "leave them out" in told
    assert fresh.members() == []


def test_the_whole_workbook_comes_out_as_its_page_says(fresh: Sitting) -> None:
    page, views = fresh.page, fresh.page.views
    bring_in_members(fresh)
    assert views.done.title.text() == "120 members are in the book"
    assert len(fresh.members()) == 120

    fresh.press(views.done.go_on)
    assert views.what.kinds.value() == "opening"
    fresh.go()
    assert page.bar.told.text() == "1 thing is missing"
    assert fresh.step is views.what
    assert "before the cents" in views.what.questions.seen["decimal"].words()
    views.what.questions.day.set_value(date(2025, 12, 31))
    fresh.go()
    assert page.bar.go.words == (
        "Bring in 56 opening balances, KSh\u00a065,700 owed, KSh\u00a0900 paid ahead"
    )
    assert fresh.wrong() == [("A127", "17")]
    fresh.leave_out_and_book()
    found = fresh.members()
    currency = fresh.book.currency
    assert total((row.owed for row in found), currency) == kes(fresh, "65700")
    assert total((row.ahead for row in found), currency) == kes(fresh, "900")

    fresh.press(views.done.go_on)
    assert views.what.kinds.value() == "payments"
    assert views.what.questions.seen["dates"].words() == (
        "The day stands first in dates: “13/01/2026” in row 28 can be read in no other way."
    )
    fresh.go()
    assert fresh.wrong() == [
        ("D81", "mia nne hamsini"), ("C144", "999"), ("A204", "31/02/2026"),
    ]  # fmt: skip
    assert views.preview.notices.words() == "Old receipt no. 2152 is missing."
    assert page.bar.go.words == "Bring in 257 payments, KSh\u00a0155,450"
    fresh.leave_out_and_book()
    assert views.done.title.text() == "257 payments are in the book, KSh\u00a0155,450"
    assert len(views.done.left_out()) == 3

    fresh.press(views.done.go_on)
    assert views.what.kinds.value() == "expenses"
    fresh.go()
    assert page.bar.go.words == "Bring in 8 expenses, KSh\u00a055,730.50"
    fresh.go()
    assert not views.done.go_on.isVisible()
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    with fresh.book.read() as reading:
        told = income_and_expenditure(reading, year)
    sums = [total(kinds.values(), currency) for kinds in (told.income, told.expense)]
    assert sums == [kes(fresh, "155450"), kes(fresh, "55730.50")]


def test_no_step_flashes_up_as_a_window_of_its_own(fresh: Sitting, qapp: QApplication) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    bring_in_everything(fresh)
    qapp.removeEventFilter(watch)
    assert not watch.shown
    assert not fresh.page.views.done.go_on.isVisible()


def test_the_same_file_is_recognised_before_anything_is_asked(fresh: Sitting) -> None:
    bring_in_everything(fresh)
    before = fresh.entries()
    views = fresh.page.views
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    fresh.take(KIBOKO)
    assert views.what.refusal.words().startswith("This sheet was brought in as members before")
    assert not views.what.columns.isVisible() and not views.what.questions.isVisible()
    assert not fresh.page.bar.go.isVisible()
    assert fresh.entries() == before

    fresh.choose(views.what.kinds, "expenses")
    assert not views.what.columns.isVisible()
    fresh.press(views.what.cancel)
    form = fresh.page.window().findChild(CancelImport)
    assert form is not None
    QTest.keyClicks(form.fields["reason"].editor, "an old list")
    fresh.press(form.do)
    fresh.settle()
    assert views.what.columns.isVisible()
    fresh.go()
    assert fresh.page.bar.go.words == "Bring in 8 expenses, KSh\u00a055,730.50"


def test_earlier_imports_are_listed_and_cancelled_from_the_last(fresh: Sitting) -> None:
    bring_in_everything(fresh)
    page, earlier = fresh.page, fresh.page.views.start.earlier
    QTest.keyClick(fresh.window, Qt.Key.Key_Escape)
    told = earlier.table.rows()
    assert [(one.kind, one.rows) for one in told] == [
        ("expenses", 8), ("payments", 257), ("opening", 56), ("members", 120),
    ]  # fmt: skip

    fresh.window.resize(1024, 768)
    fresh.settle()
    (scroll,) = page.views.start.findChildren(Scroll)
    assert scroll.verticalScrollBar().maximum() == 0
    widths = [earlier.table.columnWidth(at) for at in range(4)]
    assert widths[3] >= earlier.table._wanted[3], "the day is whole"

    earlier.table.choose(told[-1])
    fresh.press(earlier.cancel)
    form = page.window().findChild(CancelImport)
    assert form is not None
    QTest.keyClicks(form.fields["reason"].editor, "an old list")
    fresh.press(form.do)
    lines = form.relying.text().split("\n")
    assert lines[0].startswith("Later entries rely on it")
    assert lines[1].endswith("Balances were taken from the old book, from kiboko-committee.xlsx")
    assert lines[2].endswith("Members paid, from kiboko-committee.xlsx")
    assert len(fresh.members()) == 120
    form.reject()

    for one in told[1:]:
        earlier.table.choose(one)
        fresh.press(earlier.cancel)
        form = next(each for each in page.window().findChildren(CancelImport) if each.isVisible())
        QTest.keyClicks(form.fields["reason"].editor, "an old list")
        fresh.press(form.do)
        fresh.settle()
    assert fresh.members() == []
    fresh.take(KIBOKO)
    assert page.views.what.kinds.value() == "members"
    assert page.views.what.columns.isVisible()


def test_a_journey_without_a_mouse(fresh: Sitting, qtbot: QtBot) -> None:
    page, window, key = fresh.page, fresh.window, Qt.Key
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, key.Key_O, control)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(KIBOKO))
    QTest.keyClick(name, key.Key_Return)
    fresh.settle()
    window.activateWindow()  # a window manager does that when the dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    assert fresh.step is page.views.what
    assert window.focusWidget() is page.views.what.kinds.focusProxy()
    QTest.keyClick(window.focusWidget(), key.Key_Right)
    fresh.settle()
    assert page.views.what.kinds.value() == "opening"
    QTest.keyClick(window.focusWidget(), key.Key_Left)
    fresh.settle()
    QTest.keyClick(window, key.Key_Return, control)
    fresh.settle()
    assert fresh.step is page.views.preview
    assert window.focusWidget() is page.views.preview.wrong
    QTest.keyClick(page.views.preview.wrong, key.Key_Down)
    for stop in (page.views.preview.again, page.bar.back, page.bar.leave_out):
        QTest.keyClick(window.focusWidget(), key.Key_Tab)
        assert window.focusWidget() is stop
    QTest.keyClick(page.bar.leave_out, key.Key_Space)
    QTest.keyClick(window, key.Key_Return, control)
    fresh.settle()
    assert fresh.step is page.views.done
    assert len(fresh.members()) == 120
    QTest.keyClick(window, key.Key_Return, control)
    fresh.settle()
    assert page.views.what.kinds.value() == "opening"
    QTest.keyClick(window, key.Key_Escape)
    assert fresh.step is page.views.start
    assert window.focusWidget() is page.views.start.choose


def test_what_is_asked_or_wrong_in_a_row_is_told_whole(fresh: Sitting) -> None:
    fresh.window.resize(1024, 768)
    fresh.take(KIBOKO)
    fresh.choose(fresh.page.views.what.kinds, "expenses")
    fresh.go()
    table = fresh.page.views.preview.table
    last = table.rows_model.columns[-1]
    assert any(last.shown(row) == "no voucher?" for row in table.rows())
    for row in table.rows():
        at = len(table.rows_model.columns) - 1
        assert table.columnWidth(at) >= table._cells.wanted_width(last, row)
    fresh.page.back()
    fresh.choose(fresh.page.views.what.kinds, "members")
    fresh.go()
    assert fresh.page.views.preview.wrong.rows_model.columns[-1].wraps


def test_amounts_of_a_column_have_the_same_decimals_and_one_day_is_said_once(
    fresh: Sitting, tmp_path: Path
) -> None:
    fresh.csv(
        tmp_path,
        "Date,What for,Amount,Paid to,Voucher\n"
        "2026-01-10,Diesel,6000,Station,1\n2026-01-10,Valve,3480.50,Hardware,2\n",
    )
    fresh.choose(fresh.page.views.what.kinds, "expenses")
    fresh.go()
    assert "6,000.00" in fresh.cells(0) and "3,480.50" in fresh.cells(1)
    said = [one.accessibleName() for one in fresh.page.views.preview.facts.findChildren(Fact)]
    assert any("10 Jan 2026" in one for one in said) and not any(" to " in one for one in said)


def test_what_was_brought_in_is_looked_at_where_it_stands(fresh: Sitting) -> None:
    fresh.take(KIBOKO)
    fresh.choose(fresh.page.views.what.kinds, "expenses")
    fresh.go()
    fresh.go()
    fresh.press(fresh.page.views.done.look)
    money = fresh.window.page("money")
    assert isinstance(money, MoneyPage)
    assert money.month.value() == Month(2026, 1)
    assert len(money.known().book.lines) == 3


def test_every_step_fits_a_small_screen(fresh: Sitting) -> None:
    fresh.window.resize(1024, 768)
    page, wide = fresh.page, []
    page.views.currentChanged.connect(lambda _at: wide.append(page.minimumSizeHint().width()))
    bring_in_everything(fresh)
    assert len(wide) > 10
    assert max(wide) <= page.width()
    assert fresh.window.width() == 1024
