"""The commands. Exit status 0; 1 refused, with the reason; 2 a wrong call; 3 a bug of ours.

``verify`` has its own, those of diff and grep: 0 the book is whole, 1 something is not as it was, 2 nothing
can be said (no book there, or a code that was copied wrongly).
"""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated, Any

import msgspec
import typer
from msgspec.structs import replace

from imt_desktop.cli.answers import Answer, broken_lists, say
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Refused,
    admit_bug,
    ask,
    opened,
    refuse,
    reply,
    require_clock,
    say_today,
)
from imt_desktop.cli.charging import adopt_tariff, bill, bring_readings
from imt_desktop.cli.checking import check_anchor, read_code
from imt_desktop.cli.closing import close_month
from imt_desktop.cli.copies import COMMANDS
from imt_desktop.cli.exporting import export, template
from imt_desktop.cli.finding import find_anything
from imt_desktop.cli.importing import import_file
from imt_desktop.cli.officers import list_officers, set_pin
from imt_desktop.cli.posting import post
from imt_desktop.cli.printing import print_again, print_paper
from imt_desktop.cli.problems import row_of
from imt_desktop.cli.sampling import sample
from imt_desktop.cli.showing import LISTED, SHOWN
from imt_desktop.cli.trail import TrailAsked, show_trail
from imt_desktop.committee.describing import CommitteeRequest
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.i18n.countries import countries, known_currency
from imt_desktop.journal import Reading, Recorded
from imt_desktop.journal.errors import DamagedBookError
from imt_desktop.journal.rebuild import rebuild_whole
from imt_desktop.ledger.as_of import today_of
from imt_desktop.money import Currency
from imt_desktop.oversight.beside import verify_here
from imt_desktop.oversight.whole import ROOMS, found
from imt_desktop.period import Month, Period, parse_day
from imt_desktop.wording.copies import left_out_words, not_there_words
from imt_desktop.wording.misread import nearest_first

cli = typer.Typer(
    name="imt-desktop", no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)


@cli.callback()
def called(
    today: Annotated[
        str, typer.Option("--today", help="the day, where the computer's clock is wrong")
    ] = "",
    sure: Annotated[
        bool, typer.Option("--sure", help="take that day, though it is long after the last entry")
    ] = False,
) -> None:
    """Keep the books of a small water system, and show that they are right."""
    say_today(today, sure)


cli.command(name="import")(import_file)
cli.command(name="read-code")(read_code)
for _name, _command in COMMANDS.items():
    cli.command(name=_name)(_command)
cli.command(name="tariff")(adopt_tariff)
cli.command(name="readings")(bring_readings)
cli.command(name="bill")(bill)
cli.command(name="close")(close_month)
cli.command(name="print")(print_paper)
cli.command(name="print-again")(print_again)
cli.command(name="export")(export)
cli.command(name="template")(template)
cli.command(name="find")(find_anything)
cli.command(name="sample")(sample)
cli.command(name="officers")(list_officers)
cli.command(name="pin")(set_pin)
cli.command(name="post")(post)


@cli.command()
def new(
    book: BookPath,
    name: Annotated[str, typer.Option(help="name of the committee")],
    country: Annotated[str, typer.Option(help="ISO code, such as KE")],
    currency: Annotated[str, typer.Option(help="ISO code, such as KES")],
    languages: Annotated[str, typer.Option(help="one or two, such as en,sw")] = "en",
    decimals: Annotated[
        int | None, typer.Option(min=0, max=4, help="those of the currency if not given")
    ] = None,
    area: str = "",
    first_month: Annotated[str, typer.Option(help="such as 2026-01; this month if not given")] = "",
    json: Json = False,
) -> None:
    """Found a new book."""
    require_clock()
    if country not in countries():
        raise typer.BadParameter(f"“{country}” is no country: use its ISO code, such as KE.")
    money = known_currency(currency)
    if money is None:
        raise typer.BadParameter(f"“{currency}” is no currency: use its ISO code, such as KES.")
    if decimals is not None:
        money = Currency(currency, decimals)
    wanted = CommitteeRequest(
        name=name,
        area=area,
        first_month=first_month or str(Month.of(date.today())),
        languages=tuple(languages.split(",")),
    )
    try:
        made = found(book, wanted, country, money)
    except UserError as error:
        raise Refused(error, json, None) from error
    made.close()
    answer = Answer([], {"id": made.id}, f"{book} is ready.")
    reply(answer, book, json, date.today())


@cli.command(name="practice")
def practice_book(
    book: BookPath,
    members: Annotated[int, typer.Option(min=1, max=5000)] = 200,
    months: Annotated[int, typer.Option(min=1, max=240)] = 24,
    seed: int = 1,
    metered: Annotated[bool, typer.Option("--metered", help="water is measured by meters")] = False,
    json: Json = False,
) -> None:
    """Make up a committee to practise with."""
    from imt_desktop.oversight.practice import practice  # only this command needs it

    require_clock()
    today = date.today()
    try:
        made = practice(
            book, members_=members, months=months, seed=seed, today=today, metered=metered
        )
        made.close()
    except UserError as error:
        raise Refused(error, json, None) from error
    reply(Answer([], {}, f"{book} is ready. Nobody in it exists."), book, json, today)


