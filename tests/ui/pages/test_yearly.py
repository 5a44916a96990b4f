"""A year at a glance: what is due in its order, late first, and the way to where it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from imt_desktop.community.complaints import dealing
from imt_desktop.community.complaints.dealing import ComplaintRequest
from imt_desktop.community.meetings import calling
from imt_desktop.community.meetings.calling import MeetingRequest
from imt_desktop.journal import Signing
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.yearly.page import PLACES, YearPage
from imt_desktop.wording.community import DUE
from tests.ui.pages.conftest import idle

TODAY = date.today()
CHAIR = 2


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> YearPage:
    """A complaint that is late, one about the treasurer who sits here, and a meeting in ten days."""
    with window.desk.book.write(Signing(CHAIR)) as book:
        late = TODAY - timedelta(days=40)
        dealing.receive(book, ComplaintRequest(words="secret", source="anonymous", on=late))
        dealing.receive(book, ComplaintRequest(words="x", source="anonymous", about="1"))
        calling.call(book, MeetingRequest(day=TODAY + timedelta(days=10)))
    window.go("yearly")
    idle(qtbot, window.desk)
    made = window.page("yearly")
    assert isinstance(made, YearPage)
    return made


def test_late_things_stand_first_and_nobody_reads_of_a_complaint_about_himself(
    page: YearPage,
) -> None:
    rows = page.table.rows()
    assert [one.about for one in rows if one.what == "complaint"] == [1]
    assert rows[0].late and [one.on for one in rows] == sorted(one.on for one in rows)
    shown = [column.spoken(row) for row in rows for column in page.table.rows_model.columns]
    assert "Late" in shown and "in 10 days" in shown and "Assembly" in shown
    assert not any("secret" in words for words in shown)


def test_enter_goes_where_it_is_done(page: YearPage, qtbot: QtBot) -> None:
    meeting = next(one for one in page.table.rows() if one.what == "meeting")
    with qtbot.waitSignal(page.desk.go) as asked:
        page.table.opened.emit(meeting)
    assert asked.args == ["meetings", meeting.about]


def test_everything_that_can_be_due_has_its_place(page: YearPage) -> None:
    assert set(PLACES) == set(DUE) and set(PLACES.values()) <= page.desk.pages
