"""Bill everyone: a preview of every bill, who is left out and why, and one button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from imt_desktop.errors import UserError
from imt_desktop.ledger.billing import LeftOut, Preview, PreviewLine, preview
from imt_desktop.ledger.errors import NoTariffError
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing import actions
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.price import set_price
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    MonthEdit,
    PeopleList,
    PersonLine,
    Table,
    Words,
)
from imt_desktop.wording.kinds import price_of


class BillingPage(Page):
    """A month's bills before they are made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Bill everyone"), scrolls=False)
        tr = desk.tr
        self._preview: Preview | None = None
        now = Month.of(desk.today)
        self.month = MonthEdit(
            tr, now, desk.committee.first_month, max(now, desk.committee.first_month)
        )
        self.table = self._make_table()
        self.left_out = PeopleList(self._left_line, tr.gettext("Left out"), compact=True)
        self._bills = Card(tr.gettext("Bills to make"), ruled=True, flush=True)
        self._left = Card(tr.gettext("Left out"), ruled=True, flush=True)
        self._empty = Card()
        self._empty_at: EmptyState | None = None
        self.total = Words("", "strong")
        self.bill = Button(
            tr.gettext("Bill everyone"), "primary", "calendar-check", "Ctrl+Enter", "page"
        )
        self._billing = False
        self._lay_out()
        self.month.changed.connect(lambda _: self.load())
        self.bill.clicked.connect(self.bill_everyone)

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

    def _lay_out(self) -> None:
        self.add_action(self.month)
        self._bills.add(self.table, 1)
        self._left.add(self.left_out, 1)
        self._left.setFixedWidth(em(280))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bills, 1)
        row.addWidget(self._empty, 1)
        row.addWidget(self._left)
        self.body.addLayout(row, 1)
        foot = self.foot()
        foot.addWidget(self.total)
        foot.addStretch(1)
        foot.addWidget(self.bill)
        for part in (self._bills, self._left, self._empty):
            part.hide()
        self.bill.setEnabled(False)

    def _why(self, line: PreviewLine) -> str:
        tr = self.desk.tr
        what = price_of(line.connection_type, {}, tr)
        if line.shared_by == 1:
            return what
        return tr.ngettext("{what}, shared by {n}", "{what}, shared by {n}", line.shared_by).format(
            what=what, n=line.shared_by
        )

    def _left_line(self, one: LeftOut) -> PersonLine:
        tr = self.desk.tr
        reasons = {
            "member-cut-off": tr.gettext("Cut off"),
            "member-left": tr.gettext("Has left"),
            "connection-cut-off": tr.gettext("The connection is cut off"),
            "billed": tr.gettext("Has the bill already"),
            "no-fee": tr.gettext("No price for this connection"),
        }
        return PersonLine(one.name, second=f"{one.number}, {reasons[one.reason]}")

    def load(self) -> None:
        """Work out the bills of the month."""
        month = self.month.value()
        self.desk.read(
            lambda book: preview(book, month),
            guarded(self, self._show),
            guarded(self, self._no_preview),
        )

    def _show(self, found: Preview) -> None:
        if found.month != self.month.value():
            return
        tr = self.desk.tr
        self._billing = False
        self._preview = found
        self.table.set_rows(found.lines)
        self.left_out.set_rows(found.left_out)
        self._bills.setVisible(bool(found.lines))
        self._left.setVisible(bool(found.left_out))
        self._say_empty(found)
        n, month = len(found.lines), tr.month(found.month)
        self.set_title(tr.gettext("Bill everyone"), month)
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

    def _say_empty(self, found: Preview) -> None:
        tr = self.desk.tr
        month = tr.month(found.month)
        if found.lines:
            self._empty.hide()
        elif found.left_out:
            self._put_empty(
                tr.gettext("Everybody has a bill for {month}").format(month=month),
                tr.gettext("Choose another month at the top to see its bills."),
            )
        else:
            members = Button(tr.gettext("New member"), "primary", "user-plus")
            members.clicked.connect(lambda: self.desk.go.emit("members", "new"))
            self._put_empty(
                tr.gettext("Nobody to bill yet"),
                tr.gettext("Write down the households first; each gets a bill every month."),
                members,
            )

    def _no_preview(self, error: UserError) -> None:
        if not isinstance(error, NoTariffError):
            self.desk.refused.emit(error)
            return
        tr = self.desk.tr
        self._preview = None
        self.bill.setEnabled(False)
        self._bills.hide()
        self._left.hide()
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
