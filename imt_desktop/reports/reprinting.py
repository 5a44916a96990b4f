"""Statements that were issued in one go, brought out once more as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError
from imt_desktop.journal import Writing
from imt_desktop.reports import issuing
from imt_desktop.reports.facts import Anchor, decode
from imt_desktop.reports.issued import MANY, ONE
from imt_desktop.reports.kinds import Sheet, Tell, quietly
from imt_desktop.reports.printing import bilingual
from imt_desktop.reports.statement.batch import StatementsFacts
from imt_desktop.reports.statement.facts import StatementFacts


def again_together(
    book: Writing, entries: Sequence[int], waits: Collection[int] = (), tell: Tell = quietly
) -> Sheet:
    """Bring out statements by the entries that issued them: a copy of each that came out before.

    Those in ``waits`` never came out: they are first prints. Statements whose words were erased are
    left out. Raises NoSuchEntryError, NotAPaperError, and PaperForgottenError where no words are left.
    """
    found: list[tuple[PaperIssued, Anchor]] = []
    for done, entry in enumerate(entries, 1):
        recorded = book.recorded(entry)
        issued = recorded.entry
        if not isinstance(issued, PaperIssued) or issued.paper != ONE:
            raise NotAPaperError(entry).beside("entry")
        if issued.said:
            first = entry in waits
            anchor = issuing.paper_anchor(recorded) if first else issuing.again(book, issued)
            found.append((issued, anchor))
        tell(done, len(entries))
    if not found:
        raise PaperForgottenError(entries[-1]).beside("entry")
    said = tuple(decode(issued.said.encode(), StatementFacts) for issued, _anchor in found)
    return Sheet(
        MANY, StatementsFacts(statements=said, all=len(said)),
        bilingual(book, found[0][0].languages), "A5",
        anchors=tuple(anchor for _issued, anchor in found),
    )  # fmt: skip


def together(sheets: Sequence[Sheet]) -> Sheet:
    """Return one paper, or several statements as a batch of them."""
    if len(sheets) == 1:
        return sheets[0]
    facts: list[Any] = [one.facts for one in sheets]
    anchors = tuple(one.anchor for one in sheets if one.anchor is not None)
    many = StatementsFacts(statements=tuple(facts), all=len(facts))
    return replace(sheets[0], paper=MANY, facts=many, anchor=None, anchors=anchors)


def rest_of(sheet: Sheet, came: int) -> Sheet:
    """Return a batch of statements without the first ones, which came out."""
    facts: Any = sheet.facts
    left = facts.statements[came:]
    many = StatementsFacts(statements=left, all=len(left))
    return replace(sheet, facts=many, anchors=sheet.anchors[came:])
