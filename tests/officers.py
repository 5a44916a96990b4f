"""A committee with PINs, made once and copied, since hashing a PIN takes a while on purpose."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from imt_desktop.committee import describing, pins, signing
from imt_desktop.journal import Recorded, Signing
from imt_desktop.oversight.whole import open_book
from tests.builders import Clock, Desk, book_in

TREASURER, CHAIR, SECRETARY, AUDITOR, FACILITATOR = 1, 2, 3, 4, 5
PINS = {TREASURER: "482913", CHAIR: "770415", SECRETARY: "639028", AUDITOR: "905172"}
PEOPLE = (
    ("Amina", "treasurer"), ("Joseph", "chair"), ("Grace", "secretary"), ("Rose", "auditor"),
    ("Peter", "facilitator"),
)  # fmt: skip

ALONE = Signing(TREASURER, signature="pin")
BOTH = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")


def name(desk: Desk, who: str, post: str, **more: object) -> Recorded:
    """Write down who took up a post."""
    wanted = {"since": date(2026, 1, 1), **more}
    return desk.do(
        describing.name_officer, describing.OfficerRequest(name=who, post=post, **wanted)
    )


def set_pin(desk: Desk, officer: int, pin: str, witness: int | None = None) -> Recorded:
    """Set a PIN in person, with another officer present who types theirs."""
    who = Signing(officer)
    if witness is not None:
        who = desk.see(signing.introduce, officer, witness, PINS[witness], desk.clock.now)
    with desk.book.write(who) as writing:
        return pins.set_pin(writing, officer, pin)


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp())
    desk = book_in(folder, members=3, fee=450)
    for who, post in PEOPLE:
        name(desk, who, post)
    set_pin(desk, TREASURER, PINS[TREASURER])
    for officer in (CHAIR, SECRETARY, AUDITOR):
        set_pin(desk, officer, PINS[officer], TREASURER)
    desk.book.close()
    return desk.book.path


@contextmanager
def committee_in(folder: Path) -> Iterator[Desk]:
    """Open a book with a treasurer, chair, secretary, auditor (all with PINs) and a facilitator."""
    clock = Clock()
    book = open_book(Path(shutil.copy(_template(), folder / "our.imt")), clock=clock)
    try:
        yield Desk(book, clock)
    finally:
        book.close()
