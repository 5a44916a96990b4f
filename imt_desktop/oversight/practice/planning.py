"""The practice committee's round of the toolbox: three problems, eight actions, two visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Final

from msgspec import Struct

from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.period import Month
from imt_desktop.plan import actions, integrity, management, problems, rounds, tools, visits
from imt_desktop.plan.actions import (
    ActionRequest,
    CardLine,
    EvidenceRequest,
    MoveActionRequest,
    WatchLine,
)
from imt_desktop.plan.visits import SeenLine, VisitRequest

_LONG: Final = 230
_SHORTEST: Final = 150
"""Days before today on which the round began, and the least: a younger committee has none yet."""


class _Card(Struct, frozen=True):
    """An action: its problem, tool, words, who, and its deadline in days after the beginning."""

    problem: int
    tool: str
    title: str
    officer: str
    due: int
    cost: int | None = None
    watch: WatchLine | None = None


_CARDS: Final = (
    _Card(1, "receipt-book", "Every payment with a receipt", "1", 60, 450),
    _Card(1, "vouchers", "A voucher for every expense", "1", 200,
          watch=WatchLine("vouchers", "share", Decimal(100))),
    _Card(1, "notice-board", "Show the receipt rule on the wall", "3", 262),
    _Card(2, "bank-account", "Take the cash to the bank every week", "1", 215, 600,
          WatchLine("unbanked", "days", Decimal(7), False)),
    _Card(2, "cash-limit", "Agree how much may lie in the cash box", "2", 45),
    _Card(2, "two-signatures", "A safe box at the school", "2", 120, 9000),
    _Card(3, "monthly-statement", "Close every month in time", "2", 250,
          watch=WatchLine("months-closed", "share", Decimal(90))),
    _Card(3, "assembly-accounts", "Read the accounts out in the assembly", "2", 100),
)  # fmt: skip
_PROBLEMS: Final = ("no-receipts", "cash-in-house", "no-report")
_MOVES: Final = (
    (12, 1, "under-way", ""), (14, 5, "under-way", ""), (38, 5, "done", ""), (55, 1, "done", ""),
    (60, 2, "under-way", ""), (75, 8, "under-way", ""), (90, 4, "under-way", ""),
    (98, 8, "done", ""), (104, 6, "dropped", "Banking every week makes it needless. Minute 19"),
    (130, 7, "under-way", ""),
)  # fmt: skip
"""Days after the beginning, action, column and reason."""
_EVIDENCE: Final = (
    (38, 5, "Minute 02, read out in the assembly", ""),
    (56, 1, "Pads 1 and 2 are in use", "envelope 4"),
    (99, 8, "42 households heard it", "envelope 6"),
    (140, 2, "Vouchers of the month, all there", "envelope 7"),
)


def round_of_the_toolbox(desk: Desk, start: Month) -> Iterator[Job]:
    """Plan the round, if the committee is old enough; its dice are its own."""
    begun = max(start.day(6), desk.today - timedelta(days=_LONG))
    if (desk.today - begun).days < _SHORTEST:
        return
    own = desk.with_dice(Random(11))
    yield Job(begun, partial(_workshop, own, begun))
    for after, number, state, reason in _MOVES:
        wanted = MoveActionRequest(action=number, state=state, reason=reason)
        yield Job(begun + timedelta(days=after), partial(own.do, actions.move, wanted))
    for after, number, words, envelope in _EVIDENCE:
        seen = EvidenceRequest(action=number, words=words, envelope=envelope)
        yield Job(begun + timedelta(days=after), partial(own.do, actions.add_evidence, seen))
    yield Job(begun + timedelta(days=70), partial(_first_visit, own, begun))
    yield Job(begun + timedelta(days=148), partial(_second_visit, own))


def _workshop(desk: Desk, begun: date) -> None:
    """The two days with everybody: what is so, what is wrong, and what is to be done."""
    desk.do(rounds.begin, rounds.RoundRequest(name="1"))
    desk.do(rounds.prepare, _prepared())
    desk.do(integrity.vote, _votes())
    desk.do(management.choose_model, management.ModelRequest(
        today="community", described="The committee runs the water by itself since the well was dug.",
        chosen="community-agreement", reason="The county then helps with repairs above our means.",
    ))  # fmt: skip
    desk.do(management.check_compliance, _compliance(begun))
    _choose_problems(desk)
    for card in _CARDS:
        line = CardLine(
            title=card.title, problem=card.problem, tool=card.tool, officer=card.officer,
            start=begun, deadline=begun + timedelta(days=card.due),
            cost=None if card.cost is None else Decimal(card.cost),
            money_from="the water money" if card.cost else "", watch=card.watch,
        )  # fmt: skip
        desk.do(actions.plan, ActionRequest(plan=line))


def _prepared() -> rounds.PrepareRequest:
    return rounds.PrepareRequest(
        women=19, men=16, users=48,
        system="Borehole with a diesel pump, a tank, a kiosk and taps",
        tasks=(
            rounds.TaskLine(task="Collects the fees", person="the treasurer"),
            rounds.TaskLine(task="Runs the pump", person="the pump operator"),
            rounds.TaskLine(task="Checks the books"),
        ),
        duty_bearers=(
            rounds.BearerLine(role="county", name="Practice County water office"),
            rounds.BearerLine(role="ngo", name="Practice Coaches"),
        ),
    )  # fmt: skip


_BEANS: Final = (
    ("transparency", "accounts-read-out", (18, 10, 6)),
    ("transparency", "receipt-given", (21, 9, 5)),
    ("transparency", "price-understood", (4, 9, 21)),
    ("transparency", "notice-hung", (23, 8, 3)),
    ("accountability", "complaints-answered", (12, 14, 8)),
    ("accountability", "rules-for-all", (15, 5, 14)),
    ("accountability", "two-signatures", (9, 12, 11)),
    ("participation", "elected", (3, 6, 25)),
    ("participation", "women-decide", (11, 13, 10)),
    ("participation", "trust", (16, 4, 15)),
)


def _votes() -> integrity.IntegrityVoteRequest:
    lines = tuple(
        integrity.VoteLine(theme=theme, question=code, votes=votes) for theme, code, votes in _BEANS
    )
    return integrity.IntegrityVoteRequest(present=35, lines=lines)


def _compliance(begun: date) -> management.ComplianceRequest:
    until = begun + timedelta(days=300)
    line = management.ComplianceLine
    return management.ComplianceRequest(
        lines=(
            line(item="registration", state="met", paper="PRACTICE/77", expires=until),
            line(item="agreement", state="missing"),
            line(item="bank-account", state="partly", paper="one signatory"),
            line(item="tariff-approved", state="met", paper="Minute 01"),
            line(item="water-tests", state="partly", paper="the last one is two years old"),
            line(item="tax", state="not-needed"),
        )
    )


def _choose_problems(desk: Desk) -> None:
    votes = (27, 24, 19, 8, 5)
    for card in (*_PROBLEMS, "arrears", "no-maintenance"):
        desk.do(problems.lay, problems.ProblemRequest(card=card))
    lines = tuple(problems.BeansLine(problem=at, votes=n) for at, n in enumerate(votes, 1))
    desk.do(problems.vote, problems.ProblemsVotedRequest(present=35, lines=lines, chosen=(1, 2, 3)))
    for number, causes, touched, likely, bad in _STUDIED:
        lines_ = tuple(problems.CauseLine(words=words, of=at) for at, words in enumerate(causes))
        desk.do(problems.study, problems.StudyRequest(
            problem=number, likely=likely, bad=bad, causes=lines_, touched=touched,
        ))  # fmt: skip
    for number in (1, 2, 3):
        chosen = tuple(dict.fromkeys(card.tool for card in _CARDS if card.problem == number))
        desk.do(tools.choose, tools.ToolsChosenRequest(problem=number, tools=chosen))


_STUDIED: Final = (
    (1, ("Nobody bought receipt pads", "Nobody was told to", "The rules do not say it"),
     "Whoever paid and cannot show it", 5, 5),
    (2, ("The bank is a day away", "Only one person may go there"), "Everybody who paid", 3, 5),
    (3, ("The book lay at one home", "Nobody asked for the figures"), "The assembly", 5, 3),
)  # fmt: skip


def _first_visit(desk: Desk, begun: date) -> None:
    desk.do(visits.visit, VisitRequest(
        by="Practice Coaches", what="coaching", women=5, men=4,
        lines=(
            SeenLine(action=1, words="Eleven households showed their receipts."),
            SeenLine(action=5, words="The limit hangs beside the cash box."),
        ),
        decided="The safe box is talked about again.", next_on=begun + timedelta(days=148),
    ))  # fmt: skip


def _second_visit(desk: Desk) -> None:
    desk.do(visits.visit, VisitRequest(
        by="the committee", women=3, men=4,
        lines=(
            SeenLine(action=2, words="Two vouchers of the month were missing and were found."),
            SeenLine(action=4, words="The bank is closed on market day. Another day is needed."),
        ),
        decided="The treasurer goes to the bank on Tuesdays.",
        next_on=desk.today + timedelta(days=12),
    ))  # fmt: skip
