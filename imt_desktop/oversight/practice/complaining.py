"""The practice committee's complaints: seven, of which two wait and one is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from random import Random
from typing import Final

from msgspec import Struct

from imt_desktop.community.complaints import dealing
from imt_desktop.community.complaints.dealing import (
    AnswerComplaintRequest,
    AskedRequest,
    ComplaintRequest,
    MoveComplaintRequest,
)
from imt_desktop.oversight.practice.desk import CHAIR, Desk, Job
from imt_desktop.period import Month


class _Story(Struct, frozen=True):
    """A complaint: how many days ago, what, and after how many days it was answered."""

    ago: int
    said: ComplaintRequest
    answered: int | None = None
    answer: str = ""
    outcome: str = "upheld"
    fixed: bool = False
    satisfied: bool | None = None
    moved: MoveComplaintRequest | None = None


_STORIES: Final = (
    _Story(
        118, ComplaintRequest(words="No water at the upper taps for three days.", name="Practice Ruth",
                              category="no-water", channel="phone", assigned="3"),
        4, "The valve at the tank was stuck; it was freed.", fixed=True, satisfied=True,
    ),
    _Story(
        96, ComplaintRequest(words="I paid and got no receipt.", name="Practice Daniel",
                             category="no-receipt", about="1", assigned="2"),
        9, "The payment is in the book; the receipt was printed again.", fixed=True, satisfied=True,
    ),
    _Story(
        70, ComplaintRequest(words="The bill says two months; one was paid.", name="Practice Alice",
                             category="charge", assigned="1"),
        12, "One bill was entered twice and is cancelled.", fixed=True,
    ),
    _Story(
        52, ComplaintRequest(words="Why does the kiosk open only in the morning?", source="anonymous",
                             category="suggestion", channel="paper-box", assigned="3"),
        16, "The assembly will decide about the afternoon.", "referred",
    ),
    _Story(
        33, ComplaintRequest(words="The pipe leaks beside the school.", name="Practice Simon",
                             category="leak", assigned="3"),
    ),
    _Story(
        9, ComplaintRequest(words="Nobody reads the accounts out to us.", source="on-paper",
                            category="money", channel="assembly", about="1"),
        moved=MoveComplaintRequest(complaint=6, stage="committee", assigned="2"),
    ),
    _Story(
        2, ComplaintRequest(words="The water tastes of the tank.", name="Practice Hadija",
                            category="quality", assigned="2"),
    ),
)  # fmt: skip


def complaints(desk: Desk, start: Month) -> Iterator[Job]:
    """Yield what people complained about, as far as the committee was there then.

    The chair deals with it, since some of it is about the treasurer.
    """
    desk, number = desk.with_dice(Random(len(_STORIES)), CHAIR), 0
    for story in _STORIES:
        on = desk.today - timedelta(days=story.ago)
        if on < start.first:
            continue
        number += 1
        yield from _told(desk, story, number)


def _told(desk: Desk, story: _Story, number: int) -> Iterator[Job]:
    on = desk.today - timedelta(days=story.ago)
    yield Job(on, partial(desk.do, dealing.receive, story.said))
    if story.moved is not None:
        moved = MoveComplaintRequest(
            complaint=number, stage=story.moved.stage, assigned=story.moved.assigned
        )
        yield Job(on + timedelta(days=1), partial(desk.do, dealing.move, moved))
    if story.answered is None:
        return
    answer = AnswerComplaintRequest(
        complaint=number, words=story.answer, outcome=story.outcome, fixed=story.fixed
    )
    yield Job(on + timedelta(days=story.answered), partial(desk.do, dealing.answer, answer))
    if story.satisfied is not None:
        asked = AskedRequest(complaint=number, satisfied=story.satisfied)
        yield Job(on + timedelta(days=story.answered + 2), partial(desk.do, dealing.ask, asked))
