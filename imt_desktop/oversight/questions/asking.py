"""Asking all questions, and holding what the committee said beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.oversight.questions import cash, days, people, receipts, spending
from imt_desktop.oversight.questions.question import (
    Answered,
    Asked,
    Question,
    Threshold,
    thresholds,
)
from imt_desktop.plan import queries as plan
from imt_desktop.plan.entries import QuestionAnswered

QUESTIONS: Final[Mapping[str, Callable[[Asked, Threshold], Iterator[Question]]]] = {
    "pad-gaps": receipts.pad_gaps,
    "voids": receipts.voids,
    "no-voucher": spending.no_voucher,
    "split": spending.split,
    "round-sums": spending.round_sums,
    "twice-a-day": spending.twice_a_day,
    "payee-officer": spending.payee_officer,
    "late-banking": cash.late_banking,
    "negative-cash": cash.negative_cash,
    "back-dated": days.back_dated,
    "unreconciled": days.unreconciled,
    "exemption-minute": people.exemption_minute,
    "officers-behind": people.officers_behind,
    "terms-over": people.terms_over,
}
"""Another question is one more function here, and its threshold in the pack."""

_ORDER: Final = ("open", "watched", "action", "answered")


def questions(book: Reading, today: date) -> tuple[Question, ...]:
    """Return what the book asks today: the open ones first, then by what became of them."""
    asked, limits = Asked(book, today), thresholds()
    said = _said(book)
    found = [
        replace(one, answer=said.get((one.code, one.about)))
        for code, ask in QUESTIONS.items()
        if code in limits
        for one in ask(asked, limits[code])
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), _newest_first(one))))


def count_open(book: Reading, today: date) -> int:
    """Return how many questions wait for an answer."""
    return sum(one.state == "open" for one in questions(book, today))


def _newest_first(one: Question) -> int:
    day = one.on or (one.month.first if one.month else None)
    return -(day.toordinal() if day else date.max.toordinal())


def _said(book: Reading) -> dict[tuple[str, str], Answered]:
    """Return the newest answer to each case: said in an entry, or an action opened from it."""
    said = {}
    for key, (seq, on, then, action) in plan.answers(book).items():
        entry = book.recorded(seq).entry
        words = entry.words if isinstance(entry, QuestionAnswered) else ""
        said[key] = Answered(seq, on, then, action, words)
    for code, about, number, seq, planned in plan.from_questions(book):
        before = said.get((code, about))
        if before is None or before.entry < seq:
            said[code, about] = Answered(seq, planned, "action", number)
    return said
