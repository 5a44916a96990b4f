"""What the workshop's bars show: a plan and its outcome, in words and figures for every eye and ear."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.i18n import Translator
from imt_desktop.ledger.recovery.workshop import GUIDANCE, Outcome, Plan
from imt_desktop.money import Currency, Money
from imt_desktop.wording.charges import percent_words, tenths_words
from imt_desktop.wording.covering import short_group

ROLES: Final = ("out", "out2", "out3")
SET_ASIDE: Final = "have"
_THIN: Final = 25
"""Parts smaller than one of so many are drawn together, where there are several."""


class Part(Struct, frozen=True):
    """A part of the cost: its colour by role, its word, its amount."""

    role: str
    words: str
    amount: int


class Side(Struct, frozen=True):
    """One of the two pairs of bars: what comes in, and the verdict on it."""

    title: str
    second: str
    comes: int
    over: int
    mark: str
    """What stands over the bar: what is over, or what is missing."""
    verdict: str
    line: str
    known: bool = True
    """Whether there is anything to judge: a cost, and somebody who pays."""

    @property
    def good(self) -> bool:
        """Whether the cost is covered."""
        return self.over >= 0


class Picture(Struct, frozen=True):
    """Everything that the bars show."""

    parts: tuple[Part, ...]
    cost: int
    sides: tuple[Side, Side]
    write: Callable[[int], str]
    costs: str
    comes: str
    """The words under the bars."""

    @property
    def top(self) -> int:
        """The tallest bar of both sides."""
        return max(1, self.cost, *(side.comes for side in self.sides))

    def text(self) -> str:
        """Say it for a screen reader, and for who copies it."""
        lines = [f"{part.words}: {self.write(part.amount)}" for part in self.parts]
        lines.append(f"{self.costs}: {self.write(self.cost)}")
        for side in self.sides:
            said = f"{side.title}, {side.second}: {self.write(side.comes)}"
            lines.append(f"{said}. {side.verdict}. {side.line}")
        return "\n".join(lines)


def picture(plan: Plan, found: Outcome, known: bool, tr: Translator, currency: Currency) -> Picture:
    """Put a plan into words and figures; ``known`` says that the share comes from the book."""

    def write(minor: int) -> str:
        return tr.amount(whole(minor, currency), cents=False)

    def money(minor: int) -> str:
        return tr.money(whole(minor, currency), cents=False)

    everybody = _side(
        tr.gettext("If everybody pays"), tr.percent(Decimal(1)), found.everybody, found.over,
        _at(found.fee_of_all, money, tr),
        write, money, tr,
    )  # fmt: skip
    share = percent_words(plan.share, tr)
    second = share
    if known:
        second = tr.gettext("{share} of the fees due in 12 months").format(share=share)
    really = _side(
        tr.gettext("As people really pay"), second, found.really, found.really_over,
        _remedy(found, money, tr), write, money, tr,
    )  # fmt: skip
    if (missing := _not_yet(plan, tr)) is not None:
        everybody, really = (_unknown(side, missing) for side in (everybody, really))
    return Picture(
        parts_of(plan, tr), found.cost, (everybody, really), write,
        tr.gettext("It costs"), tr.gettext("Comes in"),
    )  # fmt: skip


def _not_yet(plan: Plan, tr: Translator) -> tuple[str, str] | None:
    """Say what has to be known before anything can be judged: nothing is divided by nobody."""
    if not plan.households:
        return (
            tr.gettext("No household pays"),
            tr.gettext("Say at the left how many there are."),
        )
    if not plan.cost:
        return (
            tr.gettext("Nothing costs anything yet"),
            tr.gettext("Type at the left what a year costs."),
        )
    return None


def _unknown(side: Side, missing: tuple[str, str]) -> Side:
    return replace(side, mark="", verdict=missing[0], line=missing[1], known=False)


def _side(
    title: str,
    second: str,
    comes: int,
    over: int,
    remedy: str,
    write: Callable[[int], str],
    money: Callable[[int], str],
    tr: Translator,
) -> Side:
    if over >= 0:
        line = tr.gettext("{amount} a year over").format(amount=money(over))
        mark = tr.gettext("over {amount}").format(amount=write(over)) if over else ""
        return Side(title, second, comes, over, mark, tr.gettext("Covers the cost"), line)
    verdict = tr.gettext("Missing {amount} a year").format(amount=money(-over))
    mark = tr.gettext("missing {amount}").format(amount=write(-over))
    return Side(title, second, comes, over, mark, verdict, remedy)


def _at(fee: int | None, money: Callable[[int], str], tr: Translator) -> str:
    """Say which fee would cover it."""
    if fee is None:
        return tr.gettext("Nobody is there to share it.")
    return tr.gettext("Covered at {fee}").format(fee=money(fee))


def _remedy(found: Outcome, money: Callable[[int], str], tr: Translator) -> str:
    """Say what would cover it: the fee, and how many would have to pay."""
    if found.needed is None:
        return _at(found.fee, money, tr)
    share = tr.percent(Decimal(found.needed) / 100)
    if found.fee is None:
        return tr.gettext("Covered if {share} pay").format(share=share)
    return tr.gettext("Covered at {fee}, or if {share} pay").format(
        fee=money(found.fee), share=share
    )


def parts_of(plan: Plan, tr: Translator) -> tuple[Part, ...]:
    """Return what makes up the cost, the lowest part of the bar first; thin ones together."""
    left = [(group, amount) for group, amount in plan.costs if amount]
    thin = [one for one in left if one[1] * _THIN < plan.cost and one[0] != "operation"]
    if len(thin) > 1:
        left = [one for one in left if one not in thin]
        left.append(("other", sum(amount for _group, amount in thin)))
    parts = [
        Part(ROLES[at % len(ROLES)], short_group(group, tr), amount)
        for at, (group, amount) in enumerate(left)
    ]
    if plan.set_aside:
        parts.append(Part(SET_ASIDE, short_group("set-aside", tr), plan.set_aside))
    return tuple(parts)


class OfIncome(Struct, frozen=True):
    """The bill as a share of a household's income, against what is held to be the most."""

    share: int | None
    """Hundredths of a per cent; None where nobody said what a household earns."""
    words: str
    second: str
    guidance: str

    @property
    def top(self) -> int:
        """Where the scale ends."""
        return max(800, -(-(self.share or 0) // 200) * 200)


def of_income(plan: Plan, found: Outcome, tr: Translator, currency: Currency) -> OfIncome:
    """Hold the bill against a household's income."""
    low, high = (tr.number(bound // 100) for bound in GUIDANCE)
    guidance = tr.gettext("Guidance: at most {low} to {high} %. Think of the poorest.").format(
        low=low, high=high
    )
    if found.of_income is None:
        if plan.income and not plan.households:
            words = tr.gettext("No household pays: say how many there are.")
        else:
            words = tr.gettext("What does a household earn?")
        second = tr.gettext("Type it at the left.")
        return OfIncome(None, words, second, guidance)
    words = tr.gettext("{share} of household income").format(
        share=tenths_words(found.of_income, tr)
    )
    second = tr.gettext("Income {amount} a month").format(
        amount=tr.money(Money(plan.income or 0, currency))
    )
    return OfIncome(found.of_income, words, second, guidance)


def whole(minor: int, currency: Currency) -> Money:
    """Round to a whole unit: cents are nothing in a year's sums."""
    unit = currency.unit
    return Money((abs(minor) + unit // 2) // unit * unit * (1 if minor >= 0 else -1), currency)
