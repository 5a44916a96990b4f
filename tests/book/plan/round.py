"""A round of the toolbox as a village may have gone through it, as requests of a file."""

from __future__ import annotations

from typing import Any, Final

from tests.book.charging.village import ask, decide
from tests.builders import Desk

CARD: Final[dict[str, Any]] = {
    "title": "Every payment with a receipt",
    "problem": 1,
    "tool": "receipt-book",
    "person": "A. Wanjiru",
    "post": "treasurer",
    "start": "2026-10-14",
    "deadline": "2026-12-31",
    "cost": "600",
    "watch": {"figure": "vouchers", "unit": "share", "target": "95"},
}


def go_through(desk: Desk) -> None:
    """Take a book through all steps of a round, up to one action on the board."""
    decision = decide(desk, "Management model")
    ask(desk, "round", name="2026")
    ask(
        desk, "round-prepared", women=14, men=11, users=209, system="One borehole",
        tasks=[{"task": "keys of the pump house", "person": "B. Kiilu"}],
        duty_bearers=[{"role": "county", "name": "Water office", "remark": "Mondays"}],
    )  # fmt: skip
    votes = {"question": "accounts-read-out", "theme": "transparency", "votes": [15, 8, 2]}
    ask(desk, "integrity-vote", present=25, lines=[votes])
    ask(
        desk,
        "model",
        today="community",
        chosen="community-agreement",
        reason="ours",
        decision=decision,
    )
    ask(
        desk, "compliance",
        lines=[{"item": "registration", "state": "met", "paper": "envelope 3"},
               {"words": "Agreement with the school", "state": "missing"}],
    )  # fmt: skip
    for card in ("no-receipts", "cash-in-house"):
        ask(desk, "problem", card=card)
    ask(desk, "problem", title="The fee does not cover the pump", words="nothing is set aside")
    beans = [{"problem": 1, "votes": 21}, {"problem": 2, "votes": 9}, {"problem": 3, "votes": 17}]
    ask(desk, "problems-voted", present=25, lines=beans, chosen=[1, 3])
    causes = [{"words": "no pads"}, {"words": "nobody buys them", "of": 1}]
    ask(desk, "problem-studied", problem=1, causes=causes, touched="who pays", likely=5, bad=3)
    ask(desk, "tool", name="Receipt rule on the wall", problems=["no-receipts"])
    ask(desk, "tools-chosen", problem=1, tools=["receipt-book", "own-1"])
    ask(desk, "action", plan=CARD)
