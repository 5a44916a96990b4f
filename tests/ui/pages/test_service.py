"""The service page: a breakdown from report to repair, what is measured, looked after and counted."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from imt_desktop.community.service import queries
from imt_desktop.community.support.asking import ContactRequest, keep_contact
from imt_desktop.journal import Signing
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.lines.picture import Photo
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.service.page import ServicePage
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.widgets import Button, Dialog
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, pick, press, refused, said, save, write

TODAY = date.today()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ServicePage:
    """A book in which nothing broke yet; somebody can repair."""
    juma = ContactRequest(role="repair", name=HOSTILE[0], phone="0700 000 311")
    with window.desk.book.write(Signing(1)) as book:
        keep_contact(book, juma)
    window.go("service")
    idle(qtbot, window.desk)
    made = window.page("service")
    assert isinstance(made, ServicePage)
    return made


def form_of(page: ServicePage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def booked(page: ServicePage, qtbot: QtBot) -> None:
    save(form_of(page), qtbot)
    idle(qtbot, page.desk)


def test_a_breakdown_without_water_is_repaired_and_counted(page: ServicePage, qtbot: QtBot) -> None:
    press(page._begin)
    form = form_of(page)
    assert not form.fields["dry_since"].isVisible()
    choose(form, "component", "engine")
    choose(form, "dry", True)
    write(form, words=HOSTILE[0], on=str(TODAY), dry_since=str(TODAY))
    booked(page, qtbot)
    assert page.dry.accessibleName().startswith("Days without water, 1")
    said_so = f"No water since {page.desk.tr.short_date(TODAY)}"
    assert said_so in " ".join(said(page)), "by a word, not only by a colour"
    press(page.buttons["repair", 1])
    form = form_of(page)
    write(form, back_on=str(TODAY - timedelta(days=3)))
    assert refused(form, qtbot, "back_on")
    write(form, back_on=str(TODAY), words="a new belt")
    booked(page, qtbot)
    with page.desk.book.read() as book:
        one = queries.breakdown(book, 1)
    assert (one.component, one.repaired_on, one.dry_days(TODAY)) == ("engine", TODAY, 0)
    assert ("repair", 1) not in page.buttons
    assert "Repaired the same day" in " ".join(said(page))


def test_a_breakdown_that_is_written_down_late_begins_and_ends_without_water_on_its_days(
    page: ServicePage, qtbot: QtBot
) -> None:
    press(page._begin)
    form = form_of(page)
    choose(form, "dry", True)
    write(form, on=str(TODAY - timedelta(days=30)))
    assert form.day_of("dry_since") == TODAY - timedelta(days=30)
    write(form, dry_since=str(TODAY - timedelta(days=28)))
    write(form, on=str(TODAY - timedelta(days=29)))
    assert form.day_of("dry_since") == TODAY - timedelta(days=28), "set apart, it stays"
    booked(page, qtbot)
    press(page.buttons["repair", 1])
    write(form_of(page), on=str(TODAY - timedelta(days=3)))
    booked(page, qtbot)
    with page.desk.book.read() as book:
        assert queries.breakdown(book, 1).dry_days(TODAY) == 25


def test_a_test_says_what_the_guideline_asks_and_refuses_what_nothing_measures(
    page: ServicePage, qtbot: QtBot
) -> None:
    pick(page.write, "Water test")
    form = form_of(page)
    assert "0.2 to 5 mg/L" in " ".join(said(form))
    write(form, **{"lines/chlorine": "50"})
    assert "50" in refused(form, qtbot, "lines/chlorine")
    write(form, **{"lines/chlorine": "0.1", "lines/e-coli": "0"})
    booked(page, qtbot)
    with page.desk.book.read() as book:
        found = {one.parameter: one.good for one in queries.latest_tests(book)}
    assert found == {"chlorine": False, "e-coli": True}
    assert "Not as it should be" in " ".join(said(page))
    assert "guideline: 0.2 to 5 mg/L" in said(page), "what the guideline asks stands beside it"


def test_hours_and_volumes_that_cannot_be_are_said_beside_their_field(
    page: ServicePage, qtbot: QtBot
) -> None:
    pick(page.write, "Hours with water")
    form = form_of(page)
    assert refused(form, qtbot, "lines/1/hours") == "Type the number in digits."
    for wrong in ("25", "often"):
        write(form, **{"lines/1/hours": wrong})
        assert refused(form, qtbot, "lines/1/hours")
    write(form, **{"lines/1/hours": "5.5"})
    booked(page, qtbot)
    assert "5.5" in page.hours.accessibleName()
    pick(page.write, "Water produced")
    form = form_of(page)
    write(form, **{"lines/1/volume": "-3"})
    assert refused(form, qtbot, "lines/1/volume")
    write(form, **{"lines/1/volume": "310"})
    booked(page, qtbot)
    assert "310 m³" in page.water.accessibleName()
    page.works.click()
    form_of(page).reject()
    for now in ("functional", "not"):
        pick(page.write, "Does it work?")
        form = form_of(page)
        assert form.value_of("state") == now
        choose(form, "state", "not")
        booked(page, qtbot)
    page.water.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    idle(qtbot, window.desk)
    trail = window.page("trail")
    assert window.shell.page_key() == "trail" and isinstance(trail, TrailPage)

    def shown() -> list[str]:
        return [row.kind for row in trail.table.rows_model.rows]

    qtbot.waitUntil(lambda: shown() == ["Water was produced"])


def test_what_is_looked_after_is_due_stands_on_home_and_is_done(
    page: ServicePage, qtbot: QtBot
) -> None:
    pick(page.write, "Look after it before it breaks")
    form = form_of(page)
    assert refused(form, qtbot, "what")
    write(form, what="Grease the bearings", first_on=str(TODAY - timedelta(days=2)))
    booked(page, qtbot)
    assert "Late since" in " ".join(said(page))
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("home")
    idle(qtbot, window.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    (row,) = (row for row in home.to_do.rows if row.said.page == "service")
    press(row.button)
    idle(qtbot, window.desk)
    press(page.buttons["care", 1])
    booked(page, qtbot)
    qtbot.waitUntil(lambda: "Late since" not in " ".join(said(page)))  # the old row is gone


def test_spare_parts_are_counted_anew_and_too_few_are_told(page: ServicePage, qtbot: QtBot) -> None:
    pick(page.write, "Spare parts")
    form = form_of(page)
    write(form, **{"lines/0/part": "Washers"})
    assert "digits" in refused(form, qtbot, "lines/0/stock"), "nobody counted none"
    write(form, **{"lines/0/stock": "1", "lines/0/least": "6"})
    booked(page, qtbot)
    with page.desk.book.read() as book:
        assert queries.stores(book) == (queries.Part("Washers", 1, 6),)
    assert HOSTILE[0] in " ".join(said(page)), "who can repair"


def attach(form: Form, qtbot: QtBot, folder: Path) -> None:
    """Choose a photo for a form, and wait until it is small."""
    file = folder / "pump.jpg"
    Image.effect_noise((300, 200), 60).convert("RGB").save(file, "JPEG")
    field = form.fields["attachment"].editor
    assert isinstance(field, VoucherField)
    field.take(file)
    qtbot.waitUntil(lambda: field.voucher() is not None)


def shown_large(page: ServicePage, qtbot: QtBot) -> None:
    """See that a photo lies over the page, and close it."""
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: bool(window.findChildren(Photo)))
    dialog = opened(window, Dialog)
    assert dialog.findChildren(Photo)
    dialog.accept()


def test_a_photo_of_what_broke_is_kept_and_shown(
    page: ServicePage, qtbot: QtBot, tmp_path: Path
) -> None:
    press(page._begin)
    attach(form_of(page), qtbot, tmp_path)
    booked(page, qtbot)
    with page.desk.book.read() as book:
        (one,) = queries.breakdowns(book)
        kept = queries.photo(book, one)
    assert kept is not None
    press(page.buttons["photo", 1])
    shown_large(page, qtbot)


def test_old_tests_are_listed_with_the_paper_of_the_laboratory(
    page: ServicePage, qtbot: QtBot, tmp_path: Path
) -> None:
    for chlorine, days in (("0.3", 40), ("0.1", 3)):
        pick(page.write, "Water test")
        form = form_of(page)
        write(form, **{"lines/chlorine": chlorine, "lines/e-coli": "0"})
        write(form, place=HOSTILE[0], on=str(TODAY - timedelta(days=days)))
        if days == 40:
            attach(form, qtbot, tmp_path)
        booked(page, qtbot)
    press(page.buttons["tests", 0])
    window = page.window()
    assert isinstance(window, MainWindow)
    sheet = opened(window, ListSheet)
    idle(qtbot, page.desk)
    new, old = sheet.list.rows_model.rows
    assert [one.found[0].good for one in (new, old)] == [False, True]
    assert not shows(sheet, "Photo"), "the newest has none"
    sheet.list.choose(old)
    (photo,) = shows(sheet, "Photo")
    press(photo)
    shown_large(page, qtbot)


def test_turns_of_the_water_are_typed_day_by_day(page: ServicePage, qtbot: QtBot) -> None:
    pick(page.write, "Turns of the water")
    form = form_of(page)
    for wrong in ("25:00-26:00", "morning", "9:00-6:00", "6:00-9:00, 8:00-10:00"):
        write(form, **{"day/2": wrong})
        assert refused(form, qtbot, "day/2")
    write(form, **{"day/2": "6-9, 17.00-19h", "day/7": "22-2"})
    booked(page, qtbot)
    with page.desk.book.read() as book:
        turns = queries.turns(book)
    assert turns == {
        "": (
            (1, "00:00", "02:00"), (2, "06:00", "09:00"), (2, "17:00", "19:00"),
            (7, "22:00", "24:00"),
        )
    }  # fmt: skip
    assert "Tue 06:00–09:00, 17:00–19:00" in " ".join(said(page))
    pick(page.write, "Turns of the water")
    form = form_of(page)
    assert form.words_of("day/2") == "06:00–09:00, 17:00–19:00"
    write(form, **{"day/1": "", "day/2": "", "day/7": ""})
    booked(page, qtbot)
    with page.desk.book.read() as book:
        assert queries.turns(book) == {}


def shows(sheet: ListSheet, words: str) -> list[Button]:
    """Return the buttons of a list with these words that are seen."""
    return [one for one in sheet.findChildren(Button) if one.text() == words and one.isVisible()]
