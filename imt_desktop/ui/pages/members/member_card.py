"""One member: who they are, what they owe, and tabs with history, connections and details."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imt_desktop.ledger.register import MemberCard
from imt_desktop.money import Money
from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.members.about_member import AboutMember
from imt_desktop.ui.pages.members.agreed import Agreed
from imt_desktop.ui.pages.members.connection_list import ConnectionList
from imt_desktop.ui.pages.members.history import History
from imt_desktop.ui.pages.standing import about, standing_of, titled
from imt_desktop.ui.pages.veil import VeilNote
from imt_desktop.ui.widgets import (
    Avatar,
    Badge,
    Button,
    Card,
    Choice,
    FlowRow,
    Hairline,
    MenuButton,
    MenuItem,
    State,
    Tabs,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.tips import plain_tip

HISTORY, CONNECTIONS, AGREED, DETAILS, VEILED = range(5)


class MemberView(Card):
    """Shows a card; announces what is to be done with the member."""

    pay = Signal()
    edit = Signal()
    bill = Signal()
    statement = Signal()

    def __init__(
        self, desk: Desk, more: Callable[[], Sequence[MenuItem]], parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        tr = desk.tr
        self._avatar = Avatar("")
        self._name = Words("", "name", wrap=True)
        self._badge = Badge(State("ok", ""))
        self._about = Words("", "second", wrap=True)
        self._owed = Words("", "title", right=True)
        self._label = Words("", "second", right=True)
        self._beside = Words("", "second", right=True)
        self.tabs = Tabs(
            [
                Choice(tr.gettext("History"), HISTORY),
                Choice(tr.gettext("Connections"), CONNECTIONS),
                Choice(tr.pgettext("tab of a member's card", "Agreed"), AGREED),
                Choice(tr.gettext("Details"), DETAILS),
            ],
            tr.gettext("Parts of the card"),
        )
        self.history, self.connections = History(desk), ConnectionList(desk)
        self.agreed, self.details = Agreed(desk), AboutMember(desk)
        self._pages = QStackedWidget()
        self._lay_out()
        self._lay_foot(more)
        self.tabs.chosen.connect(lambda _at: self._veil())
        desk.veiled.connect(self._veil)
        self._veil()

    def _veil(self) -> None:
        """While balances are hidden, show who somebody is, and not what is owed or was paid."""
        hidden = self._desk.hides_balances
        for part in (self._badge, self._owed, self._label, self._beside):
            part.setVisible(not hidden)
        at = self.tabs.currentIndex()
        self._pages.setCurrentIndex(VEILED if hidden and at != DETAILS else at)

    def _lay_out(self) -> None:
        head, words, owes = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(16)
        words.setSpacing(0)
        words.addWidget(FlowRow([self._name, self._badge], 12))
        words.addWidget(self._about)
        owes.setSpacing(0)
        owes.addWidget(self._label)
        owes.addWidget(self._owed)
        owes.addWidget(self._beside)
        owes.addStretch(1)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        head.addLayout(owes)
        self.body.addLayout(head)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.add(Hairline())
        for page in (self.history, self.connections, self.agreed, self.details):
            self._pages.addWidget(page)
        veiled = QWidget()
        under = QVBoxLayout(veiled)
        under.setContentsMargins(16, 16, 16, 16)
        under.addWidget(VeilNote(self._desk))
        under.addStretch(1)
        self._pages.addWidget(veiled)
        self.add(self._pages, 1)

    def _lay_foot(self, more: Callable[[], Sequence[MenuItem]]) -> None:
        tr = self._desk.tr
        pay = Button(
            tr.gettext("Receive payment"), "primary", "hand-coins", short=tr.gettext("Receive")
        )  # fmt: skip
        statement = Button(tr.gettext("Statement"), icon="file-text")
        bill = Button(tr.gettext("Bill"), icon="receipt-text")
        edit = Button(tr.gettext("Edit"), icon="pencil")
        self.more = MenuButton(tr.gettext("More"), more, key="F10")
        pay.clicked.connect(self.pay)
        statement.clicked.connect(self.statement)
        bill.clicked.connect(self.bill)
        edit.clicked.connect(self.edit)
        foot = self.foot()
        papers = [statement] if "statement" in PAPERS else []
        for button in (pay, *papers, bill, edit):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.more)

    def show_card(self, found: MemberCard) -> None:
        """Show a member."""
        tr, row = self._desk.tr, found.member
        self._avatar.set_name(row.name)
        self._name.set_words(titled(tr, row))
        self._name.setToolTip(plain_tip(row.name))
        self._badge.set_state(standing_of(tr, row, self._desk.today))
        self._about.set_words(shortened(about(tr, row), 160))
        ahead = not row.owed and bool(row.ahead)
        self._label.set_words(tr.gettext("Paid ahead") if ahead else tr.gettext("Owes"))
        self._owed.set_words(tr.money(row.ahead if ahead else row.owed))
        self._beside.set_words(self._said_beside(found))
        live = sum(one.status != "ended" for one in found.connections)
        self.tabs.set_words(CONNECTIONS, tr.gettext("Connections {n}").format(n=tr.number(live)))
        self.history.show_lines(found.history)
        self.connections.show_connections(row, found.connections)
        self.details.show_card(found)

    def _said_beside(self, found: MemberCard) -> str:
        """Say what is paid ahead, or what of the debt is still to come; where all is, the state says so."""
        tr, today = self._desk.tr, self._desk.today
        if found.member.owed and found.member.ahead:
            ahead = tr.money(found.member.ahead)
            return tr.gettext("Paid ahead: {amount}").format(amount=ahead)
        left = sum(bill.left for bill in found.open_bills if bill.due_on >= today)
        later = Money(left, self._desk.currency)
        if not later or later == found.member.owed:
            return ""
        return tr.gettext("of this not yet due: {amount}").format(amount=tr.money(later))
