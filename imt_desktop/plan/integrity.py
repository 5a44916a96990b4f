"""Votes on integrity and reputation: each person's vote, by counting hands, beans or stickers."""

from __future__ import annotations

from typing import Final

from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors
from imt_desktop.plan.requests import Request, RequestLine, chosen, current, once, people

THEMES: Final = ("transparency", "accountability", "participation")
ANSWERS: Final = 3
"""No, partly, yes: three heaps of beans, the worst first."""


class VoteLine(RequestLine, frozen=True):
    """How many gave each answer: no, partly, yes."""

    theme: str
    votes: tuple[int, ...]
    question: str = ""
    words: str = ""


class IntegrityVoteRequest(Request, frozen=True, tag="integrity-vote"):
    """Write the votes down."""

    present: int
    lines: tuple[VoteLine, ...]


def vote(book: Writing, wanted: IntegrityVoteRequest) -> Recorded:
    """Write the votes down, all of them anew.

    Raises NoRoundError, PeopleError, NoVotesError, TitleMissingError, ChoiceError, AnswersError,
    VotesError, TwiceError.
    """
    number = current(book)
    people(wanted.present, "present")
    if not wanted.lines:
        raise errors.NoVotesError().beside("lines")
    once((line.question or line.words.strip() for line in wanted.lines), "lines")
    lines = tuple(_line(at_, line, wanted.present) for at_, line in enumerate(wanted.lines, 1))
    return book.append(e.IntegrityVoted(round=number, present=wanted.present, lines=lines))


def _line(number: int, line: VoteLine, present: int) -> e.Voted:
    with at("lines", number):
        if not (line.question or line.words.strip()):
            raise errors.TitleMissingError().beside("words")
        if len(line.votes) != ANSWERS:
            raise errors.AnswersError(len(line.votes), ANSWERS).beside("votes")
        for votes in line.votes:
            people(votes, "votes")
        if sum(line.votes) > present:
            raise errors.VotesError(sum(line.votes), present).beside("votes")
        return e.Voted(
            question=line.question,
            theme=chosen(line.theme, THEMES, "theme"),
            words=line.words.strip(),
            votes=line.votes,
        )
