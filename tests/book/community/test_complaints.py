"""The village's twelve complaints, every figure counted by hand; who sees what; what is refused."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.committee import errors as base
from imt_desktop.community.complaints import errors, queries
from imt_desktop.community.complaints.rules import category_codes, own_names
from imt_desktop.community.errors import BeforeItError
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Signing
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.indicators import figures
from imt_desktop.oversight.trail import Asked, known, trail
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from imt_desktop.reports.notice.community import complaints_of
from imt_desktop.reports.notice.facts import Complaints
from imt_desktop.wording.community import category_words
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import ask
from tests.book.community.village import COMPLAINTS, DEADLINES, answered, complain, officers
from tests.builders import KES, TODAY, Desk
from tools import verify_book

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def village(desk: Desk) -> Desk:
    complain(desk)
    return desk


def test_deadlines_as_on_the_wall_calendar(village: Desk) -> None:
    found = sorted(village.see(queries.complaints), key=lambda one: one.id)
    assert tuple(one.due_on.isoformat() for one in found) == DEADLINES


def test_the_year_by_hand(village: Desk) -> None:
    # In time: 1, 2, 4 (on the last day), 5 (twice), 6, 7, 8. Late: 3, 9 and 10, which still waits.
    # 11 and 12 have time. Put right: 1, 2, 5, 6, 7, 9.
    assert village.see(queries.counted, *YEAR, TODAY) == queries.Counted(12, 7, 3, 2, 6)
    assert village.see(queries.counted, *YEAR, TODAY).fix_rate == 5_000
    months = (Month.parse("2026-02"), Month.parse("2026-09"), Month.parse("2026-12"))
    assert village.see(queries.by_month, months, TODAY) == {
        months[0]: queries.Counted(2, 1, 1, 0, 1),
        months[1]: queries.Counted(2, 0, 1, 1, 0),
        months[2]: queries.Counted(0, 0, 0, 0, 0),
    }


def test_what_is_passed_straight_on_or_about_an_officer_is_counted_on_the_notice(
    desk: Desk,
) -> None:
    # September: 1 and 3 were passed on at once and answered within two weeks, in time; 2 waits since
    # the 25th, late; 4 was passed on within its days and has time until 26 October. 5 is October's.
    officers(desk)
    for on, about in (("01", ""), ("07", "T. Reasurer"), ("14", "C. Hair"), ("28", "")):
        ask(desk, "complaint", words="x", source="anonymous", about=about, on=f"2026-09-{on}")
    ask(desk, "complaint", words="x", source="anonymous", on="2026-10-01")
    for number, on in ((1, "2026-09-01"), (3, "2026-09-14"), (4, "2026-10-12")):
        ask(desk, "complaint-moved", complaint=number, stage="passed-on", to="WASREB", on=on)
    answered(desk, 1, "2026-09-10", outcome="referred")
    answered(desk, 3, "2026-09-28", fixed=True)
    months = Month.parse("2026-09"), Month.parse("2026-10")
    assert tuple(desk.see(queries.by_month, months, TODAY).values()) == (
        queries.Counted(received=4, in_time=2, late=1, waiting=1, fixed=1),
        queries.Counted(received=1, in_time=0, late=0, waiting=1, fixed=0),
    )
    told = desk.see(complaints_of, months[0].period, TODAY)
    assert told == Complaints(received=4, in_time=2, late=1, fixed=1)


def test_what_waits_comes_first_and_is_late_by_its_days(village: Desk) -> None:
    found = village.see(queries.complaints)
    assert [one.id for one in found[:4]] == [10, 11, 12, 9]
    assert [one.days_late(TODAY) for one in found[:4]] == [19, 0, 0, 0]
    assert [one.id for one in village.see(queries.overdue, TODAY)] == [10]
    assert found[1].days_late(date(2026, 10, 16)) == 0
    assert found[1].days_late(date(2026, 10, 17)) == 1


def test_the_indicator_is_the_share_in_time_of_those_that_are_over(village: Desk) -> None:
    found = {one.indicator.code: one for one in village.see(figures, TODAY)}
    # January to September: one of two in February; August and September late, the newest counts.
    assert found["complaints-in-time"].past == (
        10_000, 5_000, 10_000, 10_000, 10_000, 10_000, 10_000, 0, 0,
    )  # fmt: skip
    assert found["complaints-in-time"].good is False


def test_whoever_a_complaint_is_about_never_sees_it(village: Desk) -> None:
    # 1 is the treasurer, 2 the chair, 3 the same person as the secretary.
    seen = {
        reader: {one.id for one in village.see(queries.complaints, reader)} for reader in (1, 2, 3)
    }
    everything = set(range(1, 13))
    assert seen == {1: everything - {2}, 2: everything - {4}, 3: everything - {4}}
    for reader in (2, 3):
        with pytest.raises(errors.NoSuchComplaintError):
            village.see(queries.story, 4, reader)
        with pytest.raises(errors.NoSuchComplaintError):
            village.see(queries.words_of, 4, reader)
    assert village.see(queries.words_of, 4, 1).name == "L. Odhiambo"


@pytest.mark.parametrize("officer", ["C. Hair", "2", "3", "c. hair"])
def test_it_is_never_given_to_the_person_it_is_about(village: Desk, officer: str) -> None:
    request: dict[str, Any] = {"words": "x", "name": "A. B.", "about": "C. Hair"}
    with pytest.raises(errors.AboutOfficerError) as refused:
        ask(village, "complaint", **request, assigned=officer)
    assert refused.value.field == "assigned"
    ask(village, "complaint", **request, assigned="T. Reasurer")
    with pytest.raises(errors.AboutOfficerError):
        ask(village, "complaint-moved", complaint=13, stage="committee", assigned=officer)


STEPS = (
    ("complaint-moved", {"complaint": 10, "stage": "committee"}),
    ("complaint-moved", {"complaint": 10, "stage": "passed-on", "to": "Nowhere"}),
    ("complaint-answered", {"complaint": 10, "words": "x", "outcome": "rejected"}),
    ("complaint-asked", {"complaint": 4, "satisfied": True}),
    ("complaint-reopened", {"complaint": 4, "words": "x"}),
    ("complaint-erased", {"complaint": 4}),
)


@pytest.mark.parametrize(("kind", "request_"), STEPS)
def test_whoever_it_is_about_signs_no_step_of_it(
    desk: Desk, kind: str, request_: dict[str, Any]
) -> None:
    officers(desk)
    for number in range(1, 11):
        ask(desk, "complaint", words="x", source="anonymous", about="C. Hair", on="2026-10-01")
        if number < 10:
            answered(desk, number, "2026-10-02")
    entries = desk.entries()
    # The chair is the secretary too; it is as if nobody had complained.
    for who in (Signing(2), Signing(3), Signing(1, entered_by=2)):
        desk.who = who
        with pytest.raises(errors.NoSuchComplaintError) as unseen:
            ask(desk, kind, **request_)
        assert unseen.value.field == "complaint"
    desk.who = Signing(1, countersigned=(3,))
    with pytest.raises(errors.AboutSignerError) as refused:
        ask(desk, kind, **request_)
    assert refused.value.field == "second"
    assert sentence(refused.value, Translator("en")) == (
        f"Complaint {request_['complaint']} is about c. hair, so c. hair signs nothing of it."
        " Choose somebody else."
    )
    assert desk.entries() == entries
    desk.who = Signing(1)
    ask(desk, kind, **request_)
    assert desk.entries() == entries + 1


def test_the_trail_and_the_journal_say_no_name_and_no_text(village: Desk) -> None:
    def stored(book: Any) -> bytes:
        return b"".join(row[0] for row in book.driver.execute("SELECT stored FROM journal"))

    def sentences(book: Any) -> str:
        deeds = [one for one in book.journal(1) if one.envelope.kind.startswith("complaint")]
        said = known(book, deeds)
        return " ".join(deed_words(one, said, Translator("en"), KES) for one in deeds)

    raw, text = village.see(stored).decode(), village.see(sentences)
    for one in COMPLAINTS:
        for word in (one["words"], one.get("name", "nobody by that name")):
            assert word not in raw and word not in text
    assert "T. Reasurer" not in text and "Complaint 2 was received" in text


def test_the_trail_does_not_look_into_complaints(village: Desk) -> None:
    # The chair could otherwise find out by looking whether anybody wrote a name.
    found = village.see(trail, Asked(text="zone A has water"))
    assert found.deeds == ()
    ask(village, "complaint-answered", complaint=12, words="a tap is planned")
    assert village.see(trail, Asked(text="a tap is planned")).deeds == ()


def test_words_are_erased_and_days_and_counts_stay(village: Desk) -> None:
    before = village.see(queries.counted, *YEAR, TODAY)
    assert village.see(queries.words_of, 5).words == "leak at the valve"
    ask(village, "complaint-erased", complaint=5)
    gone = village.see(queries.words_of, 5)
    assert (gone.words, gone.name, gone.category) == ("", "", "leak")
    assert village.see(queries.counted, *YEAR, TODAY) == before
    assert not village.rows("SELECT 1 FROM word WHERE text='leak at the valve' OR text='it drips'")
    with pytest.raises(errors.ErasedError):
        ask(village, "complaint-erased", complaint=5)
    assert not verify(village.book.path, ROOMS).problems


def test_the_committees_own_rules_hold_from_then_on(desk: Desk) -> None:
    ask(
        desk, "complaint-rules", days=3, free_days=["2026-10-15"],
        categories=[{"code": "goats", "name": "Goats at the trough"}],
    )  # fmt: skip
    ask(desk, "complaint", words="three goats", name="A. B.", category="goats")
    # Wednesday 14 October; Thursday is free here, Tuesday is Mashujaa Day: 16, 19, 21.
    assert desk.see(queries.complaint, 1).due_on == date(2026, 10, 21)
    ask(desk, "complaint-rules", days=3, working=False)
    ask(desk, "complaint", words="a goat", name="A. B.")
    assert desk.see(queries.complaint, 2).due_on == date(2026, 10, 17)


def test_a_kind_that_all_have_is_called_by_another_word_as_long_as_it_is_said(desk: Desk) -> None:
    word, own = {"code": "leak", "name": "Burst pipe"}, {"code": "goats", "name": "Goats"}
    ask(desk, "complaint-rules", categories=[word, own])
    codes = desk.see(category_codes)
    assert codes.count("leak") == 1 and codes[-1] == "goats"
    assert desk.see(own_names) == {"leak": "Burst pipe", "goats": "Goats"}
    assert category_words("leak", desk.see(own_names), Translator("en")) == "Burst pipe"
    ask(desk, "complaint-rules", categories=[])
    assert desk.see(own_names) == {"goats": "Goats"}, "complaints about goats keep their word"


OPEN = {"words": "dry", "name": "A. B."}


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("complaint", {**OPEN, "words": " "}, base.TitleMissingError, "words"),
        ("complaint", {**OPEN, "name": ""}, base.TitleMissingError, "name"),
        ("complaint", {**OPEN, "source": "anonymous"}, errors.NameWithoutNameError, "name"),
        ("complaint", {"words": "x", "contact": "0711", "source": "on-paper"},
         errors.NameWithoutNameError, "name"),
        ("complaint", {**OPEN, "category": "weather"}, base.ChoiceError, "category"),
        ("complaint", {**OPEN, "channel": "owl"}, base.ChoiceError, "channel"),
        ("complaint", {**OPEN, "on": "2026-10-15"}, base.NotYetError, "on"),
        ("complaint", {**OPEN, "about": "Nobody"}, base.NoSuchOfficerError, "about"),
        ("complaint", {**OPEN, "attachment": {"sha256": "ab" * 32, "media": "image/png", "size": 3}},
         base.AttachmentMissingError, "attachment"),
        ("complaint-answered", {"complaint": 99, "words": "x"}, errors.NoSuchComplaintError,
         "complaint"),
        ("complaint-answered", {"complaint": 1, "words": "x"}, errors.AnsweredError, "complaint"),
        ("complaint-answered", {"complaint": 11, "words": "x", "on": "2026-09-27"},
         BeforeItError, "on"),
        ("complaint-answered", {"complaint": 11, "words": " "}, base.TitleMissingError, "words"),
        ("complaint-answered", {"complaint": 11, "words": "x", "outcome": "?"}, base.ChoiceError,
         "outcome"),
        ("complaint-asked", {"complaint": 11, "satisfied": True}, errors.NotAnsweredError,
         "complaint"),
        ("complaint-reopened", {"complaint": 11, "words": "x"}, errors.NotAnsweredError,
         "complaint"),
        ("complaint-reopened", {"complaint": 1, "words": "x", "on": "2026-01-19"},
         BeforeItError, "on"),
        ("complaint-moved", {"complaint": 11, "stage": "passed-on"}, base.TitleMissingError, "to"),
        ("complaint-moved", {"complaint": 1, "stage": "committee"}, errors.AnsweredError,
         "complaint"),
        ("complaint-rules", {"days": 0}, errors.DaysError, "days"),
        ("complaint-rules", {"categories": [{"code": "leak", "name": "x"}] * 2}, base.TwiceError,
         "categories/2"),
        ("complaint-rules", {"categories": [{"code": "x", "name": " "}]}, base.TitleMissingError,
         "categories/1/name"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    village: Desk, kind: str, request_: dict[str, Any], error: type[UserError], field: str
) -> None:
    entries = village.entries()
    with pytest.raises(error) as refused:
        ask(village, kind, **request_)
    assert refused.value.field == field
    assert village.entries() == entries


def test_whoever_it_is_passed_on_to_has_until_an_office_is_open_and_what_was_promised_before(
    desk: Desk,
) -> None:
    # Two weeks after 6 October is Tuesday the 20th, Mashujaa Day; after 26 September Saturday the 10th of
    # October, Mazingira Day. What came in on the 13th has until 3 November in any case.
    for number, (came, passed_on, due) in enumerate(
        (
            ("2026-09-14", "2026-10-06", "2026-10-21"),
            ("2026-09-01", "2026-09-26", "2026-10-12"),
            ("2026-10-13", "2026-10-14", "2026-11-03"),
        ),
        1,
    ):
        ask(desk, "complaint", words="x", source="anonymous", on=came)
        ask(desk, "complaint-moved", complaint=number, stage="passed-on", to="WASREB", on=passed_on)
        assert desk.see(queries.complaint, number).due_on.isoformat() == due


def test_a_complaint_does_not_go_back(village: Desk) -> None:
    ask(village, "complaint-moved", complaint=10, stage="committee")
    with pytest.raises(errors.StageBackError):
        ask(village, "complaint-moved", complaint=10, stage="direct")
    assert village.see(queries.complaint, 10).missed, "its deadline went by before it was moved"


def test_a_late_answer_stays_late_when_it_is_taken_up_again(village: Desk) -> None:
    ask(village, "complaint-reopened", complaint=3, words="the cement", on="2026-10-01")
    answered(village, 3, "2026-10-05", fixed=True)
    assert village.see(queries.counted, *YEAR, TODAY) == queries.Counted(12, 7, 3, 2, 7)


def test_oversight_members_write_complaints_and_nothing_else(desk: Desk) -> None:
    officers(desk)
    ask(desk, "officer", name="O. Versee", post="oversight")
    desk.who = type(desk.who)(responsible=4)
    ask(desk, "complaint", words="about money", source="on-paper", about="T. Reasurer")
    with pytest.raises(base.PostReadsOnlyError):
        ask(desk, "complaint-rules", days=3)


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
