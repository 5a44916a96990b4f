"""Forgetting a member who has left: names, telephone and notes go, the figures stay.

What older backups and papers still have is said by whoever asks; nothing here can reach them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from imt_desktop.committee import rules
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.journal import Erased, Reading, Recorded, Ref, WordsForgotten, Writing
from imt_desktop.journal.forgetting import forget as erase
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.charging.entries import (
    DebtAgreed,
    DebtLetGo,
    Labour,
    LabourGiven,
    ReliefGranted,
    StepTaken,
)
from imt_desktop.ledger.earlier import Bill1, Billed1
from imt_desktop.ledger.naming import Person, part_stands_in, perhaps_stands_in, person, stands_in
from imt_desktop.ledger.requests import Request, member_id


class ForgetRequest(Request, frozen=True, tag="forget"):
    """Forget a member who has left. ``mentions`` also erases notes of other entries with the name.

    It has to be said where there are such notes: afterwards nobody knows the name any more to find them.
    ``also`` are entries of which somebody read that notes with a part of the name mean the member.
    """

    member: str
    mentions: bool | None = None
    also: tuple[int, ...] = ()


class Mention(Struct, frozen=True):
    """A note about something else in which the member's name or telephone stands, or a part of them."""

    entry: int
    kind: str
    path: str


class Forgotten(Struct, frozen=True):
    """What was erased, and what is still there."""

    entry: int
    words: int
    """All that were erased, those on issued papers among them."""
    papers: int
    """Issued papers that can no longer be printed again as they were."""
    mentions: tuple[Mention, ...]
    """Notes with the name that were left; empty where they were erased too."""
    fixed: tuple[int, ...]
    """Entries with the name in a field that is no private word, which nothing can erase."""
    beside: tuple[int, ...] = ()
    """Entries of which a note with the name was erased and other notes were left."""
    perhaps: tuple[int, ...] = ()
    """Entries that were left, in which a note may mean the member: by a part of the name or the nickname."""


class _Places(Struct, frozen=True):
    """Where words are that tell of a member."""

    own: list[Erased]
    papers: list[Erased]
    """Issued papers that tell of the member."""
    mentions: list[Mention]
    """Notes with the name."""
    beside: list[int]
    """Entries that have other notes beside one with the name."""
    perhaps: list[Mention]
    """Notes that only may mean the member."""


def forget(book: Writing, wanted: ForgetRequest) -> Forgotten:
    """Forget a member for good, with two signatures: nothing brings the words back.

    Raises NoSuchMemberError, MemberStaysError, MemberOwesError, MemberPaidAheadError,
    NothingToForgetError, MentionsUnsaidError, PerhapsMeantError, NotMeantError and
    SecondOfficerNeededError.
    """
    member = member_id(book, wanted.member)
    _require_gone(book, wanted.member, member)
    who = person(book, member)
    places = _places(book, who)
    if not places.own and not places.papers:
        raise errors.NothingToForgetError(wanted.member).beside("member")
    _require_said(wanted, places)
    rules.require_two(book, "forget")
    noted = places.mentions if wanted.mentions else []
    noted = noted + [one for one in places.perhaps if one.entry in wanted.also]
    erased = [Erased(entry=one.entry, path=one.path) for one in noted]
    gone = sorted([*places.own, *places.papers, *erased], key=lambda word: (word.entry, word.path))
    fixed = tuple(_fixed(book, who))
    recorded = erase(book, member, gone)
    return Forgotten(
        recorded.seq,
        len(gone),
        len(places.papers),
        () if wanted.mentions else tuple(places.mentions),
        fixed,
        tuple(places.beside) if wanted.mentions else (),
        tuple(entry for entry in _entries(places.perhaps) if entry not in wanted.also),
    )


def perhaps_meant(book: Reading, number: str) -> tuple[int, ...]:
    """Return the entries in whose notes the member may be meant, to be read before the name is gone."""
    return _entries(_places(book, person(book, member_id(book, number))).perhaps)


def _require_said(wanted: ForgetRequest, places: _Places) -> None:
    """Refuse to forget before somebody said what becomes of the notes of other entries."""
    perhaps = _entries(places.perhaps)
    if places.mentions and wanted.mentions is None:
        entries = _entries(places.mentions)
        raise errors.MentionsUnsaidError(wanted.member, entries, perhaps).beside("mentions")
    if perhaps and wanted.mentions is None and not wanted.also:
        raise errors.PerhapsMeantError(wanted.member, perhaps).beside("also")
    for entry in wanted.also:
        if entry not in perhaps:
            raise errors.NotMeantError(wanted.member, entry).beside("also")


def _entries(mentions: list[Mention]) -> tuple[int, ...]:
    return tuple(sorted({one.entry for one in mentions}))


def was_forgotten(book: Reading, number: str) -> bool:
    """Whether a member was forgotten: then there is no name to show."""
    member = member_id(book, number)
    rows = book.driver.execute("SELECT seq FROM entry WHERE kind=?", (WordsForgotten.KIND,))
    entries = [book.recorded(seq).entry for (seq,) in rows.fetchall()]
    return any(isinstance(one, WordsForgotten) and one.member == member for one in entries)


def _require_gone(book: Reading, number: str, member: int) -> None:
    status, owed, ahead = book.driver.execute(
        "SELECT status, owed, ahead FROM member WHERE id=?", (member,)
    ).fetchone()
    if status != "left":
        raise errors.MemberStaysError(number).beside("member")
    if owed:
        raise errors.MemberOwesError(number, owed).beside("member")
    if ahead:
        raise errors.MemberPaidAheadError(number, ahead).beside("member")


