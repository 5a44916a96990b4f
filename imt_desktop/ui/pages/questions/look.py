"""How questions look: the state of each, and where one goes to see more of what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.oversight.questions import Question
from imt_desktop.ui.widgets import PersonLine, State
from imt_desktop.ui.widgets.states import done, question, under_way
from imt_desktop.wording.questions import question_state, question_title

OPEN, WATCHED, ACTION, ANSWERED = "open", "watched", "action", "answered"

PLACES: Final[Mapping[str, tuple[str, str, object]]] = {
    "unreconciled": (mark("Open Money"), "money", None),
    "terms-over": (mark("Open the officers"), "settings", "officers"),
    "exemption-minute": (mark("Open the decisions"), "settings", "decisions"),
}
"""For questions that rest on no entry, or on more than entries: the page, and what it shows."""


def state_of(one: Question, tr: Translator) -> State:
    """Say what became of a question, in word, shape and colour."""
    words = question_state(one.state, tr)
    if one.state == WATCHED:
        return State("info", words, "eye")
    if one.state == ACTION:
        return under_way(words)
    return done(words) if one.state == ANSWERED else question(words)


def line_of(one: Question, tr: Translator) -> PersonLine:
    """Show a question as a row: what about, when, and what became of it."""
    when = tr.month(one.month) if one.month else tr.short_date(one.on) if one.on else ""
    amount = tr.amount(one.amount) if one.amount is not None else ""
    return PersonLine(
        question_title(one.code, tr), number=when, state=state_of(one, tr), amount=amount
    )
