"""What another page wishes to see on the page Notices; it knows no papers, and is read in a moment."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.journal import Ref
from imt_desktop.period import Period


class Wish(Struct, frozen=True):
    """A paper that another page asks for, as far as it knows what about."""

    paper: str
    period: Period | None = None
    member: str = ""
    account: int | None = None
    expense: Ref | None = None
    """The line by which money went out."""
    tariff: int | None = None
    """Of a tariff's poster; the newest one if not given."""
    complaint: int | None = None
    """Of a complaint's slip."""
    step: str = ""
    """Of a round's blank sheets; all of them if not given."""
    meeting: int | None = None
    """Of an invitation, a list of who comes, or minutes."""
    request: int | None = None
    """Of a letter that asks for help."""
