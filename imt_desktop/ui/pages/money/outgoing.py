"""Money out: paid now, or owed and paid later; with its voucher, as a photo or in an envelope."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Recorded, Ref, Writing
from imt_desktop.ledger import expenses
from imt_desktop.ledger.accounts import CategoryRequest
from imt_desktop.ledger.doubts import Doubt, doubts
from imt_desktop.ledger.expenses import (
    ExpenseLine,
    ExpenseRequest,
    PayOwedRequest,
    VoucherUse,
    voucher_used,
)
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ledger.vouchers import Voucher
from imt_desktop.ledger.waiting.entries import ExpenseWaiting
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import account_choices, expense_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook, afresh
from imt_desktop.ui.pages.money.own_kind import KindField, added
from imt_desktop.ui.pages.money.voucher_field import VoucherField
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import AmountEdit, Choice, LabelledField, LineEdit, Words, shortened
from imt_desktop.wording.doubts import doubt_words

CASH = "cash"
CHARGING = ("bank", "mobile")
"""Types of accounts that charges are taken from."""

Also = Callable[[Writing, Recorded], object]


class _Wanted(msgspec.Struct, frozen=True):
    line: ExpenseLine
    new_kind: CategoryRequest | None
    voucher: Voucher | None
    concerns: str | None = None


def money_out(
    page: QWidget,
    desk: Desk,
    look: MoneyLook,
    kind: str = "fuel",
    also: Also | None = None,
    begin: Callable[[Form], object] | None = None,
) -> Form:
    """Book an expense, paid now or owed; ``also`` is done with it, in the same transaction.

    ``begin`` writes into the form what is known already, into the next one too.
    """
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Money out"), tr.gettext("Book the expense"), wide=640)
    kinds = KindField(form, "category", expense_choices(desk, look.own), kind)
    places = account_choices(desk, look.accounts)
    places.append(Choice(tr.gettext("Not paid yet: we owe it"), None))
    usual = next(
        (one.id for one in look.accounts if kind != "charges" or one.type in CHARGING), None
    )
    two = (
        tr.gettext("above {limit} two sign").format(limit=tr.money(look.limit))
        if look.limit
        else ""
    )
    form.row(form.amount("amount", tr.gettext("Amount"), two), form.day("on", tr.gettext("Day")))
    form.row(form.suggest("payee", tr.gettext("Paid to"), look.payees), kinds.field)
    form.row(kinds.own)
    account = form.choice("account", tr.gettext("From"), places, usual)
    due = form.day("due_on", tr.gettext("To be paid by"))
    reference = form.line(
        "reference", tr.gettext("Reference"), hint=tr.gettext("bank, mobile money")
    )
    form.row(account, due, reference)
    form.row(
        voucher_number(form, "voucher"),
        form.line("envelope", tr.gettext("The paper lies in"), hint=tr.gettext("envelope 12")),
    )
    form.row(photo_field(form, "attachment"))
    form.row(_without_paper(form, kinds))
    form.row(form.line("text", tr.gettext("Note"), hint=tr.gettext("such as: 40 litres")))
    _follow_account(form, look)

    def request() -> _Wanted:
        owed = form.value_of("account") is None
        line = ExpenseLine(
            payee=form.words_of("payee"),
            category=kinds.code(),
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
            envelope=form.words_of("envelope"),
            reference="" if owed else form.words_of("reference"),
            due_on=form.day_of("due_on") if owed else None,
            text=form.words_of("text"),
            on=form.day_of("on"),
        )
        return _Wanted(line, kinds.new_kind("out"), voucher_of(form, "attachment"))

    def spend(book: Writing, wanted: _Wanted) -> Recorded:
        recorded = _spend(book, wanted)
        if also is not None:
            also(book, recorded)
        return recorded

    def again() -> None:
        day = form.day_of("on")

        def follow(new: MoneyLook) -> None:
            money_out(page, desk, new, kind, also, begin).stay_on(day)

        afresh(page, desk, look, follow)

    form.asks(
        request,
        spend,
        BOOKED,
        lambda recorded: _said(recorded, desk),
        again=again,
        doubts=lambda book, wanted: sentences(
            desk,
            look,
            doubts(
                book,
                wanted.line.account,
                desk.currency.money(wanted.line.amount),
                wanted.line.voucher,
                wanted.line.payee,
                wanted.line.on,
            ),
        ),
    ).open()
    if begin is not None:
        begin(form)
    form.fields["amount"].editor.setFocus()
    return form


def _said(recorded: Recorded, desk: Desk) -> str:
    tr = desk.tr
    if isinstance(recorded.entry, ExpenseWaiting):
        return tr.gettext("It is above the limit: it waits until a second officer approves it.")
    return tr.gettext("The expense is booked.")


def sentences(desk: Desk, look: MoneyLook, found: Sequence[Doubt]) -> list[str]:
    """Put what is doubtful into words."""
    return [doubt_words(one, look.names.accounts, desk.tr) for one in found]


def _spend(book: Writing, wanted: _Wanted) -> Recorded:
    line = wanted.line
    if wanted.new_kind is not None:
        line = msgspec.structs.replace(line, category=added(book, wanted.new_kind))
    kept = {0: wanted.voucher} if wanted.voucher else {}
    asked = ExpenseRequest(lines=(line,), concerns=wanted.concerns)
    return expenses.spend(book, asked, vouchers=kept)


def _follow_account(form: Form, look: MoneyLook) -> None:
    """Ask for a due day where it is owed, for a reference where a bank or telephone paid."""
    types = {one.id: one.type for one in look.accounts}

    def follow(account: int | None) -> None:
        form.fields["due_on"].setVisible(account is None)
        form.fields["reference"].setVisible(types.get(account or 0, CASH) != CASH)

    follow(form.value_of("account"))
    form.fields.when("account", follow)


def voucher_number(form: Form, name: str, hint: str = "") -> QWidget:
    """Make a field for a voucher's number, which says where that number was used before."""
    tr = form.desk.tr
    field = form.line(name, tr.gettext("Voucher number"), hint=hint)
    editor = field.editor
    assert isinstance(editor, LineEdit)

    def say(used: VoucherUse | None) -> None:
        said = tr.gettext("used before: {who}, {day}")
        words = said.format(who=shortened(used.who, 24), day=tr.day(used.on)) if used else hint
        field.set_hint(words, "warn" if used else "")

    def look_up(number: str) -> None:
        def answer(used: VoucherUse | None) -> None:
            if number == editor.text():  # no more was typed since
                say(used)

        form.desk.read(lambda book: voucher_used(book, number), guarded(field, answer))

    editor.textChanged.connect(look_up)
    return field


