"""The tariff workshop in its window: numbers are dragged and typed, prices kept, one becomes the tariff."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Signing
from imt_desktop.ledger.recovery.assets import AssetRequest, register
from imt_desktop.ledger.recovery.scenarios import scenarios
from imt_desktop.ledger.recovery.seen import seen
from imt_desktop.ledger.tariffs import forms_of, tariffs
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.tariffs.workshop.income_scale import marks
from imt_desktop.ui.pages.tariffs.workshop.view import WorkshopView
from imt_desktop.ui.theme import font
from imt_desktop.ui.widgets import Words
from tests.ui.pages.conftest import idle


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> WorkshopView:
    """The workshop over three households at 450, of whom nobody has paid."""
    with window.desk.book.write(Signing(1)) as writing:
        pump = AssetRequest(
            what="pump", name="Pump", bought_on=writing.today.replace(day=1), cost=Decimal(60000),
            life=10,
        )  # fmt: skip
        register(writing, pump)
    window.resize(1366, 768)
    window.go("tariffs", TariffsWish("workshop"))
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage)
    assert isinstance(page.view, WorkshopView)
    return page.view


def said(view: WorkshopView) -> str:
    return view.board.accessibleDescription()


def put(view: WorkshopView, name: str, typed: str) -> None:
    """Type a number into its figure."""
    edit = view.what_if.income if name == "income" else view.what_if.knobs[name].edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, typed)


def test_it_begins_with_what_the_book_knows(view: WorkshopView) -> None:
    knobs = view.what_if.knobs
    assert (knobs["fee"].number(), knobs["households"].number()) == (450_00, 3)
    assert knobs["set_aside"].number() == 6000_00
    assert "If everybody pays, 100\u00a0%: 16,200" in said(view)
    assert "Set aside: 6,000" in said(view)


def test_bars_and_sentences_follow_a_dragged_number(view: WorkshopView) -> None:
    put(view, "share", "50")
    assert "As people really pay, 50\u00a0%: 8,100. Covers the cost" in said(view)
    QTest.keyClick(view.what_if.knobs["fee"].slider, Qt.Key.Key_Home)
    assert "Missing KSh\u00a06,000 a year. Covered at KSh\u00a0167" in said(view)
    QTest.keyClick(view.what_if.knobs["fee"].slider, Qt.Key.Key_Right)
    assert view.what_if.knobs["fee"].number() > 0


def test_a_number_between_the_steps_has_room_for_all_its_digits(view: WorkshopView) -> None:
    used = view.what_if.knobs["used"]
    used.show_number(14_833)
    letters = QFontMetrics(font("name", True))
    assert used.edit.width() >= letters.horizontalAdvance("14.833 m³") + 18


def test_a_number_is_typed_and_the_scale_grows(view: WorkshopView, qtbot: QtBot) -> None:
    fee = view.what_if.knobs["fee"]
    fee.edit.setFocus()
    qtbot.waitUntil(fee.edit.hasFocus)
    QTest.keyClicks(fee.edit, "2500")
    assert fee.number() == 2500_00
    assert "100\u00a0%: 90,000" in said(view)
    assert fee.slider.value() < fee.slider.maximum()
    share = view.what_if.knobs["share"]
    share.edit.setFocus()
    qtbot.waitUntil(share.edit.hasFocus)
    QTest.keyClicks(share.edit, "101")
    assert share.edit.wrong


def test_a_share_beyond_all_is_refused_beside_its_field(view: WorkshopView, qtbot: QtBot) -> None:
    put(view, "share", "80")
    put(view, "fee", "500")
    put(view, "share", "120")
    share = view.what_if.knobs["share"]
    assert "As people really pay, 80\u00a0%" in said(view)
    QTest.keyClick(share.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not share.edit.hasFocus())
    assert (share.edit.text(), share.number()) == ("80\u00a0%", 8000)
    wrong = [one for one in share.findChildren(Words) if one.text() == "Not more than 100\u00a0%."]
    assert [one.isVisible() for one in wrong] == [True]
    put(view, "share", "90")
    assert not wrong[0].isVisible()


def test_the_wheel_scrolls_past_a_slider(view: WorkshopView) -> None:
    slider = view.what_if.knobs["set_aside"].slider
    slider.setFocus()
    before = slider.value()
    middle = QPointF(slider.rect().center())
    wheel = QWheelEvent(
        middle, QPointF(slider.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(slider, wheel)
    assert (slider.value(), wheel.isAccepted()) == (before, False)


def test_a_number_that_was_moved_is_no_longer_todays(view: WorkshopView) -> None:
    assert view.places.value() == ""
    put(view, "fee", "500")
    assert view.places.value() is None
    view.choose("")
    assert view.places.value() == ""


def test_it_says_what_others_and_kiosks_bring(view: WorkshopView) -> None:
    with view.desk.book.read() as reading:
        known = seen(reading, view.desk.today)
    others = replace(known, others=(("institution", 2),))
    plan = replace(known.plan, others=33_600_00, kiosks=6000_00)
    view.what_if.show_plan(plan, others)
    (hint,) = [one for one in view.what_if.findChildren(Words) if "Others: " in one.text()]
    assert hint.text() == (
        "Others: school or clinic, by what their meters said in the last 12 months."
        " At kiosks it is paid at once, whatever the share that pays."
    )
    assert view.what_if.kiosks.isVisible()
    view.what_if.kiosks.typed.emit(9000_00)
    assert "If everybody pays, 100\u00a0%: 58,800" in said(view)  # 16,200 + 33,600 + 9,000


def test_nothing_is_divided_by_no_households(view: WorkshopView) -> None:
    QTest.keyClick(view.what_if.knobs["households"].slider, Qt.Key.Key_Home)
    assert "No household pays" in said(view)
    put(view, "income", "10000")
    assert "No household pays" in view.income.accessibleName()


def test_the_bill_is_held_against_what_a_household_earns(view: WorkshopView) -> None:
    put(view, "income", "14700")
    assert "3.1\u00a0% of household income" in view.income.accessibleName()
    assert "3 to 5\u00a0%" in view.income.accessibleName().replace(" %", "\u00a0%")


def test_blocks_are_weighed_and_kept(view: WorkshopView, qtbot: QtBot) -> None:
    view.what_if.kind.set_value("blocks")
    view.what_if.kind.chosen.emit("blocks")
    assert view.what_if.knobs["price"].isVisible()
    assert not view.what_if.knobs["dearer"].isVisible()
    put(view, "limit", "12")
    assert view.what_if.knobs["dearer"].isVisible()
    view.choose("C")
    with qtbot.waitSignal(view.desk.changed):
        view.keep.click()
    with view.desk.book.read() as reading:
        (kept,) = scenarios(reading)
    assert (kept.place, len(kept.plan.terms.blocks)) == ("C", 2)
    view.choose("")
    assert view.what_if.kind.value() == "flat"
    idle(qtbot, view.desk)
    view.choose("C")
    assert view.what_if.kind.value() == "blocks"


def test_the_first_empty_place_is_offered_and_numbers_stay_when_the_book_changes(
    view: WorkshopView, qtbot: QtBot
) -> None:
    put(view, "fee", "500")
    for place in ("A", "B"):
        assert view.keep.words == f"Keep as {place}"
        with qtbot.waitSignal(view.desk.changed):
            view.keep.click()
        idle(qtbot, view.desk)
        assert view.what_if.knobs["fee"].number() == 500_00
        view.choose("")
        put(view, "fee", "500")


def test_the_chosen_one_becomes_the_tariff_with_its_decision(
    view: WorkshopView, qtbot: QtBot, window: MainWindow
) -> None:
    put(view, "fee", "520")
    view.adopt.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(TariffForm)))
    (form,) = window.findChildren(TariffForm)
    form.fields["minute"].editor.setText("09/2026")  # type: ignore[attr-defined]
    with qtbot.waitSignal(view.desk.changed):
        form.do.click()
    with view.desk.book.read() as reading:
        adopted = tariffs(reading)[-1]
        assert adopted.fees["household"].minor == 520_00
        assert adopted.decision == 2
        assert forms_of(reading, adopted).every == "month"


def test_f11_shows_the_bars_alone_and_twice_as_large(
    view: WorkshopView, qtbot: QtBot, window: MainWindow
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.shell.sidebar.isVisible()
    assert not view.what_if.isVisible()
    qtbot.waitUntil(lambda: view.board.times > 1.9)
    assert said(view).startswith("KSh\u00a0450 a month")
    QTest.keyClick(view.board, Qt.Key.Key_Right)
    assert view.what_if.knobs["fee"].number() > 450_00
    QTest.keyClick(view.board, Qt.Key.Key_0)
    assert view.what_if.knobs["fee"].number() == 450_00
    QTest.keyClick(view.board, Qt.Key.Key_Escape)
    assert window.shell.sidebar.isVisible() and view.what_if.isVisible()
    assert view.board.times == 1.0
    QTest.keyClick(window, Qt.Key.Key_F11)
    window.go("home")
    assert window.shell.sidebar.isVisible()


def test_the_figures_are_copied(view: WorkshopView) -> None:
    view.board.setFocus()
    QTest.keyClick(view.board, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "It costs: " in QGuiApplication.clipboard().text()


def test_another_page_may_ask_for_a_price_that_is_kept(
    view: WorkshopView, window: MainWindow, qtbot: QtBot
) -> None:
    put(view, "fee", "510")
    with qtbot.waitSignal(view.desk.changed):
        view.keep.click()
    idle(qtbot, view.desk)
    view.choose("")
    window.go("tariffs", TariffsWish("workshop", "A"))
    assert view.what_if.knobs["fee"].number() == 510_00
    assert view.places.value() == "A"


@pytest.mark.parametrize(
    ("top", "said"),
    [(800, ["3\u00a0%", "5\u00a0%", "0", "8\u00a0%"]), (2800, ["3\u20135\u00a0%", "0", "28\u00a0%"]),
     (20000, ["3\u20135\u00a0%", "200\u00a0%"])],
)  # fmt: skip
def test_what_stands_under_the_scale_of_income_never_runs_into_each_other(
    view: WorkshopView, top: int, said: list[str]
) -> None:
    under = list(marks(QRectF(0, 0, 183, 12), top, QFontMetrics(font("small"))))
    assert [words for _where, words in under] == said
    rooms = [where for where, _words in under]
    assert not any(a.intersects(b) for i, a in enumerate(rooms) for b in rooms[:i])
