"""How many there are of what a price charges by number: livestock, carts, jerricans, plots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import capital
from imt_desktop.ledger.charging.countable import Countable, countables
from imt_desktop.ledger.charging.quantities import QuantitiesRequest, QuantityLine, count_things
from imt_desktop.period import Month, Period
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.tariffs.editor.parts import Parts
from imt_desktop.ui.widgets import Choice, EvenRow, shortened
from imt_desktop.wording.kinds import connection_name
from imt_desktop.wording.tariffs import unit_words

COUNTED: Final = Changes(balances=True)


def count_for_bills(page: QWidget, desk: Desk, month: Month, period: Period) -> None:
    """Ask how many there are, for the bills of a period; those that are not counted come first."""

    def ask(found: Sequence[Countable]) -> None:
        if found:
            on = min(desk.today, period.last)
            again = partial(count_for_bills, page, desk, month, period)
            CountForm(page, desk, found, on, again).open()
        else:
            desk.said.emit(desk.tr.gettext("The water price charges nothing by number."))

    desk.read(lambda book: countables(book, month, period), guarded(page, ask))


class CountForm(Form):
    """One connection after another; what was counted before stands in the fields."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        found: Sequence[Countable],
        on: date,
        again: Callable[[], object],
    ) -> None:
        tr = desk.tr
        super().__init__(
            page, desk, tr.gettext("How many?"), tr.gettext("Write it down"),
            tr.gettext("Some pay by number. Nobody is billed by guess: without a count there is no bill."),
            wide=560,
        )  # fmt: skip
        self._by_connection = {one.connection: one for one in found}
        self._parts = Parts(self, lambda: None)
        self._names: list[str] = []
        whose = [Choice(self._words(one), one.connection) for one in found]
        self.row(self.choice("connection", tr.gettext("Whose?"), whose))
        units = dict.fromkeys(unit for one in found for unit, _count in one.counts)
        self._counts = {
            unit: self._parts.quantity(f"count/{unit}", capital(unit_words(unit, tr)))
            for unit in units
        }
        self.add(EvenRow(list(self._counts.values()), most=2))
        holds = [
            Choice(tr.gettext("until it is counted again"), False),
            Choice(tr.gettext("for these bills only"), True),
        ]
        self.row(
            self.day("on", tr.gettext("Day"), on),
            self.choice("once", tr.gettext("It holds"), holds),
        )
        self.fields.when("connection", lambda _connection: self._follow())
        self.asks(
            self.request, count_things, COUNTED, tr.gettext("It is written down."), again=again
        )
        self._follow()

    def _words(self, one: Countable) -> str:
        kind = one.label or connection_name(one.type, {}, self.desk.tr)
        return f"{one.number} {shortened(one.name, 40)}, {shortened(kind, 24)}"

    @property
    def _chosen(self) -> Countable:
        return self._by_connection[self.value_of("connection")]

    def _follow(self) -> None:
        """Show the fields of the connection that is chosen, with what is known of it."""
        known = dict(self._chosen.counts)
        for unit, field in self._counts.items():
            field.setVisible(unit in known)
            count = known.get(unit)
            words = "0" if count == 0 else self._parts.written(_whole(count) if count else None)
            field.editor.setText(words)  # type: ignore[attr-defined]  # all are line edits

    def request(self) -> QuantitiesRequest:
        """Return what was typed; an empty field says nothing."""
        on, once, chosen = self.day_of("on"), bool(self.value_of("once")), self._chosen
        self._names = []
        lines = []
        for unit, _count in chosen.counts:
            count = self._parts.quantity_of(f"count/{unit}")
            if count is not None:
                self._names.append(f"count/{unit}")
                lines.append(
                    QuantityLine(
                        connection=chosen.connection, unit=unit, count=count, on=on, once=once
                    )
                )
        return QuantitiesRequest(lines=tuple(lines))

    def refuse(self, error: UserError) -> None:
        """Show a mistake of a line beside its own field."""
        line, _slash, name = (error.field or "").partition("/")
        if line.isdecimal():
            error.field = self._names[int(line) - 1] if name == "count" else name
        elif error.field == "lines":
            error.field = next(f"count/{unit}" for unit, _count in self._chosen.counts)
        super().refuse(error)


def _whole(thousandths: int) -> Decimal:
    return Decimal(thousandths) / 1000
