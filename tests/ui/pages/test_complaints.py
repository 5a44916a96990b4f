"""Complaints: written down, handed over, answered, asked about, erased; hidden from whom they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import dealing, queries
from imt_desktop.community.complaints.dealing import ComplaintRequest
from imt_desktop.community.complaints.queries import Complaint
from imt_desktop.community.complaints.rules import own_names, rules
from imt_desktop.community.packs import categories
from imt_desktop.journal import Signing
from imt_desktop.plan import actions, rounds
from imt_desktop.plan.actions import ActionRequest, CardLine, OriginLine
from imt_desktop.plan.rounds import RoundRequest
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.complaints.page import ComplaintsPage
from imt_desktop.ui.pages.complaints.rows import ALL, LATE
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.page import HomePage
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.plan.wish import ActionWish
from imt_desktop.ui.widgets import TextArea
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import (
    HOSTILE,
    choose,
    none_open,
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
TREASURER, CHAIR = 1, 2


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[ComplaintsPage]:
    """A complaint that is late, one about the chair, and one about the treasurer, who sits here."""
    first = TODAY - timedelta(days=40)
    wanted = (
        ComplaintRequest(words="The tap drips", name="Rose Ndunge", category="leak", on=first),
        ComplaintRequest(words="He was rude", source="anonymous", category="treatment", about="2"),
        ComplaintRequest(words="No receipt", name="Peter", category="no-receipt", about="1"),
    )
    with window.desk.book.write(Signing(CHAIR)) as book:
        for one in wanted:
            dealing.receive(book, one)
    window.go("complaints")
    idle(qtbot, window.desk)
    made = window.page("complaints")
    assert isinstance(made, ComplaintsPage)
    qtbot.waitUntil(made.panel.isVisible)
    yield made


def numbers(page: ComplaintsPage) -> list[int]:
    return [row.id for row in page.list.list.rows_model.rows]


def complaint(page: ComplaintsPage, number: int) -> Complaint:
    with page.desk.book.read() as book:
        return queries.complaint(book, number)


def over(page: ComplaintsPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def type_in(form: Form, name: str, words: str) -> None:
    editor = form.fields[name].editor
    assert isinstance(editor, TextArea)
    editor.setPlainText(words)


def sit(page: ComplaintsPage, qtbot: QtBot, officer: int) -> None:
    with page.desk.book.read() as book:
        page.desk.sit(committee.by_id(book, officer))
    idle(qtbot, page.desk)


def test_the_counts_of_the_month_are_those_of_the_list(page: ComplaintsPage, qtbot: QtBot) -> None:
    assert numbers(page) == [1, 2], "not the one about the treasurer, who sits here"
    assert any("Received this month: 1;" in words for words in said(page))


def test_the_late_one_stands_first_and_is_told_by_word_and_shape(page: ComplaintsPage) -> None:
    assert numbers(page) == [1, 2]
    line = page.list._line(page.list.list.rows_model.rows[0])
    assert line.state is not None and line.state.shape == "triangle-alert"
    assert "late" in line.state.words
    assert "The tap drips" in said(page.panel)
    received = page.desk.tr.short_date(TODAY - timedelta(days=40))
    assert received in said(page.panel), "what was typed today happened then"


def test_whoever_it_is_about_never_sees_it(page: ComplaintsPage, qtbot: QtBot) -> None:
    page.list.filter(ALL)
    assert 3 not in numbers(page)
    page.show_what(3)
    idle(qtbot, page.desk)
    assert "No receipt" not in " ".join(said(page.panel))
    sit(page, qtbot, CHAIR)
    assert sorted(numbers(page)) == [1, 3], "the chair sees the treasurer's, not his own"


def test_what_the_one_before_saw_is_gone_when_another_sits_down(
    page: ComplaintsPage, qtbot: QtBot
) -> None:
    page.show_what(2)
    idle(qtbot, page.desk)
    assert "He was rude" in said(page.panel)
    with page.desk.book.read() as book:
        page.desk.sit(committee.by_id(book, CHAIR))
    assert not page.panel.isVisible()
    idle(qtbot, page.desk)
    assert "He was rude" not in said(page.panel)


def test_home_counts_only_what_whoever_sits_here_may_see(
    page: ComplaintsPage, qtbot: QtBot
) -> None:
    window = over(page)
    page.desk.changed.emit(NOTHING)
    window.go("home")
    idle(qtbot, page.desk)
    home = window.page("home")
    assert isinstance(home, HomePage)
    rows = [row for row in home.to_do.rows if row.said.page == "complaints"]
    assert len(rows) == 1 and rows[0].said.what == 1, "one is late, and it opens"
    press(rows[0].button)
    idle(qtbot, page.desk)
    assert page.isVisible() and "The tap drips" in said(page.panel)


def test_a_complaint_is_written_down_and_chosen(page: ComplaintsPage, qtbot: QtBot) -> None:
    press(page.new)
    form = opened(over(page), Form)
    assert "missing" in refused(form, qtbot, "name")
    type_in(form, "words", "\n".join(HOSTILE))
    write(form, name=HOSTILE[0])
    choose(form, "category", "no-water")
    choose(form, "assigned", "2")
    with qtbot.waitSignal(page.desk.said) as told:
        save(form, qtbot)
    assert "4" in told.args[0]
    assert complaint(page, 4).assigned == CHAIR
    qtbot.waitUntil(lambda: page.list.list.row() is not None and page.list.list.row().id == 4)
    assert any("<b>Jose" in words for words in said(page.panel))


def test_without_a_name_none_is_asked_for(page: ComplaintsPage, qtbot: QtBot) -> None:
    press(page.new)
    form = opened(over(page), Form)
    write(form, name="Somebody")
    choose(form, "source", "anonymous")
    assert form.fields["name"].isHidden()
    type_in(form, "words", "Water is brown")
    save(form, qtbot)
    with page.desk.book.read() as book:
        assert queries.words_of(book, 4).name == ""


def test_it_is_never_given_to_whom_it_is_about(page: ComplaintsPage, qtbot: QtBot) -> None:
    press(page.new)
    form = opened(over(page), Form)
    type_in(form, "words", "Unfair")
    choose(form, "source", "anonymous")
    choose(form, "assigned", "2")
    choose(form, "about", "2")
    assert form.value_of("assigned") == "", "nobody keeps it who was chosen before"
    with pytest.raises(AssertionError):
        choose(form, "assigned", "2")
    choose(form, "about", "1")
    choose(form, "assigned", "2")
    form.leave()
    page.show_what(2)
    idle(qtbot, page.desk)
    press(page.panel.hand)
    form = opened(over(page), Form)
    with pytest.raises(AssertionError):
        choose(form, "assigned", "2")


def test_it_goes_upwards_is_answered_asked_about_and_taken_up_again(
    page: ComplaintsPage, qtbot: QtBot
) -> None:
    window = over(page)
    pick(page.panel.more, "Pass it on")
    form = opened(window, Form)
    assert refused(form, qtbot, "to")
    write(form, to="County water office")
    save(form, qtbot)
    assert complaint(page, 1).stage == "passed-on" and complaint(page, 1).missed
    page.show_what(1)
    idle(qtbot, page.desk)
    states = [step.state for step in page.panel._steps._steps]
    assert states == ["done", "open", "now"]  # it never lay with the committee

    press(page.panel.answer)
    form = opened(window, Form)
    type_in(form, "words", "A washer was put in")
    tick(form, form.fields.ticks["fixed"])
    save(form, qtbot)
    assert complaint(page, 1).put_right
    qtbot.waitUntil(lambda: window.focusWidget() is page.list.list)
    page.show_what(1)
    idle(qtbot, page.desk)
    assert "A washer was put in" in said(page.panel)
    assert page.panel.ask.isVisible() and not page.panel.answer.isVisible()

    press(page.panel.ask)
    form = opened(window, Form)
    choose(form, "satisfied", False)
    save(form, qtbot)
    assert complaint(page, 1).satisfied is False

    press(page.panel.reopen)
    form = opened(window, Form)
    type_in(form, "words", "It drips again")
    save(form, qtbot)
    assert complaint(page, 1).answered_on is None and complaint(page, 1).reopened == 1


def test_what_it_says_is_erased_and_its_days_stay(page: ComplaintsPage, qtbot: QtBot) -> None:
    pick(page.panel.more, "Erase")
    form = opened(over(page), Form)
    save(form, qtbot)
    qtbot.waitUntil(lambda: "The tap drips" not in said(page.panel))
    assert any("was erased" in words for words in said(page.panel))
    assert numbers(page) == [1, 2]


def test_it_becomes_an_action_that_says_nothing_of_what_it_says(page: ComplaintsPage) -> None:
    wishes: list[tuple[str, object]] = []
    page.desk.go.connect(lambda where, what: wishes.append((where, what)))
    pick(page.panel.more, "Make it")
    (where, what), *_ = wishes
    assert where == "plan" and isinstance(what, ActionWish)
    assert what.origin == OriginLine(what="complaint", about="1")
    assert "drips" not in what.title and what.title in said(page.panel)


def test_what_the_plan_does_about_it_stands_beside_it(page: ComplaintsPage, qtbot: QtBot) -> None:
    assert page.window().focusWidget() is page.list.list, (
        "the keys are on the list as the page opens"
    )
    with page.desk.book.write(Signing(1)) as book:
        rounds.begin(book, RoundRequest(name="1"))
        plan = CardLine(title="A new washer", deadline=TODAY, person="Peter")
        actions.plan(book, ActionRequest(plan=plan, origin=OriginLine("complaint", "1")))
    page.load()
    qtbot.waitUntil(lambda: "A new washer; Not started" in said(page.panel))
    gone: list[tuple[str, object]] = []
    page.desk.go.connect(lambda where, what: gone.append((where, what)))
    pick(page.panel.more, "Open “A new washer”")
    assert gone[0] == ("plan", 1)
    idle(qtbot, page.desk)


def test_search_and_filters_narrow_the_list(page: ComplaintsPage, qtbot: QtBot) -> None:
    page.list.filter(LATE)
    assert numbers(page) == [1]
    page.list.filter(ALL)
    QTest.keyClicks(page.list.search, "ndunge")
    qtbot.waitUntil(lambda: numbers(page) == [1])
    page.list.search.clear()
    QTest.keyClicks(page.list.search, "receipt")
    qtbot.waitUntil(lambda: numbers(page) == [])
    assert not page.panel.isVisible()


def test_f6_begins_one_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F6)
    idle(qtbot, window.desk)
    qtbot.waitUntil(lambda: not none_open(window))
    assert "source" in opened(window, Form).fields


def test_the_slip_is_shown_on_the_notices_page_only_to_whom_may_see_the_complaint(
    page: ComplaintsPage, qtbot: QtBot
) -> None:
    page.show_what(2)
    idle(qtbot, page.desk)
    press(page.panel.slip)
    idle(qtbot, page.desk)
    notices = over(page).page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.complaint) == ("complaint-slip", 2)
    sit(page, qtbot, CHAIR)
    wanted = notices.look.wanted()
    assert wanted is not None and wanted.complaint != 2, "the chair is whom it is about"


def test_deadline_and_kinds_are_the_committees_own_and_old_ones_keep_their_name(
    page: ComplaintsPage, qtbot: QtBot
) -> None:
    press(page.rules)
    form = opened(over(page), Form)
    write(form, **{"days": "400", "categories/1/name": "Goats at the trough"})
    assert refused(form, qtbot, "days")
    editor = form.fields["free_days"].editor
    assert isinstance(editor, TextArea)
    editor.setPlainText("Tuesday")
    write(form, days="3")
    assert refused(form, qtbot, "free_days")
    editor.setPlainText("2027-01-05")
    save(form, qtbot)
    idle(qtbot, page.desk)
    press(page.new)
    form = opened(over(page), Form)
    type_in(form, "words", "three goats")
    write(form, name="Rose")
    choose(form, "category", "own-1")
    save(form, qtbot)
    idle(qtbot, page.desk)
    press(page.rules)
    form = opened(over(page), Form)
    write(form, **{"categories/1/name": "", "categories/2/name": "Dogs"})
    save(form, qtbot)
    idle(qtbot, page.desk)
    with page.desk.book.read() as book:
        assert [(one.code, one.name) for one in rules(book).categories] == [("own-2", "Dogs")]
        assert rules(book).free_days == (date(2027, 1, 5),)
    page.show_what(4)
    idle(qtbot, page.desk)
    assert "Goats at the trough" in said(page.panel)


def test_a_kind_that_all_have_gets_another_word(page: ComplaintsPage, qtbot: QtBot) -> None:
    press(page.rules)
    form = opened(over(page), Form)
    assert {"Leak or breakage", "Another word for a kind that all committees have"} <= set(
        said(form)
    )
    leak = 2 + [one.code for one in categories()].index("leak") + 1
    write(form, **{f"categories/{leak}/name": "Burst pipe"})
    save(form, qtbot)
    idle(qtbot, page.desk)
    with page.desk.book.read() as book:
        assert own_names(book) == {"leak": "Burst pipe"}
    press(page.rules)
    assert opened(over(page), Form).words_of(f"categories/{leak}/name") == "Burst pipe"


def test_a_photo_that_is_none_is_said_in_sight_and_by_keys(
    page: ComplaintsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    over(page).resize(1024, 768)
    press(page.new)
    form = opened(over(page), Form)
    photo = form.fields["attachment"].editor
    assert isinstance(photo, VoucherField)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    photo.choose.setFocus()
    photo.take(bad)
    assert photo.window().focusWidget() is photo, "Enter must not press a button meanwhile"
    qtbot.waitUntil(lambda: photo.error is not None)
    assert photo.window().focusWidget() is photo.choose

    def in_sight() -> bool:
        return photo.parentWidget().visibleRegion().boundingRect().height() >= (
            photo.parentWidget().height()
        )

    qtbot.waitUntil(in_sight)
    form.leave()
