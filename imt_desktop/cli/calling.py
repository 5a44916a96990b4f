"""How a command is called: opens the book, does the job, and replies, or refuses with the reason."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import Struct

from imt_desktop import settings
from imt_desktop.cli.answers import Answer, as_json, as_text, refusal_as_json, say, shown
from imt_desktop.committee import queries as committee
from imt_desktop.committee.errors import PinNotTypedError
from imt_desktop.committee.signing import countersign, sign_in
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Reading, Signing, Writing
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.ledger.charging.errors import StepsFirstError
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import A_YEAR, parse_day
from imt_desktop.wording.errors import sentence

BookPath = Annotated[Path, typer.Argument(metavar="BOOK", help="the book's file")]
Json = Annotated[bool, typer.Option("--json", help="answer for programs")]
Officer = Annotated[str, typer.Option("--officer", help="who is responsible: name or number")]
Second = Annotated[
    str, typer.Option("--second", help="the officer who signs beside: name or number")
]
PinStdin = Annotated[
    bool,
    typer.Option("--pin-stdin", help="read the PINs from standard input, a line each; else asked"),
]

log = logging.getLogger(__name__)

_SAID: Final[ContextVar[date | None]] = ContextVar("said", default=None)
"""The day that was said in the call, for a computer whose clock is wrong."""

_SURE: Final[ContextVar[bool]] = ContextVar("sure", default=False)
"""Whether that day is right, though it is long after the last entry."""


def say_today(today: str, sure: bool) -> None:
    """Take the day that was said in front of the command. Raises Refused where it is no day."""
    try:
        _SAID.set(parse_day(today) if today else None)
        _SURE.set(sure)
    except UserError as error:
        raise Refused(error, json=False) from error


class Who(Struct, frozen=True):
    """Who stands behind a command, by name or number, and where their PINs come from."""

    officer: str = ""
    second: str = ""
    pin_stdin: bool = False
    hands_over: bool = False
    """Whether a post is handed over, for which every post signs."""


class Refused(Exception):
    """Carries an error that is put into words at the end, and what else there is to answer."""

    def __init__(
        self,
        error: UserError,
        json: bool,
        currency: Currency | None = None,
        answer: Answer | None = None,
        place: str = "",
        status: int = 1,
        said: str = "",
    ) -> None:
        super().__init__()
        self.error, self.json, self.currency, self.answer = error, json, currency, answer
        self.place = place
        """Where in a file it is: ``tariff.toml, line 12``."""
        self.status = status
        self.said = said
        """For people in place of the error's words, where the answer has them already."""


@contextmanager
def opened(path: Path, json: bool, *, writable: bool) -> Iterator[Book]:
    """Open a book for one command; what a person can put right becomes a refusal."""
    currency = None
    try:
        book = open_book(path, writable=writable)
        currency = book.currency
        try:
            yield book
        finally:
            book.close()
    except UserError as error:
        raise Refused(error, json, currency) from error


def ask(path: Path, json: bool, job: Callable[[Reading], Answer]) -> None:
    """Reply with what a job reads from a book."""
    with opened(path, json, writable=False) as book, book.read() as reading:
        reply(job(reading), path, json, book.now().date())


def write(path: Path, json: bool, who: Who, job: Callable[[Writing], Answer]) -> None:
    """Reply with what a job wrote into a book, in one transaction."""
    with opened(path, json, writable=True) as book:
        with begun(book, who) as writing:
            answer = job(writing)
        reply(answer, path, json, book.now().date())


def begun(book: Book, who: Who) -> AbstractContextManager[Writing]:
    """Begin to write. A day is said only where the clock is behind the last entry."""
    said = _SAID.get()
    if said:
        _require_likely(book, said)
    return book.write(signing(book, who), said)


def require_clock() -> None:
    """Refuse another day for a book that is being made: it has no last entry that the clock is behind."""
    if _SAID.get() not in (None, date.today()):
        raise typer.BadParameter(
            "A new book begins on the computer's day; no other day is taken. Put the clock right first.",
            param_hint="--today",
        )


