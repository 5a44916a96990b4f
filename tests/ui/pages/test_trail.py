"""Who did what: the list is read as one scrolls, narrowed by its fields, and each entry opens."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imt_desktop.committee import queries
from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.community.complaints import dealing
from imt_desktop.community.complaints.dealing import ComplaintRequest
from imt_desktop.journal import Signing
from imt_desktop.ledger.expenses import ExpenseRequest, spend
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.pages.trail.reading import PAGE
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Words
from tests.builders import expense
from tests.officers import ALONE, BOTH, CHAIR, TREASURER
from tests.ui.pages.conftest import idle
from tests.ui.pages.keys import HOSTILE, none_open, press, said
from tests.ui.pages.office import Office, open_dialog


@pytest.fixture
def trail(office: Office) -> TrailPage:
    hand = office.hand
    hand.who = ALONE
    hand.get(5000, on=date(2026, 9, 2))
    hand.pay("1", 300)
    slip = hand.spend(70, text="nails")
    hand.void(slip.seq)
    hand.who = Signing(CHAIR, countersigned=(TREASURER,), signature="pin")
    hand.spend(90, text="pipes")
    office.window.go("trail")
    idle(office.qtbot, office.desk)
    page = office.window.page("trail")
    assert isinstance(page, TrailPage)
    return page


def settle(page: TrailPage, qtbot: QtBot) -> None:
    qtbot.wait(0)
    qtbot.waitUntil(lambda: not page.desk.tasks.busy)


def show(page: TrailPage, qtbot: QtBot, wish: TrailWish) -> list[str]:
    page.show_what(wish)
    settle(page, qtbot)
    return [one.said for one in page.table.rows()]


def test_the_newest_stands_first_with_who_signed(trail: TrailPage, office: Office) -> None:
    first = trail.table.rows()[0]
    assert "KSh 90" in first.said.replace("\u00a0", " ")
    assert (first.who, first.second, first.signed) == ("Joseph", "Amina", True)
    assert [one.seq for one in trail.table.rows()] == list(range(office.hand.entries(), 0, -1))


def test_it_is_narrowed_by_officer_kind_household_and_days(
    trail: TrailPage, qtbot: QtBot, office: Office
) -> None:
    assert all("Joseph" in (one.who + one.second) for one in _narrowed(trail, qtbot, officer=CHAIR))
    assert [one.kind for one in _narrowed(trail, qtbot, kind="void")] == ["An entry was cancelled"]
    assert any("300" in one.said for one in _narrowed(trail, qtbot, member="1"))
    assert not any("300" in one.said for one in _narrowed(trail, qtbot, member="2"))
    today = office.hand.clock.now.date()
    assert len(_narrowed(trail, qtbot, first=today)) == office.hand.entries()
    assert not _narrowed(trail, qtbot, last=date(2025, 1, 1))
    assert trail._none.isVisible() and not trail.open.isVisible()
    press(trail.filters.clear)
    settle(trail, qtbot)
    assert len(trail.table.rows()) == office.hand.entries()


def _narrowed(page: TrailPage, qtbot: QtBot, **wish: object) -> list[object]:
    show(page, qtbot, TrailWish(**wish))  # type: ignore[arg-type]
    return page.table.rows()


def test_words_are_typed_and_a_list_is_chosen_by_the_keyboard(
    trail: TrailPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(trail.filters.words, "nails")
    qtbot.waitUntil(lambda: 0 < len(trail.table.rows()) < 4)
    assert "Money out" in {one.kind for one in trail.table.rows()}
    trail.filters.words.clear()
    qtbot.waitUntil(lambda: len(trail.table.rows()) > 4)
    kind = trail.filters.kind
    QTest.keyClick(kind, Qt.Key.Key_Down)
    settle(trail, qtbot)
    assert {one.kind for one in trail.table.rows()} == {kind.currentText()}


def test_what_is_typed_wrong_is_said_beside_its_field(trail: TrailPage, qtbot: QtBot) -> None:
    fields = trail.filters.fields
    QTest.keyClicks(trail.filters.member, "9999")
    QTest.keyClick(trail.filters.member, Qt.Key.Key_Return)
    settle(trail, qtbot)
    assert "no member" in (fields["member"].error or "")
    trail.filters.member.clear()
    QTest.keyClicks(trail.filters.first, "31/02/2026")
    QTest.keyClick(trail.filters.first, Qt.Key.Key_Return)
    settle(trail, qtbot)
    assert "not a date" in (fields["first"].error or "")
    assert fields["member"].error is None
    press(trail.filters.clear)
    settle(trail, qtbot)
    assert fields["first"].error is None and trail.table.rows()


def test_entries_made_while_the_clock_was_wrong_are_flagged(
    trail: TrailPage, qtbot: QtBot, office: Office
) -> None:
    assert not show(trail, qtbot, TrailWish(flagged=True))
    office.hand.clock.now += timedelta(days=4000)
    office.hand.who = Signing()
    note = DecisionRequest(minute="9", what="Meter", decided_on=date(2026, 1, 10))
    odd = office.hand.do(record_decision, note)
    assert odd.envelope.clock == "ahead"
    office.desk.changed.emit(EVERYTHING)
    settle(trail, qtbot)
    show(trail, qtbot, TrailWish(flagged=True))
    (only,) = trail.table.rows()
    assert only.flagged and only.seq == odd.seq
    column = trail.table.rows_model.columns[-1]
    assert "The clock was wrong" in column.spoken(only)
    trail.open_entry(odd.seq)
    sheet = open_dialog(office, EntrySheet)
    assert "jumped far ahead" in " ".join(said(sheet))
    sheet.reject()


def test_an_entry_opens_to_its_lines_and_each_line_to_all_it_says(
    trail: TrailPage, qtbot: QtBot, office: Office
) -> None:
    show(trail, qtbot, TrailWish(kind="void"))
    trail.table.setFocus()
    QTest.keyClick(trail.table, Qt.Key.Key_Down)
    QTest.keyClick(trail.table, Qt.Key.Key_Return)
    sheet = open_dialog(office, EntrySheet)
    (line,) = sheet.table.rows()
    assert line.text == "nails" and line.cancelled
    QTest.keyClick(sheet.table, Qt.Key.Key_Down)
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    opened = open_dialog(office, LineSheet)
    assert sheet.isVisible() and "typed twice" in " ".join(said(opened))
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not office.window.findChildren(EntrySheet))


def test_the_rows_are_read_as_one_comes_to_the_end(
    trail: TrailPage, qtbot: QtBot, office: Office
) -> None:
    office.hand.who = BOTH
    with office.book.write(BOTH) as writing:
        for n in range(2 * PAGE + 50):
            record_decision(writing, DecisionRequest(minute=str(n), what=f"Decided {n}"))
    office.desk.changed.emit(EVERYTHING)
    settle(trail, qtbot)
    show(trail, qtbot, TrailWish(kind="decision"))
    everything = 2 * PAGE + 50
    assert len(trail.table.rows()) == PAGE
    for wanted in (2 * PAGE, everything):
        trail.table.scrollToBottom()
        qtbot.waitUntil(lambda wanted=wanted: len(trail.table.rows()) == wanted)
        settle(trail, qtbot)
    numbers = [one.seq for one in trail.table.rows()]
    assert numbers == sorted(numbers, reverse=True) and len(set(numbers)) == everything
    trail.table.scrollToBottom()
    assert not trail.table.rows_model.canFetchMore()


def test_an_answer_that_comes_too_late_is_not_shown(trail: TrailPage, qtbot: QtBot) -> None:
    trail.show_what(TrailWish(kind="payments"))
    trail.show_what(TrailWish(kind="void"))
    settle(trail, qtbot)
    assert {one.kind for one in trail.table.rows()} == {"An entry was cancelled"}


def test_names_of_any_kind_are_plain_text(trail: TrailPage, qtbot: QtBot, office: Office) -> None:
    office.hand.who = ALONE
    for name in HOSTILE:
        office.hand.spend(10, payee=name, text=name)
    show(trail, qtbot, TrailWish(kind="money-out"))
    assert all("\n" not in one.said and len(one.said) <= 300 for one in trail.table.rows())
    longest = max(range(len(HOSTILE)), key=lambda at: len(trail.table.rows()[at].said))
    assert trail.table.rowHeight(longest) > em(52)  # it goes on in the next line and is not cut
    trail.open_entry(trail.table.rows()[2].seq)
    sheet = open_dialog(office, EntrySheet)
    assert sheet.width() <= office.window.width()
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in sheet.findChildren(Words))
    sheet.reject()


def test_the_time_is_the_clock_on_the_wall(trail: TrailPage, office: Office) -> None:
    now: datetime = office.hand.clock.now
    assert "09:12" in trail.table.rows()[0].made or "9:12" in trail.table.rows()[0].made
    assert now.hour == 9


def test_nothing_about_a_complaint_is_there_for_whom_it_is_about(
    trail: TrailPage, office: Office
) -> None:
    with office.desk.book.write(ALONE) as book:
        for about in ("", str(CHAIR)):
            wanted = ComplaintRequest(words="x", source="anonymous", about=about)
            hidden = dealing.receive(book, wanted).seq
    for officer, seen in ((CHAIR, 1), (TREASURER, 2)):
        with office.desk.book.read() as book:
            office.desk.sit(queries.by_id(book, officer))
        settle(trail, office.qtbot)
        found = show(trail, office.qtbot, TrailWish(kind="complaint"))
        assert len(found) == seen
        trail.open_entry(hidden)
        settle(trail, office.qtbot)
        office.qtbot.wait(0)
        assert none_open(office.window) is (seen == 1)
    open_dialog(office, EntrySheet).reject()


def test_what_was_booked_late_says_for_when(trail: TrailPage, office: Office, qtbot: QtBot) -> None:
    late = ExpenseRequest(lines=(expense(70),), concerns="2026-09-20")
    office.hand.do(spend, late)
    office.desk.changed.emit(EVERYTHING)
    settle(trail, qtbot)
    assert "for 20 Sep" in str(trail._beneath(trail.table.rows()[0]))
