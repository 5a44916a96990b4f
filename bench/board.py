"""How soon a card of a full board lies in its new column, figures are worked out, and it is drawn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta

from bench.books import BIG, copy_of
from bench.measuring import Figure, figure
from bench.windows import application
from imt_desktop.committee import queries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Signing
from imt_desktop.oversight.indicators import figures
from imt_desktop.oversight.questions import questions
from imt_desktop.oversight.whole import open_book
from imt_desktop.plan import actions, rounds
from imt_desktop.plan.actions import ActionRequest, CardLine
from imt_desktop.reports.printing import PaperWanted, draw, issue
from imt_desktop.settings import Settings

CARDS = 200
MOVES = 60
RUNS = 10


def measure() -> Iterator[Figure]:
    """Carry a card over a board of 200 with the keys; then work out every figure of ten years."""
    application()
    with copy_of(BIG) as path:
        book = open_book(path)
        yield figure("figures: all of them, ten years", _answered(book), most=0.3)
        yield figure("questions: all of them, the last year of ten", _asked(book))
        _fill(book)
        yield figure("board: a card of 200 moves", _carried(book), most=0.05)
        yield figure("board: its poster, 200 cards", _drawn(book), most=1.0)
        book.close()


def _answered(book: Book) -> list[float]:
    times = []
    for _ in range(RUNS):
        with book.read() as reading:
            before = time.perf_counter()
            figures(reading, book.now().date(), 120)
            times.append(time.perf_counter() - before)
    return times


def _asked(book: Book) -> list[float]:
    times = []
    for _ in range(RUNS):
        with book.read() as reading:
            before = time.perf_counter()
            questions(reading, book.now().date())
            times.append(time.perf_counter() - before)
    return times


def _fill(book: Book) -> None:
    with book.write(Signing(1)) as writing:
        rounds.begin(writing, rounds.RoundRequest())
        for at in range(CARDS):
            line = CardLine(
                title=f"Action {at} of a very full board", deadline=_day(at), officer="1"
            )
            actions.plan(writing, ActionRequest(plan=line))


def _day(at: int) -> date:
    return date.today() + timedelta(days=at - CARDS // 2)


def _drawn(book: Book) -> list[float]:
    times = []
    for _ in range(RUNS):
        before = time.perf_counter()
        with book.write(Signing(1)) as writing:
            sheet = issue(writing, PaperWanted("board"))
        draw(sheet)
        times.append(time.perf_counter() - before)
    return times


def _carried(book: Book) -> list[float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.desk import Desk
    from imt_desktop.ui.pages.plan.page import PlanPage

    with book.read() as reading:
        committee = queries.committee(reading)
    assert committee is not None
    desk = Desk(book, Translator("en", "KE"), Settings(), committee, None)
    page = PlanPage(desk)
    page.resize(1158, 768)
    page.show()
    while desk.tasks.busy:
        QApplication.processEvents()
    page.board.choose(CARDS // 2)
    QTest.keyClick(page.board, Qt.Key.Key_Space)
    times = []
    for at in range(MOVES):
        key = Qt.Key.Key_Right if at % 6 < 3 else Qt.Key.Key_Left
        before = time.perf_counter()
        QTest.keyClick(page.board, key)
        QApplication.processEvents()  # what the loop does: paints what was asked for
        times.append(time.perf_counter() - before)
    QTest.keyClick(page.board, Qt.Key.Key_Escape)
    page.close()
    desk.tasks.finish()
    return times
