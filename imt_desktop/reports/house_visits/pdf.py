"""The list of an audit's house visits in ink: a row for each house, with boxes to write into."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from imt_desktop.journal.anchor import in_fours
from imt_desktop.period import Period
from imt_desktop.reports.audit.facts import DrawnFacts
from imt_desktop.reports.audit.words import drawn as drawn_words
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.house_visits.facts import HouseVisitsFacts
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, BOX
from imt_desktop.reports.paper.listing import Field, Labelled, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.community import list_words
from imt_desktop.wording.papers import paper_name

PAPER = "house-visits"
TALL = 38.0
"""Room to write in, in points."""


def render(facts: HouseVisitsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: HouseVisitsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    days = Period(facts.first, facts.last)
    return listing.draw(
        Listing(
            replace(facts.heading, officers=facts.auditors, one_signature=False), words, anchor,
            title=words.both(lambda tr: paper_name(PAPER, tr)),
            about=words.both(lambda tr: tr.period(days)),
            fields=(
                Field(Pair(""), 22, "right"),
                Field(words.both(lambda tr: tr.gettext("Household")), bold=True),
                Field(words.both(lambda tr: tr.gettext("Receipts")), 46),
                Field(words.both(lambda tr: tr.gettext("Together")), 68),
                Field(words.both(lambda tr: tr.gettext("No paper shown")), 50),
                Field(words.both(lambda tr: tr.gettext("Nobody home")), 50),
                Field(words.both(lambda tr: tr.gettext("Note")), 104),
            ),
            rows=list(_rows(facts)),
            warning=words.both(lambda tr: tr.gettext("For the auditors, not for the wall.")),
            labelled=(*(_fixed(one, words) for one in facts.fixed), _ask(words)),
            notes=tuple(_notes(facts, words)),
            nothing=None if facts.fixed else words.both(lambda tr: tr.gettext("Nothing to list.")),
        )
    )  # fmt: skip


def _rows(facts: HouseVisitsFacts) -> Iterator[Row]:
    for n, one in enumerate(facts.houses, 1):
        where = DOT.join(part for part in (one.member, one.zone, one.house) if part)
        yield Row((str(n), Pair(one.name, where), BOX, BOX, BOX, BOX, BLANK), room=TALL)


def _fixed(one: DrawnFacts, words: Bilingual) -> Labelled:
    """Say the code of a list before the dice are thrown: nobody can choose another list then."""
    return (
        words.both(
            lambda tr: tr.gettext("{what}: {n} in the list").format(
                what=list_words(one.what, tr), n=tr.number(one.listed)
            )
        ),
        words.both(
            lambda tr: tr.gettext(
                "Code of the list: {code}. Throw the dice now, in front of everybody."
            ).format(code=in_fours(one.code))
        ),
    )


def _ask(words: Bilingual) -> Labelled:
    label = words.both(lambda tr: tr.gettext("What to ask"))
    return label, words.both(
        lambda tr: tr.gettext(
            "Ask for their receipts and add them up. Whoever is behind is asked too: what did you "
            "pay, and to whom?"
        )
    )


def _notes(facts: HouseVisitsFacts, words: Bilingual) -> Iterator[Pair]:
    if facts.drawn is not None:
        yield words.both(partial(drawn_words, facts.drawn))
