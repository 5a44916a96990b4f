"""Spending: vouchers, the assembly's limit, round sums, and to whom money went. One reading for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from imt_desktop.oversight.questions.question import (
    WHOLE,
    Asked,
    Question,
    Spent,
    Threshold,
    person,
)
from imt_desktop.period import Month

K = TypeVar("K")


def no_voucher(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month for expenses without a voucher's number, a photo or an envelope."""
    bare = (one for one in asked.spent if not one.proved)
    for month, lines in _grouped(bare, _month).items():
        if len(lines) >= at.least:
            yield _of_month(asked, at, month, lines)


def split(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask where one payee got, within some days, several sums within the limit that go above it together."""
    small = (one for one in asked.spent if one.limit is not None and one.amount <= one.limit)
    for who, lines in _grouped(small, lambda one: person(one.who)).items():
        if who:
            yield from _runs(asked, at, lines)


def _runs(asked: Asked, at: Threshold, lines: Sequence[Spent]) -> Iterator[Question]:
    """Yield the runs of expenses to one payee that go above the limit; none stands in two."""
    span, start = timedelta(days=at.limit), 0
    while start < len(lines):
        first = lines[start]
        near = [one for one in lines[start:] if one.on - first.on < span]
        if _papers(near) >= at.least and _above(near):
            yield Question(
                at.code, str(first.ref), _papers(near), tuple(one.ref for one in near),
                on=first.on, amount=asked.total(near), days=at.limit,
                limit=asked.money(first.limit or 0),
            )  # fmt: skip
            start += len(near)
        else:
            start += 1


def _papers(lines: Sequence[Spent]) -> int:
    """Return how many vouchers the lines are, however many of them one entry holds."""
    return len({one.paper for one in lines})


def _above(lines: Sequence[Spent]) -> bool:
    return sum(one.amount for one in lines) > max(one.limit or 0 for one in lines)


def round_sums(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which more than a share of the expenses are round sums."""
    for month, lines in _grouped(asked.spent, _month).items():
        sums = [one for one in lines if _is_round(one.amount)]
        share = len(sums) * WHOLE // len(lines)
        if len(lines) >= at.least and share > at.limit:
            yield _of_month(asked, at, month, sums, share)


def _is_round(amount: int) -> bool:
    """Whether one digit other than naught writes it: 20, 500, 3,000."""
    return len(str(amount).rstrip("0")) == 1


def twice_a_day(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask where two vouchers of one day paid the same payee."""
    paid = (one for one in asked.spent if person(one.who))
    for lines in _grouped(paid, lambda one: (one.on, person(one.who))).values():
        if _papers(lines) >= at.least:
            yield Question(
                at.code, str(lines[0].ref), _papers(lines), tuple(one.ref for one in lines),
                on=lines[0].on, amount=asked.total(lines),
            )  # fmt: skip


def payee_officer(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which somebody was paid who was in post, a term that is over or not."""
    terms = _grouped(asked.officers, lambda one: person(one.name))
    paid = (
        one for one in asked.spent if any(o.in_post(one.on) for o in terms.get(person(one.who), ()))
    )
    for month, lines in _grouped(paid, _month).items():
        if len(lines) >= at.least:
            yield _of_month(asked, at, month, lines)


def _month(one: Spent) -> Month:
    return Month.of(one.on)


def _of_month(
    asked: Asked, at: Threshold, month: Month, lines: Sequence[Spent], share: int | None = None
) -> Question:
    return Question(
        at.code, str(month), len(lines), tuple(one.ref for one in lines), month,
        amount=asked.total(lines), share=share,
    )  # fmt: skip


T = TypeVar("T")


def _grouped(things: Iterable[T], by: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for one in things:
        found[by(one)].append(one)
    return found