def _require_likely(book: Book, said: date) -> None:
    behind = book.clock_behind()
    if behind is None:
        if said != book.now().date():
            raise typer.BadParameter(
                "The clock is not behind the last entry, so no other day is taken.",
                param_hint="--today",
            )
    elif said - date.fromisoformat(behind.last[:10]) > A_YEAR and not _SURE.get():
        raise typer.BadParameter(
            f"{said} is more than a year after the last entry. If it is right, add --sure.",
            param_hint="--today",
        )


def signing(book: Book, who: Who) -> Signing:
    """Return who is responsible and has signed: the officers of those names or numbers, or nobody.

    In a book that has no officers yet, a name that does not sign names nobody, and that is said.
    Raises NoSuchOfficerError, and what signing in raises.
    """
    if not who.officer:
        if who.second or who.pin_stdin:
            raise typer.BadParameter("--officer")
        return Signing()
    with book.read() as reading:
        if not (who.second or who.pin_stdin or committee.officers(reading)):
            sys.stderr.write("This book has no officers yet, so the entry names nobody.\n")
            return Signing()
        first = committee.officer(reading, who.officer)
        asked = first.pin is not None and sys.stdin.isatty()
        if not (asked or who.second or who.pin_stdin):
            return Signing(first.id)
        now, both = book.now(), who.hands_over
        pin = typed_pin(first.name, who.pin_stdin)
        signed = sign_in(reading, first.id, pin, now, hands_over=both)
        if not who.second:
            return signed
        second = committee.officer(reading, who.second)
        pin = typed_pin(second.name, who.pin_stdin)
        return countersign(reading, signed, second.id, pin, now, hands_over=both)


def typed_pin(whose: str, from_stdin: bool, *, twice: bool = False) -> str:
    """Read a PIN from standard input, a line of its own, or ask for it without showing it.

    Raises PinNotTypedError where there is no such line, and nobody who could be asked.
    """
    if from_stdin:
        line = sys.stdin.readline()
        if not line:
            raise PinNotTypedError(whose)
        return line.rstrip("\r\n")
    if not sys.stdin.isatty():
        raise PinNotTypedError(whose)
    return str(
        typer.prompt(f"PIN of {whose}", hide_input=True, confirmation_prompt=twice, err=True)
    )


def reply(answer: Answer, path: Path, json: bool, as_of: date) -> None:
    """Print an answer, for programs or for people; ``as_of`` is today."""
    say(as_json(answer, str(path), answer.as_of or as_of) if json else as_text(answer))


def refuse(refused: Refused) -> int:
    """Say why something was refused; returns the exit status."""
    error = refused.error
    text = sentence(error, Translator("en"), refused.currency)
    if isinstance(error, ClockBehindError):
        text += " Say it in front of the command: --today YEAR-MONTH-DAY."
    if isinstance(error, StepsFirstError):
        text += " The request for it is “cut-off”."
    text = f"{refused.place}: {text}" if refused.place else text
    if refused.json:
        say(refusal_as_json(type(error).__name__, error.field, text, refused.answer))
        return refused.status
    if refused.answer:
        say(as_text(refused.answer))
    sys.stderr.write(shown(refused.said or text) + "\n")
    return refused.status


def admit_bug(bug: Exception, json: bool) -> int:
    """Write a bug of ours into the log and say so in one sentence; returns the exit status."""
    file = settings.places().log_file
    where = "It could not be written down."
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(file, encoding="utf-8", delay=False)
        log.addHandler(handler)
        log.propagate = False
        log.error("a bug", exc_info=bug)
        log.removeHandler(handler)
        handler.close()
        where = f"It was written down in {file}."
    except OSError:
        pass  # the sentence says so
    text = f"Something went wrong that is not your fault; nothing was saved. {where}"
    if json:
        say(refusal_as_json("Bug", None, text, None))
    else:
        sys.stderr.write(text + "\n")
    return 3
