"""Where the tariff workshop begins: today's price, who is charged, what a year costs, who really pays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.periods import period_of
from imt_desktop.ledger.charging.terms import WHOLE, Terms
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.charging.worksheet import Worksheet
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.recovery.assets import yearly
from imt_desktop.ledger.recovery.cost import SET_ASIDE, billed_and_paid, running_costs
from imt_desktop.ledger.recovery.reserve import reserves
from imt_desktop.ledger.recovery.workshop import PERIODS, Plan, bill
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.ledger.tariffs import Tariff, forms_of, tariff_for
from imt_desktop.period import Month, Period

YEAR: Final = 12
PARTS: Final = 10
"""Into how many parts households are sorted by what they use."""

FIRST: Final = "household"


class Seen(Struct, frozen=True):
    """What the book knows, to begin a workshop with."""

    plan: Plan
    """Today's price, and the last 12 months."""
    period: Period | None
    """The whole months that the costs are of; None where none is over yet."""
    tariff: Tariff | None
    paid_known: bool
    """Whether anything was due in the last 12 months; otherwise all are thought to pay."""
    others: tuple[tuple[str, int], ...]
    """Other types of connection, and how many there are of each."""
    counted: bool
    """Whether anything is charged by number (heads, persons): that is among what others pay."""

    @property
    def months(self) -> int:
        """How many months the costs are of."""
        return len(tuple(self.period.months())) if self.period else 0


def seen(book: Reading, day: date) -> Seen:
    """Read where a workshop begins on a day."""
    month = Month.of(day)
    tariff = tariff_for(book, month)
    forms = forms_of(book, tariff) if tariff else None
    every = forms.every if forms else "month"
    counts = _connections(book)
    terms = {one.connection_type: one for one in forms.terms} if forms else {}
    main = max(terms, key=lambda kind: (counts.get(kind, 0), kind == FIRST), default=FIRST)
    mine = terms.get(main, Terms(connection_type=main, fixed=0))
    rest = tuple((kind, counts[kind]) for kind in terms if kind != main and counts.get(kind))
    period = _last_year(book, month)
    share = _share(book, day)
    unforeseen = sum(one.yearly.minor for one in reserves(book))
    numbered = _by_number(book, forms, day) if forms else {}
    households = counts.get(main, 0)
    plan = Plan(
        terms=mine,
        every=every,
        households=households,
        share=WHOLE if share is None else share,
        set_aside=_whole(book, yearly(book).minor + unforeseen),
        costs=_costs(book, period),
        others=sum(_brings(book, terms[kind], count, every, month) for kind, count in rest)
        + sum(numbered.values()) * PERIODS[every],
        uses=_uses(book, mine, month),
        kiosks=_kiosks(book, period),
        by_number=half_up(numbered.get(main, 0), households) if households else 0,
    )
    return Seen(
        plan, period, tariff, share is not None, rest, any(one.each for one in terms.values())
    )


def _connections(book: Reading) -> dict[str, int]:
    return dict(
        book.driver.execute(
            "SELECT type, count(*) FROM connection WHERE void IS NULL AND status='active' GROUP BY 1"
        ).fetchall()
    )


def _last_year(book: Reading, month: Month) -> Period | None:
    """Return the last 12 whole months, or as many as the book has."""
    row = book.driver.execute(
        "SELECT min(month) FROM account_month WHERE kind NOT IN ('move','opening')"
    ).fetchone()
    if not row[0]:
        return None
    first = max(Month.parse(row[0]), month.shift(-YEAR))
    last = month.shift(-1)
    return Period(first.first, last.last) if first <= last else None


def _costs(book: Reading, period: Period | None) -> tuple[tuple[str, int], ...]:
    """Return what a year costs by group."""
    expense = income_and_expenditure(book, period).expense if period else {}
    return tuple(
        (group, _of_year(book, amount.minor, period))
        for group, amount in running_costs(book, expense).items()
        if group not in SET_ASIDE
    )


def _kiosks(book: Reading, period: Period | None) -> int:
    """Return what kiosks take in a year, with what attendants keep of it, which is among the wages."""
    income = income_and_expenditure(book, period).income if period else {}
    return _of_year(book, income["kiosk"].minor, period) if "kiosk" in income else 0


