"""``tariff``, ``readings`` and ``bill``: what members are charged, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer

from imt_desktop.cli.answers import Answer, as_table
from imt_desktop.cli.calling import (
    BookPath,
    Json,
    Officer,
    PinStdin,
    Refused,
    Second,
    Who,
    ask,
    write,
)
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.billing import (
    BillEveryoneRequest,
    LeftOut,
    Preview,
    bill_everyone,
    preview,
)
from imt_desktop.ledger.charging.entries import MetersRead
from imt_desktop.ledger.charging.explaining import ExplainedBill, bills_explained, try_bill
from imt_desktop.ledger.charging.measured import measured
from imt_desktop.ledger.charging.periods import said_period
from imt_desktop.ledger.charging.reading_file import reading_lines
from imt_desktop.ledger.charging.readings import (
    ReadingsRequest,
    look_through,
    read_meters,
    require_new,
)
from imt_desktop.ledger.charging.tariff_file import DecidedTable, TariffFile, read_tariff
from imt_desktop.ledger.charging.understood import quantity, written
from imt_desktop.ledger.charging.working_out import Less, total_of
from imt_desktop.ledger.importing.reading import read as read_file
from imt_desktop.ledger.tariffs import forms_of, tariff_for, understood
from imt_desktop.ledger.vouchers import read_voucher
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.prices import set_price
from imt_desktop.period import Period
from imt_desktop.wording.charges import all_lines, quantity_words
from imt_desktop.wording.errors import sentence
from imt_desktop.wording.readings import meter_words
from imt_desktop.wording.states import item_words, left_out_words
from imt_desktop.wording.tariffs import lacking_words

TariffPath = Annotated[
    Path, typer.Argument(metavar="FILE.toml", help="the tariff", exists=True, dir_okay=False)
]


def adopt_tariff(
    book: BookPath,
    file: TariffPath,
    decision: Annotated[
        int | None, typer.Option(help="number of the decision; in place of the file's own")
    ] = None,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Adopt a tariff from a file."""
    wanted = _tariff_of(file, decision, json)
    try:
        minute = read_voucher(wanted.photo) if wanted.photo else None
    except UserError as error:
        place = _place(file, wanted.line("decided/photo"))
        raise Refused(error, json, place=place) from error

    def job(writing: Writing) -> Answer:
        with _Placed(file, wanted, json, writing.currency):
            adopted = set_price(writing, wanted.request, wanted.decided, minute)
        recorded, entry = adopted.recorded, adopted.recorded.entry
        assert isinstance(entry, e.TariffAdopted)
        totals: dict[str, Any] = {
            "tariff": entry.tariff,
            "entry": recorded.seq,
            "effective_from": entry.effective_from,
            "decision": entry.decision,
        }
        if adopted.lacking:
            totals["notices"] = [lacking_words(adopted.lacking, Translator("en"))]
        return Answer([], totals, f"The water price from {entry.effective_from} on is adopted.")

    write(book, json, Who(officer, second, pin_stdin), job)


def _tariff_of(file: Path, decision: int | None, json: bool) -> TariffFile:
    try:
        return read_tariff(file, decision)
    except UserError as error:
        line, error.field = error.field, None
        raise Refused(error, json, place=_place(file, line)) from error


def _place(file: Path, line: str | int | None) -> str:
    return f"{file.name}, line {line}" if line else file.name


class _Placed:
    """Says at which line of the file an error belongs to."""

    def __init__(self, file: Path, wanted: TariffFile, json: bool, currency: Currency) -> None:
        self._file, self._wanted, self._json, self._currency = file, wanted, json, currency

    def __enter__(self) -> None: ...

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, UserError):
            if error.field in DecidedTable.__struct_fields__:
                error.field = f"decided/{error.field}"
            place = _place(self._file, self._wanted.line(error.field))
            raise Refused(error, self._json, self._currency, place=place) from error


