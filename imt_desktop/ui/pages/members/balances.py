"""Money of one member besides bills and payments: paid back, and what the old book says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger import openings, payments
from imt_desktop.ledger.entries import BalancesOpened
from imt_desktop.ledger.openings import ConfirmRequest, OpeningLine, OpeningRequest
from imt_desktop.ledger.payments import RefundRequest
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import account_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.roll import Roll
from imt_desktop.ui.widgets import AmountEdit, Choice, ConfirmDialog, shortened

PAID_BACK = Changes(balances=True, money=True)
FROM_OLD_BOOK = Changes(balances=True, members=True)


def refund(page: QWidget, desk: Desk, roll: Roll, row: MemberRow) -> Form:
    """Give money back that was paid ahead."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Give money back to {name}").format(name=shortened(row.name)),
        tr.gettext("Book what is given back"),
        tr.gettext("Paid ahead: {amount}").format(amount=tr.money(row.ahead)),
    )
    amount = form.amount("amount", tr.gettext("Amount"))
    if isinstance(amount.editor, AmountEdit):
        amount.editor.set_amount(row.ahead)
    form.row(
        amount,
        form.choice("account", tr.gettext("From"), account_choices(desk, roll.accounts)),
    )
    form.row(
        form.line("voucher", tr.gettext("Voucher number"), hint=tr.gettext("signed by the member")),
        form.day("on", tr.gettext("Day")),
    )
    form.asks(
        lambda: RefundRequest(
            member=row.number,
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
            on=form.day_of("on"),
        ),
        payments.refund,
        PAID_BACK,
        tr.gettext("The money is given back."),
    ).open()
    return form


def old_balance(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Take over what a member owed, or had paid ahead, in the old book."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("{name} in the old book").format(name=shortened(row.name)),
        tr.gettext("Take it over"),
    )
    whats = [
        Choice(tr.pgettext("in the old book the household …", "owed"), "debt"),
        Choice(tr.gettext("had paid ahead"), "ahead"),
    ]
    first_day = desk.committee.first_month.shift(-1).last
    form.row(
        form.choice("what", tr.gettext("In the old book the household"), whats),
        form.amount("amount", tr.gettext("Amount")),
    )
    since = form.day("since", tr.gettext("Owed since"), min(first_day, desk.today))
    form.row(since, form.line("text", tr.gettext("Note")))
    agreed = tr.gettext("The household has agreed to it")
    form.row(form.tick("confirmed", agreed))
    form.fields.when("what", lambda what: since.setVisible(what == "debt"))

    def request() -> OpeningRequest:
        debt = form.value_of("what") == "debt"
        line = OpeningLine(
            what=form.value_of("what"),
            amount=form.decimal_of("amount"),
            member=row.number,
            since=form.day_of("since") if debt else None,
            text=form.words_of("text"),
            confirmed=form.ticked("confirmed"),
        )
        return OpeningRequest(lines=(line,))

    form.asks(
        request,
        openings.open_balances,
        FROM_OLD_BOOK,
        tr.gettext("The old balance is taken over."),
        kind=BalancesOpened.KIND,
    ).open()
    return form


def confirm_one(page: QWidget, desk: Desk, ref: Ref, name: str, amount: str) -> ConfirmDialog:
    """Write down that a household agrees to its balance from the old book."""
    tr = desk.tr
    asked = ConfirmDialog(
        page,
        tr,
        tr.gettext("Does {name} agree?").format(name=shortened(name)),
        tr.gettext("The balance from the old book is {amount}.").format(amount=amount),
        tr.gettext("Yes, the household agrees"),
    )
    asked.accepted.connect(lambda: confirm(desk, (ref,)))
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked


def confirm(desk: Desk, refs: tuple[Ref, ...]) -> None:
    """Write down that households agree to balances from the old book."""
    tr, n = desk.tr, len(refs)
    said = tr.ngettext("{n} balance is confirmed.", "{n} balances are confirmed.", n)
    desk.write(
        lambda book: openings.confirm(book, ConfirmRequest(balances=refs)),
        lambda _recorded: desk.said.emit(said.format(n=tr.number(n))),
        FROM_OLD_BOOK,
    )
