"""The start window: three ways to begin, the books opened before, and a sentence for each bad one."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.i18n import Translator
from imt_desktop.money import Currency
from imt_desktop.oversight.practice import NAME
from imt_desktop.oversight.whole import found
from imt_desktop.settings import Places, RecentBook, Settings, load, save
from imt_desktop.ui.help import HELP
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import Opened
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import Words


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Kiboko.imt"
    wanted = CommitteeRequest(name="Kiboko", first_month="2026-01", languages=("en",))
    found(path, wanted, "KE", Currency("KES")).close()
    return path


def shown(qtbot: QtBot, tmp_path: Path, recent: tuple[RecentBook, ...] = ()) -> StartWindow:
    made = StartWindow(Translator("en"), tmp_path / "books", None, recent)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def begun(qapp: QApplication, folder: Path) -> Program:
    program = build(qapp, Places(folder / "books", folder / "config"))
    program.start()
    return program


def test_without_any_book_the_three_ways_are_offered(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = begun(qapp, tmp_path)
    start = program.window
    assert isinstance(start, StartWindow)
    qtbot.addWidget(start)
    for button in (start.set_up, start.open_one, start.practise):
        assert button.isVisible() and button.isEnabled()
    assert not start.recent.isVisible()
    assert start.focusWidget() is start.set_up
    assert not (tmp_path / "books").exists()


def test_the_window_is_never_larger_than_the_screen(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = begun(qapp, tmp_path)
    start = program.window
    assert start is not None
    qtbot.addWidget(start)
    room = start.screen().availableSize()
    assert room.width() < 1366, "this screen is too wide for the test to say anything"
    assert start.width() <= room.width() and start.height() <= room.height()


@pytest.mark.parametrize("page", ["start", "setting-up", "arriving"])
def test_f1_helps_before_any_book_is_open(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    start = shown(qtbot, tmp_path)
    if page == "setting-up":
        start.begin()
    elif page == "arriving":
        start.bring_back(None)
    before = start.focusWidget()
    QTest.keyClick(start, Qt.Key.Key_F1)
    assert start.help is not None
    words = [label.text() for label in start.help.findChildren(Words)]
    assert HELP[page].purpose in words
    QTest.keyClick(start.focusWidget(), Qt.Key.Key_Escape)
    assert start.help is None
    assert start.asks == (page == "setting-up")  # Esc closed the help, not the questions
    assert start.focusWidget() is before
    QTest.keyClick(start, Qt.Key.Key_F1)
    QTest.keyClick(start, Qt.Key.Key_F1)
    assert start.help is None


def test_enter_sets_up_and_leaving_brings_back(qtbot: QtBot, tmp_path: Path) -> None:
    start = shown(qtbot, tmp_path)
    QTest.keyClick(start.set_up, Qt.Key.Key_Return)
    assert start.asks
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert not start.asks
    assert start.focusWidget() is start.set_up


def test_a_book_opened_before_is_one_enter_away(qtbot: QtBot, tmp_path: Path, book: Path) -> None:
    start = shown(qtbot, tmp_path, (RecentBook(str(book), "Kiboko"),))
    assert start.focusWidget() is start.recent.list
    with qtbot.waitSignal(start.opened) as heard:
        QTest.keyClick(start.recent.list, Qt.Key.Key_Return)
    opened = heard.args[0]
    assert isinstance(opened, Opened) and opened.book.path == book
    opened.book.close()


def test_a_click_opens_it_too(qtbot: QtBot, tmp_path: Path, book: Path) -> None:
    start = shown(qtbot, tmp_path, (RecentBook(str(book), "Kiboko"),))
    view = start.recent.list
    where = view.visualRect(view.rows_model.index(0, 0)).center()
    with qtbot.waitSignal(start.opened) as heard:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    heard.args[0].book.close()


def cut_off(book: Path) -> None:
    book.write_bytes(book.read_bytes()[: book.stat().st_size // 2])


def another_programs(book: Path) -> None:
    book.unlink()
    with closing(sqlite3.connect(book)) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
        database.commit()


def no_database(book: Path) -> None:
    book.write_bytes(b"MZ this is a program\0" * 200)


def from_tomorrow(book: Path) -> None:
    with closing(sqlite3.connect(book)) as database:
        database.execute("PRAGMA user_version = 999")
        database.commit()
        database.execute("PRAGMA journal_mode = DELETE")


@pytest.mark.parametrize(
    ("spoil", "words"),
    (
        (cut_off, "damaged"),
        (another_programs, "not a book of this program"),
        (no_database, "not a book of this program"),
        (from_tomorrow, "newer version"),
    ),
)
def test_a_bad_book_is_named_in_a_sentence_and_left_as_it_is(
    qtbot: QtBot, tmp_path: Path, book: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(book)
    before = book.read_bytes()
    start = shown(qtbot, tmp_path)
    start.open_path(book)
    qtbot.waitUntil(lambda: not start.jobs.busy)
    assert words in start.mistake.words() and start.mistake.isVisible()
    assert book.read_bytes() == before
    assert start.set_up.isEnabled() and start.open_one.isEnabled()
    assert start.focusWidget() is (start.open_one if start.rescue.isHidden() else start.rescue)


def test_the_last_book_was_deleted(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    places = Places(tmp_path / "books", tmp_path / "config")
    gone = tmp_path / "gone.imt"
    save(places, Settings().with_book(str(gone), "Gone Committee"))
    program = build(qapp, places)
    program.start()
    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow))
    start = program.window
    assert isinstance(start, StartWindow)
    qtbot.addWidget(start)
    assert str(gone) in start.mistake.words()
    assert start.recent.isVisible()
    line = start.recent.list.rows_model.line(0)
    assert line.state is not None and line.name == "Gone Committee"


def test_a_book_that_was_only_just_founded_is_no_crash(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    """The program was stopped between founding and the committee's name."""
    from imt_desktop.journal import Book, BookFounded
    from imt_desktop.oversight.whole import ROOMS

    half = tmp_path / "half.imt"
    founding = BookFounded(currency="KES", decimals=2, country="KE", practice=False)
    Book.create(half, ROOMS, founding).close()
    places = Places(tmp_path / "books", tmp_path / "config")
    save(places, Settings().with_book(str(half), "Half"))
    program = build(qapp, places)
    program.start()
    qtbot.waitUntil(lambda: isinstance(program.window, StartWindow))
    start = program.window
    assert isinstance(start, StartWindow)
    qtbot.addWidget(start)
    assert start.mistake.isVisible()


