"""What ``show`` shows of the community's side: complaints, meetings, the service, audits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from imt_desktop.cli.answers import Answer
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.journal import Reading
from imt_desktop.period import Period


def show_complaints(book: Reading, period: Period, day: date) -> Answer:
    """Every complaint without names and words, those that wait first; counts of the period."""
    rows = [
        {
            "complaint": one.id, "received_on": one.received_on, "channel": one.channel,
            "category": one.category, "stage": one.stage, "due_on": one.due_on,
            "days_late": one.days_late(day), "answered_on": one.answered_on or "",
            "outcome": one.outcome or "", "fixed": one.put_right, "reopened": one.reopened,
        }
        for one in complaints.complaints(book)
    ]  # fmt: skip
    found = complaints.counted(book, period.first, period.last, day)
    totals = {
        "from": period.first, "to": period.last, "received": found.received,
        "in_time": found.in_time, "late": found.late, "waiting": found.waiting,
        "fixed": found.fixed,
    }  # fmt: skip
    return Answer(rows, totals, as_of=day)


SHOWN: Final[dict[str, Callable[[Reading, Period, date], Answer]]] = {
    "complaints": show_complaints,
}
