"""What ``show`` shows of the community's side: complaints, meetings, the service, audits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from imt_desktop.cli.answers import Answer
from imt_desktop.committee import queries as committee
from imt_desktop.community.audit import queries as audits
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.community.service import queries as service
from imt_desktop.community.support import queries as support
from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.oversight.calendar import calendar
from imt_desktop.oversight.service import cost, water_lost
from imt_desktop.period import Period


def show_complaints(book: Reading, period: Period, _day: date) -> Answer:
    """Every complaint without names and words, those that wait first; counts of the period.

    They stand as they do today, as on the notice, whatever the last day of the period is. One about an
    officer is only counted: whoever has the file may be that officer.
    """
    today = today_of(book)
    rows = [
        {
            "complaint": one.id, "received_on": one.received_on, "channel": one.channel,
            "category": one.category, "stage": one.stage, "due_on": one.due_on,
            "days_late": one.days_late(today), "answered_on": one.answered_on or "",
            "outcome": one.outcome or "", "fixed": one.put_right, "reopened": one.reopened,
        }
        for one in complaints.complaints(book, complaints.ANYBODY)
    ]  # fmt: skip
    found = complaints.counted(book, period.first, period.last, today)
    totals = {
        "from": period.first, "to": period.last, "received": found.received,
        "in_time": found.in_time, "late": found.late, "waiting": found.waiting,
        "fixed": found.fixed, "as_of": today,
    }  # fmt: skip
    return Answer(rows, totals, as_of=today)


def show_meetings(book: Reading, _period: Period, day: date) -> Answer:
    """Every meeting, the latest first, and which questions wait for an answer."""
    rows = [
        {
            "meeting": one.id, "what": one.what, "zone": one.zone, "day": one.held_on or one.day,
            "state": _state(one), "members": _or_nothing(one.members),
            "women": _or_nothing(one.women), "men": _or_nothing(one.men),
            "represented": _or_nothing(one.represented), "quorum": _or_nothing(one.quorum),
            "quorate": _or_nothing(one.quorate), "decisions": list(one.decisions),
        }
        for one in meetings.meetings(book)
    ]  # fmt: skip
    waiting = meetings.questions(book, waiting=True)
    totals = {
        "held": sum(row["state"] == "held" for row in rows),
        "questions_waiting": len(waiting),
        "questions_late": sum(one.due_on < day for one in waiting),
        "terms_ending": [one.post for one in meetings.terms_ending(book, day)],
    }
    return Answer(rows, totals, as_of=day)


def _state(one: meetings.Meeting) -> str:
    return "held" if one.held_on else "off" if one.off else "called"


def _or_nothing(value: int | None) -> int | str:
    return "" if value is None else value


def show_decisions(book: Reading, _period: Period, _day: date) -> Answer:
    """Every decision, the latest first, which one revoked it, and what points to it."""
    pointing = meetings.pointing(book)
    rows = [
        {
            "decision": one.id, "minute": one.minute, "decided_on": one.decided_on,
            "body": one.body, "what": one.what,
            "in_favour": one.votes.in_favour if one.votes else "",
            "against": one.votes.against if one.votes else "",
            "revoked_by": _or_nothing(one.revoked_by),
            "entries": list(pointing.get(one.id, ())),
        }
        for one in committee.decisions(book)
    ]  # fmt: skip
    totals = {"decisions": len(rows), "revoked": sum(row["revoked_by"] != "" for row in rows)}
    return Answer(rows, totals)


def show_service(book: Reading, period: Period, day: date) -> Answer:
    """Every breakdown, those that are open first; how the water ran in the period."""
    rows = [
        {
            "breakdown": one.id, "reported_on": one.reported_on, "component": one.component,
            "cause": one.cause, "repaired_on": one.repaired_on or "",
            "days_to_repair": one.days_to_repair(day), "dry_days": one.dry_days(day),
            "cost": cost(book, one.spent),
        }
        for one in service.breakdowns(book)
    ]  # fmt: skip
    span = (period.first, period.last)
    lost = water_lost(book, *span)
    tests = service.tests(book, *span)
    due = [one for one in service.tasks(book) if one.due_on and one.due_on <= day]
    totals = {
        "from": period.first, "to": period.last,
        "dry_days": service.dry_days(book, *span, day),
        "hours_a_day": str(service.hours_a_day(book, *span) or ""),
        "produced_litres": _or_nothing(service.produced(book, *span)),
        "used_litres": lost.used if lost else "",
        "lost_litres": lost.lost if lost else "",
        "lost_percent": f"{lost.share / 100:.2f}" if lost and lost.share is not None else "",
        "tests": len(tests), "tests_good": sum(one.good for one in tests),
        "maintenance_due": [one.what for one in due],
        "parts_short": [one.part for one in service.stores(book) if one.short],
        "works": {str(system): state for system, (state, _) in service.functionality(book).items()},
    }  # fmt: skip
    return Answer(rows, totals, as_of=day)


def show_audits(book: Reading, _period: Period, day: date) -> Answer:
    """Every audit, the newest first: what was checked and found, and what came of it."""
    rows = []
    for one in audits.audits(book):
        results = audits.results(book, one.id)
        lists = audits.lists(book, one.id)
        rows.append(
            {
                "audit": one.id, "from": one.first, "to": one.last, "decision": one.decision,
                "read_on": one.read_on or "", "findings": one.findings, "answered": one.answered,
                "fixed": one.fixed,
                "codes": {what: listed.code for what, listed in lists.items()},
                **{
                    result: sum(counts[result] for counts in results.values())
                    for result in audits.RESULTS
                },
            }
        )  # fmt: skip
    late = [one for one in audits.open_findings(book) if one.due_on and one.due_on < day]
    totals = {"audits": len(rows), "findings_late": [one.id for one in late]}
    return Answer(rows, totals, as_of=day)


def show_calendar(book: Reading, period: Period, day: date) -> Answer:
    """What is due in the period, in its order, with what is late.

    Without what is due of complaints about officers: whoever has the file may be that officer.
    """
    found = calendar(book, period.first, period.last, day, complaints.ANYBODY)
    rows = [
        {
            "on": one.on, "what": one.what, "number": one.about or "", "words": one.words,
            "late": one.late,
        }
        for one in found
    ]  # fmt: skip
    return Answer(rows, {"due": len(rows), "late": sum(one.late for one in found)}, as_of=day)


def show_support(book: Reading, _period: Period, day: date) -> Answer:
    """What was asked of those outside, what waits first; and which reports are owed."""
    names = {one.id: one.name for one in support.contacts(book, ended=True)}
    rows = [
        {
            "request": one.id, "contact": names[one.contact], "asked_on": one.asked_on,
            "due_on": one.due_on, "days_late": one.days_late(day),
            "outcome": one.outcome or "", "words": one.words,
        }
        for one in support.requests(book)
    ]  # fmt: skip
    owed = {one.what: one.next_due for one in support.reports(book) if one.next_due}
    totals = {"contacts": len(support.contacts(book)), "reports_owed": owed}
    return Answer(rows, totals, as_of=day)


SHOWN: Final[dict[str, Callable[[Reading, Period, date], Answer]]] = {
    "complaints": show_complaints,
    "meetings": show_meetings,
    "decisions": show_decisions,
    "service": show_service,
    "audits": show_audits,
    "support": show_support,
    "calendar": show_calendar,
}
