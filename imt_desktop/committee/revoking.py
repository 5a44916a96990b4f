"""Revoking a decision: it stays in the book, and another one takes its place."""

from __future__ import annotations

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, queries
from imt_desktop.committee.requests import Request
from imt_desktop.errors import at
from imt_desktop.journal import Recorded, Writing


class RevokeRequest(Request, frozen=True, tag="decision-revoked"):
    """Say that a decision is revoked by another one."""

    decision: int
    by: int


def revoke(book: Writing, wanted: RevokeRequest) -> Recorded:
    """Revoke a decision; entries that point to it stay, new ones point to the other.

    Raises NoSuchDecisionError, DecisionRevokedError, DecisionLostError, RevokesItselfError,
    DecidedInZoneError where the families of one zone would revoke a decision for all,
    AssemblyNeededError where the committee would revoke one of the assembly.
    """
    with at("decision"):
        old = queries.unrevoked_decision(book, wanted.decision)
    with at("by"):
        if old.body == "assembly":
            new = queries.assembly_decision(book, wanted.by)
        else:
            new = queries.standing_decision(book, wanted.by, of_zone=old.body == "zone")
        if new.id == old.id or new.decided_on < old.decided_on:
            raise errors.RevokesItselfError(new.minute)
    return book.append(e.DecisionRevoked(decision=old.id, by=new.id))
