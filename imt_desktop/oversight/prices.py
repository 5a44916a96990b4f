"""Setting the water price together with the decision behind it."""

from __future__ import annotations

from collections import Counter

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.charging.periods import period_of
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.holding import Standing
from imt_desktop.ledger.tariffs import TariffRequest, adopt, types_in_use
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.period import Month


class Adopted(msgspec.Struct, frozen=True):
    """A price that was adopted, and what it was forgotten in."""

    recorded: Recorded
    lacking: tuple[tuple[str, int], ...]
    """Types without a price that connections to be billed have, and how many of them."""


def set_price(
    book: Writing,
    wanted: TariffRequest,
    decision: DecisionRequest | None,
    minute: Voucher | None = None,
) -> Adopted:
    """Write the decision down, if there is one, with a photo of its minute, and adopt its price.

    Raises what ``record_decision`` and ``adopt`` do.
    """
    if decision is not None:
        if minute is not None:
            kept = book.keep(minute.data, minute.media)
            decision = msgspec.structs.replace(decision, attachment=kept)
        recorded = record_decision(book, decision)
        assert isinstance(recorded.entry, DecisionRecorded)
        wanted = msgspec.structs.replace(wanted, decision=recorded.entry.decision)
    adopted = adopt(book, wanted)
    assert isinstance(adopted.entry, TariffAdopted)
    return Adopted(adopted, _lacking(book, adopted.entry))


def _lacking(book: Reading, price: TariffAdopted) -> tuple[tuple[str, int], ...]:
    priced = {one.connection_type for one in price.terms}
    if priced.issuperset(types_in_use(book)):
        return ()
    month = max(Month.parse(price.effective_from), Month.of(today_of(book)))
    then = Standing(book, period_of(price.every, month, month.last))
    return tuple(
        Counter(
            holders[0].type
            for holders in then.connections()
            if holders[0].type not in priced
            and any(then.why_not(one)[0] is None for one in holders)
        ).most_common()
    )
