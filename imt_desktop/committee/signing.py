"""Signing in: from a PIN to a ``Signing`` that says "pin". Nothing else makes one.

with book.read() as reading:
    who = sign_in(reading, treasurer, "482913", now)
    who = countersign(reading, who, chair, "771040", now)
with book.write(who) as writing: ...
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from imt_desktop.committee import errors, pins, queries, rules
from imt_desktop.committee.door import require_term
from imt_desktop.committee.tries import FREE, Tries, left, minutes, wait_after
from imt_desktop.journal import Reading, Signing
from imt_desktop.journal.errors import ReadOnlyBookError


def sign_in(
    book: Reading, officer: int, pin: str, now: datetime, *, hands_over: bool = False
) -> Signing:
    """Return the signature of an officer who typed the PIN.

    At a handover also of one whose term is over: who leaves signs off, and the door sees that it is
    only that one.
    Raises NoSuchOfficerError, TermOverError, NoPinError, PinNotKeptError, PinChangedError,
    WrongPinError with the tries that are left, TooManyTriesError, and ReadOnlyBookError for a book
    that is open for reading.
    """
    proved = _proved(book, officer, pin, now, hands_over)
    return Signing(responsible=proved.id, signature="pin")


def countersign(
    book: Reading,
    signing: Signing,
    officer: int,
    pin: str,
    now: datetime,
    *,
    hands_over: bool = False,
) -> Signing:
    """Add the signature of a second officer.

    At a handover every post signs for itself, a collector's too; whether these are the two whom it
    needs is asked there. Raises SamePersonError, CannotSignError for a post that signs nothing, and
    what ``sign_in`` raises.
    """
    second = _known(book, officer)
    _require_other(book, signing, second)
    if not (hands_over or second.role.approves or second.role.witnesses):
        raise errors.CannotSignError(second.name, second.post).beside("second")
    _proved(book, officer, pin, now, hands_over)
    return replace(signing, countersigned=(*signing.countersigned, second.id), signature="pin")


def introduce(book: Reading, officer: int, witness: int, pin: str, now: datetime) -> Signing:
    """Let another officer vouch, by their own PIN, for one who has none yet or forgot it."""
    return countersign(book, Signing(responsible=_known(book, officer).id), witness, pin, now)


def typed_by(book: Reading, signing: Signing, officer: int) -> Signing:
    """Say that a facilitator typed for the officers who signed. Raises NoSuchOfficerError."""
    return replace(signing, entered_by=_known(book, officer).id)


def _known(book: Reading, officer: int) -> queries.Officer:
    found = queries.by_id(book, officer)
    if found is None:
        raise errors.NoSuchOfficerError(str(officer)).beside("officer")
    return found


def _require_other(book: Reading, signing: Signing, second: queries.Officer) -> None:
    """One person who holds two posts is still one person."""
    numbers = {signing.responsible, *signing.countersigned} - {None}
    people = {known.person for known in queries.officers(book) if known.id in numbers}
    if second.id in numbers or second.person in people:
        raise errors.SamePersonError(second.name).beside("second")


def _proved(
    book: Reading, officer: int, pin: str, now: datetime, hands_over: bool
) -> queries.Officer:
    owner = _known(book, officer)
    today = now.date()
    # The door asks again, for the day that is booked.
    serves = rules.serves(book, owner, book.likely_today())
    if not (serves or (hands_over and owner.in_post(today))):
        require_term(book, owner, today)
    if owner.pin is None:
        raise errors.NoPinError(owner.name).beside("pin")
    hashed = pins.kept(book, owner)
    if hashed is None:
        raise errors.PinNotKeptError(owner.name).beside("pin")
    if not book.book.writable:
        raise ReadOnlyBookError(str(book.book.path))
    tries = Tries(book.book.path)
    with book.book.turn:  # a long import of this very program is waited for, however long it takes
        failures = tries.begin(owner.id, now)
    if not pins.matches(pin, hashed):
        raise _wrong(book, owner, failures).beside("pin")
    with book.book.turn:
        tries.succeed(owner.id)
    return owner


def _wrong(book: Reading, owner: queries.Officer, failures: int) -> errors.WrongPinError:
    """Refuse a PIN; who types an old one learns that others may have set a new one."""
    wait = minutes(wait_after(max(failures, FREE)))
    anew = pins.set_anew(book, owner)
    if anew is None:
        return errors.WrongPinError(left(failures), wait)
    known = (queries.by_id(book, number) for number in anew.envelope.countersigned)
    witness = ", ".join(one.name for one in known if one)
    return errors.WrongPinSetAnewError(left(failures), wait, anew.on.isoformat(), witness)
