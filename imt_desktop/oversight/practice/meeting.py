"""The practice committee's meetings: an assembly, one with too few, a zone's questions, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.describing import VotesLine
from imt_desktop.community.meetings import calling, holding
from imt_desktop.community.meetings.calling import MeetingRequest
from imt_desktop.community.meetings.entries import MeetingCalled
from imt_desktop.community.meetings.holding import (
    AnswerRequest,
    DecidedLine,
    HeldRequest,
    MinutesRequest,
    QuestionRequest,
)
from imt_desktop.oversight.meetings import hold_meeting
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.period import Month

_PLACE: Final = "Practice School"
_CAME: Final = 17
"""Households at the assembly, where there are as many."""
_YOUNGEST: Final = 120
"""Days of work below which a committee has not met yet."""


def meetings(desk: Desk, start: Month) -> Iterator[Job]:
    """Plan the meetings; they throw no dice."""
    if (desk.today - start.first).days < _YOUNGEST:
        return
    for ago, meet in ((84, _assembly), (49, _committee), (26, _families), (3, _coming)):
        on = desk.today - timedelta(days=ago)
        yield Job(on, partial(meet, desk, on))


def _call(desk: Desk, wanted: MeetingRequest) -> int:
    entry = desk.do(calling.call, wanted).entry
    assert isinstance(entry, MeetingCalled)
    return entry.meeting


def _assembly(desk: Desk, on: date) -> None:
    (members,) = (
        desk.book()
        .driver.execute("SELECT count(*) FROM member WHERE status<>'left' AND void IS NULL")
        .fetchone()
    )
    agenda = ("Accounts of the half year", "Two receipt pads", "When does the kiosk open?")
    number = _call(
        desk, MeetingRequest(day=on, hour="15:00", place=_PLACE, agenda=agenda, quorum=12)
    )
    sent = 2 if members >= _CAME else 0
    came = min(members, _CAME)
    women = (came - sent) * 3 // 5 or 1
    men = came - sent - women
    desk.do(hold_meeting, HeldRequest(
        meeting=number, women=women, men=men, represented=sent, women_spoke=min(4, women),
        men_spoke=min(5, men), guests=1,
    ))  # fmt: skip
    desk.do(holding.write_minutes, MinutesRequest(
        meeting=number, envelope="envelope 9",
        words="The treasurer read the accounts of the half year out. They were agreed to.",
        decided=(
            DecidedLine(minute="08", what="The kiosk opens from six to nine and from four to six",
                        votes=VotesLine(came - came // 8, came // 16, came // 8 - came // 16)),
            DecidedLine(minute="09", what="Two pads of receipts are kept, one with the collector",
                        votes=VotesLine(came, 0, 0)),
        ),
    ))  # fmt: skip
    asked = QuestionRequest(
        meeting=number, words="When will the tank be cleaned?", due_on=on + timedelta(days=30)
    )
    desk.do(holding.ask, asked)


def _committee(desk: Desk, on: date) -> None:
    desk.do(holding.answer, AnswerRequest(question=1, words="It was cleaned on Saturday."))
    number = _call(
        desk, MeetingRequest(day=on, what="committee", hour="10:00", place=_PLACE, quorum=3)
    )
    here = min(2, len(committee.officers(desk.book(), on)))
    desk.do(hold_meeting, HeldRequest(meeting=number, women=here, men=0))
    words = "Too few came to decide. The purchase of pipes waits."
    desk.do(holding.write_minutes, MinutesRequest(meeting=number, words=words))


def _families(desk: Desk, on: date) -> None:
    row = (
        desk.book()
        .driver.execute(
            "SELECT zone, count(*) FROM member WHERE zone<>'' AND status<>'left' AND void IS NULL"
            " GROUP BY zone ORDER BY 2 DESC, 1 LIMIT 1"
        )
        .fetchone()
    )
    if row is None:
        return
    zone, many = row
    number = _call(
        desk,
        MeetingRequest(
            day=on, what="zone", zone=zone, hour="16:00", place="At the kiosk",
            agenda=("How the water comes to the upper houses",),
        ),
    )  # fmt: skip
    women = min(4, many)
    desk.do(hold_meeting, HeldRequest(
        meeting=number, women=women, men=min(2, many - women), women_spoke=min(3, women), men_spoke=0,
    ))  # fmt: skip
    for words, days in (
        ("Why is there no water on Mondays?", 14),
        ("Can the pipe to the upper houses be wider?", 45),
    ):
        due = on + timedelta(days=days)
        desk.do(holding.ask, QuestionRequest(meeting=number, words=words, due_on=due))


def _coming(desk: Desk, on: date) -> None:
    agenda = ("The accounts of the year", "Water price of next year", "Election of the treasurer")
    day = on + timedelta(days=25)
    _call(desk, MeetingRequest(day=day, hour="14:00", place=_PLACE, agenda=agenda, quorum=24))
