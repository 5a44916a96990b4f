"""What the committee says to questions that the book asks, and of its own capacity."""

from __future__ import annotations

from typing import Final

from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors
from imt_desktop.plan.requests import Request, RequestLine, chosen, once, require

THEN: Final = ("answered", "watched", "action")


class AnswerRequest(Request, frozen=True, tag="question-answered"):
    """Answer a question of the book: in writing, by watching it, or with an action."""

    question: str
    about: str = ""
    then: str = "answered"
    words: str = ""
    action: int | None = None


class CriterionLine(RequestLine, frozen=True):
    """Whether a criterion is met."""

    code: str
    met: bool
    words: str = ""


class CapacityRequest(Request, frozen=True, tag="capacity"):
    """Say whether criteria are met that no figure of the book answers."""

    lines: tuple[CriterionLine, ...]


def answer(book: Writing, wanted: AnswerRequest) -> Recorded:
    """Write an answer down. Raises ChoiceError, TitleMissingError, NothingSaidError, NoSuchActionError."""
    if not wanted.question.strip():
        raise errors.TitleMissingError().beside("question")
    then = chosen(wanted.then, THEN, "then")
    if then == "answered" and not wanted.words.strip():
        raise errors.TitleMissingError().beside("words")
    if (then == "action") != (wanted.action is not None):
        raise errors.NothingSaidError().beside("action")
    if wanted.action is not None:
        with at("action"):
            require(book, "plan_action", wanted.action, errors.NoSuchActionError)
    return book.append(
        e.QuestionAnswered(
            question=wanted.question.strip(),
            about=wanted.about,
            then=then,
            words=wanted.words.strip(),
            action=wanted.action,
        )
    )


def ask_capacity(book: Writing, wanted: CapacityRequest) -> Recorded:
    """Write the criteria down. Raises NoAnswerError, TwiceError."""
    if not wanted.lines:
        raise errors.NoAnswerError().beside("lines")
    once((line.code for line in wanted.lines), "lines")
    lines = tuple(
        e.Criterion(code=line.code, met=line.met, words=line.words.strip()) for line in wanted.lines
    )
    return book.append(e.CapacityAsked(lines=lines))
