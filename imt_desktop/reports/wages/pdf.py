"""The wage sheet in ink: a line for each to sign, or to set a thumb on."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import covered
from imt_desktop.reports.wages.facts import Wage, WagesFacts

ROOM = 40.0
"""Height of a row: room for a signature or a thumb."""


def render(facts: WagesFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the sheet on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: WagesFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the sheet and return the document, sheets and all."""
    total = words.both(lambda tr: tr.gettext("Total"))
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Wage sheet")),
            about=words.both(lambda tr: covered(facts.period, facts.as_of, tr)),
            fields=_fields(words),
            rows=[_row(one, words) for one in facts.wages],
            total=Row((None, total, None, facts.all, None, None)) if facts.wages else None,
            notes=(words.both(lambda tr: tr.gettext(
                "Whoever does not write sets a thumb on the line, and a witness signs beside it."
            )),),
            nothing=words.both(lambda tr: tr.gettext("No wages were paid and none are owed.")),
        )
    )  # fmt: skip


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.gettext("Date")), 48),
        Field(words.both(lambda tr: tr.gettext("Name")), bold=True),
        Field(words.both(lambda tr: tr.gettext("What for")), 90),
        Field(words.both(lambda tr: tr.gettext("Amount")), align="right", bold=True),
        Field(words.both(lambda tr: tr.gettext("Signature or thumb")), 100),
        Field(words.both(lambda tr: tr.gettext("Witness: name and signature")), 100),
    )


def _row(one: Wage, words: Bilingual) -> Row:
    owed = words.both(lambda tr: tr.gettext("still to be paid")) if one.owed else Pair("")
    text = " · ".join(part for part in (one.text, owed.main) if part)
    day = words.main.day(one.on)
    return Row((day, one.name, Pair(text, owed.second), one.amount, BLANK, BLANK), room=ROOM)