@cli.command()
def show(
    book: BookPath,
    what: Annotated[str, typer.Argument(help=", ".join((*SHOWN, "trail")))],
    first: Annotated[str, typer.Option("--from", help="first day, such as 2026-01-01")] = "",
    last: Annotated[str, typer.Option("--to", help="last day")] = "",
    who: Annotated[str, typer.Option(help="trail: an officer's name or number")] = "",
    member: Annotated[str, typer.Option(help="trail: a member's number")] = "",
    kind: Annotated[str, typer.Option(help="trail: a kind of entry, such as void")] = "",
    find_text: Annotated[str, typer.Option("--find", help="trail: words to look for")] = "",
    flagged: Annotated[bool, typer.Option("--flagged", help="trail: only wrong clocks")] = False,
    before: Annotated[int | None, typer.Option(help="trail: older than this entry")] = None,
    json: Json = False,
) -> None:
    """Show accounts, members, arrears, cash book, income, budget, cost recovery, plan, or the trail."""
    if what not in (*SHOWN, "trail"):
        raise typer.BadParameter(nearest_first(what, (*SHOWN, "trail")), param_hint="what")
    if what == "trail":
        asked = TrailAsked(who, member, kind, find_text, flagged, first, last, before)
        ask(book, json, lambda reading: show_trail(reading, asked))
        return

    def job(reading: Reading) -> Answer:
        today = today_of(reading)
        asked = _ahead(first, last, today) if what == "calendar" else _so_far(first, last, today)
        answer = SHOWN[what](reading, asked, min(asked.last, today))
        return replace(answer, totals=answer.totals | broken_lists()) if what in LISTED else answer

    ask(book, json, job)


def _so_far(first: str, last: str, today: date) -> Period:
    """Return the days that are meant: without any, this month until today. Raises DateError."""
    until = parse_day(last) if last else today
    since = parse_day(first) if first else Month.of(until).first
    return Period(since, until if last else max(until, since))


def _ahead(first: str, last: str, today: date) -> Period:
    """Return the days that are meant of what is due: without any, a year from today. Raises DateError."""
    until = parse_day(last) if last else None
    since = parse_day(first) if first else min(today, until or today)
    return Period(since, until or Month.of(since).shift(12).last)


@cli.command()
def journal(book: BookPath, json: Json = False) -> None:
    """Print every entry, envelope and all, as JSON lines; as one object with --json."""
    if json:
        ask(book, json, lambda reading: Answer(list(map(_whole, reading.journal()))))
        return
    with opened(book, json, writable=False) as held, held.read() as reading:
        for recorded in reading.journal():
            say(msgspec.json.encode(_whole(recorded)).decode())


def _whole(recorded: Recorded) -> dict[str, Any]:
    """Return an entry with its envelope and its hash."""
    envelope = msgspec.to_builtins(msgspec.structs.asdict(recorded.envelope) | {"body": None})
    body = msgspec.to_builtins(recorded.entry)
    return {**envelope, "body": body, "hash": recorded.hash.hex()}


@cli.command(name="verify")
def verify_book(
    book: BookPath,
    anchor: Annotated[
        str | None, typer.Option(help="the code of a paper: CODE or CODE@ENTRY")
    ] = None,
    json: Json = False,
) -> None:
    """Check the whole book; with a paper's code, check that paper too.

    Exit status: 0 all is as it was written, 1 something is not, 2 no book, a wrong call, or a code that was
    copied wrongly.
    """
    try:
        verdict = verify_here(book)
    except DamagedBookError as error:
        raise Refused(error, json) from error
    except UserError as error:
        raise Refused(error, json, status=2) from error
    rows = [row_of(problem) for problem in verdict.problems]
    totals: dict[str, Any] = {
        "entries": verdict.entries,
        "head": verdict.head,
        "problems": len(rows),
    }
    said = "The book is whole." if not rows else "The book is not as its journal says."
    told = [*left_out_words(verdict.left_out, Translator("en"))]
    if verdict.not_there:
        totals["not_there"] = verdict.not_there
        told.append(not_there_words(verdict.not_there, Translator("en")))
    if verdict.older:
        told.append(
            "Its tables are of an earlier version; they are worked out anew when it is opened."
        )
    if verdict.cut:
        told.append("Entries were deleted: its tables still know of them.")
    if verdict.only_worked_out:
        told.append(
            "The entries follow from one another, and the tables say something else. Hold a new paper against"
            " the book first (--anchor): whoever wrote all entries anew leaves such a trace. If it agrees,"
            " rebuild works the tables out again."
        )
    if verdict.left_out:
        totals["left_out"] = verdict.left_out
    status = 1 if rows else 0
    if anchor is not None:
        checked = check_anchor(book, anchor, json)
        if json:
            totals["anchor"] = checked.facts
        told += checked.told
        status = status or checked.status
        if not rows and checked.status == 1:
            said = (
                "The book is whole in itself, but papers that were read before are not of it."
                if checked.facts["state"] == "matches"
                else "The book is whole in itself, but the paper is not of it as it now stands."
            )
    reply(Answer(rows, totals, "\n".join([said, *told])), book, json, date.today())
    if status:
        raise typer.Exit(status)


@cli.command()
def rebuild(book: BookPath, json: Json = False) -> None:
    """Throw the worked-out tables away and work them out again from a journal that is whole."""
    with opened(book, json, writable=True) as held:
        count = rebuild_whole(held.path, ROOMS)
    reply(Answer([], {"entries": count}, "The tables were worked out again."), book, json,
            date.today())  # fmt: skip


def main(words: list[str]) -> int:
    """Run the command line; returns the exit status."""
    try:
        status = typer.main.get_command(cli)(words, prog_name="imt-desktop", standalone_mode=False)
    except Refused as refused:
        return refuse(refused)
    except typer._click.exceptions.ClickException as wrong:
        wrong.show()
        return 2
    except typer.Abort:
        sys.stderr.write("It was stopped; nothing was saved.\n")
        return 1
    except BrokenPipeError:
        return 1
    except Exception as bug:
        return admit_bug(bug, "--json" in words)
    return status if isinstance(status, int) else 0
