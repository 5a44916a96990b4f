"""The papers of the community's side: complaints and meetings."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.reports.complaint_slip.build import build_slip
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.inking import drawn_by
from imt_desktop.reports.kinds import PaperKind, PaperWanted


def _complaint_slip(book: Reading, wanted: PaperWanted) -> Facts:
    """Build the slip of a complaint; whoever it is about does not get to make one."""
    assert wanted.complaint is not None  # a paper that needs it is refused without
    reader = book.who.responsible if isinstance(book, Writing) else None
    return build_slip(book, wanted.complaint, today_of(book), reader)


COMMUNITY: Final[dict[str, PaperKind]] = {
    "complaint-slip": PaperKind(
        ("A5",), ("complaint",), _complaint_slip, lambda wanted: str(wanted.complaint),
        drawn_by("complaint_slip.pdf"), ComplaintSlipFacts,
    ),
}  # fmt: skip
"""Every kind of paper of the community's side by its key."""
