"""What wears out: the register, and what to set aside for it each year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger.recovery.assets import Asset
from imt_desktop.money import any_cents, total
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.tariffs.costs.asset_forms import register_asset, take_asset_out
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook
from imt_desktop.ui.pages.tariffs.costs.mistakes import cancel
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, State, Table, Words, shortened
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.states import cut_off
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.covering import thing_name


class AssetsPart(QWidget):
    """A table of things, what has to be replaced first at the top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr = desk.tr
        self.new = Button(tr.gettext("Write something down"), "primary", "plus", "Ctrl+N")
        self._first = Button(tr.gettext("Write something down"), "primary", "plus", "Ctrl+N")
        self.out = Button(tr.gettext("Take out of use"), icon="circle-slash")
        self.mistake = Button(tr.gettext("By mistake"), icon="ban")
        self.print = Button(tr.gettext("Print"), icon="printer", key="Ctrl+P")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet")
        self.table: Table = Table(
            (
                Column[Asset](
                    tr.gettext("What, and its name"), self._name, bold=True, stretch=1, strikes=True,
                    wraps=True, second=lambda one: self._gone(one) or "",
                ),
                Column[Asset](tr.gettext("Bought"), lambda one: tr.short_date(one.bought_on)),
                Column[Asset](tr.gettext("Cost"), lambda one: tr.amount(one.cost, self._cents), right=True),
                Column[Asset](tr.gettext("Lasts until"), self._until),
                Column[Asset](
                    tr.gettext("A new one"), lambda one: tr.amount(one.replacement, self._cents), right=True
                ),
                Column[Asset](
                    tr.gettext("Set aside a year"), lambda one: tr.amount(one.yearly, self._cents),
                    right=True, bold=True,
                ),
            ),
            tr.gettext("What wears out"),
            struck=lambda one: one.out_on is not None,
            identity=lambda one: one.id,
        )  # fmt: skip
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self._sum = Words("", "strong", wrap=True)
        self._card, self._empty = Card(flush=True), Card()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tr = self._desk.tr
        self._card.add(self.table, 1)
        self._empty.add(
            EmptyState(
                tr.gettext("Nothing that wears out is written down yet"),
                tr.gettext(
                    "The pump, the tank, the pipes: when they were bought, what a new one costs and how"
                    " long it lasts. It says what to set aside each year."
                ),
                (self._first,),
            )
        )
        row = BarLayout(gap=12)
        row.addWidget(self._sum, 1)
        row.addStretch()
        for button in (self.excel, self.print, self.mistake, self.out, self.new):
            row.addWidget(button)
        column = TopBox(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        desk = self._desk
        for button in (self.new, self._first):
            button.clicked.connect(lambda: register_asset(self, desk))
        self.out.clicked.connect(self._take_out)
        self.mistake.clicked.connect(self._cancel)
        self.print.clicked.connect(lambda: desk.go.emit("notices", Wish("assets")))
        self.excel.clicked.connect(lambda: list_in_excel(self, desk, ListWanted("assets")))
        self.table.chosen.connect(lambda one: self._follow(one))
        self.table.opened.connect(lambda one: desk.go.emit("trail", TrailWish(entry=one.entry)))

    def _name(self, one: Asset) -> str:
        return self._desk.tr.about(capital(thing_name(one.what, self._desk.tr)), one.name)

    def _until(self, one: Asset) -> str:
        tr = self._desk.tr
        return tr.ngettext("{year}, after {n} year", "{year}, after {n} years", one.life).format(
            year=one.worn_out_on, n=tr.number(one.life)
        )

    def _gone(self, one: Asset) -> State | None:
        tr = self._desk.tr
        if one.out_on is None:
            return None
        return cut_off(tr.gettext("out of use since {day}").format(day=tr.short_date(one.out_on)))

    def show_look(self, look: CostsLook) -> None:
        """Show the register."""
        tr = self._desk.tr
        self._cents = any_cents(
            [money for one in look.assets for money in (one.cost, one.replacement, one.yearly)]
        )
        self.table.set_rows(look.assets)
        for shown in (self._card, self.print, self.excel, self.out, self.new, self._sum):
            shown.setVisible(bool(look.assets))
        self._empty.setVisible(not look.assets)
        yearly = total((one.yearly for one in look.assets), self._desk.currency)
        self._sum.set_words(
            tr.gettext("{amount} are to be set aside each year").format(amount=tr.money(yearly))
        )
        self._follow(self.table.row())

    def _follow(self, one: Asset | None) -> None:
        self.mistake.setVisible(one is not None)
        self.out.setVisible(one is not None and one.out_on is None)

    def _take_out(self) -> None:
        one = self.table.row()
        if isinstance(one, Asset):
            take_asset_out(self, self._desk, one)

    def _cancel(self) -> None:
        """Cancel that it is out of use, or that it was ever written down."""
        one, tr = self.table.row(), self._desk.tr
        if not isinstance(one, Asset):
            return
        if one.out_entry is not None:
            question = tr.gettext("Is “{name}” in use after all?")
        else:
            question = tr.gettext("Was “{name}” written down by mistake?")
        asked = question.format(name=shortened(one.name))
        cancel(self, self._desk, asked, one.entry if one.out_entry is None else one.out_entry)
