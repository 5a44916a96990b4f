"""Weighed prices in ink: one column each, the labels once across them, and room for the votes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.ledger.recovery.workshop import GUIDANCE
from imt_desktop.money import Money
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import bars, practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.signing import signing, signing_height
from imt_desktop.reports.scenarios.facts import ScenariosFacts, Weighed
from imt_desktop.wording.charges import percent_words, tenths_words
from imt_desktop.wording.covering import group_name
from imt_desktop.wording.tariffs import terms_words

LEFT, RIGHT, TOP = A4.margin, A4.width - A4.margin, 43.0
BOTTOM = A4.height - A4.margin
GAP: Final = 14.0
TALLEST: Final = 118.0
SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


def render(facts: ScenariosFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the prices on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ScenariosFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw them and return the document, sheets and all."""
    document = Document(A4.width, A4.height, _title(words.main), words.main.code)
    room = BOTTOM - signing_height(facts.heading, words, anchor) - 22
    for scale in SCALES:
        page = _Page(facts, words, scale)
        if page.draw(rehearsal(A4.width / scale, A4.height / scale)) <= room / scale:
            break
    sheet = document.sheet(A4.width, A4.height)
    if facts.heading.practice:
        practice.ground(sheet, words)
    with sheet.zoomed(scale) as inner:
        page.draw(inner)
    signing(sheet, facts.heading, words, anchor, LEFT, RIGHT, BOTTOM)
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()
    return document


def _title(tr: Translator) -> str:
    return tr.gettext("Prices to be weighed")


class _Column(Struct, frozen=True):
    price: Weighed
    x: float
    wide: float


Value = Callable[[Sheet, _Column, float], float]
"""Writes a value into its column under a line; returns its lower edge."""


