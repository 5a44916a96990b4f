"""Bill everyone: readings first, then a preview that explains every bill, one button, and the papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.billed import MadeBill, MadeBills, bills_of, never_billed
from imt_desktop.ledger.billing import LeftOut, Preview
from imt_desktop.ledger.charging.errors import WeekNeededError
from imt_desktop.ledger.charging.overview import ChargeRow, ChargeSheet, look
from imt_desktop.ledger.errors import NoTariffError
from imt_desktop.period import Month, Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing import actions
from imt_desktop.ui.pages.billing.bills import BillsCard, Counts, count
from imt_desktop.ui.pages.billing.facts import BillingFacts
from imt_desktop.ui.pages.billing.left_out import LeftOutList
from imt_desktop.ui.pages.billing.made import MadeCard
from imt_desktop.ui.pages.billing.readings.view import ReadingsView
from imt_desktop.ui.pages.billing.stages import PREVIEW, PRINT, READINGS, Stages
from imt_desktop.ui.pages.billing.unbilled import Unbilled
from imt_desktop.ui.pages.billing.when import When
from imt_desktop.ui.pages.charges.contributions import show_contributions
from imt_desktop.ui.pages.charges.counting import count_for_bills
from imt_desktop.ui.pages.charges.gatherings import who_was_absent, who_worked
from imt_desktop.ui.pages.members.wish import MemberWish
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.price import set_price
from imt_desktop.ui.pages.prices import show_prices
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.pages.walking.leaving import unbooked_readings
from imt_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    MenuButton,
    MenuItem,
    Note,
    Panes,
    Words,
    confirm,
)
from imt_desktop.wording.months import periods_words

_TITLE = 170
"""Pixels that the title keeps beside the steps."""


_BEGINS: Final[Mapping[str, Callable[[QWidget, Desk], object]]] = {
    "contributions": show_contributions,
    "labour": who_worked,
    "absences": who_was_absent,
}
"""What other pages and the search may begin here."""


class BillingPage(Page):
    """A period's bills before they are made, and after."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Bill everyone"))
        tr = desk.tr
        self._found: ChargeSheet | None = None
        self._made: MadeBills | None = None
        self._billing = False
        self._asked_for = ""
        self._file: Path | None = None
        self._readings: ReadingsView | None = None
        self.when = When(desk)
        self.month = self.when.month
        self.stages = Stages(tr)
        self.facts = BillingFacts(desk)
        self.bills = BillsCard(desk)
        self.table, self.chips, self.search = self.bills.table, self.bills.chips, self.bills.search
        self.left_out = LeftOutList(desk)
        self.made = MadeCard(desk)
        self._panes = Panes(self._lists(), self.left_out, 304, 12, least=560)
        self.gap = Note("", "triangle-alert")
        self._to_gap = Button("", size="row")
        self._missing = self.month.value().period
        self.unbilled = Unbilled(tr)
        self._empty = Card()
        self._empty_at: EmptyState | None = None
        self.total = Words("", "quiet", wrap=True)
        self.print_preview = Button(
            tr.gettext("Print this preview"), icon="printer", key="Ctrl+P", size="page",
            short=tr.gettext("Print"),
        )  # fmt: skip
        self.bill = Button(
            tr.gettext("Bill everyone"), "primary", "calendar-check", "Ctrl+Enter", "page"
        )
        self.more = MenuButton(tr.gettext("More"), self._more, key="F10", size="page")
        self.print_bills = Button(
            tr.gettext("Print the bills"), "primary", "printer", "Ctrl+P", "page"
        )
        self._lay_out()
        self._connect()
        self.set_first(self.table)

    def _lists(self) -> QWidget:
        """Lay the bills to make and those that are made in one place; one of them is shown."""
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.bills, self.made):
            column.addWidget(card, 1)
        self.made.hide()
        return lists

    def _lay_out(self) -> None:
        self.hold_title(_TITLE)
        self.add_action(self.stages)
        self.add_action(self.when)
        self.gap.add(self._to_gap)
        self.add(self.gap)
        self.gap.hide()
        self.add(self.unbilled)
        self.add(self.facts)
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty, 1)
        foot = self.foot()
        foot.addWidget(self.total, 1)
        foot.addStretch(1)
        for button in (self.more, self.print_preview, self.bill, self.print_bills):
            foot.addWidget(button)
        for part in (self._panes, self._empty, self.facts, self.print_preview, self.print_bills):
            part.hide()
        self.bill.setEnabled(False)

    def _connect(self) -> None:
        OnlyOfficers(self.desk, self, self.bill)
        self.when.changed.connect(self._other_period)
        self.stages.wanted.connect(self.show_stage)
        self._to_gap.clicked.connect(self._go_to_missing)
        self.unbilled.look.clicked.connect(self._look_at_unbilled)
        self.facts.price.clicked.connect(lambda: show_prices(self, self.desk))
        for rows in (self.bills.table, self.made.table, self.left_out.list):
            rows.opened.connect(self._open_member)
        for fact in (self.facts.bills, self.facts.amount, self.facts.ahead, self.facts.late):
            fact.clicked.connect(self.table.setFocus)
        self.left_out.setting_price.connect(lambda: set_price(self, self.desk, self.month.value()))
        self.left_out.counting.connect(self.count)
        self.bill.clicked.connect(self.bill_everyone)
        self.print_preview.clicked.connect(lambda: self._print("charging"))
        self.print_bills.clicked.connect(lambda: self._print("bills"))

    def _more(self) -> list[MenuItem]:
        """What is asked of members besides water."""
        tr, desk = self.desk.tr, self.desk
        by_number = self._found is not None and any(one.each for one in self._found.forms.terms)
        counting = MenuItem(
            tr.gettext("Livestock, carts, jerricans: how many?"), self.count, "pencil"
        )
        return [
            *([counting] if by_number else []),
            MenuItem(
                tr.gettext("Contributions: who has given"),
                partial(show_contributions, self, desk), "hand-coins",
            ),
            MenuItem(tr.gettext("Who worked?"), partial(who_worked, self, desk), "wrench"),
            MenuItem(
                tr.gettext("Who was absent?"), partial(who_was_absent, self, desk), "circle-slash"
            ),
        ]  # fmt: skip

    def _open_member(self, row: ChargeRow | MadeBill | LeftOut) -> None:
        """A bill is looked at and put right on the member's card."""
        self.desk.go.emit("members", MemberWish(row.number))

    def count(self) -> None:
        """Ask how many there are of what the price charges by number."""
        if self._found is not None:
            plan = self._found.plan
            count_for_bills(self, self.desk, plan.month, plan.period)

    # Readings.

    @property
    def readings(self) -> ReadingsView:
        """The grid of readings; it is built when it is first needed."""
        if self._readings is None:
            self._readings = ReadingsView(self.desk)
            self._readings.left.connect(lambda: self.show_stage(PREVIEW))
            self._readings.printing.connect(lambda: self._print("readings"))
            self._readings.hide()
            self.add(self._readings, 1)
        return self._readings

    @property
    def help_key(self) -> str:
        """The readings have help of their own."""
        return "readings" if self.stages.stage == READINGS else ""

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Ask before readings are left that are typed and not saved."""
        if self._readings is None or not self._readings.unbooked:
            return True
        dialog = unbooked_readings(self, self.desk.tr, self._readings.unbooked)
        dialog.kept.connect(self._readings.keeper.flush)
        dialog.kept.connect(go_on)
        dialog.open()
        return False

    # Reading.

    def load(self) -> None:
        """Work out the bills of the period."""
        month, day = self.month.value(), self.when.day

        def read(book: Reading) -> tuple[ChargeSheet, Counts, MadeBills]:
            found = look(book, month, day)
            return found, count(found.rows), bills_of(book, month, found.plan.period)

        if self._readings is not None:
            self._readings.load(month, day)

        self.desk.read(read, guarded(self, self._show), guarded(self, self._no_preview))
        first, today = self.desk.committee.first_month, self.desk.today
        self.ask(lambda book: never_billed(book, first, today), self._show_gap)

    def _other_period(self) -> None:
        self._asked_for = ""
        self.load()

    def show_what(self, what: object) -> None:
        """Go to a month, to a step, or to the readings with a file of them."""
        if isinstance(what, Month | Period):
            self.when.go_to(what.period if isinstance(what, Month) else what)
            self._other_period()
        elif what in (READINGS, PREVIEW, PRINT):
            self._asked_for = str(what)
            self.load()
        elif isinstance(what, Path):
            self._file, self._asked_for = what, READINGS
            self.load()
        elif (begin := _BEGINS.get(str(what))) is not None:
            begin(self, self.desk)

    def _go_to_missing(self) -> None:
        """The button hides once one is there: the arrows go on from the month that is shown."""
        self.month.setFocus()
        self.show_what(self._missing)

    def _look_at_unbilled(self) -> None:
        """The button that led here is hidden: the keys go on among the bills to make."""
        self.show_stage(PREVIEW)
        self.table.setFocus()

    def _show_gap(self, periods: tuple[Period, ...]) -> None:
        """Say which periods nobody was billed for."""
        tr = self.desk.tr
        self.gap.setVisible(bool(periods))
        if periods:
            self._missing = missing = periods[0]
            words = tr.gettext("Never billed: {months}.")
            self.gap.set_words(words.format(months=periods_words(periods, tr)))
            go_to = tr.gettext("Go to {month}").format(month=tr.period(missing, alone=False))
            self._to_gap.set_words(go_to)
            self._to_gap.setVisible(not self.when.lies_in(missing))

    def _show(self, read: tuple[ChargeSheet, Counts, MadeBills]) -> None:
        found, counts, made = read
        if found.plan.month != self.month.value():
            return
        self._billing = False
        self._found, self._made = found, made
        self.when.show_period(found.plan.period)
        tr = self.desk.tr
        self.set_title(tr.gettext("Bill everyone"))  # the month stands beside it
        self.bills.show_sheet(found, counts)
        self.facts.show_sheet(found)
        self.made.show_bills(made)
        self._show_button(found)
        self._offer_stages(found, made)
        self.show_stage(self._asked_for or self._usual_stage(found, made))
        self._take_file(found)

    def _take_file(self, found: ChargeSheet) -> None:
        """Type in the file of readings that another page brought."""
        file, self._file = self._file, None
        if file is not None and found.metered:
            self.readings.bring(file)
        elif file is not None:
            words = self.desk.tr.gettext(
                "No water price goes by the meter yet. Write such a price under Tariffs first."
            )
            self.desk.said.emit(words)

    def _offer_stages(self, found: ChargeSheet, made: MadeBills) -> None:
        unread = any(one.reason == "no-reading" for one in found.plan.left_out)
        if found.metered and self._readings is None:
            self.readings.load(self.month.value(), self.when.day)
        billed = made.billed and not any(row.fee for row in found.rows)
        self.stages.offer(found.metered, not unread, billed)

    def _usual_stage(self, found: ChargeSheet, made: MadeBills) -> str:
        """Return the step that one is at: meters want reading first, bills that are made printing."""
        fees = any(row.fee for row in found.rows)
        if found.metered and not made.billed and not found.measured:
            return READINGS
        return PRINT if made.billed and not fees else PREVIEW

    def _show_left_out(self, found: ChargeSheet, stage: str) -> None:
        """Who has a bill already is left out of the bills to make, but not of the month."""
        left = [one for one in found.plan.left_out if stage == PREVIEW or one.reason != "billed"]
        only = {row.number for row in found.rows if not row.fee} if stage == PREVIEW else set()
        self.left_out.show_people(left, only)
        self.left_out.setVisible(bool(left))

    def _show_button(self, found: ChargeSheet) -> None:
        tr, n = self.desk.tr, found.members
        self.bill.setEnabled(bool(n))
        said = tr.ngettext("Bill {n} member, {total}", "Bill {n} members, {total}", n)
        if not found.fees:
            said = tr.ngettext(
                "Late fees and fines only: {n} member, {total}",
                "Late fees and fines only: {n} members, {total}",
                n,
            )
        self.bill.set_words(
            said.format(n=tr.number(n), total=tr.money(found.plan.total))
            if n
            else tr.gettext("No bills to make")
        )

    # Steps.

    def show_stage(self, stage: str) -> None:
        """Show a step."""
        found, made = self._found, self._made
        if found is None or made is None:
            return
        if stage == READINGS and not found.metered:
            stage = PREVIEW
        self._asked_for = stage
        self.stages.show_stage(stage)
        rows, printing = bool(found.rows), stage == PRINT
        self.unbilled.show_sheet(found, printing and made.billed)
        if self._readings is not None:
            self._readings.setVisible(stage == READINGS)
        self.facts.setVisible(stage == PREVIEW and rows)
        self.bills.setVisible(stage == PREVIEW and rows)
        self.made.setVisible(printing and bool(made.lines))
        self._panes.setVisible((printing and bool(made.lines)) or (stage == PREVIEW and rows))
        self._show_left_out(found, stage)
        self.left_out.show_note(stage == PREVIEW)
        self.print_preview.setVisible(stage == PREVIEW and rows)
        self.bill.setVisible(stage == PREVIEW)
        self.print_bills.setVisible(printing and bool(made.lines))
        self.more.setVisible(stage != READINGS)
        self._say_foot(stage)
        self._say_empty(stage)

    def _say_foot(self, stage: str) -> None:
        tr = self.desk.tr
        self.total.setVisible(stage == PRINT)
        self.total.set_words(
            tr.gettext("Two bills to a sheet, or on the roll; all together or zone by zone.")
        )

    def _print(self, paper: str) -> None:
        if self._found is not None:
            self.desk.go.emit("notices", Wish(paper, self._found.plan.period))

    # Empty pages

    def _say_empty(self, stage: str) -> None:
        found, made, tr = self._found, self._made, self.desk.tr
        assert found is not None and made is not None
        month = tr.period(found.plan.period, alone=False)
        if (
            stage == READINGS
            or (stage == PREVIEW and found.rows)
            or (stage == PRINT and made.lines)
        ):
            self._empty.hide()
        elif stage == PRINT:
            self._put_empty(
                tr.gettext("No bills made for {month} yet").format(month=month),
                tr.gettext("Look at the preview and make them; then they are printed here."),
            )
        elif found.plan.left_out:
            self._put_empty(
                tr.gettext("No bills to make for {month}").format(month=month),
                self._why_none(found.plan),
            )
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
        if isinstance(error, WeekNeededError) and self.when.day is None:
            self.when.offer_weeks(True)
            self.load()
            return
        self._file = None
        if not isinstance(error, NoTariffError):
            self.desk.refused.emit(error)
            return
        tr = self.desk.tr
        self._found = self._made = None
        self.bill.setEnabled(False)
        for part in (self._panes, self.facts, self.unbilled, self.print_preview, self.print_bills):
            part.hide()
        if self._readings is not None:
            self._readings.hide()
        adopt = Button(tr.gettext("Set the water price"), "primary", "scale")
        adopt.clicked.connect(lambda: set_price(self, self.desk, self.month.value()))
        self._put_empty(tr.gettext("No water price yet"), self.desk.sentence(error), adopt)

    def _put_empty(self, title: str, sentence: str, button: Button | None = None) -> None:
        if self._empty_at is not None:
            self._empty_at.deleteLater()
        self._empty_at = EmptyState(title, sentence, (button,) if button else (), drawing="board")
        self._empty.add(self._empty_at, 1)
        self._empty.show()
        focus = self.window().focusWidget()
        if button is not None and not (focus and self.when.isAncestorOf(focus)):
            button.setFocus()

    # Billing.

    def bill_everyone(self) -> None:
        """Make the bills that are shown, once."""
        if self._found is None or self._billing or not self._found.rows:
            return
        if not self._found.fees and not self._only_extras(self._found):
            return
        self._billing = True
        actions.bill_everyone(
            self, self.desk, self._found, self.when.day, self._billed, self._refused
        )

    def _only_extras(self, found: ChargeSheet) -> bool:
        """Ask before late fees and fines are billed without any water: mostly a step was forgotten."""
        tr = self.desk.tr
        unread = any(one.reason == "no-reading" for one in found.plan.left_out)
        return confirm(
            self,
            tr,
            tr.gettext("Bill late fees and fines only?"),
            tr.gettext(
                "No reading of {month} is saved, so nobody is billed for water. Save the readings first, "
                "and late fees and fines come with the water."
            ).format(month=tr.period(found.plan.period, alone=False))
            if unread
            else tr.gettext(
                "Nobody is billed for water with them: all have their bill, or get none."
            ),
            tr.gettext("Bill {total}").format(total=tr.money(found.plan.total)),
        )

    def _billed(self) -> None:
        """The bills are made: what follows is printing them."""
        self._asked_for = PRINT

    def _refused(self, error: UserError) -> None:
        self._billing = False
        self.desk.refused.emit(error)
