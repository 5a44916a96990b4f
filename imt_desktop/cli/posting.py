"""The command that does what a file of requests asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import BookPath, Json, Officer, PinStdin, Refused, Second, Who, write
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.accounts import accounts
from imt_desktop.oversight.errors import RequestError
from imt_desktop.oversight.requests import post_all
from imt_desktop.wording.kinds import account_name

Requests = Annotated[
    Path, typer.Argument(metavar="REQUESTS.jsonl", exists=True, dir_okay=False, readable=True)
]


def post(
    book: BookPath,
    requests: Requests,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Do what a file of requests (JSON lines) asks, all or nothing."""
    lines = requests.read_bytes().splitlines()
    # A text that only has the word in it gains nothing: who may sign what is asked again then.
    hands_over = any(b"handover" in line for line in lines)
    who = Who(officer, second, pin_stdin, hands_over)
    reached = 0

    def counted() -> Iterator[bytes]:
        nonlocal reached
        for reached, line in enumerate(lines, 1):  # noqa: B007
            yield line

    try:
        write(book, json, who, lambda writing: _posted(writing, counted()))
    except Refused as refused:
        if reached and not isinstance(refused.error, RequestError):
            place = [f"{requests.name}, line {reached}"] if len(lines) > 1 else []
            if (field := refused.error.field) and not json:  # there it stands beside the words
                place.append(f"“{field}”")
            refused.place = ": ".join(place)
        raise


def _posted(book: Writing, lines: Iterator[bytes]) -> Answer:
    recorded = post_all(book, lines)
    rows = [
        {"entry": one.seq, "kind": one.envelope.kind, "effective_on": one.on} for one in recorded
    ]
    totals: dict[str, Any] = {"entries": len(rows)}
    if notices := list(_overdrawn(book)):
        totals["notices"] = notices
    return Answer(rows, totals)


def _overdrawn(book: Reading) -> Iterator[str]:
    """Say where the book has less than nothing, which the window asks about before it books."""
    tr = Translator("en")
    for one in accounts(book):
        if one.balance < book.currency.zero():
            words = tr.gettext(
                "More went out of {account} than the book says was in it: {balance}."
            )
            name = one.name or account_name(one.type, {}, tr)
            yield words.format(account=name, balance=tr.money(one.balance))
