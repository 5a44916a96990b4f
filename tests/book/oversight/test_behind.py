"""What stands behind an entry: its own lines, or those that it is about."""

import pytest

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.journal.errors import NoSuchEntryError
from imt_desktop.oversight.behind import behind, kinds_there
from imt_desktop.wording.trail import entry_rows
from tests.builders import KES, Desk, expense
from tests.officers import BOTH, CHAIR


def rows(desk: Desk, seq: int) -> dict[str, str]:
    return dict(entry_rows(desk.see(behind, seq), Translator("en", "KE"), KES))


def test_lines_of_money_and_bills_belong_to_their_entry(signed: Desk) -> None:
    signed.who = BOTH
    billed = signed.bill("2026-10")
    paid = signed.pay("1", 300)
    found = signed.see(behind, billed.seq)
    assert found.own and len(found.lines) == 3
    assert {one.what for one in found.lines} == {"bill"}
    assert found.lines[0].amount.decimal == 450 and found.lines[0].period == "2026-10"
    (line,) = signed.see(behind, paid.entry).lines
    assert (line.what, line.amount.decimal, line.who) == ("payment", 300, found.lines[0].who)


def test_a_cancelling_is_about_what_it_cancelled_and_that_says_by_what(signed: Desk) -> None:
    signed.who = BOTH
    spent = signed.spend(70)
    void = signed.void(spent.seq)
    found = signed.see(behind, void.seq)
    assert not found.own
    assert [(one.ref, one.cancelled) for one in found.lines] == [(Ref(spent.seq, 1), True)]
    assert signed.see(behind, spent.seq).cancelled_by == (void.seq,)
    assert rows(signed, spent.seq)["Cancelled by entry"] == str(void.seq)


def test_a_correction_is_about_its_bill(signed: Desk) -> None:
    signed.who = BOTH
    billed = signed.bill("2026-10")
    fixed = signed.correct(Ref(billed.seq, 2), 400)
    (line,) = signed.see(behind, fixed.seq).lines
    assert line.ref == Ref(billed.seq, 2)


def test_a_count_is_its_own_line_and_says_who_counted(signed: Desk) -> None:
    signed.get(500)
    counted = signed.count(480, explanation="lost")
    (line,) = signed.see(behind, counted.seq).lines
    assert (line.what, line.amount.decimal, line.text) == ("count", 480, "lost")
    assert "Amina" in line.who


def test_an_entry_says_who_signed_and_what_the_clock_was(signed: Desk) -> None:
    signed.who = BOTH
    spent = signed.spend(70)
    said = rows(signed, spent.seq)
    assert (said["Officer"], said["Second officer"]) == ("Amina", "Joseph")
    assert said["Signature"] == "signed with a PIN" and said["Clock"] == ""
    assert CHAIR in spent.envelope.countersigned
    signed.clock.now = signed.clock.now.replace(year=2036)
    late = signed.spend(80)
    assert "ahead" in rows(signed, late.seq)["Clock"]


def test_kinds_are_found_without_looking_at_every_entry(signed: Desk) -> None:
    signed.who = BOTH
    signed.spend(70)
    found = signed.see(kinds_there)
    assert {"book", "officer", "pin-set", "money-out"} <= set(found)
    assert found == tuple(sorted(found)) and "void" not in found
    plan = signed.rows(
        "EXPLAIN QUERY PLAN SELECT min(kind) FROM entry WHERE kind>?", "a"
    )  # the step of the query
    assert "entry_kind" in str(plan)


def test_an_entry_that_is_not_there_is_refused(signed: Desk) -> None:
    with pytest.raises(NoSuchEntryError):
        signed.see(behind, 9999)


def test_many_lines_of_one_entry_keep_their_order(signed: Desk) -> None:
    from imt_desktop.ledger import expenses

    signed.who = BOTH
    lines = tuple(expense(10 + n) for n in range(30))
    spent = signed.do(expenses.spend, expenses.ExpenseRequest(lines=lines))
    found = signed.see(behind, spent.seq).lines
    assert [one.ref.line for one in found] == list(range(1, 31))
