"""Setting the water price together with the decision behind it."""

from __future__ import annotations

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.tariffs import TariffRequest, adopt
from imt_desktop.ledger.vouchers import Voucher


def set_price(
    book: Writing,
    wanted: TariffRequest,
    decision: DecisionRequest | None,
    minute: Voucher | None = None,
) -> Recorded:
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
    return adopt(book, wanted)
