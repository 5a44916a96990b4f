"""A line opened, in words: what it is called, and all that it says, label by label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.proof import BillFacts, HandedFacts, LetGo, MoneyFacts, Proof, Share
from imt_desktop.money import Money
from imt_desktop.wording.charges import explained
from imt_desktop.wording.kinds import account_name, kind_name
from imt_desktop.wording.late import when_words
from imt_desktop.wording.readings import meter_words
from imt_desktop.wording.states import item_words

NAMES: Final[Mapping[str, str]] = {
    "move": mark("Money moved"),
    "advance": mark("Advance"),
    "spent": mark("Spent from an advance"),
    "returned": mark("Brought back from an advance"),
    "refund": mark("Paid back"),
    "opening": mark("From the old book"),
    "ahead": mark("Paid ahead in the old book"),
    "loan": mark("Loan from the old book"),
    "moved": mark("Debt went to another member"),
    "agreed": mark("Put into instalments"),
    "labour": mark("Labour given"),
    "let-go": mark("Debt let go by decision"),
    "count": mark("Cash counted"),
}
"""Lines that are called after what they are and not after a paper."""

WHO: Final[Mapping[str, str]] = {
    "payment": mark("Paid by"),
    "in": mark("From whom"),
    "advance": mark("Handed to"),
    "loan": mark("Lent by"),
    "count": mark("Counted by"),
    "labour": mark("Done by"),
}
"""What the other person is called; in all other lines somebody is paid."""


class Names(Struct, frozen=True):
    """What accounts are called, and the committee's own kinds of money."""

    accounts: Mapping[int, str]
    own: Mapping[str, str]


def called(account: Account, tr: Translator) -> str:
    """Name an account: its own name, or what it is."""
    words = account.name or account_name(account.type, {}, tr)
    return capital(words)


def proof_title(proof: Proof, names: Names, tr: Translator) -> str:
    """Name a line: after its paper, or after what it is."""
    if proof.bill is not None:
        return bill_title(proof.bill, proof.text, tr)
    if proof.what in NAMES:
        return tr.gettext(NAMES[proof.what])
    money = proof.money
    if money is not None and money.receipt is not None:
        return tr.gettext("Receipt {number}").format(number=money.receipt)
    if money is not None and money.voucher:
        return tr.gettext("Voucher {number}").format(number=money.voucher)
    if proof.what == "payment":
        return tr.gettext("Payment")
    code = money.code if money is not None else "other"
    return kind_name(code, names.own, tr)


def line_name(what: str, code: str, own: Mapping[str, str], tr: Translator) -> str:
    """Name a line of money by its kind, or after what it is where its code says no more than that."""
    code = code.partition(":")[2] or code
    if what in NAMES and code in ("", what):
        return tr.gettext(NAMES[what])
    return kind_name(code or what, own, tr)


def bill_title(bill: BillFacts | Share, text: str, tr: Translator) -> str:
    """Name a bill: for what and for which month, and in the words that were typed."""
    what = item_words(bill.item, bill.period, tr)
    if bill.period is not None or not text:
        return what
    if bill.item == "other":
        return text
    return tr.pgettext("a bill and its note", "{what}: {note}").format(what=what, note=text)


def proof_rows(proof: Proof, names: Names, tr: Translator) -> list[tuple[str, str]]:
    """Say all that a line says; empty values say nothing."""
    member = ""
    if proof.number:
        member = tr.gettext("{name}, no. {number}").format(name=proof.name, number=proof.number)
    rows = [(tr.gettext("Member"), member), (_who(proof, tr), proof.who)]
    if proof.handed is not None:
        rows += _handed_rows(proof.handed, tr)
    if proof.let_go is not None:
        rows += _let_go_rows(proof.let_go, tr)
    if proof.bill is not None:
        rows += _bill_rows(proof, proof.bill, tr)
    if proof.money is not None:
        rows += _money_rows(proof, proof.money, names, tr)
    if proof.expected is not None:
        rows += _count_rows(proof, proof.expected, tr)
    if proof.left:
        rows.append((tr.gettext("Still open"), tr.money(proof.left)))
    return [row for row in (*rows, *_entered_rows(proof, tr)) if row[1]]


def receipt_words(receipt: int | None, old_receipt: str, tr: Translator) -> str:
    """Name a payment after its receipt: ours, or that of the old book; some have none."""
    if receipt is not None:
        return tr.gettext("Receipt {number}").format(number=receipt)
    if old_receipt:
        return tr.gettext("Old receipt no. {number}").format(number=old_receipt)
    return tr.gettext("Payment")


def _who(proof: Proof, tr: Translator) -> str:
    return tr.gettext(WHO[proof.what]) if proof.what in WHO else tr.gettext("Paid to")


