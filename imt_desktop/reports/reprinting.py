"""Papers that were issued in one go, such as statements or bills, brought out once more as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError
from imt_desktop.journal import Writing
from imt_desktop.reports import issuing
from imt_desktop.reports.facts import Anchor, BatchFacts, Facts, decode
from imt_desktop.reports.issued import MANY
from imt_desktop.reports.kinds import Sheet, Tell, quietly
from imt_desktop.reports.printing import PAPERS, bilingual


def again_together(
    book: Writing, entries: Sequence[int], waits: Collection[int] = (), tell: Tell = quietly
) -> Sheet:
    """Bring out papers of a batch by the entries that issued them: a copy of each that came out before.

    Those in ``waits`` never came out: they are not copied again. Papers whose words were erased are left
    out. Raises NoSuchEntryError, NotAPaperError, and PaperForgottenError where no words are left.
    """
    found: list[tuple[PaperIssued, Anchor, int]] = []
    for done, entry in enumerate(entries, 1):
        recorded = book.recorded(entry)
        issued = recorded.entry
        if not isinstance(issued, PaperIssued) or issued.paper not in MANY:
            raise NotAPaperError(entry).beside("entry")
        if issued.said:
            made = recorded if entry in waits else issuing.again(book, issued)
            found.append((issued, issuing.printed_anchor(book, made), made.seq))
        tell(done, len(entries))
    if not found:
        raise PaperForgottenError(entries[-1]).beside("entry")
    kind = found[0][0].paper
    said = [decode(issued.said.encode(), PAPERS[kind].facts) for issued, *_ in found]
    many = MANY[kind]
    return Sheet(
        many, _batch(many, said), bilingual(book, found[0][0].languages), PAPERS[many].sizes[0],
        anchors=tuple(anchor for _issued, anchor, _entry in found),
        entries=tuple(entry for *_, entry in found),
    )  # fmt: skip


def together(sheets: Sequence[Sheet]) -> Sheet:
    """Return one paper, or several of a kind as a batch of them."""
    if len(sheets) == 1:
        return sheets[0]
    many = MANY[sheets[0].paper]
    anchors = tuple(one.anchor for one in sheets if one.anchor is not None)
    facts = _batch(many, [one.facts for one in sheets])
    return replace(sheets[0], paper=many, facts=facts, anchor=None, anchors=anchors)


def rest_of(sheet: Sheet, came: int) -> Sheet:
    """Return a batch without its first papers, which came out."""
    facts = sheet.facts
    assert isinstance(facts, BatchFacts)
    left = _batch(sheet.paper, facts.papers[came:])
    return replace(sheet, facts=left, anchors=sheet.anchors[came:], entries=sheet.entries[came:])


def _batch(many: str, papers: Sequence[Facts]) -> Facts:
    """Put papers together; a batch calls them as it is called itself."""
    return PAPERS[many].facts(**{many: tuple(papers), "all": len(papers)})
