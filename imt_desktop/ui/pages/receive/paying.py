"""How much was handed over, how, and what goes back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.payments import PaymentLine
from imt_desktop.ledger.requests import named
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.change import Change
from imt_desktop.ui.pages.receive.more import More, TillAmount, TillLine
from imt_desktop.ui.pages.receive.reckoning import Taken, taken
from imt_desktop.ui.pages.receive.ways import Ways
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.widgets import (
    Button,
    Card,
    ChipRow,
    Choice,
    Hairline,
    LabelledField,
    Segments,
    Words,
)
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.painted import sequences
from imt_desktop.ui.widgets.tab_order import plain_enter


class Paying(Card):
    """The form of the till."""

    submitted = Signal(bool)
    """Somebody wants to save; and to print, if true."""
    left = Signal()
    typed = Signal(object)
    """What would be booked now, or None."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        self._tr = tr = desk.tr
        self._owed = desk.currency.zero()
        self.handed = TillAmount(tr, desk.currency, big=True)
        self._handed = LabelledField(tr.gettext("Handed over"), "", self.handed)
        self._chips = ChipRow([], acts=True, name=tr.gettext("Amounts"))
        self.ways = Ways(tr)
        self._ways = LabelledField(tr.gettext("How paid"), "Alt+1, 2, 3", self.ways)
        self.reference = TillLine()
        self._reference = LabelledField(
            tr.gettext("Reference"), tr.gettext("from the message"), self.reference
        )
        self.over = Segments(
            [Choice(tr.gettext("Give back"), False), Choice(tr.gettext("Keep as paid ahead"), True)],
            False, even=True, small=True, name=tr.gettext("What is too much"),
        )  # fmt: skip
        self._over = LabelledField(tr.gettext("What is too much"), "Alt+K", self.over)
        self.kept = Words("", "second", wrap=True)
        self.back = Change(tr.gettext("Give back"))
        self.more = More(desk)
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc")
        self.only = Button(
            tr.gettext("Save only"), "plain", key="Ctrl+Enter", size="page", listen=False
        )
        self.save = Button("", "primary", "save", "Enter", "till", listen=False)
        self._lay_parts()
        self._connect()
        self.set_printer(False)

    def _lay_parts(self) -> None:
        grid, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        grid.setContentsMargins(20, 16, 20, 4)
        grid.setSpacing(24)
        for column, parts in (
            (left, (self._handed, self._chips, self.more.toggle)),
            (right, (self._ways, self._reference, self._over, self.back, self.kept)),
        ):
            column.setSpacing(8)
            for part in parts:
                column.addWidget(part)
            column.setAlignment(self.more.toggle, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(1)
            grid.addLayout(column, 1)
        seldom = QVBoxLayout()
        seldom.setContentsMargins(20, 0, 20, 12)
        seldom.addWidget(self.more)
        foot = BarLayout(gap=12)
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addWidget(self.leave)
        foot.addStretch()
        foot.addWidget(self.only)
        foot.addWidget(self.save)
        self.body.addLayout(grid)
        self.body.addLayout(seldom)
        self.add(Hairline())
        self.body.addLayout(foot)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes on to what an amount asks next; what only helps comes last."""
        parts = (
            self.handed, *self.over.stops(), *self.ways.stops(), self.reference,
            self.more.paid_by, self.more.pad, self.more.on, self.save, self.only, self.leave,
        )  # fmt: skip
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        OnlyOfficers(self._desk, self, self.save, self.only)
        self.handed.textChanged.connect(lambda _: self._refresh())
        self.handed.returnPressed.connect(self._enter)
        self.reference.returnPressed.connect(self._enter)
        self.more.submitted.connect(self._enter)
        self.ways.chosen.connect(self._choose_way)
        QShortcut(QKeySequence("Alt+K"), self).activated.connect(self._other_way)
        self.over.chosen.connect(lambda _: self._refresh())
        self.save.clicked.connect(lambda: self.submitted.emit(True))
        self.only.clicked.connect(lambda: self.submitted.emit(False))
        self.leave.clicked.connect(self.left)
        self._chips.chosen.connect(self._fill)
        self._handed.meaning_chosen.connect(self.handed.setText)
        for sequence in sequences("Ctrl+Enter"):  # works without a printer too
            QShortcut(sequence, self).activated.connect(lambda: self.submitted.emit(False))

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer the ways to pay."""
        self.ways.set_accounts(accounts)
        self._order_tabs()
        self._refresh()

    def set_printer(self, there: bool) -> None:
        """Say whether Enter prints, or only saves."""
        tr = self._tr
        words = tr.gettext("Save and print receipt") if there else tr.gettext("Save the payment")
        self.save.set_words(words)
        self.save.set_short(tr.gettext("Save and print") if there else tr.gettext("Save"))
        self.save.set_icon("printer" if there else "save")
        self.only.setVisible(there)

    def begin(self, owed: Money) -> None:
        """Take another member's money: everything empty, the cursor in the first field."""
        self._owed = owed
        self.handed.clear()
        self.reference.clear()
        self.over.set_value(False)
        self.ways.begin()
        self.more.begin(self._desk.today)
        self.offer(())
        self._put_right()
        self._refresh()
        self.handed.setFocus()

    def offer(self, sums: Sequence[Money], by_month: bool = True) -> None:
        """Offer one month, two, and all as chips; where bills come otherwise, one bill and two."""
        tr = self._tr
        chips = [
            Choice(self._chip(n, tr.amount(money), by_month), money, short=tr.amount(money))
            for n, money in enumerate(sums[:-1][:2], 1)
        ]
        if sums:
            chips.append(
                Choice(tr.gettext("All {amount}").format(amount=tr.amount(sums[-1])), sums[-1])
            )
        self._chips.set_choices(chips)

    def _chip(self, n: int, amount: str, by_month: bool) -> str:
        tr = self._tr
        if by_month:
            words = tr.ngettext("{n} month {amount}", "{n} months {amount}", n)
            return words.format(n=n, amount=amount)
        return f"{tr.ngettext('{n} bill', '{n} bills', n).format(n=n)} {amount}"

    def _fill(self, amount: object) -> None:
        assert isinstance(amount, Money)
        self.handed.set_amount(amount)
        self.handed.setFocus()

    def _choose_way(self) -> None:
        tr, account = self._tr, self.ways.account
        by_bank = account is not None and account.type == "bank"
        self._reference.set_hint(
            tr.gettext("on the slip") if by_bank else tr.gettext("from the message")
        )
        self._refresh()
        if self._wants_reference() and not self.handed.is_empty():
            self.reference.setFocus()

    def _other_way(self) -> None:
        """Keep what is too much, or give it back after all."""
        if self._over.isVisible():
            self.over.set_value(not self.over.value())
            self._refresh()

    def _wants_reference(self) -> bool:
        """Whether it is paid by telephone or bank, and the reference is not typed yet."""
        account = self.ways.account
        elsewhere = account is not None and account.type != "cash"
        return elsewhere and not self.reference.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Save on Enter, also where it was pressed on a choice."""
        if plain_enter(event):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Enter saves; for money that is not cash it first goes to the reference."""
        if self._wants_reference() and not self.reference.hasFocus() and not self.handed.is_empty():
            self.reference.setFocus()
        else:
            self.submitted.emit(True)

    def reckoned(self) -> Taken | None:
        """Return what would be booked and given back now."""
        handed, account = self.handed.amount(), self.ways.account
        if handed is None or account is None:
            return None
        return taken(handed, self._owed, bool(self.over.value()), account.type == "cash")

    def _refresh(self) -> None:
        self._put_right()
        now = self.reckoned()
        account = self.ways.account
        self._reference.setVisible(account is not None and account.type != "cash")
        self._over.setVisible(now is not None and bool(now.over))
        back = now is not None and bool(now.back)
        self.back.set_amount(self._tr.money(now.back) if now is not None and back else "")
        self.back.setVisible(back)
        self._say_kept(now)
        self.typed.emit(now.booked if now is not None else None)

    def _say_kept(self, now: Taken | None) -> None:
        """Say what of it pays no bill, so that nobody keeps money unasked."""
        kept = now.booked - self._owed if now is not None else self._owed.currency.zero()
        shown = kept.minor > 0
        words = self._tr.gettext("{amount} of it is kept as paid ahead.")
        self.kept.set_words(words.format(amount=self._tr.money(kept)) if shown else "")
        self.kept.setVisible(shown)

    def request(self, member: str) -> PaymentLine:
        """Return the payment that was typed. Raises the errors of amounts."""
        with named("amount"):
            self.handed.read()
        now, account = self.reckoned(), self.ways.account
        assert now is not None and account is not None
        return PaymentLine(
            member=member,
            amount=now.booked.decimal,
            account=account.id,
            reference=self.reference.text() if account.type != "cash" else "",
            paid_by=self.more.payer(),
            pad=self.more.pad.text().strip(),
            on=self.more.day(),
        )

    def refuse(self, error: UserError, sentence: str) -> None:
        """Show a mistake beside its field."""
        if error.field in ("paid_by", "pad", "on"):
            self.more.refuse(error, sentence)
            return
        field = self._reference if error.field == "reference" else self._handed
        field.set_error(sentence, getattr(error, "meanings", ()))
        field.editor.setFocus()

    def nothing_typed(self) -> None:
        """Say that nothing was typed, so nothing was saved."""
        self._handed.set_error(
            self._tr.gettext("Type what was handed over. Nothing was saved yet.")
        )
        self.handed.setFocus()

    def _put_right(self) -> None:
        self._handed.set_error(None)
        self._reference.set_error(None)
        self.more.put_right()
