"""Costs: whether the price covers them, the budget, what wears out, savings and gifts, under tabs."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget

from imt_desktop.journal import Reading
from imt_desktop.period import Month, Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.tariffs.costs.assets_part import AssetsPart
from imt_desktop.ui.pages.tariffs.costs.budget_part import BudgetPart
from imt_desktop.ui.pages.tariffs.costs.covered_part import CoveredPart
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook, read_costs
from imt_desktop.ui.pages.tariffs.costs.savings_part import SavingsPart
from imt_desktop.ui.pages.tariffs.view import View
from imt_desktop.ui.widgets import Choice, PeriodEdit
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.tabs import Tabs

COVERED, BUDGET, ASSETS, SAVINGS = "recovery", "budget", "assets", "savings"
OF_A_YEAR: Final = (COVERED, BUDGET, SAVINGS)
_WORKED_OUT: Final = {"replacement": ASSETS, "reserve": SAVINGS}
"""Where it is worked out what is to be set aside, by its cost group."""


class CostsView(View):
    """One year of the book, under four tabs."""

    help_key = "costs"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = desk.tr
        choices = [
            Choice(tr.gettext("Is it covered?"), COVERED),
            Choice(tr.gettext("Budget"), BUDGET),
            Choice(tr.gettext("What wears out"), ASSETS),
            Choice(tr.gettext("Savings and gifts"), SAVINGS),
        ]
        self.tabs = Tabs(choices, tr.gettext("What to look at"))
        this = Month.of(desk.today)
        self.year = PeriodEdit(tr, desk.committee.first_month, this, "year")
        self.year.set_value(Period.year(this.year))
        self.covered, self.budget = CoveredPart(desk), BudgetPart(desk)
        self.assets, self.savings = AssetsPart(desk), SavingsPart(desk)
        self._parts = {
            COVERED: self.covered, BUDGET: self.budget, ASSETS: self.assets, SAVINGS: self.savings,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        bar = BarLayout(gap=12)
        bar.addWidget(self.tabs)
        bar.addStretch()
        bar.addWidget(self.year)
        self.body.addLayout(bar)
        self.add(self._stack, 1)
        self.tabs.chosen.connect(lambda key: self._turn(str(key)))
        self.covered.leading.connect(lambda group: self.tabs.set_value(_WORKED_OUT[group]))
        self.year.changed.connect(lambda _: self.load())

    def load(self) -> None:
        """Read the year."""
        year = self.year.value()

        def read(book: Reading) -> CostsLook:
            return read_costs(book, year)

        self.ask(read, self._show)

    def _show(self, look: CostsLook) -> None:
        if look.year != self.year.value():
            return
        for part in (self.covered, self.budget, self.assets, self.savings):
            part.show_look(look)

    def _turn(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])
        self.year.setVisible(key in OF_A_YEAR)
        this = Month.of(self.desk.today)
        self.year.set_latest(Month(this.year + 1, 12) if key == BUDGET else this)

    def show_what(self, what: object) -> None:
        """Show a tab by its key."""
        if what in self._parts:
            self.tabs.set_value(what)

    def begin(self) -> None:
        """Begin at the tabs."""
        self.tabs.setFocus()
