"""Asking all questions, and holding what the committee said beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.oversight.questions import cash, days, people, receipts, spending
from imt_desktop.oversight.questions.question import (
    Answered,
    Asked,
    Question,
    Threshold,
    thresholds,
)
from imt_desktop.period import Month
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
    "above-limit": cash.above_limit,
    "negative-cash": cash.negative_cash,
    "back-dated": days.back_dated,
    "unreconciled": days.unreconciled,
    "exemption-minute": people.exemption_minute,
    "officers-behind": people.officers_behind,
    "terms-over": people.terms_over,
}
"""Another question is one more function here, and its threshold in the pack."""

OF_MONTH: Final = frozenset(
    ("voids", "no-voucher", "round-sums", "payee-officer", "late-banking", "above-limit",
     "negative-cash", "back-dated", "unreconciled")
)  # fmt: skip
"""Questions of which each case is about a month."""
UP_TO_MONTH: Final = frozenset(("officers-behind",))
"""Questions of which the case of a month takes up those of the months before it."""
AFTERWARDS: Final = frozenset(("unreconciled", "officers-behind"))
"""Questions that are asked of a month once more days than their limit have gone by since."""
OF_LINE: Final = frozenset(("split", "twice-a-day"))
"""Questions of which each case is about the first of some lines."""

_ORDER: Final = ("open", "watched", "action", "answered")


def questions(book: Reading, today: date) -> tuple[Question, ...]:
    """Return what the book asks today: the open ones first, then by what became of them."""
    known = thresholds()
    asked, limits = Asked(book, today), {code: known[code] for code in QUESTIONS if code in known}
    said = _said(book)
    new = [one for code, at in limits.items() for one in QUESTIONS[code](asked, at)]
    found = [
        replace(one, answer=said.get((one.code, one.about)))
        for one in (*new, *_kept(asked, limits, said))
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), _newest_first(one))))


def _kept(
    asked: Asked, limits: Mapping[str, Threshold], said: Mapping[tuple[str, str], Answered]
) -> Iterator[Question]:
    """Yield the cases older than what is looked at that are watched, or whose action is not done.

    Each is asked of its own days alone: that takes no long look.
    """
    under_way = plan.unfinished(asked.book)
    for (code, about), answer in said.items():
        stays = code not in UP_TO_MONTH and (
            answer.then == "watched" or (answer.then == "action" and answer.action in under_way)
        )
        days = _days_of(asked.book, about, limits[code]) if stays and code in limits else None
        if days and days[0] < asked.since:
            then = Asked(asked.book, min(days[1], asked.today), days[0])
            found = QUESTIONS[code](then, limits[code])
            yield from (one for one in found if one.about == about)


def _days_of(book: Reading, about: str, at: Threshold) -> tuple[date, date] | None:
    """Return the days that a case is about; None where it is asked whatever its days are."""
    if at.code in OF_MONTH | UP_TO_MONTH:
        try:
            month = Month.parse(about)
            wait = timedelta(days=at.limit + 1 if at.code in AFTERWARDS else 0)
            return month.first, month.last + wait
        except (UserError, ValueError, OverflowError):  # a file may name any
            return None
    if at.code in OF_LINE:
        entry, _, line = about.partition("/")
        row = book.driver.execute(
            "SELECT effective_on FROM money_line WHERE seq=? AND line=?", (entry, line)
        ).fetchone()
        if row:
            first = date.fromisoformat(row[0])
            return first, first + timedelta(days=at.limit)
    return None


def was_asked(book: Reading, today: date, code: str, about: str) -> bool:
    """Whether the book asks about a case today, or did on the case's own days or before an answer."""
    at = thresholds().get(code)
    if at is None or (code, about) in _said(book):
        return at is not None
    days = _days_of(book, about, at)
    past = [Asked(book, min(days[1], today), days[0])] if days and days[0] <= today else []
    asked = (Asked(book, today), *past)
    return any(one.about == about for each in asked for one in QUESTIONS[code](each, at))


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
