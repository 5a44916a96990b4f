"""Handing a post over: cash counted, papers listed, both sign; or others for who does not come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from imt_desktop.cli import main
from imt_desktop.committee import describing, errors, handovers, queries, signing
from imt_desktop.committee import entries as e
from imt_desktop.i18n import Translator
from imt_desktop.journal import Recorded, Signing
from imt_desktop.ledger.errors import NotCountedError
from imt_desktop.oversight.handing_over import HandoverRequest, PaperLine, hand_over
from imt_desktop.oversight.trail import Asked, trail
from imt_desktop.wording.deeds import deed_words
from tests.builders import Desk
from tests.officers import ALONE, AUDITOR, BOTH, CHAIR, PINS, SECRETARY, TREASURER, name, set_pin

NEW = 6


@pytest.fixture
def changing(signed: Desk) -> Desk:
    """The assembly elected Halima; she set her PIN in the old treasurer's presence; cash is counted."""
    signed.who = BOTH
    name(signed, "Halima", "treasurer")
    set_pin(signed, NEW, "314159", witness=TREASURER)
    signed.get(500)
    signed.count(500)
    return signed


def handed(desk: Desk, who: Signing, **more: object) -> Recorded:
    desk.who = who
    wanted = {"leaves": "Amina", "takes_over": "Halima", **more}
    return desk.do(hand_over, HandoverRequest(**wanted))  # type: ignore[arg-type]


def test_the_old_officer_signs_off_and_the_new_one_on(changing: Desk) -> None:
    papers = (PaperLine(what="keys of the box"), PaperLine(what="pad 51-100", handed=False))
    both = Signing(TREASURER, countersigned=(NEW,), signature="pin")
    entry = handed(changing, both, papers=papers).entry
    assert isinstance(entry, e.HandedOver)
    assert (entry.leaves, entry.takes_over, entry.forced) == (TREASURER, NEW, False)
    assert entry.accounts[0] == e.HandedAccount(account=1, book=50000, counted=50000)
    assert [paper.handed for paper in entry.papers] == [True, False]
    old = changing.see(queries.by_id, TREASURER)
    assert old and not old.in_term(changing.clock.now.date())
    assert [one.leaves for one in changing.see(handovers.handovers)] == [TREASURER]
    changing.who = ALONE
    with pytest.raises(errors.TermOverError):
        changing.spend(5)
    with pytest.raises(errors.TermOverError):
        handed(changing, both)


def test_whose_term_is_over_still_signs_off_and_nothing_else(changing: Desk) -> None:
    changing.who = BOTH
    until = date(2026, 10, 13)
    changing.do(
        describing.change_officer,
        describing.OfficerChangedRequest(
            officer="Amina", name="Amina", post="treasurer", until=until
        ),
    )
    now = changing.clock.now
    with pytest.raises(errors.TermOverError):
        changing.see(signing.sign_in, TREASURER, PINS[TREASURER], now)
    leaves = changing.see(signing.sign_in, TREASURER, PINS[TREASURER], now, hands_over=True)
    changing.who = leaves
    with pytest.raises(errors.TermOverError):
        changing.spend(5)  # nothing but the handover
    both = changing.see(signing.countersign, leaves, NEW, "314159", now, hands_over=True)
    with pytest.raises(errors.HandoverSignaturesError):
        handed(changing, both, leaves="Joseph")
    assert handed(changing, both).envelope.responsible == TREASURER
    with pytest.raises(errors.TermOverError):  # who left has handed over
        changing.see(signing.sign_in, TREASURER, PINS[TREASURER], now, hands_over=True)


@pytest.mark.parametrize(
    "who",
    [
        ALONE,
        BOTH,
        Signing(NEW, countersigned=(CHAIR,), signature="pin"),
        Signing(TREASURER, countersigned=(NEW,)),
        Signing(),
    ],
)
def test_nobody_else_can_sign_for_them(changing: Desk, who: Signing) -> None:
    with pytest.raises(errors.HandoverSignaturesError):
        handed(changing, who)


