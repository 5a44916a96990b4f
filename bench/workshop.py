"""How soon the workshop's bars follow a dragged number: worked out, and painted, by the event loop."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from bench.books import SMALL, copy_of
from bench.measuring import Figure, figure
from imt_desktop.committee import queries
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book
from imt_desktop.oversight.whole import open_book
from imt_desktop.settings import Settings

STEPS = 60


def measure() -> Iterator[Figure]:
    """Drag the fee over its whole scale, flat and in blocks; each step until it is on the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.theme import apply

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply(app, "light")
    with copy_of(SMALL) as path:
        book = open_book(path)
        yield figure("workshop: bars after a dragged number", _dragged(book, "flat"), most=0.05)
        yield figure("the same with blocks", _dragged(book, "blocks"), most=0.05)
        book.close()


def _dragged(book: Book, kind: str) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from imt_desktop.ui.desk import Desk
    from imt_desktop.ui.pages.tariffs.workshop.view import WorkshopView

    with book.read() as reading:
        committee = queries.committee(reading)
    assert committee is not None
    desk = Desk(book, Translator("en", "KE"), Settings(), committee, None)
    view = WorkshopView(desk)
    view.resize(1134, 700)
    view.show()
    view.load()
    while desk.tasks.busy:
        QApplication.processEvents()
    view.what_if.kind.set_value(kind)
    view.what_if.kind.chosen.emit(kind)
    slider = view.what_if.knobs["fee"].slider
    times = []
    for at in range(STEPS):
        before = time.perf_counter()
        slider.setValue(slider.maximum() * at // STEPS)
        QApplication.processEvents()  # what the loop does: paints what was asked for
        times.append(time.perf_counter() - before)
    view.close()
    desk.tasks.finish()
    return times
