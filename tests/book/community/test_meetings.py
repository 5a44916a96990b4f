"""Meetings of a village: called, held, minuted; decisions that hold until another revokes them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.committee import errors as base
from imt_desktop.committee import queries as committee
from imt_desktop.community.errors import DueBeforeItError, HourError
from imt_desktop.community.meetings import errors, queries
from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.ledger.errors import DecisionStaysError, NoSuchMemberError
from imt_desktop.oversight.meetings import absent
from imt_desktop.oversight.month import things_to_do
from imt_desktop.oversight.whole import ROOMS
from tests.book.charging.village import ask, decide, tariff
from tests.book.community.village import officers
from tests.builders import TODAY, Desk, household
from tools import verify_book

Book = Callable[..., Desk]

HELD = {"meeting": 1, "women": 3, "men": 2, "represented": 1, "on": "2026-10-11"}


@pytest.fixture
def village(book_with: Book) -> Desk:
    """Eight households, two of them in zone B; an assembly in which six were there."""
    desk: Desk = book_with(members=6, fee=450)
    decide(desk, "An assembly twice a year")
    desk.join(household("B one", zone="B"), household("B two", zone="B"), on=date(2026, 2, 1))
    ask(
        desk, "meeting", day="2026-10-11", hour="10:00", place="under the fig tree", quorum=5,
        agenda=["Accounts", "Water price"],
    )  # fmt: skip
    ask(
        desk, "meeting-held", **HELD, women_spoke=2, men_spoke=2, guests=3,
        present=["1", "2", "3", "5", "6", "7"],
    )  # fmt: skip
    decided = {
        "minute": "09/2026",
        "what": "The fee stays",
        "votes": {"in_favour": 5, "against": 1},
    }
    ask(desk, "minutes", meeting=1, words="The accounts were read out.", decided=[decided])
    return desk


def test_who_came_and_whether_they_were_enough(village: Desk) -> None:
    (found,) = village.see(queries.meetings)
    assert (found.came, found.members, found.quorate) == (6, 8, True)
    assert found.decisions == (2,), "the first decision was there before"
    assert village.see(queries.agenda, found) == ("Accounts", "Water price")
    assert village.see(absent, 1) == (4, 8), "of eight households two were not ticked"
    written = village.see(queries.minutes, found)
    assert written is not None and written.words == "The accounts were read out."
    decision = village.see(committee.decision, 2)
    assert (decision.minute, decision.decided_on) == ("09/2026", date(2026, 10, 11))
    assert decision.votes is not None and decision.votes.in_favour == 5


def test_a_meeting_without_enough_people_is_written_down_all_the_same(village: Desk) -> None:
    ask(village, "meeting-held", **{**HELD, "women": 1, "men": 1, "represented": 2})
    (found,) = village.see(queries.meetings)
    assert (found.came, found.quorate) == (4, False)
    assert village.see(absent, 1) == (), "no list was kept"


def test_nobody_knows_who_was_absent_where_more_were_counted_than_ticked(village: Desk) -> None:
    ask(village, "meeting-held", **{**HELD, "women": 4}, present=["1", "2"])
    assert village.see(absent, 1) == ()


def test_who_came_and_who_was_absent_are_no_more_than_could_come(village: Desk) -> None:
    away: dict[str, Any] = {"what": "assembly", "on": "2026-10-11"}
    with pytest.raises(errors.AbsentAndPresentError) as refused:
        ask(village, "absences", **away, members=["1", "4", "8"])
    assert refused.value.field == "members"
    assert (refused.value.absent, refused.value.came, refused.value.members) == (3, 6, 8)
    ask(village, "absences", **away, members=["4", "8"])
    with pytest.raises(errors.AbsentAndPresentError):
        ask(village, "absences", **away, members=["1"])
    ask(village, "absences", what="labour-day", on="2026-10-11", members=["1", "2", "3"])


def test_who_was_ticked_as_present_was_not_absent(village: Desk) -> None:
    with pytest.raises(errors.WasPresentError) as refused:
        ask(village, "absences", what="assembly", on="2026-10-11", members=["1", "4"])
    assert (refused.value.field, refused.value.member) == ("members", "1")


def test_minutes_are_written_anew_and_can_be_photographed_later(village: Desk) -> None:
    photo = village.do(lambda book: book.keep(b"signed minutes", "image/jpeg"))
    file = {"sha256": photo.sha256, "media": photo.media, "size": photo.size}
    ask(village, "minutes", meeting=1, decisions=[2], envelope="14", attachment=file)
    (found,) = village.see(queries.meetings)
    written = village.see(queries.minutes, found)
    assert written is not None and written.attachment == photo and found.decisions == (2,)


def test_what_families_of_a_zone_decide_is_no_decision_for_all(village: Desk) -> None:
    ask(village, "meeting", what="zone", zone="B", day="2026-10-13")
    ask(village, "meeting-held", meeting=2, women=1, men=1, on="2026-10-13")
    ask(village, "minutes", meeting=2, decided=[{"minute": "B1", "what": "Half the price"}])
    assert village.see(committee.decision, 3).body == "zone"
    for kind, more in (
        (
            "tariff",
            {
                "name": "",
                "effective_from": "2026-12",
                "decision": 3,
                "fees": [{"connection_type": "household", "amount": "225"}],
            },
        ),
        ("decision-revoked", {"decision": 2, "by": 3}),
    ):
        with pytest.raises(base.DecidedInZoneError):
            ask(village, kind, **more)


def test_families_of_a_zone_elect_who_serves_them_and_nobody_for_all(village: Desk) -> None:
    ask(village, "meeting", what="zone", zone="B", day="2026-10-13")
    ask(village, "meeting-held", meeting=2, women=1, men=1, on="2026-10-13")
    ask(village, "minutes", meeting=2, decided=[{"minute": "B1", "what": "Election"}])
    delegate = {**ELECTED, "post": "member"}
    with pytest.raises(base.DecidedInZoneError) as refused:
        ask(village, "election", decision=3, lines=[delegate, {**ELECTED, "name": "R. S."}])
    assert refused.value.field == "lines/2/post"
    ask(village, "election", decision=3, lines=[delegate])
    assert [one.post for one in village.see(committee.officers, TODAY)] == ["member"]


def test_who_is_of_another_zone_is_a_guest_at_the_meeting_of_its_families(village: Desk) -> None:
    ask(village, "meeting", what="zone", zone="B", day="2026-10-13")
    with pytest.raises(errors.OtherZoneError) as refused:
        ask(village, "meeting-held", meeting=2, women=1, men=1, present=["1"], on="2026-10-13")
    assert (refused.value.member, refused.value.zone, refused.value.field) == ("1", "B", "present")
    ask(
        village, "meeting-held", meeting=2, women=1, men=0, guests=1, present=["7"], on="2026-10-13"
    )


def test_families_of_a_zone_ask_and_get_an_answer(village: Desk) -> None:
    ask(village, "meeting", what="zone", zone="B", day="2026-10-13")
    with pytest.raises(errors.AttendanceError) as refused:
        ask(village, "meeting-held", meeting=2, women=2, men=1)
    assert (refused.value.came, refused.value.members) == (3, 2)
    ask(village, "meeting-held", meeting=2, women=1, men=1, on="2026-10-13")
    ask(village, "meeting-question", meeting=2, words="When is the tank cleaned?",
        due_on="2026-10-20")  # fmt: skip
    (waits,) = village.see(lambda book: queries.questions(book, waiting=True))
    assert (waits.asked_on, waits.due_on) == (date(2026, 10, 13), date(2026, 10, 20))
    ask(village, "meeting-answer", question=1, words="on Saturday")
    assert village.see(lambda book: queries.questions(book, waiting=True)) == ()
    assert village.see(queries.question, 1).answer == "on Saturday"


def test_a_meeting_of_the_committee_counts_its_officers(village: Desk) -> None:
    officers(village)
    ask(village, "meeting", what="committee", day="2026-10-14")
    with pytest.raises(errors.AttendanceError):
        ask(village, "meeting-held", meeting=2, women=4, men=0)
    ask(village, "meeting-held", meeting=2, women=1, men=2)
    decided = {"minute": "c 3", "what": "Buy two pads"}
    ask(village, "minutes", meeting=2, decided=[decided])
    assert village.see(committee.decisions)[0].body == "committee"


def test_what_comes_and_what_was_called_off(village: Desk) -> None:
    ask(village, "meeting", day="2026-11-29")
    ask(village, "meeting", day="2026-11-15", what="committee")
    assert [one.id for one in village.see(queries.coming, TODAY)] == [3, 2]
    ask(village, "meeting-off", meeting=3, reason="the road is flooded")
    ask(village, "meeting", meeting=2, day="2026-12-06", hour="09:30")
    (found,) = village.see(queries.coming, TODAY)
    assert (found.id, found.day, found.hour) == (2, date(2026, 12, 6), "09:30")
    with pytest.raises(errors.MeetingOffError):
        ask(village, "meeting-held", meeting=3, women=1, men=1)
    ask(village, "meeting", meeting=3, day="2026-12-13")
    assert [one.id for one in village.see(queries.coming, TODAY)] == [2, 3], "called again"


def test_a_decision_holds_until_another_one_revokes_it(village: Desk) -> None:
    first, second = decide(village, "Price"), decide(village, "Another price")
    ask(village, "decision-revoked", decision=first, by=second)
    assert village.see(committee.decision, first).revoked_by == second
    with pytest.raises(base.DecisionRevokedError):
        ask(village, "limits", decision=first, since="2026-11-01", expense_limit="500")
    with pytest.raises(base.DecisionRevokedError):
        ask(village, "decision-revoked", decision=first, by=second)
    with pytest.raises(base.RevokesItselfError):
        ask(village, "decision-revoked", decision=second, by=second)
    ask(village, "limits", decision=second, since="2026-11-01", expense_limit="500")
    assert village.see(queries.pointing)[second] == (village.entries(),)


def test_what_pointed_to_a_decision_before_stays(village: Desk) -> None:
    adopted = tariff(village, since="2026-11")
    number = adopted.entry.decision  # type: ignore[attr-defined]
    ask(village, "decision-revoked", decision=number, by=decide(village))
    assert adopted.seq in village.see(queries.pointing)[number]
    assert not verify(village.book.path, ROOMS).problems


def test_a_decision_is_never_cancelled(village: Desk) -> None:
    entry = village.rows("SELECT seq FROM entry WHERE kind='decision/2'")[0][0]
    with pytest.raises(DecisionStaysError):
        village.void(entry)


def test_an_election_fills_posts_and_their_terms_are_told_in_time(village: Desk) -> None:
    line = {"name": "P. Q.", "post": "secretary", "since": "2026-10-14", "until": "2026-12-13"}
    ask(village, "election", decision=2, lines=[{**line, "votes": 5},
        {**line, "name": "R. S.", "post": "chair", "until": "2028-12-31"}])  # fmt: skip
    names = [one.name for one in village.see(committee.officers, TODAY)]
    assert names == ["P. Q.", "R. S."]
    assert [one.name for one in village.see(queries.terms_ending, TODAY)] == ["P. Q."]
    assert village.see(queries.terms_ending, date(2026, 10, 13)) == ()
    told = [one for one in village.see(things_to_do, TODAY) if one.what == "term"]
    assert [(one.who, one.on) for one in told] == [("P. Q.", date(2026, 12, 13))]
    longer = {**line, "since": "2026-12-14", "until": "2028-12-31"}
    ask(village, "election", decision=2, lines=[{**longer, "name": "T. U."}])
    assert village.see(queries.terms_ending, TODAY) == (), "elected already, to be handed over to"
    assert village.rows("SELECT officer, decision, votes FROM elected") == [
        (1, 2, 5), (2, 2, None), (3, 2, None),
    ]  # fmt: skip


def test_who_is_elected_again_goes_on_in_the_post_with_the_same_pin(village: Desk) -> None:
    line = {"name": "P. Q.", "post": "chair", "since": "2026-09-01", "until": "2026-11-30"}
    ask(village, "election", decision=2, lines=[{**line, "phone": "0700 000 001"}])
    ask(village, "minutes", meeting=1, decided=[{"minute": "10/2026", "what": "Elected again"}])
    again = {**line, "name": "p.  q.", "since": "2026-12-01", "until": "2028-11-30", "votes": 6}
    ask(village, "election", decision=3, lines=[again])
    (one,) = village.see(committee.officers)
    assert (one.id, one.name, one.since, one.until) == (
        1, "P. Q.", date(2026, 9, 1), date(2028, 11, 30),
    )  # fmt: skip
    assert one.phone == "0700 000 001"
    assert village.see(queries.terms_ending, TODAY) == ()
    told = [
        [(each.id, each.until, votes) for each, votes in village.see(queries.elected, decision)]
        for decision in (2, 3)
    ]
    assert told == [[(1, date(2026, 11, 30), None)], [(1, date(2028, 11, 30), 6)]]
    assert not verify(village.book.path, ROOMS).problems


MEETING = {"day": "2026-11-29"}
ELECTED = {"name": "P. Q.", "post": "chair", "since": "2026-10-14", "until": "2027-12-31"}


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("meeting", {**MEETING, "what": "zone"}, base.TitleMissingError, "zone"),
        ("meeting", {**MEETING, "what": "party"}, base.ChoiceError, "what"),
        ("meeting", {**MEETING, "hour": "25:00"}, HourError, "hour"),
        ("meeting", {**MEETING, "quorum": 0}, errors.QuorumError, "quorum"),
        ("meeting", {**MEETING, "quorum": 9}, errors.QuorumTooHighError, "quorum"),
        ("meeting", {**MEETING, "what": "zone", "zone": "B", "quorum": 3},
         errors.QuorumTooHighError, "quorum"),
        ("meeting", {**MEETING, "agenda": ["a", " "]}, base.TitleMissingError, "agenda/2/words"),
        ("meeting", {**MEETING, "meeting": 9}, errors.NoSuchMeetingError, "meeting"),
        ("meeting", {**MEETING, "meeting": 1}, errors.HeldError, "meeting"),
        ("meeting-off", {"meeting": 1, "reason": "x"}, errors.HeldError, "meeting"),
        ("meeting-held", {**HELD, "women": 6}, errors.AttendanceError, "women"),
        ("meeting-held", {**HELD, "men": -1}, base.PeopleError, "men"),
        ("meeting-held", {**HELD, "on": "2026-10-15"}, base.NotYetError, "on"),
        ("meeting-held", {**HELD, "women_spoke": 4}, errors.SpokeError, "women_spoke"),
        ("meeting-held", {**HELD, "present": ["1", "1"]}, base.TwiceError, "present/2"),
        ("meeting-held", {**HELD, "present": ["99"]}, NoSuchMemberError, "present"),
        ("meeting-held", {**HELD, "women": 0, "men": 1, "present": ["1", "2", "3"]},
         errors.TicksError, "present"),
        ("minutes", {"meeting": 1}, base.TitleMissingError, "words"),
        ("minutes", {"meeting": 1, "decisions": [99]}, base.NoSuchDecisionError, "decisions/1"),
        ("minutes", {"meeting": 1, "decided": [{"minute": "", "what": "x"}]},
         base.MinuteMissingError, "decided/1/minute"),
        ("minutes", {"meeting": 1, "decided": [{"minute": "1", "what": "x",
                     "votes": {"in_favour": 7}}]}, errors.TooManyVotesError, "decided/1/votes"),
        ("meeting-question", {"meeting": 1, "words": "x", "due_on": "2026-10-01"},
         DueBeforeItError, "due_on"),
        ("meeting-question", {"meeting": 9, "words": "x", "due_on": "2026-10-01"},
         errors.NoSuchMeetingError, "meeting"),
        ("meeting-answer", {"question": 9, "words": "x"}, errors.NoSuchQuestionError, "question"),
        ("election", {"decision": 99, "lines": [ELECTED]}, base.NoSuchDecisionError, "decision"),
        ("election", {"decision": 2, "lines": []}, base.TitleMissingError, "lines"),
        ("election", {"decision": 2, "lines": [{**ELECTED, "votes": 5000}]},
         errors.TooManyVotesError, "lines/1/votes"),
        ("election", {"decision": 2, "lines": [ELECTED, ELECTED]}, base.TwiceError, "lines/2"),
        ("election", {"decision": 2, "lines": [{**ELECTED, "until": "2026-01-01"}]},
         base.TermEndsEarlyError, "lines/1/until"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    village: Desk, kind: str, request_: dict[str, Any], error: type[UserError], field: str
) -> None:
    entries = village.entries()
    with pytest.raises(error) as refused:
        ask(village, kind, **request_)
    assert refused.value.field == field
    assert village.entries() == entries


def test_minutes_wait_until_it_was_held(village: Desk) -> None:
    ask(village, "meeting", **MEETING)
    with pytest.raises(errors.NotHeldError):
        ask(village, "minutes", meeting=2, words="x")


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    ask(village, "decision-revoked", decision=2, by=decide(village))
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
