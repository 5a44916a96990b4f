"""Bill everyone: a preview of every bill, who is left out and why, and one button."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import capital
from imt_desktop.ledger.billed import MadeBills, bills_of, never_billed
from imt_desktop.ledger.billing import Preview, PreviewLine, preview
from imt_desktop.ledger.errors import NoTariffError
from imt_desktop.ledger.search import folded
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing import actions
from imt_desktop.ui.pages.billing.facts import BillingFacts
from imt_desktop.ui.pages.billing.left_out import LeftOutList
from imt_desktop.ui.pages.billing.made import MadeCard
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.price import set_price
from imt_desktop.ui.pages.prices import show_prices
from imt_desktop.ui.widgets import (
    Button,
    Card,
    ChipRow,
    Choice,
    Column,
    EmptyState,
    Hairline,
    MonthEdit,
    Note,
    Panes,
    SearchBox,
    Table,
    Words,
)
from imt_desktop.wording.kinds import connection_name, price_of
from imt_desktop.wording.months import months_words
from imt_desktop.wording.states import item_words

ALL, SHARED = "all", "shared"


class BillingPage(Page):
    """A month's bills before they are made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Bill everyone"))
        tr = desk.tr
        self._preview: Preview | None = None
        self._billing = False
        now = Month.of(desk.today)
        first = desk.committee.first_month
        self.month = MonthEdit(tr, now, first, max(now, first))
        self.facts = BillingFacts(desk)
        self.chips = ChipRow([], ALL, name=tr.gettext("Show"))
        self.search = SearchBox(tr.gettext("Find a member"))
        self.table = self._make_table()
        self._bills = Card(flush=True)
        self.left_out = LeftOutList(desk)
        self.made = MadeCard(desk)
        self._panes = Panes(self._lists(), self.left_out, 304, 12, least=560)
        self.gap = Note("", "triangle-alert")
        self._to_gap = Button("", size="row")
        self._gap_month = now
        self._empty = Card()
        self._empty_at: EmptyState | None = None
        self.total = Words("", "quiet", wrap=True)
        self.bill = Button(
            tr.gettext("Bill everyone"), "primary", "calendar-check", "Ctrl+Enter", "page"
        )
        self._lay_out()
        self._connect()
        self.set_first(self.table)

    def _make_table(self) -> Table:
        tr = self.desk.tr
        return Table(
            [
                Column[PreviewLine](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[PreviewLine](
                    tr.gettext("Name"), lambda row: row.name, bold=True, stretch=1,
                    key=lambda row: row.name,
                ),
                Column[PreviewLine](tr.gettext("For what"), self._why, ink="ink2"),
                Column[PreviewLine](
                    tr.gettext("Bill"), lambda row: tr.amount(row.amount), right=True, bold=True,
                    key=lambda row: row.amount,
                ),
            ],
            tr.gettext("Bills to make"),
        )  # fmt: skip

    def _lists(self) -> QWidget:
        """Lay the bills to make and those that are made in one place; one of them is shown."""
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self._bills, self.made):
            column.addWidget(card, 1)
        self.made.hide()
        return lists

    def _lay_out(self) -> None:
        self.add_action(self.month)
        self.gap.add(self._to_gap)
        self.add(self.gap)
        self.gap.hide()
        self.add(self.facts)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 12, 12, 12)
        bar.setSpacing(12)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.search)
        self._bills.body.addLayout(bar)
        self._bills.add(Hairline())
        self._bills.add(self.table, 1)
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty, 1)
        foot = self.foot()
        foot.addWidget(self.total, 1)
        foot.addStretch(1)
        foot.addWidget(self.bill)
        for part in (self._panes, self._empty, self.facts):
            part.hide()
        self.bill.setEnabled(False)

    def _connect(self) -> None:
        self.month.changed.connect(lambda _: self.load())
        self._to_gap.clicked.connect(lambda: self.show_what(self._gap_month))
        self.chips.chosen.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        self.facts.price.clicked.connect(lambda: show_prices(self, self.desk))
        self.left_out.setting_price.connect(lambda: set_price(self, self.desk, self.month.value()))
        self.bill.clicked.connect(self.bill_everyone)

    def _why(self, line: PreviewLine) -> str:
        tr = self.desk.tr
        if line.item != "fee":
            return item_words(line.item, None, tr)
        what = price_of(line.connection_type, {}, tr)
        if line.shared_by == 1:
            return what
        return tr.ngettext("{what}, shared by {n}", "{what}, shared by {n}", line.shared_by).format(
            what=what, n=line.shared_by
        )

    def load(self) -> None:
        """Work out the bills of the month."""
        month = self.month.value()
        self.desk.read(
            lambda book: preview(book, month),
            guarded(self, self._show),
            guarded(self, self._no_preview),
        )
        self.facts.load(month)
        first, now = self.desk.committee.first_month, Month.of(self.desk.today)
        self.ask(lambda book: never_billed(book, first, now), self._show_gap)

    def show_what(self, what: object) -> None:
        """Go to a month."""
        if isinstance(what, Month):
            self.month.set_value(what)
            self.load()

    def _show_gap(self, months: tuple[Month, ...]) -> None:
        """Say which months nobody was billed for."""
        tr = self.desk.tr
        self.gap.setVisible(bool(months))
        if months:
            self._gap_month = months[0]
            words = tr.gettext("Never billed: {months}.")
            self.gap.set_words(words.format(months=months_words(months, tr)))
            self._to_gap.set_words(tr.gettext("Go to {month}").format(month=tr.month(months[0])))

    def _show(self, found: Preview) -> None:
        if found.month != self.month.value():
            return
        tr = self.desk.tr
        self._billing = False
        self._preview = found
        self._show_chips(found)
        self._filter()
        self.facts.show_preview(found)
        self.facts.setVisible(bool(found.lines))
        self._show_left_out(found)
        self._bills.setVisible(bool(found.lines))
        self.made.hide()
        self._panes.setVisible(bool(found.lines))
        self._say_empty(found)
        n, month = len(found.lines), tr.month(found.month)
        self.set_title(tr.gettext("Bill everyone"), capital(month))
        self.total.set_words(
            tr.gettext("Nothing is booked before you press the button.") if n else ""
        )
        self.bill.setEnabled(bool(n))
        self.bill.set_words(
            tr.ngettext("Make {n} bill, {total}", "Make {n} bills, {total}", n).format(
                n=tr.number(n), total=tr.money(found.total)
            )
            if n
            else tr.gettext("No bills to make")
        )

    def _show_left_out(self, found: Preview) -> None:
        """Who has a bill already is left out of the bills to make, but not of the month."""
        left_out = [one for one in found.left_out if found.lines or one.reason != "billed"]
        self.left_out.show_people(left_out)
        self.left_out.setVisible(bool(left_out))

    def _show_made(self, made: MadeBills) -> None:
        """Show the bills that were made, where there are no more to make."""
        found = self._preview
        if found is None or found.month != made.month or found.lines or not made.lines:
            return
        self._empty.hide()
        self.made.show_bills(made)
        self.made.show()
        self._panes.show()

    # Filters

    def _show_chips(self, found: Preview) -> None:
        tr = self.desk.tr
        types = Counter(line.connection_type for line in found.lines if line.item == "fee")
        shared = sum(line.shared_by > 1 for line in found.lines)
        choices = [Choice(tr.gettext("All {n}").format(n=tr.number(len(found.lines))), ALL)]
        if len(types) > 1:
            for code, n in types.most_common():
                name = connection_name(code, {}, tr)
                choices.append(Choice(f"{name[:1].upper()}{name[1:24]} {tr.number(n)}", code))
        if shared:
            words = tr.gettext("On a shared connection {n}").format(n=tr.number(shared))
            choices.append(Choice(words, SHARED))
        kept = self.chips.value()
        known = {choice.value for choice in choices}
        self.chips.set_choices(choices, kept if kept in known else ALL)

    def _filter(self) -> None:
        if self._preview is None:
            return
        chosen, words = self.chips.value() or ALL, folded(self.search.text()).split()
        self.table.set_rows(
            [
                line
                for line in self._preview.lines
                if _fits(line, chosen)
                and all(word in folded(f"{line.number} {line.name}") for word in words)
            ]
        )

    # Empty pages

    def _say_empty(self, found: Preview) -> None:
        tr = self.desk.tr
        month = tr.month(found.month)
        if found.lines:
            self._empty.hide()
        elif found.left_out:
            self._put_empty(
                tr.gettext("No bills to make for {month}").format(month=month),
                self._why_none(found),
            )
            self.ask(lambda book: bills_of(book, found.month), self._show_made)
        else:
            members = Button(tr.gettext("New member"), "primary", "user-plus")
            members.clicked.connect(lambda: self.desk.go.emit("members", "new"))
            self._put_empty(
                tr.gettext("Nobody to bill yet"),
                tr.gettext("Write down the households first; each gets a bill every month."),
                members,
            )

    def _why_none(self, found: Preview) -> str:
        tr = self.desk.tr
        if all(one.reason.endswith("-later") for one in found.left_out):
            return tr.gettext("Nobody was a member yet when this time ended. Choose another month.")
        return tr.gettext("Choose another month at the top to see its bills.")

    def _no_preview(self, error: UserError) -> None:
        if not isinstance(error, NoTariffError):
            self.desk.refused.emit(error)
            return
        tr = self.desk.tr
        self._preview = None
        self.bill.setEnabled(False)
        self._panes.hide()
        self.facts.hide()
        adopt = Button(tr.gettext("Set the water price"), "primary", "scale")
        adopt.clicked.connect(lambda: set_price(self, self.desk, self.month.value()))
        self._put_empty(tr.gettext("No water price yet"), self.desk.sentence(error), adopt)

    def _put_empty(self, title: str, sentence: str, button: Button | None = None) -> None:
        if self._empty_at is not None:
            self._empty_at.deleteLater()
        self._empty_at = EmptyState(title, sentence, (button,) if button else (), drawing="board")
        self._empty.add(self._empty_at, 1)
        self._empty.show()

    def bill_everyone(self) -> None:
        """Make the bills that are shown, once."""
        if self._preview is None or self._billing:
            return
        self._billing = True
        actions.bill_everyone(self, self.desk, self._preview, self._refused)

    def _refused(self, error: UserError) -> None:
        self._billing = False
        self.desk.refused.emit(error)


def _fits(line: PreviewLine, chosen: object) -> bool:
    if chosen == SHARED:
        return line.shared_by > 1
    return chosen in (ALL, line.connection_type)
