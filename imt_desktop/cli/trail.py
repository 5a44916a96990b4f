"""``show BOOK trail``: who did what and when."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.cli.answers import Answer
from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints.queries import ANYBODY
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.requests import member_id
from imt_desktop.oversight.trail import Asked, local_time, trail
from imt_desktop.period import parse_day
from imt_desktop.wording.deeds import deed_words


class TrailAsked(Struct, frozen=True):
    """The words of the call."""

    who: str
    member: str
    kind: str
    text: str
    flagged: bool
    first: str
    last: str
    before: int | None


def show_trail(book: Reading, asked: TrailAsked) -> Answer:
    """A page of the audit trail, the newest first; ``before`` of its totals asks for the next.

    Without what was done with complaints about officers: whoever has the file may be that officer.
    """
    found = trail(
        book,
        Asked(
            officer=committee.officer(book, asked.who).id if asked.who else None,
            member=member_id(book, asked.member) if asked.member else None,
            kind=asked.kind.partition("/")[0],
            first=parse_day(asked.first) if asked.first else None,
            last=parse_day(asked.last) if asked.last else None,
            text=asked.text,
            flagged=asked.flagged,
            reader=ANYBODY,
        ),
        asked.before,
    )
    tr, officers = Translator("en"), found.known.officers

    def name(number: int | None) -> str:
        known = officers.get(number or 0)
        return known.name if known else ""

    rows = [
        {
            "entry": deed.seq,
            "at": local_time(deed).isoformat(timespec="minutes"),
            "on": deed.on,
            "concerns": deed.envelope.concerns_on or "",
            "kind": deed.envelope.kind,
            "officer": name(deed.envelope.responsible),
            "entered_by": name(deed.envelope.entered_by),
            "second": ", ".join(name(number) for number in deed.envelope.countersigned),
            "signature": deed.envelope.signature,
            "clock": deed.envelope.clock,
            "said": deed_words(deed, found.known, tr, book.currency),
        }
        for deed in found.deeds
    ]
    return Answer(rows, {"before": found.before})
