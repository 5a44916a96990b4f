"""PINs: what is refused, how one is set, and that its hash stays in the book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, pins, queries, signing
from imt_desktop.journal import Signing
from imt_desktop.journal.copies.leaving_out import NEVER_FOR_OTHERS, leave_out
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.journal.verify import Problem, verify
from imt_desktop.oversight import copies
from imt_desktop.oversight.whole import ROOMS, open_book
from tests.builders import Desk
from tests.officers import (
    AUDITOR,
    CHAIR,
    FACILITATOR,
    PINS,
    SECRETARY,
    TREASURER,
    name,
    set_pin,
)

TODAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    "pin",
    ["000000", "111112", "121212", "123123", "12341234", "123456", "654321", "890123", "210987",
     "202647", "472026", "112211"],
)  # fmt: skip
def test_what_anybody_would_try_first_is_refused(pin: str) -> None:
    with pytest.raises(errors.PinTrivialError) as refused:
        pins.check(pin, TODAY)
    assert refused.value.field == "pin"


def test_a_part_of_the_own_telephone_is_refused() -> None:
    assert pins.trivial("742123", TODAY, "+254 742 123 757")
    assert not pins.trivial("742129", TODAY, "+254 742 123 757")


@pytest.mark.parametrize("pin", ["", "48291", "4829 13", "48291a", "٤٨٢٩١٣", "4829१३", "48²913"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises((errors.PinDigitsError, errors.PinLengthError)):
        pins.check(pin, TODAY)
    with pytest.raises(errors.PinLengthError):
        pins.check("48" * 17, TODAY)


@given(st.text("0123456789", min_size=6, max_size=12))
def test_most_pins_are_good_and_a_refused_one_has_a_reason(pin: str) -> None:
    steps = [(int(b) - int(a)) % 10 for a, b in pairwise(pin)]
    dull = len(set(pin)) < 3 or len(set(steps)) == 1 or "2026" in pin
    half = any(len(pin) % n == 0 and pin == pin[:n] * (len(pin) // n) for n in range(2, len(pin)))
    assert pins.trivial(pin, TODAY) <= (dull or half)


def test_nobody_has_a_pin_by_default(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    assert not desk.rows("SELECT * FROM pin")
    with pytest.raises(errors.NoPinError):
        desk.see(signing.sign_in, 1, "000000", desk.clock.now)


def test_the_first_pin_of_a_committee_is_set_with_nobody_and_says_so(
    book_with: Callable[..., Desk],
) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    recorded = set_pin(desk, 1, "482913")
    assert isinstance(recorded.entry, e.PinSet)
    assert (recorded.entry.witness, recorded.envelope.signature) == ("nobody", "unsigned")
    assert desk.see(signing.sign_in, 1, "482913", desk.clock.now) == Signing(1, signature="pin")


def test_the_next_one_needs_an_officer_who_has_one(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    name(desk, "Joseph", "chair")
    set_pin(desk, 1, PINS[TREASURER])
    with pytest.raises(errors.WitnessNeededError):
        set_pin(desk, 2, PINS[CHAIR])
    recorded = set_pin(desk, 2, PINS[CHAIR], witness=TREASURER)
    assert isinstance(recorded.entry, e.PinSet)
    assert recorded.entry.witness == "officer"
    assert recorded.envelope.responsible == 2 and recorded.envelope.countersigned == (1,)


def test_a_pin_is_changed_with_the_old_one_and_the_old_hash_is_erased(signed: Desk) -> None:
    who = signed.see(signing.sign_in, CHAIR, PINS[CHAIR], signed.clock.now)
    before = signed.see(queries.by_id, CHAIR)
    with signed.book.write(who) as writing:
        recorded = pins.set_pin(writing, CHAIR, "314159")
    assert isinstance(recorded.entry, e.PinSet) and before
    assert (recorded.entry.witness, recorded.entry.replaces) == ("old-pin", before.pin)
    assert not signed.rows("SELECT 1 FROM pin WHERE pin=?", before.pin)
    assert signed.rows("SELECT count(*) FROM pin") == [(4,)]
    with pytest.raises(errors.WrongPinError):
        signed.see(signing.sign_in, CHAIR, PINS[CHAIR], signed.clock.now)
    assert signed.see(signing.sign_in, CHAIR, "314159", signed.clock.now)
    assert verify(signed.book.path, ROOMS).problems == ()


def test_a_forgotten_pin_is_set_anew_with_another_officer(signed: Desk) -> None:
    with pytest.raises(errors.WitnessNeededError):
        set_pin(signed, SECRETARY, "314159")
    set_pin(signed, SECRETARY, "314159", witness=AUDITOR)
    assert signed.see(signing.sign_in, SECRETARY, "314159", signed.clock.now)


def test_who_types_an_old_pin_learns_that_it_was_set_anew_by_others(signed: Desk) -> None:
    set_pin(signed, SECRETARY, "314159", witness=AUDITOR)
    set_anew = signed.clock.now.date().isoformat()
    with pytest.raises(errors.WrongPinSetAnewError) as wrong:
        signed.see(signing.sign_in, SECRETARY, PINS[SECRETARY], signed.clock.now)
    witness = signed.see(queries.by_id, AUDITOR)
    assert witness and (wrong.value.day, wrong.value.witness) == (set_anew, witness.name)
    treasurer = signed.see(signing.sign_in, TREASURER, PINS[TREASURER], signed.clock.now)
    with pytest.raises(errors.WrongPinSetAnewError):
        second = (SECRETARY, PINS[SECRETARY], signed.clock.now)
        signed.see(signing.countersign, treasurer, *second)


def test_who_set_their_own_pin_is_only_told_that_another_was_wrong(signed: Desk) -> None:
    set_pin(signed, SECRETARY, "314159", witness=AUDITOR)
    who = signed.see(signing.sign_in, SECRETARY, "314159", signed.clock.now)
    with signed.book.write(who) as writing:
        pins.set_pin(writing, SECRETARY, "271828")
    for officer in (SECRETARY, TREASURER):  # the old one was typed, and the first PIN of all
        with pytest.raises(errors.WrongPinError) as wrong:
            signed.see(signing.sign_in, officer, "111222", signed.clock.now)
        assert type(wrong.value) is errors.WrongPinError


def test_one_officer_cannot_set_the_pin_of_another(signed: Desk) -> None:
    who = signed.see(signing.sign_in, TREASURER, PINS[TREASURER], signed.clock.now)
    with pytest.raises(errors.WitnessNeededError), signed.book.write(who) as writing:
        pins.set_pin(writing, CHAIR, "314159")


def test_a_facilitator_vouches_for_nobody(signed: Desk) -> None:
    set_pin(signed, FACILITATOR, "314159", witness=TREASURER)
    with pytest.raises(errors.CannotSignError):
        signed.see(signing.introduce, CHAIR, FACILITATOR, "314159", signed.clock.now)


def test_the_hash_stands_in_no_entry(signed: Desk) -> None:
    (hashed,) = signed.rows("SELECT hash FROM pin JOIN officer_pin USING (pin) WHERE officer=1")[0]
    assert hashed.startswith("$argon2id$")
    whole = b"".join(row[0] for row in signed.rows("SELECT stored FROM journal"))
    assert hashed.encode() not in whole and PINS[TREASURER].encode() not in whole
    assert PINS[TREASURER] not in hashed


def test_a_copy_without_the_hashes_signs_nobody_in_and_can_begin_anew(
    signed: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "for the chair.imt"
    copy_pages(signed.book.path, copy)
    leave_out(copy, ROOMS, NEVER_FOR_OTHERS)
    signed.book.close()
    signed.book.path.unlink()
    copies.restore(copy, signed.book.path, Signing(), Asked(1), signed.clock)
    signed.book = open_book(signed.book.path, clock=signed.clock)
    with pytest.raises(errors.PinNotKeptError):
        signed.see(signing.sign_in, TREASURER, PINS[TREASURER], signed.clock.now)
    assert verify(signed.book.path, ROOMS).problems == ()
    recorded = set_pin(signed, TREASURER, "314159")
    assert isinstance(recorded.entry, e.PinSet) and recorded.entry.witness == "nobody"
    assert signed.see(signing.sign_in, TREASURER, "314159", signed.clock.now)


def test_who_takes_the_hashes_out_of_the_file_begins_nothing_anew(signed: Desk) -> None:
    with signed.book.write(Signing()) as writing:
        writing.driver.execute("DELETE FROM pin")
    problems = verify(signed.book.path, ROOMS).problems
    assert {problem.kind for problem in problems} == {"pin-missing"}
    assert all(isinstance(one, Problem) and one.table == "pin" and one.seq for one in problems)
    with pytest.raises(errors.PinChangedError):
        signed.see(signing.sign_in, TREASURER, PINS[TREASURER], signed.clock.now)
    with pytest.raises(errors.PinChangedError):
        set_pin(signed, TREASURER, "314159")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE pin SET hash=(SELECT hash FROM pin JOIN officer_pin USING (pin) WHERE officer=1)"
        " WHERE pin=(SELECT pin FROM officer_pin WHERE officer=2)",
        "UPDATE officer_pin SET pin=(SELECT pin FROM officer_pin WHERE officer=1) WHERE officer=2",
        "UPDATE officer_pin SET (seq, pin)=(SELECT seq, pin FROM officer_pin WHERE officer=1)"
        " WHERE officer=2",
    ],
)
def test_who_puts_his_own_hash_there_cannot_sign_as_another(signed: Desk, change: str) -> None:
    with signed.book.write(Signing()) as writing:
        writing.driver.execute(change)
    who = signed.see(signing.sign_in, TREASURER, PINS[TREASURER], signed.clock.now)
    with pytest.raises(errors.PinChangedError):
        signed.see(signing.countersign, who, CHAIR, PINS[TREASURER], signed.clock.now)
