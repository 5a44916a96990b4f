"""Money: accounts, the cash book of a month, and the three verbs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.cashbook import CashBook, CashLine, cash_book
from imt_desktop.ledger.statements import OpenItem, open_items
from imt_desktop.money import Money, total
from imt_desktop.period import Month
from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money import actions
from imt_desktop.ui.pages.money.cash_table import CashTable
from imt_desktop.ui.pages.money.owed import Owed
from imt_desktop.ui.pages.notices.kinds import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import Button, EvenRow, Fact, MonthEdit
from imt_desktop.wording.kinds import account_name

_ICONS = {"cash": "wallet", "bank": "landmark", "mobile": "smartphone", "reserve": "coins"}


@dataclass(frozen=True, slots=True)
class _Look:
    accounts: tuple[Account, ...]
    book: CashBook
    owed: tuple[OpenItem, ...]


class MoneyPage(Page):
    """Where the money lies, and what came and went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Money"), scrolls=False)
        tr = desk.tr
        self._accounts: tuple[Account, ...] = ()
        self._wanted: object = None
        self._account: int | None = None
        self._line: CashLine | None = None
        self._facts: list[Fact] = []
        now = Month.of(desk.today)
        self.month = MonthEdit(tr, now, None, now)
        self.came = Button(tr.gettext("Money in"), icon="banknote-arrow-up", key="Ctrl+I")
        self.went = Button(tr.gettext("Money out"), icon="banknote-arrow-down", key="Ctrl+O")
        self.move_it = Button(tr.gettext("Move money"), icon="arrow-left-right", key="Ctrl+M")
        self.count = Button(tr.gettext("Count cash"), icon="coins", size="row")
        self.bring_in = Button(
            tr.gettext("Bring in a spreadsheet"), icon="file-spreadsheet", size="row"
        )
        self.cancel = Button(tr.gettext("Cancel entry"), "danger", "ban", size="row")
        self.print = Button(tr.gettext("Print the cash book"), icon="printer", size="row")
        self.book = CashTable(desk)
        self.owed = Owed(desk)
        self._row = QHBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button in (self.came, self.went, self.move_it):
            self.add_action(button)
        self._row.setSpacing(12)
        self.body.addLayout(self._row)
        self.book.head.addWidget(self.month)
        foot = self.book.foot()
        foot.addWidget(self.count)
        if "cashbook" in PAPERS:
            foot.addWidget(self.print)
        foot.addWidget(self.bring_in)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        self.cancel.setEnabled(False)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.book, 1)
        below.addWidget(self.owed)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        desk = self.desk
        self.month.changed.connect(lambda _: self.load())
        self.came.clicked.connect(lambda: actions.money_in(self, desk, self._accounts))
        self.went.clicked.connect(lambda: actions.money_out(self, desk, self._accounts))
        self.move_it.clicked.connect(lambda: actions.move_money(self, desk, self._accounts))
        self.bring_in.clicked.connect(lambda: desk.go.emit("bringing-in", "expenses"))
        self.count.clicked.connect(lambda: actions.count_cash(self, desk, self._accounts))
        self.owed.paying.connect(lambda item: actions.pay_owed(self, desk, self._accounts, item))
        self.print.clicked.connect(lambda: desk.go.emit("notices", self._cash_book()))
        self.book.chosen.connect(self._choose_line)
        self.cancel.clicked.connect(self._cancel)

    def load(self) -> None:
        """Read accounts, the month's cash book, and what we owe."""
        period, account = self.month.value().period, self._account

        def query(book: Reading) -> _Look:
            owed = (*open_items(book, "owed"), *open_items(book, "loan"))
            return _Look(accounts(book), cash_book(book, period, account), owed)

        self.ask(query, self._show)

    def _show(self, found: _Look) -> None:
        if found.book.period != self.month.value().period or found.book.account != self._account:
            return
        self._accounts = found.accounts
        self._show_accounts()
        self.book.show_book(found.book)
        self.owed.show_items(found.owed)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_what(wanted)

    def _show_accounts(self) -> None:
        tr = self.desk.tr
        everything = total((one.balance for one in self._accounts), self.desk.currency)
        figures: list[tuple[str, str, Money, int | None]] = [
            ("scale", tr.gettext("All together"), everything, None)
        ]
        for one in self._accounts:
            name = one.name or account_name(one.type, {}, tr).capitalize()
            figures.append((_ICONS[one.type], name, one.balance, one.id))
        if len(self._facts) != len(figures):
            self._make_facts([(icon, name, at) for icon, name, _money, at in figures])
        for fact, (_icon, _name, money, at) in zip(self._facts, figures, strict=True):
            fact.set_figure(tr.money(money))
            fact.setChecked(at == self._account)

    def _make_facts(self, wanted: list[tuple[str, str, int | None]]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._facts = [
            Fact(icon, name, "", large=False, choosable=True) for icon, name, _at in wanted
        ]
        for fact, (_icon, _name, at) in zip(self._facts, wanted, strict=True):
            fact.clicked.connect(lambda _=False, at=at: self._choose(at))
        self._row.addWidget(EvenRow(self._facts))

    def _choose(self, account: int | None) -> None:
        self._account = account
        self.load()

    def _cash_book(self) -> Wish:
        return Wish("cashbook", period=self.month.value().period, account=self._account)

    def _choose_line(self, line: CashLine | None) -> None:
        self._line = line
        self.cancel.setEnabled(line is not None and line.void is None and line.what != "void")

    def _cancel(self) -> None:
        if self._line is not None:
            actions.cancel(self, self.desk, self._line)

    def show_what(self, what: object) -> None:
        """Begin what another page or a key asked for, once the accounts are read."""
        begin = {
            "out": actions.money_out,
            "count": actions.count_cash,
            "move": actions.move_money,
        }.get(str(what))
        if begin is None:
            return
        if self._accounts:
            begin(self, self.desk, self._accounts)
        else:
            self._wanted = what
