"""Readings typed with real keys on a real book: a question in the row, and never a guess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.charging.meter_rounds import meter_walk
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.charging.readings import ReadingsRequest, history, read_meters
from imt_desktop.ledger.entries import Source
from imt_desktop.ledger.members import (
    ConnectionLine,
    ConnectionStatusRequest,
    ConnectRequest,
    MemberStatusRequest,
    change_connection,
    change_status,
    connect,
)
from imt_desktop.oversight.drafts import TypedReading
from imt_desktop.period import Month
from imt_desktop.settings import Settings
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.billing.readings.columns import (
    ANSWER,
    MEMBER,
    PLACE,
    READING,
    USED,
    USUAL,
    Shown,
)
from imt_desktop.ui.pages.billing.readings.lines import Line
from imt_desktop.ui.pages.billing.readings.replaced import MoreOfReading
from imt_desktop.ui.pages.billing.readings.view import ReadingsView
from imt_desktop.ui.pages.billing.stages import PREVIEW
from imt_desktop.ui.pages.bringing_in.cancelling import CancelImport
from imt_desktop.ui.pages.bringing_in.page import BringingInPage
from imt_desktop.ui.pages.walking.leaving import Unbooked
from imt_desktop.ui.theme import apply
from imt_desktop.ui.widgets.cell_delegate import PAD
from tests.ui.pages.conftest import idle, leave
from tests.ui.pages.metered import metered_book
from tests.ui.pages.spreadsheets import Sitting

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def metered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    book = metered_book(tmp_path)
    yield book
    book.close()


def window_over(book: Book, qapp: QApplication, qtbot: QtBot) -> MainWindow:
    apply(qapp, "light")
    with book.read() as reading:
        committee, officers = queries.committee(reading), queries.officers(reading)
    assert committee is not None
    desk = Desk(book, Translator("en", "KE"), Settings(), committee, officers[0])
    made = MainWindow(desk)
    desk.setParent(made)
    qtbot.addWidget(made, before_close_func=leave)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    idle(qtbot, desk)
    return made


@pytest.fixture
def page(metered: Book, qapp: QApplication, qtbot: QtBot) -> Iterator[BillingPage]:
    """The page of the month that is not read yet."""
    window = window_over(metered, qapp, qtbot)
    yield opened(window, qtbot)


def opened(window: MainWindow, qtbot: QtBot) -> BillingPage:
    window.go("billing")
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    qtbot.waitUntil(lambda: page.readings.grid.field() is not None)
    return page


@pytest.fixture
def view(page: BillingPage) -> ReadingsView:
    return page.readings


def field(view: ReadingsView) -> QWidget:
    found = view.grid.field()
    assert found is not None and found is view.window().focusWidget()
    return found


def keys(view: ReadingsView, *typed: str | Qt.Key, held: Held = Held.NoModifier) -> None:
    for one in typed:
        if isinstance(one, str):
            QTest.keyClicks(field(view), one)
        else:
            QTest.keyClick(field(view), one, held)


def states(view: ReadingsView) -> list[str]:
    column = view.grid.rows_model.columns[-1]
    return [column.spoken(line) for line in view.grid.lines()]


def under(view: ReadingsView, at: int) -> str:
    found = view.grid._shown_under(view.grid.lines()[at])
    return found.words if found is not None else ""


def refused(view: ReadingsView) -> str:
    wrong = view.grid.lines()[0].wrong
    return view.desk.sentence(wrong) if wrong is not None else ""


def save(view: ReadingsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.desk.changed):
        keys(view, Key.Key_Return, held=Held.ControlModifier)
    idle(qtbot, view.desk)


def used(book: Book, connection: int) -> list[tuple[int, str]]:
    with book.read() as reading:
        return [(one.used, one.how) for one in history(reading, connection)]


def test_a_month_that_is_not_read_begins_with_its_readings(page: BillingPage) -> None:
    assert page.stages.stage == "readings"
    assert page.stages.metered
    assert [line.stop.name for line in page.readings.grid.lines()] == [
        "Mwikali Nzomo", "Peter Musyoka",
    ]  # fmt: skip
    assert not page.bill.isVisible()


def test_typed_in_walking_order_and_saved_as_one_entry(
    page: BillingPage, view: ReadingsView, qtbot: QtBot, metered: Book
) -> None:
    keys(view, "136", Key.Key_Return, "240")
    assert states(view) == ["ready", "ready"]
    assert view.foot.read.figure.text() == "2 of 2"
    save(view, qtbot)
    assert used(metered, 1)[0] == (9000, "read")
    assert used(metered, 2)[0] == (10000, "read")
    assert states(view) == ["read", "read"]
    assert view.unbooked == 0
    page.show_stage("preview")
    fees = [(row.number, row.fee.amount.minor) for row in page.table.rows() if row.fee]
    assert fees == [("1", 45000), ("2", 50000)]
    left = [(one.number, one.reason) for one in page.left_out.list.rows_model.rows]
    assert left == [("3", "no-reading")]


def test_what_is_saved_leads_on_and_another_month_begins_anew(
    page: BillingPage, view: ReadingsView, qtbot: QtBot
) -> None:
    keys(view, Key.Key_Return, Key.Key_Return, held=Held.ControlModifier)
    assert view.refusal.isVisible()  # nothing is typed
    page.month.set_value(page.month.value().shift(-1))
    idle(qtbot, page.desk)
    page.month.set_value(page.month.value().shift(1))
    idle(qtbot, page.desk)
    assert not view.refusal.isVisible() and view.grid.current_line() is view.grid.lines()[0]
    for zone in [one.zone for one in view.typed.rounds]:
        view._go_to_zone(zone)
        for line in view.grid.lines():
            view.take_in(line, TypedReading(answer="estimate"))
        save(view, qtbot)
    assert not view.typed.left
    keys(view, Key.Key_Return, held=Held.ControlModifier)
    assert page.stages.stage == PREVIEW


def test_who_chooses_another_zone_types_its_readings_at_once(view: ReadingsView) -> None:
    chips = view.head.chips._chips
    other = next(chip for chip in chips if chip.choice.value == "Lake")
    other.setFocus()
    QTest.keyClick(other, Key.Key_Space)
    keys(view, "77")
    assert view.grid.lines()[0].stop.number == "3"
    assert view.grid.lines()[0].typed.value == "77"


def test_a_meter_is_moved_on_the_way_and_keeps_what_was_typed(
    page: BillingPage, view: ReadingsView, qtbot: QtBot, metered: Book
) -> None:
    keys(view, "136", Key.Key_Down, held=Held.AltModifier)
    assert [line.stop.number for line in view.grid.lines()] == ["2", "1"]
    assert view.grid.current_line() is view.grid.lines()[1]
    assert not view.order_bar.isHidden()
    view.load(page.month.value(), None)  # read again meanwhile
    idle(qtbot, view.desk)
    assert [line.stop.number for line in view.grid.lines()] == ["2", "1"]
    with qtbot.waitSignal(view.desk.changed):
        QTest.keyClick(view, Key.Key_S, Held.ControlModifier)
    idle(qtbot, view.desk)
    assert view.order_bar.isHidden()
    assert [line.typed.value for line in view.grid.lines()] == ["", "136"]
    with metered.read() as reading:
        walk = meter_walk(reading, page.month.value())
        assert [stop.number for stop in walk.rounds[0].stops] == ["2", "1"]
    keys(view, Key.Key_Up, held=Held.AltModifier)
    view.order_bar.undo.click()
    assert [line.stop.number for line in view.grid.lines()] == ["2", "1"]


def test_two_meters_of_one_household_are_walked_past_apart(
    qapp: QApplication, qtbot: QtBot, metered: Book
) -> None:
    with metered.write(Signing(1)) as writing:
        since = date.today().replace(day=1)
        second = ConnectRequest(
            connection=ConnectionLine(type="household"), holders=("1",), on=since
        )
        connect(writing, second)
    page = opened(window_over(metered, qapp, qtbot), qtbot)
    view = page.readings
    assert [line.stop.id for line in view.grid.lines()] == [1, 4, 2]
    keys(view, Key.Key_Down, Key.Key_Down)
    keys(view, Key.Key_Up, held=Held.AltModifier)
    assert [line.stop.id for line in view.grid.lines()] == [1, 2, 4]
    with qtbot.waitSignal(view.desk.changed):
        QTest.keyClick(view, Key.Key_S, Held.ControlModifier)
    idle(qtbot, view.desk)
    assert [line.stop.id for line in view.grid.lines()] == [1, 2, 4]
    with metered.read() as reading:
        walk = meter_walk(reading, page.month.value())
        assert [stop.id for stop in walk.rounds[0].stops] == [1, 2, 4]


@pytest.mark.parametrize(
    ("value", "question", "key", "how", "amount"),
    [
        ("120", "goes backwards", "2", "read", 0),
        ("127", "stands still", "1", "read", 0),
        ("127", "stands still", "2", "stuck", 9000),
        ("167", "Perhaps there is a leak", "1", "read", 40000),
    ],
)
def test_a_doubtful_one_is_asked_in_its_row_and_answered_with_a_number(
    view: ReadingsView, qtbot: QtBot, metered: Book, value: str, question: str, key: str, how: str,
    amount: int,
) -> None:  # fmt: skip
    keys(view, value, Key.Key_Return)
    assert view.grid.currentIndex().column() == ANSWER
    assert question in under(view, 0)
    assert states(view)[0] == "question"
    view.save()
    assert used(metered, 1)[0] == (9000, "read"), "a question is never saved without its answer"
    keys(view, key)
    assert states(view)[0] == "ready"
    keys(view, Key.Key_Return)
    assert view.grid.currentIndex().row() == 1
    save(view, qtbot)
    assert used(metered, 1)[0] == (amount, how)


def test_names_have_room_on_a_small_screen(page: BillingPage, view: ReadingsView) -> None:
    grid = view.grid
    grid.setFixedWidth(1400)
    assert not grid.isColumnHidden(USUAL)
    grid.setFixedWidth(888)  # what a window of 1024 leaves
    assert grid.isColumnHidden(USUAL) and grid.isColumnHidden(PLACE)
    bold = QFont(grid.font())
    bold.setBold(True)
    assert grid.columnWidth(MEMBER) > QFontMetrics(bold).horizontalAdvance("Mwikali Nzomo")
    letters = QFontMetrics(grid.font())
    for column, words in ((USED, "starts here"), (ANSWER, "the last one was wrong")):
        assert grid.columnWidth(column) >= letters.horizontalAdvance(words) + 2 * PAD, words


def test_the_next_reading_typed_ahead_is_no_answer(view: ReadingsView) -> None:
    keys(view, "120", Key.Key_Return, "300", Key.Key_Return)
    assert view.grid.currentIndex().row() == 0, "the question waits for its answer"
    assert states(view)[0] == "question"
    assert view.grid.lines()[0].typed.answer == ""
    assert "goes backwards" in under(view, 0)
    keys(view, "2", Key.Key_Return)
    assert states(view)[0] == "ready"
    assert view.grid.currentIndex().row() == 1


def test_a_use_beyond_belief_is_asked_about_again(view: ReadingsView) -> None:
    keys(view, "120", Key.Key_Return, "3")
    assert states(view)[0] == "question"
    assert "would be used" in under(view, 0)
    keys(view, Key.Key_Return)
    assert view.grid.currentIndex().row() == 0
    keys(view, "1", Key.Key_Return)
    assert states(view)[0] == "ready"
    assert view.grid.lines()[0].typed.answer == "turned-sure"


def test_the_sentence_of_a_row_is_there_when_one_comes_back_to_it(view: ReadingsView) -> None:
    keys(view, "12x", Key.Key_Return)
    view.grid.stand_on(0)
    assert "no quantity" in under(view, 0)
    keys(view, Key.Key_Backspace)
    assert under(view, 0) == ""
    keys(view, "0", Key.Key_Return)
    view.grid.stand_on(0, READING)
    assert "goes backwards" in under(view, 0)


def test_a_replaced_meter_asks_what_the_old_one_said(
    view: ReadingsView, qtbot: QtBot, metered: Book
) -> None:
    keys(view, "4", Key.Key_Return, "1")
    form = view.window().findChild(MoreOfReading)
    assert form is not None
    last, first = form.fields["last"].editor, form.fields["first"].editor
    assert isinstance(last, QLineEdit) and isinstance(first, QLineEdit)
    QTest.keyClicks(last, "133")
    first.setText("1")
    form.do.click()
    idle(qtbot, view.desk)
    assert states(view)[0] == "ready"
    view.grid.stand_on(1)
    save(view, qtbot)
    assert used(metered, 1)[0] == (9000, "replaced")


def test_an_old_meter_that_ended_too_low_is_asked_about_in_the_row(
    view: ReadingsView, qtbot: QtBot
) -> None:
    keys(view, "4", Key.Key_Return, "1")
    form = view.window().findChild(MoreOfReading)
    assert form is not None
    last = form.fields["last"].editor
    assert isinstance(last, QLineEdit)
    QTest.keyClicks(last, "117")
    form.do.click()
    idle(qtbot, view.desk)
    assert states(view)[0] == "question"
    assert "The old meter ended at 117, but all is charged up to 127 already." in under(view, 0)
    view.answer(0)
    assert states(view)[0] == "ready"
    assert view.grid.lines()[0].typed.answer == "replaced-here"
    view.grid.stand_on(0, READING)
    keys(view, Key.Key_Backspace, "6", Key.Key_Return)
    assert states(view)[0] == "question", "what is typed anew is asked about anew"


def test_what_could_not_be_read_is_estimated_and_made_good(
    view: ReadingsView, qtbot: QtBot, metered: Book
) -> None:
    keys(view, Key.Key_E, held=Held.AltModifier)
    assert states(view)[0] == "ready"
    save(view, qtbot)
    assert used(metered, 1)[0] == (9000, "estimated")
    assert states(view)[0] == "estimated"


@pytest.mark.parametrize("typed", ["12o", "-5", "1.2345", "ten"])
def test_what_is_no_number_is_said_beside_the_cell(view: ReadingsView, typed: str) -> None:
    keys(view, typed, Key.Key_Return)
    assert states(view)[0] == "fix"
    assert "no quantity" in under(view, 0)
    assert view.grid.currentIndex().row() == 1


def test_a_meter_that_is_cut_off_takes_no_reading(
    view: ReadingsView, qtbot: QtBot, metered: Book
) -> None:
    with metered.write(Signing(1)) as writing:
        wanted = ConnectionStatusRequest(connection=1, status="cut-off", reason="asked for it")
        change_connection(writing, wanted)
    view.desk.changed.emit(Changes(members=True))
    idle(qtbot, view.desk)
    assert states(view)[0] == "cut off"
    view.grid.stand_on(0)
    keys(view, "136", Key.Key_Return)
    assert "cut off" in under(view, 0)


@pytest.mark.parametrize("imported", [False, True])
def test_the_meter_of_a_household_that_is_cut_off_takes_no_reading(
    view: ReadingsView, qtbot: QtBot, metered: Book, tmp_path: Path, imported: bool
) -> None:
    month = Month.of(view.desk.today)
    with metered.write(Signing(1)) as writing:
        off = MemberStatusRequest(
            member="1", status="cut-off", reason="asked for it", on=month.first
        )
        change_status(writing, off)
    view.desk.changed.emit(Changes(members=True))
    idle(qtbot, view.desk)
    assert states(view)[0] == "cut off"
    if imported:
        file = tmp_path / "readings.csv"
        file.write_text("Member,Reading\n1,136\n2,240\n", encoding="utf-8")
        view.take_file(file)
        qtbot.waitUntil(lambda: view.unbooked == 2, timeout=20_000)
    else:
        view.grid.stand_on(0)
        keys(view, "136", Key.Key_Return, "240", Key.Key_Return)
    view.grid.stand_on(0)
    assert "cut off" in under(view, 0) and states(view) == ["fix", "ready"]
    save(view, qtbot)
    assert len(used(metered, 1)) == 4 and len(used(metered, 2)) == 5


def test_a_meter_that_is_not_found_is_not_read_beside_another_one(view: ReadingsView) -> None:
    search = view.head.search
    search.setFocus()
    QTest.keyClicks(search, "nobody")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert view.window().focusWidget() is search
    assert view.head.nobody.text() == "Nobody found."


def test_a_day_to_come_is_refused_at_the_day(view: ReadingsView, qtbot: QtBot) -> None:
    from datetime import timedelta

    keys(view, "136")
    view.head.on.set_value(view.desk.today + timedelta(days=3))
    view.head.day.emit(view.head.on.value())
    assert "still to come" in view.head.mistake.text()
    before = used(view.desk.book, 1)
    view.save()
    idle(qtbot, view.desk)
    assert used(view.desk.book, 1) == before


def test_what_is_typed_is_kept_on_the_laptop(
    page: BillingPage, view: ReadingsView, qtbot: QtBot, metered: Book, qapp: QApplication
) -> None:
    keys(view, "136", Key.Key_Return, "215", Key.Key_Return, "2")
    view.keeper.now()
    idle(qtbot, view.desk)
    other = window_over(metered, qapp, qtbot)
    again = opened(other, qtbot).readings
    assert states(again) == ["ready", "ready"]
    assert again.grid.lines()[1].typed.answer == "misread"


def test_beside_what_is_written_down_stands_what_the_meter_said_before(
    view: ReadingsView, metered: Book
) -> None:
    month = Month.of(view.desk.today)
    wanted = ReadingsRequest(str(month), (ReadingLine(member="1", value=Decimal(141)),))
    with metered.write(Signing(1)) as writing:
        read_meters(writing, wanted)
    with metered.read() as reading:
        stop = meter_walk(reading, month).stops[0]
    shown, line = Shown(view.desk), Line(stop)
    assert (shown.typed(line), shown.last(line)) == ("141", "127")
    assert shown.last_day(line) != view.desk.tr.day(view.desk.today)


def test_closing_asks_about_what_is_typed(view: ReadingsView, page: BillingPage) -> None:
    keys(view, "136")
    assert not page.may_close(lambda: None)
    dialog = page.window().findChild(Unbooked)
    assert dialog is not None
    dialog.back.click()


def test_another_number_forgets_the_answer_to_the_first(view: ReadingsView) -> None:
    keys(view, "120", Key.Key_Return, "2")
    view.grid.stand_on(0, READING)
    keys(view, Key.Key_Backspace, "121")
    assert states(view)[0] == "question"


def test_flat_fees_have_no_step_for_readings(window: MainWindow, qtbot: QtBot) -> None:
    window.go("billing")
    idle(qtbot, window.desk)
    page = window.page("billing")
    assert isinstance(page, BillingPage)
    assert not page.stages.metered
    assert page.stages.stage == "preview"
    page.show_stage("readings")
    assert page.stages.stage == "preview"


def test_a_spreadsheet_is_typed_in_and_asked_in_its_rows(
    view: ReadingsView, qtbot: QtBot, tmp_path: Path, metered: Book
) -> None:
    file = tmp_path / "readings.csv"
    file.write_text("Mwanachama;Usomaji\n1;136\n2;180\n9;50\n3;x\n", encoding="utf-8")
    before = used(metered, 1)
    view.take_file(file)
    qtbot.waitUntil(lambda: bool(view.refusal.words()) or view.unbooked > 0, timeout=20_000)
    assert states(view) == ["ready", "question"]
    assert "9" in view.refusal.words()
    view.show_zone("Lake")
    assert states(view) == ["fix"]
    assert used(metered, 1) == before


def test_each_row_of_a_spreadsheet_has_its_own_day(
    view: ReadingsView, qtbot: QtBot, tmp_path: Path, metered: Book
) -> None:
    today = view.desk.today
    earlier = Month.of(today).shift(-1).last
    file = tmp_path / "readings.csv"
    rows = (
        f"1,136,{earlier:%d/%m/%Y}\n2,240,{today:%d/%m/%Y}\n3,348,\n"  # the first proves the order
    )
    file.write_text(f"Member,Reading,Date\n{rows}", encoding="utf-8")
    view.take_file(file)
    qtbot.waitUntil(lambda: "own day" in view.note.words(), timeout=20_000)
    assert view.note.isVisibleTo(view) and not view.refusal.words(), "it is no mistake"
    assert view.head.on.read() == today and states(view) == ["ready", "ready"]
    save(view, qtbot)
    assert not view.note.isVisibleTo(view)
    view.show_zone("Lake")
    save(view, qtbot)
    with metered.read() as reading:
        assert [history(reading, n)[0].on for n in (1, 2, 3)] == [earlier, today, today]


def test_a_day_of_a_spreadsheet_that_cannot_be_is_refused_in_its_row(
    view: ReadingsView, qtbot: QtBot, tmp_path: Path
) -> None:
    today = view.desk.today
    file = tmp_path / "readings.csv"
    days = ((f"{today + timedelta(days=3)}", "still to come"), ("soon", "Row 2: “soon” is no"))
    for day, said in (*days, (f"01/02/{today.year}", "could be several days")):
        file.write_text(f"Member,Reading,Date\n1,136,{day}\n2,240,{today}\n", encoding="utf-8")
        view.take_file(file)
        qtbot.waitUntil(lambda said=said: said in refused(view), timeout=20_000)
        assert states(view) == ["fix", "ready"]
    view.grid.stand_on_line(view.grid.lines()[0])
    keys(view, Key.Key_Backspace, "137", Key.Key_Return)
    assert states(view) == ["ready", "ready"], "typed by hand, it was read on the day of the page"


def test_the_one_day_of_a_spreadsheet_is_that_of_the_page(
    view: ReadingsView, qtbot: QtBot, tmp_path: Path
) -> None:
    earlier = Month.of(view.desk.today).shift(-1).last
    file = tmp_path / "readings.csv"
    file.write_text(f"Member,Reading,Date\n1,136,{earlier}\n", encoding="utf-8")
    view.take_file(file)
    qtbot.waitUntil(lambda: view.head.on.read() == earlier, timeout=20_000)
    assert not view.refusal.words() and view.typed.ready("Hill")[0].day is None


def test_the_page_for_spreadsheets_leads_to_the_grid(
    page: BillingPage, metered: Book, qtbot: QtBot, tmp_path: Path
) -> None:
    """A file with nothing but readings goes there by itself, one that has more when it is chosen."""
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("bringing-in")
    bringing = window.page("bringing-in")
    assert isinstance(bringing, BringingInPage)
    file = tmp_path / "readings.csv"
    file.write_text("Member;Reading\n1;136\n", encoding="utf-8")
    bringing.take(file)
    qtbot.waitUntil(lambda: page.readings.unbooked == 1, timeout=20_000)
    assert window.shell.page_key() == "billing"
    window.go("bringing-in")
    assert bringing.views.currentWidget() is bringing.views.start
    file.write_text(
        "No;Name;Telephone;Connection;Meter no;First reading\n"
        "1;Mwikali;0700123456;household;77;137\n2;Peter;;household;78;x\n",
        encoding="utf-8",
    )
    bringing.take(file)
    qtbot.waitUntil(lambda: bringing.work.rows is not None, timeout=20_000)
    assert bringing.work.draft is not None and bringing.work.draft.kind == "members"
    bringing.views.what.kind_chosen.emit("readings")
    qtbot.waitUntil(lambda: page.readings.unbooked == 2, timeout=20_000)
    assert window.shell.page_key() == "billing"


def test_a_file_without_readings_is_refused_with_a_sentence(
    view: ReadingsView, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name;Telephone\nA;1\n", encoding="utf-8")
    view.take_file(file)
    qtbot.waitUntil(lambda: bool(view.refusal.words()), timeout=20_000)
    assert "column" in view.refusal.words()


def test_readings_that_a_file_brought_in_are_listed_and_cancelled(
    metered: Book, qapp: QApplication, qtbot: QtBot
) -> None:
    line = ReadingLine(connection=1, value=Decimal(136), on=Month.of(date.today()).first)
    with metered.write(Signing(1)) as writing:
        wanted = ReadingsRequest(month=str(Month.of(line.on)), lines=(line,))
        read_meters(writing, wanted, Source("meters.xlsx", "Sheet1", "readings", "hash"))
    sitting = Sitting(window_over(metered, qapp, qtbot), qtbot, metered)
    earlier = sitting.page.views.start.earlier
    (told,) = earlier.table.rows()
    shown = [column.shown(told) for column in earlier.table.rows_model.columns]
    assert shown[:3] == ["meters.xlsx", "1 meter reading", ""]
    earlier.table.choose(told)
    sitting.press(earlier.cancel)
    form = sitting.window.findChild(CancelImport)
    assert form is not None
    QTest.keyClicks(form.fields["reason"].editor, "another month")
    sitting.press(form.do)
    (told,) = earlier.table.rows()
    assert told.void is not None


def test_zones_change_where_the_foot_grows_with_what_is_asked(
    view: ReadingsView, qtbot: QtBot
) -> None:
    """The grid is placed anew while it changes from one line to two with sentences."""
    window = view.window()
    view.show_zone("Hill")
    for line in view.typed.lines_of("Hill"):
        view.take_in(line, TypedReading(value="1"))
    for wide in range(800, 1100, 4):
        window.resize(wide, 768)
        QApplication.processEvents()
        for zone, asked in (("Lake", 0), ("Hill", 2)):
            view.show_zone(zone)
            QApplication.processEvents()
            assert view.typed.counts(zone).asked == asked