class _Page:
    """The paper at one scale."""

    def __init__(self, facts: ScenariosFacts, words: Bilingual, scale: float) -> None:
        self.facts, self.words, self.scale = facts, words, scale
        self.left, self.right = LEFT / scale, RIGHT / scale
        many = len(facts.prices)
        wide = (self.right - self.left - GAP * (many - 1)) / many
        self.columns = [
            _Column(one, self.left + at * (wide + GAP), wide) for at, one in enumerate(facts.prices)
        ]

    def draw(self, sheet: Sheet) -> float:
        """Draw everything above the signatures; returns its lower edge."""
        sheet.floor = 8 / self.scale
        y = self._head(sheet)
        y = self._names(sheet, y)
        y = self._bars(sheet, y + 8)
        for said, value in self._rows():
            y = self._row(sheet, y, said, value)
        y = self._votes(sheet, y)
        return self._notes(sheet, y)

    def _head(self, sheet: Sheet) -> float:
        facts, words = self.facts, self.words
        day = words.both(lambda tr: tr.date(facts.on))
        y = letterhead(
            sheet, facts.heading, day, self.left, TOP / self.scale, self.right, 17.5, 16, 0.6
        )
        said = words.both(_title)
        size = fit(said.main, BOLD, 28, self.right - self.left, 1, 16).size
        y = sheet.pair(
            self.left, y + 34, said, size, self.right - self.left, colour=TEAL, lines=1, second=17
        )
        symbol = words.main.symbol(facts.currency)
        sheet.text(self.right, y + 14, symbol, max(10, sheet.floor), REGULAR, SOFT, "right")
        return y + 18

    def _names(self, sheet: Sheet, y: float) -> float:
        """Head each column with its letter and the price in words."""
        ends = [self._name(sheet, column, y) for column in self.columns]
        return max(ends)

    def _name(self, sheet: Sheet, column: _Column, y: float) -> float:
        price = column.price
        on = sheet.panel(column.x, y, 30, 30, TEAL, 6)
        sheet.text(column.x + 15, y + 22, price.letter, 20, BOLD, on, "centre")
        said = self.words.both(
            lambda tr: terms_words(price.terms, price.every, tr, self.facts.currency)
        )
        end = sheet.pair(
            column.x + 37, y + 13, said, 12, column.wide - 37, lines=4, second=9, gap=1.2
        )
        return max(end + 4, y + 32)

    def _bars(self, sheet: Sheet, y: float) -> float:
        top = max(max(one.cost.minor, one.everybody.minor, 1) for one in self.facts.prices)
        base = y + TALLEST + 14
        for column in self.columns:
            self._pair_of_bars(sheet, column, base, top)
        said = (
            self.words.both(lambda tr: tr.gettext("It costs")),
            self.words.both(lambda tr: tr.gettext("Really comes in")),
        )
        ends = [base]
        for column in self.columns:
            sheet.rule(column.x, base, column.x + column.wide, LINE, 1)
            half = column.wide / 2
            for at, pair in enumerate(said):
                x = column.x + half * (at + 0.5)
                ends.append(
                    sheet.pair(
                        x, base + 12, pair, 9, half - 4, font=REGULAR, align="centre", second=8
                    )
                )
        return max(ends) + 8

    def _pair_of_bars(self, sheet: Sheet, column: _Column, base: float, top: int) -> None:
        price = column.price
        wide = min(58.0, column.wide * 0.34)
        half = column.wide / 2
        x, low = column.x + half / 2 - wide / 2, base
        parts = [
            (bars.family(TERRACOTTA, at), one.amount.minor) for at, one in enumerate(price.costs)
        ]
        if price.set_aside.minor:
            parts.append((bars.NOW, price.set_aside.minor))
        for look, minor in parts:
            tall = TALLEST * minor / top
            low -= tall
            if tall > 1.5:
                bars.fill(sheet, x, low, wide, tall - 0.8, look, 4.5, 0.9)
        x += half
        tall = TALLEST * price.really.minor / top
        if tall > 1.5:
            bars.fill(sheet, x, base - tall, wide, tall, bars.family(TEAL, 0), 4.5, 0.9)
        missing = TALLEST * max(0, -price.really_over.minor) / top
        if missing > 2:
            sheet.rect(
                x + 0.5, base - tall - missing, wide - 1, missing - 1.5, None, TERRACOTTA, 1.2,
                dash=(3, 2),
            )  # fmt: skip

    def _rows(self) -> list[tuple[Pair, Value]]:
        both = self.words.both
        rows: list[tuple[Pair, Value]] = [
            (both(lambda tr: tr.gettext("It costs in a year")), self._cost),
            (both(lambda tr: tr.gettext("If everybody pays, comes in")), self._everybody),
            (both(lambda tr: tr.gettext("As people really pay, comes in")), self._really),
            (both(lambda tr: tr.gettext("Would be covered at")), self._covered),
        ]
        besides = [
            (both(lambda tr: tr.gettext("Others pay in a year")), "others"),
            (both(lambda tr: tr.gettext("Kiosks bring in a year")), "kiosks"),
        ]
        rows[1:1] = [
            (said, partial(self._besides, name))
            for said, name in besides
            if any(getattr(one, name).minor for one in self.facts.prices)
        ]
        if any(one.of_income is not None for one in self.facts.prices):
            said = both(lambda tr: tr.gettext("Of what a household earns"))
            rows.append((said, self._of_income))
        return rows

    def _band(self, sheet: Sheet, y: float, said: Pair) -> float:
        """Write a label across all columns; returns its lower edge."""
        wide = self.right - self.left
        sheet.rect(self.left, y, wide, 17, PAPER)
        last = sheet.inline(self.left + 4, y + 12, said, 10.5, wide - 8, BOLD, TEAL)
        return max(y + 17, last + 5)

    def _row(self, sheet: Sheet, y: float, said: Pair, value: Value) -> float:
        """Write a label across, and under it a value in each column."""
        y = self._band(sheet, y, said)
        return max(value(sheet, column, y) for column in self.columns) + 7

    def _figure(self, sheet: Sheet, column: _Column, y: float, money: Money, size: float) -> float:
        amount(
            sheet, column.x + column.wide, y + size, money, size, self.words.main, column.wide,
            cents=self.facts.cents,
        )  # fmt: skip
        return y + size

    def _under(self, sheet: Sheet, column: _Column, y: float, said: str, colour: str) -> float:
        fitted = fit(said, REGULAR, max(9.5, sheet.floor), column.wide, 2, sheet.floor, 0.85)
        return sheet.lines(column.x + column.wide, y + 11.5, fitted, REGULAR, colour, "right")

    def _cost(self, sheet: Sheet, column: _Column, y: float) -> float:
        return self._figure(sheet, column, y, column.price.cost, 14)

    def _besides(self, name: str, sheet: Sheet, column: _Column, y: float) -> float:
        return self._figure(sheet, column, y, getattr(column.price, name), 12)

    def _everybody(self, sheet: Sheet, column: _Column, y: float) -> float:
        y = self._figure(sheet, column, y, column.price.everybody, 14)
        return self._verdict(sheet, column, y, column.price.over)

    def _really(self, sheet: Sheet, column: _Column, y: float) -> float:
        price = column.price
        share = percent_words(price.share, self.words.main)
        sheet.text(column.x, y + 14, share, max(11, sheet.floor), REGULAR, SOFT)
        y = self._figure(sheet, column, y, price.really, 14)
        return self._verdict(sheet, column, y, price.really_over)

    def _verdict(self, sheet: Sheet, column: _Column, y: float, over: Money) -> float:
        said = self.words.beside(partial(verdict, over, self.facts.cents))
        return self._under(sheet, column, y, said, INK if over.minor >= 0 else TERRACOTTA)

    def _covered(self, sheet: Sheet, column: _Column, y: float) -> float:
        price = column.price
        if price.fee is None:
            return self._under(sheet, column, y, "–", SOFT)
        y = self._figure(sheet, column, y, price.fee, 12)
        if price.needed is None:
            return y
        said = self.words.beside(partial(or_if, price.needed))
        return self._under(sheet, column, y, said, INK)

    def _of_income(self, sheet: Sheet, column: _Column, y: float) -> float:
        share = column.price.of_income
        said = "–" if share is None else tenths_words(share, self.words.main)
        much = share is not None and share > GUIDANCE[1]
        colour = TERRACOTTA if much else INK
        sheet.text(column.x + column.wide, y + 13, said, 12, BOLD, colour, "right")
        return y + 13

    def _votes(self, sheet: Sheet, y: float) -> float:
        """Leave room to write down how many voted for each."""
        said = self.words.both(lambda tr: tr.gettext("Votes"))
        y = self._band(sheet, y, said)
        for column in self.columns:
            x = column.x + column.wide - 74
            sheet.rect(x, y + 5, 74, 30, None, INK, 0.9, 4)
        return y + 40

    def _notes(self, sheet: Sheet, y: float) -> float:
        for said in self._said():
            y = sheet.pair(
                self.left,
                y + 13,
                said,
                9,
                self.right - self.left,
                font=REGULAR,
                second=8.4,
                lines=3,
            )
        return y + 4

    def _said(self) -> list[Pair]:
        both, facts = self.words.both, self.facts
        first = facts.prices[0]

        def parts(tr: Translator) -> str:
            named = [group_name(one.kind, tr) for one in first.costs]
            if first.set_aside.minor:
                named.append(tr.gettext("Set aside"))
            return tr.gettext("The cost from below: {parts}.").format(parts=", ".join(named))

        said = [both(parts)] if first.costs or first.set_aside.minor else []
        if facts.income is not None:
            said.append(both(partial(_guidance, facts.income)))
        return said


def verdict(over: Money, cents: bool, tr: Translator) -> str:
    """Say what is over, or what is missing."""
    if over.minor < 0:
        return tr.gettext("missing {amount}").format(amount=tr.amount(-over, cents))
    return tr.gettext("over {amount}").format(amount=tr.amount(over, cents))


def or_if(needed: int, tr: Translator) -> str:
    """Say how many would have to pay."""
    return tr.gettext("or if {share} pay").format(share=tr.percent(Decimal(needed) / 100))


def _guidance(income: Money, tr: Translator) -> str:
    low, high = (tr.number(bound // 100) for bound in GUIDANCE)
    return tr.gettext(
        "A household earns {amount} a month. Guidance: water takes at most {low} to {high} % of it;"
        " think of the poorest."
    ).format(amount=tr.money(income), low=low, high=high)
