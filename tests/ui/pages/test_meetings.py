"""Meetings: called, held, written down; decisions revoked and never deleted; hostile words."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee.describing import DecisionRequest, VotesLine, record_decision
from imt_desktop.committee.queries import decisions, officers
from imt_desktop.community.meetings import calling, queries
from imt_desktop.community.meetings.calling import MeetingRequest
from imt_desktop.community.meetings.holding import HeldRequest, QuestionRequest, ask
from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.journal import Signing
from imt_desktop.ledger.charging.absences import noted_absent
from imt_desktop.oversight.meetings import hold_meeting
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.home.to_do import ToDoRow
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.meetings.calling import MET
from imt_desktop.ui.pages.meetings.look import NearMeeting, near
from imt_desktop.ui.pages.meetings.page import MeetingsPage
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.notices.look import MOST
from imt_desktop.ui.pages.notices.page import NoticesPage
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.ticking import TickMembers
from imt_desktop.ui.widgets import Button, ComboBox, ConfirmDialog, SuggestEdit, TextArea
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, choose, opened, pick, press, refused, said, save, write

TODAY = date.today()


def shown(window: MainWindow, qtbot: QtBot) -> MeetingsPage:
    window.go("meetings")
    idle(qtbot, window.desk)
    page = window.page("meetings")
    assert isinstance(page, MeetingsPage)
    return page


def called(window: MainWindow, **wanted: object) -> None:
    with window.desk.book.write(Signing(1)) as book:
        calling.call(book, MeetingRequest(**{"day": TODAY, **wanted}))  # type: ignore[arg-type]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> MeetingsPage:
    """An assembly of today that takes two to decide, about two points."""
    called(window, place="under the fig tree", agenda=("Accounts", "Pipes"), quorum=2)
    return shown(window, qtbot)


def the(page: MeetingsPage, number: int = 1) -> Meeting:
    with page.desk.book.read() as book:
        return queries.meeting(book, number)


def close(page: MeetingsPage, number: int = 1) -> NearMeeting:
    with page.desk.book.read() as book:
        return near(book, number)


def form_of(page: MeetingsPage) -> Form:
    window = page.window()
    assert isinstance(window, MainWindow)
    return opened(window, Form)


def type_text(form: Form, name: str, words: str) -> None:
    editor = form.fields[name].editor
    assert isinstance(editor, TextArea)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)


def held(page: MeetingsPage, qtbot: QtBot) -> None:
    """Two women and one man came."""
    press(page.card.hold)
    idle(qtbot, page.desk)
    form = form_of(page)
    write(form, women="2", men="1", women_spoke="1")
    save(form, qtbot)


def test_an_empty_page_says_what_to_do_and_calls_the_first_meeting(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    assert "No meeting is written down" in said(page)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    write(form, hour="3 pm")
    assert "3 pm" in refused(form, qtbot, "hour")
    write(form, hour="9.30", quorum="0", place="School")
    assert "quorum" in refused(form, qtbot, "quorum")
    write(form, quorum="3")
    editor = form.fields["agenda"].editor
    assert isinstance(editor, TextArea)
    editor.setFocus()
    QTest.keyClicks(editor, "Accounts")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Water price")
    save(form, qtbot)
    found = close(page)
    assert found.agenda == ("Accounts", "Water price")
    assert (found.meeting.hour, found.meeting.quorum) == ("09:30", 3)
    assert page.card.isVisible() and "Assembly" in said(page.card)


def test_a_meeting_of_a_zone_asks_for_the_zone(page: MeetingsPage, qtbot: QtBot) -> None:
    form = page.begin()
    assert form.fields["zone"].isHidden()
    choose(form, "what", "zone")
    assert form.fields["zone"].isVisible()
    assert refused(form, qtbot, "zone")
    write(form, zone="Hilltop")
    save(form, qtbot)
    shown_now = page.near()
    assert shown_now is not None and shown_now.meeting.zone == "Hilltop", "the new one is shown"
    assert (the(page, 2).what, the(page, 2).zone) == ("zone", "Hilltop")


def test_who_came_is_counted_ticked_and_held_against_the_register(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    press(page.card.hold)
    idle(qtbot, page.desk)
    form = form_of(page)
    write(form, women="4")
    assert "4 who came are more than the 3" in refused(form, qtbot, "women")
    write(form, women="1", women_spoke="2")
    assert "2 who spoke" in refused(form, qtbot, "women_spoke")
    write(form, women_spoke="1", men="1")
    ticks = form.fields["present"].editor
    assert isinstance(ticks, TickMembers)
    ticks.table.setFocus()
    ticks.table.choose(ticks.table.rows()[1])
    QTest.keyClick(ticks.table, Qt.Key.Key_Space)
    save(form, qtbot)
    found = close(page)
    assert (found.meeting.came, found.meeting.quorate) == (2, True)
    assert found.attendance is not None and found.attendance.present == (2,)
    assert "it could decide" in page.card.quorum.words()
    pick(page.card.more, "Change who came")
    idle(qtbot, page.desk)
    again = form_of(page).fields["present"].editor
    assert isinstance(again, TickMembers) and again.members() == ("2",)


def test_too_few_came_and_the_page_says_so(page: MeetingsPage, qtbot: QtBot) -> None:
    press(page.card.hold)
    idle(qtbot, page.desk)
    form = form_of(page)
    write(form, women="1")
    save(form, qtbot)
    assert "could not decide" in page.card.quorum.words()
    press(page.card.decide)
    assert "could not decide" in " ".join(said(form_of(page))), "before a decision is typed in vain"


def test_minutes_keep_their_decisions_and_the_other_way_round(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    held(page, qtbot)
    press(page.card.decide)
    form = form_of(page)
    assert refused(form, qtbot, "decided/1/what")
    type_text(form, "decided/1/what", "Pipes are bought")
    assert refused(form, qtbot, "decided/1/minute")
    write(form, **{"decided/1/minute": "11", "decided/1/votes": "9"})
    assert "9" in refused(form, qtbot, "decided/1/votes")
    write(form, **{"decided/1/votes": "3"})
    save(form, qtbot)
    press(page.card.minutes)
    form = form_of(page)
    type_text(form, "words", "The accounts were read out.")
    save(form, qtbot)
    press(page.card.decide)
    form = form_of(page)
    write(form, **{"decided/1/minute": "12"})
    type_text(form, "decided/1/what", "Two pads")
    save(form, qtbot)
    found = close(page)
    assert found.words == "The accounts were read out."
    assert [one.minute for one in found.decisions] == ["11", "12"]
    assert "Pipes are bought" in said(page.card)


def test_why_a_photo_is_refused_can_be_read_under_it(
    page: MeetingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    """In a wide form the sentence takes fewer lines than where Qt measures it."""
    held(page, qtbot)
    press(page.card.minutes)
    form = form_of(page)
    no_photo = tmp_path / "fake.jpg"
    no_photo.write_text("no picture")
    field = form.fields["attachment"]
    assert isinstance(field.editor, VoucherField)
    field.editor.take(no_photo)
    idle(qtbot, page.desk)
    qtbot.waitUntil(lambda: field.error is not None)
    under = field.mapTo(form, field.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: under < form.do.mapTo(form, QPoint(0, 0)).y())
    around = form.inside.parentWidget()
    qtbot.waitUntil(lambda: form.inside.height() <= around.height())  # nothing lies out of sight


def test_leaving_typed_minutes_asks_first(page: MeetingsPage, qtbot: QtBot) -> None:
    held(page, qtbot)
    press(page.card.minutes)
    form = form_of(page)
    type_text(form, "words", "Half an hour of typing")
    form.reject()
    window = page.window()
    assert isinstance(window, MainWindow)
    asked = opened(window, ConfirmDialog)
    assert form.isVisible()
    asked.reject()
    form.leave()


def test_a_question_waits_is_told_in_the_title_and_is_answered(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    held(page, qtbot)
    press(page.card.question)
    form = form_of(page)
    assert refused(form, qtbot, "words")
    type_text(form, "words", "When is the tank cleaned?")
    write(form, due_on="01/01/2020")
    assert refused(form, qtbot, "due_on")
    write(form, due_on=(TODAY + timedelta(days=9)).strftime("%d/%m/%Y"))
    save(form, qtbot)
    assert "1 question waits for an answer" in said(page)
    qtbot.waitUntil(page.card.answers[0].isVisible)
    page.list.list.setFocus()
    for _ in range(3):  # Excel, the words of the meeting, and the question in them
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is page.card.answers[0]
    press(page.card.answers[0])
    form = form_of(page)
    assert refused(form, qtbot, "words")
    type_text(form, "words", "On Saturday")
    save(form, qtbot)
    assert close(page).questions[0].answer == "On Saturday"
    assert not page.card.answers and "On Saturday" in said(page.card)


def test_home_leads_to_the_meeting_and_to_the_question_that_waits(
    window: MainWindow, qtbot: QtBot
) -> None:
    called(window, day=TODAY - timedelta(days=2))
    called(window, day=TODAY + timedelta(days=40))
    with window.desk.book.write(Signing(1)) as book:
        hold_meeting(book, HeldRequest(meeting=1, women=1, men=0, on=TODAY - timedelta(days=2)))
        ask(book, QuestionRequest(meeting=1, words="Why?", due_on=TODAY + timedelta(days=3)))
        calling.call(book, MeetingRequest(day=TODAY + timedelta(days=1)))
    window.desk.changed.emit(MET)
    window.go("home")
    idle(qtbot, window.desk)
    home = window.page("home")
    for title, number in (("Answer a question of a meeting", 1), ("Meeting", 3)):
        window.go("home")
        idle(qtbot, window.desk)
        row = next(one for one in home.findChildren(ToDoRow) if one.said.title == title)
        press(row.button)
        idle(qtbot, window.desk)
        page = window.page("meetings")
        assert isinstance(page, MeetingsPage) and page.isVisible()
        shown_now = page.near()
        assert shown_now is not None and shown_now.meeting.id == number


def test_a_decision_is_revoked_by_another_and_stays(
    page: MeetingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    held(page, qtbot)
    press(page.card.decide)
    form = form_of(page)
    write(form, **{"decided/1/minute": "11"})
    type_text(form, "decided/1/what", "Another price")
    save(form, qtbot)
    press(page.decisions)
    idle(qtbot, page.desk)
    sheet = opened(window, ListSheet)
    assert sheet.focusWidget() is sheet.list, "the keys begin in the list"
    rows = sheet.list.rows_model.rows
    old = next(one for one in rows if one.decision.minute == "7")
    sheet.list.choose(old)
    assert "A water price was set" in " ".join(said(sheet))
    revoke = next(one for one in sheet.findChildren(Button) if "Revoke" in one.text())
    press(revoke)
    form = form_of(page)
    assert "Say which decision" in refused(form, qtbot, "by"), "none is chosen by chance"
    by = form.fields["by"].editor
    assert isinstance(by, ComboBox) and by.placeholderText() == "Choose one"
    by.setCurrentIndex(next(at for at in range(by.count()) if "Another price" in by.itemText(at)))
    save(form, qtbot)
    with page.desk.book.read() as book:
        found = {one.minute: one for one in decisions(book)}
    assert found["7"].revoked_by == found["11"].id
    assert found["11"].revoked_by is None


def test_only_what_can_take_its_place_is_offered(
    page: MeetingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    old = TODAY - timedelta(days=9)
    with page.desk.book.write(Signing(1)) as book:
        for minute, body, day, votes in (
            ("before", "assembly", old - timedelta(days=400), None),
            ("price", "assembly", old, None),
            ("lost", "assembly", TODAY, VotesLine(1, 9)),
            ("hill", "zone", TODAY, None),
            ("board", "committee", TODAY, VotesLine(9, 1)),
            ("good", "assembly", TODAY, VotesLine(9, 1)),
        ):
            record_decision(
                book,
                DecisionRequest(minute=minute, what="", body=body, decided_on=day, votes=votes),
            )
    press(page.decisions)
    idle(qtbot, page.desk)
    sheet = opened(window, ListSheet)
    rows = sheet.list.rows_model.rows
    sheet.list.choose(next(one for one in rows if one.decision.minute == "price"))
    press(next(one for one in sheet.findChildren(Button) if "Revoke" in one.text()))
    form = form_of(page)
    by = form.fields["by"].editor
    assert isinstance(by, ComboBox)
    offered = " | ".join(by.itemText(at) for at in range(by.count()))
    assert "good" in offered
    assert not [minute for minute in ("before", "lost", "hill", "board") if minute in offered]
    form.reject()


def test_who_was_elected_takes_up_the_post(page: MeetingsPage, qtbot: QtBot) -> None:
    held(page, qtbot)
    pick(page.card.more, "Who was elected")
    idle(qtbot, page.desk)
    form = form_of(page)
    assert form.value_of("decision") is None, "the water price elected nobody"
    decisions = form.fields["decision"].editor
    assert isinstance(decisions, ComboBox) and decisions.placeholderText() == "Choose one"
    name = form.fields["lines/1/name"].editor
    assert isinstance(name, SuggestEdit)
    assert [one.words for one in name.fitting("mut")] == ["Joseph Mutua"], "may be elected again"
    write(form, **{"lines/1/votes": "three"})
    assert "“three” is not a number of people" in refused(form, qtbot, "lines/1/votes")
    write(form, **{"lines/1/votes": "3"})
    assert "which decision" in refused(form, qtbot, "decision")
    form.leave()
    press(page.card.decide)
    form = form_of(page)
    write(form, **{"decided/1/minute": "9/26"})
    type_text(form, "decided/1/what", "Election of the secretary")
    save(form, qtbot)
    pick(page.card.more, "Who was elected")
    idle(qtbot, page.desk)
    form = form_of(page)
    assert form.value_of("decision") == 2
    assert refused(form, qtbot, "lines/1/name")
    write(form, **{"lines/3/name": "Rose Ndunge", "lines/3/votes": "3000"})
    choose(form, "lines/3/post", "secretary")
    assert "3" in refused(form, qtbot, "lines/3/votes")
    write(form, **{"lines/3/votes": "3"})
    save(form, qtbot)
    with page.desk.book.read() as book:
        found = officers(book)
    assert [(one.name, one.post) for one in found][-1] == ("Rose Ndunge", "secretary")
    assert found[-1].until == form.day_of("until")
    heard: list[str] = []
    page.desk.said.connect(heard.append)
    pick(page.card.more, "Who was elected")
    idle(qtbot, page.desk)
    form = form_of(page)
    write(form, **{"lines/1/name": "Peter Kioko"})
    choose(form, "lines/1/post", "secretary")
    save(form, qtbot)
    assert heard[-1].endswith("until they hand over under Settings, Officers: Rose Ndunge")


def test_who_was_not_ticked_as_present_is_absent_on_the_day_of_the_meeting(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    with page.desk.book.write(Signing(1)) as book:
        held_on = TODAY - timedelta(days=1)
        wanted = HeldRequest(meeting=1, women=1, men=0, present=("2",), on=held_on)
        hold_meeting(book, wanted)
    page.desk.changed.emit(MET)
    idle(qtbot, page.desk)
    pick(page.card.more, "Who was absent")
    idle(qtbot, page.desk)
    form = form_of(page)
    assert form.day_of("on") == held_on
    ticks = form.fields["members"].editor
    assert isinstance(ticks, TickMembers) and ticks.members() == ("1", "3")
    ticks.turn(next(row for row in ticks.table.rows() if row.number == "3"))
    save(form, qtbot)
    with page.desk.book.read() as book:
        assert noted_absent(book, "assembly", held_on) == {1}
    pick(page.card.more, "Who was absent")
    idle(qtbot, page.desk)
    again = form_of(page).fields["members"].editor
    assert isinstance(again, TickMembers) and again.members() == ("3",), "nobody is noted twice"


def test_where_more_were_counted_than_ticked_nobody_is_absent_beforehand(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    with page.desk.book.write(Signing(1)) as book:
        held_on = TODAY - timedelta(days=1)
        hold_meeting(book, HeldRequest(meeting=1, women=1, men=1, present=("2",), on=held_on))
    page.desk.changed.emit(MET)
    idle(qtbot, page.desk)
    pick(page.card.more, "Who was absent")
    idle(qtbot, page.desk)
    form = form_of(page)
    ticks = form.fields["members"].editor
    assert isinstance(ticks, TickMembers) and not ticks.members()
    assert "2 were counted, but only 1 of them ticked as present" in " ".join(said(form))
    for row in ticks.table.rows():
        ticks.turn(row)
    assert "3 absent and 2 who came: more than the 3 who" in refused(form, qtbot, "members")
    with page.desk.book.read() as reading:
        assert not noted_absent(reading, "assembly", held_on)


def test_settings_name_the_assembly_that_was_called(page: MeetingsPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("settings")
    idle(qtbot, window.desk)
    shown_day = f"{page.desk.tr.weekday(TODAY)}, under the fig tree"
    assert shown_day in said(window.page("settings"))


def test_a_meeting_that_is_called_off_keeps_its_place_and_can_be_called_again(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    pick(page.card.more, "Call it off")
    form = form_of(page)
    assert refused(form, qtbot, "reason")
    write(form, reason="Rain")
    save(form, qtbot)
    assert the(page).off and not page.card.hold.isVisible()
    pick(page.card.more, "Call it again")
    form = form_of(page)
    save(form, qtbot)
    assert not the(page).off


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_plain_text(window: MainWindow, qtbot: QtBot, words: str) -> None:
    called(window, what="zone", zone=words, place=words, agenda=(words,))
    page = shown(window, qtbot)
    texts = said(page.card)
    assert len({text for text in texts if words[:8] in text}) == 3, texts
    assert page.card.width() <= page.width()
    press(page.card.change)
    form = form_of(page)
    save(form, qtbot)
    assert close(page).agenda == (words,)


def test_its_papers_are_looked_at_under_notices(page: MeetingsPage, qtbot: QtBot) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    pick(page.card.papers, "Invitation to a meeting")
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.meeting) == ("invitation", 1)
    notices.show_what(Wish("minutes"))
    idle(qtbot, window.desk)
    wanted = notices.look.wanted()
    assert wanted is not None and wanted.meeting == 1, "the latest, where none is named"


def test_the_minutes_of_a_meeting_long_ago_are_its_own(window: MainWindow, qtbot: QtBot) -> None:
    with window.desk.book.write(Signing(1)) as book:
        for ago in range(MOST + 2, 0, -1):
            calling.call(book, MeetingRequest(day=TODAY - timedelta(days=ago)))
    window.go("notices", Wish("minutes", meeting=1))
    idle(qtbot, window.desk)
    notices = window.page("notices")
    assert isinstance(notices, NoticesPage)
    wanted = notices.look.wanted()
    assert wanted is not None and (wanted.paper, wanted.meeting) == ("minutes", 1)
    assert notices.look.meeting.count() == MOST + 1
