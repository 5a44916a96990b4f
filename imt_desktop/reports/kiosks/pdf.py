"""Kiosk sales in ink: what each day sheet should bring, what it brought, and why it differs."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.kiosks.facts import DaySheet, KiosksFacts
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.charges import quantity_words


def render(facts: KiosksFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: KiosksFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document, sheets and all."""
    both = words.both
    short = facts.handed - facts.due
    total = Row(
        (both(lambda tr: tr.gettext("Total")), None, None, facts.due, facts.handed, short, None)
    )
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=both(lambda tr: tr.gettext("Kiosk sales")),
            about=both(lambda tr: tr.period(facts.period)),
            fields=(
                Field(both(lambda tr: tr.gettext("Day")), 62),
                Field(both(lambda tr: tr.gettext("Kiosk")), bold=True),
                Field(both(lambda tr: tr.gettext("Sold")), 84),
                Field(both(lambda tr: tr.gettext("To hand in")), align="right"),
                Field(both(lambda tr: tr.gettext("Handed in")), align="right"),
                Field(both(lambda tr: tr.gettext("Difference")), align="right", bold=True),
                Field(both(lambda tr: tr.gettext("Why it differs"))),
            ),
            rows=[_row(one, words) for one in facts.sheets],
            total=total if facts.sheets else None,
            nothing=both(lambda tr: tr.gettext("No kiosk sales in this time.")),
        )
    )  # fmt: skip


def _row(one: DaySheet, words: Bilingual) -> Row:
    said = ", ".join(part for part in (one.kiosk, one.attendant, one.pad) if part)
    who = said or words.both(lambda tr: tr.gettext("A kiosk that is not in the register"))
    sold = quantity_words(one.sold, one.unit, words.main)
    return Row(
        (words.main.short_date(one.on), who, sold, one.due, one.handed,
         one.difference if one.difference else None, one.text or None)
    )  # fmt: skip
