"""How a bill was worked out, line by line in words; and what is asked about a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.charging.errors import ReadingAskedError
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.charging.working_out import CEILING, ChargePart, total_of
from imt_desktop.ledger.errors import OfConnectionError
from imt_desktop.money import Currency, Money
from imt_desktop.wording.kinds import connection_name

GROUPS: Final[Mapping[str, str]] = {
    "elderly": mark("elderly"),
    "disabled": mark("disabled"),
    "poor": mark("poor household"),
    "widow": mark("widow"),
    "carer": mark("carer"),
    "migrant": mark("away for work"),
    "other": mark("other"),
}
"""For whom somebody pays less."""

GATHERINGS: Final[Mapping[str, str]] = {
    "assembly": mark("Absent from the assembly of {day}: {amount}"),
    "labour-day": mark("Absent from the labour day of {day}: {amount}"),
}
"""What somebody did not come to."""

QUESTIONS: Final[Mapping[str, str]] = {
    "unread": mark(
        "The meter of connection {connection} was not read. Estimate {usual} from its past?"
    ),
    "backwards": mark(
        "The meter of connection {connection} goes backwards, from {was} to {reads}. Was it replaced, was the reading before wrong, or did it begin again at nothing?"
    ),
    "still": mark(
        "The meter of connection {connection} stands still at {reads}; {usual} is usual. Was nobody there, or is it stuck?"
    ),
    "turned": mark(
        "If the meter of connection {connection} began again at nothing, {reads} were used since {was}; {usual} is usual. Is that so?"
    ),
    "overcharged": mark(
        "The meter of connection {connection} says {reads}, but all is charged up to {was} already. Do you correct its bills that were too high, so that it counts from here, or is nothing charged until it says {was}?"
    ),
    "far": mark(
        "The meter of connection {connection} went from {was} to {reads}; {usual} is usual. Is that right? Perhaps there is a leak."
    ),
    "ended": mark(
        "The old meter of connection {connection} ended at {reads}, but all is charged up to {was} already. Do you correct its bills that were too high, so that it counts from here, or is nothing charged until that is made good?"
    ),
    "swapped": mark(
        "The old and the new meter of connection {connection} used {reads} together; {usual} is usual. Is that so?"
    ),
}
"""What is asked about a reading."""

WITHOUT_USUAL: Final[Mapping[str, str]] = {
    "unread": mark(
        "The meter of connection {connection} was not read, and nothing is known of its use. Charge none?"
    ),
    "still": mark(
        "The meter of connection {connection} stands still at {reads}. Was nobody there, or is it stuck?"
    ),
    "turned": mark(
        "If the meter of connection {connection} began again at nothing, {reads} were used since {was}. Is that so?"
    ),
}
"""What is asked where no use is known yet."""


_SEVERAL: Final = 2
"""Late fees from which on they are counted."""


class Explaining:
    """Puts the parts of a bill into words, in one language and currency."""

    def __init__(self, parts: Sequence[ChargePart], tr: Translator, currency: Currency) -> None:
        self._parts, self._tr, self._currency = parts, tr, currency
        sums = (part.amount for part in parts)
        prices = (part.price for part in parts if part.what in ("block", "each"))
        self._cents = any(minor % currency.unit for minor in (*sums, *prices))

    def lines(self) -> list[str]:
        """Return one line for each part of the bill; what is measured is one line together.

        Of what nobody has ("0 carts"), nothing is said where there is anything else.
        """
        there = [part for part in self._parts if part.quantity or part.what != "each"]
        parts = there or self._parts
        measured = [part for part in parts if part.what in ("minimum", "block")]
        rest = [part for part in parts if part.what not in ("minimum", "block")]
        before = [part for part in rest if part.what == "fixed"]
        after = [part for part in rest if part.what != "fixed"]
        lines = [self._line(part) for part in before]
        if measured:
            lines.append(self._measured(measured))
        return [*lines, *(self._line(part) for part in after)]

    def sum(self) -> str:
        """Write what the bill comes to."""
        return self._money(total_of(self._parts))

    def _money(self, minor: int) -> str:
        return self._tr.money(Money(minor, self._currency), self._cents)

    def _measured(self, parts: Sequence[ChargePart]) -> str:
        """Say how much was used: "9 m³: 7 within the minimum of S/ 15.00, 2 at S/ 2.50 = S/ 20.00"."""
        tr = self._tr
        used = sum(part.quantity for part in parts)
        said = [self._piece(part) for part in parts]
        return tr.gettext("{quantity}: {pieces} = {amount}").format(
            quantity=quantity_words(used, parts[0].unit, tr),
            pieces=", ".join(said),
            amount=self._money(total_of(parts)),
        )

    def _piece(self, part: ChargePart) -> str:
        tr, number = self._tr, number_words(part.quantity, self._tr)
        if part.what == "block":
            return tr.gettext("{n} at {price}").format(n=number, price=self._money(part.price))
        if not part.amount:
            return tr.gettext("{n} free").format(n=number)
        return tr.gettext("{n} within the minimum of {amount}").format(
            n=number, amount=self._money(part.amount)
        )

    def _line(self, part: ChargePart) -> str:
        tr, amount = self._tr, self._money(part.amount)
        match part.what:
            case "fixed":
                return tr.gettext("Fixed fee: {amount}").format(amount=amount)
            case "each":
                return tr.gettext("{quantity} at {price} = {amount}").format(
                    quantity=quantity_words(part.quantity, part.unit, tr),
                    price=self._money(part.price),
                    amount=amount,
                )
            case "shared":
                return tr.gettext("Shared by {n}, the others pay {amount}").format(
                    n=tr.number(part.quantity), amount=self._money(-part.amount)
                )
            case "relief":
                return self._relief(part)
            case "rounding":
                return self._rounded(part, amount)
            case "late":
                return self._late(part)
            case "absence":
                return tr.gettext(GATHERINGS[part.unit]).format(
                    day=tr.date(part.day) if part.day else "", amount=amount
                )
            case "instalment":
                return tr.gettext("Instalment {n} of {many}: {amount}").format(
                    n=tr.number(part.quantity), many=tr.number(part.price), amount=amount
                )
            case _:
                return tr.gettext("As decided: {amount}").format(amount=amount)

    def _rounded(self, part: ChargePart, amount: str) -> str:
        """Say by how much it was rounded, and to what; bills of earlier days do not know that."""
        if not part.price:
            return self._tr.gettext("Rounded: {amount}").format(amount=amount)
        return self._tr.gettext("Rounded, in steps of {step}: {amount}").format(
            step=self._money(part.price), amount=amount
        )

    def _relief(self, part: ChargePart) -> str:
        """Say what is taken off, and not for whom: who pays less and why is nobody else's business."""
        amount = self._money(-part.amount)
        if part.price:
            return self._tr.gettext("Discount of {percent}: {amount} less").format(
                percent=percent_words(part.price, self._tr), amount=amount
            )
        return self._tr.gettext("Discount: {amount} less").format(amount=amount)

    def _late(self, part: ChargePart) -> str:
        tr = self._tr
        day = tr.date(part.day) if part.day else ""
        if part.price:
            return tr.gettext("Late: a bill was due on {day}, {percent} of it: {amount}").format(
                day=day, percent=percent_words(part.price, tr), amount=self._money(part.amount)
            )
        if part.unit == CEILING:
            return tr.gettext(
                "Late: a bill was due on {day}: {amount}, more is not charged for one bill"
            ).format(day=day, amount=self._money(part.amount))
        return tr.gettext("Late: a bill was due on {day}: {amount}").format(
            day=day, amount=self._money(part.amount)
        )


