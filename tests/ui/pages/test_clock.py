"""A clock that cannot be believed: the day is asked, and the work goes on with it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.day_dialog import DayDialog
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Words
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import said

TODAY = date.today()


class Clock:
    """A clock whose battery may be dead."""

    def __init__(self) -> None:
        self.now: datetime | None = None

    def __call__(self) -> datetime:
        return self.now or datetime.now().astimezone()

    def dies(self) -> None:
        self.now = datetime(2020, 1, 1, 8, 0).astimezone()


@pytest.fixture
def clock(book: Book, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    made = Clock()
    monkeypatch.setattr(book, "_clock", made)
    yield made


def begin_count(window: MainWindow, qtbot: QtBot) -> Form:
    QTest.keyClick(window, Qt.Key.Key_F5)
    idle(qtbot, window.desk)
    form = window.findChild(Form)
    assert form is not None
    QTest.keyClicks(form.fields["counted"].editor, "120")
    QTest.keyClicks(form.fields["second"].editor, "Grace")
    QTest.keyClicks(form.fields["explanation"].editor, "nobody knows")
    return form


def asked(window: MainWindow, qtbot: QtBot) -> DayDialog:
    qtbot.waitUntil(lambda: window.day_dialog is not None)
    assert window.day_dialog is not None
    return window.day_dialog


def counts(book: Book) -> list[tuple[str, int]]:
    with book.read() as reading:
        rows = reading.driver.execute("SELECT effective_on, counted FROM cash_count").fetchall()
    return [(str(day), int(counted)) for day, counted in rows]


def test_the_day_is_asked_and_the_same_work_goes_on_with_it(
    window: MainWindow, qtbot: QtBot, book: Book, clock: Clock
) -> None:
    form = begin_count(window, qtbot)
    clock.dies()
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    dialog = asked(window, qtbot)
    assert "2020" in dialog.accessibleDescription()
    assert str(TODAY.year) in dialog.accessibleDescription()
    QTest.keyClicks(dialog.day, TODAY.strftime("%d/%m/%Y"))
    with qtbot.waitSignal(window.desk.changed):
        QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    assert counts(book) == [(TODAY.isoformat(), 12000)]
    band = window.shell.band_of("clock")
    assert band is not None and band.isVisible()
    assert str(TODAY.day) in band.words.text()
    assert window.desk.today == TODAY


def test_it_is_asked_once_a_session(
    window: MainWindow, qtbot: QtBot, book: Book, clock: Clock
) -> None:
    clock.dies()
    window.desk.tasks.say_day(TODAY)
    form = begin_count(window, qtbot)
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    assert window.day_dialog is None
    assert len(counts(book)) == 1


def test_leaving_the_question_books_nothing_and_keeps_what_was_typed(
    window: MainWindow, qtbot: QtBot, book: Book, clock: Clock
) -> None:
    form = begin_count(window, qtbot)
    clock.dies()
    QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    dialog = asked(window, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    idle(qtbot, window.desk)
    assert counts(book) == []
    assert form.isVisible()
    assert form.decimal_of("counted") == 120


@pytest.mark.parametrize("typed", ("", "31/02/2026", "tomorrow"))
def test_what_is_no_day_is_said_beside_the_field(
    window: MainWindow, qtbot: QtBot, clock: Clock, typed: str
) -> None:
    clock.dies()
    window.welcome()
    dialog = asked(window, qtbot)
    QTest.keyClicks(dialog.day, typed)
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.field.error
    dialog.reject()


@pytest.mark.parametrize("days", (-400, 400))
def test_a_day_far_from_the_last_entry_has_to_be_meant(
    window: MainWindow, qtbot: QtBot, clock: Clock, days: int
) -> None:
    clock.dies()
    window.welcome()
    dialog = asked(window, qtbot)
    far = TODAY + timedelta(days=days)
    QTest.keyClicks(dialog.day, far.strftime("%d/%m/%Y"))
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert dialog.field.error
    with qtbot.waitSignal(dialog.said) as said:
        QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert said.args == [far]


def test_what_was_read_for_the_clocks_day_is_read_again_for_the_day_that_was_said(
    window: MainWindow, qtbot: QtBot, clock: Clock
) -> None:
    clock.dies()
    window.desk.changed.emit(NOTHING)
    idle(qtbot, window.desk)
    home = window.page("home")
    assert "2020" in "\n".join(said(home))
    window.welcome()
    dialog = asked(window, qtbot)
    QTest.keyClicks(dialog.day, TODAY.strftime("%d/%m/%Y"))
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    words = "\n".join(said(home))
    assert "2020" not in words and str(TODAY.year) in words


def test_a_right_clock_is_not_asked_about(window: MainWindow, clock: Clock) -> None:
    window.welcome()
    assert window.day_dialog is None
    assert window.shell.band_of("clock") is None


def test_midnight_moves_the_day_on_and_a_mended_clock_is_believed(
    window: MainWindow, clock: Clock
) -> None:
    clock.dies()
    tasks = window.desk.tasks
    tasks.say_day(TODAY)
    assert tasks.today == TODAY and tasks.clock_is_wrong
    assert clock.now is not None
    clock.now += timedelta(days=1)
    assert tasks.today == TODAY + timedelta(days=1)
    clock.now = datetime.now().astimezone() + timedelta(days=3)
    assert tasks.today == TODAY + timedelta(days=3)
    assert not tasks.clock_is_wrong


def test_the_band_goes_when_the_clock_is_mended(
    window: MainWindow, qtbot: QtBot, clock: Clock
) -> None:
    clock.dies()
    window.desk.tasks.say_day(TODAY)
    window.show_bands()
    assert window.shell.band_of("clock") is not None
    clock.now = None
    window.show_bands()
    assert window.shell.band_of("clock") is None


def test_the_sign_in_page_says_the_day_that_was_said(
    window: MainWindow, qtbot: QtBot, clock: Clock
) -> None:
    clock.dies()
    window.rebuild()
    window.welcome()
    dialog = asked(window, qtbot)
    QTest.keyClicks(dialog.day, TODAY.strftime("%d/%m/%Y"))
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    idle(qtbot, window.desk)
    shown = [one.words() for one in window.sign_in.findChildren(Words)]
    assert window.desk.tr.weekday(TODAY) in shown
