"""Amounts typed into a collection sheet that are not booked yet, kept on this laptop.

They prove nothing; they spare a treasurer from typing a zone twice where the laptop went off. The
draft is written down as sent before its payments are booked, so that what was booked in the very
moment of a power cut is not offered for booking again.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.journal.copies import disk


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
    path = file_of(folder, book)
    try:
        if draft.lines:
            folder.mkdir(parents=True, exist_ok=True)
            disk.write_file(path, msgspec.json.encode(draft))
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _was_booked(book: Reading, sent: Sent) -> bool:
    """Whether a later entry took payments of just these members."""
    paid: dict[int, list[int]] = {}
    for seq, member in book.driver.execute(
        "SELECT seq, member FROM money_line WHERE seq>? AND what='payment'", (sent.after,)
    ):
        paid.setdefault(seq, []).append(member)
    return any(sorted(members) == sorted(sent.members) for members in paid.values())
