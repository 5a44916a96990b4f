"""The slip of a complaint: number and days in two languages, and nothing of what was said, by or about whom."""

from __future__ import annotations

from dataclasses import replace as with_other
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from imt_desktop.committee import describing
from imt_desktop.committee.errors import PaperNeedsError
from imt_desktop.community.complaints.errors import NoSuchComplaintError
from imt_desktop.community.complaints.queries import ANYBODY
from imt_desktop.errors import PaperError
from imt_desktop.journal import Signing
from imt_desktop.journal.errors import NoSuchEntryError
from imt_desktop.oversight.trust import trust
from imt_desktop.reports import printing
from imt_desktop.reports.complaint_slip.facts import ComplaintSlipFacts
from imt_desktop.reports.facts import encode
from imt_desktop.reports.issued import issued_papers
from imt_desktop.reports.printing import PaperWanted
from tests.book.charging.village import ask
from tests.builders import Desk, book_in
from tests.reports import samples as s
from tests.reports.reading import text

CHAIR = 1


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A book of Kenya with a complaint about its chair; it is 14 October 2026."""
    desk = book_in(tmp_path)
    chair = describing.OfficerRequest(name="Secret Chair", post="chair", since=date(2026, 1, 1))
    desk.do(describing.name_officer, chair)
    ask(
        desk, "complaint", words="secret words", name="Secret Name", contact="0700 secret",
        category="money", about="1", on="2026-10-12",
    )  # fmt: skip
    desk.do(describing.end_term, describing.OfficerLeftRequest(officer="1"))
    return desk


WANTED = PaperWanted("complaint-slip", ("en", "sw"), complaint=1)


def test_it_says_number_and_days_and_nothing_of_the_complaint(desk: Desk) -> None:
    sheet = desk.do(printing.issue, WANTED)
    facts = sheet.facts
    assert isinstance(facts, ComplaintSlipFacts)
    # 14 working days after Monday 12 October; Mashujaa Day, the 20th, is none.
    assert (facts.number, facts.received_on, facts.due_on) == (
        1, date(2026, 10, 12), date(2026, 11, 2),
    )  # fmt: skip
    assert b"ecret" not in encode(facts) and b"money" not in encode(facts)
    found = text(printing.draw(sheet))
    assert "2 November 2026" in found and "2 Novemba 2026" in found
    assert "ecret" not in found


def test_erasing_what_a_complaint_says_finds_nothing_of_it_in_the_slip(desk: Desk) -> None:
    sheet = desk.do(printing.issue, WANTED)
    ask(desk, "complaint-erased", complaint=1)
    assert not desk.rows("SELECT 1 FROM word WHERE text GLOB '*secret*'")
    assert sheet.anchor
    copy = desk.do(printing.again, sheet.anchor.entry)
    assert copy.facts == sheet.facts and copy.edition.copy == 2


def test_whoever_it_is_about_cannot_make_one(desk: Desk) -> None:
    before = desk.entries()
    with pytest.raises(NoSuchComplaintError) as refused:
        with_other(desk, who=Signing(CHAIR)).do(printing.issue, WANTED)
    assert refused.value.field == "complaint"
    assert desk.entries() == before


def test_whoever_it_is_about_is_told_of_no_slip_and_gets_no_copy(desk: Desk) -> None:
    ask(desk, "complaint", words="dry", source="anonymous", on="2026-10-12")
    other = desk.do(printing.issue, replace(WANTED, complaint=2)).anchor
    about = desk.do(printing.issue, WANTED).anchor
    assert other and about
    listed = [one.entry for one in desk.see(issued_papers)]
    assert listed == [about.entry, other.entry]
    for reader in (CHAIR, ANYBODY):
        assert [one.entry for one in desk.see(issued_papers, reader)] == [other.entry]
    with pytest.raises(NoSuchEntryError):
        with_other(desk, who=Signing(CHAIR)).do(printing.again, about.entry)
    told = desk.see(lambda book: trust(book, Path("/nowhere"), date(2026, 10, 14)))
    assert told.paper and told.paper.entry == other.entry
    assert told.not_on_paper == 0


def test_what_is_missing_is_said(desk: Desk) -> None:
    with pytest.raises(PaperNeedsError):
        desk.see(printing.prepare, PaperWanted("complaint-slip"))
    with pytest.raises(NoSuchComplaintError):
        desk.see(printing.prepare, replace(WANTED, complaint=2))


def test_an_answer_before_the_complaint_is_no_slip() -> None:
    with pytest.raises(PaperError):
        ComplaintSlipFacts(
            heading=s.HEADING, number=1, received_on=date(2026, 10, 2), due_on=date(2026, 10, 1),
            stage="direct",
        )  # fmt: skip
