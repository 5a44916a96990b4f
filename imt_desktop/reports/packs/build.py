"""Facts of the first sheet of a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts
from imt_desktop.reports import about
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.heading import heading
from imt_desktop.reports.kinds import PaperWanted, Sheet
from imt_desktop.reports.packs.facts import CoverFacts, Missing, Packed
from imt_desktop.reports.packs.parts import LeftOut, parts
from imt_desktop.wording.errors import sentence


def cover_of(pack: str) -> Callable[[Reading, PaperWanted], Facts]:
    """Return what builds the first sheet of a pack whose papers have no codes yet."""

    def build(book: Reading, wanted: PaperWanted) -> CoverFacts:
        period = about.covered(wanted)
        known = {one.id: one for one in accounts(book)}
        papers = []
        for one in parts(book, pack, period):
            of = known.get(one.account) if one.account is not None else None
            papers.append(
                Packed(
                    paper=one.paper, account=of.type if of else "", own_name=of.name if of else ""
                )
            )
        return CoverFacts(
            heading=heading(book, period), pack=pack, period=period, papers=tuple(papers)
        )

    return build


def packed(sheet: Sheet) -> Packed:
    """Return what the first sheet says of a paper that was issued."""
    account = getattr(sheet.facts, "account", None)
    if not isinstance(account, str):
        account = ""
    return Packed(
        paper=sheet.paper, code=sheet.anchor.code if sheet.anchor else "", account=account,
        own_name=getattr(sheet.facts, "own_name", "") if account else "",
    )  # fmt: skip


def missing(one: LeftOut, translators: Sequence[Translator]) -> Missing:
    """Say in each language why a paper is left out."""
    return Missing(paper=one.paper, why=tuple(sentence(one.why, tr) for tr in translators))
