"""``import``: brings in a spreadsheet, or shows how it would be understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from msgspec import Struct
from msgspec.structs import asdict

from imt_desktop.cli.answers import Answer
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Officer,
    PinStdin,
    Refused,
    Second,
    Who,
    opened,
    reply,
    write,
)
from imt_desktop.committee.queries import committee
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.i18n.countries import telephones_begin_with_zero
from imt_desktop.journal import Reading, Writing
from imt_desktop.journal.rebuild import without_pauses
from imt_desktop.ledger.bringing_in import Wanted, bring_in
from imt_desktop.ledger.errors import BadRowsError, EmptyRequestError, FileKnownError
from imt_desktop.ledger.import_checks import checked
from imt_desktop.ledger.importing.cell_errors import (
    DateOrderUnknownError,
    DecimalMarkUnknownError,
    UnknownColumnError,
)
from imt_desktop.ledger.importing.cells import LISTED
from imt_desktop.ledger.importing.layout import choose_sheet, lay_out
from imt_desktop.ledger.importing.reading import read as read_file
from imt_desktop.ledger.importing.rows import MemberRow, Options, Question, Row, Understood
from imt_desktop.ledger.importing.sheets import Sheet, Workbook
from imt_desktop.ledger.importing.synonyms import KINDS, codes, fold
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.ledger.imports import known_since
from imt_desktop.money import Currency, total
from imt_desktop.oversight.copies import back_up
from imt_desktop.period import parse_day
from imt_desktop.wording.spreadsheets import (
    notice_sentence,
    problem_sentence,
    proven_sentence,
    skipped_words,
)

ORDERS = ("", "dmy", "mdy", "ymd")
MARKS = ("", ".", ",")


class _Asked(Struct, frozen=True):
    """The words of the call that say how a file is to be read."""

    kind: str
    sheet: str
    columns: dict[str, str]
    header_row: int | None
    dates: str
    decimal: str
    words: dict[tuple[str, str], str]
    put_zero: bool

    def read(self, workbook: Workbook, book: Reading, today: date) -> Understood:
        """Read the rows."""
        described = committee(book)
        country = described.country if described else None
        zero_first = country is not None and telephones_begin_with_zero(country)
        options = Options(
            book.currency, today, self.dates or None, self.decimal or None, self.words, zero_first,
            self.put_zero, Translator("en", country).decimal_mark,
        )  # fmt: skip
        sheet = self._sheet(workbook)
        return understand(sheet, self.kind, self.columns or None, options, self.header_row)

    def _sheet(self, workbook: Workbook) -> Sheet:
        """Return the named sheet, the only one, or the one that fits; columns by hand count."""
        if self.sheet or not self.columns:
            return choose_sheet(workbook, self.kind, self.sheet or None)
        if len(workbook.sheets) == 1:
            return workbook.sheets[0]
        for each in workbook.sheets:
            try:
                if not each.hidden and lay_out(each, self.kind, self.columns).complete:
                    return each
            except UnknownColumnError:
                continue
        return choose_sheet(workbook, self.kind)


def import_file(
    book: BookPath,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".xlsx or .csv")],
    kind: Annotated[str, typer.Option("--as", help="members, opening, payments or expenses")],
    sheet: Annotated[str, typer.Option(help="the one whose headers fit best if not given")] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="a header or a letter; B+C for names"),
    ] = None,
    on: Annotated[str, typer.Option(help="day of the balances, such as 2025-12-31")] = "",
    dates: Annotated[str, typer.Option(help="order of dates: dmy, mdy or ymd")] = "",
    decimal: Annotated[str, typer.Option(help="decimal mark of amounts: . or ,")] = "",
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--word",
            metavar="FIELD:WORD=CODE",
            help="what a word of a cell means: status:hapo=active",
        ),
    ] = None,
    header_row: Annotated[
        int | None, typer.Option("--header-row", help="row of the headers, 0 where there is none")
    ] = None,
    encoding: Annotated[str, typer.Option(help="of a .csv, such as utf-8 or cp1252")] = "",
    delimiter: Annotated[str, typer.Option(help="mark between the columns of a .csv")] = "",
    phones_agreed: Annotated[
        bool, typer.Option("--phones-agreed", help="members agreed that their numbers are kept")
    ] = False,
    put_zero: Annotated[
        bool, typer.Option("--put-zero", help="put a 0 before telephone numbers that lack it")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only show, book nothing")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="leave bad rows out")] = False,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Bring in a spreadsheet: one entry, all or nothing. A copy of the book is made before."""
    _require(kind, KINDS, "--as")
    _require(dates, ORDERS, "--dates")
    _require(decimal, MARKS, "--decimal")
    asked = _Asked(
        kind, sheet, _mapping(columns or []), header_row, dates, decimal, _words(words or []),
        put_zero,
    )  # fmt: skip
    try:
        workbook = read_file(file, encoding=encoding, delimiter=_TAB.get(delimiter, delimiter))
        day = parse_day(on) if on else None
    except UserError as error:
        raise Refused(error, json) from error
    wanted = Wanted(workbook.name, workbook.sha256, day, phones_agreed)
    if dry_run:
        with opened(book, json, writable=False) as held, held.read() as reading:
            today = held.now().date()
            seen = checked(reading, asked.read(workbook, reading, today), today)
            if before := known_since(reading, seen, wanted.sha256):
                raise FileKnownError(wanted.file, before)
            reply(_preview(seen, wanted, reading.currency, today), book, json, today)
        return

    def job(writing: Writing) -> Answer:
        rows = asked.read(workbook, writing, writing.today)
        # Rows that are all booked were all good; others are looked at before some of them are booked.
        seen = checked(writing, rows, writing.today) if skip_bad else rows
        back_up(book, "import", writing.today)
        try:
            recorded = bring_in(writing, rows, wanted, skip_bad=skip_bad)
        except UserError as error:
            seen = checked(writing, rows, writing.today)
            answer = _why(error, seen, _totals(seen, wanted, writing.currency, writing.today))
            raise Refused(error, json, writing.currency, answer) from error
        totals = {**_totals(seen, wanted, writing.currency, writing.today), "entry": recorded.seq}
        return _told(_bad_rows(seen), totals)

    with without_pauses():
        write(book, json, Who(officer, second, pin_stdin), job)


