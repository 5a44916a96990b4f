"""Sealed copies for people's keys, and the book that goes to another laptop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book
from imt_desktop.journal.copies.sealing import sealed_to
from imt_desktop.oversight import copies
from imt_desktop.oversight.remembered import recall, remember_leaving
from imt_desktop.settings import places
from imt_desktop.ui.gone import HereAgain
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.copies.keys import KeyFile
from imt_desktop.ui.pages.copies.page import CopiesPage
from imt_desktop.ui.pages.copies.people import AddPerson
from imt_desktop.ui.pages.copies.sealed import OpenForm, SealForm
from imt_desktop.ui.pages.copies.taking_along import TakeAlong
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import CheckBox
from imt_desktop.ui.widgets.segments import Segment
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, none_open, opened, press, said, tick, write


@pytest.fixture
def page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> CopiesPage:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    window.go("copies")
    idle(qtbot, window.desk)
    page = window.page("copies")
    assert isinstance(page, CopiesPage)
    return page


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def plain(words: list[str]) -> str:
    return "\n".join(words).replace("\u200b", "")


def sealing_for_keys(page: CopiesPage, stick: Path, window: MainWindow, qtbot: QtBot) -> SealForm:
    page.seal(stick)
    form = opened(window, SealForm)
    first = form.way.findChildren(Segment)[0]
    qtbot.waitUntil(form.isActiveWindow)
    assert form.focusWidget() is first  # the form begins there, without a press of Tab
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert form.people.isVisible()
    return form


def test_a_copy_is_sealed_for_the_chair_and_opened_with_the_chairs_key(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, tmp_path: Path, book: Book
) -> None:
    form = sealing_for_keys(page, stick, window, qtbot)
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    assert form.fields["people"].error == "Tick for whom the copy is sealed."
    press(form.people.add)
    asked = opened(window, AddPerson)
    QTest.keyClick(asked.do, Qt.Key.Key_Space)
    assert asked.fields["name"].error
    write(asked, name=HOSTILE[0], keys="agenda1")
    QTest.keyClick(asked.do, Qt.Key.Key_Space)
    assert "begins with age1" in plain([asked.fields["keys"].error or ""])
    keys = tmp_path / "chair"
    keys.mkdir()
    asked.make_key(keys)
    assert "secret-key.txt" in plain([asked.made.text()])
    QTest.keyClick(asked.do, Qt.Key.Key_Space)
    qtbot.waitUntil(form.isVisible)
    assert form.people.names() == [HOSTILE[0]]
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.findChildren(SealForm), timeout=60_000)
    assert HOSTILE[0] in plain([page.said.text()])
    names = sorted(path.name for path in stick.iterdir())
    assert len(names) == 2 and names[1] == "verify_book.py"
    sealed = stick / names[0]
    assert sealed_to(sealed) == "keys"
    qtbot.waitUntil(lambda: sealed.name in plain([page.on_stick.text()]))
    assert "Last sealed copy" in page.on_stick.text()
    assert str(stick) in plain([page.on_stick.text()])
    found: list[Path] = []
    page.opened(sealed, found.append)
    opening = opened(window, OpenForm)
    field = opening.fields["key"].editor
    assert isinstance(field, KeyFile)
    QTest.keyClicks(field.edit, str(stick / "verify_book.py"))
    QTest.keyClick(opening.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(opening.fields["key"].error), timeout=60_000)
    field.edit.setText(str(keys / "secret-key.txt"))
    QTest.keyClick(opening.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    assert copies.look(found[0]).book == book.id


def test_no_copy_stays_whose_words_nobody_saw(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path
) -> None:
    (stick / "verify_book.py").mkdir()  # what goes beside the copy cannot be written
    page.seal(stick)
    form = opened(window, SealForm)
    press(form.do)
    qtbot.waitUntil(lambda: "verify_book.py cannot be written" in plain(said(form)), timeout=60_000)
    assert [one.name for one in stick.iterdir()] == ["verify_book.py"]
    form.reject()


def fits(form: AddPerson) -> bool:
    """Whether a form is as high as its parts, which grew since it was opened."""
    layout = form.layout()
    assert layout is not None
    return form.height() == layout.totalHeightForWidth(form.width())


def test_for_somebody_outside_words_about_people_are_left_out(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, tmp_path: Path
) -> None:
    form = sealing_for_keys(page, stick, window, qtbot)
    for name, outside in (("Chair", False), ("County office", True)):
        press(form.people.add)
        asked = opened(window, AddPerson)
        write(asked, name=name)
        asked.make_key(tmp_path)
        qtbot.waitUntil(partial(fits, asked))
        if outside:
            tick(asked, asked.findChildren(CheckBox)[0])
        QTest.keyClick(asked.do, Qt.Key.Key_Space)
        qtbot.waitUntil(form.isVisible)
        assert form.ticked("private") != outside
    assert [one.outside for one in recall(places().config, page.desk.book.id).keys] == [
        False, True,
    ]  # fmt: skip
    form.private.setChecked(True)  # the committee may say otherwise
    assert form.ticked("private")
    form.leave()
    page.seal(stick)
    again = opened(window, SealForm)
    assert again.ticked("private")
    tick(again, again.people.findChildren(CheckBox)[1])
    assert not again.ticked("private")
    again.leave()


def test_whose_keys_are_known_is_remembered_and_can_be_left_out(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, tmp_path: Path
) -> None:
    form = sealing_for_keys(page, stick, window, qtbot)
    for name in ("Chair", "County office"):
        press(form.people.add)
        asked = opened(window, AddPerson)
        write(asked, name=name)
        asked.make_key(tmp_path)
        QTest.keyClick(asked.do, Qt.Key.Key_Space)
        qtbot.waitUntil(form.isVisible)
    assert form.people.names() == ["Chair", "County office"]
    form.leave()
    page.seal(stick)
    again = opened(window, SealForm)
    assert again.way.value() == "keys" and again.people.value() == ()
    tick(again, again.people.findChildren(CheckBox)[1])
    assert again.people.names() == ["County office"]
    again.leave()
    assert [one.name for one in recall(places().config, page.desk.book.id).keys] == [
        "Chair", "County office",
    ]  # fmt: skip


def test_the_book_goes_to_another_laptop_and_this_one_says_so(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, book: Book
) -> None:
    page.take_along(stick)
    form = opened(window, TakeAlong)
    assert "no longer fit together" in plain(said(form))
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.findChildren(TakeAlong), timeout=60_000)
    sheet = opened(window, Sheet)
    words = plain(said(sheet))
    assert "take stick and paper to the other laptop" in words
    sheet.accept()
    assert none_open(window)
    band = window.shell.band_of("left")
    assert band is not None and "went to another laptop" in plain(said(band))
    (sealed,) = stick.iterdir()
    opens = next(line for line in words.splitlines() if len(line.split()) == 5 and line.islower())
    holds = copies.open_sealed(sealed, stick / "there.imt", opens=opens)
    assert holds.book == book.id and "word" not in holds.left_out
    qtbot.waitUntil(lambda: not page.desk.tasks.busy)
    again(band)
    asked = opened(window, HereAgain)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert recall(places().config, book.id).left_on is not None
    again(band)
    QTest.keyClick(opened(window, HereAgain).stayed, Qt.Key.Key_Space)
    assert window.shell.band_of("left") is None
    assert recall(places().config, book.id).left_on is None


def again(band: QWidget) -> None:
    """Say that the book that went away is here again."""
    (button,) = band.findChildren(QAbstractButton)
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_the_book_that_is_here_again_is_brought_from_the_stick(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    remember_leaving(places().config, book.id, page.desk.today)
    window.show_bands()
    window.go("home")
    sealed = stick / "there.age"
    copies.seal(book.path, sealed, opens="bakone tidumi pasofa lirenu kamobe", private=True)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(sealed), ""))
    band = window.shell.band_of("left")
    assert band is not None
    again(band)
    QTest.keyClick(opened(window, HereAgain), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(OpenForm)))
    assert window.shell.page_key() == "copies"
    assert recall(places().config, book.id).left_on is not None
    opened(window, OpenForm).leave()


def test_a_stick_that_is_gone_is_said_and_nothing_is_remembered(
    page: CopiesPage, qtbot: QtBot, window: MainWindow, stick: Path, book: Book
) -> None:
    stick.rmdir()
    page.take_along(stick)
    form = opened(window, TakeAlong)
    QTest.keyClick(form.do, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: form.do.isEnabled(), timeout=60_000)
    assert form.isVisible() and "stick" in plain(said(form))
    assert recall(places().config, book.id).left_on is None
    assert window.shell.band_of("left") is None
    form.leave()