def _of_year(book: Reading, amount: int, period: Period | None) -> int:
    """Reckon fewer months up to twelve."""
    months = len(tuple(period.months())) if period else YEAR
    return _whole(book, half_up(max(0, amount) * YEAR, months))


def _whole(book: Reading, amount: int) -> int:
    """Round to a whole unit of the currency: nobody weighs cents of a year."""
    unit = book.currency.unit
    return half_up(amount, unit) * unit


def _share(book: Reading, day: date) -> int | None:
    """Return how much is paid of the fees that fell due within 12 months; None where none did.

    In whole per cent and never more than is paid, as the cost page says it: who reckons after the
    workshop by hand comes to its sums.
    """
    due = Period(Month.of(day).shift(-YEAR).first, day)
    billed, paid = billed_and_paid(book, due, "due_on")
    return paid * 100 // billed * (WHOLE // 100) if billed else None


def _brings(book: Reading, terms: Terms, count: int, every: str, month: Month) -> int:
    """Return what connections of a type pay in a year at a price, by what their meters said lately.

    One that was not read yet pays what is due without any use.
    """
    metered = _metered(book, terms.connection_type, month)
    year = PERIODS[every]
    unread = max(0, count - len(metered)) * bill(terms, 0) * year
    return unread + sum(
        half_up(sum(bill(terms, used) for used in periods) * year, len(periods))
        for periods in metered
    )


def _by_number(book: Reading, forms: TariffAdopted, day: date) -> dict[str, int]:
    """Return what each type pays by number (persons, heads, jerricans) in this period, or in the last."""
    now = period_of(forms.every, Month.of(day), day)
    last = now.first - timedelta(days=1)
    sheets = [
        Worksheet(book, forms, one) for one in (now, period_of(forms.every, Month.of(last), last))
    ]
    holders: dict[tuple[int, str], list[int]] = {}
    for connection, kind, member in book.driver.execute(
        "SELECT c.id, c.type, h.member FROM connection c JOIN holder h ON h.connection=c.id"
        " AND h.until_seq IS NULL WHERE c.void IS NULL AND c.status='active' ORDER BY 1, 3"
    ):
        holders.setdefault((connection, kind), []).append(member)
    found: dict[str, int] = {}
    for (connection, kind), mine in holders.items():
        if kind in sheets[0].terms:
            paid = (_each(sheet, connection, kind, mine) for sheet in sheets)
            found[kind] = found.get(kind, 0) + next(filter(None, paid), 0)
    return found


def _each(sheet: Worksheet, connection: int, kind: str, holders: Sequence[int]) -> int:
    parts = sheet.parts(connection, kind, holders)
    return sum(part.amount for part in parts if part.what == "each")


def _uses(book: Reading, terms: Terms, month: Month) -> tuple[int, ...]:
    """Sort the metered connections of a type into ten parts by what they use in a period."""
    metered = _metered(book, terms.connection_type, month)
    used = sorted(half_up(sum(periods), len(periods)) for periods in metered)
    parts = min(PARTS, len(used))
    cuts = [used[len(used) * at // parts : len(used) * (at + 1) // parts] for at in range(parts)]
    return tuple(half_up(sum(cut), len(cut)) for cut in cuts)


def _metered(book: Reading, kind: str, month: Month) -> list[list[int]]:
    """Return what each connection of a type used in every period of the last 12 months that was read."""
    rows = book.driver.execute(
        "SELECT r.connection, sum(r.used) FROM reading r JOIN connection c ON c.id=r.connection"
        " WHERE c.type=? AND c.status='active' AND c.void IS NULL AND r.void IS NULL"
        " AND r.through BETWEEN ? AND ? AND r.how NOT IN ('first', 'unread')"
        " GROUP BY r.connection, r.through ORDER BY r.connection",
        (kind, month.shift(-YEAR).first.isoformat(), month.last.isoformat()),
    )
    return [[used for _, used in mine] for _, mine in groupby(rows, key=itemgetter(0))]
