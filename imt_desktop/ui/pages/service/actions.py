"""What a person can write down with a photo: each is one use case, with the photo kept before it."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from imt_desktop.community.service import measuring, repairing
from imt_desktop.community.service.measuring import WaterTestRequest
from imt_desktop.community.service.repairing import BreakdownRequest
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.vouchers import Voucher


def break_down(book: Writing, wanted: tuple[BreakdownRequest, Voucher | None]) -> Recorded:
    """Keep the photo, if there is one, and write the breakdown down."""
    return repairing.break_down(book, _with(book, *wanted))


def test_water(book: Writing, wanted: tuple[WaterTestRequest, Voucher | None]) -> Recorded:
    """Keep the laboratory's paper, if there is one, and write the test down."""
    return measuring.test_water(book, _with(book, *wanted))


R = TypeVar("R", BreakdownRequest, WaterTestRequest)


def _with(book: Writing, request: R, voucher: Voucher | None) -> R:
    if voucher is None:
        return request
    return msgspec.structs.replace(request, attachment=book.keep(voucher.data, voucher.media))
