"""Names on the notice: only by an assembly's decision, only while it holds, and never everybody's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from imt_desktop.committee import errors
from imt_desktop.committee.names import NamesRequest, publishing
from imt_desktop.committee.names import publish as write_down
from imt_desktop.errors import PeriodOrderError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import forgetting
from imt_desktop.ledger.charging.nameable import nameable
from imt_desktop.oversight.whole import ROOMS, open_book
from imt_desktop.period import Month
from imt_desktop.reports.notice import aloud, pdf
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import MM
from tests.book.charging.village import ask, decide
from tests.builders import TODAY, Desk, household, kes
from tests.officers import ALONE, BOTH
from tests.reports import samples as s
from tests.reports.reading import assert_tidy, text
from tests.reports.test_layout import HOSTILE

Book = Callable[..., Desk]

OLD, YOUNG = date(2026, 7, 15), date(2026, 7, 17)
"""91 and 89 days before the 14th of October."""

NOBODY = [f"Member {n}" for n in range(2, 7)]


@pytest.fixture
def village(book_with: Book) -> Desk:
    """Who is old enough behind is member 1; the others each are not to be named for a reason of their own."""
    desk: Desk = book_with(members=6)
    for number in "12345":
        day = YOUNG if number == "2" else OLD
        desk.bill_one(number, 500, due_on=day, on=day)
    owed = desk.rows("SELECT seq FROM bill WHERE member=3")[0][0]
    desk.dispute(Ref(owed))
    decision = decide(desk, "Names")
    ask(desk, "agreement", member="4", count=2, first="2026-10-31", decision=decision)
    ask(
        desk, "relief", member="5", group="poor", percent="100", decision=decision,
        since="2026-10", until="2027-12",
    )  # fmt: skip
    return desk


def notice(desk: Desk, month: int = 10) -> NoticeFacts:
    return desk.see(build_notice, Month(2026, month).period, desk.clock.now.date())


def named(desk: Desk, month: int = 10) -> list[str]:
    found = notice(desk, month).names
    return [one.name for one in found.households] if found else []


def publish(desk: Desk, decision: int, **more: Any) -> None:
    ask(desk, "names-published", decision=decision, **{"since": "2026-10-01", **more})


def test_without_a_decision_the_notice_names_nobody(village: Desk) -> None:
    facts = notice(village)
    assert facts.names is None
    said = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "No names on the wall" in said and "Member" not in said


def test_only_a_decision_of_an_assembly_that_stands_can_back_it(village: Desk) -> None:
    before = village.entries()
    with pytest.raises(errors.NoSuchDecisionError):
        publish(village, 9)
    ask(village, "decision", minute="2", what="Names", body="committee")
    with pytest.raises(errors.AssemblyNeededError) as refused:
        publish(village, 2)
    assert (refused.value.minute, refused.value.field) == ("2", "decision")
    ask(village, "decision", minute="3", what="No names")
    ask(village, "decision-revoked", decision=1, by=3)
    with pytest.raises(errors.DecisionRevokedError):
        publish(village, 1)
    village.clock.now += timedelta(days=2)
    ask(village, "decision", minute="4", what="Names")
    village.clock.now -= timedelta(days=2)
    with pytest.raises(errors.NotYetError), village.book.write(village.who, TODAY) as book:
        write_down(book, NamesRequest(decision=4))
    village.clock.now += timedelta(days=2)
    with pytest.raises(PeriodOrderError):
        publish(village, 4, until="2026-09-30")
    assert village.entries() == before + 4


def test_it_needs_two_officers(signed: Desk) -> None:
    decision = decide(signed, "Names")
    signed.who = ALONE
    with pytest.raises(errors.SecondOfficerNeededError) as refused:
        publish(signed, decision)
    assert (refused.value.act, refused.value.field) == ("names", "second")
    signed.who = BOTH
    publish(signed, decision)
    assert signed.see(publishing, TODAY)


def test_who_is_far_behind_is_named_with_the_decision_and_nobody_else(village: Desk) -> None:
    publish(village, 1)
    assert [(one.name, one.owed) for one in village.see(nameable, TODAY)] == [
        ("Member 1", kes(500))
    ]
    facts = notice(village)
    said = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "Member 1" in said and "Owed for more than 90 days" in said
    assert "Named because the assembly of" in said and "No names on the wall" not in said
    assert not [name for name in NOBODY if name in said]
    assert "Member" not in aloud.text(facts, s.TWO), "the page to read aloud names nobody"
    assert not verify(village.book.path, ROOMS).problems


def test_an_agreement_that_is_broken_protects_no_longer(village: Desk) -> None:
    publish(village, 1)
    village.clock.now += timedelta(days=120)
    assert [one.number for one in village.see(nameable, date(2027, 1, 28))] == ["1", "2"]
    assert [one.number for one in village.see(nameable, date(2027, 1, 30))] == ["1", "2", "4"]


def test_who_paid_since_is_not_named_on_a_notice_of_before(village: Desk) -> None:
    publish(village, 1)
    village.clock.now += timedelta(days=20)
    assert named(village) == ["Member 1", "Member 2"]
    village.pay("1", 500)
    assert named(village) == ["Member 2"]


def test_it_holds_from_its_day_to_its_last_and_not_before_the_decision(village: Desk) -> None:
    ask(village, "decision", minute="12/2026", what="Names", decided_on="2026-10-10")
    publish(village, 2, until="2026-10-20")
    for day, holds in ((9, False), (10, True), (20, True), (21, False)):
        assert bool(village.see(publishing, date(2026, 10, day))) is holds, day


def test_revoking_its_decision_ends_it_and_a_rebuild_says_the_same(village: Desk) -> None:
    publish(village, 1)
    tables = village.rows("SELECT * FROM names_published")
    assert named(village) == ["Member 1"]
    ask(village, "decision-revoked", decision=1, by=decide(village, "No names"))
    assert notice(village).names is None
    village.book.close()
    rebuild_file(village.book.path, ROOMS)
    village.book = open_book(village.book.path, clock=village.clock)
    assert village.rows("SELECT * FROM names_published") == tables
    assert notice(village).names is None


def test_a_forgotten_name_is_not_named(village: Desk) -> None:
    publish(village, 1)
    village.pay("1", 500)
    ask(village, "member-status", member="1", status="left", reason="moved")
    village.do(forgetting.forget, forgetting.ForgetRequest(member="1"))
    assert named(village) == []


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
@pytest.mark.parametrize("evil", HOSTILE[:3], ids=lambda one: repr(one[:12]))
def test_hostile_names_in_every_language(book_with: Book, code: str, evil: str) -> None:
    desk: Desk = book_with()
    desk.join(household(evil), household("Otieno"), on=date(2026, 1, 1))
    for number in "12":
        desk.bill_one(number, 500, due_on=OLD, on=OLD)
    publish(desk, decide(desk, "Names"))
    facts = notice(desk)
    other = "en" if code != "en" else "sw"
    words = Bilingual(Translator(code, "KE"), Translator(other, "KE"))
    document = pdf.draw(facts, words, s.ANCHOR)
    assert_tidy(document, 8 * MM)
    said = text(document.finish())
    assert "Otieno" in said
    if evil == "<b>Jose":
        assert evil in said


def test_as_many_as_find_room_and_the_rest_as_a_count() -> None:
    said = text(pdf.render(s.NAMING_NOTICE, s.TWO, s.ANCHOR))
    assert "J. M. 12" in said and "Tabitha Kiplagat 13" not in said and "and 3 more" in said
