"""The paper of a handover: built from its entry, and read back from its PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from imt_desktop.committee import handovers
from imt_desktop.committee.errors import NoHandoverError
from imt_desktop.journal import Signing
from imt_desktop.ledger.payments import PadRequest, register_pad
from imt_desktop.oversight.handing_over import HandoverRequest, PaperLine, hand_over
from imt_desktop.reports import printing
from imt_desktop.reports.facts import decode, encode
from imt_desktop.reports.handover import pdf
from imt_desktop.reports.handover.build import build_handover, newest
from imt_desktop.reports.handover.facts import HandoverFacts
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.printing import PaperWanted
from tests.builders import Desk, kes
from tests.officers import AUDITOR, BOTH, CHAIR, TREASURER, committee_in, name, set_pin
from tests.reports import samples as s
from tests.reports.reading import assert_tidy, codes_of, text
from tests.reports.test_layout import HOSTILE

NEW = 6
THINGS = (
    PaperLine(what="Keys of the cash box"),
    PaperLine(what="Stamp", handed=False, remark="lost at the assembly"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Halima was elected; 500 lie in the box and were counted."""
    with committee_in(tmp_path) as made:
        made.who = BOTH
        name(made, "Halima", "treasurer")
        set_pin(made, NEW, "314159", witness=TREASURER)
        made.who = BOTH
        made.pay("1", 500)
        made.do(register_pad, PadRequest(first=51, last=100, holder="Kiosk"))
        made.count(500)
        yield made


def handed(desk: Desk, who: Signing, **more: object) -> HandoverFacts:
    desk.who = who
    wanted = {"leaves": "Amina", "takes_over": "Halima", "papers": THINGS, **more}
    desk.do(hand_over, HandoverRequest(**wanted))  # type: ignore[arg-type]
    desk.who = Signing()
    return desk.see(lambda book: build_handover(book, newest(book)))


def sign(first: int, second: int) -> Signing:
    return Signing(first, countersigned=(second,), signature="pin")


def test_it_says_what_the_entry_states(desk: Desk) -> None:
    facts = handed(desk, sign(TREASURER, NEW))
    assert (facts.leaves.name, facts.takes_over and facts.takes_over.name) == ("Amina", "Halima")
    assert [(one.account, one.book, one.counted) for one in facts.money] == [
        ("cash", kes(500), kes(500))
    ]
    assert [(one.what, one.handed, one.remark) for one in facts.things] == [
        ("Keys of the cash box", True, ""), ("Stamp", False, "lost at the assembly"),
    ]  # fmt: skip
    assert facts.last_receipt == 1
    assert [(one.first, one.last, one.holder) for one in facts.pads] == [(51, 100, "Kiosk")]
    assert [one.name for one in facts.signers] == ["Amina", "Halima"]
    assert facts.by_pin and not facts.forced and not facts.rebuilt
    assert decode(encode(facts), HandoverFacts) == facts


def test_it_is_issued_printed_and_read_back(desk: Desk) -> None:
    handed(desk, sign(TREASURER, NEW))
    sheet = desk.do(printing.issue, PaperWanted("handover", ("en", "sw")))
    data = printing.draw(sheet)
    found = text(data)
    for words in (
        "Handover of a post", "Treasurer", "Mweka hazina", "Amina", "Halima", "500 500",
        "it agrees", "no. 1", "Paper pad 51 to 100", "Kiosk", "Keys of the cash box",
        "handed over", "missing", "lost at the assembly", "Signed by PIN on 14 Oct 2026",
        "PIN of Amina", "ended with the post", "New PIN", "The PIN is set.",
    ):  # fmt: skip
        assert words in found, (words, found)
    assert sheet.anchor is not None
    assert codes_of(data) == [sheet.anchor.qr]
    (issued,) = desk.rows("SELECT about FROM paper WHERE paper='handover'")
    assert issued == (str(desk.see(newest)),)


def test_where_the_old_officer_does_not_come_the_paper_says_so(desk: Desk) -> None:
    desk.who = BOTH
    desk.do(
        handovers.mark_rebuilt,
        handovers.RebuiltRequest(
            first=date(2026, 9, 1), last=date(2026, 10, 3), reason="laptop stolen"
        ),
    )
    facts = handed(desk, sign(CHAIR, AUDITOR), forced=True, reason="went to <b>town")
    assert [one.name for one in facts.signers] == ["Halima", "Joseph", "Rose"]
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    for words in (
        "did not come", "went to <b>town", "Put together again from papers",
        "1 September – 3 October 2026",
    ):  # fmt: skip
        assert words in found, (words, found)


def test_a_post_may_stay_empty_and_every_handover_has_its_paper(desk: Desk) -> None:
    first = handed(desk, sign(TREASURER, NEW))
    later = handed(desk, sign(AUDITOR, CHAIR), leaves="Rose", takes_over=None, papers=())
    assert later.takes_over is None and later.entry > first.entry
    assert desk.see(build_handover, first.entry).leaves.name == "Amina"
    found = text(pdf.render(later, s.ONE, s.ANCHOR))
    assert "the post stays empty" in found
    for entry in (1, 9999):
        with pytest.raises(NoHandoverError):
            desk.see(build_handover, entry)


def test_without_a_handover_there_is_no_paper(desk: Desk) -> None:
    with pytest.raises(NoHandoverError):
        desk.see(printing.prepare, PaperWanted("handover"))


@pytest.mark.parametrize("wild", HOSTILE)
def test_hostile_words_are_plain_words(wild: str) -> None:
    whole = s.handover(40)
    one = replace(whole.leaves, name=wild)
    thing = replace(whole.things[0], what=wild, remark=wild)
    facts = replace(
        whole, reason=wild, leaves=one, takes_over=one, things=(thing,) * 3, signers=(one,) * 3
    )
    for words in (s.ONE, s.TWO, s.LONGEST):
        assert_tidy(pdf.draw(facts, words, s.ANCHOR), 8 * MM)


def test_usual_things_stand_in_both_languages_whichever_they_were_typed_in(desk: Desk) -> None:
    whole = s.handover(2)
    things = (replace(whole.things[0], what="Stempel"), replace(whole.things[0], what="Sello"))
    found = text(pdf.render(replace(whole, things=things), s.TWO, s.ANCHOR))
    assert "Stempel" in found, "what is no usual thing stays as it was typed"
    assert "Stamp" in found and s.KISWAHILI.gettext("Stamp") in found and "Sello" not in found


def test_a_count_that_differs_says_by_how_much(desk: Desk) -> None:
    desk.who = BOTH
    desk.count(480, explanation="twenty short")
    facts = handed(desk, sign(TREASURER, NEW))
    assert facts.money[0].difference == kes(-20)
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "it differs" in found and "20" in found
