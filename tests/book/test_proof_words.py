"""Every sort of line has a name, says something in each language, and tells what cancelling does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger import accounts
from imt_desktop.ledger.accounts import CountRequest
from imt_desktop.ledger.proof import Proof, proof
from imt_desktop.wording.cancelling import what_follows
from imt_desktop.wording.proof import Names, proof_rows, proof_title
from tests.builders import BANK, CASH, Desk, book_in, expense, kes, opening

NAMES = Names({CASH: "Cash box", BANK: "Bank"}, {"own-1": "Honoraria"})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = book_in(tmp_path, members=2, fee=450)
    yield made
    made.book.close()


def lines(desk: Desk) -> dict[str, Ref]:
    """One line of every sort."""
    desk.bill("2026-09")
    desk.get(10_000)
    found = {"opening": Ref(desk.open(opening("account", 100, account=CASH)).seq)}
    found["bill"] = Ref(desk.bill_one("1", 50).seq)
    found["payment"] = Ref(desk.pay("1", 600).entry)
    found["refund"] = Ref(desk.refund("1", 20).seq)
    found["in"] = Ref(desk.get(500, "loan", payer="Savings group", receipt=False).seq)
    found["out"] = Ref(desk.spend(70, voucher="213").seq)
    found["owed"] = Ref(desk.owe(80).seq)
    found["owed-paid"] = Ref(desk.pay_owed(found["owed"], 30).seq)
    found["advance"] = Ref(desk.advance(300).seq)
    settled = desk.settle_advance(found["advance"], expense(200), returned=50).seq
    found["spent"], found["returned"] = Ref(settled, 1), Ref(settled, 2)
    found["move"] = Ref(desk.move(CASH, BANK, 40).seq)
    found["ahead"] = Ref(desk.open(opening("ahead", 10, member="2")).seq)
    found["loan"] = Ref(desk.open(opening("loan", 10, payee="Church")).seq)
    counted = CountRequest(counted=kes(1).decimal, by=("A. B.",), explanation="no change")
    found["count"] = Ref(desk.do(accounts.count, counted).seq)
    found["moved"] = Ref(desk.hand_over(2, "1", debt="moves").seq)
    return found


def looked_up(desk: Desk) -> dict[str, Proof]:
    return {what: desk.see(proof, ref) for what, ref in lines(desk).items()}


def test_every_sort_of_line_is_called_something_and_says_something(desk: Desk) -> None:
    found = looked_up(desk)
    assert {what: one.what for what, one in found.items()} == {what: what for what in found}
    for code in (one.code for one in LANGUAGES):
        tr = Translator(code)
        for one in found.values():
            assert proof_title(one, NAMES, tr)
            rows = proof_rows(one, NAMES, tr)
            assert all(label and value for label, value in rows)
            assert len(rows) >= 4


def test_days_of_one_line_are_written_in_one_manner(desk: Desk) -> None:
    tr = Translator("en")
    bill = looked_up(desk)["bill"]
    rows = dict(proof_rows(bill, NAMES, tr))
    assert f"{tr.date(bill.entered.at.date())}, " in rows["Written down"]
    assert rows["Due"] == tr.date(bill.bill.due_on) if bill.bill else False


def test_every_sort_of_line_tells_what_follows(desk: Desk) -> None:
    tr = Translator("en")
    for what, one in looked_up(desk).items():
        if what != "count":
            assert len(what_follows(one, NAMES, tr)) >= 2, what


def test_a_payment_names_the_bills_that_are_owed_again(desk: Desk) -> None:
    said = what_follows(looked_up(desk)["payment"], NAMES, Translator("en"))
    assert said[0] == "KSh\u00a0600 no longer lies in: Cash box."
    assert said[1].startswith("Member 1 owes again: Fee for September 2026 (KSh\u00a0450), Fine")
    assert "Receipt 2 stays used. Ask for the paper back." in said


def test_what_belongs_together_is_linked(desk: Desk) -> None:
    refs = lines(desk)
    assert desk.see(proof, refs["owed-paid"]).links == (refs["owed"],)
    assert desk.see(proof, refs["owed"]).links == (refs["owed-paid"],)
    assert desk.see(proof, refs["returned"]).links == (refs["advance"],)
    assert desk.see(proof, refs["advance"]).links == (refs["spent"],)


def test_what_is_told_comes_true(desk: Desk) -> None:
    """Cancelled in the order of reliance, all that was said is undone."""
    refs = lines(desk)
    for what in ("moved", "spent", "owed-paid", "refund", "move", "advance", "owed", "out", "in"):
        desk.void(refs[what].entry, refs[what].line)
        assert desk.see(proof, refs[what]).cancelled is not None
    assert desk.balance(BANK) == kes(0)
