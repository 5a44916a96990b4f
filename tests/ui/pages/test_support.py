"""Duty bearers: kept with whom to ask next, asked, answered; reports owed; a tab beside the service."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from imt_desktop.community.support import queries
from imt_desktop.plan.rounds import STEPS
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.registry import LINES
from imt_desktop.ui.pages.round.page import RoundPage
from imt_desktop.ui.pages.support.page import SupportPage
from imt_desktop.ui.widgets import TextArea
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import (
    HOSTILE,
    choose,
    opened,
    pick,
    press,
    refused,
    said,
    save,
    tick,
    write,
)

TODAY = date.today()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SupportPage:
    window.go("support")
    idle(qtbot, window.desk)
    made = window.page("support")
    assert isinstance(made, SupportPage)
    return made


def over(page: SupportPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def booked(page: SupportPage, qtbot: QtBot) -> None:
    save(opened(over(page), Form), qtbot)
    idle(qtbot, page.desk)


def tell(form: Form, words: str) -> None:
    editor = form.fields["words"].editor
    assert isinstance(editor, TextArea)
    editor.setPlainText(words)


def county(page: SupportPage, qtbot: QtBot) -> None:
    press(page._begin)
    write(opened(over(page), Form), name=HOSTILE[0], mandate="large repairs")
    booked(page, qtbot)


def test_whoever_is_asked_next_never_leads_back(page: SupportPage, qtbot: QtBot) -> None:
    county(page, qtbot)
    pick(page.write, "Who helps with what")
    form = opened(over(page), Form)
    assert "missing" in refused(form, qtbot, "name")
    write(form, name="The regulator")
    choose(form, "then", 1)
    booked(page, qtbot)
    press(page.buttons["contact", 1])
    form = opened(over(page), Form)
    choose(form, "then", 2)
    assert refused(form, qtbot, "then")


def test_what_is_asked_waits_stands_on_home_and_is_answered(
    page: SupportPage, qtbot: QtBot
) -> None:
    county(page, qtbot)
    press(page.ask_them)
    form = opened(over(page), Form)
    assert refused(form, qtbot, "words")
    tell(form, "A new transformer")
    write(form, on=str(TODAY - timedelta(days=9)), due_on=str(TODAY - timedelta(days=10)))
    assert refused(form, qtbot, "due_on"), "due before it was asked"
    write(form, due_on=str(TODAY - timedelta(days=2)))
    booked(page, qtbot)
    assert "Late since" in " ".join(said(page))
    window = over(page)
    window.go("home")
    idle(qtbot, window.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    (row,) = (row for row in home.to_do.rows if row.said.page == "support")
    press(row.button)
    idle(qtbot, window.desk)
    press(page.buttons["answer", 1])
    choose(opened(window, Form), "outcome", "partly")
    booked(page, qtbot)
    assert "Granted in part" in " ".join(said(page))
    assert ("answer", 1) not in page.buttons
    press(page.buttons["paper", 1])
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.request) == ("support-letter", 1)


def test_a_report_that_was_sent_is_owed_again_after_its_months(
    page: SupportPage, qtbot: QtBot
) -> None:
    pick(page.write, "A report that is owed")
    write(opened(over(page), Form), what="Yearly report", due_on=str(TODAY), months="12")
    booked(page, qtbot)
    press(page.buttons["sent", 1])
    booked(page, qtbot)
    with page.desk.book.read() as book:
        due = queries.report(book, 1).next_due
    assert due is not None and due.year == TODAY.year + 1
    pick(page.write, "A visit from outside")
    form = opened(over(page), Form)
    write(form, by=HOSTILE[0])
    tell(form, "looked at the pump")
    booked(page, qtbot)
    press(page.buttons["visits", 0])
    sheet = opened(over(page), ListSheet)
    idle(qtbot, page.desk)
    assert [one.by for one in sheet.list.rows_model.rows] == [HOSTILE[0]]
    assert "looked at the pump" in said(sheet)


def test_papers_that_run_out_lead_to_where_they_are_changed(
    page: SupportPage, qtbot: QtBot
) -> None:
    county(page, qtbot)
    press(page.buttons["papers", 0])
    idle(qtbot, page.desk)
    window = over(page)
    round_ = window.page("round")
    assert window.shell.page_key() == "round" and isinstance(round_, RoundPage)
    assert STEPS[round_._at] == "compliance"


def test_a_registration_paper_needs_no_round_and_stands_on_home(
    page: SupportPage, qtbot: QtBot
) -> None:
    window, soon = over(page), TODAY + timedelta(days=20)
    pick(page.write, "Registration paper")
    form = opened(window, Form)
    assert "missing" in refused(form, qtbot, "words")
    write(form, words=HOSTILE[0], paper="WRA 31", issued_by="Water authority", expires=str(soon))
    booked(page, qtbot)
    assert "WRA 31 · Water authority" in " ".join(said(page))
    window.go("home")
    idle(qtbot, window.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    (row,) = (row for row in home.to_do.rows if row.said.page == "support")
    assert row.said.line.startswith("1 runs out, on ")
    press(row.button)
    idle(qtbot, window.desk)
    press(page.buttons["paper-kept", 0])
    form = opened(window, Form)
    assert form.words_of("issued_by") == "Water authority"
    write(form, expires=str(TODAY + timedelta(days=900)))
    booked(page, qtbot)
    press(page.buttons["paper-kept", 0])
    form = opened(window, Form)
    tick(form, form.fields.ticks["ended"])
    booked(page, qtbot)
    assert "No paper is written down." in " ".join(said(page))


def test_it_is_a_tab_beside_the_service_and_no_line_of_the_sidebar(
    page: SupportPage, qtbot: QtBot
) -> None:
    window = over(page)
    assert "support" not in {spec.key for spec in LINES}
    assert window.shell.sidebar.item("service").is_current
    assert page.tabs is not None and page.tabs.value() == "support"
    page.tabs.chosen.emit("service")
    idle(qtbot, window.desk)
    assert window.shell.page_key() == "service"
    assert page.tabs.value() == "support", "so it stands when one comes back"
    back = window.page("service").tabs
    assert back is not None and back.value() == "service"
    back.chosen.emit("support")
    assert page.isVisible()
