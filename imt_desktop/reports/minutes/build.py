"""Facts of the minutes of a meeting from the book."""

from __future__ import annotations

from imt_desktop.committee import queries as committee
from imt_desktop.committee.queries import Decision
from imt_desktop.community.meetings import queries
from imt_desktop.journal import Reading
from imt_desktop.reports.heading import heading
from imt_desktop.reports.invitation.build import called, gathering
from imt_desktop.reports.minutes.facts import Asked, Came, Decided, Elected, MinutesFacts


def build_minutes(book: Reading, number: int) -> MinutesFacts:
    """Return what the minutes of a meeting say. Raises NoSuchMeetingError, MeetingOffError."""
    known = called(book, number)
    held = queries.attendance(book, known)
    written = queries.minutes(book, known)
    return MinutesFacts(
        heading=heading(book),
        meeting=gathering(book, known),
        came=None if held is None else Came(
            women=held.women, men=held.men, represented=held.represented, members=held.members,
            women_spoke=held.women_spoke, men_spoke=held.men_spoke, guests=held.guests,
        ),
        text=written.words if written else "",
        decisions=tuple(_decided(committee.decision(book, one)) for one in known.decisions),
        elected=tuple(
            Elected(name=one.name, post=one.post, until=one.until, votes=votes)
            for decision in known.decisions
            for one, votes in queries.elected(book, decision)
        ),
        questions=tuple(
            Asked(
                text=one.words, due_on=one.due_on, answered_on=one.answered_on, answer=one.answer
            )
            for one in queries.questions(book)
            if one.meeting == number
        ),
    )  # fmt: skip


def _decided(one: Decision) -> Decided:
    if one.votes is None:
        return Decided(number=one.minute, text=one.what, revoked=one.revoked_by is not None)
    return Decided(
        number=one.minute, text=one.what, in_favour=one.votes.in_favour, against=one.votes.against,
        abstained=one.votes.abstained, revoked=one.revoked_by is not None,
    )  # fmt: skip
