"""The water price: what connections pay by their type, from a month on, as an assembly decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, structs

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.charging import asked
from imt_desktop.ledger.charging import errors as charging
from imt_desktop.ledger.charging import understood as forms
from imt_desktop.ledger.charging.periods import begins_period, period_of
from imt_desktop.ledger.charging.terms import EVERY, Terms
from imt_desktop.ledger.charging.type_names import require_no_slip
from imt_desktop.ledger.earlier import TariffAdopted1, as_adopted
from imt_desktop.ledger.kinds import CONNECTIONS
from imt_desktop.ledger.requests import Request, RequestLine, named, next_id
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month, Period

LAST_DUE_DAY = 31


class FeeLine(RequestLine, frozen=True):
    """What a connection of a type pays a month."""

    connection_type: str
    amount: Decimal


class TariffRequest(Request, frozen=True, tag="tariff"):
    """Adopt a water price from a month on: flat ``fees`` a month, or ``types`` in any form."""

    name: str
    effective_from: str
    fees: tuple[FeeLine, ...] = ()
    decision: int | None = None
    due_day: int = LAST_DUE_DAY
    types: tuple[asked.TypeLine, ...] = ()
    every: str = "month"
    due: asked.DueLine | None = None
    round: asked.RoundLine | None = None
    late: asked.LateLine | None = None
    fines: asked.FinesLine | None = None
    labour: asked.LabourLine | None = None
    one_offs: tuple[asked.OneOffLine, ...] = ()


class Tariff(Struct, frozen=True):
    """A water price that is or was in force."""

    id: int
    name: str
    effective_from: Month
    decision: int | None
    due_day: int
    fees: dict[str, Money]
    """The fixed fee by type of connection."""
    entry: int
    """The entry that adopted it."""


class Price(Struct, frozen=True):
    """A water price in its history: until when it holds, who decided it, how many bills it made."""

    tariff: Tariff
    until: Month | None
    """Its last month; None while no other price follows."""
    decision: committee.Decision | None
    bills: int
    """What a household was billed at once is one bill, of however many lines."""
    forms: e.TariffAdopted
    """All that it says."""
    replaced: bool = False
    """Whether another one holds from the same month on, so that it is never in force any more."""


def adopt(book: Writing, wanted: TariffRequest) -> Recorded:
    """Adopt a tariff, as an assembly decided it; bills of earlier months keep theirs.

    A month has one price. A second one of the same month can only add types to it, all else kept: the
    first may have been set for one type alone, and somebody may have been billed by it.

    Raises FeesMissingError, FeeRepeatedError, DueDayError, TariffDayTakenError, PeriodError,
    PeriodCutError, TypeSlipError, DecisionMissingError, NoSuchDecisionError, SecondOfficerNeededError,
    and what is wrong with its forms.
    """
    return _adopt(book, wanted, understood(wanted, book.currency, next_id(book, "tariff")))


def take_over(book: Writing, wanted: TariffRequest) -> Recorded:
    """Write down the price that holds as the book begins: its minute may be older than any that is found.

    Raises what ``adopt`` does, except for a decision that is missing.
    """
    entry = understood(wanted, book.currency, next_id(book, "tariff"), draft=True)
    return _adopt(book, wanted, entry)


def _adopt(book: Writing, wanted: TariffRequest, entry: e.TariffAdopted) -> Recorded:
    require_own_month(entry, all_forms(book))
    stands_in = "types" if wanted.types else "fees"
    require_no_slip(entry, (*CONNECTIONS, *types_in_use(book)), stands_in)
    _require_whole_periods(book, entry)
    if entry.decision is not None:
        with at("decision"):
            committee.standing_decision(book, entry.decision)
    rules.require_two(book, "tariff")
    return book.append(entry)


def require_own_month(entry: e.TariffAdopted, known: Sequence[e.TariffAdopted]) -> None:
    """Refuse a tariff of a month that has one of its own, unless it only adds types to that.

    ``known`` are the tariffs that there are, the earliest first. Raises TariffDayTakenError.
    """
    same = [one for one in known if one.effective_from == entry.effective_from]
    if same and not _adds_types(entry, same[-1]):
        raise errors.TariffDayTakenError(entry.effective_from).beside("effective_from")


def _require_whole_periods(book: Reading, entry: e.TariffAdopted) -> None:
    """Refuse what would charge a part of a year or quarter twice: by the price before, and by this one."""
    month = Month.parse(entry.effective_from)
    before = tariff_for(book, month)
    after = next((one for one in tariffs(book) if one.effective_from > month), None)
    if before is not None:
        _require_begins(forms_of(book, before).every, month)
    if after is not None:
        _require_begins(entry.every, after.effective_from)


def _require_begins(every: str, month: Month) -> None:
    if not begins_period(every, month):
        whole = period_of(every, month)
        first, last = (str(Month.of(day)) for day in (whole.first, whole.last))
        begins = str(Month.of(whole.last).shift(1))
        error = charging.PeriodCutError(str(month), first, last, begins)
        raise error.beside("effective_from")


def _adds_types(entry: e.TariffAdopted, held: e.TariffAdopted) -> bool:
    kept = structs.replace(
        entry, tariff=held.tariff, name=held.name, decision=held.decision, terms=held.terms
    )
    return kept == held and set(held.terms) < set(entry.terms)


def understood(
    wanted: TariffRequest, currency: Currency, number: int, *, draft: bool = False
) -> e.TariffAdopted:
    """Turn a request into the entry that it would make, without looking into a book.

    A draft, to be tried before the assembly, needs no decision yet. Raises the errors of its forms.
    """
    with named("effective_from"):
        month = Month.parse(wanted.effective_from)
    if wanted.fees and wanted.types:
        raise charging.FeesAndTypesError().beside("types")
    if not (wanted.fees or wanted.types):
        raise errors.FeesMissingError().beside("fees")
    if not 1 <= wanted.due_day <= LAST_DUE_DAY:
        raise errors.DueDayError(wanted.due_day).beside("due_day")
    if wanted.decision is None and not draft:
        raise charging.DecisionMissingError().beside("decision")
    with at("every"):
        every = forms.known(wanted.every, EVERY)
    if not begins_period(every, month):
        raise charging.PeriodStartError(str(month)).beside("effective_from")
    due = wanted.due or asked.DueLine(day=None if wanted.every == "week" else wanted.due_day)
    return e.TariffAdopted(
        tariff=number,
        name=wanted.name.strip(),
        effective_from=str(month),
        decision=wanted.decision,
        every=wanted.every,
        terms=_flat(wanted, currency) or forms.types_of(currency, wanted.types),
        due=forms.due_of(due, wanted.every),
        rounding=forms.rounding_of(currency, wanted.round),
        late=forms.late_of(currency, wanted.late),
        fines=forms.fines_of(currency, wanted.fines),
        labour=forms.labour_of(currency, wanted.labour),
        one_offs=forms.one_offs_of(currency, wanted.one_offs),
    )


def _flat(wanted: TariffRequest, currency: Currency) -> tuple[Terms, ...]:
    types = [fee.connection_type.strip() for fee in wanted.fees]
    for one in types:
        if types.count(one) > 1:
            raise errors.FeeRepeatedError(one).beside("fees")
    with named("fees"):
        return tuple(
            Terms(
                connection_type=name,
                fixed=currency.money(fee.amount).require_positive().minor,
            )
            for name, fee in zip(types, wanted.fees, strict=True)
        )


def forms_of(book: Reading, tariff: Tariff) -> e.TariffAdopted:
    """Return all that a tariff says, as its entry states it."""
    entry = book.recorded(tariff.entry).entry
    assert isinstance(entry, e.TariffAdopted | TariffAdopted1)
    return as_adopted(entry)


def cash_step(book: Reading, tariff: Tariff | None) -> int:
    """Return the least that is paid in cash, as the committee rounds; without a rule a unit of money."""
    rounding = forms_of(book, tariff).rounding if tariff else None
    return rounding.step if rounding else book.currency.unit


def tariffs(book: Reading) -> tuple[Tariff, ...]:
    """Return all tariffs that were not cancelled, the earliest first."""
    fees: dict[int, dict[str, Money]] = {}
    for tariff, connection_type, amount in book.driver.execute(
        "SELECT tariff, connection_type, amount FROM tariff_fee ORDER BY tariff, place"
    ):
        fees.setdefault(tariff, {})[connection_type] = Money(amount, book.currency)
    return tuple(
        Tariff(number, name, Month.parse(since), decision, due_day, fees.get(number, {}), entry)
        for number, name, since, decision, due_day, entry in book.driver.execute(
            "SELECT id, name, effective_from, decision, due_day, seq FROM tariff"
            " WHERE void IS NULL ORDER BY effective_from, seq"
        )
    )


def prices(book: Reading) -> tuple[Price, ...]:
    """Return the history of the water price, the latest first."""
    bills = dict(
        book.driver.execute(
            "SELECT tariff, count(*) FROM (SELECT DISTINCT tariff, seq, member FROM bill"
            " WHERE tariff IS NOT NULL AND moved=0 AND void IS NULL) GROUP BY tariff"
        ).fetchall()
    )
    decided = {one.id: one for one in committee.decisions(book)}
    all_of_them = tariffs(book)
    untils = [
        *(
            max(one.effective_from, then.effective_from.shift(-1))
            for one, then in pairwise(all_of_them)
        ),
        None,
    ]
    last_of = {one.effective_from: one.id for one in all_of_them}
    return tuple(
        Price(
            tariff, until, decided.get(tariff.decision or 0), bills.get(tariff.id, 0),
            forms_of(book, tariff), tariff.id != last_of[tariff.effective_from],
        )
        for tariff, until in reversed(list(zip(all_of_them, untils, strict=False)))
    )  # fmt: skip


def entries_that_billed(book: Reading, tariff: int) -> tuple[int, ...]:
    """Return the entries that made the bills of a water price."""
    rows = book.driver.execute(
        "SELECT DISTINCT seq FROM bill WHERE tariff=? AND moved=0 AND void IS NULL ORDER BY seq",
        (tariff,),
    )
    return tuple(seq for (seq,) in rows)


def next_free(book: Reading, every: str, month: Month) -> Month:
    """Return the first month, from one on, that begins a period and has no price of its own yet.

    It begins a period of the price before it, too: what is charged as a whole is not cut.
    """
    known = tariffs(book)
    taken = {one.effective_from for one in known}
    lengths = {one.effective_from: forms_of(book, one).every for one in known}

    def fits(month: Month) -> bool:
        before = [since for since in lengths if since <= month]
        held = lengths[max(before)] if before else every
        return begins_period(every, month) and begins_period(held, month)

    while month in taken or not fits(month):
        month = month.shift(1)
    return month


def all_forms(book: Reading) -> tuple[e.TariffAdopted, ...]:
    """Return all that every tariff says which was not cancelled, the earliest first."""
    return tuple(forms_of(book, one) for one in tariffs(book))


def types_in_use(book: Reading) -> tuple[str, ...]:
    """Return the types that connections have, or had a price for; the usual ones first."""
    rows = book.driver.execute(
        "SELECT type, count(*) FROM connection WHERE void IS NULL GROUP BY type UNION ALL"
        " SELECT connection_type, 0 FROM tariff_fee ORDER BY 2 DESC, 1"
    )
    return tuple(dict.fromkeys(row[0] for row in rows))


def period_in(book: Reading, month: Month, day: date | None = None) -> Period | None:
    """Return the period that is billed and that a month lies in, by the price of that month.

    Where bills are made by the week it is that of ``day``, or the month itself; None without a price.
    """
    tariff = tariff_for(book, month)
    if tariff is None:
        return None
    every = forms_of(book, tariff).every
    return month.period if every == "week" and day is None else period_of(every, month, day)


def tariff_for(book: Reading, month: Month) -> Tariff | None:
    """Return the tariff in force in a month."""
    in_force = [tariff for tariff in tariffs(book) if tariff.effective_from <= month]
    return in_force[-1] if in_force else None