def explained(parts: Sequence[ChargePart], tr: Translator, currency: Currency) -> list[str]:
    """Explain a bill, line by line."""
    return Explaining(parts, tr, currency).lines()


def briefly(parts: Sequence[ChargePart], tr: Translator, currency: Currency) -> list[str]:
    """Explain parts of several bills of a member; several late fees are one line."""
    late, rest = _late_and_rest(parts)
    n = sum(part.what == "late" for part in late)
    if n < _SEVERAL:
        return explained(parts, tr, currency)
    said = tr.ngettext("Late: {n} bill overdue, {amount}", "Late: {n} bills overdue, {amount}", n)
    whole = said.format(n=tr.number(n), amount=tr.money(Money(total_of(late), currency)))
    return [*explained(rest, tr, currency), whole]


def _late_and_rest(
    parts: Sequence[ChargePart],
) -> tuple[list[ChargePart], list[ChargePart]]:
    """Part late fees, each with its rounding behind it, from the rest."""
    late: list[ChargePart] = []
    rest: list[ChargePart] = []
    kept = rest
    for part in parts:
        if part.what != "rounding":
            kept = late if part.what == "late" else rest
        kept.append(part)
    return late, rest


def number_words(thousandths: int, tr: Translator) -> str:
    """Write a quantity without its unit: ``9``, ``9.5``."""
    whole, part = divmod(thousandths, THOUSAND)
    if not part:
        return tr.number(whole)
    return f"{tr.number(whole)}{tr.decimal_mark}{f'{part:03}'.rstrip('0')}"