def test_practising_makes_a_book_once_and_opens_it_again(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = begun(qapp, tmp_path)
    start = program.window
    assert isinstance(start, StartWindow)
    QTest.mouseClick(start.practise, Qt.MouseButton.LeftButton)
    assert start.working.isVisible() and not start.set_up.isEnabled()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=30_000)
    window = program.window
    assert isinstance(window, MainWindow)
    made = tmp_path / "books" / "Practice.imt"
    assert made.exists()
    assert window.desk.committee.name == NAME and window.shell.band.isVisibleTo(window.shell)
    with window.desk.book.read() as reading:
        entries = reading.head().seq
    window.close()

    save(Places(tmp_path / "books", tmp_path / "config"), Settings())
    again = begun(qapp, tmp_path)
    second = again.window
    assert isinstance(second, StartWindow)
    QTest.mouseClick(second.practise, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(again.window, MainWindow), timeout=30_000)
    assert isinstance(again.window, MainWindow)
    with again.window.desk.book.read() as reading:
        assert reading.head().seq == entries

    # Nobody is caught in a book: another one can be opened from the choice of officers.
    assert again.window.sign_in.another.isVisible()
    QTest.keyClick(again.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(again.window, StartWindow))
    third = again.window
    assert isinstance(third, StartWindow) and third.recent.isVisible()
    with qtbot.waitSignal(third.opened):  # the book was closed, so that it can be opened once more
        QTest.keyClick(third.recent.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(again.window, MainWindow))
    assert isinstance(again.window, MainWindow)
    qtbot.addWidget(again.window)
    assert again.window.desk.read_only is None
    again.window.close()


def test_a_draft_translation_is_said_beside_the_choice_of_language(
    qtbot: QtBot, tmp_path: Path
) -> None:
    start = shown(qtbot, tmp_path)
    assert not start.language.says_draft
    start.language.set_value("sw")
    assert start.language.says_draft
    start.language.set_value("en")
    assert not start.language.says_draft


def test_after_a_bad_book_of_the_list_the_focus_is_on_the_list(
    qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    from_tomorrow(book)
    start = shown(qtbot, tmp_path, (RecentBook(str(book), "Kiboko"),))
    QTest.keyClick(start.recent.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not start.jobs.busy)
    assert start.mistake.isVisible()
    assert start.focusWidget() is start.recent.list


def test_after_another_language_the_focus_is_on_the_languages(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    places = Places(tmp_path / "books", tmp_path / "config")
    save(places, Settings(recent=(RecentBook(str(book), "Kiboko"),)))
    program = build(qapp, places)
    program.start()
    first = program.window
    assert isinstance(first, StartWindow)
    first.language.chosen.emit("sw")
    qtbot.waitUntil(lambda: program.window is not first)
    second = program.window
    assert isinstance(second, StartWindow)
    qtbot.addWidget(second)
    assert second.focusWidget() is second.language.box


def test_another_language_keeps_what_the_wizard_was_told(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program = begun(qapp, tmp_path)
    first = program.window
    assert isinstance(first, StartWindow)
    first.begin()
    name = first.wizard.fields["name"].editor
    QTest.keyClicks(name, "Kiboko")
    QTest.mouseClick(first.wizard.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(first.wizard.officers.more, Qt.MouseButton.LeftButton)
    QTest.keyClicks(first.wizard.fields["officer4"].editor, "Rose")
    first.wizard.spoken.emit("es")
    qtbot.waitUntil(lambda: program.window is not first)
    second = program.window
    assert isinstance(second, StartWindow)
    qtbot.addWidget(second)
    assert second.asks and second.wizard.at == 2
    assert second.wizard.committee.text("name") == "Kiboko"
    assert second.wizard.officers.text("officer4") == "Rose"
    assert program.translator.code == "es"
    assert second.wizard.committee.large.value() == "es"  # nobody had chosen another one


def test_the_newest_book_is_remembered_first_and_only_once(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Path
) -> None:
    other = tmp_path / "other.imt"
    shutil.copy(book, other)
    places = Places(tmp_path / "books", tmp_path / "config")
    settings = Settings()
    for path in (book, other, book):
        settings = settings.with_book(str(path), "Kiboko")
    save(places, settings)
    assert [one.path for one in load(places).recent] == [str(book), str(other)]
    for n in range(20):
        settings = settings.with_book(f"{n}.imt", "")
    assert len(settings.recent) == 6
