"""The papers of the page, by who will see them. A new kind in ``PAPERS`` appears by itself."""

from __future__ import annotations

from typing import Any, Final

from imt_desktop.i18n import Translator
from imt_desktop.reports.printing import PAPERS, PaperWanted

RECEIPTS: Final = "receipts"
"""All receipts of a day in one paper."""

PRIVATE: Final = frozenset(
    {
        "receipt", "receipts", "pad", "statement", "statements", "bill", "bills", "charging",
        "contribution", "slips", "confirmations", "letters", "agreement", "visits", "behind",
        "members", "daylist", "cashbook", "complaint-slip", "receipt-list",
        "house-visits",
    }
)  # fmt: skip
"""Papers with what households owe or paid: no queue may read them over the shoulder."""

_WHERE: Final = {
    "notice": ("wall", "megaphone"),
    "aloud": ("assembly", "scroll-text"),
    "tariff": ("wall", "scale"),
    "tariff-aloud": ("assembly", "scroll-text"),
    "complaint-poster": ("wall", "message-square-warning"),
    "complaint-aloud": ("assembly", "scroll-text"),
    "invitation": ("wall", "gavel"),
    "invitations": ("household", "gavel"),
    "invitation-aloud": ("assembly", "scroll-text"),
    "attendance": ("committee", "users"),
    "minutes": ("committee", "scroll-text"),
    "support-letter": ("committee", "landmark"),
    "complaint-slip": ("household", "message-square-warning"),
    "audit": ("wall", "eye"),
    "house-visits": ("committee", "house"),
    "audit-aloud": ("assembly", "scroll-text"),
    "board": ("wall", "kanban"),
    "board-aloud": ("assembly", "scroll-text"),
    "cards": ("wall", "copy"),
    "capacity": ("wall", "shield-check"),
    "capacity-aloud": ("assembly", "scroll-text"),
    "before-after": ("assembly", "trending-up"),
    "worksheets": ("assembly", "pencil"),
    "statement": ("household", "file-text"),
    "statements": ("household", "copy"),
    "bill": ("household", "receipt-text"),
    "bills": ("household", "copy"),
    "receipt": ("household", "receipt-text"),
    "receipts": ("household", "receipt-text"),
    "pad": ("household", "pencil"),
    "slips": ("household", "banknote-arrow-down"),
    "confirmations": ("household", "circle-check"),
    "letters": ("household", "hourglass"),
    "agreement": ("household", "calendar-check"),
    "visits": ("committee", "footprints"),
    "readings": ("committee", "droplets"),
    "charging": ("committee", "calendar-check"),
    "kiosks": ("committee", "droplets"),
    "contribution": ("committee", "hand-coins"),
    "behind": ("committee", "clock"),
    "members": ("committee", "users"),
    "daylist": ("committee", "calendar-days"),
    "voucher": ("committee", "hand-coins"),
    "wages": ("committee", "coins"),
    "cashbook": ("committee", "book-open"),
    "income": ("committee", "trending-up"),
    "scenarios": ("assembly", "scale"),
    "acta": ("assembly", "gavel"),
    "budget": ("committee", "table-properties"),
    "assets": ("committee", "wrench"),
    "closing": ("committee", "stamp"),
    "receipt-list": ("committee", "receipt-text"),
    "voucher-list": ("committee", "file-text"),
    "decision-list": ("committee", "gavel"),
    "complaint-list": ("committee", "message-square-warning"),
    "registration-list": ("committee", "scroll-text"),
    "calendar": ("wall", "calendar-days"),
    "calendar-aloud": ("assembly", "scroll-text"),
    "handing-over": ("committee", "users"),
    "handover": ("committee", "users"),
}
"""Who sees a paper, and its icon; others are for the committee."""

SAVES_INK: Final = frozenset(
    {
        "notice", "tariff", "complaint-poster", "invitation", "audit", "board", "calendar", "capacity",
        "receipt", "receipts", "voucher", "bill", "bills",
    }
)  # fmt: skip
"""Papers with filled areas that can be left out."""


def audiences(tr: Translator) -> dict[str, str]:
    """Name who will see a paper, the most first."""
    return {
        "wall": tr.gettext("For the wall"),
        "assembly": tr.gettext("Read out at the assembly"),
        "household": tr.gettext("For a household"),
        "committee": tr.gettext("For the committee's file"),
    }


def papers_for(audience: str) -> list[str]:
    """Return the papers that somebody will see."""
    return [
        paper
        for paper, kind in PAPERS.items()
        if not kind.leads and _WHERE.get(paper, ("committee",))[0] == audience
    ]


def icon_of(paper: str) -> str:
    """Return a paper's icon."""
    return _WHERE[paper][1] if paper in _WHERE else "file-text"


def asks(paper: str) -> frozenset[str]:
    """Return what has to be, or can be, chosen for a paper, by the names of ``PaperWanted``."""
    return frozenset(PAPERS[paper].needs) | frozenset(PAPERS[paper].may)


def wanted(paper: str, **about: Any) -> PaperWanted | None:
    """Return what is wanted, or None while something is missing that the paper needs."""
    chosen = {name: about.pop(name) for name in asks(paper)}
    if any(chosen[name] in (None, "") for name in PAPERS[paper].needs):
        return None
    return PaperWanted(paper, **chosen, **about)