def test_cash_is_counted_first(changing: Desk) -> None:
    changing.get(100)
    with pytest.raises(NotCountedError):
        handed(changing, Signing(TREASURER, countersigned=(NEW,), signature="pin"))


def test_if_the_old_one_does_not_come_the_chair_and_an_auditor_do_it(changing: Desk) -> None:
    others = Signing(CHAIR, countersigned=(AUDITOR,), signature="pin")
    with pytest.raises(errors.HandoverReasonMissingError):
        handed(changing, others, forced=True)
    for wrong in (
        Signing(CHAIR, countersigned=(SECRETARY,), signature="pin"),
        Signing(SECRETARY, countersigned=(AUDITOR,), signature="pin"),
        Signing(TREASURER, countersigned=(AUDITOR,), signature="pin"),
    ):
        with pytest.raises(errors.HandoverSignaturesError):
            handed(changing, wrong, forced=True, reason="went to town")
    entry = handed(changing, others, forced=True, reason="went to town").entry
    assert isinstance(entry, e.HandedOver) and entry.forced
    assert changing.see(handovers.handovers)[0].forced


def test_if_it_is_the_chair_another_officer_and_an_auditor_do_it(signed: Desk) -> None:
    others = Signing(TREASURER, countersigned=(AUDITOR,), signature="pin")
    handed(signed, others, leaves="Joseph", takes_over=None, forced=True, reason="went to town")
    gone = signed.see(queries.by_id, CHAIR)
    assert gone and gone.left_on


def test_a_committee_without_pins_hands_over_unsigned(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    name(desk, "Amina", "treasurer")
    name(desk, "Halima", "treasurer")
    assert handed(desk, Signing()).envelope.signature == "unsigned"
    with pytest.raises(errors.SamePersonError):
        handed(desk, Signing(), leaves="Halima")
    with pytest.raises(errors.NoSuchOfficerError):
        handed(desk, Signing(), leaves="Nobody")


@pytest.fixture
def collectors(signed: Desk) -> Desk:
    """Two collectors, each with a PIN: a post that takes money and signs for nobody else."""
    signed.who = BOTH
    for number, who in ((6, "Halima"), (7, "Daudi")):
        signed.who = BOTH
        name(signed, who, "collector")
        set_pin(signed, number, "31415" + str(number), witness=TREASURER)
    return signed


def beside(desk: Desk, first: int, second: int, pin: str, **more: bool) -> Signing:
    who = Signing(first, signature="pin")
    return desk.see(partial(signing.countersign, **more), who, second, pin, desk.clock.now)


def test_a_collector_hands_over_to_a_collector(collectors: Desk) -> None:
    with pytest.raises(errors.CannotSignError):
        beside(collectors, 6, 7, "314157")
    both = beside(collectors, 6, 7, "314157", hands_over=True)
    entry = handed(collectors, both, leaves="Halima", takes_over="Daudi").entry
    assert isinstance(entry, e.HandedOver) and (entry.leaves, entry.takes_over) == (6, 7)
    gone = collectors.see(queries.by_id, 6)
    assert gone and gone.left_on


def test_a_collector_is_no_witness_for_a_post_that_stays_empty(collectors: Desk) -> None:
    both = beside(collectors, TREASURER, 7, "314157", hands_over=True)
    with pytest.raises(errors.HandoverSignaturesError):
        handed(collectors, both, takes_over=None)
    approved = Signing(6, countersigned=(CHAIR,), signature="pin")
    handed(collectors, approved, leaves="Halima", takes_over=None)
    found = collectors.see(trail, Asked(), None, 1)
    said = deed_words(found.deeds[0], found.known, Translator("en"), collectors.book.currency)
    assert said == "Halima handed over; the post stays empty."


def test_from_the_command_line_collectors_hand_over_too(
    collectors: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = collectors.book.path
    collectors.book.close()
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"kind":"handover","leaves":"Halima","takes_over":"Daudi"}\n')
    monkeypatch.setattr("sys.stdin", StringIO("314156\n314157\n"))
    words = ["post", str(path), str(asked), "--officer", "6", "--second", "7", "--pin-stdin"]
    assert main(words) == 0, capsys.readouterr()
