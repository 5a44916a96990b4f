"""The list of a handover in ink: what the book says, boxes for what goes from hand to hand, two to sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.reports.facts import Anchor, Officer
from imt_desktop.reports.handing.facts import HandingFacts
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, Cell
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled
from imt_desktop.wording.handing import USUAL
from imt_desktop.wording.kinds import account_name, post_name

AMOUNT: Final = 70.0
SIGN: Final = 74.0


def render(facts: HandingFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: HandingFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Handover of the committee")),
            about=words.both(lambda tr: tr.date(facts.on)),
            fields=(
                Field(words.both(lambda tr: tr.gettext("What goes from hand to hand")), bold=True),
                Field(words.both(lambda tr: tr.gettext("In the book")), AMOUNT, "right"),
                Field(words.both(lambda tr: tr.gettext("Counted")), AMOUNT, "right"),
                Field(words.both(lambda tr: tr.gettext("Handed over")), SIGN),
                Field(words.both(lambda tr: tr.gettext("Remark")), SIGN),
            ),
            rows=[*_money(facts, words), *_open(facts, words), *_things(words)],
            notes=(
                words.both(
                    lambda tr: tr.gettext("We went through all of this together and sign for it.")
                ),
            ),
            thumbs=(
                words.both(lambda tr: tr.gettext("Hands over")),
                words.both(lambda tr: tr.gettext("Takes over")),
            ),
        )
    )  # fmt: skip


def _row(what: Pair, book: Cell = None, counted: Cell = None) -> Row:
    return Row((what, book, counted, BLANK, BLANK), room=24)


def _money(facts: HandingFacts, words: Bilingual) -> Iterator[Row]:
    for one in facts.money:
        name = (
            Pair(one.own_name) if one.own_name
            else words.both(lambda tr, of=one.account: capital(account_name(of, {}, tr)))  # type: ignore[misc]
        )  # fmt: skip
        yield _row(name, one.book, BLANK if one.counted is None else one.counted)
    behind = words.both(
        lambda tr: labelled(tr.gettext("Households behind"), tr.number(facts.households_behind), tr)
    )
    yield _row(words.both(lambda tr: tr.gettext("Owed to us")), facts.owed)
    yield _row(behind)  # without an amount: others owe what is not due yet
    yield _row(words.both(lambda tr: tr.gettext("We owe")), facts.we_owe)


def _open(facts: HandingFacts, words: Bilingual) -> Iterator[Row]:
    """What the next ones go on with, as counts."""

    def counted(label: str, n: int, late: int = 0) -> Row:
        def said(tr: Translator) -> str:
            behind = f", {labelled(tr.gettext('Late'), tr.number(late), tr)}" if late else ""
            return labelled(tr.gettext(label), tr.number(n), tr) + behind

        return _row(words.both(said))

    if facts.last_receipt is not None:
        newest = words.both(
            lambda tr: labelled(tr.gettext("Newest receipt"), str(facts.last_receipt), tr)
        )
        yield _row(newest)
    for pad in facts.pads:
        pair = words.both(
            lambda tr, pad=pad: tr.gettext("Paper pad {first} to {last}").format(  # type: ignore[misc]
                first=pad.first, last=pad.last
            )
        )
        yield _row(pair)
    yield counted("What wears out", facts.assets)
    yield counted("Complaints", facts.complaints, facts.late_complaints)
    yield counted("Action plan", facts.actions, facts.late_actions)
    yield counted("Findings", facts.findings)
    yield counted("Questions", facts.questions)
    yield counted("Requests for support", facts.requests, facts.late_requests)
    yield counted("Reports owed", facts.reports, facts.late_reports)
    yield counted("Breakdowns", facts.breakdowns)
    for one in facts.spare_parts:
        part = words.both(
            lambda tr, one=one: labelled(tr.gettext("Spare parts"), one.part, tr)  # type: ignore[misc]
        )
        yield _row(part, str(one.stock))
    if facts.pins:
        yield counted("PINs to be changed", facts.pins)
    for officer in facts.heading.officers:
        yield _row(words.both(partial(_new_pin, officer)))


def _new_pin(officer: Officer, tr: Translator) -> str:
    post = post_name(officer.post, {officer.post: officer.own_post}, tr)
    return labelled(tr.gettext("New PIN"), post, tr)


def _things(words: Bilingual) -> Iterator[Row]:
    for one in USUAL:
        yield _row(words.both(lambda tr, one=one: tr.gettext(one)))  # type: ignore[misc]


_COUNTED: Final = (
    mark("Findings"), mark("Questions"), mark("Requests for support"), mark("PINs to be changed"),
)  # fmt: skip
"""Labels that stand only in this file, for who translates."""
