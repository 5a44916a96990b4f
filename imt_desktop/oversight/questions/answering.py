"""Answering a question: only one that the book asks, or did."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.committee.asking import chosen
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.oversight.errors import NeverAskedError
from imt_desktop.oversight.questions.asking import QUESTIONS, was_asked
from imt_desktop.plan import answers
from imt_desktop.plan.answers import AnswerRequest


def answer(book: Writing, wanted: AnswerRequest) -> Recorded:
    """Write an answer down.

    Raises ChoiceError, NeverAskedError and what ``plan.answers.answer`` raises.
    """
    if wanted.question.strip():
        code = chosen(wanted.question.strip(), QUESTIONS, "question")
        if not was_asked(book, today_of(book), code, wanted.about):
            raise NeverAskedError(code, wanted.about).beside("about")
    return answers.answer(book, wanted)


def answer_all(book: Writing, wanted: Sequence[AnswerRequest]) -> Recorded:
    """Write one or more answers down, an entry each; returns the last. Raises as ``answer``."""
    return [answer(book, one) for one in wanted][-1]
