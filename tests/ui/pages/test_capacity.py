"""The capacity sheet in the window: what the book says, and what the committee is asked."""

from __future__ import annotations

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.oversight.capacity import sheet
from imt_desktop.ui.pages.capacity.page import CapacityPage
from imt_desktop.ui.pages.exporting.sheet import ExcelSheet
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.notices.page import NoticesPage
from tests.book.charging.village import ask
from tests.officers import ALONE
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import choose, opened, press, said
from tests.ui.pages.office import Office


@pytest.fixture
def page(office: Office) -> CapacityPage:
    office.hand.who = ALONE
    office.hand.get(5_310)
    office.hand.count(5_310)
    office.window.go("capacity")
    idle(office.qtbot, office.desk)
    found = office.window.page("capacity")
    assert isinstance(found, CapacityPage)
    return found


def test_each_question_says_who_answers_it(page: CapacityPage) -> None:
    money = said(page.parts["economy"])
    at = money.index("Can the committee show what was collected and what is there?")
    assert money[at + 1] == "Yes, from the book"
    assert "Not answered yet" in said(page.parts["upkeep"])
    assert next(row.overall for row in page.past.rows()) is None
    spoken = [fact.accessibleName() for fact in (page.areas["maintenance"], page.whole)]
    assert spoken == ["Maintenance, Not answered yet", "Together, Not answered yet, No grade yet"]


def test_the_committee_answers_what_the_book_cannot(page: CapacityPage, office: Office) -> None:
    press(page.ask_them)
    form = opened(office.window, Form)
    assert "lines/shown" not in form.fields  # the book is sure
    form.do.click()
    first = next(iter(form.fields.values()))
    assert "at least one" in first.error
    choose(form, "lines/person", True)
    choose(form, "lines/trained", False)
    form.do.click()
    office.qtbot.waitUntil(lambda: "No, as the committee said" in _words(page))
    found = office.hand.see(sheet, office.desk.today)
    assert found.level("maintenance") == 1
    idle(office.qtbot, office.desk)


def test_a_grade_with_open_questions_is_the_least_it_can_be(
    page: CapacityPage, office: Office
) -> None:
    press(page.ask_them)
    form = opened(office.window, Form)
    choose(form, "lines/person", True)
    choose(form, "lines/source", True)
    form.do.click()
    office.qtbot.waitUntil(lambda: "At least grade" in page.whole.accessibleName())
    found = office.hand.see(sheet, office.desk.today)
    assert found.unknown and f"At least grade {found.grade}," in page.whole.accessibleName()
    idle(office.qtbot, office.desk)


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
def test_no_day_and_no_level_of_the_past_is_cut_on_a_small_screen(
    office: Office, code: str
) -> None:
    office.hand.who = ALONE
    lines = [{"code": code, "met": True} for code in ("person", "told", "source")]
    ask(office.hand, "capacity", lines=lines)
    office.desk.tr = Translator(code, "KE")
    office.window.rebuild()
    office.window.resize(1024, 768)
    office.window.go("capacity")
    page = office.window.page("capacity")
    assert isinstance(page, CapacityPage)
    table = page.past
    office.qtbot.waitUntil(lambda: len(table.rows()) > 0)
    assert table.rows()[0].grade and table.rows()[0].unknown, "at least that grade"
    for at, column in enumerate(table.rows_model.columns):
        for row in table.rows():
            wanted = table._cells.wanted_width(column, row) - 1
            assert table.columnWidth(at) >= wanted, column.head
    idle(office.qtbot, office.desk)


def test_each_answer_leads_to_what_it_rests_on(page: CapacityPage, office: Office) -> None:
    assert "person" not in page.leads  # nobody answered it
    finance = page.areas["finance"]
    press(finance)  # goes to what keeps it from a higher level
    assert office.window.focusWidget() in (page.leads.get("fees"), page.ask_them)
    press(page.leads["shown"])
    idle(office.qtbot, office.desk)
    assert office.window.shell.page_key() == "money"
    titles = [one.windowTitle() for one in office.window.findChildren(ListSheet) if one.isVisible()]
    assert titles == ["Counts"]


def test_it_is_printed_and_saved_for_the_county(page: CapacityPage, office: Office) -> None:
    press(page.excel)
    sheet_of = opened(office.window, ExcelSheet)
    assert sheet_of.wanted().what == "capacity"
    sheet_of.reject()
    press(page.printed)
    idle(office.qtbot, office.desk)
    notices = office.window.page("notices")
    assert isinstance(notices, NoticesPage) and notices.isVisible()
    wanted = notices.look.wanted()
    assert wanted is not None and wanted.paper == "capacity"
    idle(office.qtbot, office.desk)


def _words(page: CapacityPage) -> str:
    return " ".join(said(page.parts["upkeep"]))
