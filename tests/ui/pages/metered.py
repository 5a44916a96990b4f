"""A small book where water is measured: three meters, read for four months and billed for three."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from imt_desktop.committee.describing import (
    CommitteeRequest,
    DecisionRequest,
    OfficerRequest,
)
from imt_desktop.journal import Book, Signing
from imt_desktop.ledger import billing, members
from imt_desktop.ledger.billing import BillEveryoneRequest
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.charging.readings import ReadingsRequest, read_meters
from imt_desktop.ledger.members import AdultLine, ConnectionLine, JoinRequest, MemberLine
from imt_desktop.ledger.tariffs import TariffRequest, adopt
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.founding import Answers, set_up

NAMES = ("Mwikali Nzomo", "Peter Musyoka", "Rose Ndunge")
START = (100, 200, 300)
USES = (9, 10, 12)
MONTHS = 4


def metered_book(folder: Path) -> Book:
    """Each month they use 9, 10 and 12 m³: 300 for 6, 50 for each more. This month is not read yet."""
    now = Month.of(date.today())
    start = now.shift(-MONTHS)
    committee = CommitteeRequest(name="Kiboko", first_month=str(start), languages=("en", "sw"))
    officers = (OfficerRequest(name="Amina Wanjiru", post="treasurer", since=start.first),)
    decision = DecisionRequest(minute="7", what="Water price")
    answers = Answers(committee, "KE", Currency("KES"), officers, (), decision)
    book = set_up(folder / "metered.imt", answers)
    with book.write(Signing(1)) as writing:
        tariff = {
            "name": "Metered", "effective_from": str(start), "decision": 1,
            "types": [{
                "connection_type": "household", "fixed": "300", "unit": "m3", "included": "6",
                "blocks": [{"price": "50"}],
            }],
            "late": {"amount": "50", "grace_days": 5},
            "fines": {"assembly": "100"},
            "labour": {"value": "300", "days": 4},
            "one_offs": [{"item": "meter", "amount": "900", "instalments": 3}],
        }  # fmt: skip
        adopt(writing, msgspec.convert(tariff, TariffRequest))
        lines = tuple(
            MemberLine(
                adults=(AdultLine(name=name),), zone="Hill" if at < 2 else "Lake",
                connections=(ConnectionLine(type="household"),),
            )
            for at, name in enumerate(NAMES)
        )  # fmt: skip
        members.join(writing, JoinRequest(lines=lines, on=start.first))
        for at in range(MONTHS):
            month = start.shift(at)
            read = tuple(
                ReadingLine(connection=n + 1, value=Decimal(START[n] + USES[n] * at), on=month.last)
                for n in range(3)
            )
            read_meters(writing, ReadingsRequest(month=str(month), lines=read))
            if at:
                wanted = BillEveryoneRequest(month=str(month))
                billing.bill_everyone(writing, wanted)
    return book
