"""The page of tariffs: a view under each segment, made when it is first shown."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest, adopt
from imt_desktop.oversight.behind import behind
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.tariffs.views import VIEWS
from imt_desktop.ui.pages.trail.page import TrailPage
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import press
from tests.ui.pages.spreadsheets import Sitting


def test_every_view_opens_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    for spec in VIEWS:
        window.go("tariffs", TariffsWish(spec.key))
        idle(qtbot, window.desk)
        page = window.page("tariffs")
        assert isinstance(page, TariffsPage)
        assert page.view.isVisible()
        assert page.segments.value() == spec.key


def test_the_poster_of_an_earlier_tariff_can_be_printed(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    month = Month.of(window.desk.today).shift(1)
    fees = (FeeLine(connection_type="household", amount=Decimal(500)),)
    with book.write(Signing(1)) as writing:
        wanted = TariffRequest(name="later", effective_from=str(month), fees=fees, decision=1)
        adopt(writing, wanted)
    window.go("tariffs")
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    rows = page.view.history.list.rows_model.rows
    assert rows[0].tariff.name == "later"
    page.view.history.list.choose(rows[-1])
    press(page.view.poster)
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    paper = notices.look.wanted()
    assert paper is not None and (paper.paper, paper.tariff) == ("tariff", rows[-1].tariff.id)


def test_the_bills_made_by_a_tariff_lead_to_the_entries_that_made_them(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    window.go("tariffs")
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    made = page.view.decision.bills
    assert made.accessibleName() == "6 bills made by it"
    press(made)
    idle(qtbot, window.desk)
    trail = window.page("trail")
    assert isinstance(trail, TrailPage) and trail.isVisible()
    with book.read() as reading:
        bills = [len(behind(reading, row.seq).lines) for row in trail.table.rows()]
    assert bills == [3, 3]


def test_the_key_for_a_new_tariff_works_where_there_is_none(fresh: Sitting) -> None:
    fresh.window.go("tariffs")
    fresh.settle()
    QTest.keyClick(fresh.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fresh.settle()
    (form,) = fresh.window.findChildren(TariffForm)
    assert form.isVisible()
    form.reject()
