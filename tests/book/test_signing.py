"""Signing in and signing beside another: wrong PINs, waits, terms, and the same person twice."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import imt_desktop
from imt_desktop.committee import describing, errors, pins, queries, signing
from imt_desktop.committee.tries import FREE, LONGEST_WAIT, Tries, left, wait_after, waiting
from imt_desktop.journal import Signing, store
from imt_desktop.journal.copies.leaving_out import NEVER_FOR_OTHERS, PRIVATE, leave_out
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.errors import BookError, ReadOnlyBookError
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger_errors
from imt_desktop.ledger import expenses
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from tests.builders import Desk, book_in, expense
from tests.officers import (
    AUDITOR,
    BOTH,
    CHAIR,
    FACILITATOR,
    PEOPLE,
    PINS,
    TREASURER,
    committee_in,
    name,
    set_pin,
)

WRONG = "111222"


def sign_in(desk: Desk, officer: int, pin: str) -> Signing:
    return desk.see(signing.sign_in, officer, pin, desk.clock.now)


def test_only_signing_says_that_a_pin_was_typed() -> None:
    package = Path(imt_desktop.__file__).parent
    making = re.compile(r"""signature\s*=\s*["']pin["']""")
    found = [file.name for file in package.rglob("*.py") if making.search(file.read_text("utf-8"))]
    assert found == ["signing.py"]


def test_who_typed_the_pin_stands_in_the_entries(signed: Desk) -> None:
    signed.who = sign_in(signed, TREASURER, PINS[TREASURER])
    envelope = signed.spend(100).envelope
    assert (envelope.responsible, envelope.signature) == (TREASURER, "pin")


def test_with_a_dead_clock_signs_who_was_in_post_at_the_last_entry(signed: Desk) -> None:
    day = signed.clock.now.date()
    signed.clock.now = signed.clock.now.replace(year=2001)
    who = sign_in(signed, TREASURER, PINS[TREASURER])
    who = signed.see(signing.countersign, who, CHAIR, PINS[CHAIR], signed.clock.now)
    with signed.book.write(who, day) as writing:
        recorded = describing.record_decision(
            writing, describing.DecisionRequest(minute="8/2026", what="anything")
        )
    assert (recorded.on, recorded.envelope.signature) == (day, "pin")


def test_a_facilitator_types_for_an_officer_who_is_present(signed: Desk) -> None:
    who = sign_in(signed, TREASURER, PINS[TREASURER])
    signed.who = signed.see(signing.typed_by, who, FACILITATOR)
    envelope = signed.spend(100).envelope
    assert (envelope.responsible, envelope.entered_by) == (TREASURER, FACILITATOR)


def test_wrong_pins_are_counted_and_then_cost_time(signed: Desk) -> None:
    for still in (4, 3, 2, 1):
        with pytest.raises(errors.WrongPinError) as wrong:
            sign_in(signed, TREASURER, WRONG)
        assert (wrong.value.left, wrong.value.minutes) == (still, 1)
    with pytest.raises(errors.WrongPinError) as wrong:
        sign_in(signed, TREASURER, WRONG)
    assert (wrong.value.left, wrong.value.minutes) == (0, 1)
    with pytest.raises(errors.TooManyTriesError) as locked:
        sign_in(signed, TREASURER, PINS[TREASURER])
    assert locked.value.minutes == 1
    assert sign_in(signed, CHAIR, PINS[CHAIR])  # the others go on


def test_whose_term_is_over_is_not_named_without_a_pin_either(signed: Desk) -> None:
    signed.who = BOTH
    name(signed, "Old Paul", "secretary", until=date(2026, 9, 30))
    paul = signed.see(queries.officers)[-1].id
    signed.who = Signing(paul)
    with pytest.raises(errors.TermOverError):
        signed.spend(100)


def test_where_nobody_in_term_has_a_pin_the_work_goes_on(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=1, fee=450)
    name(desk, "Old Paul", "treasurer", until=date(2026, 9, 30))
    desk.who = Signing(desk.see(queries.officers)[-1].id)
    assert desk.spend(100).envelope.signature == "unsigned"
    desk.book.close()


def test_where_all_terms_are_over_the_last_in_post_sign_until_somebody_is_elected(
    tmp_path: Path,
) -> None:
    desk = book_in(tmp_path, members=1, fee=450)
    for who, post in PEOPLE[:2]:
        name(desk, who, post, until=desk.clock.now.date())
    set_pin(desk, TREASURER, PINS[TREASURER])
    set_pin(desk, CHAIR, PINS[CHAIR], TREASURER)
    desk.clock.now += timedelta(days=30)
    desk.who = sign_in(desk, TREASURER, PINS[TREASURER])
    with pytest.raises(errors.SecondOfficerNeededError):
        name(desk, "Neema", "treasurer", since=desk.clock.now.date())
    desk.who = desk.see(signing.countersign, desk.who, CHAIR, PINS[CHAIR], desk.clock.now)
    neema = name(desk, "Neema", "treasurer", since=desk.clock.now.date())
    assert neema.envelope.countersigned == (CHAIR,)
    with pytest.raises(errors.WitnessNeededError), desk.book.write(Signing(3)) as writing:
        pins.set_pin(writing, 3, "618204")
    set_pin(desk, 3, "618204", CHAIR)
    with pytest.raises(errors.TermOverError):
        sign_in(desk, CHAIR, PINS[CHAIR])
    desk.book.close()


def test_signing_in_waits_while_this_program_writes_something_long(
    signed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "TOO_LONG_TO_WAIT", 0.0)  # or the test had to write for so long
    with ThreadPoolExecutor(1) as window:
        with signed.book.write(Signing()):
            asked = window.submit(sign_in, signed, TREASURER, PINS[TREASURER])
            with pytest.raises(TimeoutError):
                asked.result(timeout=0.5)
        assert asked.result(timeout=30).responsible == TREASURER


def test_the_wait_survives_a_restart_and_grows(signed: Desk) -> None:
    for _ in range(FREE):
        with pytest.raises(errors.WrongPinError):
            sign_in(signed, TREASURER, WRONG)
    signed.book.close()
    signed.book = open_book(signed.book.path, clock=signed.clock)
    with pytest.raises(errors.TooManyTriesError):
        sign_in(signed, TREASURER, PINS[TREASURER])
    signed.clock.now += timedelta(minutes=1)
    with pytest.raises(errors.WrongPinError) as wrong:
        sign_in(signed, TREASURER, WRONG)
    assert (wrong.value.left, wrong.value.minutes) == (0, 2)
    signed.clock.now += timedelta(minutes=2)
    assert sign_in(signed, TREASURER, PINS[TREASURER])
    with pytest.raises(errors.WrongPinError) as wrong:  # all tries are there again
        sign_in(signed, TREASURER, WRONG)
    assert wrong.value.left == 4


def test_a_try_counts_even_if_the_program_is_ended_before_the_answer(signed: Desk) -> None:
    tries, now = Tries(signed.book.path), signed.clock.now
    assert [tries.begin(1, now) for _ in range(FREE)] == [1, 2, 3, 4, 5]
    with pytest.raises(errors.TooManyTriesError):
        Tries(signed.book.path).begin(1, now)


def test_no_file_can_be_taken_away_to_be_spared_the_wait(signed: Desk) -> None:
    for _ in range(FREE):
        with pytest.raises(errors.WrongPinError):
            sign_in(signed, TREASURER, WRONG)
    path = signed.book.path
    signed.book.close()
    for file in set(path.parent.iterdir()) - {path}:
        file.unlink()
    signed.book = open_book(path, clock=signed.clock)
    with pytest.raises(errors.TooManyTriesError):
        sign_in(signed, TREASURER, PINS[TREASURER])
    assert not verify(path, ROOMS).problems


def test_tries_stay_on_this_laptop(signed: Desk, tmp_path: Path) -> None:
    Tries(signed.book.path).begin(TREASURER, signed.clock.now)
    copy = tmp_path / "copy.imt"
    copy_pages(signed.book.path, copy)
    with closing(sqlite3.connect(copy)) as database:
        assert not database.execute("SELECT 1 FROM sqlite_master WHERE name='tries'").fetchall()
    assert not verify(copy, ROOMS).problems


def test_an_upgrade_keeps_the_tries(signed: Desk) -> None:
    tries, now = Tries(signed.book.path), signed.clock.now
    tries.begin(TREASURER, now)
    rebuild_file(signed.book.path, ROOMS)
    assert tries.begin(TREASURER, now) == 2


def test_a_broken_row_of_tries_locks_nobody_out(signed: Desk) -> None:
    tries, now = Tries(signed.book.path), signed.clock.now
    tries.begin(TREASURER, now)
    with closing(sqlite3.connect(signed.book.path)) as database, database:
        database.execute("UPDATE tries SET failed = 99, at = ?", (2**62,))
    assert tries.begin(TREASURER, now) == 1


def test_where_tries_cannot_be_written_down_nobody_signs_in(tmp_path: Path) -> None:
    with pytest.raises(BookError):
        Tries(tmp_path / "missing" / "our.imt").begin(1, datetime(2026, 10, 14, tzinfo=UTC))


@given(st.integers(0, 10_000))
def test_the_wait_grows_and_has_an_end(failures: int) -> None:
    assert wait_after(failures) <= wait_after(failures + 1) <= LONGEST_WAIT
    assert bool(wait_after(failures)) == (left(failures) == 0)


@given(st.integers(0, 40), st.integers(-(10**7), 10**7))
def test_no_clock_makes_the_wait_longer(failures: int, seconds: int) -> None:
    last = datetime(2026, 10, 14, tzinfo=UTC)
    still = waiting(failures, last, last + timedelta(seconds=seconds))
    assert timedelta() <= still <= wait_after(failures)
    assert seconds < 3600 or not still


def test_the_second_signature_is_another_persons(signed: Desk) -> None:
    who = sign_in(signed, TREASURER, PINS[TREASURER])
    with pytest.raises(errors.SamePersonError):
        signed.see(signing.countersign, who, TREASURER, PINS[TREASURER], signed.clock.now)
    both = signed.see(signing.countersign, who, CHAIR, PINS[CHAIR], signed.clock.now)
    assert both == Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    with pytest.raises(errors.SamePersonError):
        signed.see(signing.countersign, both, CHAIR, PINS[CHAIR], signed.clock.now)


def test_one_person_with_two_posts_is_one_person(signed: Desk) -> None:
    signed.who = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    name(signed, " amina ", "vice-chair")
    set_pin(signed, 6, "314159", witness=CHAIR)
    who = sign_in(signed, TREASURER, PINS[TREASURER])
    with pytest.raises(errors.SamePersonError):
        signed.see(signing.countersign, who, 6, "314159", signed.clock.now)


def test_nobody_signs_after_the_term_or_before_it(signed: Desk) -> None:
    signed.who = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    name(signed, "Halima", "vice-chair", until=date(2026, 10, 20))
    name(signed, "Imani", "member", since=date(2026, 11, 1))
    set_pin(signed, 6, "314159", witness=CHAIR)
    who = sign_in(signed, 6, "314159")
    signed.clock.now += timedelta(days=7)
    for officer, pin in ((6, "314159"), (7, "271828")):
        with pytest.raises(errors.TermOverError):
            sign_in(signed, officer, pin)
    with pytest.raises(errors.TermOverError):
        signed.see(signing.countersign, sign_in(signed, CHAIR, PINS[CHAIR]), 6, "314159",
                   signed.clock.now)  # fmt: skip
    for stale in (who, Signing(CHAIR, countersigned=(6,), signature="pin")):  # signed in long ago
        with pytest.raises(errors.TermOverError), signed.book.write(stale) as writing:
            expenses.spend(writing, expenses.ExpenseRequest(lines=(expense(5),)))


def test_an_auditor_reads_and_books_nothing(signed: Desk) -> None:
    signed.who = sign_in(signed, AUDITOR, PINS[AUDITOR])
    with pytest.raises(errors.PostReadsOnlyError):
        signed.spend(100)
    signed.who = Signing(AUDITOR)  # nor without a PIN
    with pytest.raises(errors.PostReadsOnlyError):
        signed.spend(100)


def test_an_auditor_counts_the_cash_with_somebody_of_the_committee(signed: Desk) -> None:
    signed.who = sign_in(signed, AUDITOR, PINS[AUDITOR])
    auditor = signed.see(queries.by_id, AUDITOR)
    assert auditor is not None
    for by in ((auditor.name,), (auditor.name, "Zawadi of the upper village")):
        with pytest.raises((ledger_errors.TwoCountersError, ledger_errors.CommitteeCountsTooError)):
            signed.count(0, by=by)
    counted = signed.count(0, by=(auditor.name, " amina "))
    assert counted.envelope.responsible == AUDITOR
    with pytest.raises(errors.PostReadsOnlyError):
        signed.spend(100)


def test_a_facilitator_sets_up_and_takes_no_money(signed: Desk) -> None:
    signed.who = Signing(FACILITATOR)
    signed.do(signed_members)
    with pytest.raises(errors.PostReadsOnlyError):
        signed.pay("1", 450)


def signed_members(book: object) -> None:
    from imt_desktop.ledger import members
    from tests.builders import household

    members.join(book, members.JoinRequest(lines=(household("New"),)))  # type: ignore[arg-type]


def test_strangers_and_a_book_open_for_reading(signed: Desk) -> None:
    with pytest.raises(errors.NoSuchOfficerError):
        sign_in(signed, 99, WRONG)
    reader = open_book(signed.book.path, writable=False, clock=signed.clock)
    with pytest.raises(ReadOnlyBookError), reader.read() as reading:
        signing.sign_in(reading, TREASURER, PINS[TREASURER], signed.clock.now)
    reader.close()


def test_of_two_with_one_name_the_one_in_post_is_meant(signed: Desk) -> None:
    signed.who = Signing(TREASURER, countersigned=(CHAIR,), signature="pin")
    name(signed, "Grace", "secretary")  # elected again: a new term, a new PIN
    assert signed.see(queries.officer, "Grace").id == 6
    signed.do(describing.end_term, describing.OfficerLeftRequest(officer="6"))
    assert signed.see(queries.officer, "Grace").id == 3
    assert signed.see(queries.officer, "6").left_on


def test_officers_of_a_copy_without_names_are_not_taken_for_one_person(tmp_path: Path) -> None:
    with committee_in(tmp_path) as desk:
        copy, path = tmp_path / "county.imt", desk.book.path
        copy_pages(path, copy)
        leave_out(copy, ROOMS, (*NEVER_FOR_OTHERS, *PRIVATE))
        desk.book.close()
        path.unlink()
        copies.restore(copy, path, Signing(), Asked(1), desk.clock)
        desk.book = open_book(path, clock=desk.clock)
        assert {one.name for one in desk.see(queries.officers)} == {""}
        set_pin(desk, TREASURER, PINS[TREASURER])
        set_pin(desk, CHAIR, PINS[CHAIR], TREASURER)
        who = desk.see(signing.sign_in, TREASURER, PINS[TREASURER], desk.clock.now)
        both = desk.see(signing.countersign, who, CHAIR, PINS[CHAIR], desk.clock.now)
        assert both == BOTH
        desk.who = both
        renamed = describing.OfficerChangedRequest(officer="2", name="Joseph", post="chair")
        desk.do(describing.change_officer, renamed)
        assert desk.see(queries.by_id, CHAIR).name == "Joseph"
