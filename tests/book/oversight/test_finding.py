"""Find anything: by a name, a number, a payee, an amount, or words of a note."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Ref
from imt_desktop.ledger import expenses, forgetting, members
from imt_desktop.ledger.search import plain
from imt_desktop.ledger.spelling import pattern
from imt_desktop.money import Money
from imt_desktop.oversight.finding import Found, Named, find
from tests.builders import MOBILE, Desk, book_in, expense, household, kes, opening


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Three households, of which one is called ``Núñez``."""
    made = book_in(tmp_path, fee=450)
    made.join(household("Rosa Núñez"), household("Otieno"), household("=1+1"))
    yield made
    made.book.close()


def ask(desk: Desk, text: str, amount: Money | None = None) -> Found:
    return desk.see(find, text, amount)


def refs(found: Found) -> list[Ref]:
    return [one.ref for one in found.lines]


@pytest.mark.parametrize("typed", ["nunez", "NÚÑEZ", "rosa nun", "  núñez   rosa "])
def test_a_member_is_found_without_case_and_accents(desk: Desk, typed: str) -> None:
    assert [one.name for one in ask(desk, typed).members] == ["Rosa Núñez"]


def test_the_member_of_that_number_stands_first(desk: Desk) -> None:
    desk.join(*(household(f"House 3 of {n}") for n in range(4, 40)))
    assert [one.number for one in ask(desk, "3").members][:1] == ["3"]


def test_a_member_is_found_by_the_number_on_the_meter(desk: Desk) -> None:
    meter = members.ConnectionLine(label="KX-0042")
    desk.join(household("Wanjiru", connections=(meter,)))
    assert [one.name for one in ask(desk, "kx-0042").members] == ["Wanjiru"]
    assert not ask(desk, "0042").members


def test_a_receipt_stands_before_amounts_and_vouchers_that_look_alike(desk: Desk) -> None:
    first = desk.pay("1", 300)
    second = desk.pay("2", 1)
    bought = desk.spend(2, voucher="2")
    like = desk.spend(9, voucher="12")
    found = ask(desk, "2", kes(2))
    assert refs(found) == [Ref(second.entry), Ref(bought.seq), Ref(like.seq)]
    assert found.lines[0].receipt == 2 and found.lines[0].name == "Otieno"
    assert Ref(first.entry) not in refs(found)


@pytest.mark.parametrize("typed", ["PRACTICE00008", "practice00008"])
def test_an_exact_reference_stands_first_and_names_that_are_like_it_away(
    desk: Desk, typed: str
) -> None:
    desk.join(household("Practice House"))
    paid = desk.pay("1", 450, account=MOBILE, reference="PRACTICE00008")
    later = desk.pay("1", 450, account=MOBILE, reference="PRACTICE00008B")
    found = ask(desk, typed)
    assert refs(found) == [Ref(paid.entry), Ref(later.entry)] and not found.members
    assert [one.name for one in ask(desk, "PRACTISE").members] == ["Practice House"]


def test_a_paper_that_is_named_stands_alone_before_what_was_typed_as_it_is(desk: Desk) -> None:
    paid = desk.pay("1", 300)
    bought = desk.spend(9, voucher="1")
    wanted = DecisionRequest(minute="1/2026", what="Price", decided_on=date(2026, 3, 1))
    desk.do(record_decision, wanted)
    noted = desk.spend(5, text="copy of receipt 1")
    found = desk.see(find, "receipt 1", None, Named("receipt", "1"))
    assert refs(found) == [Ref(paid.entry), Ref(noted.seq)]
    assert not found.members and not found.decisions
    assert refs(desk.see(find, "voucher 1", None, Named("voucher", "1"))) == [Ref(bought.seq)]
    found = desk.see(find, "minute 1/2026", None, Named("minute", "1/2026"))
    assert not found.lines and [one.minute for one in found.decisions] == ["1/2026"]


def test_an_amount_finds_money_and_bills(desk: Desk) -> None:
    bill = desk.bill_one("2", 725, text="burst the pipe")
    paid = desk.pay("2", 725)
    assert refs(ask(desk, "725", kes(725))) == [Ref(paid.entry), Ref(bill.seq)]
    assert refs(ask(desk, "pipe BURST")) == [Ref(bill.seq)]


