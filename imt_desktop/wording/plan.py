"""Columns of the board, and other states of the plan, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.plan.entries import Complied

STATES: Final[Mapping[str, str]] = {
    "not-started": mark("Not started"),
    "under-way": mark("Under way"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
COMPLIANCE: Final[Mapping[str, str]] = {
    "met": mark("Met"),
    "partly": mark("Partly met"),
    "missing": mark("Missing"),
    "not-needed": mark("Not needed"),
}
VISITS: Final[Mapping[str, str]] = {
    "coaching": mark("Coaching visit"),
    "review": mark("Review by the committee"),
}
ROLES: Final[Mapping[str, str]] = {
    "county": mark("County"),
    "municipality": mark("Municipality"),
    "regulator": mark("Regulator"),
    "ngo": mark("Supporting organisation"),
    "other": mark("Other"),
}
THEMES: Final[Mapping[str, str]] = {
    "transparency": mark("Transparency"),
    "accountability": mark("Accountability"),
    "participation": mark("Participation"),
}
STEP_QUESTIONS: Final[Mapping[str, str]] = {
    "prepare": mark("Who are we, and who is here?"),
    "integrity": mark("How honest is our water work? Count the beans."),
    "compliance": mark("Who owns, who runs, what is asked of us?"),
    "problems": mark("What are our three biggest problems?"),
    "tools": mark("Which tools help?"),
    "plan": mark("Who does what, and by when?"),
    "follow": mark("What has become of it?"),
}
"""What each step of a round asks."""


def step_name(step: str, tr: Translator) -> str:
    """Name a step of a round in a word or two."""
    return {
        "prepare": tr.pgettext("step of a round", "Prepare"),
        "integrity": tr.pgettext("step of a round", "Integrity"),
        "compliance": tr.pgettext("step of a round", "Compliance"),
        "problems": tr.pgettext("step of a round", "Problems"),
        "tools": tr.pgettext("step of a round", "Tools"),
        "plan": tr.pgettext("step of a round", "Plan"),
        "follow": tr.pgettext("step of a round", "Follow up"),
    }[step]


def step_question(step: str, tr: Translator) -> str:
    """Ask what a step of a round is about."""
    return tr.gettext(STEP_QUESTIONS[step])


def state_words(state: str, tr: Translator) -> str:
    """Name a column of the board."""
    return tr.gettext(STATES[state])


def compliance_words(state: str, tr: Translator) -> str:
    """Say how far a point of the list is met."""
    return tr.gettext(COMPLIANCE[state])


def visit_words(kind: str, tr: Translator) -> str:
    """Name a kind of visit."""
    return tr.gettext(VISITS[kind])


def role_words(role: str, tr: Translator) -> str:
    """Name a kind of duty bearer."""
    return tr.gettext(ROLES[role])


def theme_words(theme: str, tr: Translator) -> str:
    """Name what a question is about."""
    return tr.gettext(THEMES[theme])


def pack_words(words: str, tr: Translator) -> str:
    """Translate words of a pack; empty ones stay empty."""
    return tr.gettext(words) if words else ""


def point_name(line: Complied, tr: Translator) -> str:
    """Name a paper or a duty: as the packs call it, or in the committee's own words."""
    return point_words(line.item, tr) if line.item else line.words


def point_words(code: str, tr: Translator) -> str:
    """Name a point of the packs; one that no pack has any more is shown as it is."""
    from imt_desktop.plan.packs import toolbox  # Home has none

    titles = (point.title for point in toolbox().points if point.code == code)
    return pack_words(next(titles, ""), tr) or code
