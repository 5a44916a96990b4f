"""One member: who they are, what they owe, and the whole history with a running balance."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ledger.register import ConnectionRow, HistoryLine, MemberCard
from imt_desktop.money import Money
from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.standing import about, bill_words, standing_of
from imt_desktop.ui.widgets import (
    Avatar,
    Badge,
    Button,
    Card,
    Column,
    FlowRow,
    Hairline,
    State,
    Table,
    Words,
)
from imt_desktop.wording.kinds import price_of


class MemberView(Card):
    """Shows a card; announces what is to be done with the member."""

    pay = Signal()
    edit = Signal()
    state = Signal()
    connect_one = Signal()
    statement = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        tr = desk.tr
        self._avatar = Avatar("")
        self._name = Words("", "name")
        self._badge = Badge(State("ok", ""))
        self._about = Words("", "second", wrap=True)
        self._connections = Words("", "second", wrap=True)
        self._owed = Words("", "title", right=True)
        self._label = Words("", "second", right=True)
        self.table = self._make_table()
        self._none = Words(tr.gettext("Nothing billed and nothing paid yet."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._lay_out()
        self._lay_foot()

    def _make_table(self) -> Table:
        tr = self._desk.tr

        def amount(money: Money) -> str:
            return tr.amount(money) if money else ""

        return Table(
            [
                Column[HistoryLine](
                    tr.gettext("Date"), lambda row: tr.short_date(row.on), ink="ink2"
                ),
                Column[HistoryLine](
                    tr.gettext("What"), self._what, second=self._beneath, strikes=True, stretch=1
                ),
                Column[HistoryLine](
                    tr.gettext("Billed"), lambda row: amount(row.billed), right=True, strikes=True
                ),
                Column[HistoryLine](
                    tr.gettext("Paid"), lambda row: amount(row.paid), right=True, strikes=True
                ),
                Column[HistoryLine](
                    tr.gettext("Balance"), lambda row: tr.amount(row.balance), right=True, bold=True
                ),
            ],
            tr.gettext("History"),
            struck=lambda row: row.void,
            identity=lambda row: row.ref,
        )

    def _lay_out(self) -> None:
        head, words, owes = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(16)
        words.setSpacing(0)
        words.addWidget(FlowRow([self._name, self._badge], 12))
        words.addWidget(self._about)
        words.addWidget(self._connections)
        owes.setSpacing(0)
        owes.addWidget(self._label)
        owes.addWidget(self._owed)
        owes.addStretch(1)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        head.addLayout(owes)
        self.body.addLayout(head)
        self.add(Hairline())
        self.add(self._none)
        self.add(self.table, 1)
        self.body.addStretch(0)

    def _lay_foot(self) -> None:
        tr = self._desk.tr
        pay = Button(
            tr.gettext("Receive payment"), "primary", "hand-coins", "F2", listen=False,
            short=tr.gettext("Receive"),
        )  # fmt: skip
        edit = Button(tr.gettext("Edit"), icon="pencil")
        connection = Button(tr.gettext("New connection"), icon="git-fork")
        state = Button(tr.gettext("Another state"), icon="arrow-left-right")
        statement = Button(tr.gettext("Statement"), icon="file-text")
        papers = [statement] if "statement" in PAPERS else []
        pay.clicked.connect(self.pay)
        statement.clicked.connect(self.statement)
        edit.clicked.connect(self.edit)
        connection.clicked.connect(self.connect_one)
        state.clicked.connect(self.state)
        self.foot().addWidget(FlowRow([pay, *papers, edit, connection, state]), 1)

    def show_card(self, found: MemberCard) -> None:
        """Show a member."""
        tr, row = self._desk.tr, found.member
        self._avatar.set_name(row.name)
        self._name.set_words(row.name)
        self._badge.set_state(standing_of(tr, row, self._desk.today))
        self._about.set_words(about(tr, row))
        self._connections.set_words("; ".join(map(self._connection, found.connections)))
        ahead = not row.owed and bool(row.ahead)
        self._label.set_words(tr.gettext("Paid ahead") if ahead else tr.gettext("Owes"))
        self._owed.set_words(tr.money(row.ahead if ahead else row.owed))
        self.table.set_rows(found.history)
        self.table.setVisible(bool(found.history))
        self._none.setVisible(not found.history)
        if found.history:
            self.table.scrollToBottom()

    def _connection(self, one: ConnectionRow) -> str:
        tr = self._desk.tr
        words = [price_of(one.type, {}, tr), one.label]
        if one.shared_with:
            words.append(tr.gettext("shared with {who}").format(who=", ".join(one.shared_with)))
        if one.status == "cut-off":
            words.append(tr.gettext("Cut off"))
        return tr.gettext("Connection: {what}").format(what=", ".join(w for w in words if w))

    def _what(self, line: HistoryLine) -> str:
        tr = self._desk.tr
        if line.what == "bill":
            return bill_words(tr, line.item, line.period, line.text)
        if line.what == "payment":
            if line.receipt is None:
                return tr.gettext("Payment")
            return tr.gettext("Receipt {number}").format(number=line.receipt)
        names = {
            "refund": tr.gettext("Paid back"),
            "ahead": tr.gettext("Paid ahead in the old book"),
            "moved": tr.gettext("Debt went to another member"),
        }
        return names.get(line.what, line.text)

    def _beneath(self, line: HistoryLine) -> str:
        tr = self._desk.tr
        if line.void:
            return tr.gettext("Cancelled: {reason}").format(reason=line.void_reason)
        if not line.confirmed:
            return tr.gettext("not yet confirmed by the household")
        return tr.gettext("disputed") if line.disputed else ""