def _without_paper(form: Form, kinds: KindField) -> Words:
    """Make the sentence that the closing will ask for a paper; it is gone where there is one.

    A bank gives no paper for its charges, and the closing asks for none.
    """
    tr, fields = form.desk.tr, form.fields
    said = Words(
        tr.gettext("Without a voucher: the closing of the month will ask for it."),
        "quiet",
        wrap=True,
        parent=form,
    )
    number, envelope = fields["voucher"].editor, fields["envelope"].editor
    photo = fields["attachment"].editor
    assert isinstance(number, LineEdit) and isinstance(envelope, LineEdit)
    assert isinstance(photo, VoucherField)

    def tell() -> None:
        papers = (number.text().strip(), envelope.text().strip(), photo.voucher())
        said.setVisible(not any(papers) and kinds.code() != "charges")

    number.textChanged.connect(tell)
    envelope.textChanged.connect(tell)
    photo.changed.connect(tell)
    fields.when("category", lambda _code: tell())
    tell()
    return said


def photo_field(form: Form, name: str) -> LabelledField:
    """Make a field for the voucher's photo; the form waits while it is made small."""
    tr = form.desk.tr
    photo = VoucherField(form.desk)
    field = form.put(name, tr.gettext("Photo or PDF of the voucher"), photo)

    def tell() -> None:
        form.hold(photo.busy)
        field.set_error(form.desk.sentence(photo.error) if photo.error else None)
        if photo.error:
            form.bring_into_view(field)

    photo.changed.connect(tell)
    return field


def voucher_of(form: Form, name: str) -> Voucher | None:
    """Return the photo that is to be kept. One that was refused has to be taken away first."""
    photo = form.fields[name].editor
    assert isinstance(photo, VoucherField)
    if photo.error is not None:
        form.fields.wrong(photo.error.beside(name))
    return photo.voucher()


def pay_owed(page: QWidget, desk: Desk, look: MoneyLook, item: OpenItem) -> Form:
    """Pay something that was owed, or pay a loan back, whole or in part."""
    tr = desk.tr
    loan = item.what == "loan"
    form = Form(
        page,
        desk,
        (tr.gettext("Pay back to {who}") if loan else tr.gettext("Pay {who}")).format(
            who=shortened(item.who)
        ),
        tr.gettext("Book the payment"),
        tr.gettext("We owe {amount}.").format(amount=tr.money(item.left)),
        wide=600,
    )
    form.row(form.amount("amount", tr.gettext("Amount")), form.day("on", tr.gettext("Day")))
    form.row(
        form.choice("account", tr.gettext("From"), account_choices(desk, look.accounts)),
        form.line("reference", tr.gettext("Reference"), hint=tr.gettext("bank, mobile money")),
    )
    form.row(voucher_number(form, "voucher"))
    amount = form.fields["amount"].editor
    assert isinstance(amount, AmountEdit)
    amount.set_amount(item.left)
    amount.selectAll()
    form.asks(
        lambda: PayOwedRequest(
            owed=Ref(item.entry, item.line),
            amount=form.decimal_of("amount"),
            account=form.value_of("account"),
            voucher=form.words_of("voucher"),
            reference=form.words_of("reference"),
            on=form.day_of("on"),
        ),
        expenses.pay_owed,
        BOOKED,
        tr.gettext("The payment is booked."),
        doubts=lambda book, wanted: sentences(
            desk,
            look,
            doubts(
                book,
                wanted.account,
                desk.currency.money(wanted.amount),
                wanted.voucher,
                item.who,
                wanted.on,
            ),
        ),
    ).open()
    return form
