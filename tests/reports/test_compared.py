"""Before and after, from a real book: two rounds, and the same questions in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from imt_desktop.plan import integrity, rounds
from imt_desktop.plan.integrity import IntegrityVoteRequest, VoteLine
from imt_desktop.reports import printing
from imt_desktop.reports.compared.facts import ComparedFacts
from imt_desktop.reports.paper import listing, raster
from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.printing import PaperWanted
from tests.builders import Desk, book_in
from tests.reports import samples as s
from tests.reports.reading import codes_of, text
from tests.reports.test_board import fill

WANTED = PaperWanted("before-after", ("en", "sw"))
PACKED = VoteLine(theme="transparency", question="accounts-read-out", votes=(15, 8, 2))
OWN = VoteLine(theme="participation", words="Do the herders <pay>?", votes=(9, 0, 1))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = book_in(tmp_path)
    yield made
    made.book.close()


def vote(desk: Desk, present: int, *lines: VoteLine) -> None:
    desk.do(integrity.vote, IntegrityVoteRequest(present=present, lines=lines))


def test_two_rounds_side_by_side_with_own_questions_too(desk: Desk) -> None:
    fill(desk, "Before")
    vote(desk, 25, PACKED, OWN)
    desk.do(rounds.end, rounds.RoundEndedRequest())
    desk.do(rounds.begin, rounds.RoundRequest(name="After"))
    vote(desk, 31, VoteLine(theme="transparency", question="accounts-read-out", votes=(4, 6, 21)))
    sheet = desk.do(printing.issue, WANTED)
    facts = sheet.facts
    assert isinstance(facts, ComparedFacts)
    assert [(one.text, one.present) for one in facts.rounds] == [("Before", 25), ("After", 31)]
    assert [one.votes for one in facts.questions] == [
        ((15, 8, 2), (4, 6, 21)), ((9, 0, 1), ()),
    ]  # fmt: skip
    assert (facts.done, facts.counted) == (0, 5), "the actions went on into the new round"
    data = printing.draw(sheet)
    found = text(data)
    assert sheet.anchor and sheet.anchor.qr in codes_of(data)
    assert "15 8 2 4 6 21" in found and "Do the herders <pay>?" in found
    assert "Round Before" in found and "Round After" in found


def test_one_round_alone_and_none(desk: Desk) -> None:
    assert "No round of the toolbox has begun" in text(
        printing.draw(desk.do(printing.issue, WANTED))
    )
    fill(desk, "First")
    vote(desk, 25, PACKED)
    facts = desk.do(printing.issue, WANTED).facts
    assert isinstance(facts, ComparedFacts)
    assert [one.votes for one in facts.questions] == [((15, 8, 2),)]


def test_a_theme_never_stands_alone_at_the_foot_of_a_sheet() -> None:
    """However many rows there are before it; those of the total's sheet get company."""
    field, drawn = Field(Pair("")), 0
    for many in range(18, 34):
        rows = [
            *(Row((Pair("Question"),)) for _ in range(many)),
            Row((Pair("Theme"),), strong=True),
        ]
        rows += [Row((Pair("Question"),)) for _ in range(3)]
        made = Listing(
            s.HEADING, s.ONE, s.ANCHOR, title=Pair("x"), about=Pair(""), fields=(field,), rows=rows
        )
        data = listing.draw(made).finish()
        if raster.pages(data) > 1:
            drawn += 1
            assert not re.search(r"Theme Page 1", text(data, 0)), many
    assert drawn > 5
