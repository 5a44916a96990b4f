"""Cancelling: a void takes back what lines of an entry did, and says why. It is never void itself."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.balances import settlements_of_bill, settlements_of_payment
from imt_desktop.ledger.requests import Request, first_open_day


class VoidRequest(Request, frozen=True, tag="void"):
    """Cancel one line of an entry, or what is left of it whole (``line`` 0)."""

    entry: int
    reason: str
    line: int = 0


_WHOLE_ONLY = (e.MembersJoined, e.AdvanceSettled)


def void(book: Writing, wanted: VoidRequest) -> Recorded:
    """Cancel with a reason. Debts that were paid are debts again; the number stays used.

    Raises ReasonMissingError, NoSuchEntryError, NothingToCancelError, and ReliedOnError with the
    later entries that have to be cancelled first.
    """
    if not wanted.reason.strip():
        raise errors.ReasonMissingError().beside("reason")
    original = book.recorded(wanted.entry)
    if isinstance(original.entry, e.MembersJoined):
        return _void_members(book, wanted, original.entry)
    lines = _live_lines(book, wanted, original)
    if not lines or isinstance(original.entry, e.HoldersChanged):
        raise errors.NothingToCancelError(wanted.entry).beside("entry")
    later = sorted({seq for line in lines for seq in _relying(book, Ref(wanted.entry, line))})
    if later:
        raise errors.ReliedOnError(wanted.entry, tuple(later)).beside("entry")
    taken = tuple(part for line in lines for part in _taken(book, Ref(wanted.entry, line)))
    return book.append(
        e.Voided(
            entry=wanted.entry,
            lines=lines,
            reason=wanted.reason.strip(),
            in_place=_in_open_month(book, original, lines),
            taken=taken,
            freed=_freed(book, wanted.entry, lines),
            restored=tuple(
                restored for line in lines for restored in _restored(original.entry, line)
            )
            if not isinstance(original.entry, e.AdvanceSettled)
            else _restored_advance(original.entry),
        )
    )


def _void_members(book: Writing, wanted: VoidRequest, entry: e.MembersJoined) -> Recorded:
    members = [line.member for line in entry.lines]
    marks = ",".join("?" * len(members))
    known = book.driver.execute(
        f"SELECT count(*) FROM member WHERE id IN ({marks})", members
    ).fetchone()[0]
    if not known:
        raise errors.NothingToCancelError(wanted.entry).beside("entry")
    later = book.driver.execute(
        f"SELECT seq FROM bill WHERE member IN ({marks}) AND void IS NULL UNION"
        f" SELECT seq FROM credit WHERE member IN ({marks}) AND left_over>0 UNION"
        f" SELECT seq FROM money_line WHERE member IN ({marks}) AND void IS NULL UNION"
        f" SELECT seq FROM member_status WHERE member IN ({marks}) AND seq<>? UNION"
        " SELECT from_seq FROM holder WHERE from_seq<>? AND connection IN"
        f" (SELECT connection FROM holder WHERE member IN ({marks}))",
        [*members * 4, wanted.entry, wanted.entry, *members],
    ).fetchall()
    if later:
        raise errors.ReliedOnError(wanted.entry, tuple(sorted(row[0] for row in later))).beside(
            "entry"
        )
    return book.append(
        e.Voided(
            entry=wanted.entry,
            lines=tuple(range(1, len(members) + 1)),
            reason=wanted.reason.strip(),
            in_place=True,
            taken=(),
            freed=(),
            restored=(),
            members=tuple(members),
        )
    )


def _live_lines(book: Reading, wanted: VoidRequest, original: Recorded) -> tuple[int, ...]:
    """Return the lines that are asked for and were not cancelled before."""
    rows = book.driver.execute(
        "SELECT line FROM money_line WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM bill WHERE seq=?1 AND void IS NULL UNION"
        " SELECT c.line FROM credit c JOIN entry USING (seq) WHERE seq=?1 AND kind='opening/1'"
        " AND c.void IS NULL UNION"
        " SELECT line FROM open_item WHERE seq=?1 AND void IS NULL ORDER BY 1",
        (wanted.entry,),
    )
    live = tuple(row[0] for row in rows)
    if wanted.line == 0 or isinstance(original.entry, _WHOLE_ONLY):
        return live
    return (wanted.line,) if wanted.line in live else ()


def _relying(book: Reading, ref: Ref) -> list[int]:
    """List later entries that would hang in the air without this line."""
    item = book.driver.execute(
        "SELECT amount - open, what FROM open_item WHERE seq=? AND line=? AND void IS NULL",
        (ref.entry, ref.line),
    ).fetchone()
    if item and item[0]:
        return _users_of_item(book, ref)
    return [*_moves_of(book, ref), *_refunds_of(book, ref)]


def _moves_of(book: Reading, ref: Ref) -> list[int]:
    rows = book.driver.execute(
        "SELECT DISTINCT seq FROM money_line WHERE what='moved' AND seq>?", (ref.entry,)
    ).fetchall()
    return [
        seq
        for (seq,) in rows
        if isinstance(entry := book.recorded(seq).entry, e.HoldersChanged)
        and ref in {moved.bill for moved in entry.lines}
    ]


def _users_of_item(book: Reading, ref: Ref) -> list[int]:
    kinds = (e.OwedPaid, e.AdvanceSettled, e.PaymentsReceived)
    marks = ",".join(f"'{kind.KIND}'" for kind in kinds)
    users = []
    rows = book.driver.execute(
        f"SELECT seq FROM entry WHERE kind IN ({marks}) AND seq>? AND EXISTS"
        " (SELECT 1 FROM money_line l WHERE l.seq=entry.seq AND l.void IS NULL)",
        (ref.entry,),
    ).fetchall()
    for (seq,) in rows:
        entry = book.recorded(seq).entry
        if ref in _used_items(entry):
            users.append(seq)
    return users


def _used_items(entry: object) -> tuple[Ref | None, ...]:
    if isinstance(entry, e.OwedPaid):
        return (entry.owed,)
    if isinstance(entry, e.AdvanceSettled):
        return (entry.advance,)
    if isinstance(entry, e.PaymentsReceived):
        return tuple(line.unknown for line in entry.lines)
    return ()


def _refunds_of(book: Reading, ref: Ref) -> list[int]:
    rows = book.driver.execute(
        "SELECT seq FROM money_line WHERE what='refund' AND void IS NULL AND seq>?",
        (ref.entry,),
    ).fetchall()
    return [
        seq
        for (seq,) in rows
        if isinstance(entry := book.recorded(seq).entry, e.CreditRefunded)
        and ref in {use.payment for use in entry.used}
    ]


def _taken(book: Reading, ref: Ref) -> list[e.Taken]:
    rows = book.driver.execute(
        "SELECT account, kind, amount FROM posting WHERE of_seq=? AND of_line=? AND void IS NULL"
        " ORDER BY seq, line, part",
        (ref.entry, ref.line),
    )
    return [
        e.Taken(line=ref.line, account=account, kind=kind, amount=-amount)
        for account, kind, amount in rows
    ]


def _freed(book: Reading, entry: int, lines: tuple[int, ...]) -> tuple[e.Settled, ...]:
    freed: dict[tuple[Ref, Ref], e.Settled] = {}
    for line in lines:
        ref = Ref(entry, line)
        for settled in (
            *settlements_of_bill(book, ref),
            *settlements_of_payment(book, ref),
        ):
            freed[settled.bill, settled.payment] = settled
    return tuple(freed.values())


def _restored(entry: object, line: int) -> tuple[e.Restored, ...]:
    if isinstance(entry, e.OwedPaid):
        return (e.Restored(what="owed", ref=entry.owed, amount=entry.amount),)
    if isinstance(entry, e.CreditRefunded):
        return tuple(
            e.Restored(what="credit", ref=use.payment, amount=use.amount) for use in entry.used
        )
    if isinstance(entry, e.PaymentsReceived) and (unknown := entry.lines[line - 1].unknown):
        return (e.Restored(what="unknown", ref=unknown, amount=entry.lines[line - 1].amount),)
    return ()


def _restored_advance(entry: e.AdvanceSettled) -> tuple[e.Restored, ...]:
    used = sum(line.amount for line in entry.lines) + entry.returned
    return (e.Restored(what="advance", ref=entry.advance, amount=used),)


def _in_open_month(book: Reading, original: Recorded, lines: tuple[int, ...]) -> bool:
    open_from = first_open_day(book)
    if open_from is None:
        return True
    marks = ",".join("?" * len(lines))
    row = book.driver.execute(
        f"SELECT min(effective_on) FROM posting WHERE of_seq=? AND of_line IN ({marks})",
        (original.seq, *lines),
    ).fetchone()
    first = date.fromisoformat(row[0]) if row[0] else original.on
    return first >= open_from
