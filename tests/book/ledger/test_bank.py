"""The bank's paper: what it shows, what is left, and that the book adds up to both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.ledger.closing.bank import bank_lines, papers
from imt_desktop.ledger.closing.entries import BankCompared
from imt_desktop.money import Money
from imt_desktop.oversight.whole import ROOMS
from tests.builders import BANK, CASH, TODAY, Desk, book_in, kes, opening

SEPTEMBER = date(2026, 9, 30)


def a_bank(desk: Desk) -> tuple[Ref, Ref, Ref]:
    opened = desk.open(opening("account", 10000, account=BANK), on=date(2026, 9, 1))
    grant = desk.get(5000, account=BANK, on=date(2026, 9, 10), reference="G1")
    cheque = desk.spend(3000, account=BANK, on=date(2026, 9, 28), voucher="7")
    return Ref(opened.seq), Ref(grant.seq), Ref(cheque.seq)


def test_a_cheque_that_was_not_presented_is_left(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    opened, grant, cheque = a_bank(desk)
    entry = desk.compare(15000, SEPTEMBER, unshown=(cheque,)).entry
    assert isinstance(entry, BankCompared)
    assert entry.shown == (opened, grant)
    assert [(line.line, line.amount) for line in entry.unshown] == [(cheque, -300000)]
    assert (entry.book, entry.difference) == (kes(12000).minor, 0)
    assert [line.ref for line in desk.see(bank_lines, BANK)] == [cheque]
    desk.compare(12000, TODAY, shown=(cheque,), unshown=None)
    assert desk.see(bank_lines, BANK) == ()
    newest = desk.see(papers, BANK)[0]
    assert (newest.day, newest.balance, newest.unshown) == (TODAY, kes(12000), kes(0))


def test_what_does_not_agree_is_refused_or_explained(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    a_bank(desk)
    with pytest.raises(errors.BankDiffersError) as refused:
        desk.compare(11950, SEPTEMBER)
    assert (refused.value.wanted, refused.value.there) == (1195000, 1200000)
    entry = desk.compare(11950, SEPTEMBER, explanation="charges, asked the bank").entry
    assert isinstance(entry, BankCompared) and entry.difference == 5000


def test_charges_booked_later_stand_on_the_paper_of_the_earlier_day(
    book_with: Callable[..., Desk],
) -> None:
    desk = book_with()
    a_bank(desk)
    charges = Ref(desk.spend(50, "charges", account=BANK).seq)  # today, in October
    entry = desk.compare(11950, SEPTEMBER, shown=(charges,)).entry
    assert isinstance(entry, BankCompared)
    assert (entry.difference, entry.book, entry.unshown) == (0, kes(11950).minor, ())


def test_strange_and_ticked_lines_are_refused(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    opened, _grant, _cheque = a_bank(desk)
    cash = Ref(desk.get(5).seq)
    desk.compare(12000, SEPTEMBER)
    for ref in (opened, cash, Ref(99)):
        with pytest.raises(errors.NoSuchBankLineError):
            desk.compare(12000, TODAY, shown=(ref,))
    with pytest.raises(errors.FutureDayError):
        desk.compare(12000, TODAY + timedelta(days=1))


def test_a_cancelled_line_is_no_line_and_its_reversal_is_one(
    book_with: Callable[..., Desk],
) -> None:
    desk = book_with()
    _opened, _grant, cheque = a_bank(desk)
    desk.void(cheque.entry)
    assert cheque not in {line.ref for line in desk.see(bank_lines, BANK)}
    desk.compare(15000, SEPTEMBER)


picks = st.integers(0, 30)
steps = st.one_of(
    st.tuples(st.just("in"), st.integers(1, 5000), picks),
    st.tuples(st.just("out"), st.integers(1, 5000), picks),
    st.tuples(st.just("move"), st.integers(1, 5000), picks),
    st.tuples(st.just("void"), st.just(0), picks),
    st.tuples(st.just("paper"), st.integers(0, 40), st.integers(0, 2**20)),
)


@settings(max_examples=40)
@given(st.lists(steps, max_size=25))
def test_bank_balance_and_what_is_not_shown_are_the_book(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[tuple[str, int, int]]
) -> None:
    desk = book_in(tmp_path_factory.mktemp("book"))
    made: list[int] = []
    ticked: dict[Ref, int] = {}
    try:
        for number, (what, amount, pick) in enumerate(wanted):
            day = TODAY - timedelta(days=pick % 31)
            if what == "in":
                more = {"account": BANK, "on": day, "reference": f"R{number}"}
                made.append(desk.get(amount, **more).seq)
            elif what == "out":
                made.append(desk.spend(amount, account=BANK, on=day).seq)
            elif what == "move":
                made.append(desk.move(CASH, BANK, amount, on=day).seq)
            elif what == "void" and made:
                seq = made.pop(pick % len(made))
                desk.void(seq)
                ticked = {ref: minor for ref, minor in ticked.items() if ref.entry != seq}
            elif what == "paper":
                _tick(desk, TODAY - timedelta(days=amount), pick, ticked)
        assert verify(desk.book.path, ROOMS).problems == ()
    finally:
        desk.book.close()


def _tick(desk: Desk, day: date, chosen: int, ticked: dict[Ref, int]) -> None:
    """Tick some lines, as a bank would that shows just these, and hold the entry against the book."""
    lines = desk.see(bank_lines, BANK)
    shown = tuple(line for n, line in enumerate(lines) if chosen >> n & 1)
    ticked |= {line.ref: line.amount.minor for line in shown}
    bank = sum(ticked.values())
    entry = desk.compare(
        str(Money(bank, desk.book.currency)), day,
        shown=tuple(line.ref for line in shown), unshown=None,
    ).entry  # fmt: skip
    assert isinstance(entry, BankCompared)
    unshown = sum(line.amount for line in entry.unshown)
    assert (entry.balance, entry.difference) == (bank, 0)
    assert entry.balance + unshown == entry.book
    later = {line.ref: line.on for line in desk.see(bank_lines, BANK, also_shown=True)}
    ahead = sum(minor for ref, minor in ticked.items() if later[ref] > day)
    assert entry.book - ahead == desk.see(balance_before, day + timedelta(days=1), BANK).minor
