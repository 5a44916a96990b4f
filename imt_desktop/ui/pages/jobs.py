"""The jobs that people come for: keys that work everywhere, and most a large button on Home."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.i18n import mark


class Job(Struct, frozen=True):
    """A job: its key (some have none), its words, its icon, the page that does it and what that page begins.

    ``large`` ones have a button on Home; others are seldom needed.
    """

    key: str
    words: str
    icon: str
    page: str
    what: object = None
    large: bool = True


JOBS: Final = (
    Job("F2", mark("Receive payment"), "hand-coins", "receive"),
    Job("F3", mark("Pay expense"), "banknote-arrow-down", "money", "out"),
    Job("F4", mark("Bill everyone"), "calendar-plus", "billing"),
    Job("F5", mark("Count cash"), "coins", "money", "count"),
    Job("F6", mark("Complaint"), "message-square-warning", "complaints", "new"),
    Job("F7", mark("Print notices"), "printer", "notices", "new"),
    Job(
        "Ctrl+Shift+I", mark("Bring in a spreadsheet"), "file-spreadsheet", "bringing-in",
        large=False,
    ),
    Job("", mark("Contributions"), "hand-coins", "billing", "contributions", large=False),
    Job("", mark("Who worked on a labour day?"), "wrench", "billing", "labour", large=False),
    Job("", mark("Who was absent?"), "circle-slash", "billing", "absences", large=False),
)  # fmt: skip
"""In their order. A job is offered as soon as its page is there."""


def jobs_for(pages: frozenset[str]) -> tuple[Job, ...]:
    """Return the jobs whose pages there are."""
    return tuple(job for job in JOBS if job.page in pages)
