"""Kiosk sales: what was sold by meter or day sheet, against the cash that the attendant handed in.

Income is what the water was paid for: what was handed in, and the commission that the attendant kept of
it, which is a wage as well. A difference is shown and never booked away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.terms import MEASURED, THOUSAND, WHOLE, Terms
from imt_desktop.ledger.charging.understood import known, money, quantity, share, written
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    account_type,
    booking_day,
    concerning,
    named,
    of_line,
    require_connection,
)
from imt_desktop.money import Currency, Money
from imt_desktop.period import Period

LITRES: Final[Mapping[str, int]] = {"m3": 1000, "litre": 1, "jerrican": 20}
"""Litres in a unit of water."""


class KioskLine(RequestLine, frozen=True):
    """A day, or a few, of a kiosk: ``sold`` in ``unit``, or readings of its meter in ``meter``."""

    price: Decimal
    handed: Decimal
    unit: str = "jerrican"
    sold: Decimal | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    meter: str = "m3"
    commission: Decimal | None = None
    percent: Decimal | None = None
    """The commission as a share of what the water was sold for."""
    connection: int | None = None
    account: int = 1
    attendant: str = ""
    pad: str = ""
    text: str = ""
    on: date | None = None
    besides: bool = False
    """Whether it is other water than what its meter is billed for."""


class KioskRequest(Request, frozen=True, tag="kiosk-sales"):
    """Write down what kiosks sold and what was handed in."""

    lines: tuple[KioskLine, ...]
    concerns: str | None = None


class KioskSale(Struct, frozen=True):
    """A line of a kiosk's sales."""

    entry: int
    line: int
    on: date
    connection: int | None
    attendant: str
    unit: str
    sold: int
    price: Money
    expected: Money
    commission: Money
    handed: Money
    pad: str
    text: str
    """Why it differs, or what else was to be said."""

    @property
    def difference(self) -> Money:
        """What was handed in more, or less, than it should have been."""
        return self.handed + self.commission - self.expected


def sell(book: Writing, wanted: KioskRequest) -> Recorded:
    """Write down kiosk sales, all or none.

    Raises EmptyRequestError, NoSuchConnectionError, NoSuchAccountError, UnknownCodeError,
    QuantityError, SoldMissingError, KioskBackwardsError, ShareOrAmountError, CommissionError,
    KioskBilledError, PadNumberUsedError, PadNumberTwiceError and the errors of amounts.
    """
    if not wanted.lines:
        raise ledger.EmptyRequestError().beside("lines")
    lines: list[c.KioskDay] = []
    for number, line in enumerate(wanted.lines, 1):
        with of_line(number):
            lines.append(_day(book, line))
            _require_new(book, lines)
    on = max(line.on for line in lines)
    return book.append(
        c.KioskSold(lines=tuple(lines)), on=on, concerns=concerning(book, wanted.concerns)
    )


class Reckoned(Struct, frozen=True):
    """What a line comes to, in minor units; quantities in thousandths."""

    sold: int
    before: int | None
    after: int | None
    price: int
    expected: int
    commission: int
    handed: int

    @property
    def difference(self) -> int:
        """What was handed in more, or less, than it should have been."""
        return self.handed + self.commission - self.expected


def reckon(currency: Currency, line: KioskLine) -> Reckoned:
    """Work out what was sold, what that makes, and what the attendant keeps.

    Raises UnknownCodeError, QuantityError, SoldMissingError, KioskBackwardsError,
    ShareOrAmountError, CommissionError and the errors of amounts.
    """
    with named("unit"):
        unit = known(line.unit, MEASURED)
    with named("meter"):
        meter = known(line.meter, MEASURED)
    sold, before, after = _sold(line, unit, meter)
    with named("price"):
        price = currency.money(line.price).require_positive().minor
    expected = half_up(sold * price, THOUSAND)
    with named("handed"):
        handed = money(currency, line.handed)
    commission = _commission(currency, line, expected)
    return Reckoned(sold, before, after, price, expected, commission, handed)


def _day(book: Writing, line: KioskLine) -> c.KioskDay:
    if line.connection is not None:
        require_connection(book, line.connection)
        billed = billed_kiosks(book).get(line.connection)
        if billed and not line.besides:
            raise errors.KioskBilledError(billed).beside("besides")
    account_type(book, line.account)
    found = reckon(book.currency, line)
    return c.KioskDay(
        on=booking_day(book, line.on),
        connection=line.connection,
        unit=line.unit,
        sold=found.sold,
        price=found.price,
        before=found.before,
        after=found.after,
        meter=line.meter if found.before is not None else "",
        expected=found.expected,
        commission=found.commission,
        handed=found.handed,
        account=line.account,
        pad=line.pad.strip(),
        attendant=line.attendant.strip(),
        text=line.text.strip(),
    )


