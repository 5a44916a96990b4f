"""The blank sheets from the packs and, for a visit, from the board."""

from __future__ import annotations

from imt_desktop.committee.queries import committee
from imt_desktop.journal import Reading
from imt_desktop.plan import queries
from imt_desktop.plan.asked import asked
from imt_desktop.plan.entries import IntegrityVoted
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.requests import chosen
from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports.heading import heading
from imt_desktop.reports.worksheets.facts import (
    AskedQuestion,
    LibraryTool,
    ReadyCard,
    WorksheetsFacts,
)


def build_worksheets(book: Reading, step: str = "") -> WorksheetsFacts:
    """Return the sheets of a step, or of all. Raises ChoiceError and PackError."""
    if step:
        chosen(step, STEPS, "step")
    described = committee(book)
    country = described.country if described else ""
    packs, rounds = toolbox(), queries.rounds(book)
    actions = queries.actions(book, rounds[0].id) if rounds else ()
    votes = [queries.step(book, IntegrityVoted, "voted", one.id) for one in rounds[:2]]
    found = WorksheetsFacts(
        heading=heading(book),
        step=step,
        questions=tuple(
            AskedQuestion(theme=one.theme, words=one.words)
            if one.code
            else AskedQuestion(theme=one.theme, text=one.words)
            for one in asked(*votes)
        ),
        models=tuple(one.title for one in packs.models_of(country)),
        points=tuple(one.title for one in packs.points_of(country)),
        cards=tuple(
            ReadyCard(title=one.title, words=one.words, icon=one.icon) for one in packs.problems
        ),
        tools=tuple(LibraryTool(title=one.title, first_step=one.first_step) for one in packs.tools),
        actions=tuple(one.title for one in actions if one.open),
    )
    _require_lists(found)
    return found


def _require_lists(found: WorksheetsFacts) -> None:
    """Refuse the sheet of a step on which nothing would stand, for its lists cannot be read."""
    lists = {
        "integrity": (("questions.toml",), found.questions),
        "compliance": (("models.toml", "compliance.toml"), (*found.models, *found.points)),
        "problems": (("problems.toml",), found.cards),
        "tools": (("tools.toml",), found.tools),
    }
    files, rows = lists.get(found.step, ((), ()))
    for error in toolbox().broken:
        if error.file.endswith(files) and not rows:
            raise error
