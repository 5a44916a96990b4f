"""What the first sheet of a pack says: which papers are in it, and which are not."""

from __future__ import annotations

from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading


class Packed(Facts, frozen=True, kw_only=True):
    """A paper of a pack and its code; ``account`` is the kind of a cash book's one account."""

    paper: str
    code: str = ""
    account: str = ""
    own_name: str = ""


class Missing(Facts, frozen=True, kw_only=True):
    """A paper that says nothing of this book, and why in each language of the pack."""

    paper: str
    why: tuple[str, ...]


class CoverFacts(Facts, frozen=True, kw_only=True):
    """Everything on the first sheet. ``photos`` are vouchers whose pictures come last."""

    heading: Heading
    pack: str
    period: Period
    papers: tuple[Packed, ...] = ()
    missing: tuple[Missing, ...] = ()
    photos: int = 0
    erased: int = 0
    """Photos that are not in this copy of the book."""
