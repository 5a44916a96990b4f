"""Who is using the computer: a plain choice, and every entry carries the name, unsigned."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.committee.describing import OfficerLeftRequest, end_term
from imt_desktop.journal import Book
from imt_desktop.oversight.practice import practice
from imt_desktop.settings import Places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.help import HELP
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import Opened, open_or_read
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets.job_button import JobButton
from imt_desktop.ui.widgets.words import Words
from tests.ui.pages.conftest import idle

SETTINGS = Changes(settings=True)


def opened(
    qapp: QApplication, qtbot: QtBot, folder: Path, was: Opened | None = None
) -> tuple[Program, MainWindow]:
    path = folder / "practice.imt"
    if not path.exists():
        practice(path, members_=3, months=1, seed=1, today=date.today()).close()
    program = build(qapp, Places(folder / "books", folder / "config"))
    program.show_book(was or open_or_read(path))
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    idle(qtbot, window.desk)
    return program, window


def count_cash(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    idle(qtbot, window.desk)
    form = window.findChildren(Form)[-1]
    QTest.keyClicks(form.fields["counted"].editor, "1")
    QTest.keyClicks(form.fields["second"].editor, "Grace")
    QTest.keyClicks(form.fields["explanation"].editor, "nobody knows")
    with qtbot.waitSignal(window.desk.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    idle(qtbot, window.desk)


def last_hand(book: Book) -> tuple[int | None, str]:
    with book.read() as reading:
        envelope = reading.recorded(reading.head().seq).envelope
    return envelope.responsible, envelope.signature


def test_who_opens_a_book_of_several_officers_is_asked(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    _program, window = opened(qapp, qtbot, tmp_path)
    assert window.sign_in.isVisible() and not window.shell.isVisible()
    assert not window.sign_in.leave.isVisible()
    assert window.sign_in.cards[0].choice.words == "Grace Example"
    assert window.sign_in.cards[0].isChecked()
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert window.shell.page_key() == "home"

    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Right)
    assert window.sign_in.cards[1].isChecked()
    QTest.keyClick(window.sign_in.cards[1], Qt.Key.Key_Return)
    assert window.shell.isVisible()
    count_cash(window, qtbot)
    assert last_hand(window.desk.book) == (2, "unsigned")
    window.close()


def test_a_clock_set_back_before_all_terms_does_not_open_the_book_to_nobody(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "practice.imt"
    practice(made, members_=3, months=1, seed=1, today=date.today()).close()
    was = open_or_read(made)
    monkeypatch.setattr(was.book, "_clock", lambda: datetime(2020, 1, 1, 8, 0).astimezone())
    _program, window = opened(qapp, qtbot, tmp_path, was)
    assert window.sign_in.isVisible() and not window.shell.isVisible()
    assert window.sign_in.cards[0].choice.words == "Grace Example"
    assert window.day_dialog is not None
    window.day_dialog.reject()
    window.close()


def test_the_officer_block_lets_another_take_the_seat(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program, window = opened(qapp, qtbot, tmp_path)
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Return)
    block = window.shell.sidebar.officer.officer
    assert "Grace Example" in block.accessibleName()
    assert isinstance(window.focusWidget(), JobButton)
    block.setFocus()
    QTest.keyClick(block, Qt.Key.Key_Space)
    idle(qtbot, window.desk)
    assert window.sign_in.isVisible() and window.sign_in.leave.isVisible()
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_3)
    assert window.sign_in.cards[2].isChecked()
    QTest.keyClick(window.sign_in.cards[2], Qt.Key.Key_Return)
    assert "Peter Lesson" in block.accessibleName()
    count_cash(window, qtbot)
    assert last_hand(window.desk.book) == (3, "unsigned")
    assert program.settings.officer == 3
    window.close()

    _again, later = opened(qapp, qtbot, tmp_path)
    assert later.sign_in.cards[2].isChecked()
    later.close()


def test_leaving_changes_nothing(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    _program, window = opened(qapp, qtbot, tmp_path)
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Return)
    window.ask_who()
    idle(qtbot, window.desk)
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Down)
    QTest.keyClick(window.sign_in, Qt.Key.Key_Escape)
    assert window.shell.isVisible()
    assert window.desk.officer is not None and window.desk.officer.id == 1
    window.close()


def test_home_greets_who_sits_there(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("home")
    assert "Amina" in page.accessibleName()
    window.ask_who()
    idle(qtbot, window.desk)
    QTest.mouseDClick(window.sign_in.cards[1], Qt.MouseButton.LeftButton)
    assert window.shell.isVisible()
    assert "Joseph" in page.accessibleName()


def test_who_gave_up_the_post_leaves_the_seat(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    desk.write(
        lambda book: end_term(book, OfficerLeftRequest(officer="1")), lambda _: None, SETTINGS
    )
    qtbot.waitUntil(lambda: desk.officer is not None and desk.officer.id == 2)
    assert "Joseph Mutua" in window.shell.sidebar.officer.officer.accessibleName()


def test_where_nobody_is_named_the_block_leads_to_the_officers(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    for officer in ("1", "2"):
        desk.write(
            lambda book, who=officer: end_term(book, OfficerLeftRequest(officer=who)),
            lambda _: None,
            SETTINGS,
        )
    qtbot.waitUntil(lambda: desk.officer is None and not desk.tasks.busy)
    assert desk.tasks.who.responsible is None
    QTest.mouseClick(window.shell.sidebar.officer.officer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.shell.page_key() == "settings")


def test_another_language_is_chosen_before_one_sits_down(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    program, window = opened(qapp, qtbot, tmp_path)
    assert not window.sign_in.language.says_draft
    QTest.mouseClick(window.sign_in.cards[1], Qt.MouseButton.LeftButton)
    window.sign_in.language.chosen.emit("es")
    qtbot.waitUntil(lambda: window.sign_in.language.value() == "es")
    qtbot.waitUntil(window.sign_in.isVisible)
    assert window.sign_in.language.says_draft
    assert window.sign_in.cards[1].isChecked()  # who was chosen still is
    assert not window.sign_in.leave.isVisible()  # and nobody slips in
    assert program.settings.language == "es"
    idle(qtbot, window.desk)
    window.close()


def test_f1_says_what_is_asked_here_and_takes_nobody(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    _program, window = opened(qapp, qtbot, tmp_path)
    window.ask_who()
    idle(qtbot, window.desk)
    front = window.sign_in
    qtbot.waitUntil(front.isVisible)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert front.help is not None
    words = [label.text() for label in front.help.findChildren(Words)]
    assert HELP["signing-in"].purpose in words
    QTest.keyClick(front.help, Qt.Key.Key_Return)
    assert front.isVisible(), "Enter reads and takes nobody"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert front.help is None
    QTest.keyClick(window, Qt.Key.Key_F1)
    QTest.keyClick(front.help, Qt.Key.Key_Escape)
    assert front.help is None and front.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F1)
    front.chosen.emit(front.cards[0].choice.value)
    qtbot.waitUntil(lambda: not front.isVisible())
    assert front.help is None
    idle(qtbot, window.desk)
