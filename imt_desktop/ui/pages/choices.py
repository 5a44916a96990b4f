"""What list boxes about money offer: accounts, and kinds of money with the committee's own."""

from __future__ import annotations

from collections.abc import Iterable

from imt_desktop.ledger.accounts import Account, OwnKind
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import EXPENSE, kind_name
from imt_desktop.wording.proof import called

OWN = ""
"""Stands for a kind of money that the committee names itself."""

IN = ("grant", "donation", "interest", "kiosk", "sale", "unknown", "loan")
"""Kinds of money in that no member's bill brings."""

_NOT_OUT = ("advance", "loan-repaid", "refund")


def account_choices(desk: Desk, accounts: Iterable[Account]) -> list[Choice]:
    """Offer accounts with what lies in them."""
    tr = desk.tr
    return [Choice(f"{called(one, tr)}, {tr.money(one.balance)}", one.id) for one in accounts]


def income_choices(desk: Desk, own: Iterable[OwnKind]) -> list[Choice]:
    """Offer kinds of money in."""
    return _kinds(desk, IN, own, "in")


def expense_choices(desk: Desk, own: Iterable[OwnKind]) -> list[Choice]:
    """Offer kinds of money out, but for those that have a form of their own."""
    codes = [code for code in EXPENSE if code not in _NOT_OUT]
    return _kinds(desk, codes, own, "out")


def _kinds(
    desk: Desk, codes: Iterable[str], own: Iterable[OwnKind], direction: str
) -> list[Choice]:
    tr = desk.tr
    usual = [Choice(kind_name(code, {}, tr), code) for code in codes]
    theirs = [Choice(one.name, one.code) for one in own if one.direction == direction]
    other = Choice(kind_name("other", {}, tr), "other")
    return [*usual, *theirs, other, Choice(tr.gettext("Another kind, in your own words"), OWN)]
