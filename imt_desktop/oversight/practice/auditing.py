"""The practice committee's audit: receipts drawn by lot, one that differs, two findings, one answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.community.audit import auditing, queries
from imt_desktop.community.audit.auditing import (
    AuditorLine,
    AuditRequest,
    CheckLine,
    ChecksRequest,
    FindingAnswerRequest,
    FindingRequest,
    ListRequest,
    SampleRequest,
)
from imt_desktop.oversight import sampling
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.period import Month

_YOUNGEST: Final = 120
"""Days of work below which nobody has audited yet."""
_AGO: Final = 12
_AUDITORS: Final = (
    ("Rehema Practice", "woman"),
    ("Simon Practice", "man"),
    ("Halima Practice", "woman"),
)
_SEED: Final = "36152"


def audits(desk: Desk, start: Month) -> Iterator[Job]:
    """Plan the audit; its dice move nothing else."""
    if (desk.today - start.first).days < _YOUNGEST:
        return
    on = desk.today - timedelta(days=_AGO)
    own = desk.with_dice(Random(_SEED))
    yield Job(on, lambda: _audit(own, on, start))


def _audit(desk: Desk, on: date, start: Month) -> None:
    decided = desk.do(record_decision, DecisionRequest(
        minute="10", what="Three auditors for the last three months", decided_on=on,
    )).entry  # fmt: skip
    assert isinstance(decided, DecisionRecorded)
    month = Month.of(on)
    desk.do(auditing.begin, AuditRequest(
        first=max(month.shift(-3), start).first, last=month.shift(-1).last,
        decision=decided.decision,
        auditors=tuple(AuditorLine(name=name, gender=gender) for name, gender in _AUDITORS),
    ))  # fmt: skip
    number = queries.audits(desk.book())[0].id
    if not sampling.lot(desk.book(), "receipts", auditing.period_of(desk.book(), number)).items:
        return
    desk.do(sampling.fix, ListRequest(audit=number, what="receipts"))
    desk.do(sampling.draw_sample, SampleRequest(audit=number, what="receipts", seed=_SEED))
    _look_at(desk, number)
    desk.do(sampling.fix, ListRequest(audit=number, what="households"))
    _find(desk, number, on)


def _look_at(desk: Desk, number: int) -> None:
    """Look at most of the receipts: one of them differs, of one there is no paper."""
    drawn = queries.sample(desk.book(), number, "receipts")
    assert drawn is not None
    lines = [CheckLine(what="receipts", item=item, result="agrees") for item in drawn.drawn[:-2]]
    if len(lines) > 2:
        words = "The sheet of the pad says more than the book"
        lines[1] = CheckLine(
            what="receipts",
            item=lines[1].item,
            result="differs",
            differs_by=Decimal(50),
            words=words,
        )
        lines[2] = CheckLine(what="receipts", item=lines[2].item, result="no-paper")
    if lines:
        desk.do(auditing.write_checks, ChecksRequest(audit=number, lines=tuple(lines)))


def _find(desk: Desk, number: int, on: date) -> None:
    desk.do(auditing.write_finding, FindingRequest(
        audit=number, post="treasurer", words="Why does a receipt say 50 more than the book?",
        evidence="The sheet of the pad, held against the book",
    ))  # fmt: skip
    desk.do(auditing.answer, FindingAnswerRequest(
        finding=1, words="It was written down at night. The household is asked and it is put right.",
        action="Write payments down on the same day", post="treasurer",
        due_on=on + timedelta(days=30),
    ))  # fmt: skip
    desk.do(auditing.write_finding, FindingRequest(
        audit=number, post="secretary", words="Where is the sheet of one receipt?",
        evidence="The number is in the book, and not in the pad",
    ))  # fmt: skip
