"""What a person can do with money: in, out, move, count, pay what we owe, cancel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger import accounts as ledger_accounts
from imt_desktop.ledger import expenses, income, voids
from imt_desktop.ledger.accounts import Account, CountRequest, MoveRequest
from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ledger.expenses import ExpenseLine, ExpenseRequest, PayOwedRequest
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import EXPENSE, account_name, kind_name

BOOKED = Changes(money=True, balances=True)
_IN = ("grant", "donation", "interest", "kiosk", "sale", "unknown", "loan", "other")
_NOT_OUT = ("advance", "loan-repaid", "refund")


def account_choices(desk: Desk, accounts: Iterable[Account]) -> list[Choice]:
    """Offer accounts with what lies in them."""
    tr = desk.tr
    return [
        Choice(f"{one.name or account_name(one.type, {}, tr)}, {tr.money(one.balance)}", one.id)
        for one in accounts
    ]


def money_in(page: QWidget, desk: Desk, accounts: Sequence[Account]) -> Form:
    """Book money that came from no member."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Money in"), tr.gettext("Book the money in"))
    kinds = [Choice(kind_name(code, {}, tr), code) for code in _IN]
    form.row(form.amount("amount", tr.gettext("Amount")), form.day("on", tr.gettext("Day")))
    form.row(
        form.choice("income", tr.gettext("What for"), kinds),
        form.line("payer", tr.gettext("From whom")),
    )
    form.row(
        form.choice("account", tr.gettext("Into"), account_choices(desk, accounts)),
        form.line("reference", tr.gettext("Reference"), hint=tr.gettext("bank, mobile")),
    )
    form.row(form.line("text", tr.gettext("Words")))

    def request() -> IncomeRequest:
        line = IncomeLine(
            amount=form.decimal_of("amount"),
            income=form.value_of("income"),
            account=form.value_of("account"),
            payer=form.words_of("payer"),
            reference=form.words_of("reference"),
            text=form.words_of("text"),
            receipt=form.value_of("income") != "interest",
            on=form.day_of("on"),
        )
        return IncomeRequest(lines=(line,), languages=desk.committee.languages)

    form.asks(request, income.receive_other, BOOKED, tr.gettext("The money in is booked.")).open()
    return form


def money_out(page: QWidget, desk: Desk, accounts: Sequence[Account]) -> Form:
    """Book an expense, paid now or owed."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Money out"), tr.gettext("Book the expense"))
    kinds = [Choice(kind_name(code, {}, tr), code) for code in (*EXPENSE, "other")]
    kinds = [choice for choice in kinds if choice.value not in _NOT_OUT]
    places = account_choices(desk, accounts)
    places.append(Choice(tr.gettext("Not paid yet: we owe it"), None))
    form.row(form.amount("amount", tr.gettext("Amount")), form.day("on", tr.gettext("Day")))
    form.row(
        form.line("payee", tr.gettext("Paid to")),
        form.choice("category", tr.gettext("What for"), kinds),
    )
    form.row(
        form.choice("account", tr.gettext("From"), places),
        form.line("voucher", tr.gettext("Voucher number")),
    )
    form.row(form.line("text", tr.gettext("Words")))

    def request() -> ExpenseRequest:
        line = ExpenseLine(
            payee=form.words_of("payee"),
            category=form.value_of("category"),
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
            text=form.words_of("text"),
            on=form.day_of("on"),
        )
        return ExpenseRequest(lines=(line,))

    form.asks(request, expenses.spend, BOOKED, tr.gettext("The expense is booked.")).open()
    return form


def move_money(page: QWidget, desk: Desk, accounts: Sequence[Account]) -> Form:
    """Move money between accounts, such as banking the cash."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Move money"), tr.gettext("Move it"))
    places = account_choices(desk, accounts)
    form.row(
        form.choice("source", tr.gettext("From"), places),
        form.choice("target", tr.gettext("To"), places, accounts[1].id if accounts[1:] else None),
    )
    form.row(
        form.amount("amount", tr.gettext("Amount")),
        form.amount("charges", tr.gettext("Charges"), tr.gettext("if any")),
    )
    form.row(form.day("on", tr.gettext("Day")), form.line("reference", tr.gettext("Reference")))
    form.asks(
        lambda: MoveRequest(
            source=form.value_of("source"),
            target=form.value_of("target"),
            amount=form.decimal_of("amount"),
            charges=form.decimal_of("charges", Decimal(0)),
            reference=form.words_of("reference"),
            on=form.day_of("on"),
        ),
        ledger_accounts.move,
        BOOKED,
        tr.gettext("The money is moved."),
    ).open()
    return form


def count_cash(page: QWidget, desk: Desk, accounts: Sequence[Account]) -> Form:
    """Count what lies in an account; the book says afterwards what should have been there."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Count cash"), tr.gettext("Write down the count"))
    places = [Choice(one.name or account_name(one.type, {}, tr), one.id) for one in accounts]
    form.row(
        form.choice("account", tr.gettext("Where"), places),
        form.amount("counted", tr.gettext("Counted")),
    )
    form.row(
        form.line(
            "by",
            tr.gettext("Counted by"),
            desk.officer.name if desk.officer else "",
            tr.gettext("with commas"),
        )
    )
    form.row(form.line("explanation", tr.gettext("If it differs: why?")))
    form.asks(
        lambda: CountRequest(
            counted=form.decimal_of("counted"),
            by=tuple(form.words_of("by").split(",")),
            account=form.value_of("account"),
            explanation=form.words_of("explanation"),
        ),
        ledger_accounts.count,
        BOOKED,
        tr.gettext("The count is written down."),
    ).open()
    return form


def pay_owed(page: QWidget, desk: Desk, accounts: Sequence[Account], item: OpenItem) -> Form:
    """Pay something that was owed."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Pay {who}").format(who=item.who),
        tr.gettext("Book the payment"),
        tr.gettext("We owe {amount}.").format(amount=tr.money(item.left)),
    )
    amount = form.amount("amount", tr.gettext("Amount"))
    form.row(amount, form.choice("account", tr.gettext("From"), account_choices(desk, accounts)))
    form.row(form.line("voucher", tr.gettext("Voucher number")))
    form.asks(
        lambda: PayOwedRequest(
            owed=Ref(item.entry, item.line),
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
        ),
        expenses.pay_owed,
        BOOKED,
        tr.gettext("The payment is booked."),
    ).open()
    return form


def cancel(page: QWidget, desk: Desk, line: CashLine) -> Form:
    """Ask why, and cancel a line of the cash book."""
    tr = desk.tr
    entry = line.ref.entry
    form = Form(
        page,
        desk,
        tr.gettext("Cancel entry {number}?").format(number=entry),
        tr.gettext("Cancel entry {number}").format(number=entry),
        tr.gettext("The entry stays in its place, struck, with the reason beside it."),
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(entry=entry, line=line.ref.line, reason=form.words_of("reason")),
        voids.void,
        BOOKED,
        tr.gettext("Entry {number} is cancelled.").format(number=entry),
    ).open()
    return form