def bring_readings(
    book: BookPath,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".xlsx or .csv")],
    month: Annotated[str, typer.Option(help="what they are charged for, such as 2026-10")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only show, book nothing")] = False,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Bring in readings of meters; a strange one is asked about and answered in the file."""
    try:
        workbook = read_file(file)
        numbers, lines = reading_lines(workbook, date.today())
    except UserError as error:
        raise Refused(error, json) from error
    wanted = ReadingsRequest(month=month, lines=lines)
    source = e.Source(
        file=workbook.name,
        sheet=workbook.sheets[0].name,
        kind="readings",
        sha256=workbook.sha256,
    )

    def job(writing: Writing) -> Answer:
        require_new(writing, source)
        _found, wrong = look_through(writing, wanted)
        if wrong:
            said = f"Nothing was booked: {len(wrong)} to answer or put right in the file."
            listed = _wrong(wrong, numbers, json)
            raise Refused(wrong[0], json, writing.currency, listed, said=said)
        recorded = read_meters(writing, wanted, source)
        assert isinstance(recorded.entry, MetersRead)
        return _read(recorded.entry, recorded.seq)

    if dry_run:
        _look(book, wanted, numbers, json)
    else:
        write(book, json, Who(officer, second, pin_stdin), job)


def _look(book: Path, wanted: ReadingsRequest, numbers: tuple[int, ...], json: bool) -> None:
    def job(reading: Reading) -> Answer:
        found, wrong = look_through(reading, wanted)
        rows = _read(MetersRead(lines=found), None).rows
        listed = _wrong(wrong, numbers, json)
        told = [*as_table(rows), *(listed.told or ())]
        return Answer([*rows], {"good": len(found), **listed.totals}, told=told)

    ask(book, json, job)


def _wrong(wrong: Iterable[UserError], numbers: tuple[int, ...], json: bool) -> Answer:
    """List what is wrong or asked, by the rows of the file; people are told each once."""
    tr = Translator("en")
    rows = []
    for error in wrong:
        line, _slash, field = (error.field or "").partition("/")
        row = numbers[int(line) - 1] if line.isdecimal() else None
        rows.append({"row": row, "field": field, "problem": sentence(error, tr)})
    told = [f"Row {row['row']}: {row['problem']}" for row in rows]
    totals = {"wrong": len(rows), **({"questions": rows} if json else {})}
    return Answer(rows, totals, told=told)


def _read(entry: MetersRead, seq: int | None) -> Answer:
    rows = [
        {
            "connection": line.connection,
            "on": line.on,
            "reading": written(line.value),
            "used": written(line.used),
            "how": line.how,
            "last": "" if line.last is None else written(line.last),
            "first": "" if line.first is None else written(line.first),
        }
        for line in entry.lines
    ]
    used = written(sum(line.used for line in entry.lines))
    return Answer(rows, {"readings": len(rows), "used": used, "entry": seq})


def bill(
    book: BookPath,
    month: Annotated[str, typer.Option(help="such as 2026-10; a day where bills are weekly")],
    member: Annotated[str, typer.Option(help="explain: a member's number")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="say how bills come about")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only show, book nothing")] = False,
    trial: Annotated[
        str, typer.Option("--try", metavar="TYPE", help="a test bill for an invented member")
    ] = "",
    used: Annotated[str, typer.Option(help="try: what the meter measures")] = "0",
    count: Annotated[
        list[str] | None, typer.Option(metavar="UNIT=N", help="try: such as person=6")
    ] = None,
    holders: Annotated[int, typer.Option(help="try: how many share the connection")] = 1,
    percent: Annotated[str, typer.Option(help="try: a discount, such as 35")] = "",
    tariff: Annotated[
        Path | None, typer.Option(help="try: a tariff's file that is not adopted yet")
    ] = None,
    officer: Officer = "",
    second: Second = "",
    pin_stdin: PinStdin = False,
    json: Json = False,
) -> None:
    """Bill everyone for a period; or explain bills, or try one for somebody invented."""
    if trial:
        asked = _Trial(trial, used, tuple(count or ()), holders, percent, tariff, month)
        ask(book, json, lambda reading: _try(reading, asked, json))
    elif explain and member:
        ask(book, json, lambda reading: _explained(reading, member, month))
    elif member:
        raise typer.BadParameter("--explain", param_hint="--member")
    elif explain or dry_run:
        ask(book, json, lambda reading: _previewed(reading, month, explain))
    else:
        wanted = BillEveryoneRequest(month=month)
        who = Who(officer, second, pin_stdin)
        write(book, json, who, lambda writing: _billed(writing, wanted))


def _billed(book: Writing, wanted: BillEveryoneRequest) -> Answer:
    recorded = bill_everyone(book, wanted)
    rows = [
        {
            "entry": recorded.seq,
            "kind": recorded.envelope.kind,
            "effective_on": recorded.on,
        }
    ]
    lines = recorded.entry.lines if isinstance(recorded.entry, e.Billed) else ()
    amount = Money(sum(line.amount for line in lines), book.currency)
    return Answer(rows, {"entries": 1, "bills": len(lines), "amount": amount})


def _previewed(book: Reading, month: str, explain: bool) -> Answer:
    """Show every bill that would be made, and who is left out."""
    plan = preview(book, *said_period(month))
    tr = Translator("en")
    rows: list[dict[str, Any]] = [
        {
            "number": line.number,
            "name": line.name,
            "item": line.item,
            "connection": line.connection,
            "amount": line.amount,
            **({"lines": list(all_lines(line.parts, tr, book.currency))} if explain else {}),
        }
        for line in plan.lines
    ]
    told = None
    if explain:
        told = [f"{row['number']} {row['name']}: {'; '.join(row['lines'])}" for row in rows]
    return Answer(rows, _plan_totals(plan, tr), told=told)


def _plan_totals(plan: Preview, tr: Translator) -> dict[str, Any]:
    return {
        "period": str(plan.period),
        "due_on": plan.due_on,
        "tariff": plan.tariff.id,
        "decision": plan.tariff.decision,
        "bills": len(plan.lines),
        "amount": plan.total,
        "left_out": [_left_out(one, tr) for one in plan.left_out],
    }


def _left_out(one: LeftOut, tr: Translator) -> dict[str, Any]:
    why = left_out_words(one.reason, one.since, tr)
    row = {"number": one.number, "name": one.name, "reason": one.reason, "why": why}
    return row | ({"since": one.since} if one.since else {})


def _explained(book: Reading, member: str, month: str) -> Answer:
    found = bills_explained(book, member, month)
    tr = Translator("en")
    rows = [_bill_row(book, one, tr) for one in found]
    told = [line for row in rows for line in _told(row)]
    amount = Money(sum(one.amount.minor for one in found), book.currency)
    return Answer(rows, {"bills": len(rows), "amount": amount}, told=told)


def _bill_row(book: Reading, one: ExplainedBill, tr: Translator) -> dict[str, Any]:
    tariff, decision = one.tariff, one.decision
    meter = None
    if one.connection is not None and one.period:
        meter = measured(book, one.connection, Period.parse(one.period).last)
    return {
        "entry": str(one.ref) if one.ref else None,
        "what": item_words(one.item, one.period, tr),
        "connection": one.connection,
        "due_on": one.due_on,
        "tariff": tariff.id if tariff else None,
        "tariff_from": str(tariff.effective_from) if tariff else None,
        "minute": decision.minute if decision else None,
        "decided_on": decision.decided_on if decision else None,
        "meter": meter_words(meter, tr) if meter else None,
        "lines": list(all_lines(one.parts, tr, book.currency)),
        "amount": one.amount,
    }


def _told(row: dict[str, Any]) -> Iterable[str]:
    yield f"{row['what']} ({row['entry'] or 'not made yet'}), due on {row['due_on']}:"
    yield from (f"  {line}" for line in row["lines"])
    if row["tariff"]:
        minute = f", minute {row['minute']} of {row['decided_on']}" if row["minute"] else ""
        yield f"  By the water price from {row['tariff_from']} on{minute}"
    if row["meter"]:
        yield f"  {row['meter']}"


class _Trial:
    """What an invented member is like."""

    def __init__(
        self, kind: str, used: str, counts: tuple[str, ...], holders: int, percent: str,
        tariff: Path | None, month: str,
    ) -> None:  # fmt: skip
        self.kind, self.holders, self.tariff, self.month = kind, holders, tariff, month
        self.used = _thousandths(used, "--used")
        pairs = [each.partition("=") for each in counts]
        self.counts = {unit: _thousandths(n, "--count") for unit, _mark, n in pairs}
        share = _thousandths(percent, "--percent") // 10 if percent else 0
        if share > 10_000:
            raise typer.BadParameter("0 to 100", param_hint="--percent")
        self.less = (Less("other", share, 0),) if share else ()


def _thousandths(text: str, option: str) -> int:
    try:
        return quantity(Decimal(text))
    except (InvalidOperation, UserError):
        raise typer.BadParameter(text, param_hint=option) from None


def _try(book: Reading, asked: _Trial, json: bool) -> Answer:
    """Work a bill out that nobody gets."""
    if asked.tariff is None:
        month = said_period(asked.month)[0]
        found = tariff_for(book, month)
        if found is None:
            raise ledger.NoTariffError(str(month)).beside("month")
        forms = forms_of(book, found)
    else:
        wanted = _tariff_of(asked.tariff, None, json)
        request = wanted.request
        with _Placed(asked.tariff, wanted, json, book.currency):
            forms = understood(request, book.currency, 0, draft=True)
    parts = try_bill(forms, asked.kind, asked.used, asked.counts, asked.holders, asked.less)
    tr = Translator("en")
    lines = list(all_lines(parts, tr, book.currency))
    amount = Money(total_of(parts), book.currency)
    rows = [
        {
            "what": part.what,
            "quantity": quantity_words(part.quantity, part.unit, tr) if part.unit else "",
            "amount": Money(part.amount, book.currency),
        }
        for part in parts
    ]
    totals: dict[str, Any] = {"amount": amount}
    if notices := list(_not_charged(forms, asked)):
        totals["notices"] = notices
    return Answer(rows, totals, told=lines)


def _not_charged(forms: e.TariffAdopted, asked: _Trial) -> Iterator[str]:
    """Say what was named of an invented member and changes nothing: the price does not ask for it."""
    terms = next(one for one in forms.terms if one.connection_type == asked.kind)
    charged = {one.unit for one in terms.each}
    for unit in asked.counts:
        if unit not in charged:
            yield f"{asked.kind} pays nothing by the {unit} in this price: that count changes nothing."
    if asked.used and not terms.unit:
        yield f"{asked.kind} is not metered in this price: what was used changes nothing."
