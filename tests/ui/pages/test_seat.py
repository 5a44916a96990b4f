"""Who sits at the computer and may not book is told so before typing, and not at saving."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import OfficerRequest, name_officer
from imt_desktop.committee.queries import Officer, officers
from imt_desktop.journal import Signing
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.receive.page import ReceivePage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, none_open, opened, said


def named(window: MainWindow, post: str, name: str = "Zawadi Oduor") -> Officer:
    with window.desk.book.write(Signing(1)) as book:
        name_officer(book, OfficerRequest(name=name, post=post))
        return officers(book)[-1]


def form(window: MainWindow, qtbot: QtBot, page: str, what: object) -> Form:
    window.go(page, what)
    idle(qtbot, window.desk)
    return opened(window, Form)


def test_an_auditor_is_told_before_typing_and_writes_complaints_down(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.sit(named(window, "auditor"))
    shut = form(window, qtbot, "money", "out")
    sentence = "Zawadi Oduor (auditor) reads the book and cannot book this."
    assert sentence in [one.replace("Auditor", "auditor") for one in said(shut)]
    assert not shut.do.isEnabled() and not shut.fields["amount"].editor.isEnabled()
    with window.desk.book.read() as book:
        before = book.head().seq
    QTest.keyClick(shut, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shut, Qt.Key.Key_Escape)
    assert none_open(window)
    with window.desk.book.read() as book:
        assert book.head().seq == before
    complaint = form(window, qtbot, "complaints", "new")
    assert complaint.do.isEnabled() and complaint.fields["words"].editor.isEnabled()


def test_a_facilitator_sets_up_and_books_no_money(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.sit(named(window, "facilitator"))
    joining = form(window, qtbot, "members", "new")
    assert joining.do.isEnabled()
    joining.leave()
    assert not form(window, qtbot, "money", "in").do.isEnabled()


def test_what_books_at_once_is_shut_until_an_officer_sits_down(
    window: MainWindow, qtbot: QtBot
) -> None:
    with window.desk.book.read() as book:
        treasurer = officers(book)[0]
    window.go("receive")
    page = window.page("receive")
    assert isinstance(page, ReceivePage)
    save = page.paying.save
    window.desk.sit(named(window, "operator"))
    assert not save.isEnabled() and "cannot book" in save.toolTip()
    save.setEnabled(True)
    assert not save.isEnabled(), "whatever the page thinks of it"
    window.desk.sit(treasurer)
    assert save.isEnabled() and not save.toolTip()


def test_a_band_says_what_whoever_sits_here_may_do(window: MainWindow, qtbot: QtBot) -> None:
    with window.desk.book.read() as book:
        treasurer = officers(book)[0]
    for post, words in (
        ("auditor", "only complaints"), ("facilitator", "sets the book up"),
        ("operator", "books nothing"),
    ):  # fmt: skip
        window.desk.sit(named(window, post, HOSTILE[2]))
        band = window.shell.band_of("seat")
        assert band is not None and words in band.words.words()
        assert len(band.words.words()) < 200
    window.desk.sit(treasurer)
    assert window.shell.band_of("seat") is None
