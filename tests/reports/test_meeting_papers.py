"""Papers of a meeting: the invitation, the list of who comes, the agenda to write on, the minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from imt_desktop.committee import describing
from imt_desktop.community.meetings.errors import MeetingOffError, NoSuchMeetingError
from imt_desktop.i18n import Translator
from imt_desktop.ledger import members
from imt_desktop.reports import printing
from imt_desktop.reports.attendance.build import build_attendance
from imt_desktop.reports.invitations.build import build_invitations
from imt_desktop.reports.issued import issued_papers
from imt_desktop.reports.minutes import pdf as minutes
from imt_desktop.reports.minutes.build import build_minutes
from imt_desktop.reports.minutes.facts import Came
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.wording.papers import about_words
from tests.book.charging.village import ask
from tests.builders import Desk, book_in
from tests.reports import samples as s
from tests.reports.reading import text

CALLED = {
    "day": "2026-10-17", "hour": "15:00", "place": "Kiboko School", "quorum": 2,
    "agenda": ["Accounts of the half year", "Price of water"],
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two households in two zones and a chair; an assembly is called. It is 14 October 2026."""
    desk = book_in(tmp_path)
    desk.do(
        describing.name_officer,
        describing.OfficerRequest(name="Esther Nduku", post="chair", since=date(2026, 1, 1)),
    )
    for name, zone in (("Tabitha", "Sokoni"), ("Samuel", "Mlimani")):
        adults = (members.AdultLine(name=name), members.AdultLine(name="Rose"))
        house = "behind the school of Mlimani"
        desk.join(members.MemberLine(adults=adults, zone=zone, house=house))
    ask(desk, "meeting", **CALLED)
    return desk


def issue(desk: Desk, paper: str, size: str = "", meeting: int = 1) -> printing.Sheet:
    return desk.do(printing.issue, PaperWanted(paper, ("es", "en"), size=size, meeting=meeting))


@pytest.mark.parametrize("size", ["A4", "eight"])
def test_the_invitation_says_when_where_and_what_about(desk: Desk, size: str) -> None:
    sheet = issue(desk, "invitation", size)
    found = text(printing.draw(sheet))
    for said in (
        "sábado, 17 de octubre de 2026", "Saturday, 17 October 2026", "15:00", "Kiboko School",
        "Accounts of the half year", "Price of water",
    ):  # fmt: skip
        assert said in found
    assert found.count("Kiboko School") == (8 if size == "eight" else 1)
    assert raster.pages(printing.draw(sheet)) == 1
    (listed,) = desk.see(issued_papers)
    assert about_words(listed.paper, listed.about, Translator("en")) == "17 October 2026"


def test_the_list_has_whoever_can_come_and_nothing_of_what_they_owe(desk: Desk) -> None:
    desk.bill_one("1", 700)
    asked = desk.see(build_attendance, 1).asked
    assert [(one.member, one.name, one.second_adult) for one in asked] == [
        ("1", "Tabitha", "Rose"), ("2", "Samuel", "Rose"),
    ]  # fmt: skip
    assert "700" not in text(printing.draw(issue(desk, "attendance")))
    ask(desk, "meeting", day="2026-10-18", what="zone", zone="Mlimani")
    assert [one.name for one in desk.see(build_attendance, 2).asked] == ["Samuel"]
    ask(desk, "meeting", day="2026-10-18", what="committee")
    assert [(one.name, one.post) for one in desk.see(build_attendance, 3).asked] == [
        ("Esther Nduku", "chair")
    ]


def test_households_are_invited_by_name_zone_by_zone(desk: Desk) -> None:
    desk.bill_one("1", 700)
    facts = desk.see(build_invitations, 1)
    assert [(one.zone, one.name) for one in facts.asked] == [
        ("Mlimani", "Samuel"), ("Sokoni", "Tabitha"),
    ]  # fmt: skip
    sheet = desk.do(
        printing.issue, PaperWanted("invitations", ("es", "en"), meeting=1, zone="Sokoni")
    )
    found = text(printing.draw(sheet))
    assert "Tabitha / Rose" in found and "Samuel" not in found
    assert found.count("Kiboko School") == 1 and "700" not in found
    assert "behind the school of Mlimani" in " ".join(found.split()), "the house in two lines"
    assert "sábado, 17 de octubre de 2026" in found and "Saturday, 17 October 2026" in found
    (listed,) = desk.see(issued_papers)
    assert listed.about == "2026-10-17 Sokoni"


