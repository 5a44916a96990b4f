"""Reading complaints off the window's thread: only those that whoever sits here may see."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec import Struct

from imt_desktop.committee.queries import Officer, officers
from imt_desktop.community.complaints import entries as e
from imt_desktop.community.complaints import queries
from imt_desktop.community.complaints.queries import Complaint, Counted, Texts
from imt_desktop.community.complaints.rules import category_codes, own_names, rules
from imt_desktop.i18n import Translator
from imt_desktop.journal import Attachment, Entry, Reading, Recorded
from imt_desktop.ledger.search import folded
from imt_desktop.oversight.trail import known, local_time
from imt_desktop.period import Month
from imt_desktop.plan.queries import Action, actions
from imt_desktop.ui.pages.lines.looking import pages_of
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.community import category_words
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.trail import made_words

LETTERS = 2_000
"""Of a text that is shown; more of it stands on its paper."""


class Row(Struct, frozen=True):
    """A complaint and what it says; nothing where that was erased."""

    complaint: Complaint
    texts: Texts
    category: str
    """What it is about, in words."""
    sought: str
    """All that is searched, without case and accents."""

    @property
    def id(self) -> int:
        """Its number."""
        return self.complaint.id

    def fits(self, words: str) -> bool:
        """Say whether all words of a search stand in it."""
        return all(word in self.sought for word in folded(words).split())


class Look(Struct, frozen=True):
    """All complaints that may be seen, those that wait first."""

    today: date
    rows: tuple[Row, ...]
    officers: tuple[Officer, ...]
    """Those in post."""
    categories: tuple[tuple[str, str], ...]
    """Code and words of each category, the committee's own last."""
    rules: e.ComplaintRules
    own_codes: frozenset[str]
    """Codes of kinds of their own, those that are offered no more too."""
    month: Counted
    """Those of this month as counts, so that the title agrees with the list beside it."""

    def row(self, number: int) -> Row | None:
        """Return a complaint by its number."""
        return next((one for one in self.rows if one.id == number), None)

    def officer(self, number: int | None) -> Officer | None:
        """Return an officer in post by number."""
        return next((one for one in self.officers if one.id == number), None)


def look(book: Reading, today: date, reader: int | None, tr: Translator) -> Look:
    """Look at the complaints with the eyes of an officer."""
    own = rules(book)
    names = own_names(book)
    found = queries.complaints(book, reader)
    said = queries.texts(book, found)
    kind = cache(lambda code: category_words(code, names, tr))
    month = Month.of(today)
    received = [one for one in found if Month.of(one.received_on) == month]
    return Look(
        today=today,
        rows=tuple(_row(one, said[one.id], kind(one.category)) for one in found),
        officers=tuple(one for one in officers(book) if one.left_on is None),
        categories=tuple((code, category_words(code, names, tr)) for code in category_codes(book)),
        rules=own,
        own_codes=frozenset(names),
        month=queries.in_counts(received, today),
    )


def _row(one: Complaint, texts: Texts, category: str) -> Row:
    sought = folded(f"{one.id} {category} {texts.name} {texts.contact} {texts.words}")
    return Row(one, texts, category, sought)


class Told(Struct, frozen=True):
    """One thing that happened to a complaint: when, what, and the words that were written down."""

    on: str
    said: str
    words: str


class Opened(Struct, frozen=True):
    """A complaint with its story."""

    row: Row
    look: Look
    story: tuple[Told, ...]
    answer: str
    """The newest answer's words."""
    pages: tuple[bytes, ...]
    """Its photos and papers as pictures."""
    lost: bool
    """A photo was erased."""
    actions: tuple[Action, ...]
    """What the plan does about it."""
    stages: frozenset[str]
    """Those where it has been: one that goes straight to the regulator never lay with the committee."""


def look_at(book: Reading, found: Look, row: Row, reader: int | None, tr: Translator) -> Opened:
    """Read all that belongs to a complaint. Raises NoSuchComplaintError, also for whom it is about."""
    deeds = queries.story(book, row.id, reader)
    names = known(book, deeds)
    told, pages, lost, answer = [], list[bytes](), False, ""
    stages = {"direct"}
    for deed in deeds:
        words = _words(deed.entry)
        said = deed_words(deed, names, tr, book.currency)
        told.append(Told(_when(deed, tr), shortened(said, LETTERS), shortened(words, LETTERS)))
        if isinstance(deed.entry, e.ComplaintAnswered):
            answer = words
        elif isinstance(deed.entry, e.ComplaintMoved):
            stages.add(deed.entry.stage)
        kept = getattr(deed.entry, "attachment", None)
        if isinstance(kept, Attachment):
            file = book.book.file(kept.sha256)
            lost = lost or file is None
            pages += pages_of(*file) if file else ()
    cards = tuple(
        one for one in actions(book) if (one.origin, one.origin_about) == ("complaint", str(row.id))
    )
    return Opened(
        row, found, tuple(told), shortened(answer, LETTERS), tuple(pages), lost, cards,
        frozenset(stages),
    )  # fmt: skip


def _when(deed: Recorded, tr: Translator) -> str:
    """Say when it happened; what was typed on a later day happened at no known hour."""
    typed_at_once = local_time(deed).date() == deed.on
    return made_words(deed, tr) if typed_at_once else tr.short_date(deed.on)


def _words(entry: Entry) -> str:
    """Return the words of what followed a complaint; its own stand above."""
    if isinstance(entry, e.ComplaintReceived):
        return ""
    if isinstance(entry, e.ComplaintMoved):
        return entry.to
    return str(getattr(entry, "words", ""))
