"""Cancelling: a void takes back what lines of an entry did, and says why. It is never void itself."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import rules
from imt_desktop.committee.earlier import DecisionRecorded1
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors, relying
from imt_desktop.ledger.balances import settlements_of_bill, settlements_of_payment
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.earlier import TariffAdopted1
from imt_desktop.ledger.recovery.entries import AssetRegistered
from imt_desktop.ledger.requests import Request, first_open_day


class VoidRequest(Request, frozen=True, tag="void"):
    """Cancel one line of an entry, or what is left of it whole (``line`` 0)."""

    entry: int
    reason: str
    line: int = 0


_WHOLE_ONLY = (e.AdvanceSettled, e.HoldersChanged, c.DebtAgreed)


def void(book: Writing, wanted: VoidRequest) -> Recorded:
    """Cancel with a reason. Debts that were paid are debts again; the number stays used.

    What was entered on an earlier day, lies in a closed month, or was signed by two needs two officers;
    a decision stays and is revoked by another. Raises ReasonMissingError, DecisionStaysError,
    NoSuchEntryError, NothingToCancelError, SecondOfficerNeededError, and ReliedOnError with the later
    entries that have to be cancelled first.
    """
    if not wanted.reason.strip():
        raise errors.ReasonMissingError().beside("reason")
    original = book.recorded(wanted.entry)
    if isinstance(original.entry, DecisionRecorded | DecisionRecorded1):
        raise errors.DecisionStaysError().beside("entry")
    lines = _live_lines(book, wanted, original)
    founded = _live_founded(book, original)
    handed_back = _handed_back(book, original, lines)
    if not (lines or founded or handed_back is not None):
        raise errors.NothingToCancelError(wanted.entry).beside("entry")
    later = relying.later_entries(book, original, lines, founded)
    if later:
        kinds = tuple(book.recorded(seq).envelope.kind for seq in later)
        raise errors.ReliedOnError(wanted.entry, later, kinds).beside("entry")
    in_place = _in_open_month(book, original, lines)
    slip = rules.made_today(book, original) and not original.envelope.countersigned
    if not (in_place and slip):
        rules.require_two(book, "void")
    return book.append(
        e.Voided(
            entry=wanted.entry,
            lines=lines,
            reason=wanted.reason.strip(),
            in_place=in_place,
            taken=tuple(part for line in lines for part in _taken(book, Ref(wanted.entry, line))),
            freed=_freed(book, wanted.entry, lines),
            restored=tuple(
                part for line in lines for part in _restored(book, Ref(wanted.entry, line))
            ),
            founded=founded,
            handed_back=handed_back,
        )
    )


def _live_lines(book: Reading, wanted: VoidRequest, original: Recorded) -> tuple[int, ...]:
    """Return the lines that are asked for and were not cancelled before."""
    rows = book.driver.execute(
        "SELECT line FROM money_line WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM bill WHERE seq=?1 AND void IS NULL UNION"
        " SELECT c.line FROM credit c JOIN entry USING (seq) WHERE seq=?1 AND kind='opening/1'"
        " AND c.void IS NULL UNION"
        " SELECT line FROM open_item WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM reading WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM quantity WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM in_kind WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM asset_out WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM arrears_step WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM kiosk_sale WHERE seq=?1 AND void IS NULL UNION"
        " SELECT line FROM absence WHERE seq=?1 AND void IS NULL ORDER BY 1",
        (wanted.entry,),
    )
    live = tuple(row[0] for row in rows)
    if wanted.line == 0 or isinstance(original.entry, _WHOLE_ONLY):
        return live
    return (wanted.line,) if wanted.line in live else ()


def _live_founded(book: Reading, original: Recorded) -> tuple[e.Founded, ...]:
    """Return what the entry founded and what is still there: all of it, or nothing."""
    founded = _founded(original.entry)
    gone = any(
        book.driver.execute(f"SELECT void FROM {one.what} WHERE id=?", (one.id,)).fetchone()[0]
        for one in founded[:1]
    )
    return () if gone else founded


def _founded(entry: object) -> tuple[e.Founded, ...]:
    if isinstance(entry, e.MembersJoined):
        connections = (c.connection for line in entry.lines for c in line.connections)
        return (
            *(e.Founded(what="member", id=line.member) for line in entry.lines),
            *(e.Founded(what="connection", id=number) for number in connections),
        )
    if isinstance(entry, e.ConnectionAdded):
        return (e.Founded(what="connection", id=entry.connection.connection),)
    if isinstance(entry, e.TariffAdopted | TariffAdopted1):
        return (e.Founded(what="tariff", id=entry.tariff),)
    if isinstance(entry, c.ReliefGranted):
        return (e.Founded(what="relief", id=entry.relief),)
    if isinstance(entry, AssetRegistered):
        return (e.Founded(what="asset", id=entry.asset),)
    if isinstance(entry, c.DriveBegun):
        return (e.Founded(what="drive", id=entry.drive),)
    if isinstance(entry, e.PadRegistered):
        return (e.Founded(what="pad", id=entry.pad),)
    return ()


def _handed_back(book: Reading, original: Recorded, lines: tuple[int, ...]) -> int | None:
    """Return the connection of a hand-over that still holds."""
    if not isinstance(original.entry, e.HoldersChanged):
        return None
    row = book.driver.execute(
        "SELECT 1 FROM holder WHERE connection=? AND ? IN (from_seq, until_seq)",
        (original.entry.connection, original.seq),
    ).fetchone()
    return original.entry.connection if row or lines else None


def _taken(book: Reading, ref: Ref) -> list[e.Taken]:
    rows = book.driver.execute(
        "SELECT account, kind, amount FROM posting WHERE seq=? AND line=? ORDER BY part",
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


def _restored(book: Reading, ref: Ref) -> list[e.Restored]:
    """List what the line had used of earlier ones, which is open again."""
    rows = book.driver.execute(
        "SELECT coalesce(o.what, u.what), u.of_seq, u.of_line, u.amount FROM used u"
        " LEFT JOIN open_item o ON u.what='item' AND o.seq=u.of_seq AND o.line=u.of_line"
        " WHERE u.seq=? AND u.line=? ORDER BY u.of_seq, u.of_line",
        (ref.entry, ref.line),
    )
    return [
        e.Restored(what=what, ref=Ref(seq, line), amount=amount) for what, seq, line, amount in rows
    ]


def _in_open_month(book: Reading, original: Recorded, lines: tuple[int, ...]) -> bool:
    open_from = first_open_day(book)
    if open_from is None:
        return True
    marks = ",".join("?" * len(lines))
    row = book.driver.execute(
        f"SELECT min(effective_on) FROM posting WHERE seq=? AND line IN ({marks})",
        (original.seq, *lines),
    ).fetchone()
    first = date.fromisoformat(row[0]) if row[0] else original.on
    return first >= open_from