def _bill_rows(proof: Proof, bill: BillFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    what = item_words(bill.item, bill.period, tr)
    if what != bill_title(bill, proof.text, tr):
        yield tr.gettext("What for"), what
    if bill.period and proof.text:
        yield tr.gettext("Note"), proof.text
    yield tr.gettext("How it is worked out"), _worked_out(bill, tr)
    yield tr.gettext("Due"), tr.date(bill.due_on)
    for one in bill.paid:
        by = receipt_words(one.receipt, one.old_receipt, tr)
        if not one.payment:
            by = tr.gettext("Paid ahead in the old book")
        yield tr.gettext("Paid"), f"{tr.money(one.amount)} · {by}"
    if proof.cancelled is None:
        yield tr.gettext("Still to pay"), tr.money(bill.left)
    for day, was, becomes, why in bill.corrections:
        said = tr.gettext("{day}: from {was} to {becomes}: {reason}")
        yield (
            tr.gettext("Corrected"),
            said.format(day=tr.date(day), was=tr.money(was), becomes=tr.money(becomes), reason=why),
        )

    for gone in bill.let_go:
        words = tr.gettext("{day}: {amount} (decision {decision}, entry {entry}). {reason}")
        yield (
            tr.gettext(NAMES["let-go"]),
            words.format(
                day=tr.date(gone.on),
                amount=tr.money(gone.share.amount),
                decision=gone.decision,
                entry=tr.number(gone.ref.entry),
                reason=gone.reason,
            ),
        )


def _let_go_rows(gone: LetGo, tr: Translator) -> Iterator[tuple[str, str]]:
    yield tr.gettext("What for"), bill_title(gone.share, gone.share.text, tr)
    yield tr.gettext("Decision"), str(gone.decision)
    yield tr.gettext("Note"), gone.reason


def _handed_rows(went: HandedFacts, tr: Translator) -> Iterator[tuple[str, str]]:
    debt, currency = went.debt, went.left.currency
    to = tr.gettext("{name}, no. {number}").format(
        name=debt.to_name or tr.gettext("Forgotten"), number=debt.to_number
    )
    yield tr.gettext("To whom"), to
    share = Share(debt.item, debt.period, debt.text, None, went.left)
    yield tr.gettext("What for"), bill_title(share, debt.text, tr)
    yield tr.gettext("How it is worked out"), "\n".join(explained(went.parts, tr, currency))
    yield tr.gettext("Due"), tr.date(went.due_on)
    yield tr.gettext("Still to pay"), tr.money(went.left)


def _worked_out(bill: BillFacts, tr: Translator) -> str:
    """Say how a bill came about, as its paper does; nothing of one that nothing is known of."""
    meter = [meter_words(bill.meter, tr)] if bill.meter else []
    return "\n".join((*meter, *explained(bill.parts, tr, bill.left.currency)))


def _count_rows(proof: Proof, expected: Money, tr: Translator) -> Iterator[tuple[str, str]]:
    yield tr.gettext("The book said"), tr.money(expected)
    yield tr.gettext("Difference"), difference_words(proof.amount - expected, tr)
    yield tr.gettext("Why it differs"), proof.text


def difference_words(difference: Money, tr: Translator) -> str:
    """Say whether a count agreed with the book."""
    if not difference:
        return tr.gettext("agrees with the book")
    if difference.minor > 0:
        return tr.gettext("{amount} too much").format(amount=tr.money(difference))
    return tr.gettext("{amount} too little").format(amount=tr.money(-difference))


def _money_rows(
    proof: Proof, money: MoneyFacts, names: Names, tr: Translator
) -> Iterator[tuple[str, str]]:
    if proof.what not in (
        "payment",
        "move",
        "opening",
        "refund",
        "advance",
        "returned",
        "moved",
        "agreed",
        "labour",
    ):
        yield tr.gettext("What for"), kind_name(money.code, names.own, tr)
    yield tr.gettext("Note"), proof.text
    for one in money.settles:
        yield tr.gettext("Settles"), f"{bill_title(one, one.text, tr)}, {tr.money(one.amount)}"
    if money.ahead:
        yield tr.gettext("Paid ahead"), tr.money(money.ahead)
    yield _place(proof, money, names, tr)
    yield tr.gettext("Receipt"), "" if money.receipt is None else str(money.receipt)
    yield tr.gettext("Voucher number"), money.voucher
    yield tr.gettext("Reference"), money.reference
    yield tr.gettext("Number on the pad"), money.pad
    yield tr.gettext("Old receipt"), money.old_receipt
    yield tr.gettext("The paper lies in"), money.envelope


def _place(proof: Proof, money: MoneyFacts, names: Names, tr: Translator) -> tuple[str, str]:
    account = names.accounts.get(money.account or 0, "")
    if money.other_account is not None:
        other = names.accounts.get(money.other_account, "")
        return tr.gettext("From, to"), tr.gettext("{account} to {other}").format(
            account=account, other=other
        )
    if proof.what == "owed":
        return tr.gettext("From"), tr.gettext("not paid then: we owed it")
    came = proof.what in ("payment", "in", "returned", "opening")
    return (tr.gettext("Into") if came else tr.gettext("From")), account


def _entered_rows(proof: Proof, tr: Translator) -> Iterator[tuple[str, str]]:
    entered = proof.entered
    at = f"{tr.date(entered.at.date())}, {tr.time(entered.at)}"
    by = ", ".join(name for name in (entered.responsible, at) if name)
    if proof.on != entered.at.date():
        yield tr.gettext("Day"), tr.date(proof.on)
    yield tr.gettext("Concerns"), when_words(entered.concerns, tr)
    yield tr.gettext("Written down"), by
    yield tr.gettext("Typed by"), entered.entered_by
    signed = ", ".join((entered.responsible, *entered.countersigned))
    yield tr.gettext("Signed"), signed if entered.signed else tr.gettext("not signed with a PIN")
    yield tr.gettext("Brought in from"), entered.file
    yield tr.gettext("Entry"), tr.number(proof.ref.entry)
    if proof.cancelled is not None:
        said = tr.gettext("{day}, entry {entry}: {reason}").format(
            day=tr.date(proof.cancelled.on),
            entry=tr.number(proof.cancelled.entry),
            reason=proof.cancelled.reason,
        )
        yield tr.gettext("Cancelled"), said
