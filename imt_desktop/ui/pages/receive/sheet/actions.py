"""What a person can do on the collection sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.ledger import payments
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, Receipt
from imt_desktop.ledger.walking import ordering
from imt_desktop.ledger.walking.ordering import WalkRequest
from imt_desktop.ledger.walking.rounds import Round, rounds
from imt_desktop.oversight import drafts
from imt_desktop.oversight.drafts import Draft, Sent
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.actions import PAID
from imt_desktop.ui.pages.receive.sheet.lines import Line
from imt_desktop.ui.pages.walking.keeping import Keeper


class At(msgspec.Struct, frozen=True):
    """What the sheet reads from the book and from the laptop."""

    rounds: tuple[Round, ...]
    lines: dict[int, Line]
    """Of every household, with nothing typed yet."""
    zones: dict[int, str]
    """In which each household stands."""
    accounts: tuple[Account, ...]
    draft: Draft


class BookedSheet(msgspec.Struct, frozen=True):
    """Receipts in the order of the lines, and the code that all of them carry."""

    receipts: tuple[Receipt, ...]
    code: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the receipts."""
        return tuple(one.number for one in self.receipts if one.number is not None)


def look(folder: Path) -> Callable[[Reading], At]:
    """Return the query of the sheet."""

    def read(book: Reading) -> At:
        found = rounds(book)
        lines = {stop.id: Line(stop) for one in found for stop in one.stops}
        zones = {stop.id: one.zone for one in found for stop in one.stops}
        return At(found, lines, zones, accounts(book), drafts.recall(folder, book))

    return read


def payment_of(line: Line, on: date) -> PaymentLine:
    """Return the payment that a ready line stands for."""
    assert line.amount is not None and line.typed.account is not None
    typed = line.typed
    return PaymentLine(
        member=line.stop.number, amount=line.amount.decimal, account=typed.account or 0, on=on,
        reference=typed.reference, paid_by=typed.paid_by.strip(), pad=typed.pad.strip(),
    )  # fmt: skip


def book_lines(
    desk: Desk,
    lines: Sequence[Line],
    on: date,
    keeper: Keeper[Draft],
    then: Callable[[BookedSheet], None],
    refused: Callable[[UserError], None],
) -> None:
    """Book lines as one entry, all or none. The laptop is told first which, should the power fail."""
    request = PaymentRequest(
        lines=tuple(payment_of(line, on) for line in lines), languages=desk.committee.languages
    )
    members, draft = tuple(line.stop.id for line in lines), keeper.draft()

    def job(book: Writing) -> BookedSheet:
        sent = Sent(after=book.head().seq, members=members)
        receipts = payments.receive(book, request)
        keeper.before(msgspec.structs.replace(draft, sent=sent))
        return BookedSheet(receipts, anchor_of(book.recorded(receipts[0].entry)).code)

    desk.write(job, then, PAID, refused)


def keep_order(
    desk: Desk, zone: str, lines: Sequence[Line], then: Callable[[object], None]
) -> None:
    """Write down in which order a zone is walked."""
    request = WalkRequest(zone=zone, members=tuple(line.stop.number for line in lines))
    desk.write(lambda book: ordering.order(book, request), then, Changes(members=True))