def _places(book: Reading, who: Person) -> _Places:
    """Find the member's own words, the papers that tell of the member, and notes with the name."""
    found = _Places([], [], [], [], [])
    for recorded, words in _with_words(book):
        prefixes = tuple(_own_parts(book, recorded, who.member))
        notes: list[tuple[str, str]] = []
        for path, text in words:
            place = Erased(entry=recorded.seq, path=path)
            if isinstance(recorded.entry, PaperIssued):
                if _tells_of(book, recorded.entry, text, who):
                    found.papers.append(place)
            elif path.startswith(prefixes):
                found.own.append(place)
            elif text.strip() and not _others(recorded, path):
                notes.append((path, text))
        named, left = _naming(notes, who)
        perhaps = [
            path for path, text in notes if path not in named and perhaps_stands_in(who, text)
        ]
        for paths, noted in ((named, found.mentions), (perhaps, found.perhaps)):
            noted += [Mention(recorded.seq, recorded.envelope.kind, path) for path in paths]
        if left:
            found.beside.append(recorded.seq)
    return found


def _naming(notes: list[tuple[str, str]], who: Person) -> tuple[list[str], list[str]]:
    """Part the notes of a line in which the name stands: those with it or a part of it, and the others.

    A surname alone may be anybody's; beside the whole name it is the member's.
    """
    lines = {_line_of(path) for path, text in notes if stands_in(who, text)}
    of_lines = [(path, text) for path, text in notes if _line_of(path) in lines]
    named = [path for path, text in of_lines if stands_in(who, text) or part_stands_in(who, text)]
    return named, [path for path, _text in of_lines if path not in named]


def _line_of(path: str) -> str:
    return path.rpartition("/")[0]


def _with_words(book: Reading) -> Iterator[tuple[Recorded, list[tuple[str, str]]]]:
    """Read the entries that have private words, each with them."""
    kept: dict[int, list[tuple[str, str]]] = {}
    for seq, path, text in book.driver.execute("SELECT seq, path, text FROM word ORDER BY 1, 2"):
        kept.setdefault(seq, []).append((path, text))
    for recorded in book.journal():
        if recorded.seq in kept:
            yield recorded, kept[recorded.seq]


_OfMember = e.NewMember | e.Bill | Bill1 | e.Payment | e.Opening | Labour

_OF_MEMBERS: Final = (
    e.MembersJoined, e.Billed, Billed1, e.PaymentsReceived, e.BalancesOpened, LabourGiven,
)  # fmt: skip
"""Kinds of entries whose lines name a member each."""


_OF_ONE: Final = (e.MemberChanged, e.MemberStatusChanged, ReliefGranted, DebtAgreed, StepTaken)
"""Kinds of entries that are about one member."""


def _own_parts(book: Reading, recorded: Recorded, member: int) -> Iterator[str]:
    """Name the parts of an entry's body that are about the member alone."""
    entry = recorded.entry
    if isinstance(entry, _OF_MEMBERS):
        lines: tuple[_OfMember, ...] = entry.lines
        for at, line in enumerate(lines):
            if line.member == member:
                yield f"lines/{at}/"
    elif isinstance(entry, _OF_ONE):
        if entry.member == member:
            yield ""
    elif isinstance(entry, e.BillCorrected | e.BillDisputed | DebtLetGo):
        if _members_at(book, [entry.bill]) == {member}:
            yield ""
    elif isinstance(entry, e.Voided):
        refs = [Ref(entry.entry, line) for line in entry.lines]
        if _members_at(book, refs) == {member}:
            yield ""


def _members_at(book: Reading, refs: list[Ref]) -> set[int | None]:
    """Return whose lines these are; None stands for money that is no member's."""
    found: set[int | None] = set()
    for ref in refs:
        rows = book.driver.execute(
            "SELECT member FROM bill WHERE seq=?1 AND line=?2 UNION SELECT member FROM credit"
            " WHERE seq=?1 AND line=?2 UNION SELECT member FROM money_line WHERE seq=?1 AND line=?2",
            (ref.entry, ref.line),
        )
        found |= {row[0] for row in rows}
    return found


def _tells_of(book: Reading, paper: PaperIssued, said: str, who: Person) -> bool:
    """Whether an issued paper tells of the member: its own receipt, or one where the name stands."""
    if paper.paper == "receipt":
        entry, _slash, line = paper.about.partition("/")
        if entry.isdecimal() and line.isdecimal():
            return who.member in _members_at(book, [Ref(int(entry), int(line))])
    return stands_in(who, said, json=True)


def _others(recorded: Recorded, path: str) -> bool:
    """Whether a word names somebody else: another household, or an officer."""
    entry = recorded.entry
    if isinstance(entry, e.MembersJoined | e.MemberChanged):
        return True
    return recorded.envelope.kind.startswith("officer") and path == "name"


def _fixed(book: Reading, who: Person) -> Iterator[int]:
    """Find entries whose stored bytes hold the name, outside of private words."""
    seen: set[int] = set()
    for text in who.texts:
        rows = book.driver.execute(
            "SELECT seq FROM journal WHERE instr(stored, CAST(? AS BLOB)) ORDER BY seq", (text,)
        )
        seen |= {row[0] for row in rows}
    yield from sorted(seen)
