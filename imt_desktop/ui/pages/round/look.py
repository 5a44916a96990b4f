"""Reading a round off the window's thread: what each of its seven steps has so far."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee.queries import Decision, committee, decisions
from imt_desktop.journal import Reading
from imt_desktop.plan import entries as e
from imt_desktop.plan import queries
from imt_desktop.plan.compliance import Held, held
from imt_desktop.plan.queries import Action, Problem, Round
from imt_desktop.ui.pages.plan.look import PlanLook
from imt_desktop.ui.pages.plan.look import look as look_at_plan


class Answers(Struct, frozen=True):
    """What a round was told: None where a step was not done."""

    prepared: e.RoundPrepared | None
    voted: e.IntegrityVoted | None
    model: e.ModelChosen | None
    complied: bool
    """Whether it went through what is asked of the committee."""
    learned: str
    """What was learned, as it ended; empty before, and where nobody wrote it."""


class RoundLook(Struct, frozen=True):
    """The round, what it was told, and what the one before it was told."""

    plan: PlanLook
    country: str
    now: Answers
    before: Answers | None
    before_round: Round | None
    before_actions: tuple[Action, ...]
    earlier_model: tuple[Round, e.ModelChosen] | None
    """The management model as a round before has it, until this one confirms or changes it."""
    compliance: tuple[Held, ...]
    """What is asked of the committee, also as an earlier round has it: a paper knows no rounds."""
    problems: tuple[Problem, ...]
    """Of this round."""
    studied: dict[int, e.ProblemStudied]
    visits: tuple[tuple[int, date, e.PlanVisited], ...]
    decisions: tuple[Decision, ...]
    """Of the committee's book: one of them may have chosen the model."""

    @property
    def round(self) -> Round | None:
        """The newest round."""
        return self.plan.round

    @property
    def open(self) -> bool:
        """Whether it is under way."""
        return self.round is not None and self.round.ended_on is None

    @property
    def model(self) -> e.ModelChosen | None:
        """The management model: of this round, or as a round before described it."""
        return self.earlier_model[1] if self.earlier_model else self.now.model

    @property
    def chosen(self) -> tuple[Problem, ...]:
        """The key problems."""
        return tuple(one for one in self.problems if one.chosen)

    def done(self, step: str) -> bool:
        """Say whether a step has what it is for."""
        now = self.now
        return {
            "prepare": now.prepared is not None,
            "integrity": now.voted is not None,
            "compliance": self.earlier_model is None and (now.model is not None or now.complied),
            "problems": bool(self.chosen),
            "tools": any(one.tools for one in self.problems),
            "plan": bool(self.plan.actions),
            "follow": bool(self.visits),
        }[step]


def look(book: Reading, today: date) -> RoundLook:
    """Look at the newest round."""
    plan = look_at_plan(book, today)
    described = committee(book)
    number = plan.round.id if plan.round else 0
    rounds = queries.rounds(book)
    earlier = rounds[1] if len(rounds) > 1 else None
    problems = queries.problems(book, number)
    model = queries.model(book)
    studied = {one.id: study for one in problems if (study := queries.studied(book, one))}
    return RoundLook(
        plan=plan,
        country=described.country if described else "",
        now=_answers(book, number),
        before=_answers(book, earlier.id) if earlier else None,
        before_round=earlier,
        before_actions=queries.actions(book, earlier.id) if earlier else (),
        earlier_model=model if model and model[0].id != number else None,
        compliance=held(book),
        problems=problems,
        studied=studied,
        visits=queries.visits(book, number),
        decisions=decisions(book),
    )


def _answers(book: Reading, number: int) -> Answers:
    ended = queries.step(book, e.RoundEnded, "ended", number)
    return Answers(
        queries.step(book, e.RoundPrepared, "prepared", number),
        queries.step(book, e.IntegrityVoted, "voted", number),
        queries.step(book, e.ModelChosen, "model", number),
        "compliance" in queries.steps_done(book, number),
        ended.words if ended else "",
    )
