"""What can happen to a committee itself."""

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private
from imt_desktop.journal.pins import KeepsPin


class CommitteeDescribed(Entry, frozen=True):
    """How the committee calls itself and what stands on its papers; the newest entry holds."""

    KIND: ClassVar[str] = "committee/1"

    name: str
    area: str
    languages: tuple[str, ...]
    """Languages of its papers, the larger first: one or two codes such as ``en``."""
    first_month: str
    """The first month kept in this book: ``2026-01``."""
    cash_limit: int | None
    """Minor units that may lie in the cash box."""
    complaints: Private
    """Whom to ask and where to complain, as it stands on the notices."""
    next_assembly: Private
    """When and where the next assembly meets, as it stands on the notices."""


class OfficerNamed(Entry, frozen=True):
    """Somebody took up a post."""

    KIND: ClassVar[str] = "officer/1"

    officer: int
    name: Private
    post: str
    """treasurer, chair, secretary, oversight, auditor, operator, facilitator or other."""
    since: date
    until: date | None
    """Last day of the term."""
    phone: Private
    phone_public: bool
    """Whether the officer agreed that the number stands on papers."""


class OfficerChanged(Entry, frozen=True):
    """What is known of an officer was put right; all of it stands here anew."""

    KIND: ClassVar[str] = "officer-changed/1"

    officer: int
    name: Private
    post: str
    since: date
    until: date | None
    phone: Private
    phone_public: bool


class OfficerLeft(Entry, frozen=True):
    """Somebody gave up a post."""

    KIND: ClassVar[str] = "officer-left/1"

    officer: int
    on: date


class Votes(Part, frozen=True):
    """How a decision was voted on."""

    in_favour: int
    against: int
    abstained: int


class DecisionRecorded(Entry, frozen=True):
    """An assembly or the committee decided something that other entries point to."""

    KIND: ClassVar[str] = "decision/2"

    decision: int
    minute: str
    """Number of the minute, as the committee writes it: ``07/2026``."""
    decided_on: date
    body: str
    """assembly or committee."""
    what: Private
    votes: Votes | None = None
    """None where nobody counted."""
    attachment: Attachment | None = None
    """A photo of the signed minute."""
    envelope: str = ""
    """Where the signed minute itself lies."""


class DecisionRevoked(Entry, frozen=True):
    """A decision no longer holds: another one revokes it."""

    KIND: ClassVar[str] = "decision-revoked/1"

    decision: int
    by: int


class WaterSystemNamed(Entry, frozen=True):
    """The committee runs one more water system."""

    KIND: ClassVar[str] = "water-system/1"

    system: int
    name: str


class PaperIssued(Entry, frozen=True):
    """A paper was made, and what it said. Its own head is the anchor that it carries."""

    KIND: ClassVar[str] = "paper/1"

    paper: str
    """Which kind: notice, statement, voucher and so on, or receipt (again)."""
    about: str
    """The period, member or receipt that it is about."""
    languages: tuple[str, ...]
    copy: int
    """1 for a first print."""
    said: Private
    """Its facts as JSON, so that a reprint equals the first print."""


class OwnLanguageNamed(Entry, frozen=True):
    """The committee prints in a language that the program does not have, such as Tseltal."""

    KIND: ClassVar[str] = "own-language/1"

    code: str
    name: str
    """The language's own name."""
    base: str
    """The language whose words stand in for missing ones, and whose dates and amounts are used."""


class Phrase(Part, frozen=True):
    """The committee's words for a sentence of papers, named by its English text."""

    english: str
    words: str
    """Empty: the program's own words again."""


class PhrasesGiven(Entry, frozen=True):
    """The committee gave its own words for what papers say in a language."""

    KIND: ClassVar[str] = "phrases/1"

    language: str
    phrases: tuple[Phrase, ...]


class PinSet(KeepsPin, frozen=True):
    """An officer chose a PIN, in person."""

    KIND: ClassVar[str] = "pin-set/1"

    witness: str
    """``old-pin`` where the old one was typed, ``officer`` where another one countersigned, ``nobody``
    where there was no other officer who could."""


class TwoOfficers(Entry, frozen=True):
    """From this entry on, what needs two officers waits for the second one, or no longer does."""

    KIND: ClassVar[str] = "two-officers/1"

    in_force: bool
    officers: tuple[int, ...]
    """Those who can sign: in their term, of a post that approves, with a PIN."""


class LimitsSet(Entry, frozen=True):
    """The assembly decided up to which expense one officer's signature is enough."""

    KIND: ClassVar[str] = "limits/1"

    decision: int
    since: date
    expense_limit: int | None
    """Minor units to one payee on one day; None: every expense, however large."""


class NamesPublished(Entry, frozen=True):
    """The assembly decided that the notice names the households that are far behind."""

    KIND: ClassVar[str] = "names-published/1"

    decision: int
    since: date
    until: date | None
    """The last day; None: until the decision is revoked."""


class HandedAccount(Part, frozen=True):
    """What lay in an account at a handover."""

    account: int
    book: int
    counted: int | None
    """None for money that cannot be counted, such as a bank's."""


class HandedPaper(Part, frozen=True):
    """Something that was handed over or was missing: keys, stamps, pads, contracts."""

    what: Private
    handed: bool
    remark: Private = ""


class HandedOver(Entry, frozen=True):
    """An officer gave up the post to the next one; both signed, or others for who would not come."""

    KIND: ClassVar[str] = "handover/1"

    leaves: int
    takes_over: int | None
    forced: bool
    """The old officer did not come: the chair and an auditor did it."""
    reason: Private
    accounts: tuple[HandedAccount, ...]
    papers: tuple[HandedPaper, ...]


class PeriodRebuilt(Entry, frozen=True):
    """What stands in the book of these days was put together again from papers in people's hands."""

    KIND: ClassVar[str] = "rebuilt-period/1"

    first: date
    last: date
    reason: Private
    sources: Private
    """From what: receipts, the bank's paper, a notice on the wall."""
