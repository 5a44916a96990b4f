"""Figures that the book itself answers: today's value, its past, what is good, and who watches it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.oversight.indicators import Figure
from imt_desktop.period import Month
from imt_desktop.plan.actions import OriginLine
from imt_desktop.plan.queries import Action
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.plan.action_form import Begun
from imt_desktop.ui.pages.plan.look import PlanLook
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import (
    Button,
    Card,
    EvenRow,
    FlowRow,
    State,
    StateLine,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.sparkline import Sparkline
from imt_desktop.ui.widgets.states import done, due
from imt_desktop.wording.figures import figure_words, guide_words, target_words, time_words
from imt_desktop.wording.plan import pack_words

LEADS: Final[Mapping[str, tuple[str, object]]] = {
    "collected": ("members", "behind"),
    "arrears-90": ("members", "behind"),
    "unbanked": ("money", CashBookWish),
    "cash-above-limit": ("money", CashBookWish),
    "vouchers": ("trail", "money-out"),
    "two-signatures": ("trail", "money-out"),
    "months-closed": ("closing", "closed"),
    "statements-in-time": ("notices", "issued"),
    "bank-reconciled": ("money", "papers"),
    "counts-agree": ("money", "counts"),
    "pad-gaps": ("money", "pads"),
    "cost-recovery": ("tariffs", TariffsWish("costs", "recovery")),
    "reserve-set-aside": ("tariffs", TariffsWish("costs", "savings")),
    "complaints-in-time": ("complaints", "all"),
    "house-visits": ("audit", "households"),
    "assemblies-held": ("meetings", None),
    "women-in-post": ("settings", "officers"),
    "labour-days": ("billing", "contributions"),
    "water-tests": ("service", None),
    "days-without-water": ("service", None),
}
"""Where what each figure is made of is shown: a page, and what of it.

Of a figure by month: the cash book of its month, or with ``trail`` its entries of a kind.
"""


class FigureCard(Card):
    """One figure. ``wanted`` asks for an action against it, ``opened`` for one that watches it."""

    wanted = Signal(object)
    opened = Signal(int)

    def __init__(
        self, desk: Desk, figure: Figure, watching: Sequence[Action], writes: bool
    ) -> None:
        tr, one = desk.tr, figure.indicator
        super().__init__(pack_words(one.title, tr))
        self.figure = figure
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.value = Words(_value(figure, watching, desk), "title", wrap=False)
        row.addWidget(self.value)
        row.addStretch(1)
        if figure.past and figure.value is not None:
            line = Sparkline()
            line.show_past(figure.past, one.good, self.value.text())
            row.addWidget(line)
        self.add(head)
        when = "" if figure.value is None else time_words(figure.period, desk.today, desk.tr)
        self.when = Words(when, "second", wrap=True)
        self.add(self.when)
        self.when.setVisible(bool(when))
        self.add(StateLine(_state(figure, desk)))
        self.add(Words(pack_words(one.words, tr), "quiet", wrap=True))
        for words in dict.fromkeys(_other_target(figure, each, desk) for each in watching):
            if words:
                self.add(Words(words, "second", wrap=True))
        self.add(Words(_source(figure, desk), "hint", wrap=True))
        self.body.addStretch(1)
        self.add(FlowRow(self._buttons(desk, watching, writes), gap=8))

    def _buttons(self, desk: Desk, watching: Sequence[Action], writes: bool) -> list[Button]:
        made = []
        page, what = _lead(self.figure, Month.of(desk.today))
        if page in desk.pages:
            lead = Button(desk.tr.gettext("Open"), "quiet", "arrow-right", size="row")
            lead.clicked.connect(lambda: desk.go.emit(page, what))
            made.append(lead)
        for action in watching:
            words = shortened(action.title, 40)
            button = Button(words, "quiet", "kanban", size="row")
            button.clicked.connect(lambda _=False, number=action.id: self.opened.emit(number))
            made.append(button)
        if writes:
            make = Button(desk.tr.gettext("Make it an action"), icon="plus", size="row")
            make.clicked.connect(lambda: self.wanted.emit(begun(self.figure, desk)))
            made.append(make)
        return made


def _lead(figure: Figure, now: Month) -> tuple[str, object]:
    """Return a page, and what it is to show of the month that the figure is of."""
    page, what = LEADS.get(figure.indicator.code, ("", None))
    month = Month.of(figure.period.last) if figure.period else now.shift(-1)
    if what is CashBookWish:
        return page, CashBookWish(month)
    if page == "trail":
        return page, TrailWish(kind=str(what), first=month.first, last=month.last)
    return page, what


def begun(figure: Figure, desk: Desk) -> Begun:
    """Begin an action from a figure of the book."""
    one = figure.indicator
    origin = OriginLine(what="figure", about=one.code)
    return Begun(title=pack_words(one.title, desk.tr), figure=one.code, origin=origin)


def _value(figure: Figure, watching: Sequence[Action], desk: Desk) -> str:
    one = figure.indicator
    if figure.value is None:
        return "–"
    targets = (one.good, *(each.watch.target for each in watching if each.watch))
    return figure_words(one.unit, figure.value, desk.tr, desk.currency, targets)


def _state(figure: Figure, desk: Desk) -> State:
    tr, one = desk.tr, figure.indicator
    if figure.value is None:
        return State("off", tr.gettext("not enough months"), "circle")
    if one.good is None:
        return State("info", tr.gettext("the field names no good value"), "info")
    good = target_words(one.unit, one.good, one.upward, tr, desk.currency, (figure.value,))
    if figure.good:
        return done(tr.gettext("good: {target}").format(target=good))
    return due(tr.gettext("not yet good: {target}").format(target=good))


def _other_target(figure: Figure, action: Action, desk: Desk) -> str:
    """Say what an action wants, where that is something else than the field's guide."""
    watch, tr, currency = action.watch, desk.tr, desk.currency
    assert watch is not None
    if not guide_words(figure.indicator, watch.target, tr, currency):
        return ""
    beside = (figure.value, figure.indicator.good)
    target = target_words(watch.unit, watch.target, watch.upward, tr, currency, beside)
    return tr.gettext("Our own target: {target}").format(target=target)


def _source(figure: Figure, desk: Desk) -> str:
    tr, one = desk.tr, figure.indicator
    source = tr.gettext(one.source)
    if one.confirmed:
        return tr.gettext("Source: {source}").format(source=source)
    return tr.gettext("Not confirmed. Source: {source}").format(source=source)


class FiguresView(QWidget):
    """All figures of the book, three beside each other."""

    wanted = Signal(object)
    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: list[FigureCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._grid: QWidget | None = None

    def show_figures(self, look: PlanLook, writes: bool) -> None:
        """Show other figures."""
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self.cards = [
            FigureCard(self._desk, figure, _watching(look, figure), writes)
            for figure in look.figures.values()
        ]
        for card in self.cards:
            card.wanted.connect(self.wanted)
            card.opened.connect(self.opened)
        self._grid = EvenRow(list(self.cards), most=3)
        self._column.insertWidget(0, self._grid)
        self._column.addStretch(1)


def _watching(look: PlanLook, figure: Figure) -> list[Action]:
    code = figure.indicator.code
    return [one for one in look.actions if one.watch and one.watch.figure == code and one.open]
