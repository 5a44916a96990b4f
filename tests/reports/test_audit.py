"""The poster of an audit: only what was read out, counts of what was drawn, findings without names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from imt_desktop.community.audit.errors import (
    AuditNotReadError,
    FindingUnansweredError,
    NoSuchAuditError,
)
from imt_desktop.community.audit.queries import lists, sample
from imt_desktop.errors import PaperError
from imt_desktop.i18n import Translator
from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports import printing
from imt_desktop.reports.audit import aloud, pdf
from imt_desktop.reports.audit.build import build_audit, build_to_hear
from imt_desktop.reports.audit.facts import AuditFacts, DrawnFacts, VotesFacts
from imt_desktop.reports.house_visits.build import build_house_visits
from imt_desktop.reports.printing import PaperWanted
from tests.book.charging.village import ask, decide
from tests.book.community.village import officers
from tests.builders import TODAY, Desk, book_in, kes
from tests.reports import samples as s
from tests.reports.reading import text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three households, two receipts, one of them cancelled, an expense without paper; an audit is on."""
    desk = book_in(tmp_path, members=3, fee=450)
    officers(desk)
    desk.bill("2026-08")
    for member in ("1", "2"):
        desk.pay(member, 450, on=date(2026, 9, 3))
    desk.void(desk.rows("SELECT seq FROM money_line WHERE receipt=2")[0][0])
    desk.spend(100, on=date(2026, 9, 8))
    ask(
        desk, "audit", decision=decide(desk, "Audit"), first="2026-01-01", last="2026-09-30",
        auditors=[{"name": "R. Sang"}],
    )  # fmt: skip
    return desk


def looked_at(desk: Desk) -> None:
    ask(desk, "audit-list", audit=1, what="households")
    ask(desk, "audit-sample", audit=1, what="households", seed="361", size=3)
    ask(
        desk, "audit-checks", audit=1,
        lines=[
            {"what": "households", "item": "1", "result": "agrees"},
            {"what": "households", "item": "2", "result": "nobody-home"},
        ],
    )  # fmt: skip
    ask(desk, "finding", audit=1, post="treasurer", words="Why 50 more?", evidence="the pad")
    ask(desk, "finding-answered", finding=1, words="Written late", action="Write at once")


def read(desk: Desk) -> AuditFacts:
    return desk.see(build_audit, TODAY)


def test_nothing_is_printed_before_the_assembly_heard_it(desk: Desk) -> None:
    looked_at(desk)
    with pytest.raises(AuditNotReadError):
        read(desk)


def test_the_result_is_read_out_from_paper_once_all_is_answered(desk: Desk) -> None:
    ask(desk, "finding", audit=1, words="Why?", evidence="the pad")
    with pytest.raises(FindingUnansweredError):
        desk.see(build_to_hear, TODAY)
    ask(desk, "finding-answered", finding=1, words="Written late")
    facts = desk.see(build_to_hear, TODAY)
    first, *_rest = aloud.sentences(facts, s.ENGLISH)
    assert first.endswith("were audited for January – September 2026.")
    first, *_rest = aloud.sentences(facts, Translator("es"))
    assert first.endswith("para enero – septiembre de 2026.")
    assert any("Written late" in said for said in aloud.sentences(facts, s.ENGLISH))
    assert b"%PDF" in aloud.render(facts, s.TWO, s.ANCHOR)


def test_what_was_drawn_counted_found_and_voted(desk: Desk) -> None:
    looked_at(desk)
    desk.count(460, explanation="too many")
    ask(
        desk, "decision", minute="8", what="Agreed",
        votes={"in_favour": 20, "against": 1, "abstained": 2},
    )  # fmt: skip
    voted = desk.rows("SELECT max(id) FROM decision")[0][0]
    ask(desk, "audit-read", audit=1, words="All was read", decision=voted)
    found = read(desk)
    (drawn,) = found.lists
    assert (drawn.listed, drawn.drawn, drawn.agrees, drawn.nobody_home) == (3, 3, 1, 1)
    assert drawn.seed == "361" and found.main == drawn
    assert (found.first_receipt, found.last_receipt, found.receipts) == (1, 2, 2)
    assert (found.cancelled, found.missing) == (1, 0)
    assert (found.vouchers, found.without_voucher) == (0, 1)
    assert (found.cash_book, found.cash_counted) == (kes(350), kes(460))
    assert found.votes == VotesFacts(in_favour=20, against=1, abstained=2)
    assert [(one.words, one.answer, one.action) for one in found.findings] == [
        ("Why 50 more?", "Written late", "Write at once")
    ]
    assert found.households_behind == 2 and found.officers_behind == 0
    desk.bill("2026-10")
    assert read(desk).households_behind == 2, "what is not due yet makes nobody late"


def test_vouchers_count_only_as_far_as_the_auditors_looked_at_them(desk: Desk) -> None:
    desk.spend(70, voucher="2", on=date(2026, 9, 9))
    looked_at(desk)
    ask(desk, "audit-list", audit=1, what="vouchers")
    ask(desk, "audit-sample", audit=1, what="vouchers", seed="4", size=2)
    ask(desk, "audit-read", audit=1, words="All was read")
    facts = read(desk)
    said = text(pdf.render(facts, s.TWO, s.ANCHOR))
    assert "The vouchers were not checked." in said and "papers found" not in said
    assert "The vouchers were not checked." in aloud.sentences(facts, s.ENGLISH)


