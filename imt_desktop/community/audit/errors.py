"""What can be wrong with a community audit."""

from __future__ import annotations

from imt_desktop.errors import UserError


class NoSuchAuditError(UserError):
    """No audit of that number."""

    audit: int


class AuditNotReadError(UserError):
    """The poster of an audit waits until the result was read out."""

    audit: int


class NoSuchFindingError(UserError):
    """No finding of that number."""

    finding: int


class AuditorIsOfficerError(UserError):
    """Somebody who held a post in the period, or holds one, cannot audit it."""

    name: str
    post: str


class AuditorAgainError(UserError):
    """Somebody audited the last time already."""

    name: str


class AuditReadError(UserError):
    """The result of an audit was read out; nothing of it changes any more."""

    audit: int


class EmptyListError(UserError):
    """There is nothing to draw from."""


class ListMissingError(UserError):
    """The code of a list is written down before the dice are thrown."""


class ListDrawnError(UserError):
    """It was drawn from this list already: a drawing counts once."""


class ListNotDrawnError(UserError):
    """What is looked at is drawn first, where a list was fixed for that."""


class ListChangedError(UserError):
    """A list is no longer the one whose code was written down."""


class SeedError(UserError):
    """Not a number that dice give."""

    text: str


class SampleSizeError(UserError):
    """So many cannot be drawn from so many."""

    size: int
    population: int


class NotListedError(UserError):
    """What was looked at stands in no list of the audited period."""

    item: str


class DifferenceError(UserError):
    """A check that differs says by how much, and no other one does."""


class OfficerNamedError(UserError):
    """A finding names somebody; it is about a post."""

    name: str
    post: str


class MemberNamedError(UserError):
    """A finding names a member, and hangs on the wall."""

    name: str


class WordNamesError(UserError):
    """A finding has a word that is somebody's name, with a capital."""

    word: str


class ProofMissingError(UserError):
    """A finding was put right, and nobody says what shows it."""


class FindingUnansweredError(UserError):
    """Findings that the committee has not answered yet."""

    findings: tuple[int, ...]
