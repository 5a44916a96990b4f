"""Whom the practice committee knows outside: contacts, a request that waits, a report owed, a visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from imt_desktop.community.support import asking
from imt_desktop.community.support.asking import (
    ContactRequest,
    ReportOwedRequest,
    SupportRequest,
    VisitReceivedRequest,
)
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.period import Month

_CONTACTS: Final = (
    (
        "regulator",
        "Practice Regulator",
        "the water price; complaints that nobody answers",
        "",
        None,
    ),
    ("county", "Practice County water office", "large repairs, training", "0700 000 920", 1),
    ("repair", "Practice Electric", "pumps and panels", "0700 000 921", None),
    ("laboratory", "Practice Laboratory", "tests of the water", "", None),
)
"""Role, name, mandate, telephone, and whom to ask when this one does not answer."""
_COUNTY: Final = 2
_VISIT, _ASKED = 60, 18
_ANSWER_IN: Final = timedelta(days=30)


def support(desk: Desk, start: Month) -> Iterator[Job]:
    """Plan it; it throws no dice of the others."""
    yield Job(start.day(5), partial(_know, desk))
    for ago, do in ((_VISIT, _visited), (_ASKED, _ask)):
        on = desk.today - timedelta(days=ago)
        if on > start.day(5):
            yield Job(on, partial(do, desk))


def _know(desk: Desk) -> None:
    for role, name, mandate, phone, then in _CONTACTS:
        wanted = ContactRequest(role=role, name=name, mandate=mandate, phone=phone, then=then)
        desk.do(asking.keep_contact, wanted)
    due = Month(desk.today.year + 1, 1).last
    report = ReportOwedRequest(what="Report of the year", due_on=due, contact=_COUNTY, months=12)
    desk.do(asking.owe_report, report)


def _visited(desk: Desk) -> None:
    words = "The water office looked at the pump and read the book."
    wanted = VisitReceivedRequest(by="Practice County water office", words=words, contact=_COUNTY)
    desk.do(asking.receive_visit, wanted)


def _ask(desk: Desk) -> None:
    wanted = SupportRequest(
        contact=_COUNTY, words="A training for the pump operator",
        due_on=desk.book().today + _ANSWER_IN,
    )  # fmt: skip
    desk.do(asking.ask, wanted)
