"""``export BOOK FILE.xlsx``: a whole year in one workbook, or one list; and ``template``."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import BookPath, Json, Refused, opened, reply
from imt_desktop.committee import queries as committee
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.money import Currency
from imt_desktop.period import Period
from imt_desktop.reports.excel.lists import LISTS, YEAR, ListWanted, has_entries, workbook
from imt_desktop.reports.excel.templates import COLUMNS, write_template
from imt_desktop.reports.excel.write import write
from imt_desktop.reports.printing import bilingual
from imt_desktop.wording.misread import nearest_first

EVERY_LIST = (YEAR, *LISTS)


class Audience(StrEnum):
    """Who gets a workbook: the committee and its accountant, or somebody outside."""

    committee = "committee"
    county = "county"


def export(
    book: BookPath,
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="the file to write")],
    year: Annotated[int | None, typer.Option(help="this year if not given")] = None,
    only: Annotated[str, typer.Option("--list", help=", ".join(EVERY_LIST))] = YEAR,
    period: Annotated[
        str, typer.Option(help="such as 2026-10 or 2026-Q4, in place of a year")
    ] = "",
    member: Annotated[str, typer.Option(help="number of the statement's member")] = "",
    account: Annotated[int | None, typer.Option(help="of the cash book")] = None,
    audience: Annotated[
        Audience, typer.Option("--for", help="for the county words about people are left out")
    ] = Audience.committee,
    names: Annotated[
        bool | None,
        typer.Option("--names/--no-names", help="names, telephone numbers and notes, or without"),
    ] = None,
    language: Annotated[str, typer.Option(help="the committee's first if not given")] = "",
    progress: Annotated[bool, typer.Option("--progress", hidden=True)] = False,
    json: Json = False,
) -> None:
    """Write a year's workbook for an accountant or auditor, or one list of it."""
    if only not in EVERY_LIST:
        raise typer.BadParameter(nearest_first(only, EVERY_LIST), param_hint="--list")
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter(".xlsx", param_hint="FILE")
    with opened(book, json, writable=False) as held, held.read() as reading:
        described = committee.committee(reading)
        usual = described.languages[0] if described else "en"
        words = bilingual(reading, (language or usual,))
        span = Period.parse(period) if period else Period.year(year) if year is not None else None
        people = names if names is not None else audience is Audience.committee
        wanted = ListWanted(only, span, member, account, people)
        count = write(file, workbook(reading, wanted, words.main), _tell if progress else None)
        totals: dict[str, Any] = {"rows": count, "names": people}
        if span is not None and not has_entries(reading, span):
            totals["notices"] = [f"No entry of this book is of {span}."]
        answer = Answer([{"file": str(file)}], totals, f"{file} is ready.", [])
        reply(answer, book, json, held.now().date())


def template(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="the file to write")],
    kind: Annotated[str, typer.Option("--as", help=", ".join(COLUMNS))],
    language: Annotated[str, typer.Option(help="en, es, sw or fr")] = "en",
    currency: Annotated[str, typer.Option(help="ISO code, such as KES")] = "KES",
    decimals: Annotated[int, typer.Option(min=0, max=4)] = 2,
    json: Json = False,
) -> None:
    """Write an empty spreadsheet to fill in: members, opening balances, payments, expenses or readings."""
    if kind not in COLUMNS:
        raise typer.BadParameter(nearest_first(kind, COLUMNS), param_hint="--as")
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter(".xlsx", param_hint="FILE")
    try:
        write_template(file, kind, Translator(language), Currency(currency, decimals))
    except UserError as error:
        raise Refused(error, json) from error
    reply(Answer([{"file": str(file)}], {}, f"{file} is ready.", []), file, json, date.today())


def _tell(rows: int) -> None:
    """Say how far it has come, to the program that started this one."""
    sys.stderr.write(f"{rows}\n")
    sys.stderr.flush()
