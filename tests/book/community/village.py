"""The twelve complaints of a village's year, as requests of a file; nobody in it exists."""

from __future__ import annotations

from typing import Any, Final

from tests.book.charging.village import ask
from tests.builders import Desk

COMPLAINTS: Final[tuple[dict[str, Any], ...]] = (
    {"on": "2026-01-12", "category": "no-water", "name": "N. Auma", "words": "dry since Monday"},
    {"on": "2026-02-02", "category": "no-receipt", "source": "on-paper", "about": "T. Reasurer",
     "words": "paid and got no receipt"},
    {"on": "2026-02-16", "category": "money", "source": "anonymous", "channel": "paper-box",
     "words": "where did the cement go"},
    {"on": "2026-03-09", "category": "turns", "name": "L. Odhiambo", "about": "C. Hair",
     "words": "zone A has water every day"},
    {"on": "2026-04-01", "category": "leak", "name": "P. Kerubo", "words": "leak at the valve"},
    {"on": "2026-05-11", "category": "quality", "name": "S. Naliaka", "words": "it is brown"},
    {"on": "2026-06-08", "category": "leak", "name": "N. Auma", "words": "leak at the school"},
    {"on": "2026-07-06", "category": "charge", "name": "J. Mutua", "words": "the bill is too high"},
    {"on": "2026-08-03", "category": "treatment", "name": "R. Chebet", "words": "shouted at"},
    {"on": "2026-09-07", "category": "cut-off", "name": "G. Wafula", "words": "I had paid"},
    {"on": "2026-09-28", "category": "illegal", "name": "M. Kilonzo", "channel": "phone",
     "words": "a hose behind the mill"},
    {"on": "2026-10-12", "category": "suggestion", "name": "A. Juma", "channel": "assembly",
     "words": "a tap at the market"},
)  # fmt: skip
"""One over Good Friday and Easter Monday, one over Mashujaa Day; two about officers."""

DEADLINES: Final = (
    "2026-01-30", "2026-02-20", "2026-03-06", "2026-03-27", "2026-05-18", "2026-06-11",
    "2026-06-26", "2026-07-24", "2026-08-21", "2026-09-25", "2026-10-16", "2026-11-02",
)  # fmt: skip
"""Fourteen working days each, counted on a wall calendar; 5 was taken up again on 27 April (1 May is
free), 6 was passed on on 28 May, and whoever has it then takes two weeks."""


def officers(desk: Desk) -> None:
    """Name a treasurer and a chair, who is also the secretary."""
    for name, post in (
        ("T. Reasurer", "treasurer"),
        ("C. Hair", "chair"),
        ("c. hair", "secretary"),
    ):
        ask(desk, "officer", name=name, post=post, since="2026-01-01")


def complain(desk: Desk) -> None:
    """Take the twelve complaints in and deal with them as the year went."""
    officers(desk)
    for one in COMPLAINTS:
        ask(desk, "complaint", **one)
    answered(desk, 1, "2026-01-14", fixed=True)
    ask(desk, "complaint-asked", complaint=1, satisfied=True, on="2026-01-20")
    answered(desk, 2, "2026-02-19", fixed=True)
    answered(desk, 3, "2026-03-09", outcome="rejected")
    answered(desk, 4, "2026-03-27", outcome="partly")
    answered(desk, 5, "2026-04-22", fixed=True)
    ask(desk, "complaint-asked", complaint=5, satisfied=False, words="it drips", on="2026-04-25")
    ask(desk, "complaint-reopened", complaint=5, words="it drips", on="2026-04-27")
    answered(desk, 5, "2026-05-15", fixed=True)
    ask(desk, "complaint-moved", complaint=6, stage="committee", on="2026-05-20")
    ask(desk, "complaint-moved", complaint=6, stage="passed-on", to="WASREB", on="2026-05-28")
    answered(desk, 6, "2026-06-10", fixed=True)
    answered(desk, 7, "2026-06-26", fixed=True)
    answered(desk, 8, "2026-07-10", outcome="withdrawn")
    answered(desk, 9, "2026-08-24", fixed=True)


def answered(desk: Desk, complaint: int, on: str, **more: Any) -> None:
    """Answer a complaint on a day."""
    ask(desk, "complaint-answered", complaint=complaint, words="looked into", on=on, **more)
