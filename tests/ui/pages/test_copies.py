"""Copies on a real book: made and checked, compared, brought back, and the book checked itself."""

import os
import re
import sqlite3
import sys
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.app import Program, build
from imt_desktop.journal import Book, BookRestored, Signing
from imt_desktop.journal.anchor import code_of, in_fours
from imt_desktop.journal.copies.backups import backups, folder_of
from imt_desktop.journal.problems import Problem, Verdict
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import payments
from imt_desktop.ledger.register import members
from imt_desktop.oversight.practice import practice
from imt_desktop.oversight.unsealed import Unsealed
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.settings import Places
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import open_or_read
from imt_desktop.ui.pages.copies.bringing_back import BringingBack
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.copies.sealed import OpenForm, SealForm
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import ConfirmDialog, Dialog
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import none_open, opened, press, said, write


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CopiesPage:
    return go(window, qtbot)


def go(window: MainWindow, qtbot: QtBot) -> CopiesPage:
    window.go("copies")
    idle(qtbot, window.desk)
    page = window.page("copies")
    assert isinstance(page, CopiesPage)
    return page


def make(page: CopiesPage, qtbot: QtBot) -> Path:
    press(page.make)
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    idle(qtbot, page.desk)
    book = page.desk.book
    return backups(folder_of(book.path, book.id))[0].path


def pay(book: Book, amount: int = 450) -> None:
    line = payments.PaymentLine(member="1", amount=Decimal(amount))
    with book.write(Signing(1)) as writing:
        payments.receive(writing, payments.PaymentRequest(lines=(line,)))


