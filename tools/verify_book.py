#!/usr/bin/env python3
"""Check a committee's book without the program that wrote it.

    python3 verify_book.py BOOK.imt [--anchor CODE[@ENTRY] ...] [--members]

It needs nothing but Python. It was written from the page docs/JOURNAL.md alone and shares nothing
with the program: it walks along the entries, checks every kept word and file against them, holds
codes from papers against them, and adds up money and debts from the entries alone. The book is
only read. Exit status: 0 all is well, 1 something is not as it should be, 2 no book, a wrong call or a
code copied wrongly.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

Body = dict[str, Any]
Place = tuple[int, int]
"""An entry and a line of it."""

APPLICATION = 0x494D5431
FIRST = "0" * 64
ENVELOPE = {
    "book", "seq", "before", "kind", "responsible", "entered_by", "countersigned", "signature",
    "at", "offset", "clock", "effective_on", "concerns_on", "body",
}  # fmt: skip
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)
"""What is raised where the body of an entry is not as its kind says."""

MOST_TOLD = 50
"""Problems that are told one by one."""

WORDS: dict[str, tuple[str, ...]] = {
    "book/1": (),
    "committee/1": ("complaints", "next_assembly"),
    "officer/1": ("name", "phone"),
    "officer-changed/1": ("name", "phone"),
    "officer-left/1": (),
    "decision/1": ("what",),
    "decision/2": ("what",),
    "water-system/1": (),
    "pin-set/1": (),
    "two-officers/1": (),
    "limits/1": (),
    "names-published/1": (),
    "handover/1": ("reason", "what", "remark"),
    "rebuilt-period/1": ("reason", "sources"),
    "paper/1": ("said",),
    "own-language/1": (),
    "phrases/1": (),
    "forgotten/1": (),
    "restored/1": (),
    "members/1": ("name", "nickname", "house", "phone"),
    "member-changed/1": ("name", "nickname", "house", "phone"),
    "member-status/1": ("reason",),
    "walk/1": (),
    "walk/2": (),
    "connection/1": (),
    "holders/1": (),
    "connection-status/1": ("reason",),
    "tariff/1": (),
    "tariff/2": (),
    "bills/1": ("text",),
    "bills/2": ("text",),
    "readings/1": ("remark",),
    "readings/2": ("remark",),
    "quantities/1": (),
    "kiosk-sales/1": ("attendant", "text"),
    "relief/1": ("reason",),
    "absences/1": (),
    "labour/1": ("done_by",),
    "contribution/1": (),
    "agreement/1": ("text",),
    "write-off/1": ("reason",),
    "ladder/1": (),
    "ladder/2": (),
    "budget/1": (),
    "asset/1": (),
    "asset-out/1": ("reason",),
    "reserve-target/1": (),
    "in-kind/1": ("giver", "text"),
    "scenario/1": (),
    "arrears-step/1": ("heard", "lives_there", "supply", "measure"),
    "bill-corrected/1": ("reason",),
    "bill-disputed/1": ("reason",),
    "payments/1": ("paid_by",),
    "refund/1": (),
    "pad/1": ("holder",),
    "account/1": (),
    "category/1": (),
    "money-in/1": ("payer", "text"),
    "money-out/1": ("payee", "text"),
    "owed-paid/1": (),
    "advance/1": ("person", "purpose"),
    "advance-settled/1": ("payee", "text"),
    "move/1": (),
    "count/1": ("name", "explanation"),
    "count/2": ("name", "explanation"),
    "bank-paper/1": ("explanation",),
    "difference/1": ("text",),
    "expense-waiting/1": ("payee", "text"),
    "expense-approved/1": ("payee", "text"),
    "expense-withdrawn/1": ("reason",),
    "closing/1": ("remark",),
    "opening/1": ("payee", "text"),
    "opening-confirmed/1": (),
    "void/1": ("reason",),
    "round/1": (),
    "round-prepared/1": ("system", "person", "name", "remark"),
    "integrity-vote/1": ("words",),
    "model/1": ("described", "reason"),
    "compliance/1": ("words", "paper", "issued_by"),
    "problem/1": ("title", "words"),
    "problems-voted/1": (),
    "problem-studied/1": ("words", "touched"),
    "tool/1": (),
    "tools-chosen/1": (),
    "action/1": ("title", "person", "money_from", "support", "shows"),
    "action-changed/1": ("title", "person", "money_from", "support", "shows"),
    "action-moved/1": ("reason",),
    "evidence/1": ("words",),
    "action-cost/1": (),
    "visit/1": ("by", "words", "decided"),
    "round-ended/1": ("words",),
    "question-answered/1": ("words",),
    "capacity/1": ("words",),
    "complaint-rules/1": (),
    "complaint/1": ("name", "contact", "words"),
    "complaint-moved/1": ("to",),
    "complaint-answered/1": ("words",),
    "complaint-asked/1": ("words",),
    "complaint-reopened/1": ("words",),
    "decision-revoked/1": (),
    "meeting/1": ("place", "words"),
    "meeting-off/1": ("reason",),
    "meeting-held/1": (),
    "minutes/1": ("words",),
    "meeting-question/1": ("words",),
    "meeting-answer/1": ("words",),
    "election/1": (),
    "breakdown/1": ("words", "by"),
    "breakdown-repaired/1": ("words", "by"),
    "supply-turns/1": (),
    "supply/1": (),
    "production/1": (),
    "water-test/1": ("place", "by"),
    "maintenance/1": (),
    "maintenance-done/1": ("words", "by"),
    "stores/1": (),
    "functionality/1": ("words",),
    "audit/1": ("name",),
    "audit-list/1": (),
    "audit-sample/1": (),
    "audit-checks/1": ("words",),
    "finding/1": ("words", "evidence"),
    "finding-answered/1": ("words", "action"),
    "finding-followed/1": ("words",),
    "audit-read/1": ("words",),
    "contact/1": ("name", "mandate", "phone"),
    "support/1": ("words",),
    "support-answered/1": ("words",),
    "report-owed/1": (),
    "report-sent/1": ("words",),
    "visit-received/1": ("by", "words"),
}
"""Every kind, with its fields that hold a word about a person."""


class NoBook(Exception):
    """The file cannot be read as a book."""


class Changed(Exception):
    """An entry that is not as an entry must be."""


@dataclass
class Entry:
    """One entry, as the journal has it."""

    seq: int
    hash: str
    said: Body
    """The envelope."""

    @property
    def kind(self) -> str:
        """Its kind and version."""
        return str(self.said["kind"])

    @property
    def body(self) -> Body:
        """The fields of its kind."""
        body: Body = self.said["body"]
        return body


# The file

BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError)
"""How SQLite says that a file is damaged, also where its own sentence about that cannot be read."""


def opened(path: Path) -> sqlite3.Connection:
    """Open a book so that it cannot be changed. Raises NoBook."""
    if not path.is_file():
        raise NoBook(f"There is no file {path}.")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        why = f"{path} cannot be read ({error.strerror}): is its disk or stick still there?"
        raise NoBook(why) from error
    if head[:16] != b"SQLite format 3\0" or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise NoBook(f"{path} is not a book of this program.")
    beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    in_use = any(file.exists() and file.stat().st_size > 3 for file in beside)
    way = "mode=ro" if in_use else "mode=ro&immutable=1"  # which leaves nothing beside it
    book = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{way}", uri=True)
    book.text_factory = bytes  # what was changed may be no text any more
    try:
        book.execute("PRAGMA trusted_schema = OFF")
        tables = {
            row[0] for row in book.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
    except BROKEN as error:
        book.close()
        raise NoBook(f"{path} cannot be read: {error}.") from error
    if not {b"journal", b"word", b"file"} <= tables:
        book.close()
        raise NoBook(f"{path} is not a book of this program.")
    return book


def text_of(value: object) -> str:
    """Read what should be a text, whatever it is."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


