"""What a person can do with a complaint: each is one use case, with the photo kept before it."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from imt_desktop.community.complaints import dealing
from imt_desktop.community.complaints.dealing import AnswerComplaintRequest, ComplaintRequest
from imt_desktop.community.complaints.entries import ComplaintReceived
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher


def receive(book: Writing, wanted: tuple[ComplaintRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and write the complaint down."""
    request, voucher = wanted
    return dealing.receive(book, _with(book, request, voucher))


def answer(book: Writing, wanted: tuple[AnswerComplaintRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and save the answer."""
    request, voucher = wanted
    return dealing.answer(book, _with(book, request, voucher))


def received(done: Recorded) -> ComplaintReceived:
    """Return the complaint that was just written down."""
    entry = done.entry
    assert isinstance(entry, ComplaintReceived)
    return entry


R = TypeVar("R", ComplaintRequest, AnswerComplaintRequest)


def _with(book: Writing, request: R, voucher: Voucher | None) -> R:
    if voucher is None:
        return request
    return msgspec.structs.replace(request, attachment=book.keep(voucher.data, voucher.media))
