"""What a committee says of itself: its name, officers, decisions and water systems."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, languages, queries, rules
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.journal import Attachment, Recorded, Writing
from imt_desktop.period import Month

MOST_LANGUAGES = 2
MOST_VOTES = 1_000_000
POSTS = (
    "treasurer", "chair", "vice-chair", "secretary", "oversight", "auditor", "operator",
    "collector", "facilitator", "member",
)  # fmt: skip


class CommitteeRequest(Request, frozen=True, tag="committee"):
    """How the committee calls itself, and what stands on its papers."""

    name: str
    first_month: str
    languages: tuple[str, ...]
    area: str = ""
    cash_limit: Decimal | None = None
    complaints: str = ""
    next_assembly: str = ""


class OfficerRequest(Request, frozen=True, tag="officer"):
    """Somebody takes up a post."""

    name: str
    post: str
    since: date | None = None
    until: date | None = None
    phone: str = ""
    phone_public: bool = False


class OfficerChangedRequest(OfficerRequest, frozen=True, kw_only=True, tag="officer-changed"):
    """Put right what is known of an officer: name, post, term, telephone."""

    officer: str


class OfficerLeftRequest(Request, frozen=True, tag="officer-left"):
    """Somebody gives up a post."""

    officer: str
    on: date | None = None


class VotesLine(RequestLine, frozen=True):
    """How it was voted on: counts of hands or papers."""

    in_favour: int
    against: int = 0
    abstained: int = 0


class DecisionRequest(Request, frozen=True, tag="decision"):
    """An assembly or the committee decided something."""

    minute: str
    what: str
    body: str = "assembly"
    decided_on: date | None = None
    votes: VotesLine | None = None
    envelope: str = ""
    attachment: Attachment | None = None


class WaterSystemRequest(Request, frozen=True, tag="water-system"):
    """The committee runs one more water system."""

    name: str


def describe(book: Writing, wanted: CommitteeRequest) -> Recorded:
    """Say how the committee calls itself.

    Raises NameMissingError, TooManyLanguagesError, LanguageCodeError, PeriodError and the
    errors of amounts.
    """
    if not wanted.name.strip():
        raise errors.NameMissingError().beside("name")
    if not 1 <= len(wanted.languages) <= MOST_LANGUAGES:
        raise errors.TooManyLanguagesError(len(wanted.languages)).beside("languages")
    _require_languages(book, wanted.languages)
    limit = wanted.cash_limit
    return book.append(
        e.CommitteeDescribed(
            name=wanted.name.strip(),
            area=wanted.area.strip(),
            languages=wanted.languages,
            first_month=str(Month.parse(wanted.first_month)),
            cash_limit=None if limit is None else book.currency.money(limit).minor,
            complaints=wanted.complaints.strip(),
            next_assembly=wanted.next_assembly.strip(),
        )
    )


def _require_languages(book: Writing, codes: tuple[str, ...]) -> None:
    known = {one.code for one in languages.all_languages(book)}
    for code in codes:
        if code not in known:
            raise errors.LanguageCodeError(code).beside("languages")


def name_officer(book: Writing, wanted: OfficerRequest) -> Recorded:
    """Write down who took up a post.

    Raises NameMissingError, UnknownPostError, TermEndsEarlyError, SecondOfficerNeededError.
    """
    since = check_term(wanted, wanted.since or book.today)
    rules.require_two(book, "officers")
    return book.append(
        e.OfficerNamed(
            officer=queries.next_id(book, "officer"),
            name=wanted.name.strip(),
            post=wanted.post,
            since=since,
            until=wanted.until,
            phone=wanted.phone.strip(),
            phone_public=wanted.phone_public,
        )
    )


def change_officer(book: Writing, wanted: OfficerChangedRequest) -> Recorded:
    """Put right what is known of an officer. Raises what ``name_officer`` does, NoSuchOfficerError."""
    known = queries.officer(book, wanted.officer)
    since = check_term(wanted, wanted.since or known.since)
    rules.require_two(book, "officers")
    recorded = book.append(
        e.OfficerChanged(
            officer=known.id,
            name=wanted.name.strip(),
            post=wanted.post,
            since=since,
            until=wanted.until,
            phone=wanted.phone.strip(),
            phone_public=wanted.phone_public,
        )
    )
    rules.announce(book)
    return recorded


def check_term(wanted: OfficerRequest, since: date) -> date:
    """Check name, post and term; returns the first day.

    Raises NameMissingError, UnknownPostError, TermEndsEarlyError.
    """
    if not wanted.name.strip():
        raise errors.NameMissingError().beside("name")
    if wanted.post not in POSTS:
        raise errors.UnknownPostError(wanted.post, POSTS).beside("post")
    if wanted.until and wanted.until < since:
        raise errors.TermEndsEarlyError(since.isoformat(), wanted.until.isoformat()).beside("until")
    return since


def end_term(book: Writing, wanted: OfficerLeftRequest) -> Recorded:
    """Write down that somebody gave up a post. Raises NoSuchOfficerError, SecondOfficerNeededError."""
    officer = queries.officer(book, wanted.officer)
    rules.require_two(book, "officers")
    recorded = book.append(e.OfficerLeft(officer=officer.id, on=wanted.on or book.today))
    rules.announce(book)
    return recorded


def record_decision(book: Writing, wanted: DecisionRequest) -> Recorded:
    """Write down a decision that other entries can point to.

    Raises MinuteMissingError, NotYetError, VotesError, AttachmentMissingError.
    """
    if not any(letter.isalnum() for letter in wanted.minute):
        raise errors.MinuteMissingError().beside("minute")
    decided_on = wanted.decided_on or book.today
    if decided_on > book.today:
        raise errors.NotYetError(decided_on.isoformat(), book.today.isoformat()).beside(
            "decided_on"
        )
    return book.append(
        e.DecisionRecorded(
            decision=queries.next_id(book, "decision"),
            minute=wanted.minute.strip(),
            decided_on=decided_on,
            body=wanted.body,
            what=wanted.what.strip(),
            votes=_votes(wanted.votes),
            attachment=kept(book, wanted.attachment),
            envelope=wanted.envelope.strip(),
        )
    )


def _votes(line: VotesLine | None) -> e.Votes | None:
    if line is None:
        return None
    counts = {"in_favour": line.in_favour, "against": line.against, "abstained": line.abstained}
    for field, count in counts.items():
        if not 0 <= count <= MOST_VOTES:
            raise errors.VotesError(count).beside(field)
    if not any(counts.values()):
        raise errors.VotesError(0).beside("in_favour")
    return e.Votes(**counts)


def name_system(book: Writing, wanted: WaterSystemRequest) -> Recorded:
    """Write down one more water system. Raises NameMissingError."""
    if not wanted.name.strip():
        raise errors.NameMissingError().beside("name")
    number = queries.next_id(book, "water_system")
    return book.append(e.WaterSystemNamed(system=number, name=wanted.name.strip()))