# The entries


def no_number(typed: str) -> float:
    """Refuse what is no whole number."""
    raise Changed(f"it holds the number {typed}, which is not a whole one")


def read_entry(seq: int, stored: object) -> Entry:
    """Read an entry from its stored bytes. Raises Changed where they are none."""
    if not isinstance(stored, bytes) or stored[:1] != b"\x01":
        raise Changed("its first byte is not 1")
    try:
        text = stored[1:].decode("utf-8")
        said = json.loads(text, parse_float=no_number, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Changed(f"it cannot be read ({error})") from error
    if not isinstance(said, dict) or said.keys() != ENVELOPE or not isinstance(said["body"], dict):
        raise Changed("its fields are not those of an entry")
    again = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if again != text:
        raise Changed("it is not written in the one way in which entries are")
    return Entry(seq, hashlib.sha256(stored).hexdigest(), said)


@dataclass(frozen=True)
class LeftBehind:
    """A part of the book that a restored copy does not have: its entries, and the code of the last."""

    restore: int
    first: int
    last: int
    code: str

    def __str__(self) -> str:
        return (
            f"the part with entries {self.first} to {self.last} that was left behind when the book was"
            f" brought back from a copy, in entry {self.restore}."
        )


@dataclass
class Findings:
    """What was found out, problem by problem."""

    problems: list[str] = field(default_factory=list)
    entries: dict[int, str] = field(default_factory=dict)
    """The hash of every entry that could be read."""
    book: str = ""
    first_day: str = ""
    last_day: str = ""
    head: int = 0
    left: list[LeftBehind] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """The kept tables that are not in this copy of the book."""
    not_there: set[int] = field(default_factory=set)
    """Entries whose photo or paper a copy came without."""
    broken: int | None = None
    """The first entry that is missing or was changed, or that does not follow from the one before it."""
    blind: int | None = None
    """The newest restore that did not know what it left behind."""

    def break_at(self, entry: int) -> None:
        """Note where the chain does not hold; the first place counts."""
        self.broken = self.broken or entry

    def wrong(self, entry: int, what: str) -> None:
        """Note what is wrong with an entry."""
        self.problems.append(f"Entry {entry}: {what}.")


def walk(book: sqlite3.Connection, found: Findings) -> Iterator[Entry]:
    """Go along the chain, entry by entry."""
    before, expected = FIRST, 1
    for seq, stored, hashed in book.execute("SELECT seq, stored, hash FROM journal ORDER BY seq"):
        if seq != expected:
            found.break_at(expected)
            found.problems.append(f"Entries {expected} to {seq - 1} are missing.")
        raw = stored if isinstance(stored, bytes) else b""
        digest = hashlib.sha256(raw).digest()
        if digest != hashed:
            found.break_at(seq)
            found.wrong(seq, "it was changed, since its hash is another")
        try:
            entry = read_entry(seq, stored)
            check_links(entry, before, found)
            found.entries[seq], found.head = entry.hash, seq
            yield entry
        except Changed as error:
            found.break_at(seq)
            found.wrong(seq, str(error))
        before, expected = digest.hex(), seq + 1


def check_links(entry: Entry, before: str, found: Findings) -> None:
    """Hold an entry against its place in the chain."""
    said = entry.said
    found.book = found.book or str(said["book"])
    found.first_day = found.first_day or str(said["effective_on"])
    found.last_day = max(found.last_day, str(said["effective_on"]))
    if said["seq"] != entry.seq:
        found.wrong(entry.seq, f"it says that it is entry {said['seq']}")
    if said["before"] != before:
        found.break_at(entry.seq)
        found.wrong(entry.seq, "it does not follow from the entry before it")
    if said["book"] != found.book:
        found.wrong(entry.seq, "it belongs to another book")


# What is kept beside the entries


def places(value: object, names: tuple[str, ...], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every commitment to a word: its path and itself."""
    if isinstance(value, dict):
        for name, item in value.items():
            here = f"{path}/{name}" if path else name
            if name in names and isinstance(item, str):
                if item:
                    yield here, item
            else:
                yield from places(item, names, here)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from places(item, names, f"{path}/{at}")


@dataclass
class Excuses:
    """What may be missing: what entries erased, what a copy or the copy it came from left out."""

    left_out: set[str] = field(default_factory=set)
    until: dict[str, int] = field(default_factory=dict)
    """The last entry whose rows of a kept table may be missing."""
    forgotten: set[tuple[int, str]] = field(default_factory=set)

    def table(self, name: str, seq: int) -> bool:
        """Whether what an entry has in a kept table may be missing."""
        return name in self.left_out or seq <= self.until.get(name, 0)

    def word(self, seq: int, path: str) -> bool:
        """Whether a word may be missing."""
        return (seq, path) in self.forgotten or self.table("word", seq)


def excuses(book: sqlite3.Connection) -> Excuses:
    """Read what may be missing in a book; what is damaged excuses nothing."""
    known = Excuses()
    if book.execute("SELECT 1 FROM sqlite_master WHERE name='left_out'").fetchone():
        known.left_out = {text_of(name) for (name,) in book.execute("SELECT name FROM left_out")}
    for seq, stored in book.execute(
        "SELECT seq, stored FROM journal WHERE instr(stored, CAST(? AS BLOB))"
        " OR instr(stored, CAST(? AS BLOB)) ORDER BY seq",
        ('"kind":"forgotten/1"', '"kind":"restored/1"'),
    ):
        try:
            excuse(known, read_entry(seq, stored))
        except (Changed, KeyError, TypeError):  # the walk tells of it
            continue
    return known


def excuse(known: Excuses, entry: Entry) -> None:
    """Note what an entry says is missing."""
    if entry.kind == "forgotten/1":
        places = {(word["entry"], word["path"]) for word in entry.body["words"]}
        known.forgotten |= {(seq, path) for seq, path in places if seq < entry.seq}
    if entry.kind == "restored/1":
        known.until.update(dict.fromkeys(entry.body["left_out"], entry.seq))


class Words:
    """The kept words in the order of the journal, held against the entries as they pass."""

    def __init__(self, book: sqlite3.Connection, found: Findings, known: Excuses) -> None:
        self._found = found
        self._known = known
        self._rows = book.execute(
            "SELECT seq, path, salt, CAST(text AS BLOB) FROM word ORDER BY seq, path"
        )
        self._next = self._rows.fetchone()

    def of(self, entry: Entry) -> dict[str, str]:
        """Check the words of an entry and return them by their path."""
        kept = self._up_to(entry.seq)
        texts = {}
        for path, commitment in places(entry.body, WORDS.get(entry.kind, ())):
            salt, text = kept.pop(path, (b"", None))
            if text is None:
                if not self._known.word(entry.seq, path):
                    self._found.wrong(entry.seq, f"its word {path} is not there")
            elif (entry.seq, path) in self._known.forgotten:
                self._found.wrong(entry.seq, f"its word {path} was forgotten and is still there")
            elif hashlib.sha256(salt + text).hexdigest() != commitment:
                self._found.wrong(entry.seq, f"its word {path} was changed")
            else:
                texts[path] = text_of(text)
        if entry.kind in WORDS:
            for path in kept:
                self._found.wrong(entry.seq, f"nothing in it asks for the word {path}")
        return texts

    def close(self) -> None:
        """Name the words that no entry had."""
        self._up_to(sys.maxsize, spare=True)

    def _up_to(self, seq: int, spare: bool = False) -> dict[str, tuple[bytes, bytes | None]]:
        own: dict[str, tuple[bytes, bytes | None]] = {}
        while self._next is not None:
            at, path, salt, text = self._next
            if isinstance(at, int) and at > seq:
                break
            if at == seq and not spare:
                good = isinstance(salt, bytes) and isinstance(text, bytes)
                own[text_of(path)] = (salt, text) if good else (b"", b"\xff")
            else:
                self._found.problems.append(
                    f"There is a word {text_of(path)} of an entry {text_of(at)} that cannot be read."
                )
            self._next = self._rows.fetchone()
        return own


def attachments(value: object) -> Iterator[Body]:
    """Yield the photos and PDFs that a body names."""
    if isinstance(value, dict):
        if value.keys() == {"media", "sha256", "size"}:
            yield value
        for item in value.values():
            yield from attachments(item)
    elif isinstance(value, list):
        for item in value:
            yield from attachments(item)


def check_files(
    book: sqlite3.Connection,
    named: dict[str, list[tuple[int, Body]]],
    found: Findings,
    known: Excuses,
) -> None:
    """Hold the kept photos and PDFs against the entries that name them."""
    for name, media, data in book.execute("SELECT sha256, media, bytes FROM file"):
        wanted = named.pop(text_of(name), [])
        if not wanted:
            found.problems.append(f"There is a file {text_of(name)} that no entry names.")
        raw = data if isinstance(data, bytes) else b""
        same = hashlib.sha256(raw).hexdigest() == text_of(name)
        for seq, said in wanted:
            if not same or (said["media"], said["size"]) != (text_of(media), len(raw)):
                found.wrong(seq, f"its file {text_of(name)} was changed")
    for name, wanted in named.items():
        for seq, _said in wanted:
            if not known.table("file", seq):
                found.wrong(seq, f"its file {name} is not there")
            elif (changed := beside(book, name)) is None:
                found.not_there.add(seq)
            elif changed:
                found.wrong(seq, f"its file Photos/{changed} was changed")


def beside(book: sqlite3.Connection, name: str) -> str | None:
    """Look for a file in the folder Photos beside a copy: None where it is not there.

    Else return what file was changed, or nothing where one is what its name says.
    """
    _number, _main, path = book.execute("PRAGMA database_list").fetchone()
    there = Path(text_of(path)).parent.glob(f"Photos/{name}*")
    files = [one for one in there if one.suffix != ".part"]
    with suppress(OSError):
        whole = (hashlib.sha256(one.read_bytes()).hexdigest() == name for one in files)
        return None if not files else "" if any(whole) else files[0].name
    return None


class Pins:
    """What the entries say about the officers' PINs, held against the hashes that are kept."""

    def __init__(self) -> None:
        self._wanted: dict[str, int] = {}

    def note(self, entry: Entry) -> None:
        """Remember which hash an entry asks for; the one before it is erased."""
        if entry.kind == "pin-set/1":
            self._wanted.pop(str(entry.body.get("replaces")), None)
            self._wanted[str(entry.body.get("pin"))] = entry.seq

    def check(self, book: sqlite3.Connection, found: Findings, known: Excuses) -> None:
        """Compare them; a copy of the book for others comes without any, and what came back from it."""
        tables = "SELECT 1 FROM sqlite_master WHERE type='table' AND name='pin'"
        if book.execute(tables).fetchone() is None:
            return
        kept = {
            text_of(pin): hashed
            for pin, hashed in book.execute("SELECT pin, CAST(hash AS BLOB) FROM pin")
        }
        for pin, hashed in kept.items():
            raw = hashed if isinstance(hashed, bytes) else b""
            if pin not in self._wanted:
                found.problems.append(f"There is a PIN {pin} that no entry names.")
            elif hashlib.sha256(raw).hexdigest() != pin:
                found.wrong(self._wanted[pin], "its PIN was changed")
        for pin, seq in self._wanted.items():
            if pin not in kept and not known.table("pin", seq):
                found.wrong(seq, "its PIN is not there")


# The sums


@dataclass
class Account:
    """A place where money lies."""

    type: str
    name: str
    balance: int = 0


@dataclass
class Owner:
    """Something that is still open of a line, and whose it is."""

    whose: str
    left: int


class Sums:
    """Money and debts, added up from the entries alone."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._seq = 0
        self.currency, self.decimals, self.committee = "", 2, ""
        self.accounts: dict[int, Account] = {}
        self.members: dict[int, tuple[str, str]] = {}
        """Number and name by the member's id."""
        self.bills: dict[Place, Owner] = {}
        self.credits: dict[Place, Owner] = {}
        self.items: dict[Place, Owner] = {}
        self.receipts: Counter[int] = Counter()
        self.left_behind: list[range] = []
        """Receipts that were given in a part of the book that a restored copy does not have."""
        self.waiting: set[int] = set()
        """Expenses that are not approved yet, by their entry."""

    def add(self, entry: Entry, words: dict[str, str]) -> None:
        """Add an entry; what it says about others must be there."""
        self._seq = entry.seq
        rule = RULES.get(entry.kind)
        try:
            if rule:
                rule(self, entry.body, words)
        except UNREADABLE as error:
            self._found.wrong(entry.seq, f"it cannot be added up ({error!r})")

    def owed(self) -> dict[int, int]:
        """Return what each member owes."""
        return per_member(self.bills)

    def ahead(self) -> dict[int, int]:
        """Return what each member has paid ahead."""
        return per_member(self.credits)

    def open(self, *whats: str) -> int:
        """Return what is not finished of some sorts."""
        return sum(item.left for item in self.items.values() if item.whose in whats)

    def leave_behind(self, part: Body | None, last_receipt: int | None) -> None:
        """Note a part that the copy brought back did not have, or that nobody knows what it was."""
        if part is None:
            self._found.blind = self._seq if last_receipt is not None else self._found.blind
            return
        code = grouped(code_of(part["head"], self._found.book))
        first, last = int(part["first"]), int(part["last"])
        self._found.left.append(LeftBehind(self._seq, first, last, code))

    def money(self, minor: int) -> str:
        """Write an amount as people read it."""
        sign, digits = "-" if minor < 0 else "", f"{abs(minor):0{self.decimals + 1}}"
        cut = len(digits) - self.decimals
        cents = f".{digits[cut:]}" if self.decimals else ""
        return f"{sign}{int(digits[:cut]):,}{cents} {self.currency}"

    # What the rules below do

    def line(self, number: int = 1) -> Place:
        """Return a line of the entry that is added."""
        return self._seq, number

    def into(self, account: int | None, amount: int) -> None:
        """Add an amount to an account, if there is one."""
        if account is not None:
            self.accounts[account].balance += amount

    def less(self, what: dict[Place, Owner], ref: Body, amount: int) -> None:
        """Take an amount from what is open of an earlier line."""
        one = what[ref["entry"], ref["line"]]
        one.left -= amount
        if one.left < 0:
            self._found.wrong(self._seq, f"it takes more from entry {ref['entry']} than there is")

    def use_credit(self, uses: list[Body]) -> int:
        """Take from payments what they had left over; returns how much in all."""
        for use in uses:
            self.less(self.credits, use["payment"], use["amount"])
        return sum(use["amount"] for use in uses)

    def free(self, freed: list[Body]) -> None:
        """Undo that payments settled bills."""
        for one in freed:
            bill = self.bills[one["bill"]["entry"], one["bill"]["line"]]
            bill.left += one["amount"]
            payment = one["payment"]["entry"], one["payment"]["line"]
            self.credits.setdefault(payment, Owner(bill.whose, 0)).left += one["amount"]

    def answer(self, waiting: int) -> None:
        """Note that an expense waits no more; it is approved or withdrawn once."""
        if waiting not in self.waiting:
            self._found.wrong(self._seq, f"nothing of entry {waiting} waits for it")
        self.waiting.discard(waiting)

    def receipt(self, number: int | None) -> None:
        """Note a receipt; no number is given twice."""
        if number is not None:
            self.receipts[number] += 1
            if self.receipts[number] > 1:
                self._found.wrong(self._seq, f"the receipt {number} was given before")


def restored(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Go on after the last receipt in people's hands; those between were given elsewhere."""
    sums.leave_behind(body["left"], body["last_receipt"])
    for part in body.get("earlier", []):
        sums.leave_behind(part, None)
    left = body["left"] or {"last_receipt": None}
    last = max(body["last_receipt"] or 0, left["last_receipt"] or 0)
    ends = (numbers.stop - 1 for numbers in sums.left_behind)
    sums.left_behind.append(range(max(*sums.receipts, *ends, 0, 0) + 1, last + 1))


def per_member(what: dict[Place, Owner]) -> dict[int, int]:
    """Add up by member; those with nothing are left out."""
    sums: Counter[int] = Counter()
    for one in what.values():
        sums[int(one.whose)] += one.left
    return {member: amount for member, amount in sorted(sums.items()) if amount}


def numbered(body: Body) -> Iterator[tuple[int, Body]]:
    """Yield the lines of a body with their numbers."""
    yield from enumerate(body["lines"], 1)


def founded(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Begin a book in its currency."""
    sums.currency, sums.decimals = body["currency"], body["decimals"]


def described(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Name the committee."""
    sums.committee = body["name"]


def account(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Open an account."""
    sums.accounts[body["account"]] = Account(body["type"], body["name"])


def joined(sums: Sums, body: Body, words: dict[str, str]) -> None:
    """Take in members."""
    for number, line in numbered(body):
        name = words.get(f"lines/{number - 1}/household/adults/0/name", "")
        sums.members[line["member"]] = (line["household"]["number"], name)


def member_changed(sums: Sums, body: Body, words: dict[str, str]) -> None:
    """Note a member's number and name anew."""
    name = words.get("household/adults/0/name", "")
    sums.members[body["member"]] = (body["household"]["number"], name)


def billed(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Open bills, and settle them at once with money paid ahead."""
    for number, line in numbered(body):
        parts = [part["amount"] for part in line.get("parts", ())]
        if parts and sum(parts) != line["amount"]:
            raise ValueError("a bill is not what its parts add up to")
        left = line["amount"] - sums.use_credit(line["credit"])
        sums.bills[sums.line(number)] = Owner(line["member"], left)


def corrected(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Change what is open of a bill."""
    sums.free(body["freed"])
    used = sums.use_credit(body["credit"])
    sums.less(sums.bills, body["bill"], body["was"] - body["becomes"] + used)


def handed_over(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Move debts to another member."""
    for number, line in numbered(body):
        sums.less(sums.bills, line["bill"], line["amount"])
        sums.bills[sums.line(number)] = Owner(line["member"], line["amount"])


def worked(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Settle bills by labour, as by money paid ahead; no money moves."""
    for number, line in numbered(body):
        sums.credits[sums.line(number)] = Owner(line["member"], line["ahead"])
        for one in line["settles"]:
            sums.less(sums.bills, one["bill"], one["amount"])
        if sum(one["amount"] for one in line["settles"]) + line["ahead"] != line["amount"]:
            raise ValueError("labour is not what it was spread over")


def let_go(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Write off what is open of a bill."""
    sums.less(sums.bills, body["bill"], body["was"] - body["becomes"])


def paid(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Settle bills; what is left over is paid ahead."""
    for number, line in numbered(body):
        sums.credits[sums.line(number)] = Owner(line["member"], line["ahead"])
        for one in line["settles"]:
            sums.less(sums.bills, one["bill"], one["amount"])
        if sum(one["amount"] for one in line["settles"]) + line["ahead"] != line["amount"]:
            raise ValueError("a payment is not what it was spread over")
        if line["unknown"]:
            sums.less(sums.items, line["unknown"], line["amount"])
        else:
            sums.into(line["account"], line["amount"])
        sums.receipt(line["receipt"])


def refunded(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Give back what was paid ahead."""
    if sums.use_credit(body["used"]) != body["amount"]:
        raise ValueError("a refund is not what it was taken from")
    sums.into(body["account"], -body["amount"])


def money_in(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Take in money without a member."""
    for number, line in numbered(body):
        sums.into(line["account"], line["amount"])
        sums.receipt(line["receipt"])
        if line["kind"] in ("unknown", "loan"):
            sums.items[sums.line(number)] = Owner(line["kind"], line["amount"])


def handed_in(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Take in what attendants of kiosks handed in; their commission never moved."""
    for _number, line in numbered(body):
        sums.into(line["account"], line["handed"])


def money_out(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Spend money, or owe it."""
    for number, line in numbered(body):
        sums.into(line["account"], -line["amount"])
        if line["account"] is None:
            sums.items[sums.line(number)] = Owner("owed", line["amount"])


def waits(sums: Sums, _body: Body, _words: dict[str, str]) -> None:
    """Note an expense that is not approved yet: no money has moved."""
    sums.waiting.add(sums.line()[0])


def approved(sums: Sums, body: Body, words: dict[str, str]) -> None:
    """Spend what had waited for a second officer."""
    sums.answer(body["waiting"])
    money_out(sums, body, words)


def withdrawn(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Give up what had waited."""
    sums.answer(body["waiting"])


def difference(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Book what a count differed."""
    sums.into(body["account"], body["amount"])


def compared(_sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Hold a bank's paper against what it says about the book."""
    unshown = sum(line["amount"] for line in body["unshown"])
    if body["balance"] + unshown + body["difference"] != body["book"]:
        raise ValueError("a bank's paper does not add up")


def closed(_sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Check the sums of a closed month."""
    for one in body["accounts"]:
        came = one["brought"] + one["opened"] + one["came"] - one["went"] + one["moved"]
        if came != one["carried"]:
            raise ValueError("an account of a closed month does not add up")


def owed_paid(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Pay what was owed, or a loan back."""
    sums.less(sums.items, body["owed"], body["amount"])
    sums.into(body["account"], -body["amount"])


def advanced(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Hand money to somebody."""
    sums.into(body["account"], -body["amount"])
    sums.items[sums.line()] = Owner("advance", body["amount"])


def advance_settled(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Settle such an advance."""
    spent = sum(line["amount"] for line in body["lines"])
    sums.less(sums.items, body["advance"], spent + body["returned"])
    sums.into(body["account"], body["returned"])


def moved(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Move money between accounts."""
    sums.into(body["source"], -body["amount"])
    sums.into(body["target"], body["amount"])


def taken_over(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Take over balances from an older book."""
    for number, line in numbered(body):
        what, amount = line["what"], line["amount"]
        if what == "account":
            sums.into(line["account"], amount)
        elif what == "debt":
            sums.bills[sums.line(number)] = Owner(line["member"], amount)
        elif what == "ahead":
            sums.credits[sums.line(number)] = Owner(line["member"], amount)
        else:
            sums.items[sums.line(number)] = Owner(what, amount)


def voided(sums: Sums, body: Body, _words: dict[str, str]) -> None:
    """Take back what lines of an entry did."""
    for taken in body["taken"]:
        sums.into(taken["account"], taken["amount"])
    sums.free(body["freed"])
    for number in body["lines"]:
        for what in (sums.bills, sums.credits, sums.items):
            if one := what.get((body["entry"], number)):
                one.left = 0
    for restored in body["restored"]:
        what = {"credit": sums.credits, "bill": sums.bills}.get(restored["what"], sums.items)
        sums.less(what, restored["ref"], -restored["amount"])
    for thing in body["founded"]:
        if thing["what"] == "member":
            del sums.members[thing["id"]]


RULES: dict[str, Callable[[Sums, Body, dict[str, str]], None]] = {
    "book/1": founded,
    "committee/1": described,
    "account/1": account,
    "members/1": joined,
    "member-changed/1": member_changed,
    "bills/1": billed,
    "bills/2": billed,
    "labour/1": worked,
    "agreement/1": handed_over,
    "write-off/1": let_go,
    "bill-corrected/1": corrected,
    "holders/1": handed_over,
    "payments/1": paid,
    "refund/1": refunded,
    "money-in/1": money_in,
    "kiosk-sales/1": handed_in,
    "money-out/1": money_out,
    "expense-waiting/1": waits,
    "expense-approved/1": approved,
    "expense-withdrawn/1": withdrawn,
    "difference/1": difference,
    "bank-paper/1": compared,
    "closing/1": closed,
    "owed-paid/1": owed_paid,
    "advance/1": advanced,
    "advance-settled/1": advance_settled,
    "move/1": moved,
    "opening/1": taken_over,
    "void/1": voided,
    "restored/1": restored,
}
"""How the kinds that touch money or debts are added up; the others touch none."""


# Codes on papers


def code_of(hashed: str, book: str) -> str:
    """Return the 16 characters that stand on a paper of this entry."""
    digits = [int(hashed, 16) >> (256 - 5 * at) & 31 for at in range(1, 15)]
    digits.append(int(book, 16) >> 123)
    return "".join(LETTERS[digit] for digit in (*digits, check_digit(digits)))


def check_digit(digits: list[int]) -> int:
    """Return the check over GF(32): add each digit and multiply by x."""
    total = 0
    for digit in digits:
        total = (total ^ digit) << 1
        total ^= 0b100101 if total & 32 else 0
    return total


def grouped(code: str) -> str:
    """Write a code as it is printed."""
    return "-".join(code[at : at + 4] for at in range(0, 16, 4))


MATCHES, NOT_OF_IT, NO_CODE = 0, 1, 2
"""What a paper's code can show, as exit status; one that was copied wrongly tells nothing of the book."""


def check_paper(typed: str, found: Findings) -> tuple[int, str, int | None]:
    """Hold a code from a paper against the book: the exit status, in words, and its entry."""
    qr = typed.upper().split()
    if qr[:3] == ["IMT", "WATER", "BOOK"]:
        return check_qr(typed, qr[3:], found)
    code, _at, number = typed.partition("@")
    signs = [sign for sign in code.upper() if not (sign.isspace() or sign in "-‐‑‒–—−.")]
    clean = "".join({"I": "1", "L": "1", "O": "0"}.get(sign, sign) for sign in signs)
    if len(clean) != 16 or any(sign not in LETTERS for sign in clean):
        return NO_CODE, f"“{typed}” is no code: it has 16 letters and digits.", None
    digits = [LETTERS.index(sign) for sign in clean]
    if check_digit(digits[:-1]) != digits[-1]:
        return NO_CODE, f"“{typed}” was copied wrongly: compare it with the paper again.", None
    if digits[14] != int(found.book, 16) >> 123:
        return NOT_OF_IT, f"The paper with {grouped(clean)} belongs to another book.", None
    number = number.strip()
    for seq, hashed in found.entries.items():
        if code_of(hashed, found.book) == clean:
            wrong = "" if number in ("", str(seq)) else f"; the number {number} beside it is wrong"
            return *there(grouped(clean), seq, wrong, found), seq
    return *not_there(grouped(clean), number, found), None


def check_qr(typed: str, words: list[str], found: Findings) -> tuple[int, str, int | None]:
    """Hold the text of a paper's QR code against the book: book, entry, and the full hash."""
    try:
        book, number, hashed = words
        seq, code = int(number), grouped(code_of(hashed, book))
    except ValueError:
        return NO_CODE, f"“{typed}” is no code of a paper.", None
    if book.lower() != found.book:
        return NOT_OF_IT, f"The paper with {code} belongs to another book.", None
    if found.entries.get(seq) == hashed.lower():
        return *there(code, seq, "", found), seq
    return *not_there(code, number, found), None


def there(code: str, seq: int, wrong: str, found: Findings) -> tuple[int, str]:
    """Say what it proves that an entry has the code; nothing of those before a break in the chain."""
    if found.broken is None or found.broken > seq:
        return MATCHES, f"The paper with {code} matches entry {seq}{wrong}."
    return NOT_OF_IT, (
        f"The paper with {code} has the code of entry {seq}{wrong}, but entry {found.broken} before it is"
        " missing or was changed: it does not prove the book."
        if found.broken < seq
        else f"The paper with {code} has the code of entry {seq}{wrong}, but that entry was changed."
    )


def not_there(code: str, number: str, found: Findings) -> tuple[int, str]:
    """Say what it can mean that a book does not have a paper; the exit status, and in words."""
    for part in found.left:
        if code == part.code:
            return MATCHES, f"The paper with {code} is the last of {part}"
    for part in found.left:
        if number.isdecimal() and part.first <= int(number) <= part.last:
            return NOT_OF_IT, (
                f"The book does not have the paper with {code}, but its number lies in {part}"
                " If the paper is older than that, this explains it; if it is newer, something was changed."
            )
    if found.blind and number.isdecimal() and int(number) >= found.blind:
        return NOT_OF_IT, (
            f"The book does not have the paper with {code}. It was brought back from a copy in entry"
            f" {found.blind}, which does not know what was entered elsewhere after that copy: if the paper is"
            " older than that, this explains it; if it is newer, something was changed."
        )
    if number.isdecimal() and int(number) > found.head:
        return NOT_OF_IT, (
            f"The paper with {code} is of entry {number}, but the book ends with {found.head}: it"
            " may be an older copy. If it is the newest, entries were taken away."
        )
    return NOT_OF_IT, (
        f"The book does not have the paper with {code}. The number beside it may be copied wrongly;"
        " the book may be an older copy, or was brought back from one; or something before that paper"
        " was changed."
    )


# Telling


def examine(book: sqlite3.Connection) -> tuple[Findings, Sums, dict[int, list[str]]]:
    """Go through the whole book once; also returns what each entry that is on paper said."""
    found = Findings()
    known = excuses(book)
    found.left_out = sorted(known.left_out)
    sums, words, pins = Sums(found), Words(book, found, known), Pins()
    named: dict[str, list[tuple[int, Body]]] = {}
    said: dict[int, list[str]] = {}
    for entry in walk(book, found):
        texts = words.of(entry)
        if entry.kind not in WORDS:
            found.wrong(entry.seq, f"its kind {entry.kind} is newer than this verifier")
        for attachment in attachments(entry.body):
            named.setdefault(str(attachment["sha256"]), []).append((entry.seq, attachment))
        sums.add(entry, texts)
        pins.note(entry)
        with suppress(*UNREADABLE):  # such an entry was changed, which the walk tells
            said[entry.seq] = on_paper(entry, texts, sums)
    words.close()
    check_files(book, named, found, known)
    pins.check(book, found, known)
    if not found.entries:
        found.problems.insert(0, "There is no entry in it that can be read.")
    return found, sums, said


def on_paper(entry: Entry, words: dict[str, str], sums: Sums) -> list[str]:
    """Say what a paper of this entry shows, to be compared with it; nothing of one that is damaged."""
    try:
        if entry.kind == "paper/1":
            title = f"{entry.body['paper']} {entry.body['about']}"
            return [title, *figures(json.loads(words.get("said") or "{}"), sums)]
        if entry.kind not in ("payments/1", "money-in/1"):
            return []
        return [
            f"receipt {line['receipt']}, {line['on']}: {sums.money(line['amount'])}"
            for line in entry.body["lines"]
            if line["receipt"] is not None
        ]
    except (AttributeError, KeyError, TypeError, ValueError):  # the walk told of it
        return []


def figures(said: dict[str, object], sums: Sums) -> Iterator[str]:
    """Say the amounts of a paper, each with its name."""
    for name, value in said.items():
        if amounts := with_amounts(value, sums):
            yield f"{name.replace('_', ' ')}: {amounts}"


def with_amounts(value: object, sums: Sums) -> str:
    """Write an amount, or what has amounts in it with the words beside them; nothing of all else."""
    if isinstance(value, dict):
        if set(value) == {"currency", "minor"}:
            return sums.money(value["minor"])
        inner = " ".join(filter(None, (with_amounts(one, sums) for one in value.values())))
        words = [one for one in value.values() if isinstance(one, str) and one]
        return " ".join([*words, inner]) if inner else ""
    if isinstance(value, list):
        return ", ".join(filter(None, (with_amounts(one, sums) for one in value)))
    return ""


def tell_sums(sums: Sums, members: bool) -> Iterator[str]:
    """Say what there is, what is owed, and by whom where that is asked for."""
    for one in sums.accounts.values():
        yield f"{one.type} {one.name}".strip() + f": {sums.money(one.balance)}"
    owed, ahead = sums.owed(), sums.ahead()
    yield f"Owed to us: {sums.money(sum(owed.values()))} by {len(owed)} of {len(sums.members)} members"
    yield f"Paid ahead: {sums.money(sum(ahead.values()))}"
    yield f"We owe: {sums.money(sums.open('owed', 'loan'))}"
    yield f"Advances not settled: {sums.money(sums.open('advance'))}"
    yield f"Not yet known whose: {sums.money(sums.open('unknown'))}"
    if sums.waiting:
        yield f"Expenses not yet approved: {len(sums.waiting)}"
    given, behind = sums.receipts, sums.left_behind
    gaps = [
        str(n)
        for n in range(1, max(given, default=0))
        if n not in given and not any(n in numbers for numbers in behind)
    ]
    yield f"Receipts: {len(given)}" + (
        f", missing: {', '.join(gaps)}" if gaps else ", none missing"
    )
    for numbers in filter(None, behind):
        yield f"Receipts given in a part left behind: {numbers.start} to {numbers.stop - 1}"
    if members:
        for member, (number, name) in sums.members.items():
            mine = f"owes {sums.money(owed.get(member, 0))}"
            mine += f", paid ahead {sums.money(ahead[member])}" if member in ahead else ""
            yield f"Member {number} {name}: {mine}"


def tell_problems(found: Findings) -> Iterator[str]:
    """Say what is wrong, the first problems one by one."""
    if found.left_out:
        yield f"This is a copy without some of what is kept: {', '.join(found.left_out)}."
    if found.not_there:
        entries = ", ".join(map(str, sorted(found.not_there)))
        yield (
            f"Not in this file are the photos or papers of these entries: {entries}."
            " A copy keeps them in a folder beside it, or came without them."
        )
    if not found.problems:
        yield "Every entry follows from the one before it, and all that is kept is as they say."
        yield "What the program works out from them, such as balances, is added up anew here, not compared."
        yield "Only the code of a paper shows that nobody wrote the whole anew or cut its end: --anchor CODE."
        return
    yield from found.problems[:MOST_TOLD]
    if len(found.problems) > MOST_TOLD:
        yield f"And {len(found.problems) - MOST_TOLD} more."
    yield f"Problems: {len(found.problems)}. This book is not as it was written."


LONGEST = 400
"""Letters of what a paper says that are shown: a cash book says hundreds of lines."""


def shortened(line: str) -> str:
    """Return the beginning of a long line, and how much more there is."""
    over = len(line) - LONGEST
    return line if over <= 0 else f"{line[:LONGEST]} ... and {over} letters more, in the journal"


def verify(path: Path, anchors: list[str], members: bool) -> int:
    """Check a book and tell about it; returns the exit status. Raises NoBook."""
    book = opened(path)
    try:
        found, sums, said = examine(book)
    except BROKEN as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_IOERR"):
            raise NoBook(f"{path} cannot be read: is its disk or stick still there?") from error
        raise NoBook(f"{path} is damaged: {error}.") from error
    finally:
        book.close()
    print(f"{sums.committee}: {len(found.entries)} entries, {found.first_day} to {found.last_day}")
    if found.head:
        print(
            f"Newest: entry {found.head}, {grouped(code_of(found.entries[found.head], found.book))}"
        )
    for sentence in (*tell_sums(sums, members), *tell_problems(found)):
        print(sentence)
    shown = {NOT_OF_IT} if found.problems else {MATCHES}
    for anchor in anchors if found.book else ():
        status, sentence, seq = check_paper(anchor, found)
        shown.add(status)
        print(sentence)
        for line in said.get(seq or 0, []):
            print(f"  It says: {shortened(line)}")
    return NOT_OF_IT if NOT_OF_IT in shown else max(shown)


def main(words: list[str]) -> int:
    """Read the call. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description="Check a book without the program that wrote it. Exit status: 0 all is well,"
        " 1 something is not as it should be, 2 no book, a wrong call or a code copied wrongly."
    )
    parser.add_argument("book", type=Path, help="the file, BOOK.imt")
    parser.add_argument(
        "--anchor", action="append", default=[], metavar="CODE[@ENTRY]",
        help="the code of a paper, and the number of its entry; or the text of its QR code",
    )  # fmt: skip
    parser.add_argument("--members", action="store_true", help="say what every member owes")
    asked = parser.parse_args(words)
    try:
        return verify(asked.book, asked.anchor, asked.members)
    except (NoBook, OSError) as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