def billed_kiosks(book: Reading) -> dict[int, str]:
    """Return the kiosks whose meters are billed, each with the last period: a question at each sale."""
    return dict(
        book.driver.execute(
            "SELECT b.connection, max(b.period) FROM bill b WHERE b.item='fee' AND b.void IS NULL"
            " AND b.moved=0 AND b.period IS NOT NULL AND b.connection IN"
            " (SELECT connection FROM reading WHERE void IS NULL) GROUP BY 1"
        ).fetchall()
    )


def _sold(line: KioskLine, unit: str, meter: str) -> tuple[int, int | None, int | None]:
    readings = line.before is not None and line.after is not None
    if (line.sold is None) != readings or (line.before is None) != (line.after is None):
        raise errors.SoldMissingError().beside("sold")
    if line.sold is not None:
        with named("sold"):
            return quantity(line.sold), None, None
    assert line.before is not None and line.after is not None
    with named("before"):
        before = quantity(line.before)
    with named("after"):
        after = quantity(line.after)
    if after < before:
        raise errors.KioskBackwardsError(written(before), written(after)).beside("after")
    return half_up((after - before) * LITRES[meter], LITRES[unit]), before, after


def _commission(currency: Currency, line: KioskLine, expected: int) -> int:
    if line.commission is not None and line.percent is not None:
        raise errors.ShareOrAmountError().beside("commission")
    with named("commission"):
        kept = 0 if line.commission is None else money(currency, line.commission)
    if line.percent is not None:
        with named("percent"):
            kept = half_up(expected * share(line.percent), WHOLE)
    if kept > expected:
        raise errors.CommissionError(kept, expected).beside("commission")
    return kept


def _require_new(book: Reading, lines: list[c.KioskDay]) -> None:
    """A number of a day sheet is written down once."""
    pad = lines[-1].pad
    if not pad:
        return
    row = book.driver.execute(
        "SELECT seq FROM money_line WHERE pad=? AND void IS NULL", (pad,)
    ).fetchone()
    if row:
        raise ledger.PadNumberUsedError(pad, row[0]).beside("pad")
    if any(line.pad == pad for line in lines[:-1]):
        raise ledger.PadNumberTwiceError(pad).beside("pad")


def kiosk_sales(book: Reading, period: Period) -> tuple[KioskSale, ...]:
    """Return what kiosks sold in a period, the latest first."""
    rows = book.driver.execute(
        "SELECT k.seq, k.line, k.sold_on, k.connection, k.attendant, k.unit, k.sold, k.price,"
        " k.expected, k.commission, k.handed, k.pad, l.text FROM kiosk_sale k"
        " JOIN money_line l USING (seq, line) WHERE k.void IS NULL AND k.sold_on BETWEEN ? AND ?"
        " ORDER BY k.sold_on DESC, k.seq DESC, k.line",
        (period.first.isoformat(), period.last.isoformat()),
    )
    currency = book.currency
    return tuple(
        KioskSale(
            seq, line, date.fromisoformat(on), connection, attendant, unit, sold,
            Money(price, currency), Money(expected, currency), Money(commission, currency),
            Money(handed, currency), pad, text,
        )
        for seq, line, on, connection, attendant, unit, sold, price, expected, commission, handed,
        pad, text in rows
    )  # fmt: skip


def last_reading(book: Reading, connection: int) -> Decimal | None:
    """Return what a kiosk's meter said when it was read last for its sales."""
    row = book.driver.execute(
        "SELECT reading FROM kiosk_sale WHERE connection=? AND reading IS NOT NULL"
        " AND void IS NULL ORDER BY sold_on DESC, seq DESC, line DESC LIMIT 1",
        (connection,),
    ).fetchone()
    return Decimal(row[0]).scaleb(-3) if row else None


class Kiosk(Struct, frozen=True):
    """A connection that is a kiosk: what it is called, and what its meter said last."""

    connection: int
    name: str
    reading: Decimal | None


def kiosks_of(book: Reading) -> tuple[Kiosk, ...]:
    """Return the kiosks of the register."""
    rows = book.driver.execute(
        "SELECT c.id, c.label, min(m.name) FROM connection c"
        " LEFT JOIN holder h ON h.connection=c.id AND h.until_seq IS NULL"
        " LEFT JOIN member m ON m.id=h.member"
        " WHERE c.type='kiosk' AND c.void IS NULL AND c.status<>'ended' GROUP BY c.id ORDER BY c.id"
    ).fetchall()
    return tuple(
        Kiosk(number, label or name or str(number), last_reading(book, number))
        for number, label, name in rows
    )


def kiosk_price(terms: Iterable[Terms]) -> tuple[str, int]:
    """Return the unit that a tariff sells at kiosks, and its price; nothing where it says none."""
    for one in terms:
        if one.connection_type != "kiosk":
            continue
        if one.blocks:
            return one.unit, one.blocks[0].price
        for each in one.each:
            if each.unit in MEASURED:
                return each.unit, each.price
    return "jerrican", 0
