"""How much was handed over, how, and what goes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.payments import PaymentLine
from imt_desktop.ledger.requests import named
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.reckoning import Taken, taken
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Card,
    ChipRow,
    Choice,
    Hairline,
    LabelledField,
    LineEdit,
    Segments,
    Words,
)
from imt_desktop.wording.kinds import method_name

_ICONS = {"cash": "banknote", "mobile": "smartphone", "bank": "landmark"}


class Paying(Card):
    """The form of the till. ``submitted`` says that somebody wants to save."""

    submitted = Signal()
    left = Signal()
    typed = Signal(object)
    """What would be booked now, or None."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        self._tr = tr = desk.tr
        self._owed = desk.currency.zero()
        self._accounts: tuple[Account, ...] = ()
        self._ways: Segments | None = None
        self.handed = AmountEdit(tr, desk.currency, big=True)
        self._handed = LabelledField(tr.gettext("Handed over"), "", self.handed)
        self._chips = ChipRow([], acts=True, name=tr.gettext("Amounts"))
        self.reference = LineEdit()
        self._reference = LabelledField(
            tr.gettext("Reference"), tr.gettext("from the message"), self.reference
        )
        self._ways_at = QVBoxLayout()
        self.back = Words("", "name", ink="teal")
        self.over = Segments(
            [Choice(tr.gettext("Give back"), False), Choice(tr.gettext("Keep as paid ahead"), True)],
            False, even=True, small=True, name=tr.gettext("What is too much"),
        )  # fmt: skip
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc")
        self.save = Button(
            tr.gettext("Save the payment"), "primary", "save", "Enter", "till",
            short=tr.gettext("Save"), listen=False,
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid, left, right, foot = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setSpacing(24)
        left.addWidget(self._handed)
        left.addWidget(self._chips)
        left.addStretch(1)
        right.addWidget(Words(self._tr.gettext("How paid"), "label"))
        right.addLayout(self._ways_at)
        right.addWidget(self._reference)
        right.addWidget(self.over)
        right.addWidget(self.back)
        right.addStretch(1)
        grid.addLayout(left, 1)
        grid.addLayout(right, 1)
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self.body.addLayout(grid)
        self.add(Hairline())
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.handed.textChanged.connect(lambda _: self._refresh())
        self.handed.returnPressed.connect(self.submitted)
        self.reference.returnPressed.connect(self.submitted)
        self.over.chosen.connect(lambda _: self._refresh())
        self.save.clicked.connect(self.submitted)
        self.leave.clicked.connect(self.left)
        self._chips.chosen.connect(self._fill)
        self._handed.meaning_chosen.connect(self.handed.setText)

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer the ways to pay: the first account of each sort."""
        first: dict[str, Account] = {}
        for account in accounts:
            if account.type in _ICONS:
                first.setdefault(account.type, account)
        found = tuple(first[kind] for kind in _ICONS if kind in first)
        if [one.id for one in found] == [one.id for one in self._accounts]:
            return
        self._accounts = found
        if self._ways is not None:
            self._ways.deleteLater()
        self._ways = Segments(
            [Choice(one.name or method_name(one.type, self._tr), one.id, _ICONS[one.type])
             for one in found],
            even=True, name=self._tr.gettext("How paid"),
        )  # fmt: skip
        self._ways.chosen.connect(lambda _: self._refresh())
        self._ways_at.addWidget(self._ways)
        self._refresh()

    def begin(self, owed: Money) -> None:
        """Take another member's money: everything empty, the cursor in the first field."""
        self._owed = owed
        self.handed.clear()
        self.reference.clear()
        self.over.set_value(False)
        self.offer(())
        if self._ways is not None and self._accounts:
            self._ways.set_value(self._accounts[0].id)
        self._put_right()
        self._refresh()
        self.handed.setFocus()

    def offer(self, sums: Sequence[Money]) -> None:
        """Offer one month, two, and all as chips."""
        tr = self._tr
        chips = [
            Choice(
                tr.ngettext("{n} month {amount}", "{n} months {amount}", n).format(
                    n=n, amount=tr.amount(money)
                ),
                money,
            )
            for n, money in enumerate(sums[:-1][:2], 1)
        ]
        if sums:
            chips.append(
                Choice(tr.gettext("All {amount}").format(amount=tr.amount(sums[-1])), sums[-1])
            )
        self._chips.set_choices(chips)

    def _fill(self, amount: object) -> None:
        assert isinstance(amount, Money)
        self.handed.set_amount(amount)
        self.handed.setFocus()

    @property
    def account(self) -> Account | None:
        """Where the money goes."""
        chosen = self._ways.value() if self._ways is not None else None
        return next((one for one in self._accounts if one.id == chosen), None)

    def reckoned(self) -> Taken | None:
        """Return what would be booked and given back now."""
        handed, account = self.handed.amount(), self.account
        if handed is None or account is None:
            return None
        return taken(handed, self._owed, bool(self.over.value()), account.type == "cash")

    def _refresh(self) -> None:
        self._put_right()
        now = self.reckoned()
        account = self.account
        self._reference.setVisible(account is not None and account.type != "cash")
        self.over.setVisible(now is not None and bool(now.over))
        back = self._tr.gettext("Give back {amount}") if now is not None and now.back else ""
        self.back.set_words(back.format(amount=self._tr.money(now.back)) if now else "")
        self.back.setVisible(bool(back))
        self.typed.emit(now.booked if now is not None else None)

    def request(self, member: str) -> PaymentLine:
        """Return the payment that was typed. Raises the errors of amounts."""
        with named("amount"):
            self.handed.read()
        now, account = self.reckoned(), self.account
        assert now is not None and account is not None
        return PaymentLine(
            member=member,
            amount=now.booked.decimal,
            account=account.id,
            reference=self.reference.text(),
        )

    def refuse(self, error: UserError, sentence: str) -> None:
        """Show a mistake beside its field."""
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
