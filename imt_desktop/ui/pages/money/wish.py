"""What another page asks this one to begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from imt_desktop.period import Month


@dataclass(frozen=True, slots=True)
class PaperWish:
    """The bank's paper of a day, to be held against the book."""

    on: date


@dataclass(frozen=True, slots=True)
class CashBookWish:
    """The cash book of a month: of one account, or of all together."""

    month: Month
    account: int | None = None
