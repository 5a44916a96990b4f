"""Money handed to somebody to spend for the committee, and accounting for it by vouchers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import capital
from imt_desktop.journal import Recorded, Ref, Writing
from imt_desktop.ledger import expenses
from imt_desktop.ledger.doubts import doubts
from imt_desktop.ledger.entries import AdvanceSettled
from imt_desktop.ledger.expenses import AdvanceRequest, ExpenseLine, SettleAdvanceRequest
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import OWN, account_choices, expense_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.outgoing import (
    photo_field,
    sentences,
    voucher_number,
    voucher_of,
)
from imt_desktop.ui.widgets import AmountEdit, Button, EvenRow, Hairline, Words, shortened
from imt_desktop.ui.widgets.tab_order import INNER


def give_advance(page: QWidget, desk: Desk, look: MoneyLook) -> Form:
    """Hand money to somebody who will bring vouchers for it."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Hand out an advance"),
        tr.gettext("Book the advance"),
        tr.gettext("It stays open until the person brings vouchers, and what is left of it."),
        wide=600,
    )
    form.row(
        form.suggest("person", tr.gettext("Handed to"), look.payees),
        form.line("purpose", tr.gettext("What for")),
    )
    form.row(form.amount("amount", tr.gettext("Amount")), form.day("on", tr.gettext("Day")))
    form.row(
        form.choice("account", tr.gettext("From"), account_choices(desk, look.accounts)),
        voucher_number(form, "voucher", tr.gettext("signed by the person")),
    )
    form.asks(
        lambda: AdvanceRequest(
            person=form.words_of("person"),
            purpose=form.words_of("purpose"),
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
            on=form.day_of("on"),
        ),
        expenses.give_advance,
        BOOKED,
        tr.gettext("The advance is booked."),
        doubts=lambda book, wanted: sentences(
            desk,
            look,
            doubts(
                book,
                wanted.account,
                desk.currency.money(wanted.amount),
                wanted.voucher,
                wanted.person,
                wanted.on,
            ),
        ),
    ).open()
    return form


class _Settling(msgspec.Struct, frozen=True):
    request: SettleAdvanceRequest
    vouchers: dict[int, Voucher]
    concerns: str | None = None


def settle_advance(page: QWidget, desk: Desk, look: MoneyLook, item: OpenItem) -> Form:
    """Account for an advance: what was bought, voucher by voucher, and what came back."""
    return _Settlement(page, desk, look, item).form


class _Settlement:
    """The form: one block of fields for each voucher, as many as are needed."""

    def __init__(self, page: QWidget, desk: Desk, look: MoneyLook, item: OpenItem) -> None:
        tr = desk.tr
        self._desk, self._look, self._item = desk, look, item
        self._count = 0
        title = tr.gettext("What did {who} spend?").format(who=shortened(item.who))
        handed = tr.gettext("{amount} is to be accounted for.").format(amount=tr.money(item.left))
        about = " ".join(part for part in (handed, capital(item.text)) if part)
        self.form = Form(page, desk, title, tr.gettext("Book it"), about, wide=660)
        self._blocks = QWidget()
        self._lay()
        self.form.asks(self._request, _settle, BOOKED, self._said)
        self.form.open()

    def _lay(self) -> None:
        form, tr = self.form, self._desk.tr
        column = QVBoxLayout(self._blocks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        form.add(self._blocks)
        self._add_block()
        more = Button(tr.gettext("One more voucher"), icon="plus", size="row")
        more.setProperty(INNER, True)
        more.clicked.connect(self._add_block)
        form.row(more, QWidget())
        form.add(Hairline())
        self._returned = form.amount("returned", tr.gettext("Brought back"))
        places = account_choices(self._desk, self._look.accounts)
        form.row(self._returned, form.choice("account", tr.gettext("Into"), places))
        form.row(form.day("on", tr.gettext("Day")))
        self._say_rest()

    def _add_block(self) -> None:
        form, tr = self.form, self._desk.tr
        self._count += 1
        n = self._count
        kinds = expense_choices(self._desk, self._look.own)
        kinds = [kind for kind in kinds if kind.value != OWN]
        amount = form.amount(f"{n}/amount", tr.gettext("Amount"))
        payee = form.suggest(f"{n}/payee", tr.gettext("Paid to"), self._look.payees)
        parts = [
            Words(tr.gettext("Voucher {number}").format(number=n), "label"),
            EvenRow([amount, payee], most=2),
            EvenRow(
                [
                    form.choice(f"{n}/category", tr.gettext("What for"), kinds, "parts"),
                    voucher_number(form, f"{n}/voucher"),
                ],
                most=2,
            ),
        ]
        column = self._blocks.layout()
        assert column is not None
        for part in parts:
            column.addWidget(part)
        column.addWidget(photo_field(form, f"{n}/attachment"))
        if isinstance(amount.editor, AmountEdit):
            amount.editor.amount_changed.connect(lambda _amount: self._say_rest())
            if n > 1:
                amount.editor.setFocus()

    def _blocks_filled(self) -> Iterator[int]:
        """Number the blocks in which something stands; empty ones at the end are left out."""
        names = ("amount", "payee", "voucher")
        filled = [
            n
            for n in range(1, self._count + 1)
            if any(self.form.words_of(f"{n}/{name}") for name in names)
        ]
        yield from range(1, max(filled, default=0) + 1)

    def _say_rest(self) -> None:
        tr = self._desk.tr
        spent = self._desk.currency.zero()
        for n in range(1, self._count + 1):
            editor = self.form.fields[f"{n}/amount"].editor
            if isinstance(editor, AmountEdit):
                spent += editor.amount() or self._desk.currency.zero()
        rest: Money = self._item.left - spent
        self._returned.set_hint(tr.gettext("of {amount} left").format(amount=tr.money(rest)))

    def _said(self, recorded: Recorded) -> str:
        tr, entry = self._desk.tr, recorded.entry
        assert isinstance(entry, AdvanceSettled)
        used = sum(line.amount for line in entry.lines) + entry.returned
        left = self._item.left - Money(used, self._desk.currency)
        if left:
            return tr.gettext("{amount} is to be accounted for.").format(amount=tr.money(left))
        return tr.gettext("The advance is accounted for.")

    def _request(self) -> _Settling:
        form = self.form
        lines, vouchers = [], {}
        for n in self._blocks_filled():
            lines.append(
                ExpenseLine(
                    payee=form.words_of(f"{n}/payee"),
                    category=form.value_of(f"{n}/category"),
                    amount=form.decimal_of(f"{n}/amount"),
                    voucher=form.words_of(f"{n}/voucher"),
                    on=form.day_of("on"),
                )
            )
            photo = voucher_of(form, f"{n}/attachment")
            if photo is not None:
                vouchers[n - 1] = photo
        request = SettleAdvanceRequest(
            advance=Ref(self._item.entry, self._item.line),
            lines=tuple(lines),
            returned=form.decimal_of("returned", self._desk.currency.zero().decimal),
            account=form.value_of("account"),
            on=form.day_of("on"),
        )
        return _Settling(request, vouchers)


def _settle(book: Writing, wanted: _Settling) -> Recorded:
    request = msgspec.structs.replace(wanted.request, concerns=wanted.concerns)
    return expenses.settle_advance(book, request, wanted.vouchers)
