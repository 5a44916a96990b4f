"""The commands. Exit status 0; 1 refused, with the reason; 2 a wrong call."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from imt_desktop.cli.answers import Answer, as_json, as_text, say
from imt_desktop.cli.printing import PAPER_NAMES, PRINTED, Wanted, write_whole
from imt_desktop.cli.showing import SHOWN
from imt_desktop.committee import queries as committee
from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Book, Reading, Recorded, Signing, Writing
from imt_desktop.journal.anchor import find
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import Problem, verify
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone
from imt_desktop.money import Currency
from imt_desktop.oversight.requests import post_all
from imt_desktop.oversight.whole import ROOMS, found, open_book
from imt_desktop.period import Month, Period, parse_day
from imt_desktop.wording.errors import sentence

cli = typer.Typer(
    name="imt-desktop", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)

BookPath = Annotated[Path, typer.Argument(metavar="BOOK", help="the book's file")]
Json = Annotated[bool, typer.Option("--json", help="answer for programs")]
Officer = Annotated[str, typer.Option("--officer", help="who is responsible: name or number")]


class _Refused(Exception):
    """Carries an error that is put into words at the end."""

    def __init__(self, error: UserError, json: bool, currency: Currency | None) -> None:
        super().__init__()
        self.error, self.json, self.currency = error, json, currency


@contextmanager
def _opened(path: Path, json: bool, *, writable: bool) -> Iterator[Book]:
    currency = None
    try:
        book = open_book(path, writable=writable)
        currency = book.currency
        try:
            yield book
        finally:
            book.close()
    except UserError as error:
        raise _Refused(error, json, currency) from error


def _read(path: Path, json: bool, job: Callable[[Reading], Answer]) -> None:
    with _opened(path, json, writable=False) as book, book.read() as reading:
        _answer(job(reading), path, json, book.now().date())


def _write(path: Path, json: bool, officer: str, job: Callable[[Any], Answer]) -> None:
    with _opened(path, json, writable=True) as book:
        who = Signing()
        if officer:
            with book.read() as reading:
                who = Signing(committee.officer(reading, officer).id)
        with book.write(who) as writing:
            answer = job(writing)
        _answer(answer, path, json, book.now().date())


def _answer(answer: Answer, path: Path, json: bool, as_of: date) -> None:
    say(as_json(answer, str(path), as_of) if json else as_text(answer))


def _booked(recorded: list[Recorded]) -> Answer:
    rows = [
        {"entry": one.seq, "kind": one.envelope.kind, "effective_on": one.on} for one in recorded
    ]
    return Answer(rows, {"entries": len(rows)})


@cli.command()
def new(
    book: BookPath,
    name: Annotated[str, typer.Option(help="name of the committee")],
    country: Annotated[str, typer.Option(help="ISO code, such as KE")],
    currency: Annotated[str, typer.Option(help="ISO code, such as KES")],
    languages: Annotated[str, typer.Option(help="one or two, such as en,sw")] = "en",
    decimals: Annotated[int, typer.Option(min=0, max=4)] = 2,
    area: str = "",
    first_month: Annotated[str, typer.Option(help="such as 2026-01; this month if not given")] = "",
    json: Json = False,
) -> None:
    """Found a new book."""
    wanted = CommitteeRequest(
        name=name,
        area=area,
        first_month=first_month or str(Month.of(date.today())),
        languages=tuple(languages.split(",")),
    )
    try:
        made = found(book, wanted, country, Currency(currency, decimals))
    except UserError as error:
        raise _Refused(error, json, None) from error
    made.close()
    answer = Answer([], {"id": made.id}, f"{book} is ready.")
    _answer(answer, book, json, date.today())


@cli.command(name="practice")
def practice_book(
    book: BookPath,
    members: Annotated[int, typer.Option(min=1, max=5000)] = 200,
    months: Annotated[int, typer.Option(min=1, max=240)] = 24,
    seed: int = 1,
    json: Json = False,
) -> None:
    """Make up a committee to practise with."""
    from imt_desktop.oversight.practice import practice  # only this command needs it

    today = date.today()
    try:
        practice(book, members_=members, months=months, seed=seed, today=today).close()
    except UserError as error:
        raise _Refused(error, json, None) from error
    _answer(Answer([], {}, f"{book} is ready. Nobody in it exists."), book, json, today)


@cli.command()
def post(book: BookPath, requests: Path, officer: Officer = "", json: Json = False) -> None:
    """Do what a file of requests (JSON lines) asks, all or nothing."""
    lines = requests.read_bytes().splitlines()
    _write(book, json, officer, lambda writing: _booked(post_all(writing, lines)))


@cli.command()
def bill(
    book: BookPath,
    month: Annotated[str, typer.Option(help="such as 2026-10")],
    officer: Officer = "",
    json: Json = False,
) -> None:
    """Bill everyone for a month."""
    _write(
        book,
        json,
        officer,
        lambda writing: _booked([bill_everyone(writing, BillEveryoneRequest(month=month))]),
    )


@cli.command()
def show(
    book: BookPath,
    what: Annotated[str, typer.Argument(help=", ".join(SHOWN))],
    first: Annotated[str, typer.Option("--from", help="first day, such as 2026-01-01")] = "",
    last: Annotated[str, typer.Option("--to", help="last day")] = "",
    json: Json = False,
) -> None:
    """Show accounts, members, arrears, the cash book, or income and expenditure."""
    if what not in SHOWN:
        raise typer.BadParameter(", ".join(SHOWN), param_hint="what")

    def job(reading: Reading) -> Answer:
        today = reading.book.now().date()
        since = parse_day(first) if first else Month.of(today).first
        until = parse_day(last) if last else max(today, since)
        return SHOWN[what](reading, Period(since, until), until if last else today)

    _read(book, json, job)


@cli.command(name="print")
def print_paper(
    book: BookPath,
    what: Annotated[str, typer.Argument(help=", ".join(PRINTED))],
    out: Annotated[Path, typer.Option(help="the file to write: .pdf or .png")],
    languages: Annotated[str, typer.Option(help="one or two, such as en,sw")] = "",
    period: Annotated[str, typer.Option(help="such as 2026-10, 2026-Q4 or 2026")] = "",
    paper: Annotated[str, typer.Option(help="A2, A3, A4, A6 or tiled")] = "",
    number: Annotated[int | None, typer.Option(help="of the receipt")] = None,
    officer: Officer = "",
    json: Json = False,
) -> None:
    """Issue a paper and write it to a file."""
    if what not in PRINTED or paper not in PAPER_NAMES or out.suffix not in (".pdf", ".png"):
        raise typer.BadParameter(f"{', '.join(PRINTED)}; {', '.join(PAPER_NAMES[1:])}; .pdf, .png")

    def job(writing: Writing) -> Answer:
        today = writing.book.now().date()
        described = committee.committee(writing)
        spoken = tuple(languages.split(",")) if languages else described and described.languages
        wanted = Wanted(
            Period.parse(period) if period else Month.of(today).period,
            spoken or ("en",),
            paper,
            number,
            today,
        )
        drawn = PRINTED[what](writing, wanted)
        if out.suffix == ".png":
            from imt_desktop.reports.paper.raster import png  # heavy: only for pictures

            drawn = png(drawn)
        write_whole(out, drawn)
        return Answer([], {"entry": writing.head().seq}, f"{out} is ready.")

    _write(book, json, officer, job)


@cli.command()
def journal(book: BookPath) -> None:
    """Print every entry, envelope and all, as JSON lines."""
    with _opened(book, False, writable=False) as opened, opened.read() as reading:
        for recorded in reading.journal():
            envelope = msgspec.to_builtins(
                msgspec.structs.asdict(recorded.envelope) | {"body": None}
            )
            envelope["body"] = msgspec.to_builtins(recorded.entry)
            envelope["hash"] = recorded.hash.hex()
            say(msgspec.json.encode(envelope).decode())


@cli.command(name="verify")
def verify_book(
    book: BookPath,
    anchor: Annotated[str, typer.Option(help="the code of a paper: CODE or CODE@ENTRY")] = "",
    json: Json = False,
) -> None:
    """Check the whole book; with a paper's code, check that paper too."""
    try:
        verdict = verify(book, ROOMS)
    except UserError as error:
        raise _Refused(error, json, None) from error
    rows = [_problem(problem) for problem in verdict.problems]
    totals: dict[str, Any] = {
        "entries": verdict.entries,
        "head": verdict.head,
        "problems": len(rows),
    }
    said = "The book is whole." if not rows else "The book is not as its journal says."
    if anchor:
        with _opened(book, json, writable=False) as opened, opened.read() as reading:
            code, _at, seq = anchor.partition("@")
            totals["anchor_entry"] = find(reading, code, int(seq) if seq.isdecimal() else None).seq
    _answer(Answer(rows, totals, said), book, json, date.today())
    if rows:
        raise typer.Exit(1)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "problem": problem.kind,
        "entry": problem.seq,
        "table": problem.table,
        "row": problem.row,
        "detail": problem.detail,
    }


@cli.command()
def rebuild(book: BookPath, json: Json = False) -> None:
    """Throw the worked-out tables away and work them out again from the journal."""
    with _opened(book, json, writable=True) as opened:
        count = rebuild_file(opened.path, ROOMS)
    _answer(Answer([], {"entries": count}, "The tables were worked out again."), book, json,
            date.today())  # fmt: skip


def main(words: list[str]) -> int:
    """Run the command line; returns the exit status."""
    try:
        status = typer.main.get_command(cli)(words, prog_name="imt-desktop", standalone_mode=False)
    except _Refused as refused:
        return _refuse(refused)
    except typer._click.exceptions.ClickException as wrong:
        wrong.show()
        return 2
    return status if isinstance(status, int) else 0


def _refuse(refused: _Refused) -> int:
    text = sentence(refused.error, Translator("en"), refused.currency)
    if refused.json:
        reason = {"kind": type(refused.error).__name__, "field": refused.error.field, "text": text}
        say(msgspec.json.encode({"error": reason}).decode())
    else:
        sys.stderr.write(text + "\n")
    return 1
