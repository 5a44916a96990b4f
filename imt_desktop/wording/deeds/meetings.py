"""What came of meetings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.community.meetings import entries as e
from imt_desktop.journal import Entry
from imt_desktop.wording.community import meeting_words
from imt_desktop.wording.deeds.said import Said, Say


def _called(entry: e.MeetingCalled, say: Said) -> str:
    return say.tr.gettext("{meeting} was called for {day}.").format(
        meeting=meeting_words(entry.what, entry.zone, say.tr), day=say.day(entry.day)
    )


def _off(entry: e.MeetingOff, say: Said) -> str:
    return say.tr.gettext("Meeting {n} was called off. {words}").format(
        n=entry.meeting, words=entry.reason
    )


def _held(entry: e.MeetingHeld, say: Said) -> str:
    return say.tr.gettext(
        "Meeting {n} was held: {women} women, {men} men, {represented} represented, of {members}."
    ).format(
        n=entry.meeting, women=say.tr.number(entry.women), men=say.tr.number(entry.men),
        represented=say.tr.number(entry.represented), members=say.tr.number(entry.members),
    )  # fmt: skip


def _minutes(entry: e.MinutesWritten, say: Said) -> str:
    n = len(entry.decisions)
    return say.tr.ngettext(
        "Minutes of meeting {meeting}, with {n} decision.",
        "Minutes of meeting {meeting}, with {n} decisions.",
        n,
    ).format(meeting=entry.meeting, n=say.tr.number(n))


def _asked(entry: e.QuestionAsked, say: Said) -> str:
    return say.tr.gettext("Asked at meeting {n}, to be answered by {day}: {words}").format(
        n=entry.meeting, day=say.day(entry.due_on), words=say.person(entry.words)
    )


def _answered(entry: e.MeetingAnswer, say: Said) -> str:
    return say.tr.gettext("Question {n} was answered: {words}").format(
        n=entry.question, words=say.person(entry.words)
    )


def _elected(entry: e.ElectionHeld, say: Said) -> str:
    names = ", ".join(say.officer(line.officer) for line in entry.lines)
    return say.tr.gettext("Elected by decision {n}: {names}").format(n=entry.decision, names=names)


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.MeetingCalled: _called,
    e.MeetingOff: _off,
    e.MeetingHeld: _held,
    e.MinutesWritten: _minutes,
    e.QuestionAsked: _asked,
    e.MeetingAnswer: _answered,
    e.ElectionHeld: _elected,
}
