"""A tariff in plain words: what each type pays, when, and what else it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.ledger.charging.terms import (
    Block,
    Due,
    Fines,
    LabourDays,
    LateFee,
    OneOff,
    Rounding,
    Terms,
)
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.money import Currency, Money
from imt_desktop.period import parse_day
from imt_desktop.wording.charges import percent_words, quantity_words
from imt_desktop.wording.kinds import connection_name
from imt_desktop.wording.states import item_words

_NBSP: Final = "\u00a0"

EVERY: Final[Mapping[str, str]] = {
    "week": mark("every week"),
    "month": mark("every month"),
    "two-months": mark("every two months"),
    "quarter": mark("every quarter"),
    "year": mark("every year"),
}
"""How often bills are made."""

_FLAT: Final[Mapping[str, str]] = {
    "week": mark("{amount} a week"),
    "month": mark("{amount} a month"),
    "two-months": mark("{amount} for two months"),
    "quarter": mark("{amount} a quarter"),
    "year": mark("{amount} a year"),
}

_PAYER: Final[Mapping[str, str]] = {
    "week": mark("{connection}, a week"),
    "month": mark("{connection}, a month"),
    "two-months": mark("{connection}, two months"),
    "quarter": mark("{connection}, a quarter"),
    "year": mark("{connection}, a year"),
}

_A_UNIT: Final[Mapping[str, str]] = {
    "m3": mark("{price} a m³"),
    "litre": mark("{price} a litre"),
    "jerrican": mark("{price} a jerrican of 20 litres"),
    "person": mark("{price} a person"),
    "tap": mark("{price} a tap"),
    "plot": mark("{price} a plot"),
    "head": mark("{price} a head of livestock"),
    "cart": mark("{price} a cart"),
}
"""What one of something costs."""

UNITS: Final[Mapping[str, str]] = {
    "m3": mark("m³"),
    "litre": mark("litres"),
    "jerrican": mark("jerricans of 20 litres"),
    "person": mark("persons"),
    "tap": mark("taps"),
    "plot": mark("plots"),
    "head": mark("heads of livestock"),
    "cart": mark("carts"),
}
"""What is measured or counted."""

ROUNDINGS: Final[Mapping[str, str]] = {
    "nearest": mark("Bills are rounded to {amount}, up or down, whichever is nearer"),
    "up": mark("Bills are rounded up to {amount}"),
    "down": mark("Bills are rounded down to {amount}"),
}


class TariffWords:
    """Says one tariff, in one language and currency; decimals stand everywhere or nowhere."""

    def __init__(
        self,
        forms: TariffAdopted,
        tr: Translator,
        currency: Currency,
        own_names: Mapping[str, str] | None = None,
        cents: bool | None = None,
    ) -> None:
        self._forms, self._tr, self._currency = forms, tr, currency
        self._own = own_names or {}
        shown = any(minor % currency.unit for minor in _amounts(forms))
        self._cents = shown if cents is None else cents

    def money(self, minor: int) -> str:
        """Write an amount of the tariff."""
        return self._tr.money(Money(minor, self._currency), self._cents)

    def payer(self, code: str) -> str:
        """Say who pays, and for how long: ``Household, a month``."""
        name = capital(connection_name(code, self._own, self._tr))
        return self._tr.gettext(_PAYER[self._forms.every]).format(connection=name)

    def type_name(self, code: str) -> str:
        """Name a type of connection."""
        return capital(connection_name(code, self._own, self._tr))

    # What a type pays

    def short(self, terms: Terms) -> str:
        """Say what a type pays: ``up to 6 m³ KSh 300, then KSh 50 a m³``."""
        if not terms.blocks and not terms.each:
            return self._flat(terms.fixed)
        return ", ".join(self._pieces(terms))

    def line(self, terms: Terms) -> str:
        """Say who pays what: ``Household: KSh 450 a month``."""
        return self._tr.gettext("{who}: {what}").format(
            who=self.type_name(terms.connection_type), what=self.short(terms)
        )

    def lines(self) -> list[str]:
        """Say what every type pays, a line each."""
        return [self.line(terms) for terms in self._forms.terms]

    def _flat(self, minor: int) -> str:
        return self._tr.gettext(_FLAT[self._forms.every]).format(amount=self.money(minor))

    def _pieces(self, terms: Terms) -> Iterator[str]:
        yield from self._base(terms)
        yield from self._blocks(terms)
        for at, one in enumerate(terms.each):
            said = self.per_unit(one.price, one.unit)
            alone = not (terms.fixed or terms.blocks or at)
            yield said if alone else self._tr.gettext("and {price}").format(price=said)

    def _base(self, terms: Terms) -> Iterator[str]:
        tr = self._tr
        if terms.included:
            upto = self._quantity(terms.included, terms.unit)
            if terms.fixed:
                monthly = self._forms.every == "month"
                amount = self.money(terms.fixed) if monthly else self._flat(terms.fixed)
                yield tr.gettext("up to {quantity} {amount}").format(quantity=upto, amount=amount)
            else:
                yield tr.gettext("up to {quantity} free").format(quantity=upto)
        elif terms.fixed:
            yield self._flat(terms.fixed)

    def _blocks(self, terms: Terms) -> Iterator[str]:
        """The first block without a minimum begins at nothing; each other one goes on from the last."""
        for at, block in enumerate(terms.blocks):
            first = not at and not terms.included
            if first and terms.fixed:
                yield self._tr.gettext("and {price}").format(price=self._block(block, terms.unit))
            elif first:
                yield self._block(block, terms.unit)
            else:
                text = self._tr.gettext("then {price}")
                yield text.format(price=self._block(block, terms.unit))

    def _block(self, block: Block, unit: str) -> str:
        price = self.per_unit(block.price, unit)
        if block.up_to is None:
            return price
        return self._tr.gettext("{price} up to {quantity}").format(
            price=price, quantity=self._quantity(block.up_to, unit)
        )

    def _quantity(self, thousandths: int, unit: str) -> str:
        """A short quantity stays on one line."""
        said = quantity_words(thousandths, unit, self._tr)
        return said.replace(" ", _NBSP) if unit == "m3" else said

    def per_unit(self, minor: int, unit: str) -> str:
        """Say what one of something costs."""
        text = self._tr.gettext(_A_UNIT[unit]) if unit in _A_UNIT else "{price}"
        return text.format(price=self.money(minor))

    # What else it says

    def due(self) -> str:
        """Say how often bills are made and when they are due."""
        return self._tr.gettext("Bills come {every} and are due {when}").format(
            every=every_words(self._forms.every, self._tr), when=self._due(self._forms.due)
        )

    def _due(self, due: Due) -> str:
        tr = self._tr
        if due.seasons:
            days = [tr.day(parse_day(f"2023-{_usual(season)}")) for season in due.seasons]
            return tr.gettext("on the next {days}").format(days=_or(days, tr))
        if due.days_after is not None:
            if not due.days_after:
                return tr.gettext("on the last day of the period")
            return tr.ngettext(
                "{n} day after the period", "{n} days after the period", due.days_after
            ).format(n=tr.number(due.days_after))
        if due.day == 31 and not due.months_after:
            return tr.gettext("on the last day of the period")
        if self._forms.every == "month" and not due.months_after:
            return tr.gettext("on day {n} of the month").format(n=due.day)
        day = tr.gettext("on the last day") if due.day == 31 else ""
        day = day or tr.gettext("on day {n}").format(n=due.day)
        if not due.months_after:
            return tr.gettext("{day} of its last month").format(day=day)
        return tr.ngettext(
            "{day} of the month after", "{day} of the {n}th month after", due.months_after
        ).format(day=day, n=due.months_after)

    def rounding(self, rule: Rounding) -> str:
        """Say how bills are rounded."""
        return self._tr.gettext(ROUNDINGS[rule.how]).format(amount=self.money(rule.step))

    def late(self, rule: LateFee) -> str:
        """Say what a late payment costs."""
        tr = self._tr
        cost = self.money(rule.amount) if rule.amount else percent_words(rule.share, tr)
        words = tr.gettext("Paying late costs {cost} for each late bill, each time bills are made")
        said = [words.format(cost=cost)]
        if rule.grace_days:
            said.append(
                tr.ngettext("after {n} day of grace", "after {n} days of grace", rule.grace_days)
                .format(n=tr.number(rule.grace_days))
            )  # fmt: skip
        if rule.ceiling is not None:
            text = tr.gettext("never more than {amount} for a bill")
            said.append(text.format(amount=self.money(rule.ceiling)))
        return ", ".join(said)

    def fines(self, rule: Fines) -> Iterator[str]:
        """Say what it costs not to come."""
        if rule.assembly:
            text = self._tr.gettext("Absent from an assembly: {amount}")
            yield text.format(amount=self.money(rule.assembly))
        if rule.labour_day:
            text = self._tr.gettext("Absent from a labour day: {amount}")
            yield text.format(amount=self.money(rule.labour_day))

    def labour(self, rule: LabourDays) -> str:
        """Say how many labour days a household gives, and what one is worth."""
        tr = self._tr
        value = tr.gettext("a day worked lessens the bill by {amount}").format(
            amount=self.money(rule.value)
        )
        if not rule.days:
            return capital(value)
        days = tr.ngettext("{n} labour day a year", "{n} labour days a year", rule.days)
        return f"{days.format(n=tr.number(rule.days))}, {value}"

    def one_off(self, one: OneOff) -> str:
        """Say what a charge that is made once costs, and how it is paid."""
        tr = self._tr
        what = item_words(one.item, None, tr)
        if one.connection_type:
            kind = connection_name(one.connection_type, self._own, tr)
            what = tr.gettext("{what}, {connection}").format(what=what, connection=kind)
        said = [
            tr.gettext("{what}: {amount}").format(what=what, amount=self.money(one.amount)),
            *self._instalments(one),
        ]
        if one.arrears_share:
            text = tr.gettext("at least {percent} of what is owed is paid before")
            said.append(text.format(percent=percent_words(one.arrears_share, tr)))
        return ", ".join(said)

    def _instalments(self, one: OneOff) -> Iterator[str]:
        tr = self._tr
        if one.instalments < 2:
            return
        if one.first:
            rest = one.instalments - 1
            text = tr.ngettext(
                "{amount} at first and {n} instalment more",
                "{amount} at first and {n} instalments more",
                rest,
            )
            yield text.format(amount=self.money(one.first), n=tr.number(rest))
        else:
            text = tr.ngettext("in {n} instalment", "in {n} instalments", one.instalments)
            yield text.format(n=tr.number(one.instalments))

    def others(self) -> list[str]:
        """Say all that does not belong to one type, a line each: due days first."""
        forms = self._forms
        said = [self.due()]
        if forms.rounding is not None:
            said.append(self.rounding(forms.rounding))
        if forms.late is not None:
            said.append(self.late(forms.late))
        if forms.fines is not None:
            said += self.fines(forms.fines)
        if forms.labour is not None:
            said.append(self.labour(forms.labour))
        return said

    def once(self) -> list[str]:
        """Say what is charged once, a line each."""
        return [self.one_off(one) for one in self._forms.one_offs]

    def whole(self) -> list[str]:
        """Say everything, a line each."""
        return [*self.lines(), *self.once(), *self.others()]


def terms_words(
    terms: Terms, every: str, tr: Translator, currency: Currency, cents: bool | None = None
) -> str:
    """Say what a type pays, without the rest of its tariff; ``cents`` shows decimals everywhere."""
    alone = TariffAdopted(
        tariff=0, name="", effective_from="", decision=None, every=every, terms=(terms,),
        due=Due(day=31),
    )  # fmt: skip
    return TariffWords(alone, tr, currency, cents=cents).short(terms)


def lacking_words(lacking: Sequence[tuple[str, int]], tr: Translator) -> str:
    """Say which types that connections have were given no price; nothing where all have one."""
    if not lacking:
        return ""
    said = (
        tr.ngettext("{type}, {n} connection", "{type}, {n} connections", n).format(
            type=connection_name(kind, {}, tr), n=tr.number(n)
        )
        for kind, n in lacking
    )
    return tr.gettext("No price for: {connection}").format(connection="; ".join(said))


def every_words(code: str, tr: Translator) -> str:
    """Say how often bills are made."""
    return tr.gettext(EVERY[code])


def unit_words(code: str, tr: Translator) -> str:
    """Name what is measured or counted."""
    return tr.gettext(UNITS[code]) if code in UNITS else code


def _usual(season: str) -> str:
    """A day of a usual year: it is only said."""
    return "02-28" if season == "02-29" else season


def _or(words: Sequence[str], tr: Translator) -> str:
    if len(words) < 2:
        return "".join(words)
    *others, last = words
    return tr.gettext("{some} or {last}").format(some=", ".join(others), last=last)


def _amounts(forms: TariffAdopted) -> Iterator[int]:
    for terms in forms.terms:
        yield terms.fixed
        yield from (block.price for block in terms.blocks)
        yield from (one.price for one in terms.each)
    for one in forms.one_offs:
        yield from (one.amount, one.first)
    if forms.late is not None:
        yield from (forms.late.amount, forms.late.ceiling or 0)
    if forms.fines is not None:
        yield from (forms.fines.assembly, forms.fines.labour_day)
    if forms.labour is not None:
        yield forms.labour.value
    if forms.rounding is not None:
        yield forms.rounding.step
