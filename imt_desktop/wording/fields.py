"""Names of the columns that a spreadsheet may have, of the kinds of data in it, and of its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.wording.kinds import connection_name, kind_name, method_name
from imt_desktop.wording.states import member_state

FIELDS: Final[Mapping[str, str]] = {
    "number": mark("member number"),
    "name": mark("name"),
    "first_name": mark("first name"),
    "middle_name": mark("middle name"),
    "surname": mark("surname"),
    "second_adult": mark("second adult"),
    "nickname": mark("nickname"),
    "house": mark("house"),
    "old_number": mark("old number"),
    "phone": mark("telephone"),
    "zone": mark("zone"),
    "people": mark("people in the household"),
    "status": mark("state"),
    "connection_type": mark("type of connection"),
    "meter": mark("meter number"),
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
    "cancelled": mark("cancelled"),
    "payee": mark("paid to"),
    "what": mark("what for"),
    "category": mark("kind of expense"),
    "voucher": mark("voucher number"),
    "member": mark("member number"),
    "value": mark("reading"),
    "read_on": mark("date"),
}
"""Fields of rows, by their codes."""

DATA: Final[Mapping[str, str]] = {
    "members": mark("members"),
    "opening": mark("opening balances"),
    "payments": mark("payments"),
    "expenses": mark("expenses"),
    "readings": mark("meter readings"),
}
"""Kinds of data that can be brought in."""


def field_name(code: str, tr: Translator) -> str:
    """Name a field; a code that nobody knows is shown as it is."""
    return tr.gettext(FIELDS[code]) if code in FIELDS else code


def data_name(code: str, tr: Translator) -> str:
    """Name a kind of data."""
    return tr.gettext(DATA[code]) if code in DATA else code


def as_title(words: str) -> str:
    """Begin words with a capital, as labels and heads do."""
    return capital(words)


def code_name(field: str, code: str, tr: Translator) -> str:
    """Say what the code of a field's word means: ``cut-off`` of a state is "Cut off"."""
    match field:
        case "status" | "note":
            return member_state(code, tr)
        case "connection_type":
            return as_title(connection_name(code, {}, tr))
        case "method":
            return method_name(code, tr)
        case "category" | "what":
            return kind_name(code, {}, tr)
        case _:
            return code
