"""How a complaint is named, and how far it is, in words and by shape."""

from __future__ import annotations

from datetime import date

from imt_desktop.community.complaints.queries import Complaint
from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.complaints.look import Row
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import done, due, late, question, under_way

SOON = 3
"""Days before the deadline from which a complaint is due."""


def number_words(number: int, tr: Translator) -> str:
    """Name a complaint by its number, as its slip does."""
    return tr.gettext("No. {n}").format(n=number)


def from_words(row: Row, tr: Translator) -> str:
    """Say from whom a complaint is."""
    source = row.complaint.source
    if source == "anonymous":
        return tr.gettext("without a name")
    if source == "on-paper":
        return tr.gettext("the name lies with the oversight committee")
    return row.texts.name or tr.gettext("the name was erased")


def state_of(one: Complaint, today: date, tr: Translator) -> State:
    """Say how far a complaint is."""
    if one.answered_on:
        return _answered(one, tr)
    days = one.days_late(today)
    if days:
        words = tr.ngettext("{n} day late", "{n} days late", days)
        return late(words.format(n=tr.number(days)))
    left = (one.due_on - today).days
    if not left:
        return due(tr.gettext("due today"))
    words = tr.ngettext("{n} day left", "{n} days left", left).format(n=tr.number(left))
    return due(words) if left <= SOON else under_way(words)


def _answered(one: Complaint, tr: Translator) -> State:
    if one.satisfied is False:
        return question(tr.gettext("answered, not satisfied"))
    if one.put_right:
        return done(tr.gettext("put right"))
    return done(tr.gettext("answered"))
