"""``officers`` lists who may sign; ``pin`` sets a PIN in person."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec.structs import replace

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import BookPath, Json, PinStdin, ask, opened, reply, typed_pin
from imt_desktop.committee import pins, queries, rules
from imt_desktop.committee.signing import introduce, sign_in
from imt_desktop.journal import Book, Reading, Recorded, Signing


def list_officers(book: BookPath, json: Json = False) -> None:
    """List officers: post, term, what they may do, and whether this book has their PIN."""
    ask(book, json, _officers)


def _officers(book: Reading) -> Answer:
    today = book.book.now().date()
    rows = [
        {
            "officer": one.id,
            "name": one.name,
            "post": one.post,
            "role": one.role.name,
            "since": one.since,
            "until": one.last_day,
            "in_term": one.in_term(today),
            "pin": one.signs_here,
        }
        for one in queries.officers(book)
    ]
    totals = {
        "two_officers": rules.in_force(book, today),
        "expense_limit": rules.expense_limit(book, today),
    }
    return Answer(rows, totals)


def set_pin(
    book: BookPath,
    officer: Annotated[str, typer.Option("--officer", help="whose PIN: name or number")],
    witness: Annotated[
        str, typer.Option("--witness", help="the officer who is present: name or number")
    ] = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Set a PIN in person: with the old one, or with another officer who types theirs."""
    with opened(book, json, writable=True) as held:
        with held.read() as reading:
            owner = queries.officer(reading, officer)
            who = _proof(held, reading, owner, witness, pin_stdin)
        new = typed_pin(f"{owner.name}, new", pin_stdin, twice=True)
        with held.write(who) as writing:
            entry = pins.set_pin(writing, owner.id, new).seq
        reply(Answer([], {"entry": entry}, "The PIN is set."), book, json, held.now().date())


def _proof(
    book: Book, reading: Reading, owner: queries.Officer, witness: str, pin_stdin: bool
) -> Signing:
    """Ask for the witness's PIN, or for the old one; nothing for the first PIN of all.

    In a copy that came without PINs there is no old one, and whoever comes first is the first again.
    """
    if witness:
        other = queries.officer(reading, witness)
        pin = typed_pin(other.name, pin_stdin)
        return introduce(reading, owner.id, other.id, pin, book.now())
    if pins.kept(reading, owner):
        return sign_in(reading, owner.id, typed_pin(owner.name, pin_stdin), book.now())
    return replace(Signing(), responsible=owner.id)


def signers(book: Reading, recorded: Recorded) -> str:
    """Name who signed an entry, or nobody."""
    envelope = recorded.envelope
    if envelope.signature != "pin":
        return ""
    numbers = (envelope.responsible, *envelope.countersigned)
    known = (queries.by_id(book, number) for number in numbers if number is not None)
    return ", ".join(one.name for one in known if one)
