"""Names of the columns that a spreadsheet may have, and of the kinds of data in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark

FIELDS: Final[Mapping[str, str]] = {
    "number": mark("member number"),
    "name": mark("name"),
    "first_name": mark("first name"),
    "middle_name": mark("middle name"),
    "surname": mark("surname"),
    "nickname": mark("nickname"),
    "house": mark("house"),
    "old_number": mark("old number"),
    "phone": mark("telephone"),
    "zone": mark("zone"),
    "people": mark("people in the household"),
    "status": mark("state"),
    "connection_type": mark("type of connection"),
    "note": mark("note"),
    "owed": mark("owed"),
    "ahead": mark("paid ahead"),
    "balance": mark("balance"),
    "since": mark("owed since"),
    "on": mark("date"),
    "amount": mark("amount"),
    "method": mark("how it was paid"),
    "reference": mark("reference"),
    "old_receipt": mark("old receipt no."),
    "payee": mark("paid to"),
    "what": mark("what for"),
    "category": mark("kind of expense"),
    "voucher": mark("voucher number"),
}
"""Fields of rows, by their codes."""

DATA: Final[Mapping[str, str]] = {
    "members": mark("members"),
    "opening": mark("opening balances"),
    "payments": mark("payments"),
    "expenses": mark("expenses"),
}
"""Kinds of data that can be brought in."""


def field_name(code: str, tr: Translator) -> str:
    """Name a field; a code that nobody knows is shown as it is."""
    return tr.gettext(FIELDS[code]) if code in FIELDS else code


def data_name(code: str, tr: Translator) -> str:
    """Name a kind of data."""
    return tr.gettext(DATA[code]) if code in DATA else code
