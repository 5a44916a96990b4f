"""Money: accounts, the cash book of a month, the three verbs, and what proves each line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.closing.bank import BankPaper
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ledger.waiting.approving import Waiting
from imt_desktop.money import total
from imt_desktop.period import Month
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.lines.cancelling import cancel
from imt_desktop.ui.pages.lines.looking import Opened, open_line
from imt_desktop.ui.pages.lines.voucher import show_voucher
from imt_desktop.ui.pages.money import (
    advances,
    bank_paper,
    counting,
    incoming,
    lists,
    moving,
    openings,
    outgoing,
    waiting,
)
from imt_desktop.ui.pages.money.cash_table import CashTable
from imt_desktop.ui.pages.money.line_panel import LinePanel
from imt_desktop.ui.pages.money.look import MoneyLook, look
from imt_desktop.ui.pages.money.unfinished import Unfinished
from imt_desktop.ui.pages.money.wish import CashBookWish, PaperWish
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.tariffs.view import KIOSK
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.widgets import (
    Button,
    ChipRow,
    Choice,
    EvenRow,
    Fact,
    MenuButton,
    MenuItem,
    MonthEdit,
    Panes,
)
from imt_desktop.ui.widgets.states import State, late
from imt_desktop.wording.proof import called

_ICONS: Final = {
    "cash": "wallet",
    "bank": "landmark",
    "mobile": "smartphone",
    "reserve": "droplets",
}
_MOST = 4
"""Accounts beside each other."""


class MoneyPage(Page):
    """Where the money lies, and what came and went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Money"))
        tr = desk.tr
        self._look: MoneyLook | None = None
        self._wanted: Callable[..., object] | None = None
        self._account: int | None = None
        self._ref: Ref | None = None
        self._facts: list[Fact] = []
        self.all = ChipRow(
            [Choice(tr.gettext("All together"), True)], True, name=tr.gettext("Accounts")
        )
        now = Month.of(desk.today)
        self.month = MonthEdit(tr, now, None, now)
        self.came = Button(tr.gettext("Money in"), icon="banknote-arrow-up", key="Ctrl+I")
        self.went = Button(
            tr.gettext("Money out"), "primary", "banknote-arrow-down", "F3", listen=False
        )
        self.move_it = Button(tr.gettext("Move money"), icon="arrow-left-right", key="Ctrl+M")
        self.count = Button(tr.gettext("Count cash"), icon="coins", key="F5", listen=False)
        self.print = Button(tr.gettext("Print the cash book"), icon="printer")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet")
        self.more = MenuButton(tr.gettext("More"), self._items, key="F10")
        self.book = CashTable(desk)
        self.unfinished, self.panel = Unfinished(desk), LinePanel(desk)
        self._side = QStackedWidget()
        self._row = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.set_first(self.book.table)

    def _lay_out(self) -> None:
        for button in (self.came, self.went, self.move_it):
            self.add_action(button)
        self._row.setSpacing(12)
        self.body.addLayout(self._row)
        self.book.head.addWidget(self.all)
        self.book.head.addWidget(self.month)
        self.book.head.addWidget(VeilButton(self.desk))
        foot = self.book.foot()
        foot.addWidget(self.count)
        if "cashbook" in PAPERS:
            foot.addWidget(self.print)
        foot.addWidget(self.excel)
        foot.addStretch(1)
        foot.addWidget(self.more)
        self._side.addWidget(self.unfinished)
        self._side.addWidget(self.panel)
        self.body.addWidget(Panes(self.book, self._side, 304, 12, least=590), 1)

    def _connect(self) -> None:
        self.month.changed.connect(lambda _: self.load())
        self.all.chosen.connect(lambda _: self._choose(None))
        self.came.clicked.connect(lambda: self._begin(incoming.money_in))
        self.went.clicked.connect(lambda: self._begin(outgoing.money_out))
        self.move_it.clicked.connect(lambda: self._begin(moving.move_money))
        self.count.clicked.connect(lambda: self._begin(counting.count_cash))
        self.book.came.clicked.connect(lambda: self._begin(incoming.money_in))
        self.book.old_book.clicked.connect(lambda: self._begin(openings.old_book))
        self.print.clicked.connect(lambda: self.desk.go.emit("notices", self._cash_book()))
        self.excel.clicked.connect(lambda: self._in_excel("cashbook"))
        self.unfinished.finishing.connect(self._finish)
        self.unfinished.exporting.connect(lambda: self._in_excel("open"))
        self.unfinished.refusing.connect(
            lambda item: self._begin(
                lambda page, desk, known: waiting.refuse(page, desk, known, item)
            )
        )
        self.desk.veiled.connect(self._veil)
        self.unfinished.opening.connect(self.open_line)
        self.book.chosen.connect(self._choose_line)
        self.book.before.connect(lambda: self.month.set_value(self.month.value().shift(-1)))
        self.panel.opening.connect(self.open_line)
        self.panel.voucher_wanted.connect(lambda opened: show_voucher(self.desk, opened))
        self.panel.closing.connect(self._close_line)
        self.panel.cancelling.connect(lambda opened: cancel(self, self.desk, opened))

    def _veil(self) -> None:
        self._book_changed(Changes())

    def _items(self) -> list[MenuItem]:
        """What is done more seldom with money."""
        tr, desk = self.desk.tr, self.desk

        def item(words: str, do: Callable[[], object], icon: str, ruled: bool = False) -> MenuItem:
            return MenuItem(words, do, icon, ruled=ruled)

        begin = self._begin
        return [
            item(
                tr.gettext("Hand out an advance"),
                partial(begin, advances.give_advance),
                "hand-coins",
            ),
            item(
                tr.gettext("Wages"),
                partial(begin, partial(outgoing.money_out, kind="wages")),
                "users",
            ),
            item(
                tr.gettext("Bank and mobile charges"),
                partial(begin, partial(outgoing.money_out, kind="charges")),
                "landmark",
            ),
            item(
                tr.gettext("Kiosk sales"),
                lambda: desk.go.emit("tariffs", KIOSK),
                "droplets",
            ),
            item(
                tr.gettext("Loan received"),
                partial(begin, partial(incoming.money_in, kind="loan")),
                "banknote-arrow-up",
            ),
            item(
                tr.gettext("Money not yet known whose"),
                partial(begin, partial(incoming.money_in, kind="unknown")),
                "circle-help",
            ),
            item(
                tr.gettext("Balance from the old book"),
                partial(begin, openings.old_book),
                "book-open",
                ruled=True,
            ),
            item(
                tr.gettext("Bring in a spreadsheet"),
                lambda: desk.go.emit("bringing-in", "expenses"),
                "file-spreadsheet",
            ),
            item(tr.gettext("Open an account"), partial(moving.open_account, self, desk), "wallet"),
            item(
                tr.gettext("Kinds of money in your own words"),
                partial(lists.show_kinds, self, desk),
                "pencil",
            ),
            item(
                tr.gettext("Receipt pads"),
                partial(lists.show_pads, self, desk),
                "receipt-text",
                ruled=True,
            ),
            item(
                tr.gettext("The bank's papers"), partial(begin, bank_paper.show_papers), "landmark"
            ),
            item(tr.gettext("Counts"), partial(begin, lists.show_counts), "coins"),
        ]

    def _in_excel(self, what: str) -> None:
        period = self.month.value().period
        list_in_excel(self, self.desk, ListWanted(what, period, account=self._account))

    def known(self) -> MoneyLook:
        """Return what was read of the month."""
        assert self._look is not None
        return self._look

    def _book_changed(self, changes: Changes) -> None:
        """Let no form begin with what lay in the cash box before."""
        self._look = None
        super()._book_changed(changes)

    def _begin(self, form: Callable[..., object]) -> None:
        """Open a form; what is pressed before all is read opens then."""
        if self._look is not None:
            form(self, self.desk, self._look)
        else:
            self._wanted = form

    def _finish(self, item: OpenItem | Waiting) -> None:
        forms: dict[str, Callable[..., object]] = {
            "advance": advances.settle_advance,
            "unknown": incoming.identify,
        }
        form: Callable[..., object] = (
            waiting.approve
            if isinstance(item, Waiting)
            else forms.get(item.what, outgoing.pay_owed)
        )
        self._begin(lambda page, desk, known: form(page, desk, known, item))

    def load(self) -> None:
        """Read accounts, the month's cash book, and what is not finished."""
        month, account, tr = self.month.value(), self._account, self.desk.tr
        self.ask(lambda book: look(book, month, account, tr), self._show)
        if self._ref is not None:
            self.open_line(self._ref)

    def _show(self, found: MoneyLook) -> None:
        book = found.book
        if book.period != self.month.value().period or book.account != self._account:
            return
        self._look = found
        self._show_accounts(found.accounts, found.bank)
        self.book.show_book(found)
        self.unfinished.show_items(found)
        tr = self.desk.tr
        everything = total((one.balance for one in found.accounts), self.desk.currency)
        words = tr.gettext("All together {amount}").format(amount=tr.money(everything))
        self.set_title(tr.gettext("Money"), words)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._begin(wanted)

    # Accounts

    def _show_accounts(self, accounts: tuple[Account, ...], bank: Mapping[int, BankPaper]) -> None:
        if len(self._facts) != len(accounts):
            self._make_facts(accounts)
        for fact, one in zip(self._facts, accounts, strict=True):
            fact.set_figure(self.desk.tr.money(one.balance), self._beside(one, bank.get(one.id)))
            fact.setChecked(one.id == self._account)
        self.all.set_value(self._account is None or None)

    def _beside(self, account: Account, paper: BankPaper | None) -> str | State:
        """Say what is to be seen to: too much cash, less than nothing, no paper of the bank."""
        tr, limit = self.desk.tr, self.desk.committee.cash_limit
        if account.balance.minor < 0:
            return late(tr.gettext("less than nothing: look for a slip"))
        if account.type == "cash" and limit is not None and account.balance > limit:
            return late(tr.gettext("over the limit of {amount}").format(amount=tr.amount(limit)))
        if account.type == "bank" and (account.balance or paper):
            return bank_paper.beside(paper, tr)
        return ""

    def _make_facts(self, accounts: tuple[Account, ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        tr = self.desk.tr
        self._facts = [
            Fact(_ICONS[one.type], called(one, tr), "", large=False, choosable=True)
            for one in accounts
        ]
        for fact, one in zip(self._facts, accounts, strict=True):
            fact.clicked.connect(lambda _=False, at=one.id: self._choose(at))
        self._row.addWidget(EvenRow(self._facts, most=_MOST))

    def _choose(self, account: int | None) -> None:
        self._account = account
        self.load()

    def _cash_book(self) -> Wish:
        return Wish("cashbook", period=self.month.value().period, account=self._account)

    # Lines

    def _choose_line(self, ref: Ref | None) -> None:
        if ref is None:
            self._close_line()
        else:
            self.open_line(ref)

    def open_line(self, ref: Ref) -> None:
        """Show at the right what proves a line."""
        self._ref = ref
        tr = self.desk.tr
        self.ask(lambda book: open_line(book, ref, tr), self._show_line)

    def _show_line(self, opened: Opened) -> None:
        if opened.proof.ref == self._ref:
            self.panel.show_line(opened)
            self._side.setCurrentWidget(self.panel)

    def _close_line(self) -> None:
        self._ref = None
        self.book.table.clearSelection()
        self._side.setCurrentWidget(self.unfinished)

    def show_what(self, what: object) -> None:
        """Show a month or a line, or begin what another page or a key asked for, once all is read."""
        if isinstance(what, Month):  # of all accounts, whichever was looked at before
            what = CashBookWish(what)
        if isinstance(what, CashBookWish):
            self._account = what.account
            self.month.set_value(what.month)
            self.load()
            return
        if isinstance(what, Ref):
            self.open_line(what)
            return
        if what in ("owed", "advances", "unknown", "waiting"):
            self.unfinished.show_kind(str(what))
            return
        forms: dict[str, Callable[..., object]] = {
            "in": incoming.money_in,
            "out": outgoing.money_out,
            "bank": bank_paper.hold_paper,
            "count": counting.count_cash,
            "move": moving.move_money,
            "counts": lists.show_counts,
            "papers": bank_paper.show_papers,
            "pads": lambda page, desk, _look: lists.show_pads(page, desk),
            "take-unknown": partial(incoming.money_in, kind="unknown"),
        }
        if isinstance(what, PaperWish):
            begin: Callable[..., object] | None = partial(bank_paper.hold_paper, on=what.on)
        else:
            begin = forms.get(str(what))
        if begin is not None:
            self._begin(begin)
