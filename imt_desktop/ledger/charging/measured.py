"""What a meter said before a bill and at its end; of one that was replaced, how far both went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.charging.entries import MetersRead


class Read(Struct, frozen=True):
    """A reading as the table has it, in thousandths."""

    ref: Ref
    value: int
    used: int
    how: str


class Measured(Struct, frozen=True):
    """Figures in thousandths.

    ``how`` as in a reading; ``misread`` where the one before was too high, ``overestimated`` where that was
    an estimate, ``turned`` where it began anew.
    ``last`` is how far a meter went that was replaced, ``first`` where the new one began; None where the
    entry does not say.
    """

    before: int
    now: int
    how: str
    last: int | None = None
    first: int | None = None
    charged: int = 0
    """What of the way from ``before`` to ``now`` was charged before, by an estimate or a misreading."""


def measured(book: Reading, connection: int, through: date) -> Measured | None:
    """Return what the meter of a connection said in the period to a day; None where it was not read."""
    rows = book.driver.execute(
        "SELECT through, seq, line, value, used, how FROM reading WHERE connection=? AND through<=?"
        " AND void IS NULL ORDER BY through DESC, seq DESC, line DESC LIMIT 2",
        (connection, through.isoformat()),
    ).fetchall()
    reads = [Read(Ref(seq, line), value, used, how) for _, seq, line, value, used, how in rows]
    return measured_by(book, reads) if reads and rows[0][0] == through.isoformat() else None


def measured_by(book: Reading, reads: Sequence[Read]) -> Measured:
    """Return what the newest of some readings says; the latest comes first."""
    newest = reads[0]
    now, used, how = newest.value, newest.used, newest.how
    before = reads[1].value if len(reads) > 1 else max(0, now - used)
    if how == "read" and now < before:
        guessed = reads[1].how == "estimated"
        return Measured(
            before, now, "turned" if used else "overestimated" if guessed else "misread"
        )
    last, first = _stretches(book, newest.ref) if how == "replaced" else (None, None)
    if last is not None and first is not None:
        of_old = used - (now - first)
        before = last - of_old if of_old > 0 else before  # an estimate had charged up to there
        charged = max(0, last - before) + now - first - used
    else:
        charged = now - before - used if how == "read" else 0
    return Measured(before, now, how, last, first, charged)


def _stretches(book: Reading, ref: Ref) -> tuple[int | None, int | None]:
    entry = book.recorded(ref.entry).entry
    if not isinstance(entry, MetersRead):
        return None, None
    line = entry.lines[ref.line - 1]
    return line.last, line.first