def _require(word: str, known: tuple[str, ...], option: str) -> None:
    if word not in known:
        raise typer.BadParameter(", ".join(filter(None, known)), param_hint=option)


def _mapping(columns: list[str]) -> dict[str, str]:
    pairs = [each.partition("=") for each in columns]
    if any(not field or not mark for field, mark, _column in pairs):
        raise typer.BadParameter("FIELD=COLUMN", param_hint="--map")
    return {field.strip(): column.strip() for field, _mark, column in pairs}


def _words(words: list[str]) -> dict[tuple[str, str], str]:
    """Read what words mean: ``status:hapo=active``."""
    meant = {}
    for each in words:
        where, _mark, code = each.rpartition("=")
        field, _mark, word = where.partition(":")
        if not word or code not in codes(_LISTS.get(field.strip(), "answer")):
            raise typer.BadParameter("FIELD:WORD=CODE", param_hint="--word")
        meant[field.strip(), fold(word)] = code
    return meant


_LISTS: Final = {**LISTED, "what": "category"}
"""Fields whose words can be told, and the list of their codes."""

_TAB: Final = {"tab": "\t", "\\t": "\t"}
"""How a tab can be written in a call."""


def _preview(seen: Understood, wanted: Wanted, currency: Currency, today: date) -> Answer:
    """Show every row, as understood or with what is wrong, in the order of the sheet."""
    good = [(row.row, _as_understood(row)) for row in seen.rows]
    bad = [(row["row"], row) for row in _bad_rows(seen)]
    names = dict.fromkeys(name for _number, row in (*good, *bad) for name in row)
    rows = [
        {name: row.get(name) for name in names}
        for _number, row in sorted((*good, *bad), key=lambda pair: pair[0])
    ]
    return Answer(rows, _totals(seen, wanted, currency, today))


def _told(rows: list[dict[str, Any]], totals: dict[str, Any]) -> Answer:
    return Answer(rows, totals, told=[str(row["problem"]) for row in rows])


def _why(error: UserError, seen: Understood, totals: dict[str, Any]) -> Answer | None:
    """List the bad rows, or what has to be said first; nothing where the file was known."""
    none_good = isinstance(error, EmptyRequestError) and bool(seen.bad_rows)
    if isinstance(error, BadRowsError) or none_good:
        return _told(_bad_rows(seen), totals)
    return Answer([], {"questions": totals["questions"]}) if seen.questions else None


def _as_understood(row: Row) -> dict[str, Any]:
    return asdict(row) | {"problem": ""}


def _bad_rows(seen: Understood) -> list[dict[str, Any]]:
    tr = Translator("en")
    return [
        {
            "row": problem.row,
            "column": problem.header,
            "cell": f"{problem.letter}{problem.row}" if problem.letter else "",
            "text": problem.text,
            "problem": problem_sentence(problem, tr),
        }
        for problem in seen.problems
        if not isinstance(problem.error, _WAITS)
    ]


def _totals(seen: Understood, wanted: Wanted, currency: Currency, today: date) -> dict[str, Any]:
    tr = Translator("en")
    totals: dict[str, Any] = {
        "sheet": seen.sheet.name,
        "header_row": seen.layout.header_row,
        "columns": seen.mapping,
        "good_rows": len(seen.rows),
        "bad_rows": len(seen.bad_rows),
        "passed_over": sum(each.last - each.first + 1 for each in seen.skipped),
    }
    if seen.skipped:
        totals["rows_passed_over"] = [
            f"{each.first}{f'-{each.last}' if each.last > each.first else ''}: {skipped_words(each, tr)}"
            for each in seen.skipped
        ]
    if seen.layout.unmapped:
        totals["columns_left_out"] = [one.header for one in seen.layout.unmapped]
    for name in _AMOUNTS[seen.kind]:
        found = (getattr(row, name) for row in seen.rows)
        totals[name] = total((amount for amount in found if amount), currency)
    if seen.kind == "opening":  # debts are as old as this day says
        totals["on"] = (wanted.on or today).isoformat()
    if seen.kind == "members" and not wanted.phones_agreed:
        totals["phones_left_out"] = sum(
            1 for row in seen.rows if isinstance(row, MemberRow) and row.phone
        )
    if seen.notices:
        totals["notices"] = [notice_sentence(notice, tr) for notice in seen.notices]
    if seen.proven:
        totals["seen"] = {f"--{one.about}": one.value for one in seen.proven}
        totals["notices"] = [
            *(proven_sentence(one, tr) for one in seen.proven), *totals.get("notices", ())
        ]  # fmt: skip
    if seen.questions:
        totals["questions"] = [_question(question) for question in seen.questions]
    return totals


_WAITS: Final = (DateOrderUnknownError, DecimalMarkUnknownError)
"""Rows that only wait for an answer to a question about the whole file."""

_AMOUNTS: Final = {
    "members": (),
    "opening": ("owed", "ahead"),
    "payments": ("amount",),
    "expenses": ("amount",),
}


def _question(question: Question) -> dict[str, Any]:
    return {
        "option": f"--{question.about}",
        "choices": question.choices,
        "suggested": question.suggested,
        "examples": [example.text for example in question.examples],
    }
