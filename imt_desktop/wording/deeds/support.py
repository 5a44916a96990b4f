"""What happened between the committee and those outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.community.support import entries as e
from imt_desktop.journal import Entry
from imt_desktop.wording.community import contact_words, support_words
from imt_desktop.wording.deeds.said import Said, Say


def _contact(entry: e.ContactKept, say: Said) -> str:
    words = say.tr.gettext("Contact {n}, {role}: {name}")
    if entry.ended:
        words = say.tr.gettext("No longer a contact, {n}, {role}: {name}")
    return words.format(
        n=entry.contact, role=contact_words(entry.role, say.tr), name=say.person(entry.name)
    )


def _asked(entry: e.SupportAsked, say: Said) -> str:
    return say.tr.gettext("Asked contact {n} for help, answer due on {day}: {words}").format(
        n=entry.contact, day=say.day(entry.due_on), words=say.person(entry.words)
    )


def _answered(entry: e.SupportAnswered, say: Said) -> str:
    return say.tr.gettext("Request {n} for help: {outcome}. {words}").format(
        n=entry.request, outcome=support_words(entry.outcome, say.tr), words=entry.words
    )


def _owed(entry: e.ReportOwed, say: Said) -> str:
    if entry.ended:
        return say.tr.gettext("No longer owed: {what}").format(what=entry.what)
    return say.tr.gettext("A report is owed by {day}: {what}").format(
        day=say.day(entry.due_on), what=entry.what
    )


def _sent(entry: e.ReportSent, say: Said) -> str:
    return say.tr.gettext("Report {n}, due on {day}, was sent. {words}").format(
        n=entry.report, day=say.day(entry.due_on), words=entry.words
    )


def _came(entry: e.VisitReceived, say: Said) -> str:
    return say.tr.gettext("{name} came. {words}").format(
        name=say.person(entry.by), words=entry.words
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.ContactKept: _contact,
    e.SupportAsked: _asked,
    e.SupportAnswered: _answered,
    e.ReportOwed: _owed,
    e.ReportSent: _sent,
    e.VisitReceived: _came,
}
