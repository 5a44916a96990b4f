"""The list of who stands where: filters over a table in which a click at the left or Space ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.ledger.charging.arrears_list import Household
from imt_desktop.ledger.charging.ladder import STEPS
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money, any_cents
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.states import days_behind, line_of, state_of
from imt_desktop.ui.pages.standing import called
from imt_desktop.ui.widgets import (
    Card,
    ChipRow,
    Choice,
    Column,
    ComboBox,
    Hairline,
    SearchBox,
    Table,
)
from imt_desktop.wording.states import step_words

ALL, DECIDE, AGREED, DISPUTED, OFF = "all", "decide", "agreed", "disputed", "off"
TICK = 0
"""The column of the ticks."""


class StandingsTable(Table):
    """A click into the first column, or Space, ticks a household that has a step to be decided."""

    turned = Signal(object)

    def __init__(self, columns: Sequence[Column[Any]], name: str) -> None:
        super().__init__(columns, name, 56, identity=lambda row: row.member.id)
        self.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == TICK:
            self.turned.emit(self.rows()[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tick the current row."""
        at = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and at >= 0:
            self.turned.emit(self.rows()[at])
        else:
            super().keyPressEvent(event)


class StandingsList(Card):
    """Households in a table; by step, by zone, by a word. Ticked ones all have the same step to come."""

    chosen = Signal(object)
    """The Household that is chosen, or None."""
    ticked = Signal()
    """Others are ticked now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._all: tuple[Household, ...] = ()
        self._ticks: set[int] = set()
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self._wanted = ""
        self.chips = ChipRow([], ALL, name=tr.gettext("Show"))
        self.zone = ComboBox([Choice(tr.gettext("All zones"), "")])
        self.zone.setAccessibleName(tr.gettext("Zone"))
        self.search = SearchBox(tr.gettext("Find a member"))
        self.table = self._make_table()
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._filter())
        self.zone.chosen.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        self.table.chosen.connect(self.chosen)
        self.table.turned.connect(self._turn)

    def _make_table(self) -> StandingsTable:
        tr, today = self._desk.tr, self._desk.today

        def amount(one: Household) -> Money:
            return one.standing.owed if one.standing else Money(0, self._desk.currency)

        def place(one: Household) -> str:
            number = tr.gettext("No. {number}").format(number=one.member.number)
            return ", ".join(part for part in (number, one.member.house, one.member.zone) if part)

        return StandingsTable(
            [
                Column[Household](
                    "", lambda one: "", icon=self._tick_icon, icon_ink=lambda one: "teal", width=44
                ),
                Column[Household](
                    tr.gettext("Household"), lambda one: called(tr, one.member), bold=True,
                    second=place, stretch=1, yields=True, key=lambda one: folded(one.member.name),
                ),
                Column[Household](
                    tr.gettext("Where they stand"), lambda one: "", stretch=1, wraps=True,
                    state=lambda one: state_of(one, today, tr),
                    second=lambda one: line_of(one, today, tr),
                ),
                Column[Household](
                    tr.gettext("Overdue"),
                    lambda one: tr.amount(amount(one), self._cents) if one.standing else "",
                    right=True,
                    bold=True, second=lambda one: days_behind(one, tr), key=amount,
                ),
            ],
            tr.gettext("Who stands where"),
        )  # fmt: skip

    def _tick_icon(self, one: Household) -> str:
        if not one.proposed:
            return ""
        return "circle-check" if one.member.id in self._ticks else "circle"

    def _lay_out(self) -> None:
        bar, under = QHBoxLayout(), QHBoxLayout()
        bar.setContentsMargins(12, 12, 12, 0)
        bar.addWidget(self.chips, 1)
        under.setContentsMargins(12, 8, 12, 12)
        under.setSpacing(12)
        under.addWidget(self.search, 1)
        under.addWidget(self.zone)
        self.body.addLayout(bar)
        self.body.addLayout(under)
        self.add(Hairline())
        self.add(self.table, 1)

    def set_households(self, households: tuple[Household, ...]) -> None:
        """Show these; ticks stay with those who have the same step to come as when they were ticked."""
        ticked = {one.member.id: one for one in self.ticked_ones()}
        self._all = households
        self._cents = any_cents([one.standing.owed for one in households if one.standing])
        ids = ((one, ticked.get(one.member.id)) for one in households)
        self._ticks = {one.member.id for one, then in ids if then and _together(one, then)}
        self._show_chips()
        tr = self._desk.tr
        zones = sorted({one.member.zone for one in households if one.member.zone}, key=folded)
        everywhere = Choice(tr.gettext("All zones"), "")
        self.zone.set_choices([everywhere, *(Choice(zone, zone) for zone in zones)])
        self.zone.setVisible(len(zones) > 1)
        self._filter()
        self.ticked.emit()

    def _show_chips(self) -> None:
        tr = self._desk.tr
        choices = []
        for value, words in self._filters().items():
            n = sum(map(FITS[value], self._all))
            if n or value == ALL:
                said = tr.pgettext("a filter and how many", "{what} {n}")
                choices.append(Choice(said.format(what=words, n=tr.number(n)), value))
        kept, self._wanted = self._wanted or self.chips.value(), ""
        there = {choice.value for choice in choices}
        self.chips.set_choices(choices, kept if kept in there else ALL)

    def _filters(self) -> dict[str, str]:
        tr = self._desk.tr
        return {
            ALL: tr.gettext("All"),
            DECIDE: tr.gettext("To decide"),
            **{step: step_words(step, tr) for step in STEPS},
            AGREED: tr.gettext("In instalments"),
            DISPUTED: tr.gettext("Disputed"),
            OFF: tr.gettext("Cut off"),
        }

    def show_only(self, what: str) -> None:
        """Choose a filter; where nothing is read yet, as soon as it is."""
        if self._all:
            self.chips.set_value(what)
            self._filter()
        else:
            self._wanted = what

    def _filter(self) -> None:
        chosen, zone = str(self.chips.value() or ALL), str(self.zone.value() or "")
        words = folded(self.search.text()).split()
        rows = [
            one
            for one in self._all
            if FITS[chosen](one)
            and zone in ("", one.member.zone)
            and all(word in folded(f"{one.member.number} {one.member.name}") for word in words)
        ]
        self.table.set_rows(rows)
        if rows and self.table.row() is None:
            self.table.choose(rows[0])
        self.chosen.emit(self.table.row())

    # Ticks

    def ticked_ones(self) -> tuple[Household, ...]:
        """Return the households that are ticked."""
        return tuple(one for one in self._all if one.member.id in self._ticks)

    def _turn(self, one: Household) -> None:
        """Tick, or take the tick away; households with another step to come lose theirs."""
        if not one.proposed:
            return
        if one.member.id in self._ticks:
            self._ticks.discard(one.member.id)
        else:
            same = {other.member.id for other in self.ticked_ones() if _together(other, one)}
            self._ticks = same | {one.member.id}
        self._told()

    def tick_like(self, one: Household | None) -> None:
        """Tick all households in view that have the same step to come as one."""
        if one is None or not one.proposed:
            return
        wanted = {other.member.id for other in self.table.rows() if _together(other, one)}
        self._ticks = set() if wanted == self._ticks else wanted
        self._told()

    def _told(self) -> None:
        self.table.viewport().update()
        self.ticked.emit()


def _together(one: Household, other: Household) -> bool:
    return one.proposed == other.proposed


def _at(step: str) -> Callable[[Household], bool]:
    return lambda one: one.proposed == step


FITS: dict[str, Callable[[Household], bool]] = {
    ALL: lambda one: True,
    DECIDE: lambda one: bool(one.proposed),
    **{step: _at(step) for step in STEPS},
    AGREED: lambda one: one.agreement is not None,
    DISPUTED: lambda one: one.disputed is not None,
    OFF: lambda one: one.cut_off,
}
"""Which households a filter shows."""