def test_a_copy_is_made_shown_and_said_on_home(page: CopiesPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("home")
    idle(qtbot, page.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    assert home.trust.file.line.text() == "No copy of it yet"
    window.go("copies")
    assert page.state.state.words == "There is no copy yet"
    copy = make(page, qtbot)
    assert copy.exists()
    assert page.list.row().path == copy
    assert copy.name in page.said.text()
    assert "every entry follows" in page.said.text()
    assert page.state.state.words.startswith("Last copy: ")
    make(page, qtbot)
    assert "every entry already" in page.said.text()
    window.go("home")
    idle(qtbot, page.desk)
    assert home.trust.file.line.text().startswith("Last copy: ")


def test_a_copy_is_made_on_a_stick(page: CopiesPage, qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page.back_up(stick)
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    assert len(list(stick.glob("*.imt"))) == 1
    assert "stick" in page.said.text().replace("\u200b", "")


def test_a_stick_that_is_none_is_said(page: CopiesPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"a file, no folder")
    page.back_up(tmp_path / "stick")
    qtbot.waitUntil(page.refusal.isVisible)
    assert page.make.isEnabled()
    assert page.refusal.words()


def test_a_copy_is_compared(page: CopiesPage, qtbot: QtBot, book: Book) -> None:
    copy = make(page, qtbot)
    pay(book)
    with book.read() as reading:
        who = members(reading)[0].name
    page.compare_with(copy)
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    sheet = opened(page.window(), Sheet)  # type: ignore[arg-type]
    words = "\n".join(said(sheet))
    assert "This book goes on where the copy ends: it has 1 entry more." in words
    assert "Only in this book" in words
    assert "paid KSh\N{NO-BREAK SPACE}450, receipt 1." in words and who in words
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert none_open(page.window())  # type: ignore[arg-type]


def test_what_is_no_copy_is_said_and_nothing_opens(
    page: CopiesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    strange = tmp_path / "<b>holiday.imt"
    strange.write_bytes(b"no book")
    page.bring_back(strange)
    qtbot.waitUntil(page.refusal.isVisible)
    assert "is not a book of this program" in page.refusal.words()
    assert none_open(page.window())  # type: ignore[arg-type]


def test_the_book_is_checked_and_tampering_is_said(
    page: CopiesPage, qtbot: QtBot, book: Book
) -> None:
    press(page.whole.check)
    qtbot.waitUntil(lambda: page.whole.verdict.state.tone == "ok", timeout=60_000)
    assert "nothing was changed" in page.whole.verdict.state.words
    assert not page.whole.mend.isVisible()
    change(book.path, "UPDATE word SET text = 'somebody else'")
    press(page.whole.check)
    qtbot.waitUntil(lambda: page.whole.verdict.state.tone == "bad", timeout=60_000)
    assert "newest copy" in page.whole.problems.text()
    assert not page.whole.mend.isVisible()


def test_entries_whose_photos_a_copy_came_without_are_named_and_nothing_was_changed(
    page: CopiesPage, window: MainWindow
) -> None:
    window.desk.verification.checked.emit(Verdict(9, "ab", (), not_there=(3, 7)))
    assert page.whole.verdict.state.tone == "ok"
    assert page.whole.problems.isVisible() and "3, 7" in page.whole.problems.text()


def test_photos_that_were_taken_away_are_told_from_what_was_changed(
    page: CopiesPage, window: MainWindow
) -> None:
    gone = Problem("file-missing", seq=7, table="file", row="ab")
    window.desk.verification.checked.emit(Verdict(9, "ab", (gone,)))
    assert page.whole.verdict.state.tone == "bad"
    assert "are not there: 7. What the entries say was not changed" in page.whole.problems.text()
    changed = Problem("file-changed", seq=7, table="file", row="ab")
    window.desk.verification.checked.emit(Verdict(9, "ab", (gone, changed)))
    assert "not there" not in page.whole.problems.text()


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open is not deleted")
def test_what_a_deleted_book_held_is_saved_before_the_window_closes(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    book.path.unlink()
    window.close()
    qtbot.waitUntil(lambda: not none_open(window), timeout=30_000)
    saved = backups(folder_of(book.path, book.id))[0]
    asked = opened(window, ConfirmDialog)
    assert saved.said.reason == "gone" and saved.path.name in " ".join(said(asked))
    press(asked.do)
    qtbot.waitUntil(lambda: not window.isVisible())


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as hands, hands:
        hands.execute(sql)


def test_what_was_worked_out_is_worked_out_again(
    page: CopiesPage, qtbot: QtBot, book: Book
) -> None:
    change(book.path, "UPDATE member SET owed = owed + 1 WHERE id = 1")
    press(page.whole.check)
    qtbot.waitUntil(lambda: page.whole.verdict.state.tone == "bad", timeout=60_000)
    assert "newest copy" not in page.whole.problems.text()
    press(page.whole.mend)
    qtbot.waitUntil(lambda: page.whole.verdict.state.tone == "ok", timeout=60_000)
    assert not page.whole.mend.isVisible()
    pay(book)  # the book goes on
    assert verify(book.path, ROOMS).problems == ()


def test_the_book_is_checked_when_it_is_opened(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Book
) -> None:
    program, page = begun(qapp, qtbot, tmp_path, book)
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: page.whole.verdict.state.tone == "ok", timeout=60_000)
    assert window.shell.band_of("checked") is None
    with closing(sqlite3.connect(book.path)) as hands, hands:
        hands.execute("UPDATE member SET owed = owed + 1 WHERE id = 1")
    program.show_book(open_or_read(book.path))
    again = program.window
    assert isinstance(again, MainWindow) and again is not window
    qtbot.waitUntil(lambda: again.shell.band_of("checked") is not None, timeout=60_000)
    band = again.shell.band_of("checked")
    assert band is not None and "1 place in the book is not as it was written" in band.words.text()
    QTest.keyClick(again.sign_in.cards[0], Qt.Key.Key_Return)
    assert "worked out again" in go(again, qtbot).whole.problems.text()
    again.close()


def begun(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Book
) -> tuple[Program, CopiesPage]:
    """The whole program over the book, since bringing back opens it anew."""
    book.close()
    program = build(qapp, Places(tmp_path / "books", tmp_path / "config"))
    program.show_book(open_or_read(book.path))
    window = program.window
    assert isinstance(window, MainWindow)
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window.sign_in.cards[0], Qt.Key.Key_Return)
    return program, go(window, qtbot)


def test_a_book_is_brought_back_and_what_it_was_is_kept(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Book
) -> None:
    program, page = begun(qapp, qtbot, tmp_path, book)
    pay(page.desk.book, 450)
    pay(page.desk.book, 450)
    copy, before = make(page, qtbot), page.window()
    pay(page.desk.book, 450)
    pay(page.desk.book, 50)
    page.bring_back(copy)
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    form = opened(page.window(), BringingBack)  # type: ignore[arg-type]
    words = "\n".join(said(form))
    assert "Nothing is overwritten" in words
    assert words.count("receipt") >= 2
    holds = form.found.holds
    assert in_fours(code_of(bytes.fromhex(holds.head), holds.book)) in words
    write(form, last_receipt="seven")
    press(form.do)
    assert form.fields["last_receipt"].error
    write(form, last_receipt="1")
    press(form.do)  # the copy itself has more: said beside the field, and the book stays open
    assert "The copy itself has receipt" in (form.fields["last_receipt"].error or "")
    assert form.isVisible()
    write(form, last_receipt="7")
    press(form.do)
    qtbot.waitUntil(lambda: program.window is not before)
    window = program.window
    assert isinstance(window, MainWindow)
    idle(qtbot, window.desk)
    told = "\n".join(said(window))
    assert "The book is back" in told
    assert "2 entries were left behind" in told
    asked = next(
        one for one in window.findChildren(Dialog) if "The book is back" in " ".join(said(one))
    )
    leave = [one.text() for one in asked.findChildren(QAbstractButton)]
    assert leave == ["Go on"]  # no word as if it could be undone
    with window.desk.book.read() as reading:
        entry = reading.recorded(reading.head().seq).entry
    assert isinstance(entry, BookRestored)
    assert entry.last_receipt == 7
    kept = list(book.path.parent.glob("* replaced *.imt"))
    assert len(kept) == 1
    was = Book.open(kept[0], ROOMS, writable=False)
    with was.read() as reading:
        assert reading.head().seq == entry.left.last  # type: ignore[union-attr]
    was.close()
    for one in window.findChildren(Sheet):
        one.close()
    window.close()


@pytest.mark.parametrize("size", ((1024, 768), (800, 600)))
def test_the_question_is_in_sight_above_what_is_left_behind(
    window: MainWindow, page: CopiesPage, qtbot: QtBot, book: Book, size: tuple[int, int]
) -> None:
    window.resize(*size)
    copy = make(page, qtbot)
    for amount in range(1, 81):
        pay(book, amount)
    page.bring_back(copy)
    qtbot.waitUntil(lambda: bool(window.findChildren(BringingBack)), timeout=30_000)
    form = opened(window, BringingBack)
    field = form.fields["last_receipt"]
    assert len(form.found.ours.told) == 80 and field.editor.hasFocus()
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())
    form.reject()


def test_a_copy_that_goes_wrong_leaves_the_book_open_as_it_was(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Book
) -> None:
    program, page = begun(qapp, qtbot, tmp_path, book)
    copy, before = make(page, qtbot), page.window()
    pay(page.desk.book)
    page.bring_back(copy)
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    form = opened(page.window(), BringingBack)  # type: ignore[arg-type]
    copy.write_bytes(copy.read_bytes()[:5000])  # the stick was pulled out half-way
    press(form.do)
    qtbot.waitUntil(lambda: program.window is not before)
    window = program.window
    assert isinstance(window, MainWindow)
    idle(qtbot, window.desk)
    assert "damaged" in "\n".join(said(window))
    assert window.desk.book.writable
    assert not list(book.path.parent.glob("* replaced *.imt"))
    window.close()


def test_a_copy_is_made_when_the_program_ends(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, book: Book
) -> None:
    program, page = begun(qapp, qtbot, tmp_path, book)
    window = page.window()
    window.close()
    program.back_up()
    (made,) = backups(folder_of(book.path, book.id))
    assert made.said.reason == "closing"


def test_a_practice_book_has_its_copies_too(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """The page of copies says so, and people learn there how one is brought back."""
    book = practice(tmp_path / "Practice.imt", members_=4, months=2, seed=1, today=date.today())
    program, page = begun(qapp, qtbot, tmp_path, book)
    window = page.window()
    assert isinstance(window, MainWindow)
    window.reminders.timer.timeout.emit()
    idle(qtbot, window.desk)
    assert "Last copy: " in home_line(window, qtbot)
    pay(window.desk.book)
    window.close()
    program.back_up()
    made = backups(folder_of(book.path, book.id))
    assert [one.said.reason for one in made] == ["closing", "daily"]


def home_line(window: MainWindow, qtbot: QtBot) -> str:
    """What Home says of the copies."""
    window.go("home")
    idle(qtbot, window.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    return home.trust.file.line.text()


def test_a_sealed_copy_opens_with_its_words_and_no_others(
    page: CopiesPage,
    qtbot: QtBot,
    tmp_path: Path,
    book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    window, stick = page.window(), tmp_path / "stick"
    assert isinstance(window, MainWindow)
    stick.mkdir()
    make(page, qtbot)
    assert home_line(window, qtbot).endswith("A copy for the stick is due.")
    window.go("copies")
    page.seal(stick)
    press(opened(window, SealForm).do)
    qtbot.waitUntil(lambda: not window.findChildren(SealForm), timeout=60_000)
    (sealed,) = stick.glob("*.age")
    assert b"Kiboko" not in sealed.read_bytes()
    sheet = opened(window, Sheet)
    plain = [line.replace("\u200b", "") for line in said(sheet)]
    words = next(line for line in plain if re.fullmatch("[a-z]{6}( [a-z]{6}){4}", line))
    sheet.accept()
    assert not home_line(window, qtbot).endswith("is due.")
    window.go("copies")
    found: list[Path] = []
    page.opened(sealed, found.append)
    form = opened(window, OpenForm)
    write(form, words="no such words")
    press(form.do)
    qtbot.waitUntil(lambda: bool(form.fields["words"].error), timeout=60_000)
    write(form, words=words)
    press(form.do)
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    again = Book.open(found[0], ROOMS, writable=False)
    assert again.id == book.id
    again.close()
    assert found[0].parent != book.path.parent
    assert not list(book.path.parent.glob("*opened*"))
    page.compare_with(found[0])
    qtbot.waitUntil(lambda: not found[0].parent.exists(), timeout=60_000)
    opened(window, Sheet).accept()
    unsealed(page, qtbot, sealed, words)
    form = opened(window, BringingBack)
    place = form.found.holds.path
    assert place.exists()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not place.parent.exists()


def unsealed(page: CopiesPage, qtbot: QtBot, sealed: Path, words: str) -> None:
    """Open a sealed copy to bring the book back from it."""
    page.opened(sealed, page.bring_back)
    window = page.window()
    assert isinstance(window, MainWindow)
    form = opened(window, OpenForm)
    write(form, words=words)
    press(form.do)
    qtbot.waitUntil(lambda: bool(window.findChildren(BringingBack)), timeout=60_000)


def test_a_look_that_was_cut_off_leaves_nothing_for_long(tmp_path: Path) -> None:
    place = Unsealed(tmp_path / "our.age")
    place.path.write_bytes(b"a book")
    folder = place.path.parent
    place.forget.detach()  # as where the power went
    Unsealed(tmp_path / "our.age").forget()
    assert folder.exists()  # another run may look at it just now
    os.utime(folder, (0, 0))
    Unsealed(tmp_path / "our.age").forget()
    assert not folder.exists()
    kept = Unsealed(tmp_path / "our.age")
    where = kept.path.parent
    assert where.exists() and (os.name == "nt" or where.stat().st_mode & 0o077 == 0)
    del kept
    assert not where.exists()
