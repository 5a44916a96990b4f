"""Kiosk sales: by day sheet or meter, the commission, the difference; cancelled, verified, shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.cli.showing import show_kiosks
from imt_desktop.errors import UserError
from imt_desktop.journal import Signing
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import voids
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.kiosks import (
    Kiosk,
    KioskLine,
    KioskRequest,
    kiosk_sales,
    kiosks_of,
    last_reading,
    reckon,
    sell,
)
from imt_desktop.ledger.members import AdultLine, ConnectionLine, JoinRequest, MemberLine, join
from imt_desktop.ledger.pads import pads
from imt_desktop.ledger.payments import PadRequest, register_pad
from imt_desktop.ledger.statements import income_and_expenditure
from imt_desktop.ledger.voids import VoidRequest
from imt_desktop.money import Currency
from imt_desktop.oversight.requests import post_all
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.book.charging.village import read, tariff
from tests.builders import CASH, TODAY, Desk, kes

KES = Currency("KES")
MONTH = Month.of(TODAY).period


def day(**more: Any) -> KioskLine:
    """212 jerricans at 3: 636 in all."""
    said = {"price": Decimal(3), "handed": Decimal(636), "sold": Decimal(212), **more}
    return KioskLine(**{name: value for name, value in said.items() if value is not None})


def test_a_meter_that_goes_backwards_is_not_reckoned() -> None:
    with pytest.raises(errors.KioskBackwardsError) as refused:
        reckon(KES, day(sold=None, before=Decimal(10), after=Decimal(5)))
    assert refused.value.field == "after"


def do(desk: Desk, *lines: KioskLine) -> int:
    return int(desk.do(sell, KioskRequest(lines=lines)).seq)


def cash(desk: Desk) -> Decimal:
    with desk.book.read() as reading:
        return next(one.balance.decimal for one in accounts(reading) if one.id == CASH)


def test_what_was_sold_against_what_was_handed_in(desk: Desk) -> None:
    before = cash(desk)
    do(desk, day(percent=Decimal(10), handed=Decimal("550.40"), attendant="M. N.", pad="51"))
    assert cash(desk) - before == Decimal("550.40")
    with desk.book.read() as reading:
        (one,) = kiosk_sales(reading, MONTH)
        money = income_and_expenditure(reading, MONTH)
    assert one.expected == kes(636) and one.commission == kes("63.60")
    assert one.difference == kes(-22)
    assert (one.attendant, one.pad) == ("M. N.", "51")
    # What the attendant kept is income and wage: the water brought 614, of which 63.60 are pay.
    assert money.income["kiosk"] == kes(614)
    assert money.expense["wages"] == kes("63.60")
    assert not verify(desk.book.path, ROOMS).problems


def test_a_kiosk_whose_meter_is_billed_is_asked_about(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-08", c1="100")
    read(desk, "2026-09", c1="130")
    desk.bill("2026-09")
    before = desk.entries()
    with pytest.raises(errors.KioskBilledError) as refused:
        do(desk, day(connection=1))
    assert (refused.value.field, refused.value.period) == ("1/besides", "2026-09")
    assert desk.entries() == before
    do(desk, day(connection=1, besides=True))


def test_readings_of_a_meter_are_turned_into_jerricans(desk: Desk) -> None:
    line = day(sold=None, before=Decimal("1204"), after=Decimal("1208.5"), handed=Decimal(675))
    found = reckon(KES, line)
    assert (found.sold, found.expected, found.difference) == (225_000, 67_500, 0)


def test_the_next_sheet_begins_where_the_meter_stood(desk: Desk) -> None:
    tap = ConnectionLine(type="kiosk", label="at the road")
    who = MemberLine(adults=(AdultLine(name="A. B."),), connections=(tap,))
    desk.do(join, JoinRequest(lines=(who,)))
    line = day(
        sold=None, before=Decimal(10), after=Decimal("12.5"), connection=1, handed=Decimal(375)
    )
    do(desk, line)
    with desk.book.read() as reading:
        assert last_reading(reading, 1) == Decimal("12.5")
        assert kiosks_of(reading) == (Kiosk(1, "at the road", Decimal("12.5")),)


def test_cancelling_takes_all_of_it_back(desk: Desk) -> None:
    before = cash(desk)
    seq = do(desk, day(commission=Decimal(60), handed=Decimal(500)), day(handed=Decimal(0)))
    desk.do(voids.void, VoidRequest(entry=seq, reason="typed twice"))
    assert cash(desk) == before
    with desk.book.read() as reading:
        assert kiosk_sales(reading, MONTH) == ()
        money = income_and_expenditure(reading, MONTH)
    assert not money.income.get("kiosk") and not money.expense.get("wages")
    assert not verify(desk.book.path, ROOMS).problems


@pytest.mark.parametrize(
    ("wrong", "field"),
    (
        ({"sold": None}, "sold"),
        ({"before": Decimal(1), "after": Decimal(2)}, "sold"),
        ({"sold": None, "before": Decimal(1)}, "sold"),
        ({"sold": None, "before": Decimal(9), "after": Decimal(2)}, "after"),
        ({"sold": Decimal(-1)}, "sold"),
        ({"unit": "bucket"}, "unit"),
        ({"price": Decimal(0)}, "price"),
        ({"handed": Decimal(-5)}, "handed"),
        ({"percent": Decimal(120)}, "percent"),
        ({"percent": Decimal(5), "commission": Decimal(5)}, "commission"),
        ({"commission": Decimal(700)}, "commission"),
        ({"connection": 99}, "connection"),
        ({"on": date(2099, 1, 1)}, "on"),
    ),
)
def test_a_mistake_is_beside_its_field_and_nothing_is_booked(
    desk: Desk, wrong: dict[str, Any], field: str
) -> None:
    before = desk.rows("SELECT count(*) FROM journal")
    with pytest.raises(UserError) as refused:
        do(desk, day(**wrong))
    assert str(refused.value.field).split("/")[-1] == field
    assert desk.rows("SELECT count(*) FROM journal") == before


def test_a_day_sheet_is_written_down_once_and_gaps_of_its_pad_show(desk: Desk) -> None:
    desk.do(register_pad, PadRequest(first=50, last=60, holder="kiosk"))
    do(desk, day(pad="51"), day(pad="53"))
    with pytest.raises(UserError):
        do(desk, day(pad="51"))
    with pytest.raises(UserError):
        do(desk, day(pad="54"), day(pad="54"))
    with desk.book.read() as reading:
        (pad,) = pads(reading)
    assert pad.used == (51, 53) and 52 in pad.missing


def test_posted_shown_and_rebuilt_the_same(desk: Desk) -> None:
    line = (
        b'{"kind":"kiosk-sales","lines":[{"sold":"100","price":"3","handed":"290","percent":"5"}]}'
    )
    with desk.book.write(Signing(1)) as writing:
        post_all(writing, [line])
    with desk.book.read() as reading:
        shown = show_kiosks(reading, MONTH, TODAY)
    assert shown.totals["difference"] == kes(5)
    assert not verify(desk.book.path, ROOMS).problems


@given(st.integers(0, 10**6), st.integers(1, 10**5), st.integers(0, 10_000), st.integers(0, 10**9))
def test_what_was_handed_in_and_what_is_missing_are_what_was_sold(
    sold: int, price: int, share: int, handed: int
) -> None:
    line = KioskLine(
        sold=Decimal(sold).scaleb(-3), price=Decimal(price).scaleb(-2),
        handed=Decimal(handed).scaleb(-2), percent=Decimal(share).scaleb(-2) if share else None,
    )  # fmt: skip
    found = reckon(KES, line)
    assert found.handed + found.commission - found.difference == found.expected
    assert 0 <= found.commission <= found.expected
