"""Problem cards: laid on the table, voted down to about three, and their causes followed down."""

from __future__ import annotations

from typing import Final

from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.requests import (
    Request,
    RequestLine,
    chosen,
    current,
    next_id,
    once,
    people,
    require,
)

KEY_PROBLEMS: Final = 3
"""A round is about three; more can be chosen, and the window says so."""
HEAVIEST: Final = 5


class ProblemRequest(Request, frozen=True, tag="problem"):
    """Lay a card on the table: a ready one by its code, or one of their own."""

    card: str = ""
    title: str = ""
    words: str = ""
    icon: str = ""


class BeansLine(RequestLine, frozen=True):
    """The votes of a problem."""

    problem: int
    votes: int


class ProblemsVotedRequest(Request, frozen=True, tag="problems-voted"):
    """Write down what the vote gave, and which problems this round is about."""

    present: int
    lines: tuple[BeansLine, ...]
    chosen: tuple[int, ...]


class CauseLine(RequestLine, frozen=True):
    """Why; ``of`` is 0 for the problem itself, or the cause before, counted from 1."""

    words: str
    of: int = 0


class StudyRequest(Request, frozen=True, tag="problem-studied"):
    """Write down the causes of a problem, whom it touches, and how likely and how bad it is."""

    problem: int
    likely: int
    bad: int
    causes: tuple[CauseLine, ...] = ()
    touched: str = ""


def lay(book: Writing, wanted: ProblemRequest) -> Recorded:
    """Lay a problem card on the table. Raises NoRoundError, TitleMissingError, ChoiceError."""
    number = current(book)
    if not (wanted.card or wanted.title.strip()):
        raise errors.TitleMissingError().beside("title")
    if wanted.card:
        chosen(wanted.card, [one.code for one in toolbox().problems], "card")
    return book.append(
        e.ProblemNamed(
            problem=next_id(book, "problem"),
            round=number,
            card=wanted.card,
            title=wanted.title.strip(),
            words=wanted.words.strip(),
            icon=wanted.icon,
        )
    )


def vote(book: Writing, wanted: ProblemsVotedRequest) -> Recorded:
    """Write the vote down; everybody present has as many beans as there are cards.

    Raises NoRoundError, NoVotesError, NoSuchProblemError, TwiceError, PeopleError, VotesError.
    """
    number = current(book)
    people(wanted.present, "present")
    if not wanted.chosen:
        raise errors.NoVotesError().beside("chosen")
    once((str(line.problem) for line in wanted.lines), "lines")
    once((str(problem) for problem in wanted.chosen), "chosen")
    for problem in wanted.chosen:
        with at("chosen"):
            require(book, "problem", problem, errors.NoSuchProblemError)
    lines = tuple(
        _beans(book, at_, line, wanted.present) for at_, line in enumerate(wanted.lines, 1)
    )
    return book.append(
        e.ProblemsVoted(round=number, present=wanted.present, lines=lines, chosen=wanted.chosen)
    )


def _beans(book: Writing, number: int, line: BeansLine, present: int) -> e.Beans:
    with at("lines", number):
        with at("problem"):
            require(book, "problem", line.problem, errors.NoSuchProblemError)
        if people(line.votes, "votes") > present:
            raise errors.VotesError(line.votes, present).beside("votes")
        return e.Beans(problem=line.problem, votes=line.votes)


def study(book: Writing, wanted: StudyRequest) -> Recorded:
    """Write down what stands behind a problem.

    Raises NoSuchProblemError, WeightError, CauseError, TitleMissingError.
    """
    with at("problem"):
        require(book, "problem", wanted.problem, errors.NoSuchProblemError)
    for field, weight in (("likely", wanted.likely), ("bad", wanted.bad)):
        if not 1 <= weight <= HEAVIEST:
            raise errors.WeightError(weight).beside(field)
    return book.append(
        e.ProblemStudied(
            problem=wanted.problem,
            causes=tuple(_cause(number, line) for number, line in enumerate(wanted.causes, 1)),
            touched=wanted.touched.strip(),
            likely=wanted.likely,
            bad=wanted.bad,
        )
    )


def _cause(number: int, line: CauseLine) -> e.Cause:
    with at("causes", number):
        if not line.words.strip():
            raise errors.TitleMissingError().beside("words")
        if not 0 <= line.of < number:
            raise errors.CauseError(line.of).beside("of")
        return e.Cause(words=line.words.strip(), of=line.of)