def test_before_it_the_agenda_has_room_to_write_and_after_it_the_minutes_say_all(
    desk: Desk,
) -> None:
    assert desk.see(build_minutes, 1).came is None
    found = text(printing.draw(issue(desk, "minutes")))
    assert "Agenda, to write the minutes on" in found and "Price of water" in found
    ask(desk, "meeting-held", meeting=1, women=1, men=1, women_spoke=1, on="2026-10-14")
    ask(
        desk, "minutes", meeting=1, words="The accounts were read.\nThey were agreed to.",
        decided=[
            {"minute": "07/2026", "what": "The price stays",
             "votes": {"in_favour": 1, "against": 1, "abstained": 0}},
        ],
    )  # fmt: skip
    ask(desk, "meeting-question", meeting=1, words="When does it rain?", due_on="2026-10-20")
    facts = desk.see(build_minutes, 1)
    assert facts.came == Came(women=1, men=1, represented=0, members=2, women_spoke=1)
    assert facts.meeting.day == date(2026, 10, 14), "the day on which it was held"
    found = text(printing.draw(issue(desk, "minutes")))
    for said in (
        "The accounts were read.", "They were agreed to.", "07/2026", "The price stays",
        "1 for, 1 against, 0 did not vote", "When does it rain?", "Answer by 20 October 2026",
        "2 came, 2 were needed: it could decide.",
    ):  # fmt: skip
        assert said in found
    assert "Who was elected" not in found
    line = {"name": "Rose", "post": "vice-chair", "since": "2026-10-14", "until": "2028-10-13"}
    ask(desk, "election", decision=1, lines=[{**line, "votes": 2}])
    found = text(printing.draw(issue(desk, "minutes")))
    for said in ("Who was elected", "Rose", "until 13 October 2028", "Votes: 2"):
        assert said in found
    later = describing.DecisionRequest(
        minute="08/2026", what="It rises", body="assembly", decided_on=date(2026, 10, 14)
    )
    desk.do(describing.record_decision, later)
    ask(desk, "decision-revoked", decision=1, by=2)
    assert desk.see(build_minutes, 1).decisions[0].revoked


def test_no_page_of_the_minutes_has_nothing_but_signatures() -> None:
    """However long they are, some of what is signed stands on the page that is signed."""
    for many in range(1, 31):
        document = minutes.draw(s.minutes(many), s.TWO, s.ANCHOR)
        first, last = document.sheets[0], document.sheets[-1]
        if first is not last:
            signed = next(box.top for box in last.boxes if box.label == s.OFFICERS[0].name)
            said = [b for b in last.boxes if b.kind == "text" and 80 < b.top < signed]
            assert len(said) >= 3, many


def test_a_question_and_its_answer_stand_on_one_page() -> None:
    for sheet in minutes.draw(s.minutes(30), s.TWO, s.ANCHOR).sheets:
        said = [box.label for box in sheet.boxes if box.kind == "text"]
        asked = said.count("When does the kiosk open?")
        told = sum(label.startswith(("Answered ", "Answer by ")) for label in said)
        assert asked == told, said[-6:]


@pytest.mark.parametrize("paper", ["invitation", "attendance", "minutes"])
def test_a_meeting_that_is_not_has_no_papers(desk: Desk, paper: str) -> None:
    with pytest.raises(NoSuchMeetingError) as refused:
        issue(desk, paper, meeting=9)
    assert refused.value.field == "meeting"
    ask(desk, "meeting-off", meeting=1, reason="rain")
    with pytest.raises(MeetingOffError):
        issue(desk, paper)
