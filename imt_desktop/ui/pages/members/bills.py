"""A single bill, putting one right, and saying that one is disputed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger import billing
from imt_desktop.ledger.billing import BillRequest, CorrectBillRequest, DisputeRequest
from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.kinds import BILL_ITEMS
from imt_desktop.ledger.register import MemberCard
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.members.naming import connection_words
from imt_desktop.ui.pages.standing import bill_name
from imt_desktop.ui.widgets import Choice, MonthEdit, shortened
from imt_desktop.wording.proof import proof_title
from imt_desktop.wording.states import item_words

BILLED = Changes(balances=True)
FEE = "fee"


def new_bill(page: QWidget, desk: Desk, card: MemberCard) -> Form:
    """Bill one member for one thing: a fine, a connection, a month that was missed."""
    tr, row = desk.tr, card.member
    form = Form(
        page,
        desk,
        tr.gettext("Bill {name}").format(name=shortened(row.name)),
        tr.gettext("Make the bill"),
        tr.gettext("For everybody at once there is “Bill everyone”."),
        wide=620,
    )
    live = [one for one in card.connections if one.status != "ended"]
    items = ("fine", *(code for code in BILL_ITEMS if code not in ("fine", FEE)))
    choices = [Choice(item_words(code, None, tr), code) for code in items]
    if live:
        choices.append(Choice(tr.gettext("Water fee of a month that was missed"), FEE))
    form.row(
        form.choice("item", tr.gettext("What for"), choices),
        form.amount("amount", tr.gettext("Amount")),
    )
    month = MonthEdit(tr, Month.of(desk.today))
    period = form.put("period", tr.gettext("Month"), month)
    connection = form.choice("connection", tr.gettext("Connection"), _connections(desk, live))
    form.row(period, connection)
    form.row(form.line("text", tr.gettext("Note"), hint=tr.gettext("as it stands on the bill")))
    form.row(form.day("due_on", tr.gettext("Due")), form.day("on", tr.gettext("Day of the bill")))

    def follow(item: str) -> None:
        for field in (period, connection):
            field.setVisible(item == FEE)

    def request() -> BillRequest:
        item = form.value_of("item")
        fee = item == FEE
        return BillRequest(
            member=row.number,
            item=item,
            amount=form.decimal_of("amount"),
            text=form.words_of("text"),
            connection=form.value_of("connection") if fee else None,
            period=str(month.value()) if fee else None,
            due_on=form.day_of("due_on"),
            on=form.day_of("on"),
        )

    follow("")
    form.fields.when("item", follow)
    form.asks(
        request,
        billing.bill_one,
        BILLED,
        tr.gettext("The bill is made."),
        again=lambda: new_bill(page, desk, card).stay_on(form.day_of("on")),
    ).open()
    return form


def correct(page: QWidget, desk: Desk, opened: Opened) -> Form:
    """Put the amount of a bill right."""
    tr, proof = desk.tr, opened.proof
    text = tr.gettext("It says {amount}. What was paid too much becomes paid ahead.")
    form = Form(
        page,
        desk,
        tr.gettext("Correct “{line}”").format(line=shortened(proof_title(proof, opened.names, tr))),
        tr.gettext("Correct the bill"),
        text.format(amount=tr.money(proof.amount)),
    )
    form.row(form.amount("amount", tr.gettext("The right amount"), tr.gettext("0 is allowed")))
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: CorrectBillRequest(
            bill=proof.ref, amount=form.decimal_of("amount"), reason=form.words_of("reason")
        ),
        billing.correct_bill,
        BILLED,
        tr.gettext("The bill is corrected."),
    ).open()
    return form


def dispute(page: QWidget, desk: Desk, opened: Opened) -> Form:
    """Mark a bill as disputed, or say that it no longer is."""
    tr, proof = desk.tr, opened.proof
    disputed = proof.bill is not None and proof.bill.disputed
    form = Form(
        page,
        desk,
        tr.gettext("No longer disputed?") if disputed else tr.gettext("Is this bill disputed?"),
        tr.gettext("It is settled") if disputed else tr.gettext("Mark it as disputed"),
        tr.gettext("A disputed bill is paid last, and the member can be heard about it."),
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: DisputeRequest(
            bill=proof.ref, disputed=not disputed, reason=form.words_of("reason")
        ),
        billing.dispute,
        BILLED,
        tr.gettext("It is written down."),
    ).open()
    return form


def dispute_one(page: QWidget, desk: Desk, bills: Sequence[OpenBill]) -> Form:
    """Ask which of the open bills is disputed, or no longer is, and why."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Is a bill disputed?"),
        tr.gettext("Write it down"),
        tr.gettext(
            "A disputed bill is paid last and stands outside the steps until it is settled."
        ),
    )
    marked = tr.pgettext("a bill that is disputed", "{bill}, disputed")
    choices = []
    for bill in bills:
        amount = tr.money(Money(bill.left, desk.currency))
        words = f"{shortened(bill_name(tr, bill), 60)}, {amount}"
        choices.append(Choice(marked.format(bill=words) if bill.disputed else words, bill))
    form.row(form.choice("bill", tr.gettext("Which bill?"), choices))
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))

    def follow(bill: OpenBill) -> None:
        settled, disputed = tr.gettext("It is settled"), tr.gettext("Mark it as disputed")
        form.do.set_words(settled if bill.disputed else disputed)

    def request() -> DisputeRequest:
        bill = form.value_of("bill")
        return DisputeRequest(
            bill=bill.ref, disputed=not bill.disputed, reason=form.words_of("reason")
        )

    form.fields.when("bill", follow)
    if bills:
        follow(bills[0])
    form.asks(request, billing.dispute, BILLED, tr.gettext("It is written down.")).open()
    return form


def _connections(desk: Desk, connections: Sequence[ConnectionRow]) -> list[Choice]:
    return [Choice(connection_words(one, desk.tr), one.id) for one in connections]
