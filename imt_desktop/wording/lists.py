"""Names of the lists that can be had as a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark

LISTS: Final[Mapping[str, str]] = {
    "year": mark("Everything in one workbook"),
    "income": mark("Money in and out"),
    "accounts": mark("Accounts"),
    "cashbook": mark("Cash book"),
    "counts": mark("Cash counts"),
    "payments": mark("Payments"),
    "expenses": mark("Expenses"),
    "bills": mark("Bills"),
    "kiosks": mark("Kiosk sales"),
    "members": mark("Members"),
    "arrears": mark("Who is behind"),
    "open": mark("Not finished"),
    "budget": mark("Budget"),
    "assets": mark("What wears out"),
    "capacity": mark("Capacity sheet"),
    "wages": mark("Wage sheet"),
    "complaints": mark("Complaints"),
    "meetings": mark("Meetings"),
    "plan": mark("Action plan"),
    "papers": mark("Papers issued before"),
    "journal": mark("Journal"),
    "statement": mark("Statement"),
}
"""By the words of the command line."""


def list_name(code: str, tr: Translator) -> str:
    """Name a list."""
    return tr.gettext(LISTS[code]) if code in LISTS else code
