"""The register of things that wear out in ink."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.assets.facts import AssetsFacts, Thing
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled, savings_words
from imt_desktop.wording.covering import thing_name


def render(facts: AssetsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the register on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: AssetsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document, sheets and all."""
    both = words.both
    total = Row((both(lambda tr: tr.gettext("Each year")), None, None, None, None, facts.yearly))
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=both(lambda tr: tr.gettext("What wears out")),
            about=both(lambda tr: tr.date(facts.on)),
            fields=(
                Field(both(lambda tr: tr.gettext("What, and its name")), bold=True),
                Field(both(lambda tr: tr.gettext("Bought")), 62),
                Field(both(lambda tr: tr.gettext("Cost")), align="right"),
                Field(both(lambda tr: tr.gettext("Lasts until")), 92),
                Field(both(lambda tr: tr.gettext("A new one")), align="right"),
                Field(both(lambda tr: tr.gettext("Set aside a year")), align="right", bold=True),
            ),
            rows=[_row(one, words) for one in facts.things],
            total=total if facts.things else None,
            notes=tuple(both(partial(savings_words, one)) for one in facts.reserves),
            nothing=both(lambda tr: tr.gettext("Nothing that wears out is written down yet.")),
        )
    )  # fmt: skip


def _row(one: Thing, words: Bilingual) -> Row:
    kind = words.both(lambda tr: capital(thing_name(one.what, tr)))
    name = Pair(labelled(kind.main, one.name, words.main), kind.second)
    bought = words.main.short_date(one.bought_on)
    return Row(
        (name, bought, one.cost, words.both(partial(_until, one)), one.replacement,
         None if one.out_on else one.yearly),
        struck=one.out_on is not None,
    )  # fmt: skip


def _until(one: Thing, tr: Translator) -> str:
    if one.out_on is not None:
        return tr.gettext("out of use since {day}").format(day=tr.short_date(one.out_on))
    return tr.ngettext("{year}, after {n} year", "{year}, after {n} years", one.life).format(
        year=one.worn_out, n=tr.number(one.life)
    )
