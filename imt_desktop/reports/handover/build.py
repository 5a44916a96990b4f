"""The paper of a handover from its entry, and from the book as it was then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from imt_desktop.committee import handovers, queries
from imt_desktop.committee.entries import HandedOver
from imt_desktop.committee.errors import NoHandoverError
from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.accounts import accounts
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.handover.facts import HandedMoney, HandedPad, HandedThing, HandoverFacts
from imt_desktop.reports.heading import heading


def newest(book: Reading) -> int:
    """Return the entry of the newest handover. Raises NoHandoverError."""
    found = handovers.handovers(book)
    if not found:
        raise NoHandoverError().beside("handover")
    return found[0].entry


def build_handover(book: Reading, entry: int) -> HandoverFacts:
    """Return what the paper of a handover says. Raises NoHandoverError for any other entry."""
    if entry not in (one.entry for one in handovers.handovers(book)):
        raise NoHandoverError().beside("handover")
    recorded = book.recorded(entry)
    said = recorded.entry
    assert isinstance(said, HandedOver)
    officers = {one.id: one for one in queries.officers(book)}
    everybody = {number: _officer(one) for number, one in officers.items()}
    return HandoverFacts(
        heading=heading(book, recorded.on),
        on=recorded.on,
        entry=entry,
        leaves=everybody[said.leaves],
        takes_over=None if said.takes_over is None else everybody[said.takes_over],
        forced=said.forced,
        reason=said.reason,
        money=tuple(_money(book, said)),
        things=tuple(
            HandedThing(what=one.what, handed=one.handed, remark=one.remark) for one in said.papers
        ),
        last_receipt=_last_receipt(book, entry),
        pads=tuple(_pads(book, entry)),
        rebuilt=tuple(_rebuilt(book, entry)),
        signers=tuple(everybody[number] for number in _signers(said, recorded)),
        by_pin=recorded.envelope.signature == "pin",
        new_pin=None if said.takes_over is None else officers[said.takes_over].pin is not None,
    )


def _officer(one: queries.Officer) -> Officer:
    return Officer(name=one.name, post=one.post)


def _signers(said: HandedOver, recorded: Recorded) -> list[int]:
    """Name the old officer and the new one, and whoever signed at the screen beside or for them."""
    envelope = recorded.envelope
    own = [] if said.forced else [said.leaves]
    typed = [envelope.responsible, *envelope.countersigned] if envelope.signature == "pin" else []
    every = [*own, said.takes_over, *typed]
    return list(dict.fromkeys(number for number in every if number is not None))


def _money(book: Reading, said: HandedOver) -> Iterator[HandedMoney]:
    by_id = {account.id: account for account in accounts(book)}
    for one in said.accounts:
        if one.book or one.counted is not None:
            account = by_id[one.account]
            yield HandedMoney(
                account=account.type,
                own_name=account.name,
                book=Money(one.book, book.currency),
                counted=None if one.counted is None else Money(one.counted, book.currency),
            )


def _last_receipt(book: Reading, entry: int) -> int | None:
    row = book.driver.execute(
        "SELECT max(receipt) FROM money_line WHERE seq<=?", (entry,)
    ).fetchone()
    return None if row[0] is None else int(row[0])


def _pads(book: Reading, entry: int) -> Iterator[HandedPad]:
    for first, last, holder in book.driver.execute(
        "SELECT first, last, holder FROM pad WHERE seq<=? AND (void IS NULL OR void>?)"
        " ORDER BY first",
        (entry, entry),
    ).fetchall():
        yield HandedPad(first=first, last=last, holder=holder)


def _rebuilt(book: Reading, entry: int) -> Iterator[Period]:
    for first, last in book.driver.execute(
        "SELECT first, last FROM rebuilt_period WHERE seq<=? ORDER BY first", (entry,)
    ).fetchall():
        yield Period(date.fromisoformat(first), date.fromisoformat(last))
