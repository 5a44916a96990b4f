"""What happened to complaints. The trail is read by everybody: no name, no text, nobody it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.community.complaints import entries as e
from imt_desktop.journal import Entry
from imt_desktop.wording.community import outcome_words, stage_words
from imt_desktop.wording.deeds.said import Said, Say


def _rules(entry: e.ComplaintRules, say: Said) -> str:
    if entry.working:
        words = say.tr.ngettext(
            "Complaints are answered within {n} working day.",
            "Complaints are answered within {n} working days.",
            entry.days,
        )
    else:
        words = say.tr.ngettext(
            "Complaints are answered within {n} day.",
            "Complaints are answered within {n} days.",
            entry.days,
        )
    return words.format(n=say.tr.number(entry.days))


def _received(entry: e.ComplaintReceived, say: Said) -> str:
    return say.tr.gettext("Complaint {n} was received; the answer is due on {day}.").format(
        n=entry.complaint, day=say.day(entry.due_on)
    )


def _moved(entry: e.ComplaintMoved, say: Said) -> str:
    return say.tr.gettext("Complaint {n}: {stage}. The answer is due on {day}.").format(
        n=entry.complaint, stage=stage_words(entry.stage, say.tr), day=say.day(entry.due_on)
    )


def _answered(entry: e.ComplaintAnswered, say: Said) -> str:
    return say.tr.gettext("Complaint {n} was answered: {outcome}.").format(
        n=entry.complaint, outcome=outcome_words(entry.outcome, say.tr)
    )


def _asked(entry: e.ComplaintAsked, say: Said) -> str:
    if entry.satisfied:
        return say.tr.gettext("The answer to complaint {n} is enough.").format(n=entry.complaint)
    return say.tr.gettext("The answer to complaint {n} is not enough.").format(n=entry.complaint)


def _reopened(entry: e.ComplaintReopened, say: Said) -> str:
    return say.tr.gettext("Complaint {n} was taken up again; the answer is due on {day}.").format(
        n=entry.complaint, day=say.day(entry.due_on)
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.ComplaintRules: _rules,
    e.ComplaintReceived: _received,
    e.ComplaintMoved: _moved,
    e.ComplaintAnswered: _answered,
    e.ComplaintAsked: _asked,
    e.ComplaintReopened: _reopened,
}
