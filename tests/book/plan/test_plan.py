"""A round from its beginning to the next one, and what is refused on the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.committee.errors import AttachmentMissingError, NoSuchOfficerError
from imt_desktop.errors import AmountNotPositiveError, UserError
from imt_desktop.journal import Ref, Signing
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.action_costs import spent
from imt_desktop.oversight.errors import NeverAskedError, NoExpenseError
from imt_desktop.oversight.indicators import figure_of
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.plan import actions, errors, queries
from imt_desktop.plan import entries as e
from imt_desktop.plan.compliance import held
from imt_desktop.reports.board.build import build_board
from tests.book.charging.village import ask
from tests.book.plan.round import CARD, go_through
from tests.builders import BANK, CASH, TODAY, Desk, expense, household, kes
from tests.officers import ALONE, BOTH, CHAIR
from tools import verify_book


@pytest.fixture
def village(desk: Desk) -> Desk:
    go_through(desk)
    return desk


def test_a_round_stands_in_the_book_step_by_step(village: Desk) -> None:
    (found,) = village.see(queries.rounds)
    assert (found.name, found.began_on, found.ended_on) == ("2026", TODAY, None)
    done = village.see(queries.steps_done, 1)
    assert set(done) == {"prepared", "voted", "model", "compliance", "problems"}
    voted = village.see(queries.step, e.IntegrityVoted, "voted", 1)
    assert voted is not None and voted.lines[0].votes == (15, 8, 2)
    assert village.see(queries.step, e.IntegrityVoted, "voted", 2) is None


def test_the_newest_list_of_a_step_holds(village: Desk) -> None:
    ask(village, "compliance", lines=[{"item": "registration", "state": "partly"}])
    checked = village.see(queries.step, e.ComplianceChecked, "compliance", 1)
    assert checked is not None and [line.state for line in checked.lines] == ["partly"]


def test_a_list_holds_over_rounds_and_knows_since_when_each_point_is_so(village: Desk) -> None:
    paper = {"item": "registration", "state": "met", "expires": "2027-06-30"}
    ask(village, "compliance", lines=[paper, {"item": "tax", "state": "missing"}])
    ask(village, "round-ended")
    village.clock.now += timedelta(days=30)
    ask(village, "round", name="2027")
    (registered, taxed) = village.see(held)
    assert (registered.round, registered.since, registered.ran_out(date(2027, 6, 30))) == (
        1,
        TODAY,
        False,
    )
    assert registered.ran_out(date(2027, 7, 1)) and registered.gap(date(2027, 7, 1))
    ask(village, "compliance", lines=[paper, {"item": "tax", "state": "partly"}])
    (registered, taxed) = village.see(held)
    assert (registered.round, registered.since) == (1, TODAY)
    assert (taxed.round, taxed.since) == (2, TODAY + timedelta(days=30))


def test_chosen_problems_come_first_then_by_votes(village: Desk) -> None:
    found = village.see(queries.problems, 1)
    assert [(one.id, one.votes, one.chosen) for one in found] == [
        (1, 21, True), (3, 17, True), (2, 9, False),
    ]  # fmt: skip
    assert found[0].tools == ("own-1", "receipt-book")
    study = village.see(queries.studied, found[0])
    assert study is not None and [(one.words, one.of) for one in study.causes] == [
        ("no pads", 0), ("nobody buys them", 1),
    ]  # fmt: skip
    assert village.see(queries.studied, found[1]) is None


def test_a_card_goes_over_the_board_and_keeps_its_history(village: Desk) -> None:
    (card,) = village.see(queries.actions, 1)
    assert (card.state, card.cost, card.responsible) == ("not-started", kes(600), "A. Wanjiru")
    assert card.watch == queries.Watch("vouchers", "share", 9_500, True)
    ask(village, "action-moved", action=1, state="under-way")
    ask(village, "evidence", action=1, words="two pads bought", envelope="12")
    ask(village, "action-moved", action=1, state="done")
    ask(
        village,
        "visit",
        by="Coach",
        men=1,
        lines=[{"action": 1, "words": "seen"}],
        next_on="2027-02-12",
    )
    (card,) = village.see(queries.actions, 1)
    # It watches vouchers, and the book has not enough months to answer: nothing proves it.
    assert (card.state, card.evidence, card.reached_entry) == ("done", 1, None)
    assert len(village.see(queries.history, 1)) == 5
    (round_,) = village.see(queries.rounds)
    assert round_.next_visit == date(2027, 2, 12)


def test_only_what_the_book_answers_is_evidence(village: Desk) -> None:
    village.spend(50, on=date(2026, 9, 4), voucher="1")
    without = village.spend(50, on=date(2026, 9, 5))
    ask(village, "action-moved", action=1, state="done")
    assert village.see(queries.actions, 1)[0].reached_entry is None, "50 % of 95 %"
    ask(village, "action-moved", action=1, state="under-way")
    village.void(without.seq)
    head = village.see(lambda book: book.head())
    ask(village, "action-moved", action=1, state="done")
    moved = village.see(lambda book: book.recorded(card_entry(book))).entry
    assert isinstance(moved, e.ActionMoved) and moved.reached is not None
    assert (moved.reached.value, moved.reached.hash) == (10_000, head.hash.hex())


def test_a_done_card_shows_what_was_reached_then(village: Desk) -> None:
    village.spend(50, on=date(2026, 9, 4), voucher="1")
    ask(village, "action-moved", action=1, state="done")
    year = date(2028, 2, 1)
    assert village.see(figure_of, "vouchers", year).value is None  # type: ignore[union-attr]
    (card,) = (one for lane in village.see(build_board, year).lanes for one in lane.cards)
    assert card.figure is not None and (card.figure.value, card.figure.reached) == (10_000, True)
    assert village.see(queries.actions, 1)[0].answer(None) == 10_000
    watch = {"figure": "collected", "unit": "share", "target": "70"}
    other = {"title": "Fees", "deadline": "2026-12-01", "person": "A. W.", "watch": watch}
    ask(village, "action-changed", action=1, plan=other)
    assert village.see(queries.actions, 1)[0].reached_entry is None, "kept for another figure"


def card_entry(book: Any) -> int:
    row = book.driver.execute("SELECT state_seq FROM plan_action WHERE id=1").fetchone()
    return int(row[0])


@pytest.mark.parametrize(
    ("state", "days", "late"),
    [("under-way", 0, 0), ("under-way", 9, 9), ("done", 9, 0)],
)
def test_only_an_open_action_is_late(village: Desk, state: str, days: int, late: int) -> None:
    ask(village, "action-moved", action=1, state=state)
    (card,) = village.see(queries.actions)
    assert card.days_late(date.fromordinal(card.deadline.toordinal() + days)) == late


def test_the_next_round_carries_on_what_is_not_finished(village: Desk) -> None:
    ask(village, "action", plan={**CARD, "title": "A safe box"})
    ask(village, "action-moved", action=1, state="done")
    with pytest.raises(errors.RoundOpenError):
        ask(village, "round")
    ask(village, "round-ended", words="a year is over")
    with pytest.raises(errors.NoRoundError):
        ask(village, "problem", card="no-receipts")
    ask(village, "round", name="2027")
    assert [one.id for one in village.see(queries.actions, 2)] == [2]
    assert [one.id for one in village.see(queries.actions, 1)] == [1]


def test_answers_to_questions_and_criteria(village: Desk) -> None:
    village.get(1_000)
    village.spend(75)
    ask(village, "question-answered", question="no-voucher", about="2026-10", words="flood")
    ask(village, "question-answered", question="no-voucher", about="2026-10", then="action",
        action=1)  # fmt: skip
    found = village.see(queries.answers)
    assert found["no-voucher", "2026-10"][2:] == ("action", 1)
    ask(village, "capacity", lines=[{"code": "savings", "met": True}])
    ask(village, "capacity", lines=[{"code": "savings", "met": False}])
    assert village.see(queries.capacity, TODAY) == {"savings": (False, TODAY)}


def test_an_expense_belongs_to_one_action(village: Desk) -> None:
    village.get(5_000)
    spent_on = {"entry": village.spend(450).seq, "line": 1}
    ask(village, "action-cost", action=1, spent=spent_on)
    with pytest.raises(errors.CostKnownError):
        ask(village, "action-cost", action=1, spent=spent_on)


def test_only_money_out_belongs_to_an_action(village: Desk) -> None:
    grant = village.get(5_000)
    village.join(household())
    paid = village.pay("1", 900)
    moved = village.move(CASH, BANK, 100)
    cancelled = village.spend(70)
    village.void(cancelled.seq)
    tariff = village.adopt()
    for seq in (grant.seq, paid.entry, moved.seq, cancelled.seq, tariff.seq, 999):
        with pytest.raises(NoExpenseError) as refused:
            ask(village, "action-cost", action=1, spent={"entry": seq, "line": 1})
        assert "spent" in str(refused.value.field)
    assert village.see(spent) == {}


def test_a_bill_and_its_payment_count_once(village: Desk) -> None:
    village.get(5_000)
    owed = village.owe(300)
    paid = village.pay_owed(Ref(owed.seq), 300)
    advance = village.advance(200)
    settled = village.settle_advance(Ref(advance.seq), expense(200))
    ask(village, "action-cost", action=1, spent={"entry": owed.seq, "line": 1})
    with pytest.raises(errors.CostKnownError):
        ask(village, "action-cost", action=1, spent={"entry": paid.seq, "line": 1})
    with pytest.raises(NoExpenseError):
        ask(village, "action-cost", action=1, spent={"entry": advance.seq, "line": 1})
    ask(village, "action-cost", action=1, spent={"entry": settled.seq, "line": 1})
    assert village.see(spent) == {1: kes(500)}


def test_what_an_older_book_linked_wrongly_does_not_count(village: Desk) -> None:
    grant, owed = village.get(5_000), village.owe(300)
    paid = village.pay_owed(Ref(owed.seq), 300)
    for one in (grant, owed, paid):
        village.do(actions.link_cost, actions.ActionCostRequest(action=1, spent=Ref(one.seq)))
    assert village.see(spent) == {1: kes(300)}


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("action", {"plan": {**CARD, "title": " "}}, errors.TitleMissingError, "plan/title"),
        ("action", {"plan": {**CARD, "person": ""}}, errors.ResponsibleMissingError, "plan/person"),
        ("action", {"plan": {**CARD, "start": "2027-01-01"}}, errors.DeadlineError, "plan/deadline"),
        ("action", {"plan": {**CARD, "problem": 9}}, errors.NoSuchProblemError, "plan/problem"),
        ("action", {"plan": {**CARD, "officer": "9"}}, NoSuchOfficerError, "plan/officer"),
        ("action", {"plan": {**CARD, "cost": "0"}}, AmountNotPositiveError, "plan/cost"),
        ("action", {"plan": {**CARD, "watch": {"figure": "vouchers", "unit": "share", "target": "120"}}},
         errors.TargetError, "plan/watch/target"),
        ("action", {"plan": {**CARD, "watch": {"figure": "unbanked", "unit": "days", "target": "1.5"}}},
         errors.TargetError, "plan/watch/target"),
        ("action", {"plan": {**CARD, "watch": {"figure": "nonsense", "unit": "days", "target": "1"}}},
         errors.ChoiceError, "plan/watch/figure"),
        ("action", {"plan": {**CARD, "watch": {"figure": "vouchers", "unit": "days", "target": "1"}}},
         errors.ChoiceError, "plan/watch/unit"),
        ("action", {"plan": CARD, "origin": {"what": "gossip"}}, errors.ChoiceError, "origin/what"),
        ("action-moved", {"action": 1, "state": "dropped"}, errors.DropReasonError, "reason"),
        ("action-moved", {"action": 1, "state": "not-started"}, errors.NotMovedError, "state"),
        ("action-moved", {"action": 7, "state": "done"}, errors.NoSuchActionError, "action"),
        ("evidence", {"action": 1, "words": " "}, errors.NothingSaidError, "words"),
        ("evidence", {"action": 1, "attachment": {"sha256": "ab" * 32, "media": "image/png",
                      "size": 3}}, AttachmentMissingError, "attachment"),
        ("integrity-vote", {"present": 9, "lines": [{"question": "a", "theme": "participation",
                            "votes": [5, 5, 0]}]}, errors.VotesError, "lines/1/votes"),
        ("integrity-vote", {"present": 9, "lines": [{"question": "a", "theme": "participation",
                            "votes": [5]}]}, errors.AnswersError, "lines/1/votes"),
        ("integrity-vote", {"present": 9, "lines": [{"question": "a", "theme": "participation",
                            "votes": [-1, 0, 0]}]}, errors.PeopleError, "lines/1/votes"),
        ("integrity-vote", {"present": 9, "lines": []}, errors.NoVotesError, "lines"),
        ("problems-voted", {"present": 9, "lines": [{"problem": 1, "votes": 10}], "chosen": [1]},
         errors.VotesError, "lines/1/votes"),
        ("problems-voted", {"present": 9, "lines": [], "chosen": [9]},
         errors.NoSuchProblemError, "chosen"),
        ("problem-studied", {"problem": 1, "likely": 6, "bad": 1}, errors.WeightError, "likely"),
        ("problem-studied", {"problem": 1, "likely": 1, "bad": 1, "causes": [{"words": "a", "of": 1}]},
         errors.CauseError, "causes/1/of"),
        ("problem", {"card": "nonsense"}, errors.ChoiceError, "card"),
        ("model", {"today": "nonsense"}, errors.ChoiceError, "today"),
        ("tools-chosen", {"problem": 1, "tools": ["nonsense"]}, errors.ChoiceError, "tools/1"),
        ("action", {"plan": {**CARD, "tool": "own-9"}}, errors.ChoiceError, "plan/tool"),
        ("capacity", {"lines": [{"code": "nonsense", "met": True}]}, errors.ChoiceError,
         "lines/1/code"),
        ("compliance", {"lines": [{"item": "a", "state": "met"}]}, errors.ChoiceError,
         "lines/1/item"),
        ("compliance", {"lines": [{"item": "registration", "state": "maybe"}]}, errors.ChoiceError,
         "lines/1/state"),
        ("compliance", {"lines": [{"item": "reports", "state": "met"}, {"item": "reports", "state": "met"}]},
         errors.TwiceError, "lines/2"),
        ("visit", {"by": " ", "decided": "go on"}, errors.NameMissingError, "by"),
        ("visit", {"by": "Coach", "decided": "x", "women": 1, "on": "2026-10-15"},
         errors.NotYetError, "on"),
        ("visit", {"by": "Coach", "decided": "x"}, errors.NobodyCameError, "women"),
        ("visit", {"by": "Coach", "decided": "x", "women": 3, "men": -3}, errors.PeopleError, "men"),
        ("visit", {"by": "Coach", "decided": "x", "men": 1, "on": "2026-10-12",
                   "next_on": "2026-10-12"}, errors.NextVisitError, "next_on"),
        ("question-answered", {"question": " "}, errors.TitleMissingError, "question"),
        ("question-answered", {"question": "a", "words": "b"}, errors.ChoiceError, "question"),
        ("question-answered", {"question": "voids", "about": "2026-09", "words": "b"},
         NeverAskedError, "about"),
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


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    ask(village, "action-moved", action=1, state="dropped", reason="a bank is nearer")
    ask(village, "action-changed", action=1, plan={**CARD, "watch": None})
    ask(village, "round-ended")
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_words_of_the_plan_stand_beside_the_journal(village: Desk) -> None:
    stored: Callable[[Any], bytes] = lambda book: b"".join(  # noqa: E731
        row[0] for row in book.driver.execute("SELECT stored FROM journal")
    )
    text = village.see(stored)
    for word in ("A. Wanjiru", "Every payment", "B. Kiilu", "nobody buys them", "Water office"):
        assert word.encode() not in text


def test_an_expense_above_the_limit_counts_once_it_is_approved(signed: Desk) -> None:
    signed.who = BOTH
    go_through(signed)
    signed.get(5_000)
    ask(signed, "limits", decision=1, expense_limit="500")
    signed.who = ALONE
    line = {"payee": "Filling station", "category": "fuel", "amount": "800"}
    waiting = ask(signed, "money-out", lines=[line])
    ask(signed, "action-cost", action=1, spent={"entry": waiting.seq, "line": 1})
    assert signed.see(spent) == {}, "no money has moved"
    signed.who = Signing(CHAIR, signature="pin")
    ask(signed, "expense-approved", waiting=waiting.seq)
    assert signed.see(spent) == {1: kes(800)}
    signed.who = BOTH
    paid = signed.entries()
    signed.void(paid)
    assert signed.see(spent) == {}