def test_what_was_seen_of_receipts_stands_beside_how_they_were_drawn() -> None:
    receipts = DrawnFacts(what="receipts", listed=40, drawn=10, agrees=8, differs=1, no_paper=1)
    facts = replace(s.AUDIT, lists=(*s.AUDIT.lists, receipts))
    said = " ".join(text(pdf.render(facts, s.ONE, s.ANCHOR)).split())
    assert "8 agree with the book; 1 differs; 1 showed no paper" in said
    cancelled = replace(receipts, what="cancelled")
    spoken = aloud.sentences(replace(facts, lists=(cancelled,)), s.ENGLISH)
    assert any(one.startswith("10 cancelled receipts compared: 8 agree") for one in spoken)


def test_what_was_seen_of_the_vouchers_is_said() -> None:
    vouchers = DrawnFacts(what="vouchers", listed=4, drawn=3, agrees=2, no_paper=1)
    facts = replace(s.AUDIT, lists=(vouchers,))
    said = text(pdf.render(facts, s.TWO, s.ANCHOR))
    assert "of 3" in said and "agree with the book; 1 showed no paper" in " ".join(said.split())
    assert "not checked" not in said + " ".join(aloud.sentences(facts, s.ENGLISH))


def test_what_was_drawn_and_never_looked_at_is_said() -> None:
    houses = DrawnFacts(what="households", listed=199, drawn=20, seed="62345")
    receipts = DrawnFacts(what="receipts", listed=150, drawn=4, agrees=3, seed="34162")
    facts = replace(s.AUDIT, lists=(receipts, houses), cancelled=1)
    said = " ".join(text(pdf.render(facts, s.ONE, s.ANCHOR)).split())
    assert "20 not looked at" in said and "1 not looked at" in said
    spoken = aloud.sentences(facts, s.ENGLISH)
    assert "Households: 20 not looked at." in spoken
    assert "3 receipts compared: 3 agree with the book; 1 not looked at." in spoken


def test_no_audit_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAuditError):
        read(book_in(tmp_path))


def test_facts_that_contradict_themselves_are_refused() -> None:
    with pytest.raises(PaperError):
        AuditFacts(
            heading=s.NOTICE.heading, audit=1, first=date(2026, 1, 1), last=date(2026, 1, 2),
            read_on=date(2026, 1, 3),
            lists=(DrawnFacts(what="receipts", listed=9, drawn=1, agrees=2),),
        )  # fmt: skip


def test_findings_that_find_no_room_are_counted_and_never_lost() -> None:
    said = text(pdf.render(s.BIG_AUDIT, s.TWO, s.ANCHOR))
    shown = said.count("Why does the sheet")
    assert 0 < shown < len(s.BIG_AUDIT.findings)
    assert f"and {len(s.BIG_AUDIT.findings) - shown} more" in said


def test_the_list_of_house_visits_has_the_lot_in_its_order_and_no_money(desk: Desk) -> None:
    """Whoever sees what the book says, or who is behind, finds what has to come out."""
    assert not desk.see(build_house_visits).houses, "before the dice are thrown"
    ask(desk, "audit-list", audit=1, what="households")
    ask(desk, "audit-sample", audit=1, what="households", seed="361", size=2)
    facts = desk.see(build_house_visits)
    drawn = desk.see(lambda book: sample(book, 1, "households"))
    assert drawn and [one.member for one in facts.houses] == list(drawn.drawn)
    assert facts.auditors[0].name == "R. Sang"
    sheet = desk.do(printing.issue, PaperWanted("house-visits", ("en", "es")))
    said = text(printing.draw(sheet))
    for words in (
        "For the auditors, not for the wall.", "Ask for their receipts", "drawn by dice", "R. Sang",
        facts.houses[0].name, "Nobody home",
    ):  # fmt: skip
        assert words in said, words
    assert "2 not looked at" in said
    for money in ("450", "900", "KSh"):
        assert money not in said.replace(sheet.anchor.code if sheet.anchor else "", ""), money


def test_the_list_of_house_visits_says_how_many_were_not_looked_at_yet(desk: Desk) -> None:
    ask(desk, "audit-list", audit=1, what="households")
    ask(desk, "audit-sample", audit=1, what="households", seed="361", size=2)
    drawn = desk.see(build_house_visits).houses
    for at, left in ((0, "1 not looked at"), (1, "")):
        line = {"what": "households", "item": drawn[at].member, "result": "agrees"}
        ask(desk, "audit-checks", audit=1, lines=[line])
        sheet = desk.do(printing.issue, PaperWanted("house-visits", ("en",)))
        said = text(printing.draw(sheet))
        assert left in said and ("not looked at" in said) is bool(left)


def test_the_code_of_a_list_is_on_paper_before_the_dice(desk: Desk) -> None:
    for what in ("receipts", "households"):
        ask(desk, "audit-list", audit=1, what=what)
    sheet = desk.do(printing.issue, PaperWanted("house-visits", ("en", "es")))
    said = " ".join(text(printing.draw(sheet)).split())
    fixed = desk.see(lambda book: lists(book, 1))
    for what, count in (("households", 3), ("receipts", 1)):
        assert fixed[what].count == count and f": {count} in the list" in said
        assert in_fours(fixed[what].code) in said
    assert "Throw the dice now, in front of everybody." in said
    assert "Nothing to list" not in said


def test_without_an_audit_there_is_no_house_to_visit(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAuditError):
        book_in(tmp_path).see(build_house_visits)
