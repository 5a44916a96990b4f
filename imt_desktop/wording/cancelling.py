"""What follows when a line is cancelled, said before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.ledger.proof import MoneyFacts, Proof
from imt_desktop.money import Money, total
from imt_desktop.wording.kinds import kind_name
from imt_desktop.wording.proof import Names, bill_title

WHOLE: Final = ("spent", "returned", "moved", "agreed")
"""Lines that are cancelled only with their whole entry."""


def what_follows(proof: Proof, names: Names, tr: Translator) -> list[str]:
    """Say in sentences what cancelling a line changes, and what it leaves."""
    sentences = list(_FOLLOWS.get(proof.what, _nothing)(proof, names, tr))
    if proof.money is not None and proof.money.receipt is not None:
        sentences.append(
            tr.gettext("Receipt {number} stays used. Ask for the paper back.").format(
                number=proof.money.receipt
            )
        )
    sentences.append(
        tr.gettext(
            "Its month is closed: the line stays as it is, and a line of today takes it back."
        )
        if proof.closed
        else tr.gettext("The line stays in its place, struck, with the reason beside it.")
    )
    return sentences


def _gone(proof: Proof, names: Names, tr: Translator) -> str:
    said = tr.gettext("{amount} no longer lies in: {account}.")
    return _placed(said, proof, names, tr)


def _back(proof: Proof, names: Names, tr: Translator) -> str:
    return _placed(tr.gettext("{amount} lies again in: {account}."), proof, names, tr)


def _placed(said: str, proof: Proof, names: Names, tr: Translator) -> str:
    account = proof.money.account if proof.money else None
    return said.format(amount=tr.money(proof.amount), account=names.accounts.get(account or 0, ""))


def _nothing(_proof: Proof, _names: Names, _tr: Translator) -> Iterator[str]:
    yield from ()


def _bill(proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("{name} does not have to pay this bill.").format(name=proof.name)
    paid = _sum([one.amount for one in proof.bill.paid] if proof.bill else [], proof.amount)
    if paid:
        yield tr.gettext("{amount} that was paid on it becomes paid ahead.").format(
            amount=tr.money(paid)
        )


def _payment(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    money = proof.money
    assert money is not None
    if money.identified:
        yield tr.gettext("The money waits again under “not yet known whose”.")
    else:
        yield _gone(proof, names, tr)
    if money.settles:
        yield tr.gettext("{name} owes again: {bills}.").format(
            name=proof.name, bills=", ".join(_bills(money, tr))
        )
    if money.ahead:
        yield tr.gettext("{amount} is not paid ahead any more.").format(
            amount=tr.money(money.ahead)
        )


def _bills(money: MoneyFacts, tr: Translator) -> Iterator[str]:
    for one in money.settles:
        yield f"{bill_title(one, one.text, tr)} ({tr.money(one.amount)})"


def _received(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _gone(proof, names, tr)
    if proof.money is not None and proof.money.code == "loan":
        yield tr.gettext("We do not owe the loan.")


def _spent(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _back(proof, names, tr)
    code = proof.money.code if proof.money else "other"
    yield tr.gettext("It does not count as an expense for: {kind}.").format(
        kind=kind_name(code, names.own, tr)
    )


def _owed(_proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("We do not owe it.")


def _owed_paid(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _back(proof, names, tr)
    yield tr.gettext("We owe it again.")


def _advance(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _back(proof, names, tr)
    yield tr.gettext("{who} has nothing to account for.").format(who=proof.who)


def _settled(_proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext(
        "All vouchers of this advance are cancelled together; the advance is open again."
    )


def _moved(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _back(proof, names, tr)
    other = proof.money.other_account if proof.money else None
    yield tr.gettext("{amount} no longer lies in: {account}.").format(
        amount=tr.money(proof.amount), account=names.accounts.get(other or 0, "")
    )


def _handed_back(_proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("The connection is handed back, and the old debt with it.")


def _as_before(_proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("The instalments end, and the old bills are owed again.")


def _not_worked(proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("{name} owes again what the labour had paid.").format(name=proof.name)


def _refund(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _back(proof, names, tr)
    yield tr.gettext("{name} has paid it ahead again.").format(name=proof.name)


def _opening(proof: Proof, names: Names, tr: Translator) -> Iterator[str]:
    yield _gone(proof, names, tr)


def _ahead(proof: Proof, _names: Names, tr: Translator) -> Iterator[str]:
    yield tr.gettext("{name} has not paid it ahead; bills that it paid are open again.").format(
        name=proof.name
    )


def _sum(amounts: list[Money], like: Money) -> Money:
    return total(amounts, like.currency)


_FOLLOWS: Final[Mapping[str, Callable[[Proof, Names, Translator], Iterator[str]]]] = {
    "bill": _bill,
    "payment": _payment,
    "in": _received,
    "out": _spent,
    "owed": _owed,
    "loan": _owed,
    "owed-paid": _owed_paid,
    "advance": _advance,
    "spent": _settled,
    "returned": _settled,
    "move": _moved,
    "moved": _handed_back,
    "agreed": _as_before,
    "labour": _not_worked,
    "refund": _refund,
    "opening": _opening,
    "ahead": _ahead,
}
