"""The first sheet of a pack in ink: what is in it, on which page, and with which code anybody checks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.packs.facts import CoverFacts, Missing, Packed
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.papers import paper_name

COVER_PAGES = 1


def render(
    facts: CoverFacts, words: Bilingual, anchor: Anchor | None, counts: Sequence[int] = ()
) -> bytes:
    """Draw the first sheet; ``counts`` are the pages of what follows it, where it does."""
    document = draw(facts, words, anchor, counts)
    if len(document.sheets) > COVER_PAGES and counts:  # what follows stands further behind
        document = draw(facts, words, anchor, counts, len(document.sheets))
    return document.finish()


def draw(
    facts: CoverFacts, words: Bilingual, anchor: Anchor | None, counts: Sequence[int] = (),
    pages_of_it: int = COVER_PAGES,
) -> Document:  # fmt: skip
    """Draw it and return the document, sheets and all."""
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: paper_name(facts.pack, tr)),
            about=words.both(lambda tr: tr.period(facts.period)),
            fields=(
                Field(words.both(lambda tr: tr.gettext("Page")), 56),
                Field(words.both(lambda tr: tr.gettext("Paper")), bold=True),
                Field(words.both(lambda tr: tr.gettext("Check a paper")), 150),
            ),
            rows=list(_rows(facts, words, counts, pages_of_it + 1)),
            notes=tuple(_left_out(facts, words)),
            nothing=words.both(lambda tr: tr.gettext("Nothing to list.")),
        )
    )  # fmt: skip


def _rows(facts: CoverFacts, words: Bilingual, counts: Sequence[int], page: int) -> Iterator[Row]:
    for at, one in enumerate(facts.papers):
        yield Row(
            (str(page) if counts else "", words.both(partial(name_of, one)), in_fours(one.code))
        )
        page += counts[at] if counts else 0
    if facts.photos:
        said = words.both(lambda tr: tr.about(tr.gettext("Vouchers"), tr.gettext("Photo")))
        yield Row((str(page) if counts else "", said, ""))


def _left_out(facts: CoverFacts, words: Bilingual) -> Iterator[Pair]:
    """Say which papers are missing and why, and how many pictures were erased."""
    for one in facts.missing:
        said = [_missing(one, why, tr) for tr, why in zip(words.translators, one.why, strict=False)]
        yield Pair(*said)
    if facts.erased:
        yield words.both(partial(_erased, facts.erased))


def _missing(one: Missing, why: str, tr: Translator) -> str:
    return tr.gettext("Left out: {why}").format(why=f"{paper_name(one.paper, tr)}. {why}")


def _erased(count: int, tr: Translator) -> str:
    photos = tr.about(tr.gettext("Photo"), tr.number(count))
    why = f"{photos}. {tr.gettext('The photo is not in this copy of the book.')}"
    return tr.gettext("Left out: {why}").format(why=why)


def name_of(one: Packed, tr: Translator) -> str:
    """Name a paper of a pack, a cash book with its account."""
    name = paper_name(one.paper, tr)
    return f"{name}, {one.own_name or account_name(one.account, {}, tr)}" if one.account else name
