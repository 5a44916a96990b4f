"""What is typed and not booked yet, kept on this laptop: amounts, meters' readings, a price that waits.

They prove nothing; they spare a treasurer from typing a zone twice where the laptop went off. The
draft is written down as sent before its payments are booked, so that what was booked in the very
moment of a power cut is not offered for booking again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.journal import Reading
from imt_desktop.journal.copies import disk
from imt_desktop.ledger.tariffs import TariffRequest
from imt_desktop.ledger.vouchers import Voucher


class DraftLine(msgspec.Struct, frozen=True):
    """What was typed for one household, as it was typed."""

    amount: str = ""
    account: int | None = None
    reference: str = ""
    paid_by: str = ""
    pad: str = ""


class Sent(msgspec.Struct, frozen=True):
    """Households whose payments were about to be booked, as one entry, and the last entry before."""

    after: int
    members: tuple[int, ...]


class Draft(msgspec.Struct, frozen=True):
    """What was typed, by the ids of members. Unknown fields of a newer program are passed over."""

    lines: dict[int, DraftLine] = {}
    on: date | None = None
    """The day of the collection, where it is not the day of typing."""
    sent: Sent | None = None


class TypedReading(msgspec.Struct, frozen=True):
    """What was typed for one meter, as it was typed."""

    value: str = ""
    answer: str = ""
    """To the question that it raised: a key of ``meters.ANSWERS``."""
    last: str = ""
    first: str = ""
    remark: str = ""
    on: str = ""
    """The day that a spreadsheet says, where it says one; else it is that of the page."""
    row: int = 0
    """Its row there."""


class ReadingsDraft(msgspec.Struct, frozen=True):
    """What was typed, by the periods and the ids of connections."""

    periods: dict[str, dict[int, TypedReading]] = {}
    sent: Sent | None = None
    """Here the connections that were about to be booked."""


class TariffDraft(msgspec.Struct, frozen=True):
    """A water price that waits for the second officer, with what was typed of its decision.

    A decision of the book that was chosen stands in the price.
    """

    wanted: TariffRequest | None = None
    decision: DecisionRequest | None = None
    minute: Voucher | None = None
    """The photo of the signed minute."""


def file_of(folder: Path, book: str) -> Path:
    """Return the file that keeps the draft of a book, by the book's id."""
    return folder / f"sheet-{book}.json"


def recall(folder: Path, book: Reading) -> Draft:
    """Read the draft of a book, without what was booked already; a missing or broken file is empty."""
    try:
        draft = msgspec.json.decode(file_of(folder, book.book.id).read_bytes(), type=Draft)
    except (OSError, msgspec.MsgspecError):
        return Draft()
    booked = draft.sent.members if draft.sent and _was_booked(book, draft.sent) else ()
    lines = {member: line for member, line in draft.lines.items() if member not in booked}
    return Draft(lines, draft.on if lines else None)


def keep(folder: Path, book: str, draft: Draft) -> None:
    """Keep a draft, whole or not at all; an empty one leaves no file. A full disk is no reason to stop."""
    _keep(file_of(folder, book), draft if draft.lines else None)


def readings_file(folder: Path, book: str) -> Path:
    """Return the file that keeps the readings typed for a book, by the book's id."""
    return folder / f"readings-{book}.json"


def recall_readings(folder: Path, book: Reading) -> ReadingsDraft:
    """Read what was typed and not booked; a missing or broken file is empty."""
    try:
        data = readings_file(folder, book.book.id).read_bytes()
        draft = msgspec.json.decode(data, type=ReadingsDraft)
    except (OSError, msgspec.MsgspecError):
        return ReadingsDraft()
    booked = draft.sent.members if draft.sent and _were_read(book, draft.sent) else ()
    return ReadingsDraft(
        {
            period: {meter: one for meter, one in lines.items() if meter not in booked}
            for period, lines in draft.periods.items()
        }
    )


def keep_readings(folder: Path, book: str, draft: ReadingsDraft) -> None:
    """Keep readings, whole or not at all; an empty draft leaves no file."""
    _keep(readings_file(folder, book), draft if any(draft.periods.values()) else None)


def tariff_file(folder: Path, book: str) -> Path:
    """Return the file that keeps a water price that waits, by the book's id."""
    return folder / f"tariff-{book}.json"


def recall_tariff(folder: Path, book: str) -> TariffDraft:
    """Read the water price that waits; a missing or broken file is empty."""
    try:
        return msgspec.json.decode(tariff_file(folder, book).read_bytes(), type=TariffDraft)
    except (OSError, msgspec.MsgspecError):
        return TariffDraft()


def keep_tariff(folder: Path, book: str, draft: TariffDraft) -> None:
    """Keep it, whole or not at all; an empty draft leaves no file."""
    _keep(tariff_file(folder, book), draft if draft.wanted is not None else None)


def _keep(path: Path, draft: msgspec.Struct | None) -> None:
    try:
        if draft is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            disk.write_file(path, msgspec.json.encode(draft))
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _were_read(book: Reading, sent: Sent) -> bool:
    """Whether a later entry read just these meters."""
    return _same(
        book.driver.execute("SELECT seq, connection FROM reading WHERE seq>?", (sent.after,)), sent
    )


def _same(rows: Iterable[tuple[int, int]], sent: Sent) -> bool:
    found: dict[int, list[int]] = {}
    for seq, which in rows:
        found.setdefault(seq, []).append(which)
    return any(sorted(some) == sorted(sent.members) for some in found.values())


def _was_booked(book: Reading, sent: Sent) -> bool:
    """Whether a later entry took payments of just these members."""
    return _same(
        book.driver.execute(
            "SELECT seq, member FROM money_line WHERE seq>? AND what='payment'", (sent.after,)
        ),
        sent,
    )
