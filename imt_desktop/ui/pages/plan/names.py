"""What things of the toolbox are called: ready ones by the pack, own ones by their own words."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.plan.entries import ToolAdded
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.queries import Problem
from imt_desktop.plan.tools import OWN
from imt_desktop.wording.plan import pack_words


def problem_name(problem: Problem, tr: Translator) -> str:
    """Name a problem."""
    if problem.title:
        return problem.title
    card = next((one for one in toolbox().problems if one.code == problem.card), None)
    return pack_words(card.title, tr) if card else problem.card


def problem_words(problem: Problem, tr: Translator) -> str:
    """Say in a sentence what a problem is."""
    if problem.words:
        return problem.words
    card = next((one for one in toolbox().problems if one.code == problem.card), None)
    return pack_words(card.words, tr) if card else ""


def problem_icon(problem: Problem) -> str:
    """Return the drawing of a problem's card."""
    card = next((one for one in toolbox().problems if one.code == problem.card), None)
    return problem.icon or (card.icon if card else "") or "circle-help"


def tool_name(code: str, own: tuple[ToolAdded, ...], tr: Translator) -> str:
    """Name a tool, whose own ones are ``own-`` and their number; empty without one."""
    if code.startswith(OWN):
        return next((one.name for one in own if f"{OWN}{one.tool}" == code), code)
    tool = next((one for one in toolbox().tools if one.code == code), None)
    return pack_words(tool.title, tr) if tool else code
