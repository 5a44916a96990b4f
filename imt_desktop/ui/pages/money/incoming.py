"""Money in that no member's bill brings: grants, kiosk takings, interest, loans, money unknown."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref, Writing
from imt_desktop.ledger import income, payments
from imt_desktop.ledger.accounts import CategoryRequest
from imt_desktop.ledger.entries import MoneyReceived
from imt_desktop.ledger.income import IncomeLine, IncomeRequest
from imt_desktop.ledger.payments import IdentifyRequest, Receipt
from imt_desktop.ledger.register import members
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import OWN, account_choices, income_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.look import MoneyLook, afresh
from imt_desktop.ui.pages.money.own_kind import KindField, added
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.picking import MemberEdit, offered
from imt_desktop.ui.printing.waiting import let_wait

BOOKED = Changes(money=True, balances=True)
WITHOUT_RECEIPT = ("interest", "loan", "unknown")


class _Wanted(msgspec.Struct, frozen=True):
    line: IncomeLine
    new_kind: CategoryRequest | None
    concerns: str | None = None


def money_in(page: QWidget, desk: Desk, look: MoneyLook, kind: str = "grant") -> Form:
    """Book money that came from no member's bill."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Money in"),
        tr.gettext("Book the money in"),
        tr.gettext("What a member pays is taken at “Receive payment”."),
        wide=640,
    )
    kinds = KindField(form, "income", income_choices(desk, look.own), kind)
    form.row(form.amount("amount", tr.gettext("Amount")), form.day("on", tr.gettext("Day")))
    form.row(kinds.field, form.line("payer", tr.gettext("From whom")))
    form.row(kinds.own)
    form.row(
        form.choice("account", tr.gettext("Into"), account_choices(desk, look.accounts)),
        form.line("reference", tr.gettext("Reference"), hint=tr.gettext("bank, mobile money")),
    )
    form.row(form.line("text", tr.gettext("Note"), hint=tr.gettext("if more is to be said")))
    receipt = form.tick("receipt", tr.gettext("Give a receipt"), kind not in WITHOUT_RECEIPT)
    form.row(receipt)
    form.fields.when("income", lambda code: receipt.setChecked(code not in WITHOUT_RECEIPT))

    def request() -> _Wanted:
        line = IncomeLine(
            amount=form.decimal_of("amount"),
            income=kinds.code(),
            account=form.value_of("account"),
            payer=form.words_of("payer"),
            reference=form.words_of("reference"),
            text=form.words_of("text"),
            receipt=form.ticked("receipt"),
            on=form.day_of("on"),
        )
        return _Wanted(line, kinds.new_kind("in"))

    def book_it(book: Writing, wanted: _Wanted) -> int | None:
        line = wanted.line
        if wanted.new_kind is not None:
            line = msgspec.structs.replace(line, income=added(book, wanted.new_kind))
        asked = IncomeRequest(
            lines=(line,), concerns=wanted.concerns, languages=desk.committee.languages
        )
        entry = income.receive_other(book, asked).entry
        return entry.lines[0].receipt if isinstance(entry, MoneyReceived) else None

    def said(receipt: int | None) -> str:
        if receipt is None:
            return tr.gettext("The money in is booked.")
        let_wait(desk, receipts=(receipt,))
        return tr.gettext("The money in is booked: receipt {number}.").format(number=receipt)

    def again() -> None:
        day, same = form.day_of("on"), form.value_of("income")
        code = kind if same == OWN else same
        afresh(page, desk, look, lambda new: money_in(page, desk, new, code).stay_on(day))

    form.asks(request, book_it, BOOKED, said, again=again).open()
    form.fields["amount"].editor.setFocus()
    return form


def identify(page: QWidget, desk: Desk, look: MoneyLook, item: OpenItem) -> Form:
    """Give money that was not yet known whose to its member."""
    tr = desk.tr
    where = look.names.accounts.get(item.account or 0, "")
    parts = (tr.money(item.left), item.who, item.text, item.reference, where)
    about = ", ".join(part for part in parts if part)
    form = Form(
        page,
        desk,
        tr.gettext("Whose money is it?"),
        tr.gettext("It is this member's"),
        tr.gettext("{money}, since {day}").format(money=about, day=tr.date(item.on)),
    )
    pick = MemberEdit(tr)
    form.row(form.put("member", tr.gettext("Member"), pick))
    form.note(tr.gettext("It pays the oldest bills first, and the member gets a receipt."))

    def said(receipts: tuple[Receipt, ...]) -> str:
        number = receipts[0].number
        let_wait(desk, receipts=(number,))
        return tr.gettext("It is booked: receipt {number}.").format(number=number)

    form.asks(
        lambda: IdentifyRequest(
            received=Ref(item.entry, item.line),
            member=pick.number(),
            languages=desk.committee.languages,
        ),
        payments.identify,
        BOOKED,
        said,
    ).open()
    desk.read(lambda book: offered(members(book)), guarded(form, pick.set_members))
    return form
