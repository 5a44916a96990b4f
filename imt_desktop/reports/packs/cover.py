"""The first sheet of a pack: what is in it, on which page, and with which code anybody checks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from imt_desktop.i18n import Translator
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.papers import paper_name

if TYPE_CHECKING:
    from imt_desktop.reports.kinds import Sheet
    from imt_desktop.reports.packs.making import Pack

COVER_PAGES = 1


def cover(pack: Pack, counts: Sequence[int]) -> bytes:
    """Draw the first sheet; ``counts`` are the pages of what follows."""
    words, rows, page = pack.words, [], COVER_PAGES + 1
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
            nothing=words.both(lambda tr: tr.gettext("Nothing to list.")),
        )
    ).finish()  # fmt: skip


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
