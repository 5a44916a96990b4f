"""Decisions: how they were voted, where the minute is, and those of an earlier version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from imt_desktop.committee import errors
from imt_desktop.committee.describing import DecisionRequest, VotesLine, record_decision
from imt_desktop.committee.earlier import DecisionRecorded1
from imt_desktop.committee.entries import Votes
from imt_desktop.committee.queries import decision, decisions, standing_decision
from imt_desktop.committee.revoking import RevokeRequest, revoke
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Attachment, Signing
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.requests import post_all
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import ask
from tests.builders import Desk


def test_votes_photo_and_envelope_are_kept_and_the_book_verifies(desk: Desk) -> None:
    with desk.book.write(Signing(1)) as writing:
        photo = writing.keep(b"a photo", "image/jpeg")
        wanted = DecisionRequest(
            minute="11/2026", what="Water price", votes=VotesLine(in_favour=86, against=9),
            envelope="12", attachment=photo,
        )  # fmt: skip
        number = record_decision(writing, wanted).entry.decision  # type: ignore[attr-defined]
    with desk.book.read() as reading:
        found = decision(reading, number)
    assert found.votes == Votes(in_favour=86, against=9, abstained=0)
    assert (found.attachment, found.envelope) == (photo.sha256, "12")
    assert not verify(desk.book.path, ROOMS).problems


@pytest.mark.parametrize(
    ("votes", "field"),
    (
        (VotesLine(in_favour=-1), "in_favour"),
        (VotesLine(in_favour=3, against=-2), "against"),
        (VotesLine(in_favour=0), "in_favour"),
        (VotesLine(in_favour=1, abstained=10**9), "abstained"),
    ),
)
def test_votes_that_nobody_could_have_given_are_refused(
    desk: Desk, votes: VotesLine, field: str
) -> None:
    with pytest.raises(errors.VotesError) as refused:
        desk.do(record_decision, DecisionRequest(minute="1", what="Anything", votes=votes))
    assert refused.value.field == field


def test_nothing_points_to_what_was_voted_down_and_it_can_be_revoked(desk: Desk) -> None:
    for minute, votes in (
        ("1", VotesLine(0, 86)),
        ("2", VotesLine(40, 40)),
        ("3", VotesLine(50, 1)),
        ("4", VotesLine(0, abstained=20)),
    ):
        desk.do(record_decision, DecisionRequest(minute=minute, what="Price", votes=votes))
    with desk.book.read() as reading:
        lost, even, won, nobody = (
            one.id for one in sorted(decisions(reading), key=lambda one: one.id)[-4:]
        )
        with pytest.raises(errors.DecisionLostError):
            standing_decision(reading, nobody)
        with pytest.raises(errors.DecisionLostError) as refused:
            standing_decision(reading, lost)
        assert [standing_decision(reading, one).id for one in (even, won)] == [even, won]
    assert sentence(refused.value, Translator("en")) == (
        "Minute 1 says 0 for and 86 against: that was not adopted."
        " Look at the votes, or choose another decision."
    )
    desk.do(revoke, RevokeRequest(decision=lost, by=won))


def test_a_photo_that_is_not_in_the_book_is_refused(desk: Desk) -> None:
    lost = Attachment(sha256="00" * 32, media="image/jpeg", size=7)
    with pytest.raises(UserError) as refused:
        desk.do(record_decision, DecisionRequest(minute="1", what="Anything", attachment=lost))
    assert refused.value.field == "attachment"


def test_a_decision_of_the_first_version_reads_as_one_that_nobody_counted(desk: Desk) -> None:
    before = DecisionRecorded1(
        decision=7, minute="1/2020", decided_on=date(2020, 1, 1), body="assembly", what="Old price"
    )
    with desk.book.write(Signing(1)) as writing:
        writing.append(before)
    with desk.book.read() as reading:
        found = decision(reading, 7)
    assert (found.minute, found.votes, found.attachment, found.envelope) == (
        "1/2020",
        None,
        None,
        "",
    )
    assert not verify(desk.book.path, ROOMS).problems


def test_a_posted_decision_says_its_votes(desk: Desk) -> None:
    line = (
        b'{"kind":"decision","minute":"2","what":"x","envelope":"12",'
        b'"votes":{"in_favour":5,"abstained":1}}'
    )
    with desk.book.write(Signing(1)) as writing:
        post_all(writing, [line])
    with desk.book.read() as reading:
        newest = decisions(reading)[0]
    assert newest.votes == Votes(in_favour=5, against=0, abstained=1)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    (
        ("ladder", {"steps": [{"step": "reminder", "after_bills": 1}], "since": "2026-01-01"}),
        ("contribution", {"name": "A new pump", "target": 900}),
        ("difference", {"count": True}),
    ),
)
def test_what_only_an_assembly_can_decide_rests_on_no_decision_of_the_committee(
    book_with: Callable[..., Desk], kind: str, wanted: dict[str, Any]
) -> None:
    desk = book_with(members=2, fee=450)
    desk.get(500)
    count = desk.count(480, explanation="nobody knows").seq
    body = desk.do(record_decision, DecisionRequest(minute="c 7", what="It", body="committee"))
    asked = wanted | ({"count": count} if "count" in wanted else {})
    with pytest.raises(errors.AssemblyNeededError) as refused:
        ask(desk, kind, decision=body.entry.decision, **asked)  # type: ignore[attr-defined]
    assert refused.value.field == "decision"
    body = desk.do(record_decision, DecisionRequest(minute="a 8", what="It", body="assembly"))
    ask(desk, kind, decision=body.entry.decision, **asked)  # type: ignore[attr-defined]


def test_the_committee_revokes_nothing_that_the_assembly_decided(desk: Desk) -> None:
    for minute, body in (("a 1", "assembly"), ("c 2", "committee"), ("a 3", "assembly")):
        desk.do(record_decision, DecisionRequest(minute=minute, what="It", body=body))
    with pytest.raises(errors.AssemblyNeededError) as refused:
        desk.do(revoke, RevokeRequest(decision=1, by=2))
    assert refused.value.field == "by"
    desk.do(revoke, RevokeRequest(decision=2, by=1))
    desk.do(revoke, RevokeRequest(decision=1, by=3))
