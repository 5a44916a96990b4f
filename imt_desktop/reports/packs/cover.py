"""The first sheet of a pack: what is in it, on which page, and with which code anybody checks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from imt_desktop.i18n import Translator
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.wording.errors import sentence
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.papers import paper_name

if TYPE_CHECKING:
    from imt_desktop.reports.kinds import Sheet
    from imt_desktop.reports.packs.making import LeftOut, Pack

COVER_PAGES = 1


def cover(pack: Pack, counts: Sequence[int], pages_of_it: int = COVER_PAGES) -> bytes:
    """Draw the first sheet; ``counts`` are the pages of what follows it."""
    words, rows, page = pack.words, [], pages_of_it + 1
    for sheet, pages in zip(pack.sheets, counts, strict=False):
        code = sheet.anchor.code if sheet.anchor else ""
        rows.append(Row((str(page), _name(sheet, words), _fours(code))))
        page += pages
    rest = sum(counts[len(pack.sheets) :])
    if rest:
        photos = words.both(lambda tr: f"{tr.gettext('Vouchers')}: {tr.gettext('Photo')}")
        rows.append(Row((str(page), photos, "")))
    anchor = pack.sheets[0].anchor if pack.sheets else None
    return listing.draw(
        Listing(
            pack.heading, words, anchor,
            title=words.both(lambda tr: paper_name(pack.what, tr)),
            about=words.both(lambda tr: _period(pack, tr)),
            fields=(
                Field(words.both(lambda tr: tr.gettext("Page")), 56),
                Field(words.both(lambda tr: tr.gettext("Paper")), bold=True),
                Field(words.both(lambda tr: tr.gettext("Check a paper")), 150),
            ),
            rows=rows,
            notes=tuple(_left_out(pack, counts)),
            nothing=words.both(lambda tr: tr.gettext("Nothing to list.")),
        )
    ).finish()  # fmt: skip


def _left_out(pack: Pack, counts: Sequence[int]) -> Iterator[Pair]:
    """Say which papers are missing and why, and how many pictures were erased."""
    for one in pack.left_out:
        yield pack.words.both(partial(_missing, one))
    erased = sum(not pages for pages in counts[len(pack.sheets) :])
    if erased:
        yield pack.words.both(partial(_erased, erased))


def _missing(one: LeftOut, tr: Translator) -> str:
    why = f"{paper_name(one.paper, tr)}. {sentence(one.why, tr)}"
    return tr.gettext("Left out: {why}").format(why=why)


def _erased(count: int, tr: Translator) -> str:
    photos = f"{tr.gettext('Photo')}: {tr.number(count)}"
    why = f"{photos}. {tr.gettext('The photo is not in this copy of the book.')}"
    return tr.gettext("Left out: {why}").format(why=why)


def _period(pack: Pack, tr: Translator) -> str:
    return tr.period(pack.period)


def _name(sheet: Sheet, words: Bilingual) -> Pair:
    account = getattr(sheet.facts, "account", None)

    def said(tr: Translator) -> str:
        name = paper_name(sheet.paper, tr)
        if isinstance(account, str) and account:
            own = getattr(sheet.facts, "own_name", "")
            return f"{name}, {own or account_name(account, {}, tr)}"
        return name

    return words.both(said)


def _fours(code: str) -> str:
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))
