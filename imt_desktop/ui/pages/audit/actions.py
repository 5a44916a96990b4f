"""What a person can do in an audit, where it is more than one use case: a new decision comes first."""

from __future__ import annotations

from typing import Final

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.community.audit import auditing
from imt_desktop.community.audit.auditing import AuditReadRequest, AuditRequest, FindingRequest
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.oversight import nameless
from imt_desktop.ui.changes import Changes

AUDITED: Final = Changes()
"""Nothing but audits is different."""
DECIDED: Final = Changes(settings=True)


def begin(book: Writing, wanted: tuple[AuditRequest, DecisionRequest | None]) -> Recorded:
    """Begin an audit; the decision that names the auditors is written down with it, where it is new."""
    request, new = wanted
    if new is not None:
        request = msgspec.structs.replace(request, decision=_decide(book, new))
    return auditing.begin(book, request)


def read_out(book: Writing, wanted: tuple[AuditReadRequest, DecisionRequest | None]) -> Recorded:
    """Write down that the result was read out, and first what the assembly decided, where it is new."""
    request, new = wanted
    if new is not None:
        request = msgspec.structs.replace(request, decision=_decide(book, new))
    return auditing.read_out(book, request)


def find(book: Writing, wanted: tuple[FindingRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and write the finding down."""
    request, voucher = wanted
    if voucher is not None:
        kept = book.keep(voucher.data, voucher.media)
        request = msgspec.structs.replace(request, attachment=kept)
    return nameless.write_finding(book, request)


def _decide(book: Writing, new: DecisionRequest) -> int:
    entry = record_decision(book, new).entry
    assert isinstance(entry, DecisionRecorded)
    return entry.decision
