"""Who may do something with a complaint: whoever it is about signs nothing of it."""

from __future__ import annotations

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints.errors import AboutSignerError
from imt_desktop.community.complaints.queries import Complaint, complaint
from imt_desktop.errors import at
from imt_desktop.journal import Writing


def dealt_with(book: Writing, number: int) -> Complaint:
    """Return a complaint that something is done with.

    Raises NoSuchComplaintError, also where whoever it is about is responsible or types it, as for any
    look at it; AboutSignerError where that person signs beside somebody, who sees it.
    """
    who = book.who
    with at("complaint"):
        found = complaint(book, number, who.responsible)
        complaint(book, number, who.entered_by)
    about = None if found.about is None else committee.by_id(book, found.about)
    for second in (committee.by_id(book, one) for one in who.countersigned):
        if about and second and second.person == about.person:
            raise AboutSignerError(number, second.name).beside("second")
    return found
