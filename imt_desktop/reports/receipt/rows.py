"""The rows of a receipt: owed before, what it is for, still to pay or paid ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.i18n import Translator
from imt_desktop.money import Money, any_cents
from imt_desktop.reports.paper.bilingual import SECOND, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, widest
from imt_desktop.reports.paper.fit import Fitted, fit
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import paid_for
from imt_desktop.reports.receipt.facts import ReceiptFacts

DOWN = 1.24
"""Way down to the second language, as a share of its size."""

Shape = Literal["stacked", "beside", "short"]
"""The second language under the first, behind it, or each on one line only."""


class Row(Struct, frozen=True):
    """A line of words and an amount; the last one is written stronger."""

    words: Pair
    amount: Money
    strong: bool = False
    colour: str = INK


class RowSizes(Struct, frozen=True):
    """Sizes of the rows in points, and how many lines of what it is for there may be."""

    label: float
    amount: float
    strong: float
    most: int


def cents_of(facts: ReceiptFacts) -> bool:
    """Whether any amount of the receipt needs its decimals."""
    amounts = [facts.amount, *(line.amount for line in facts.lines)]
    others = (facts.owed_before, facts.ahead_before, facts.still_to_pay, facts.paid_ahead)
    return any_cents([*amounts, *(other for other in others if other is not None)])


def rows(facts: ReceiptFacts, words: Bilingual, most: int) -> list[Row]:
    """Owed before, what it is for, and still to pay or paid ahead. Beyond ``most`` lines are added up."""
    out = _before(facts, words)
    shown = facts.lines if len(facts.lines) <= most else facts.lines[: most - 1]
    for line in shown:
        say: Callable[[Translator], str] = partial(
            paid_for, line.kind, line.own_name, line.months, line.text
        )
        if line.kind == "ahead" and facts.ahead_before:
            say = _added
        out.append(Row(words.both(say), line.amount))
    hidden = facts.lines[len(shown) :]
    if hidden:
        n = len(hidden)
        more = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", n).format(n=tr.number(n))
        )
        rest = sum((line.amount for line in hidden), facts.amount.currency.zero())
        out.append(Row(more, rest))
    if facts.paid_ahead:
        said = words.both(lambda tr: tr.gettext("Paid ahead now"))
        out.append(Row(said, facts.paid_ahead, True, TEAL))
    elif facts.still_to_pay is not None:
        said = words.both(lambda tr: tr.gettext("Still to pay"))
        colour = TERRACOTTA if facts.still_to_pay else INK
        out.append(Row(said, facts.still_to_pay, True, colour))
    return out


def _before(facts: ReceiptFacts, words: Bilingual) -> list[Row]:
    """What was owed; who owed nothing and had paid ahead reads that instead, so that the rows add up."""
    out = []
    if facts.owed_before is not None and (facts.owed_before or not facts.ahead_before):
        out.append(Row(words.both(lambda tr: tr.gettext("Owed before")), facts.owed_before))
    if facts.ahead_before:
        out.append(Row(words.both(lambda tr: tr.gettext("Paid ahead before")), facts.ahead_before))
    return out


def _added(tr: Translator) -> str:
    return tr.gettext("Added now")


def draw_rows(
    sheet: Sheet,
    words: Bilingual,
    facts: ReceiptFacts,
    left: float,
    top: float,
    right: float,
    bottom: float,
    sizes: RowSizes,
) -> float:
    """Draw the rows between top and bottom, smaller where they must be; returns the lower edge."""
    cents = cents_of(facts)
    for most, share, shape in _tries(sizes.most):
        todo = rows(facts, words, most)
        now = replace(
            sizes,
            label=sizes.label * share,
            amount=sizes.amount * share,
            strong=sizes.strong * share,
        )
        field = min(
            widest([row.amount for row in todo], now.amount * 1.1, words.main, cents),
            (right - left) * 0.5,
        )
        room = right - left - field - now.label * 0.8
        fitted = [_fit(row, now, room, shape) for row in todo]
        if sum(one.height for one in fitted) <= bottom - top:
            break
    y = top
    for at, (row, one) in enumerate(zip(todo, fitted, strict=True)):
        _draw(sheet, one, left, y)
        size = now.strong if row.strong else now.amount
        middle = y + one.height / 2 + size * CAP / 2 - (0.06 * size if one.under else 0)
        amount(sheet, right, middle, row.amount, size, words.main, field, row.colour, cents=cents)
        y += one.height
        if at < len(todo) - 1:
            sheet.rule(left, y, right, LINE, 0.7)
    return y


class _Fitted(Struct, frozen=True):
    """A row's words fitted: the second language under the first or behind it."""

    font: str
    main: Fitted
    under: Fitted | None
    behind: str
    small: float
    height: float

    @property
    def ink(self) -> float:
        """Height from the first capital's top to the last baseline."""
        return _ink(self.main, self.under)


def _tries(most: int) -> Iterator[tuple[int, float, Shape]]:
    """How many lines of what it is for, how large, in what shape: the best first."""
    for fewer in range(most, 0, -1):
        yield from ((fewer, share, "stacked") for share in (1, 0.92, 0.86))
        yield from ((fewer, share, "beside") for share in (1, 0.92, 0.86, 0.8, 0.74))
    yield 1, 0.7, "short"


def _fit(row: Row, sizes: RowSizes, room: float, shape: Shape) -> _Fitted:
    font = BOLD if row.strong else REGULAR
    lines = 1 if shape == "short" else 2
    main = fit(row.words.main, font, sizes.label, room, lines)
    small = max(8, sizes.label * SECOND)
    second, behind, under = clean(row.words.second), "", None
    if second and shape == "beside" and len(main.lines) == 1:
        used = width(main.text, font, main.size) + main.size * 0.5
        if used + width(second, ITALIC, small) <= room:
            behind = second
    if second and not behind:
        under = fit(second, ITALIC, small, room, lines)
    pad = 1.02 if shape == "stacked" else 0.8
    height = max(_ink(main, under) + sizes.label * pad, sizes.amount * (0.33 + pad))
    return _Fitted(font, main, under, behind, small, height)


def _ink(main: Fitted, under: Fitted | None) -> float:
    height = main.size * (CAP + 1.12 * (len(main.lines) - 1))
    if under:
        height += under.size * (DOWN + 1.1 * (len(under.lines) - 1))
    return height


def _draw(sheet: Sheet, one: _Fitted, left: float, y: float) -> None:
    base = y + (one.height - one.ink) / 2 + one.main.size * CAP
    last = sheet.lines(left, base, one.main, one.font, INK, leading=1.12)
    if one.under:
        sheet.lines(left, last + one.under.size * DOWN, one.under, ITALIC, SOFT, leading=1.1)
    if one.behind:
        x = left + width(one.main.text, one.font, one.main.size) + one.main.size * 0.5
        sheet.text(x, base, one.behind, one.small, ITALIC, SOFT)
