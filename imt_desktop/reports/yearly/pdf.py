"""A year at a glance in ink, on A4: month by month, with a place to tick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts
from imt_desktop.reports.yearly.words import about, sort_of

DAY: Final = 84.0


def render(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw it on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document, sheets and all."""
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("A year at a glance")),
            about=words.both(lambda tr: tr.period(Period(facts.first, facts.last))),
            fields=(
                Field(words.both(lambda tr: tr.gettext("Date")), DAY),
                Field(words.both(lambda tr: tr.gettext("What is due"))),
                Field(words.both(lambda tr: tr.gettext("Done")), 56),
            ),
            rows=list(_rows(facts, words)),
            nothing=words.both(lambda tr: tr.gettext("Nothing is due.")),
        )
    )  # fmt: skip


def _rows(facts: YearFacts, words: Bilingual) -> Iterator[Row]:
    month: Month | None = None
    for one in facts.due:
        now = Month.of(one.on)
        if now != month:
            month = now
            yield Row((None, words.both(lambda tr, of=now: tr.month(of)), None), strong=True)  # type: ignore[misc]
        yield Row((_day(one, words.main), _said(one, words), BLANK), room=22)


def _day(one: DueFacts, tr: Translator) -> str:
    return tr.short_date(one.on)


def _said(one: DueFacts, words: Bilingual) -> Pair:
    pair = words.both(lambda tr: sort_of(one.what, one.words, tr))
    own = about(one.what, one.words)
    return Pair(f"{pair.main}: {own}" if own else pair.main, pair.second)
