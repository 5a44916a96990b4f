"""Kinds of money in and out, as the codes that entries and postings carry.

A posting's kind is ``in:…``, ``out:…``, ``move`` or ``opening``. A committee adds its own codes.
"""

from functools import cache
from typing import Final

INCOME: Final = (
    "fee", "connection", "reconnection", "fine", "sale", "ahead", "unknown", "grant", "donation",
    "interest", "kiosk", "contribution", "loan", "other",
)  # fmt: skip

EXPENSE: Final = (
    "fuel", "electricity", "wages", "repairs", "parts", "treatment", "transport", "office",
    "meetings", "charges", "licences", "rent", "renewal", "asset", "support", "advance",
    "loan-repaid", "loan-interest", "refund", "other",
)  # fmt: skip

ACCOUNT_TYPES: Final = ("cash", "bank", "mobile", "reserve")

BILL_ITEMS: Final = (
    "fee", "connection", "reconnection", "transfer", "meter", "contribution", "fine", "late", "other",
)  # fmt: skip

_INCOME_OF_ITEM: Final = {
    "opening": "fee", "other": "sale", "late": "fine", "transfer": "sale", "meter": "connection",
}  # fmt: skip

UNKNOWN: Final = "unknown"
KNOWN_LATER: Final = "known-later"
"""Money in that was not yet known whose, and has been given to its member since: for reading only."""

OPEN_INCOME: Final = (UNKNOWN, "loan")
"""Income that something is left to do about: to find out whose it is, or to pay it back."""

OWED: Final = ("owed", "loan")
"""What we owe: expenses not paid yet, and loans."""

MOVE: Final = "move"
OPENING: Final = "opening"
DIFFERENCE: Final = "difference"
"""What a count differed, booked by an assembly's decision; nobody can choose it for anything else."""


@cache
def income(code: str) -> str:
    """Return a posting's kind for a kind of income."""
    return f"in:{code}"


@cache
def expense(code: str) -> str:
    """Return a posting's kind for a category of expense."""
    return f"out:{code}"


def income_of_bill(item: str) -> str:
    """Return the kind of income that a paid bill is; old debts count as fees."""
    return _INCOME_OF_ITEM.get(item, item)


MEMBER_STATES: Final = ("active", "cut-off", "left")

GENDERS: Final = ("woman", "man", "")
"""Of the grown-ups of a household, so that women are on the register; empty where nobody asked."""

CONNECTIONS: Final = (
    "household", "yard", "shared", "kiosk", "institution", "business", "livestock",
)  # fmt: skip
"""Types of connection; a committee adds its own."""

CONNECTION_STATES: Final = ("active", "cut-off", "ended")

CLOSED_FOR: Final = ("leak", "wish", "empty", "other")
"""For what a connection is closed, where not for what is owed."""