def test_payees_notes_and_references(desk: Desk) -> None:
    desk.get(1000)
    bought = desk.spend(80, payee="Ferretería Ñandú", text='tubo de 2"', voucher="V-17")
    paid = desk.pay("1", 450, account=MOBILE, reference="QGH7XYZ")
    owed = desk.open(opening("owed", 60, payee="Old Shop", category="repairs"))
    for typed in ("ferreteria", "ÑANDÚ tubo", 'de 2"', "v-17"):
        assert refs(ask(desk, typed)) == [Ref(bought.seq)], typed
    assert refs(ask(desk, "qgh7")) == [Ref(paid.entry)]
    found = ask(desk, "old shop")
    assert [(one.ref, one.what, one.amount) for one in found.lines] == [
        (Ref(owed.seq), "item", kes(60))
    ]


def test_what_we_owe_is_found_once(desk: Desk) -> None:
    owed = desk.owe(500, payee="Pump Repairs Ltd")
    found = ask(desk, "pump repairs")
    assert [(one.ref, one.what) for one in found.lines] == [(Ref(owed.seq), "owed")]


def test_a_cancelled_line_is_found_as_cancelled(desk: Desk) -> None:
    paid = desk.pay("1", 123)
    desk.void(paid.entry)
    (line,) = ask(desk, "123", kes(123)).lines
    assert line.void


def test_a_decision_is_found_by_its_words_and_its_minute(desk: Desk) -> None:
    wanted = DecisionRequest(
        minute="07/2026", what="Raise the water price", decided_on=date(2026, 3, 1)
    )
    desk.do(record_decision, wanted)
    for typed in ("07/2026", "PRICE raise"):
        assert [one.minute for one in ask(desk, typed).decisions] == ["07/2026"], typed
    assert ask(desk, "lower").decisions == ()


def test_who_was_forgotten_is_not_found(desk: Desk) -> None:
    desk.bill_one("1", 100, text="Rosa came late")
    desk.pay("1", 100, paid_by="Rosa's cousin Baraka")
    wanted = members.MemberStatusRequest(member="1", status="left", reason="moved")
    desk.do(members.change_status, wanted)
    for typed in ("nunez", "baraka", "came late"):
        found = ask(desk, typed)
        assert found.members or found.lines, typed
    desk.do(forgetting.forget, forgetting.ForgetRequest(member="1"))
    for typed in ("rosa", "nunez", "baraka", "came late"):
        assert ask(desk, typed) == Found(), typed


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "\0", "*", "[", "]", "?", "%", "_", "a" * 5000, "a " * 3000, "ሀ", "😀", "'"],
)
def test_nothing_that_is_typed_breaks_it_or_stands_for_everything(desk: Desk, typed: str) -> None:
    desk.spend(5, payee="Shop")
    assert ask(desk, typed).lines == ()


def test_letters_that_mean_something_in_patterns_are_letters(desk: Desk) -> None:
    star = desk.spend(5, payee="Shop * [a-z]?")
    for typed in ("*", "[a-z]?", "shop *"):
        assert refs(ask(desk, typed)) == [Ref(star.seq)], typed


def _one_letter(letter: str) -> bool:
    """Whether it stays one letter, however it is written."""
    return all(len(each) == 1 for each in (plain(letter), letter.upper(), letter.lower()))


LETTERS = st.characters(max_codepoint=0x7E, categories=["L", "N", "P", "S"]) | st.characters(
    min_codepoint=0xC0, max_codepoint=0x17F
).filter(_one_letter)


@given(st.text(LETTERS, min_size=1, max_size=12))
def test_a_pattern_finds_what_folded_words_compare(word: str) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        for written in (word, word.upper(), word.title()):
            row = memory.execute("SELECT ? GLOB ?", (f"x{written}y", pattern(word))).fetchone()
            assert row[0] or plain(written) != plain(word), written


def test_only_so_many_are_returned(desk: Desk) -> None:
    lines = tuple(expense(Decimal(n + 1), payee="Kamau Transport") for n in range(40))
    desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines))
    found = ask(desk, "kamau")
    assert (len(found.lines), found.more) == (30, True)
    exactly = tuple(expense(Decimal(n + 1), payee="Total Kitui") for n in range(30))
    desk.do(expenses.spend, expenses.ExpenseRequest(lines=exactly))
    found = ask(desk, "kitui")
    assert (len(found.lines), found.more) == (30, False)
