"""PINs: what makes a good one, how it is hashed, and how an officer sets it in person."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, queries, rules
from imt_desktop.journal import Reading, Recorded, Writing, pins

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 32

ROUNDS: Final = 2
MEMORY_KIB: Final = 46_080
"""Argon2id with 45 MiB, 2 passes and 1 lane: some 0.1 s on a machine of 2020, 0.2 to 0.3 s on a laptop
of 2012, and above the least that OWASP's Password Storage Cheat Sheet asks for (46 MiB with 1 pass, or
19 MiB with 2). The figures stand in each hash, so a later version may raise them."""


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # 40 ms: only when somebody signs

    return PasswordHasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=1)


def check(pin: str, today: date, phone: str = "") -> None:
    """Refuse what is no good PIN. Raises PinDigitsError, PinLengthError, PinTrivialError."""
    if not (pin.isascii() and pin.isdigit()):
        raise errors.PinDigitsError().beside("pin")
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        raise errors.PinLengthError(LEAST_DIGITS, MOST_DIGITS).beside("pin")
    if trivial(pin, today, phone):
        raise errors.PinTrivialError().beside("pin")


def trivial(pin: str, today: date, phone: str = "") -> bool:
    """Say whether anybody would try this PIN first."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return (
        len(set(pin)) <= 2
        or steps in ({1}, {9})
        or re.fullmatch(r"(\d{2,})\1+", pin) is not None
        or str(today.year) in pin
        or pin in re.sub(r"\D", "", phone)
    )


def matches(pin: str, hashed: str) -> bool:
    """Say whether a PIN is the one of a kept hash."""
    from argon2.exceptions import InvalidHashError, VerificationError  # 40 ms: as above

    try:
        return _hasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


def set_pin(book: Writing, officer: int, pin: str) -> Recorded:
    """Set an officer's PIN. Who stands behind it is the writing's own ``who``.

    Either the officer signed in with the old one, or another officer countersigned
    (``signing.introduce``), or there is nobody who could. Raises NoSuchOfficerError, TermOverError,
    WitnessNeededError and the errors of :func:`check`.
    """
    owner = queries.by_id(book, officer)
    if owner is None:
        raise errors.NoSuchOfficerError(str(officer)).beside("officer")
    check(pin, book.today, owner.phone)
    witness = _witness(book, owner)
    kept = pins.keep(book, _hasher().hash(pin), owner.pin)
    recorded = book.append(
        e.PinSet(officer=owner.id, pin=kept, replaces=owner.pin, witness=witness)
    )
    rules.announce(book)
    return recorded


def _witness(book: Writing, owner: queries.Officer) -> str:
    who = book.who
    if who.responsible == owner.id and who.signature == "pin":
        return "officer" if who.countersigned else "old-pin"
    if witnesses(book, owner, book.today):
        raise errors.WitnessNeededError(owner.name).beside("witness")
    for other in _others(book, owner, book.today):
        kept(book, other)  # a hash that was taken away does not make them nobody
    return "nobody"


def witnesses(book: Reading, owner: queries.Officer, today: date) -> tuple[queries.Officer, ...]:
    """Return the other officers who could countersign a new PIN today."""
    return tuple(other for other in _others(book, owner, today) if _can_sign(book, other))


def _others(book: Reading, owner: queries.Officer, today: date) -> tuple[queries.Officer, ...]:
    return tuple(
        other
        for other in queries.officers(book)
        if other.id != owner.id
        and other.role.witnesses
        and other.pin
        and rules.serves(book, other, today)
    )


def _can_sign(book: Reading, officer: queries.Officer) -> bool:
    try:
        return kept(book, officer) is not None
    except errors.PinChangedError:
        return False


def kept(book: Reading, officer: queries.Officer) -> str | None:
    """Return the hash of an officer's PIN, or None where this copy of the book came without.

    Raises PinChangedError where it is not what the officer's own entry commits to: whoever put
    another hash there for a moment could sign as that officer.
    """
    row = book.driver.execute(
        "SELECT seq, pin FROM officer_pin WHERE officer=?", (officer.id,)
    ).fetchone()
    if row is None:
        return None
    entry = book.recorded(row[0]).entry
    hashed = pins.kept(book, row[1])
    missing = hashed is None and not pins.left_out(book, row[0])
    changed = hashed is not None and pins.commitment(hashed) != row[1]
    of_entry = (entry.officer, entry.pin) if isinstance(entry, e.PinSet) else None
    if missing or changed or of_entry != (officer.id, row[1]):
        raise errors.PinChangedError(officer.name).beside("pin")
    return hashed


def set_anew(book: Reading, officer: queries.Officer) -> Recorded | None:
    """Return the entry of an officer's PIN where it took the place of another that was not typed."""
    (seq,) = book.driver.execute(
        "SELECT seq FROM officer_pin WHERE officer=?", (officer.id,)
    ).fetchone()
    recorded = book.recorded(seq)
    entry = recorded.entry
    anew = isinstance(entry, e.PinSet) and entry.replaces and entry.witness != "old-pin"
    return recorded if anew else None
