"""``find BOOK TEXT``: members, receipts, vouchers, payees, amounts, decisions."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import BookPath, Json, ask
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.finding import Found, find
from imt_desktop.wording.finding import line_about, line_title, named_paper


def find_anything(
    book: BookPath,
    text: Annotated[str, typer.Argument(help="a name, number, payee, amount, or words of a note")],
    json: Json = False,
) -> None:
    """Find members, receipts, vouchers, payees, amounts and decisions."""
    ask(book, json, lambda reading: _answer(reading, text))


def _answer(book: Reading, text: str) -> Answer:
    tr = Translator("en")
    found = find(book, text, _amount(text, book.currency, tr), named_paper(text, tr))
    rows = [*_members(found), *_lines(book, found), *_decisions(found)]
    return Answer(rows, {"found": len(rows), "more": found.more}, _said(found, len(rows)))


def _said(found: Found, shown: int) -> str:
    if not shown:
        return "Nothing of that was found."
    return f"There are more than these {shown}: type more of it." if found.more else ""


def _amount(text: str, currency: Currency, tr: Translator) -> Money | None:
    """Read the text as an amount; None where it is none."""
    try:
        return tr.parse_amount(text, currency)
    except UserError:
        return None


def _row(what: str, entry: str, number: str, name: str, about: str, **more: Any) -> dict[str, Any]:
    return {
        "what": what,
        "entry": entry,
        "number": number,
        "name": name,
        "about": about,
        "on": more.get("on"),
        "amount": more.get("amount"),
        "cancelled": more.get("cancelled", False),
    }


def _members(found: Found) -> list[dict[str, Any]]:
    return [
        _row("member", "", one.number, one.name, one.zone, amount=one.owed - one.ahead)
        for one in found.members
    ]


def _lines(book: Reading, found: Found) -> list[dict[str, Any]]:
    tr, own = Translator("en"), own_kinds(book)
    return [
        _row(
            one.what,
            str(one.ref),
            str(one.receipt or one.voucher or ""),
            line_title(one, own, tr),
            line_about(one, own, tr),
            on=one.on,
            amount=one.amount,
            cancelled=one.void,
        )
        for one in found.lines
    ]


def _decisions(found: Found) -> list[dict[str, Any]]:
    return [
        _row("decision", "", one.minute, one.what, one.body, on=one.decided_on)
        for one in found.decisions
    ]
