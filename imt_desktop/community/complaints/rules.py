"""How this committee deals with complaints: its own deadline, free days and categories."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee.asking import once, words
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.community import packs
from imt_desktop.community.complaints import entries as e
from imt_desktop.community.complaints import errors
from imt_desktop.community.complaints.days import Term
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing

MOST_DAYS: Final = 365


class CategoryLine(RequestLine, frozen=True):
    """A category of their own, or with the code of one that all have: another word for it."""

    code: str
    name: str


class RulesRequest(Request, frozen=True, tag="complaint-rules"):
    """Say how long an answer may take, which days are free, and name own categories."""

    days: int | None = None
    working: bool | None = None
    free_days: tuple[date, ...] = ()
    categories: tuple[CategoryLine, ...] = ()


def set_rules(book: Writing, wanted: RulesRequest) -> Recorded:
    """Set the rules; what is not said of the deadline is the country's.

    Raises DaysError, TwiceError, TitleMissingError.
    """
    usual = packs.deadline_of(book.book.founded.country)
    days = usual.days if wanted.days is None else wanted.days
    if not 1 <= days <= MOST_DAYS:
        raise errors.DaysError(days).beside("days")
    once((line.code.strip() for line in wanted.categories), "categories")
    return book.append(
        e.ComplaintRules(
            days=days,
            working=usual.working if wanted.working is None else wanted.working,
            free_days=tuple(sorted(set(wanted.free_days))),
            categories=tuple(_own(number, one) for number, one in enumerate(wanted.categories, 1)),
        )
    )


def _own(number: int, line: CategoryLine) -> e.OwnCategory:
    with at("categories", number):
        return e.OwnCategory(code=words(line.code, "code"), name=words(line.name, "name"))


def rules(book: Reading) -> e.ComplaintRules:
    """Return the rules that hold: the committee's own, or the country's."""
    row = book.driver.execute("SELECT max(seq) FROM complaint_rules").fetchone()
    if row[0] is not None:
        entry = book.recorded(row[0]).entry
        assert isinstance(entry, e.ComplaintRules)
        return entry
    usual = packs.deadline_of(book.book.founded.country)
    return e.ComplaintRules(days=usual.days, working=usual.working, free_days=(), categories=())


def own_names(book: Reading) -> dict[str, str]:
    """Return what each category of their own was last called, those that are offered no more too.

    Of one that all have: another word for it, as long as the committee keeps to it.
    """
    everybodys = {one.code for one in packs.categories()}
    rows = book.driver.execute("SELECT seq FROM complaint_rules ORDER BY seq").fetchall()
    entries = (book.recorded(seq).entry for (seq,) in rows)
    ever = {
        one.code: one.name
        for entry in entries
        if isinstance(entry, e.ComplaintRules)
        for one in entry.categories
        if one.code not in everybodys
    }
    return ever | {one.code: one.name for one in rules(book).categories}


def term(book: Reading, *, passed_on: bool = False) -> Term:
    """Return the term of an answer: the committee's, or of whoever it is passed on to."""
    country, own = book.book.founded.country, rules(book)
    free = frozenset(own.free_days)
    if passed_on:
        usual = packs.deadline_of(country)
        return Term(usual.passed_on_days, usual.passed_on_working, country, free, office=True)
    return Term(own.days, own.working, country, free)


def category_codes(book: Reading) -> tuple[str, ...]:
    """Return the codes of all categories, the committee's own last."""
    everybodys = (one.code for one in packs.categories())
    own = (one.code for one in rules(book).categories)
    return tuple(dict.fromkeys((*everybodys, *own)))
