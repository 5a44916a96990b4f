"""The planning board on paper, from a real book, in every language, with whatever people write on cards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.plan import actions, problems, rounds
from imt_desktop.plan.actions import ActionRequest, CardLine, MoveActionRequest
from imt_desktop.reports import printing
from imt_desktop.reports.board import cutting, pdf
from imt_desktop.reports.board.build import build_board
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A2, MM
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.printing import PaperWanted
from tests.builders import Desk, book_in
from tests.reports import samples as s
from tests.reports.reading import assert_tidy, codes_of, text
from tests.reports.test_layout import HOSTILE

LANGUAGES = [("en",), ("es", "sw"), ("sw", "fr"), ("fr", "en")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = book_in(tmp_path)
    yield made
    made.book.close()


def fill(desk: Desk, evil: str) -> None:
    """Begin a round with a ready problem, one of their own, and actions in every state."""
    name = evil if evil.strip() else "x"
    desk.do(rounds.begin, rounds.RoundRequest(name=name))
    desk.do(problems.lay, problems.ProblemRequest(card="no-receipts"))
    lines = (problems.BeansLine(problem=1, votes=3),)
    desk.do(problems.vote, problems.ProblemsVotedRequest(present=5, lines=lines, chosen=(1,)))
    today = desk.book.now().date()
    for at, days in enumerate((30, 20, 40, 50, 60)):
        plan = CardLine(
            title=f"{name} {at}"[:200], person=name, deadline=today + timedelta(days=days),
            start=today, problem=1 if at < 3 else None,
        )  # fmt: skip
        desk.do(actions.plan, ActionRequest(plan=plan))


def issued(desk: Desk, languages: tuple[str, ...]) -> printing.Sheet:
    return desk.do(printing.issue, PaperWanted("board", languages))


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_every_language(desk: Desk, languages: tuple[str, ...]) -> None:
    fill(desk, "Bank the cash")
    sheet = issued(desk, languages)
    data = printing.draw(sheet)
    assert sheet.anchor and sheet.anchor.qr in codes_of(data)
    found = text(data)
    assert found.count("Bank the cash") >= 5
    for tr in sheet.words.translators:
        assert tr.gettext("Under way") in found and tr.gettext("Other actions") in found


@pytest.mark.parametrize("evil", HOSTILE, ids=lambda evil: repr(evil[:12]))
def test_hostile_names(desk: Desk, evil: str) -> None:
    try:
        fill(desk, evil)
    except UserError:
        return  # refused where it was typed
    sheet = issued(desk, ("en", "sw"))
    assert isinstance(sheet.facts, BoardFacts)
    document = pdf.draw(sheet.facts, sheet.words, sheet.anchor)
    assert_tidy(document, 8 * MM)
    if evil == "<b>Jose":
        assert "<b>Jose" in text(document.finish())


def test_a_lane_has_the_drawing_of_its_problem(desk: Desk) -> None:
    fill(desk, "Bank the cash")
    lanes = desk.see(build_board, desk.book.now().date()).lanes
    assert [lane.icon for lane in lanes] == ["receipt-text", ""]


def test_a_card_shows_the_figure_that_it_watches_beside_its_target(desk: Desk) -> None:
    fill(desk, "Bank the cash")
    for day, voucher in ((20, "1"), (21, "")):
        desk.spend(50, on=date(2026, 9, day), voucher=voucher)
    watch = actions.WatchLine(figure="vouchers", unit="share", target=Decimal(90))
    for title in ("A voucher for all", "A file", "A box"):
        plan = CardLine(title=title, person="Amina", deadline=date(2026, 12, 1), watch=watch)
        desk.do(actions.plan, ActionRequest(plan=plan))
    desk.do(actions.move, MoveActionRequest(action=8, state="dropped", reason="too dear"))
    facts = desk.see(build_board, date(2026, 11, 3))
    cards = {card.text: card.figure for lane in facts.lanes for card in lane.cards}
    figure = cards["A voucher for all"]
    assert figure is not None and (figure.value, figure.target) == (5_000, 9_000)
    assert figure.past[-2:] == (5_000, None) and not figure.reached
    assert cards["A box"] is None and cards["Bank the cash 0"] is None
    assert "50 %, target 90 %" in text(pdf.render(facts, s.ONE, s.ANCHOR)).replace("\xa0", " ")


def test_a_long_name_has_a_line_of_its_own() -> None:
    facts = s.board(9)
    lanes = [
        replace(lane, cards=tuple(replace(one, name="Marie-Claire Rakoto") for one in lane.cards))
        for lane in facts.lanes
    ]
    assert not_whole(pdf.render(replace(facts, lanes=tuple(lanes)), s.TWO, s.ANCHOR)) == ()


def test_of_a_practice_board_only_what_was_cut_is_named() -> None:
    facts = s.board(9)
    card = replace(facts.lanes[0].cards[0], text="Bank the cash of every kiosk " * 6)
    lane = replace(facts.lanes[0], cards=(card,))
    heading = replace(facts.heading, practice=True)
    (cut,) = not_whole(pdf.render(replace(facts, heading=heading, lanes=(lane,)), s.TWO, s.ANCHOR))
    assert "\n" not in cut and len(cut) < 60


def test_states_late_ones_and_the_share_that_is_done(desk: Desk) -> None:
    fill(desk, "Bank the cash")
    desk.do(actions.move, MoveActionRequest(action=1, state="done"))
    desk.do(actions.move, MoveActionRequest(action=2, state="dropped", reason="too dear"))
    facts = issued(desk, ("en",)).facts
    assert isinstance(facts, BoardFacts)
    assert (facts.done, facts.counted, facts.late) == (1, 4, 0)
    assert [len(lane.cards) for lane in facts.lanes] == [3, 2]
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "1 of 4 done" in found and "70" in found and "too dear" in found
    assert "LATE" not in found
    assert "LATE" in text(pdf.render(s.board(9), s.ONE, s.ANCHOR))


def test_two_hundred_cards_break_over_sheets_and_none_is_lost() -> None:
    facts = s.board(200)
    data = pdf.render(facts, s.TWO, s.ANCHOR)
    assert raster.pages(data) > 2
    assert text(data).count("Grace Mueni") >= 200
    for page in range(raster.pages(data)):
        assert s.ANCHOR.qr in codes_of(data, page)


def test_four_lanes_with_a_card_each_hang_on_one_sheet() -> None:
    facts = s.board(9)
    lane = replace(facts.lanes[0], cards=facts.lanes[0].cards[:1])
    four = replace(facts, lanes=(lane,) * 4)
    assert raster.pages(pdf.render(four, s.TWO, s.ANCHOR)) == 1
    assert raster.pages(pdf.render(replace(facts, lanes=(lane,) * 6), s.TWO, s.ANCHOR)) == 2


def test_a2_lies_on_its_side() -> None:
    wide, tall = raster.sizes(pdf.render(s.board(9), s.TWO, s.ANCHOR, A2))[0]
    assert (round(wide), round(tall)) == (round(A2.height), round(A2.width))


def test_without_a_round_it_says_so(desk: Desk) -> None:
    assert "No round of the toolbox has begun" in text(printing.draw(issued(desk, ("en",))))


@pytest.mark.parametrize("count", [9, 40])
def test_tiled_over_a4_each_sheet_of_the_board_with_its_guide(count: int) -> None:
    sheets = raster.pages(pdf.render(s.board(count), s.TWO, s.ANCHOR))
    data = pdf.render_tiled(s.board(count), s.TWO, s.ANCHOR)
    assert raster.pages(data) == 5 * sheets
    for guide in range(0, 5 * sheets, 5):
        found = [s.ANCHOR.qr in codes_of(data, page) for page in range(guide, guide + 5)]
        assert found.count(True) == 1, "the code lies whole on one sheet"
    assert "Put the poster together" in text(data)


def test_cards_to_be_cut_out_say_what_for_who_and_when_and_the_rest_is_empty(desk: Desk) -> None:
    fill(desk, "Bank the cash")
    desk.do(actions.move, MoveActionRequest(action=2, state="dropped", reason="too dear"))
    sheet = desk.do(printing.issue, PaperWanted("cards", ("en", "sw")))
    data = printing.draw(sheet)
    found = text(data)
    assert sheet.anchor and raster.pages(data) == 1
    assert found.count(" ".join(sheet.anchor.code[at : at + 4] for at in range(0, 16, 4))) == 5
    assert all(f"Bank the cash {at}" in found for at in range(5)) and "too dear" in found
    assert found.count("What will be done") == 1, "one empty card is left of six"
    full = cutting.draw(s.board(12), s.ONE, None)
    assert len(full.sheets) == 3 and "Preview" in text(full.finish())
