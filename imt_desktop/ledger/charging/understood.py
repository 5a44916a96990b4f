"""Turning what somebody asks of a tariff into its terms, or saying what is wrong and where.

The field of an error is the path to it, with numbers from 1: ``types/1/blocks/2/to``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from imt_desktop.errors import at
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import asked, errors
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.charging.periods import is_season
from imt_desktop.ledger.charging.working_out import instalments
from imt_desktop.money import MOST_DIGITS, Currency

LAST_DAY: Final = 31
MOST_INSTALMENTS: Final = 120
MOST_DAYS: Final = 366


def known(code: str, codes: Sequence[str]) -> str:
    """Return a code of a list. Raises UnknownCodeError."""
    if code not in codes:
        raise ledger.UnknownCodeError(code, tuple(codes))
    return code


def money(currency: Currency, amount: Decimal) -> int:
    """Return an amount of nothing or more. Raises the errors of amounts, and MoneyNegativeError."""
    minor = currency.money(amount).minor
    if minor < 0:
        raise ledger.MoneyNegativeError(minor)
    return minor


def quantity(number: Decimal) -> int:
    """Return a quantity in thousandths. Raises QuantityError."""
    if not number.is_finite() or number < 0 or number.adjusted() + 4 > MOST_DIGITS:
        raise errors.QuantityError(str(number))
    thousandths = number * t.THOUSAND
    if thousandths != int(thousandths):
        raise errors.QuantityError(str(number))
    return int(thousandths)


def percent_written(percent: Decimal) -> str:
    """Write a percentage that was typed, without noughts at its end."""
    return f"{percent.normalize():f}" if percent.is_finite() else str(percent)


def share(percent: Decimal) -> int:
    """Return a share in hundredths of a per cent. Raises ShareError."""
    if not percent.is_finite() or not 0 < percent <= 100 or percent * 100 != int(percent * 100):
        raise errors.ShareError(percent_written(percent))
    return int(percent * 100)


def written(thousandths: int) -> str:
    """Write a quantity for programs: ``14`` or ``14.5``."""
    return f"{Decimal(thousandths).scaleb(-3).normalize():f}"


def types_of(currency: Currency, lines: Sequence[asked.TypeLine]) -> tuple[t.Terms, ...]:
    """Check every type of connection. Raises FeeRepeatedError and what is wrong with one."""
    seen = set[str]()
    made = []
    for number, line in enumerate(lines, 1):
        with at("types", number):
            name = line.connection_type.strip()
            with at("connection_type"):
                if not name:
                    raise ledger.TypeMissingError()
                if name in seen:
                    raise ledger.FeeRepeatedError(name)
            seen.add(name)
            made.append(_type(currency, name, line))
    return tuple(made)


def _type(currency: Currency, name: str, line: asked.TypeLine) -> t.Terms:
    with at("fixed"):
        fixed = money(currency, line.fixed)
    with at("unit"):
        if line.unit:
            known(line.unit, t.MEASURED)
        elif line.blocks or line.included:
            raise errors.UnitMissingError()
    with at("included"):
        included = quantity(line.included)
    if not (fixed or line.blocks or line.each):
        raise errors.TermsMissingError(name).beside("fixed")
    blocks = tuple(_blocks(currency, line.blocks, included))
    return t.Terms(
        connection_type=name,
        fixed=fixed,
        unit=line.unit if blocks else "",
        included=included,
        blocks=blocks,
        each=tuple(_each(currency, line.each)),
    )


def _blocks(
    currency: Currency, lines: Sequence[asked.BlockLine], included: int
) -> Iterator[t.Block]:
    """Check that blocks follow each other without overlap or hole, the last one without end."""
    reached = included
    for number, line in enumerate(lines, 1):
        with at("blocks", number):
            last = number == len(lines)
            with at("from"):
                start = reached if line.from_ is None else quantity(line.from_)
                _follows(start, reached)
            with at("to"):
                end = None if line.to is None else quantity(line.to)
                if end is not None and end <= start:
                    raise errors.BlockBackwardsError(written(start), written(end))
                if (end is None) != last:
                    raise errors.BlockOpenError(written(end or start))
            with at("price"):
                price = money(currency, line.price)
            reached = end or reached
            yield t.Block(up_to=end, price=price)


def _follows(start: int, reached: int) -> None:
    if start < reached:
        raise errors.BlockOverlapError(written(start), written(reached))
    if start > reached:
        raise errors.BlockHoleError(written(start), written(reached))


def _each(currency: Currency, lines: Sequence[asked.EachLine]) -> Iterator[t.Each]:
    seen = set[str]()
    for number, line in enumerate(lines, 1):
        with at("each", number):
            with at("unit"):
                unit = known(line.unit, t.COUNTED)
                if unit in seen:
                    raise ledger.FeeRepeatedError(unit)
                seen.add(unit)
            with at("price"):
                price = currency.money(line.price).require_positive().minor
            yield t.Each(unit=unit, price=price)


def due_of(line: asked.DueLine, every: str) -> t.Due:
    """Check when bills are due; on the last day of their period if nothing is said."""
    with at("due"):
        ways = [line.day is not None, line.days_after is not None, bool(line.seasons)]
        if sum(ways) > 1:
            raise errors.DueTwiceError().beside("seasons" if line.seasons else "days_after")
        for season in line.seasons:
            if not is_season(season):
                raise errors.DueError(season).beside("seasons")
        if line.day is not None and not 1 <= line.day <= LAST_DAY:
            raise ledger.DueDayError(line.day).beside("day")
        if not 0 <= line.months_after <= 12:
            raise errors.DueError(str(line.months_after)).beside("months_after")
        days = line.days_after
        if days is None and line.day is None and every == "week":
            days = 0
        if days is not None and not 0 <= days <= MOST_DAYS:
            raise errors.DueError(str(days)).beside("days_after")
        return t.Due(
            day=LAST_DAY if line.day is None else line.day,
            months_after=line.months_after,
            days_after=days,
            seasons=tuple(sorted(line.seasons)),
        )


def rounding_of(currency: Currency, line: asked.RoundLine | None) -> t.Rounding | None:
    """Check to which sum bills are rounded."""
    if line is None:
        return None
    with at("round"):
        with at("to"):
            step = currency.money(line.to).require_positive().minor
        with at("how"):
            return t.Rounding(step=step, how=known(line.how, t.ROUNDINGS))


def late_of(currency: Currency, line: asked.LateLine | None) -> t.LateFee | None:
    """Check what an overdue bill costs."""
    if line is None:
        return None
    with at("late"):
        if (line.amount is None) == (line.percent is None):
            raise errors.ShareOrAmountError().beside("amount")
        if not 0 <= line.grace_days <= MOST_DAYS:
            raise errors.DueError(str(line.grace_days)).beside("grace_days")
        with at("amount"):
            amount = 0
            if line.amount is not None:
                amount = currency.money(line.amount).require_positive().minor
        with at("percent"):
            part = 0 if line.percent is None else share(line.percent)
        with at("ceiling"):
            ceiling = None
            if line.ceiling is not None:
                ceiling = currency.money(line.ceiling).require_positive().minor
                if amount > ceiling:
                    raise errors.CeilingError(amount, ceiling)
        return t.LateFee(amount=amount, share=part, grace_days=line.grace_days, ceiling=ceiling)


def fines_of(currency: Currency, line: asked.FinesLine | None) -> t.Fines | None:
    """Check what absences cost."""
    if line is None:
        return None
    with at("fines", "assembly"):
        assembly = money(currency, line.assembly)
    with at("fines", "labour_day"):
        return t.Fines(assembly=assembly, labour_day=money(currency, line.labour_day))


def labour_of(currency: Currency, line: asked.LabourLine | None) -> t.LabourDays | None:
    """Check what a labour day is worth."""
    if line is None:
        return None
    with at("labour", "days"):
        if not 0 <= line.days <= MOST_DAYS:
            raise errors.QuantityError(str(line.days))
    with at("labour", "value"):
        return t.LabourDays(
            days=line.days, value=currency.money(line.value).require_positive().minor
        )


def one_offs_of(currency: Currency, lines: Sequence[asked.OneOffLine]) -> tuple[t.OneOff, ...]:
    """Check charges that are made once; each adds up to its instalments."""
    seen = set[tuple[str, str]]()
    made = []
    for number, line in enumerate(lines, 1):
        with at("one_offs", number):
            with at("item"):
                key = known(line.item, t.ONE_OFFS), line.connection_type.strip()
                if key in seen:
                    raise ledger.FeeRepeatedError(line.item)
                seen.add(key)
            made.append(_one_off(currency, line))
    return tuple(made)


def _one_off(currency: Currency, line: asked.OneOffLine) -> t.OneOff:
    with at("amount"):
        amount = currency.money(line.amount).require_positive().minor
    with at("first"):
        first = 0 if line.first is None else money(currency, line.first)
    with at("instalments"):
        fits = 1 <= line.instalments <= MOST_INSTALMENTS and line.instalments <= amount
        if not fits or (line.instalments == 1 and first not in (0, amount)):
            raise errors.InstalmentCountError(line.instalments)
        if line.instalments > 1 and amount - first < line.instalments - 1:
            raise errors.InstalmentCountError(line.instalments)
    with at("arrears_percent"):
        part = 0 if line.arrears_percent is None else share(line.arrears_percent)
    first = 0 if line.instalments == 1 else first
    assert sum(instalments(amount, first, line.instalments)) == amount
    return t.OneOff(
        item=line.item,
        connection_type=line.connection_type.strip(),
        amount=amount,
        first=first,
        instalments=line.instalments,
        arrears_share=part,
    )