def quantity_words(thousandths: int, unit: str, tr: Translator) -> str:
    """Write a quantity with its unit: ``9 m³``, ``2 heads of livestock``."""
    n = number_words(thousandths, tr)
    count = thousandths // THOUSAND if thousandths % THOUSAND == 0 else 2
    return _unit(unit, count, tr).format(n=n)


def _unit(unit: str, n: int, tr: Translator) -> str:
    match unit:
        case "m3":
            return tr.gettext("{n} m³")
        case "litre":
            return tr.ngettext("{n} litre", "{n} litres", n)
        case "jerrican":
            return tr.ngettext("{n} jerrican of 20 litres", "{n} jerricans of 20 litres", n)
        case "person":
            return tr.ngettext("{n} person", "{n} persons", n)
        case "tap":
            return tr.ngettext("{n} tap", "{n} taps", n)
        case "plot":
            return tr.ngettext("{n} plot", "{n} plots", n)
        case "head":
            return tr.ngettext("{n} head of livestock", "{n} heads of livestock", n)
        case "cart":
            return tr.ngettext("{n} cart", "{n} carts", n)
        case _:
            return "{n} " + unit


def percent_words(share: int, tr: Translator) -> str:
    """Write a share in hundredths of a per cent: ``35 %``, ``2.5 %``."""
    return f"{number_words(share * 10, tr)}\u00a0%"


def tenths_words(share: int, tr: Translator) -> str:
    """Write a share in hundredths of a per cent with one decimal: ``3.4 %``."""
    whole, rest = divmod((share + 5) // 10, 10)
    return f"{tr.number(whole)}{tr.decimal_mark}{rest}\u00a0%"


def group_words(code: str, tr: Translator) -> str:
    """Say for whom somebody pays less; a code that nobody knows is shown as it is."""
    return tr.gettext(GROUPS[code]) if code in GROUPS else code


def reading_question(error: ReadingAskedError, tr: Translator) -> str:
    """Ask about a reading."""
    said = QUESTIONS.get(error.question)
    if error.usual in ("", "0"):
        said = WITHOUT_USUAL.get(error.question, said)
    if said is None:
        return error.question
    numbers = {name: _typed(getattr(error, name), tr) for name in ("was", "reads", "usual")}
    return tr.gettext(said).format(connection=connection_said(error, tr), **numbers)


def connection_said(error: OfConnectionError, tr: Translator) -> str:
    """Name the connection that an error is about as people know it: never by its number in the book."""
    whose = error.whose
    if whose is None:
        return str(error.connection)
    holder = tr.gettext("{name}, no. {number}").format(name=whose.name[:60], number=whose.number)
    kind = whose.label[:40] or (connection_name(whose.type, {}, tr) if whose.type else "")
    parts = (holder if whose.number else "", kind)
    return "“{}”".format(", ".join(part for part in parts if part))


def _typed(number: str, tr: Translator) -> str:
    if not number.replace(".", "", 1).isdecimal():
        return number
    return number_words(int(Decimal(number) * THOUSAND), tr)


def all_lines(parts: Sequence[ChargePart], tr: Translator, currency: Currency) -> Iterator[str]:
    """Explain a bill and end with what it comes to."""
    whole = Explaining(parts, tr, currency)
    yield from whole.lines()
    yield tr.gettext("To pay: {amount}").format(amount=whole.sum())
