"""A list in ink, on A4."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.ledger.closing.entries import Span
from imt_desktop.ledger.closing.gaps import how_many
from imt_desktop.money import total
from imt_desktop.period import Period
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.lists.facts import ListedRow, ListFacts
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, Cell
from imt_desktop.reports.paper.listing import Field, Labelled, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.community import category_words, outcome_words, stage_words
from imt_desktop.wording.kinds import body_name, kind_name
from imt_desktop.wording.late import late_words
from imt_desktop.wording.plan import compliance_words, point_words

TITLES: Final = {
    "receipts": mark("Receipts"),
    "vouchers": mark("Vouchers"),
    "decisions": mark("Decisions"),
    "complaints": mark("Complaints"),
    "registrations": mark("Registration papers"),
}

_NAMED: Final = 20
"""Spans of numbers that are named one by one."""


def render(facts: ListFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ListFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    fields, row = _WAYS[facts.what]
    money = [one.amount for one in facts.rows if one.amount is not None and not one.struck]
    whole = fields(words)
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext(TITLES[facts.what])),
            about=words.both(partial(_about, facts)),
            fields=whole,
            rows=[row(one, words) for one in facts.rows],
            total=_total(facts, words, len(whole), money) if money else None,
            labelled=_numbers(facts, words) + _left_out(facts, words),
            nothing=words.both(lambda tr: tr.gettext("Nothing to list.")),
        )
    )  # fmt: skip


def _about(facts: ListFacts, tr: Translator) -> str:
    return tr.period(Period(facts.first, facts.last))


def _total(facts: ListFacts, words: Bilingual, cells: int, money: list) -> Row:  # type: ignore[type-arg]
    said: list[Cell] = [None] * cells
    said[-2], said[-1] = words.both(lambda tr: tr.gettext("Total")), total(money, facts.currency)
    return Row(tuple(said))


def _numbers(facts: ListFacts, words: Bilingual) -> tuple[Labelled, ...]:
    """Of receipts: from which to which number, what was cancelled and what is missing."""
    if facts.what != "receipts" or not facts.rows:
        return ()
    tr = words.main
    void = sum(one.struck for one in facts.rows)
    left = words.both(lambda tr: tr.gettext("Of these in a part that a restore left behind"))
    return (
        (words.both(lambda tr: tr.gettext("Receipt numbers")),
         Pair(f"{facts.rows[0].number} \N{EN DASH} {facts.rows[-1].number}")),
        (words.both(lambda tr: tr.gettext("Cancelled")), Pair(tr.number(void))),
        (words.both(lambda tr: tr.gettext("Missing")), Pair(_named(facts.missing, tr))),
        *([(left, Pair(_named(facts.left_behind, tr)))] if facts.left_behind else []),
    )  # fmt: skip


def _named(spans: tuple[Span, ...], tr: Translator) -> str:
    """Say how many numbers there are, and which."""
    count = how_many(spans)
    named = ", ".join(
        f"{one.first}" if one.first == one.last else f"{one.first}\N{EN DASH}{one.last}"
        for one in spans[:_NAMED]
    )
    return f"{tr.number(count)}: {named}" if count else tr.number(0)


def _left_out(facts: ListFacts, words: Bilingual) -> tuple[Labelled, ...]:
    if not facts.left_out:
        return ()
    label = words.both(lambda tr: tr.gettext("Complaints about an officer are left out."))
    return ((label, Pair(words.main.number(facts.left_out))),)


def _receipt_fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("receipt number", "No.")), 52),
        Field(words.both(lambda tr: tr.gettext("Date")), 74),
        Field(words.both(lambda tr: tr.gettext("Name"))),
        Field(words.both(lambda tr: tr.gettext("Cancelled")), 130),
        Field(words.both(lambda tr: tr.gettext("Amount")), align="right", bold=True),
    )


def _receipt(one: ListedRow, words: Bilingual) -> Row:
    void = one.reason or "\N{MULTIPLICATION SIGN}" if one.struck else None
    who = words.both(lambda tr: tr.gettext("Forgotten")) if one.forgotten else one.who
    cells = (one.number, words.main.short_date(one.on), who, void, one.amount)
    return Row(cells, struck=one.struck)


def _voucher_fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("Entry")), 48),
        Field(words.both(lambda tr: tr.gettext("Date")), 74),
        Field(words.both(lambda tr: tr.gettext("Who and what"))),
        Field(words.both(lambda tr: tr.gettext("Voucher")), 80),
        Field(words.both(lambda tr: tr.gettext("Agrees")), 48),
        Field(words.both(lambda tr: tr.gettext("Amount")), align="right", bold=True),
    )


def _voucher(one: ListedRow, words: Bilingual) -> Row:
    own = {one.code: one.own_name} if one.own_name else {}
    said = words.both(lambda tr: capital(kind_name(one.code, own, tr)))
    late = late_words(one.concerns, words.main)
    main = " · ".join(part for part in (late, said.main, one.words, one.who, one.reason) if part)
    paper = one.paper or ("" if not one.picture else "\N{EN DASH}")
    photo = words.both(lambda tr: tr.gettext("Photo")) if one.picture else Pair("")
    voucher = Pair(" · ".join(filter(None, (paper, photo.main))), photo.second)
    day = words.main.short_date(one.on)
    return Row((one.number, day, Pair(main, said.second), voucher, BLANK, one.amount), one.struck)


def _decision_fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("Minute")), 80),
        Field(words.both(lambda tr: tr.gettext("Date")), 74),
        Field(words.both(lambda tr: tr.gettext("Decided by")), 90),
        Field(words.both(lambda tr: tr.gettext("What was decided"))),
        Field(words.both(lambda tr: tr.gettext("Paper")), 80),
    )


def _decision(one: ListedRow, words: Bilingual) -> Row:
    body = words.both(lambda tr: body_name(one.code, tr))
    photo = words.both(lambda tr: tr.gettext("Photo")) if one.picture else None
    paper = one.paper or photo
    cells = (one.number, words.main.short_date(one.on), body, one.words, paper)
    return Row(cells, struck=one.struck)


def _complaint_fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("Number")), 48),
        Field(words.both(lambda tr: tr.gettext("Received on")), 78),
        Field(words.both(lambda tr: tr.gettext("About"))),
        Field(words.both(lambda tr: tr.gettext("Answer by")), 78),
        Field(words.both(lambda tr: tr.gettext("Answered on")), 78),
        Field(words.both(lambda tr: tr.gettext("Where is it now?")), 130),
    )


def _complaint(one: ListedRow, words: Bilingual) -> Row:
    tr, own = words.main, {one.code: one.own_name} if one.own_name else {}
    about = words.both(
        lambda tr: category_words(one.code, own, tr) if one.code else tr.gettext("An officer")
    )
    due = Pair(tr.short_date(one.due) if one.due else "")
    if one.late:
        late = words.both(lambda tr: tr.gettext("Late"))
        due = Pair(due.main, late.beside)
    answered = tr.short_date(one.answered) if one.answered else None
    now = words.both(partial(_now, one))
    return Row((one.number, tr.short_date(one.on), about, due, answered, now))


def _now(one: ListedRow, tr: Translator) -> str:
    """Say who has a complaint that waits, or what came of it."""
    if not one.outcome:
        return stage_words(one.stage, tr) if one.stage else ""
    outcome = outcome_words(one.outcome, tr)
    return f"{outcome} · {tr.gettext('Put right')}" if one.fixed else outcome


def _registration_fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("What it is")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Number")), 110),
        Field(words.both(lambda tr: tr.gettext("Issued by")), 110),
        Field(words.both(lambda tr: tr.gettext("Good until")), 84),
        Field(words.both(lambda tr: tr.gettext("How far")), 90),
    )


def _registration(one: ListedRow, words: Bilingual) -> Row:
    name = words.both(lambda tr: point_words(one.code, tr)) if one.code else Pair(one.words)
    until = Pair(words.main.short_date(one.due) if one.due else "")
    if one.late:
        until = Pair(until.main, words.both(lambda tr: tr.gettext("Late")).beside)
    state = words.both(lambda tr: compliance_words(one.stage, tr))
    return Row((name, one.number, one.who, until, state))


_Fields = Callable[[Bilingual], tuple[Field, ...]]
_WAYS: Final[dict[str, tuple[_Fields, Callable[[ListedRow, Bilingual], Row]]]] = {
    "receipts": (_receipt_fields, _receipt),
    "vouchers": (_voucher_fields, _voucher),
    "decisions": (_decision_fields, _decision),
    "complaints": (_complaint_fields, _complaint),
    "registrations": (_registration_fields, _registration),
}
