"""What people did in a round of the toolbox and on the board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry
from imt_desktop.plan import entries as e
from imt_desktop.plan.packs import toolbox
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.plan import pack_words, state_words


def _begun(entry: e.RoundBegun, say: Said) -> str:
    n = len(entry.carried)
    if not n:
        return say.tr.gettext("Round {name} of the toolbox began.").format(name=entry.name)
    return say.tr.ngettext(
        "Round {name} of the toolbox began; {n} action goes on in it.",
        "Round {name} of the toolbox began; {n} actions go on in it.",
        n,
    ).format(name=entry.name, n=say.tr.number(n))


def _prepared(entry: e.RoundPrepared, say: Said) -> str:
    return say.tr.gettext("Prepared the round: {women} women and {men} men take part.").format(
        women=say.tr.number(entry.women), men=say.tr.number(entry.men)
    )


def _voted(entry: e.IntegrityVoted, say: Said) -> str:
    n = len(entry.lines)
    return say.tr.ngettext(
        "{present} people voted on {n} question.", "{present} people voted on {n} questions.", n
    ).format(present=say.tr.number(entry.present), n=say.tr.number(n))


def _model(entry: e.ModelChosen, say: Said) -> str:
    if entry.chosen:
        models = {one.code: pack_words(one.title, say.tr) for one in toolbox().models}
        named = models.get(entry.chosen, entry.chosen)
        return say.tr.gettext("A management model was chosen: {model}").format(model=named)
    return say.tr.gettext("Today's management model was described.")


def _complied(entry: e.ComplianceChecked, say: Said) -> str:
    met = sum(line.state == "met" for line in entry.lines)
    return say.tr.gettext("Papers and duties: {met} of {n} met.").format(
        met=say.tr.number(met), n=say.tr.number(len(entry.lines))
    )


def _problem(entry: e.ProblemNamed, say: Said) -> str:
    cards = {one.code: pack_words(one.title, say.tr) for one in toolbox().problems}
    named = entry.title or cards.get(entry.card, entry.card) or say.nobody
    return say.tr.gettext("Problem card {n}: {title}").format(n=entry.problem, title=named)


def _chosen(entry: e.ProblemsVoted, say: Said) -> str:
    return say.tr.gettext("Key problems of the round: cards {numbers}").format(
        numbers=", ".join(map(str, entry.chosen))
    )


def _studied(entry: e.ProblemStudied, say: Said) -> str:
    return say.tr.gettext("Looked for the causes of problem {n}.").format(n=entry.problem)


def _tool(entry: e.ToolAdded, say: Said) -> str:
    return say.tr.gettext("A tool of their own: {name}").format(name=entry.name)


def _tools(entry: e.ToolsChosen, say: Said) -> str:
    n = len(entry.tools)
    return say.tr.ngettext(
        "{n} tool answers problem {problem}.", "{n} tools answer problem {problem}.", n
    ).format(n=say.tr.number(n), problem=entry.problem)


def _planned(entry: e.ActionPlanned, say: Said) -> str:
    return say.tr.gettext("Action {n}: {title}, until {day}").format(
        n=entry.action, title=say.person(entry.plan.title), day=say.day(entry.plan.deadline)
    )


def _changed(entry: e.ActionChanged, say: Said) -> str:
    return say.tr.gettext("Changed action {n}: {title}, until {day}").format(
        n=entry.action, title=say.person(entry.plan.title), day=say.day(entry.plan.deadline)
    )


def _moved(entry: e.ActionMoved, say: Said) -> str:
    words = say.tr.gettext("Action {n} is now: {state}.").format(
        n=entry.action, state=state_words(entry.state, say.tr)
    )
    return f"{words} {entry.reason}"


def _evidence(entry: e.EvidenceAdded, say: Said) -> str:
    return say.tr.gettext("Evidence for action {n}. {words}").format(
        n=entry.action, words=entry.words or entry.envelope
    )


def _cost(entry: e.CostLinked, say: Said) -> str:
    return say.tr.gettext("The expense of entry {entry} belongs to action {n}.").format(
        entry=entry.spent.entry, n=entry.action
    )


def _visited(entry: e.PlanVisited, say: Said) -> str:
    words = (
        say.tr.gettext("Review of the plan by {name}. {words}")
        if entry.what == "review"
        else say.tr.gettext("Coaching visit by {name}. {words}")
    )
    return words.format(name=say.person(entry.by), words=entry.decided)


def _ended(entry: e.RoundEnded, say: Said) -> str:
    return say.tr.gettext("Round {n} of the toolbox ended. {words}").format(
        n=entry.round, words=entry.words
    )


def _answered(entry: e.QuestionAnswered, say: Said) -> str:
    if entry.then == "action":
        return say.tr.gettext("A question of the book became action {n}.").format(n=entry.action)
    if entry.then == "watched":
        return say.tr.gettext("A question of the book is being watched. {words}").format(
            words=entry.words
        )
    return say.tr.gettext("A question of the book was answered: {words}").format(
        words=say.person(entry.words)
    )


def _capacity(entry: e.CapacityAsked, say: Said) -> str:
    met = sum(line.met for line in entry.lines)
    return say.tr.gettext("Capacity: {met} of {n} criteria are met.").format(
        met=say.tr.number(met), n=say.tr.number(len(entry.lines))
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.RoundBegun: _begun,
    e.RoundPrepared: _prepared,
    e.IntegrityVoted: _voted,
    e.ModelChosen: _model,
    e.ComplianceChecked: _complied,
    e.ProblemNamed: _problem,
    e.ProblemsVoted: _chosen,
    e.ProblemStudied: _studied,
    e.ToolAdded: _tool,
    e.ToolsChosen: _tools,
    e.ActionPlanned: _planned,
    e.ActionChanged: _changed,
    e.ActionMoved: _moved,
    e.EvidenceAdded: _evidence,
    e.CostLinked: _cost,
    e.PlanVisited: _visited,
    e.RoundEnded: _ended,
    e.QuestionAnswered: _answered,
    e.CapacityAsked: _capacity,
}
