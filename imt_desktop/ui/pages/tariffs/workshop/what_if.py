"""What if: the numbers of a plan, to be dragged or typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.charging.terms import WHOLE, Block, Terms
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.recovery.cost import SET_ASIDE
from imt_desktop.ledger.recovery.seen import Seen
from imt_desktop.ledger.recovery.workshop import Plan
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.tariffs.workshop.knob import Knob, Scale, steps_to
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, Choice, Hairline, NumberEdit, Scroll, Segments, Words
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.charges import percent_words, quantity_words
from imt_desktop.wording.covering import GROUPS, group_name
from imt_desktop.wording.kinds import connection_name

RUNNING: Final = tuple(group for group in GROUPS if group not in SET_ASIDE)
FLAT: Final = "flat"
BLOCKS: Final = "blocks"
USUAL_USE: Final = 8000
"""Thousandths of a m³ a month, where no meter tells."""


class WhatIf(Card):
    """Holds a plan and announces another one with every number that moves."""

    changed = Signal(object)
    """Plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr.gettext("What if"), flush=True)
        self._desk = desk
        self._plan: Plan | None = None
        self._blocks: Terms | None = None
        self._uses: tuple[int, ...] = (USUAL_USE,)
        tr = desk.tr
        inside = QWidget()
        self._column = TopBox(inside)
        self._column.setContentsMargins(16, 0, 16, 16)
        self._column.setSpacing(14)
        kinds = [
            Choice(tr.gettext("One fee"), FLAT),
            Choice(tr.pgettext("a tariff", "By blocks"), BLOCKS),
        ]
        self.kind = Segments(
            kinds, FLAT, even=True, small=True, name=tr.gettext("Form of the price")
        )
        self._column.addWidget(self.kind)
        self.knobs = {name: self._knob(name, words) for name, words in self._names().items()}
        self._lay_costs()
        self.add(Scroll(inside), 1)
        self.kind.chosen.connect(lambda kind: self._reshape(str(kind)))

    # Making

    def _names(self) -> dict[str, str]:
        tr = self._desk.tr
        return {
            "fee": tr.gettext("Fee a month, each"),
            "included": tr.gettext("Comes with the fee"),
            "price": tr.gettext("Then a m³ costs"),
            "limit": tr.gettext("Dearer from"),
            "dearer": tr.gettext("From there a m³ costs"),
            "used": tr.gettext("Used a month, average"),
            "households": tr.gettext("Households"),
            "share": tr.gettext("Really pay"),
            "set_aside": tr.gettext("Set aside a year"),
        }

    def _knob(self, name: str, words: str) -> Knob:
        knob = Knob(self._desk, words, self._scale(name, 0))
        knob.changed.connect(partial(self._move, name))
        self._column.addWidget(knob)
        return knob

    def _scale(self, name: str, number: int) -> Scale:
        """Return a scale on which a number stands well."""
        tr, currency = self._desk.tr, self._desk.currency
        unit = currency.unit
        if name == "share":
            return Scale(0, WHOLE, 100, 2, lambda share: percent_words(share, tr), WHOLE)
        if name == "households":
            high, step = -(-number * 2 // 10) * 10 or 100, 1
            return Scale(0, high, step, 0, tr.number, 1_000_000)
        if name in ("included", "limit", "used"):
            high = max(20_000, -(-number * 2 // 5000) * 5000)
            return Scale(0, high, 500, 3, lambda n: quantity_words(n, "m3", tr))
        if name in ("price", "dearer"):
            unit = max(1, unit // 10)
        if name == "set_aside":
            usual = self._plan.cost // 8 if self._plan is not None else 0
            number = max(number, usual or unit * 50_000)
        elif not number:
            number = unit * 500
        high, step = steps_to(number, unit)
        return Scale(0, high, step, currency.decimals, self._money)

    def _money(self, minor: int) -> str:
        return self._desk.tr.money(Money(minor, self._desk.currency))

    def _lay_costs(self) -> None:
        tr = self._desk.tr
        self._column.addWidget(Hairline())
        self._year = Words(tr.gettext("What it costs in a year"), "strong")
        self._column.addWidget(self._year)
        self._source = Words("", "hint", wrap=True)
        self._column.addWidget(self._source)
        box = self._rows = TopBox()
        box.setSpacing(2)
        self._column.addLayout(box)
        self.costs: dict[str, NumberEdit] = {}
        for group in RUNNING:
            self.costs[group] = self._row(group_name(group, tr), partial(self._cost, group))
        self._aside = self._told(tr.gettext("Set aside"))
        self._together = self._told(tr.gettext("Together"), bold=True)
        self._column.addWidget(Hairline())
        self.others = self._row(
            tr.gettext("Others pay in a year"), partial(self._move, "others"), True
        )
        self.kiosks = self._row(
            tr.gettext("Kiosks bring in a year"), partial(self._move, "kiosks"), True
        )
        self._besides = Words("", "hint", wrap=True)
        self._column.addWidget(self._besides)
        self.income = self._row(tr.gettext("A household earns a month"), self._earn, True)

    def _row(self, words: str, typed: Callable[[int], None], below: bool = False) -> NumberEdit:
        edit = NumberEdit(self._desk.tr, self._desk.currency.decimals, self._sum, "sum")
        edit.setAccessibleName(words)
        edit.typed.connect(typed)
        self._pair(words, edit, below)
        return edit

    def _told(self, words: str, bold: bool = False) -> Words:
        told = Words("", "strong" if bold else "body", right=True)
        told.setContentsMargins(0, 0, 5, 0)
        self._pair(words, told, False, bold)
        return told

    def _pair(self, words: str, value: QWidget, below: bool, bold: bool = False) -> None:
        holder = QWidget()
        holder.setMinimumHeight(em(28))  # as high as with a field: the lines keep one rhythm
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Words(words, "strong" if bold else "second", wrap=True), 3)
        row.addWidget(value, 2)
        if below:
            self._column.addWidget(holder)
        else:
            self._rows.addWidget(holder)
        value.setProperty("row", holder)

    def _sum(self, minor: int) -> str:
        return self._desk.tr.amount(Money(minor, self._desk.currency))

    # Showing

    def show_plan(self, plan: Plan, seen: Seen) -> None:
        """Show a plan that was read or kept."""
        self._plan, tr = plan, self._desk.tr
        self._uses = plan.uses or (USUAL_USE,)
        blocks = bool(plan.terms.blocks)
        if blocks:
            self._blocks = plan.terms
        self.kind.set_value(BLOCKS if blocks else FLAT)
        self._say_names(plan)
        for name, number in self._numbers(plan).items():
            self.knobs[name].set_scale(self._scale(name, number), number)
        costs = dict(plan.costs)
        for group, edit in self.costs.items():
            edit.show_number(costs.get(group, 0))
            row = edit.property("row")
            row.setVisible(bool(costs.get(group)) or group in _ALWAYS)
        self.others.show_number(plan.others)
        self.kiosks.show_number(plan.kiosks)
        self.kiosks.property("row").setVisible(bool(plan.kiosks))
        said = besides(plan, seen, tr)
        self._besides.set_words(said)
        self._besides.setVisible(bool(said))
        self.income.show_number(plan.income or 0)
        self._source.set_words(self._from_where(seen))
        self._fold()
        self._add_up()

    def _say_names(self, plan: Plan) -> None:
        tr, kind = self._desk.tr, plan.terms.connection_type
        fee = {
            "week": tr.gettext("Fee a week, each"),
            "month": tr.gettext("Fee a month, each"),
            "two-months": tr.gettext("Fee each two months"),
            "quarter": tr.gettext("Fee a quarter, each"),
            "year": tr.gettext("Fee a year, each"),
        }
        self.knobs["fee"].set_name(fee[plan.every])
        name = tr.gettext("Households")
        if kind != "household":
            name = capital(connection_name(kind, {}, tr))
        self.knobs["households"].set_name(name)

    def _from_where(self, seen: Seen) -> str:
        tr = self._desk.tr
        if seen.period is None:
            return tr.gettext("No month of the book is over yet: type what you know.")
        said = tr.gettext("From the book: {period}.").format(period=tr.period(seen.period))
        if seen.months < 12:
            more = tr.gettext("Reckoned up to a whole year.")
            said = f"{said} {more}"
        return said

    @staticmethod
    def _numbers(plan: Plan) -> dict[str, int]:
        terms = plan.terms
        first = terms.blocks[0] if terms.blocks else Block(up_to=None, price=0)
        last = terms.blocks[-1] if len(terms.blocks) > 1 else first
        uses = plan.uses or (USUAL_USE,)
        return {
            "fee": terms.fixed,
            "included": terms.included,
            "price": first.price,
            "limit": first.up_to or 0,
            "dearer": last.price,
            "used": half_up(sum(uses), len(uses)),
            "households": plan.households,
            "share": plan.share,
            "set_aside": plan.set_aside,
        }

    def _fold(self) -> None:
        blocks = self.kind.value() == BLOCKS
        for name in ("included", "price", "limit", "used"):
            self.knobs[name].setVisible(blocks)
        self.knobs["dearer"].setVisible(blocks and self.knobs["limit"].number() > 0)

    def _add_up(self) -> None:
        assert self._plan is not None
        self._aside.set_words(self._sum(self._plan.set_aside))
        self._together.set_words(self._money(self._plan.cost))

    # Moving

    def _put(self, plan: Plan) -> None:
        self._plan = plan
        self._add_up()
        self.changed.emit(plan)

    def _move(self, name: str, number: int) -> None:
        plan = self._plan
        if plan is None:
            return
        match name:
            case "households":
                plan = replace(plan, households=number)
            case "share":
                plan = replace(plan, share=number)
            case "set_aside":
                plan = replace(plan, set_aside=number)
            case "others":
                plan = replace(plan, others=number)
            case "kiosks":
                plan = replace(plan, kiosks=number)
            case "used":
                plan = replace(plan, uses=scaled(self._uses, number))
            case _:
                plan = replace(plan, terms=self._terms(plan.terms))
        if name == "limit":
            self._fold()
        self._put(plan)

    def _cost(self, group: str, amount: int) -> None:
        assert self._plan is not None
        costs = {**dict(self._plan.costs), group: amount}
        self._put(replace(self._plan, costs=tuple(costs.items())))

    def _earn(self, income: int) -> None:
        assert self._plan is not None
        self._put(replace(self._plan, income=income or None))

    def _terms(self, old: Terms) -> Terms:
        """Return the price that the numbers make."""
        at = {name: knob.number() for name, knob in self.knobs.items()}
        if self.kind.value() == FLAT:
            return Terms(connection_type=old.connection_type, fixed=at["fee"], each=old.each)
        blocks = [Block(up_to=None, price=at["price"])]
        if at["limit"] > at["included"]:
            first = Block(up_to=at["limit"], price=at["price"])
            blocks = [first, Block(up_to=None, price=at["dearer"])]
        return Terms(
            connection_type=old.connection_type,
            fixed=at["fee"],
            unit=old.unit or "m3",
            included=at["included"],
            blocks=tuple(blocks),
            each=old.each,
        )

    def _reshape(self, kind: str) -> None:
        """Go over to the other form: the fee stays, and blocks begin with what is usual."""
        plan = self._plan
        if plan is None:
            return
        if kind == BLOCKS and not plan.terms.blocks:
            used = plan.uses or (USUAL_USE,)
            middle = half_up(sum(used), len(used))
            start = self._blocks or _usual_blocks(plan.terms, middle, self._desk.currency.unit)
            numbers = self._numbers(replace(plan, terms=start, uses=used))
            for name in ("included", "price", "limit", "dearer", "used"):
                self.knobs[name].set_scale(self._scale(name, numbers[name]), numbers[name])
            plan = replace(plan, uses=used)
        self._fold()
        self._put(replace(plan, terms=self._terms(plan.terms)))


_ALWAYS: Final = ("operation", "maintenance", "administration")


def _usual_blocks(terms: Terms, used: int, unit: int) -> Terms:
    """Half of what is used comes with the fee; a m³ beyond costs what one costs today, rounded."""
    per_cubic = terms.fixed * 1000 // max(used, 1000)
    price = max(unit, half_up(per_cubic, unit) * unit)
    included = max(1000, used // 2 // 1000 * 1000)
    return Terms(
        connection_type=terms.connection_type, fixed=terms.fixed, unit="m3", included=included,
        blocks=(Block(up_to=None, price=price),),
    )  # fmt: skip


def besides(plan: Plan, seen: Seen, tr: Translator) -> str:
    """Say what comes in beside the households: from whom, and what it is worked out from."""
    said = []
    if plan.others and seen.others:
        kinds = ", ".join(connection_name(kind, {}, tr) for kind, _count in seen.others)
        words = tr.gettext("Others: {kinds}, by what their meters said in the last 12 months.")
        said.append(words.format(kinds=kinds))
    if seen.counted:
        said.append(tr.gettext("What is charged by number, such as persons, is among it."))
    if plan.kiosks:
        said.append(tr.gettext("At kiosks it is paid at once, whatever the share that pays."))
    return " ".join(said)


def scaled(uses: tuple[int, ...], middle: int) -> tuple[int, ...]:
    """Return uses with another average, each changed by the same share."""
    now = half_up(sum(uses), len(uses))
    if not now:
        return (middle,)
    return tuple(half_up(one * middle, now) for one in uses)
