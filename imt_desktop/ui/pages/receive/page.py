"""Receive payment: a till. Search, what is owed, what was handed over, Enter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from imt_desktop.errors import UserError
from imt_desktop.ledger.payments import Receipt
from imt_desktop.ledger.register import MemberCard, MemberRow, card
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.member_search import MemberSearch
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.receive import actions
from imt_desktop.ui.pages.receive.debts import Debts
from imt_desktop.ui.pages.receive.paying import Paying
from imt_desktop.ui.pages.receive.reckoning import month_sums
from imt_desktop.ui.pages.receive.saved import Saved
from imt_desktop.ui.pages.receive.today import Today
from imt_desktop.ui.widgets import Button, Card, EmptyState


class ReceivePage(Page):
    """The till."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Receive payment"), scrolls=False)
        self._member: MemberRow | None = None
        self._saving = False
        self.search = MemberSearch(
            desk.tr,
            desk.tr.gettext("Who pays?"),
            desk.tr.gettext("Name, house, number or telephone"),
        )
        self.saved = Saved(desk.tr)
        self.debts = Debts(desk)
        self.paying = Paying(desk)
        self.today = Today(desk)
        self._empty = Card()
        self._first_member = Button(desk.tr.gettext("New member"), "primary", "user-plus")
        self._lay_out()
        self._connect()
        self.set_first(self.search.box)
        self._show_parts()

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self._empty.add(
            EmptyState(
                tr.gettext("No members yet"),
                tr.gettext("Write down the first household; then its payments can be received."),
                (self._first_member,),
            )
        )
        left = QVBoxLayout()
        left.setSpacing(12)
        for part in (self.search, self._empty, self.saved, self.debts, self.paying):
            left.addWidget(part)
        left.addStretch(1)
        whole = QHBoxLayout()
        whole.setSpacing(16)
        whole.addLayout(left, 1)
        whole.addWidget(self.today)
        self.body.addLayout(whole, 1)
        self.saved.hide()
        self._empty.hide()

    def _connect(self) -> None:
        self.search.found.connect(self.choose)
        self.paying.typed.connect(self.debts.pay)
        self.paying.submitted.connect(self.save)
        self.paying.left.connect(self.leave)
        self.today.cancelling.connect(lambda line: actions.cancel_receipt(self, self.desk, line))
        self._first_member.clicked.connect(lambda: self.desk.go.emit("members", "new"))

    def load(self) -> None:
        """Read members, ways to pay, and the day so far."""
        self.ask(actions.look(self.desk), self._show)

    def _show(self, at: actions.At) -> None:
        members, accounts, day = at
        self.search.set_members(members)
        self.search.setVisible(bool(members))
        self._empty.setVisible(not members)
        self.paying.set_accounts(accounts)
        self.today.show_day(day)

    def show_what(self, what: object) -> None:
        """Take the money of the member that another page shows."""
        if isinstance(what, MemberRow):
            self.choose(what)

    def choose(self, row: MemberRow) -> None:
        """Take this member's money. The cursor is in the amount at once, before the bills are read."""
        self._member = row
        self.search.show_chosen(row)
        self.saved.hide()
        self._show_parts()
        self.debts.show_member(row)
        self.paying.begin(row.owed)
        self.ask(lambda book: card(book, row.number), self._show_card)

    def _show_card(self, found: MemberCard) -> None:
        if self._member is None or found.member.id != self._member.id:
            return
        self._member = found.member
        now = self.paying.reckoned()
        self.debts.show_bills(found.open_bills, now.booked if now else None)
        self.paying.offer(month_sums(found.open_bills, self.desk.currency))

    def save(self) -> None:
        """Save what was typed; nothing typed saves nothing."""
        if self._saving or self._member is None:
            return
        if self.paying.handed.is_empty():
            self.paying.nothing_typed()
            return
        try:
            wanted = self.paying.request(self._member.number)
        except UserError as error:
            self._refuse(error)
            return
        now = self.paying.reckoned()
        name, back = self._member.name, now.back if now else self.desk.currency.zero()
        self._saving = True
        actions.receive_payment(
            self.desk,
            wanted,
            guarded(self, lambda receipt: self._saved(name, receipt, back)),
            guarded(self, self._refuse),
        )

    def _saved(self, name: str, receipt: Receipt, back: Money) -> None:
        self.leave()
        self.saved.show_receipt(name, receipt, back)
        self.saved.show()

    def _refuse(self, error: UserError) -> None:
        self._saving = False
        self.paying.refuse(error, self.desk.sentence(error))

    def leave(self) -> None:
        """Forget what was typed and go back to the search."""
        self._saving = False
        self._member = None
        self._show_parts()
        self.search.clear()

    def _show_parts(self) -> None:
        self.debts.setVisible(self._member is not None)
        self.paying.setVisible(self._member is not None)
