"""How meetings and their questions stand, in words."""

from __future__ import annotations

from datetime import date

from imt_desktop.community.meetings.queries import Meeting, Question
from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import PersonLine, State, shortened
from imt_desktop.ui.widgets.states import cut_off, done, due, late, not_yet
from imt_desktop.wording.community import meeting_words, needed_words, quorum_words

LETTERS = 80


def is_past(one: Meeting, today: date) -> bool:
    """Whether nothing more is expected of its day."""
    return one.off or one.held_on is not None or one.day < today


def state_of(one: Meeting, today: date, tr: Translator) -> State:
    """Say how a meeting stands."""
    if one.off:
        return cut_off(tr.gettext("Called off"))
    if one.held_on is not None:
        if one.minutes is None:
            return due(tr.gettext("Minutes are missing"))
        return done(tr.gettext("Held"))
    days = (one.day - today).days
    if days < 0:
        return late(tr.gettext("Who came?"))
    if days == 0:
        return due(tr.gettext("Today"))
    return not_yet(tr.ngettext("in {n} day", "in {n} days", days).format(n=tr.number(days)))


def line_of(one: Meeting, today: date, tr: Translator) -> PersonLine:
    """Show a meeting in the list."""
    came = ""
    if one.came is not None:
        came = tr.ngettext("{n} came", "{n} came", one.came).format(n=tr.number(one.came))
    return PersonLine(
        shortened(meeting_words(one.what, one.zone, tr), LETTERS),
        number=tr.short_date(one.held_on or one.day),
        state=state_of(one, today, tr),
        amount=came,
        struck=one.off,
    )


def enough_words(one: Meeting, tr: Translator) -> str:
    """Say whether enough came, or how many it takes; empty where nobody said."""
    if one.quorum is None:
        return ""
    if one.came is None:
        return needed_words(one.quorum, tr)
    return quorum_words(one.came, one.quorum, tr)


def question_state(one: Question, today: date, tr: Translator) -> State:
    """Say how a question stands."""
    if one.answered_on is not None:
        return done(tr.gettext("Answered {day}").format(day=tr.short_date(one.answered_on)))
    day = tr.short_date(one.due_on)
    if one.due_on < today:
        return late(tr.gettext("Late since {day}").format(day=day))
    return due(tr.gettext("Answer by {day}").format(day=day))
