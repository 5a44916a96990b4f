"""Who is behind, in ink: for the committee, never for the wall."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator, mark
from imt_desktop.reports.behind.facts import BehindFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document

HEADS = {
    "not-due": mark("Not yet due"),
    "1-30": mark("To 30 days"),
    "31-60": mark("To 60 days"),
    "61-90": mark("To 90 days"),
    "31-90": mark("31 to 90 days"),
    "over-90": mark("Older"),
}
"""How old a debt is, as the head of a column."""


def render(facts: BehindFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: BehindFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Who is behind")),
            about=_about(facts, words),
            fields=_fields(facts, words),
            rows=[
                Row((one.member, one.name, one.zone, *one.ages, one.owed))
                for one in facts.debtors
            ],
            total=_total(facts, words) if facts.debtors else None,
            warning=words.both(
                lambda tr: tr.gettext("For the committee only. Never for the wall.")
            ),
            nothing=words.both(lambda tr: tr.gettext("Nobody is behind.")),
        )
    )  # fmt: skip


def _about(facts: BehindFacts, words: Bilingual) -> Pair:
    said = words.both(lambda tr: tr.date(facts.on))
    return Pair(said.main + (DOT + facts.zone if facts.zone else ""), said.second)


def _fields(facts: BehindFacts, words: Bilingual) -> tuple[Field, ...]:
    ages = (words.both(partial(_head, age)) for age in facts.ages)
    return (
        Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 38),
        Field(words.both(lambda tr: tr.gettext("Household")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Zone")), 64),
        *(Field(age, align="right") for age in ages),
        Field(words.both(lambda tr: tr.gettext("Owed")), align="right", bold=True),
    )


def _head(age: str, tr: Translator) -> str:
    return tr.gettext(HEADS[age])


def _total(facts: BehindFacts, words: Bilingual) -> Row:
    n = len(facts.debtors)
    said = words.both(
        lambda tr: tr.ngettext("{n} household", "{n} households", n).format(n=tr.number(n))
    )
    ages = (facts.of_age(at) for at in range(len(facts.ages)))
    return Row((None, said, None, *ages, facts.owed))
