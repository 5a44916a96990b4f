"""Facts of the slip of a complaint from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.community.complaints import queries
from imt_desktop.errors import at
from imt_desktop.journal import Reading
from imt_desktop.reports.complaining.build import higher, to_call
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.heading import heading, whom_to_ask


def build_slip(book: Reading, number: int, today: date, reader: int | None) -> ComplaintSlipFacts:
    """Return what the slip says.

    Raises NoSuchComplaintError, also for a ``reader`` whom the complaint is about.
    """
    with at("complaint"):
        one = queries.complaint(book, number, reader)
    return ComplaintSlipFacts(
        heading=heading(book),
        number=one.id,
        received_on=one.received_on,
        due_on=one.due_on,
        stage=one.stage,
        ask=whom_to_ask(book),
        call=to_call(book, today),
        higher=higher(book),
    )
