"""Reading the trail off the window's thread: a page of rows in words, and what can be asked for."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries
from imt_desktop.committee.queries import Officer
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.register import members
from imt_desktop.oversight.behind import kinds_there
from imt_desktop.oversight.trail import Asked, Known, trail
from imt_desktop.ui.pages.picking import Offered, offered
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.late import late_words
from imt_desktop.wording.trail import made_words, officer_words

PAGE: Final = 200
"""Rows that are read at once."""

LONGEST: Final = 300
"""Letters of a sentence in a row; the opened entry has it whole."""


class DeedRow(Struct, frozen=True):
    """An entry as it stands in the list, in words."""

    seq: int
    made: str
    who: str
    second: str
    """Others who had a hand in it."""
    said: str
    kind: str
    late: str
    """For when it is, where it was booked late."""
    flagged: bool
    signed: bool


class DeedPage(Struct, frozen=True):
    """Rows, and from where the next ones are asked for; None where these are the last."""

    rows: tuple[DeedRow, ...]
    before: int | None


class Choices(Struct, frozen=True):
    """What the trail can be asked for."""

    officers: tuple[Officer, ...]
    members: Offered
    kinds: tuple[str, ...]


def read_choices(book: Reading) -> Choices:
    """Read who and what there is."""
    return Choices(queries.officers(book), offered(members(book)), kinds_there(book))


def read_page(book: Reading, asked: Asked, before: int | None, tr: Translator) -> DeedPage:
    """Read a page of the trail."""
    found = trail(book, asked, before, PAGE)
    rows = tuple(_row(deed, found.known, tr, book) for deed in found.deeds)
    return DeedPage(rows, found.before)


def _row(deed: Recorded, known: Known, tr: Translator, book: Reading) -> DeedRow:
    envelope = deed.envelope
    others = [envelope.entered_by] if envelope.entered_by != envelope.responsible else []
    names = [
        officer_words(number, known, tr) for number in (*others, *envelope.countersigned) if number
    ]
    return DeedRow(
        seq=deed.seq,
        made=made_words(deed, tr),
        who=officer_words(envelope.responsible, known, tr),
        second=", ".join(names),
        said=shortened(deed_words(deed, known, tr, book.currency), LONGEST),
        kind=kind_words(envelope.kind, tr),
        late=late_words(envelope.concerns_on or "", tr),
        flagged=envelope.clock != "ok",
        signed=envelope.signature == "pin",
    )
