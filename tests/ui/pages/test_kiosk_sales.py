"""A kiosk's day sheet in the window: the difference is said while one types, and booked as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imt_desktop.journal import Book, Signing
from imt_desktop.ledger.charging.kiosks import kiosk_sales
from imt_desktop.ledger.members import AdultLine, ConnectionLine, JoinRequest, MemberLine, join
from imt_desktop.period import Month
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.tariffs.kiosk_form import KioskForm
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.tariff.view import TariffView
from imt_desktop.ui.pages.tariffs.view import KIOSK
from imt_desktop.ui.widgets import Button, PersonLine
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, opened, press, refused, said, save, write


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot) -> KioskForm:
    window.go("tariffs", KIOSK)
    idle(qtbot, window.desk)
    return opened(window, KioskForm)


def test_the_difference_is_said_and_booked(form: KioskForm, qtbot: QtBot, book: Book) -> None:
    write(form, attendant="<b>Jose", pad="51", sold="212", price="3", commission="63.60")
    assert "572.40 should be handed in" in form.said.words()
    write(form, handed="550")
    assert "22.40 is missing" in form.said.words()
    today = form.desk.today
    save(form, qtbot)
    with book.read() as reading:
        (one,) = kiosk_sales(reading, Month.of(today).period)
    assert (one.attendant, one.pad, one.difference.minor) == ("<b>Jose", "51", -2240)


def test_what_the_attendant_keeps_is_typed_as_a_share(
    form: KioskForm, qtbot: QtBot, book: Book
) -> None:
    write(form, sold="212", price="3", percent="120", handed="550")
    assert "120" in refused(form, qtbot, "percent")
    write(form, percent="10", commission="60")
    assert "either" in refused(form, qtbot, "commission")
    write(form, commission="")
    assert "572.40 should be handed in" in form.said.words()
    today = form.desk.today
    save(form, qtbot)
    with book.read() as reading:
        (one,) = kiosk_sales(reading, Month.of(today).period)
    assert one.difference.minor == -2240


def test_what_was_sold_and_what_is_missing_is_listed(
    window: MainWindow, form: KioskForm, qtbot: QtBot
) -> None:
    write(form, attendant="<b>Jose", sold="212", price="3", handed="600", text="lost a note")
    save(form, qtbot)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    press(page.view.kiosk)
    idle(qtbot, window.desk)
    sheet = opened(window, ListSheet)
    idle(qtbot, window.desk)
    words = " ".join(said(sheet)).replace("\u00a0", " ")
    (row,) = sheet.list.rows_model.rows
    assert row.sale.difference.minor == -3600
    for part in ("212 jerricans of 20 litres", "KSh 636", "KSh 600", "lost a note", "<b>Jose"):
        assert part in words, words
    (paper,) = (one for one in sheet.findChildren(Button) if one.text() == "Print")
    press(paper)
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    assert notices.papers.value() == "kiosks"


def test_readings_of_its_meter(form: KioskForm, qtbot: QtBot, book: Book) -> None:
    choose(form, "way", "meter")
    write(form, before="1204", after="1203", price="3", handed="675")
    refused(form, qtbot, "after")
    write(form, after="1208.5")
    assert "That agrees." in form.said.words()
    save(form, qtbot)


def test_what_is_missing_is_asked_beside_its_field(form: KioskForm, qtbot: QtBot) -> None:
    refused(form, qtbot, "price")
    write(form, price="3", handed="10")
    refused(form, qtbot, "sold")
    write(form, sold="2", commission="10")
    refused(form, qtbot, "commission")
    form.leave()


def test_the_next_day_sheet_begins_where_the_meter_stood(
    window: MainWindow, qtbot: QtBot, book: Book
) -> None:
    with book.write(Signing(1)) as writing:
        tap = ConnectionLine(type="kiosk")
        join(
            writing,
            JoinRequest(lines=(MemberLine((AdultLine(name="Stand pipe"),), connections=(tap,)),)),
        )
    window.go("tariffs")
    idle(qtbot, window.desk)
    page = window.page("tariffs")
    assert isinstance(page, TariffsPage) and isinstance(page.view, TariffView)
    press(page.view.kiosk)
    idle(qtbot, window.desk)
    sheet = opened(window, ListSheet)
    (new,) = (one for one in sheet.findChildren(Button) if one.text() == "One more day sheet")
    press(new)
    form = opened(window, KioskForm)
    choose(form, "way", "meter")
    write(form, before="1204", after="1208.5", price="3", handed="675")
    save(form, qtbot)
    idle(qtbot, window.desk)
    press(new)
    form = opened(window, KioskForm)
    assert form.words_of("before").replace(",", "") == "1208.5"
    form.leave()


def test_a_long_list_scrolls_by_itself_and_leaves_room_for_what_is_said(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 768)
    sheet = ListSheet(
        window, window.desk, "Kiosk sales", "What was sold", lambda _book: range(20),
        lambda n: PersonLine(f"{n} November 2026", second="326 jerricans"), "None",
    )  # fmt: skip
    sheet.with_details(lambda n: [(f"Label {at}", f"{n}") for at in range(10)])
    sheet.with_new("One more day sheet of a kiosk, or what its meter says", lambda: sheet)
    sheet.with_leaving("Print", "printer", lambda _row: None, "Ctrl+P")
    sheet.open()
    idle(qtbot, window.desk)
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    qtbot.waitUntil(lambda: sheet._scroll.verticalScrollBarPolicy() == off)
    assert sheet.height() <= 768 and sheet.list.height() >= 130
    for button in sheet.findChildren(Button):
        assert button.width() >= button.sizeHint().width(), button.words
    sheet.reject()
