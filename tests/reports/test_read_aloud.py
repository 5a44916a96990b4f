"""For those who do not read: every poster has a page to be read aloud."""

from __future__ import annotations

import pytest

from imt_desktop.reports.audit import aloud as audit
from imt_desktop.reports.board import aloud as board
from imt_desktop.reports.capacity import aloud as capacity
from imt_desktop.reports.invitation import aloud as invitation
from imt_desktop.reports.papers import PAPERS
from imt_desktop.reports.yearly import aloud as calendar
from imt_desktop.ui.pages.notices.kinds import papers_for
from tests.reports import samples as s

NO_POSTER = ("cards",)
"""Put on the board by hand."""


@pytest.mark.parametrize("poster", [one for one in papers_for("wall") if one not in NO_POSTER])
def test_every_poster_has_a_page_to_read_aloud(poster: str) -> None:
    read = [PAPERS[one].facts for one in papers_for("assembly") if one.endswith("aloud")]
    assert PAPERS[poster].facts in read


def test_an_audit_is_said_in_counts_and_answers() -> None:
    said = audit.sentences(s.AUDIT, s.ENGLISH)
    assert 8 <= len(said) <= 16
    whole = " ".join(said)
    assert s.AUDIT.main is not None and f"{s.AUDIT.main.agrees} agree with the book" in whole
    assert s.ENGLISH.money(s.AUDIT.cash_counted) in whole  # type: ignore[arg-type]
    assert "The vote: " in whole
    assert all(one.endswith(".") and "?." not in one for one in said)
    assert "Nothing: all that was looked at agrees." in audit.sentences(s.SMALL_AUDIT, s.ENGLISH)
    assert f"And {len(s.BIG_AUDIT.findings) - 5} more." in audit.sentences(s.BIG_AUDIT, s.ENGLISH)


def test_the_plan_is_said_problem_by_problem() -> None:
    facts = s.board(9)
    said = board.sentences(facts, s.ENGLISH)
    assert len(said) <= 2 + 6 * len(facts.lanes)
    card = next(card for lane in facts.lanes for card in lane.cards if card.state == "under-way")
    assert card.name in " ".join(said)
    assert len(board.sentences(s.board(200), s.ENGLISH)) <= 2 + 6 * 3
    assert board.sentences(s.board(0), s.ENGLISH)


def test_what_nobody_answered_is_no_no() -> None:
    said = capacity.sentences(s.capacity(6), s.ENGLISH)
    assert said[-1] == "6 questions have no answer yet."
    asked = [one for part in s.capacity(6).parts for one in part.criteria]
    no = [one for one in asked if not one.met and one.by != "unknown"]
    assert sum(one.endswith("? No.") for one in said) == len(no)


def test_the_year_is_said_month_by_month() -> None:
    said = calendar.sentences(s.YEAR, s.ENGLISH)
    assert said[1].startswith("Late: ")
    assert [one.partition(" ")[0] for one in said[2:4]] == ["March", "April"]
    assert len(said) <= 14
    assert calendar.sentences(s.EMPTY_YEAR, s.ENGLISH)[1:] == ("Nothing is due.",)


def test_an_invitation_says_when_where_and_what_about() -> None:
    facts = s.invitation(4)
    said = " ".join(invitation.sentences(facts, s.ENGLISH))
    meeting = facts.meeting
    assert s.ENGLISH.weekday(meeting.day)[1:] in said
    for one in (meeting.hour, meeting.place, meeting.agenda[0].rstrip(".")):
        assert one in said
