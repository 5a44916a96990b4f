"""Questions of the book in the window: chosen, opened, answered, watched, made an action of."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from imt_desktop.oversight.questions import Question, questions
from imt_desktop.plan import queries as plan
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.plan.card_sheet import CardSheet
from imt_desktop.ui.pages.questions.page import ALL, QuestionsPage
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.widgets import ConfirmDialog, TextArea
from tests.officers import ALONE
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, opened, press
from tests.ui.pages.office import Office


@pytest.fixture
def page(office: Office) -> QuestionsPage:
    """Two expenses without a voucher, in two months."""
    hand = office.hand
    hand.who = ALONE
    hand.get(5_310, on=date(2026, 9, 2))
    hand.spend(71, on=date(2026, 9, 3), payee=HOSTILE[0])
    hand.spend(83, on=date(2026, 10, 13), payee=HOSTILE[2])
    office.window.go("questions")
    idle(office.qtbot, office.desk)
    found = office.window.page("questions")
    assert isinstance(found, QuestionsPage)
    return found


def open_forms(office: Office) -> list[Form]:
    return [one for one in office.window.findChildren(Form) if one.isVisible()]


def shown(page: QuestionsPage) -> list[tuple[str, str]]:
    return [(one.code, one.about) for one in page.list.rows_model.rows]


def bare(page: QuestionsPage, office: Office, about: str = "2026-10") -> Question:
    page.show_what(("no-voucher", about))
    idle(office.qtbot, office.desk)
    one = page.list.row()
    assert isinstance(one, Question) and (one.code, one.about) == ("no-voucher", about)
    return one


def test_a_question_stands_beside_what_it_rests_on(page: QuestionsPage, office: Office) -> None:
    assert {("no-voucher", "2026-09"), ("no-voucher", "2026-10")} <= set(shown(page))
    bare(page, office, "2026-09")
    assert "September 2026" in page.detail.asks.text() and HOSTILE[0] not in page.detail.asks.text()
    (row,) = page.detail.table.rows()
    assert "71" in row.said
    page.detail.table.setFocus()
    page.detail.table.choose(row)
    QTest.keyClick(page.detail.table, Qt.Key.Key_Return)
    idle(office.qtbot, office.desk)
    opened(office.window, EntrySheet).reject()


def test_an_answer_in_writing_closes_it(page: QuestionsPage, office: Office) -> None:
    one = bare(page, office)
    press(page.detail.answer)
    form = opened(office.window, Form)
    form.do.click()
    idle(office.qtbot, office.desk)
    assert form.isVisible() and form.fields["words"].error  # nothing was said yet
    area = form.fields["words"].editor
    assert isinstance(area, TextArea)
    area.setPlainText("the shop\nhas no paper <b>")
    form.do.click()
    office.qtbot.waitUntil(lambda: (one.code, one.about) not in shown(page))
    page.filter.set_value(ALL)
    page.filter.chosen.emit(ALL)
    again = bare(page, office)
    assert again.state == "answered"
    assert "the shop has no paper <b>" in page.detail.said.text()
    idle(office.qtbot, office.desk)


def test_one_answer_closes_all_open_questions_of_its_kind(
    page: QuestionsPage, office: Office
) -> None:
    one = bare(page, office)
    kind = {(code, about) for code, about in shown(page) if code == one.code}
    others = set(shown(page)) - kind
    assert len(kind) > 1 and others
    form = page.answer()
    assert form is not None
    area = form.fields["words"].editor
    assert isinstance(area, TextArea)
    area.setPlainText("the shop has no paper")
    alike = form.fields.ticks["alike"]
    assert not alike.isChecked()
    alike.setChecked(True)
    form.do.click()
    office.qtbot.waitUntil(lambda: set(shown(page)) == others)
    states = {(q.code, q.about): q.state for q in office.hand.see(questions, office.desk.today)}
    assert {states[each] for each in kind} == {"answered"}
    idle(office.qtbot, office.desk)


def test_it_is_watched_with_two_keys(page: QuestionsPage, office: Office) -> None:
    one = bare(page, office)
    page.watch()
    opened(office.window, Form).do.click()
    office.qtbot.waitUntil(lambda: (one.code, one.about) not in shown(page))
    states = {(q.code, q.about): q.state for q in office.hand.see(questions, office.desk.today)}
    assert states["no-voucher", "2026-10"] == "watched"


def test_once_all_are_answered_it_says_so_and_shows_where_they_are(
    page: QuestionsPage, office: Office
) -> None:
    page.list.setFocus()
    while shown(page):
        before = shown(page)
        page.watch()
        opened(office.window, Form).do.click()
        office.qtbot.waitUntil(lambda was=before: len(shown(page)) < len(was))
    seen = {one.text() for one in page.findChildren(QLabel) if one.isVisible()}
    assert "No question waits for an answer" in seen and "The book has no question" not in seen
    here = office.window.focusWidget()
    assert here is not None and page.filter.isAncestorOf(here)
    idle(office.qtbot, office.desk)


def test_it_becomes_an_action_that_knows_where_it_came_from(
    page: QuestionsPage, office: Office
) -> None:
    bare(page, office)
    press(page.detail.act)
    idle(office.qtbot, office.desk)
    # No round is under way: it is begun on the spot, and what was asked for is not lost.
    with office.qtbot.waitSignal(office.desk.changed):
        opened(office.window, ConfirmDialog).accept()
    idle(office.qtbot, office.desk)
    office.qtbot.waitUntil(lambda: bool(open_forms(office)))
    form = opened(office.window, Form)
    assert form.words_of("plan/title") == "Expenses without a voucher"
    assert form.value_of("plan/watch/figure") == "vouchers"
    form.do.click()
    office.qtbot.waitUntil(lambda: bool(office.hand.see(plan.actions)))
    (action,) = office.hand.see(plan.actions)
    assert (action.origin, action.origin_about) == ("question", "no-voucher:2026-10")
    office.window.go("questions")
    office.qtbot.waitUntil(lambda: ("no-voucher", "2026-10") not in shown(page))
    page.filter.set_value(ALL)
    page.filter.chosen.emit(ALL)
    bare(page, office)
    assert page.detail.board.isVisible() and not page.detail.act.isVisible()
    press(page.detail.board)
    idle(office.qtbot, office.desk)
    opened(office.window, CardSheet).reject()
    idle(office.qtbot, office.desk)


def test_home_says_that_the_book_asks(page: QuestionsPage, office: Office) -> None:
    office.desk.changed.emit(EVERYTHING)  # it was booked without the window
    office.window.go("home")
    idle(office.qtbot, office.desk)
    home = office.window.page("home")
    assert isinstance(home, HomePage)
    row = next(row for row in home.to_do.rows if row.said.page == "questions")
    press(row.button)
    idle(office.qtbot, office.desk)
    assert page.isVisible()
