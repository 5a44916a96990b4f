"""A real book in a folder of its own, and a window over it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.committee.describing import CommitteeRequest, DecisionRequest, OfficerRequest
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.copies.leaving_out import NEVER_FOR_OTHERS, leave_out
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.ledger import billing, members
from imt_desktop.ledger.billing import BillEveryoneRequest
from imt_desktop.ledger.members import AdultLine, JoinRequest, MemberLine
from imt_desktop.ledger.tariffs import FeeLine
from imt_desktop.money import Currency
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.period import Month
from imt_desktop.settings import Settings
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.founding import Answers, set_up
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.theme import apply
from tests.builders import Desk as Hand
from tests.builders import book_in
from tests.officers import committee_in
from tests.ui.pages.spreadsheets import Sitting

if TYPE_CHECKING:
    from tests.ui.pages.office import Office


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Three households; two months billed at 450, this month not yet."""
    from datetime import date

    now = Month.of(date.today())
    committee = CommitteeRequest(
        name="Kiboko", first_month=str(now.shift(-2)), languages=("en", "sw")
    )
    officers = tuple(
        OfficerRequest(name=name, post=post)
        for name, post in (("Amina Wanjiru", "treasurer"), ("Joseph Mutua", "chair"))
    )
    fees = (FeeLine(connection_type="household", amount=Decimal(450)),)
    decision = DecisionRequest(minute="7", what="Water price")
    answers = Answers(committee, "KE", Currency("KES"), officers, fees, decision)
    made = set_up(tmp_path / "kiboko.imt", answers)
    names = ("Mwikali Nzomo", "Peter Musyoka", "Rose Ndunge")
    with made.write(Signing(1)) as writing:
        lines = tuple(MemberLine(adults=(AdultLine(name=name),)) for name in names)
        members.join(writing, JoinRequest(lines=lines, on=now.shift(-2).first))
        for month in (now.shift(-2), now.shift(-1)):
            billing.bill_everyone(writing, BillEveryoneRequest(month=str(month)))
    yield made
    made.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, book: Book) -> Iterator[MainWindow]:
    """The window over that book."""
    apply(qapp, "light")
    with book.read() as reading:
        committee = queries.committee(reading)
        officers = queries.officers(reading)
    assert committee is not None
    desk = Desk(book, Translator("en", "KE"), Settings(), committee, officers[0])
    made = MainWindow(desk)
    desk.setParent(made)
    qtbot.addWidget(made, before_close_func=leave)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    idle(qtbot, desk)
    yield made


@pytest.fixture
def fresh(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Sitting]:
    """A new book of January 2026 without members; it is 14 October 2026."""
    apply(qapp, "light")
    made = book_in(tmp_path).book
    with made.read() as reading:
        committee = queries.committee(reading)
    assert committee is not None
    desk = Desk(made, Translator("en", "KE"), Settings(), committee, None)
    window = MainWindow(desk)
    desk.setParent(window)
    qtbot.addWidget(window, before_close_func=leave)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    idle(qtbot, desk)
    yield Sitting(window, qtbot, made)
    made.close()


def leave(window: MainWindow) -> None:
    """Let a page that goes keep what is typed, and every answer arrive, while there is a window."""
    window.hide()
    while window.desk.tasks.busy:
        window.desk.tasks.finish()
        QCoreApplication.processEvents()


def idle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until all answers have arrived."""
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=30_000)


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """The window over the book of a committee with PINs; it is 14 October 2026."""
    apply(qapp, "light")
    with committee_in(tmp_path) as made:
        yield _office(made, qtbot)


@pytest.fixture
def arrived(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """That book on another laptop: it came from a sealed copy, which has nobody's PIN."""
    apply(qapp, "light")
    with committee_in(tmp_path) as made:
        copy, path = tmp_path / "copy.imt", made.book.path
        copy_pages(path, copy)
        leave_out(copy, ROOMS, NEVER_FOR_OTHERS)
        made.book.close()
        path.unlink()
        copies.restore(copy, path, Signing(), Asked(1), made.clock)
        made.book = open_book(path, clock=made.clock)
        yield _office(made, qtbot)
        made.book.close()


def _office(made: Hand, qtbot: QtBot) -> Office:
    from tests.ui.pages.office import Office  # which needs this module

    book = made.book
    with book.read() as reading:
        committee, officers = queries.committee(reading), queries.officers(reading)
    assert committee is not None
    desk = Desk(book, Translator("en", "KE"), Settings(), committee, officers[0])
    window = MainWindow(desk)
    desk.setParent(window)
    qtbot.addWidget(window, before_close_func=leave)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    idle(qtbot, desk)
    return Office(window, qtbot, book, made)
