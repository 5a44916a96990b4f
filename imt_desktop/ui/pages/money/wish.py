"""What another page asks this one to begin."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.period import Month


class PaperWish(Struct, frozen=True):
    """The bank's paper of a day, to be held against the book."""

    on: date


class CashBookWish(Struct, frozen=True):
    """The cash book of a month: of one account, or of all together."""

    month: Month
    account: int | None = None
