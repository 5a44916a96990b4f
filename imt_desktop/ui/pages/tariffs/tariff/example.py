"""A made-up tariff with every form, for pictures and tests."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee.entries import Votes
from imt_desktop.committee.queries import Decision
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import Price, Tariff
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month


def every_form(currency: Currency, since: Month) -> TariffAdopted:
    """Return a tariff in which every form stands once."""
    unit = currency.unit
    household = t.Terms(
        connection_type="household", fixed=200 * unit, unit="m3", included=4 * t.THOUSAND,
        blocks=(t.Block(up_to=10 * t.THOUSAND, price=45 * unit), t.Block(up_to=None, price=70 * unit)),
    )  # fmt: skip
    kiosk = t.Terms(
        connection_type="kiosk", fixed=0, unit="jerrican",
        blocks=(t.Block(up_to=None, price=3 * unit),),
    )  # fmt: skip
    trough = t.Terms(
        connection_type="livestock", fixed=100 * unit, each=(t.Each(unit="head", price=10 * unit),)
    )
    return TariffAdopted(
        tariff=2,
        name="",
        effective_from=str(since),
        decision=2,
        every="month",
        terms=(household, kiosk, t.Terms(connection_type="institution", fixed=200 * unit), trough),
        due=t.Due(day=15, months_after=1),
        rounding=t.Rounding(step=5 * unit, how="nearest"),
        late=t.LateFee(amount=50 * unit, share=0, grace_days=15, ceiling=150 * unit),
        fines=t.Fines(assembly=200 * unit, labour_day=300 * unit),
        labour=t.LabourDays(days=4, value=300 * unit),
        one_offs=(
            t.OneOff(item="connection", connection_type="", amount=3000 * unit, first=1000 * unit,
                     instalments=5, arrears_share=0),
            t.OneOff(item="reconnection", connection_type="", amount=500 * unit, first=0,
                     instalments=1, arrears_share=7500),
        ),
    )  # fmt: skip


def price_of_every_form(currency: Currency, since: Month) -> Price:
    """Return it as a price of a history, with its decision and how it was voted."""
    forms = every_form(currency, since)
    fees = {one.connection_type: Money(one.fixed, currency) for one in forms.terms}
    before = since.shift(-3)
    decision = Decision(
        2, f"11/{before.year}", date(before.year, before.month, 17), "assembly",
        "Water price by the meter", Votes(in_favour=86, against=9, abstained=4), "00" * 32,
        "envelope 12",
    )  # fmt: skip
    return Price(Tariff(2, "", since, 2, 15, fees, 0), None, decision, 0, forms)
