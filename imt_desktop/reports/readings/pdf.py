"""The sheet for reading meters in ink: a box to write into behind each meter, no filled area."""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, BOX
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.readings.facts import MeterToRead, ReadingSheetFacts
from imt_desktop.wording.charges import number_words

_ROOM: Final = 25.0
"""Points of a row: room for large figures by hand."""


def render(facts: ReadingSheetFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the sheet on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ReadingSheetFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the sheet and return the document, sheets and all."""
    period = words.both(lambda tr: tr.period(facts.period))
    n = len(facts.meters)
    many = words.both(lambda tr: tr.ngettext("{n} meter", "{n} meters", n).format(n=tr.number(n)))
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Meters to read")),
            about=Pair(period.main + (DOT + facts.zone if facts.zone else ""), period.second),
            fields=_fields(words),
            rows=[_row(one, words) for one in facts.meters],
            total=Row((None, many, *(None,) * 6)) if n else None,
            notes=(
                words.both(
                    lambda tr: tr.gettext(
                        "Write what the meter says, also where it seems wrong. Where it cannot be"
                        " read, write why."
                    )
                ),
            ),
            nothing=words.both(lambda tr: tr.gettext("Every meter is read.")),
        )
    )  # fmt: skip


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 34),
        Field(words.both(lambda tr: tr.gettext("Household")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Zone and house")), 88),
        Field(words.both(lambda tr: tr.gettext("Usual")), 34, "right"),
        Field(words.both(lambda tr: tr.gettext("Last reading")), 50, "right"),
        Field(words.both(lambda tr: tr.gettext("Reading")), 96),
        Field(words.both(lambda tr: tr.gettext("Day")), 42),
        Field(words.both(lambda tr: tr.gettext("Remark")), 78),
    )


def _row(one: MeterToRead, words: Bilingual) -> Row:
    tr = words.main
    where = DOT.join(part for part in (one.zone, one.house) if part)
    last = number_words(one.last, tr) if one.last is not None else ""
    usual = number_words(one.usual, tr) if one.usual else ""
    return Row((one.member, one.name, where, usual, last, BOX, BLANK, BLANK), room=_ROOM)
