"""The way back from a tariff to what somebody would ask for it: a new tariff begins from the one in force."""

from __future__ import annotations

from decimal import Decimal

from imt_desktop.ledger.charging import asked
from imt_desktop.ledger.charging import terms as t
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import TariffRequest
from imt_desktop.money import Currency, Money


def as_request(forms: TariffAdopted, currency: Currency) -> TariffRequest:
    """Return the request that makes the same tariff again."""
    again = _Again(currency)
    return TariffRequest(
        name=forms.name,
        effective_from=forms.effective_from,
        decision=forms.decision,
        types=tuple(again.type_line(terms) for terms in forms.terms),
        every=forms.every,
        due=again.due(forms.due),
        round=again.rounding(forms.rounding),
        late=again.late(forms.late),
        fines=again.fines(forms.fines),
        labour=again.labour(forms.labour),
        one_offs=tuple(again.one_off(one) for one in forms.one_offs),
    )


def quantity_of(thousandths: int) -> Decimal:
    """Return a quantity in whole units."""
    return Decimal(thousandths).scaleb(-3)


class _Again:
    def __init__(self, currency: Currency) -> None:
        self._currency = currency

    def _money(self, minor: int) -> Decimal:
        return Money(minor, self._currency).decimal

    def type_line(self, terms: t.Terms) -> asked.TypeLine:
        return asked.TypeLine(
            connection_type=terms.connection_type,
            fixed=self._money(terms.fixed),
            unit=terms.unit,
            included=quantity_of(terms.included),
            blocks=tuple(
                asked.BlockLine(
                    price=self._money(block.price),
                    to=None if block.up_to is None else quantity_of(block.up_to),
                )
                for block in terms.blocks
            ),
            each=tuple(
                asked.EachLine(unit=one.unit, price=self._money(one.price)) for one in terms.each
            ),
        )

    def due(self, due: t.Due) -> asked.DueLine:
        if due.seasons:
            return asked.DueLine(seasons=due.seasons)
        if due.days_after is not None:
            return asked.DueLine(days_after=due.days_after)
        return asked.DueLine(day=due.day, months_after=due.months_after)

    def rounding(self, rule: t.Rounding | None) -> asked.RoundLine | None:
        return None if rule is None else asked.RoundLine(to=self._money(rule.step), how=rule.how)

    def late(self, rule: t.LateFee | None) -> asked.LateLine | None:
        if rule is None:
            return None
        return asked.LateLine(
            amount=self._money(rule.amount) if rule.amount else None,
            percent=Decimal(rule.share).scaleb(-2) if rule.share else None,
            grace_days=rule.grace_days,
            ceiling=None if rule.ceiling is None else self._money(rule.ceiling),
        )

    def fines(self, rule: t.Fines | None) -> asked.FinesLine | None:
        if rule is None:
            return None
        return asked.FinesLine(
            assembly=self._money(rule.assembly), labour_day=self._money(rule.labour_day)
        )

    def labour(self, rule: t.LabourDays | None) -> asked.LabourLine | None:
        if rule is None:
            return None
        return asked.LabourLine(value=self._money(rule.value), days=rule.days)

    def one_off(self, one: t.OneOff) -> asked.OneOffLine:
        return asked.OneOffLine(
            item=one.item,
            amount=self._money(one.amount),
            connection_type=one.connection_type,
            first=self._money(one.first) if one.first else None,
            instalments=one.instalments,
            arrears_percent=Decimal(one.arrears_share).scaleb(-2) if one.arrears_share else None,
        )
