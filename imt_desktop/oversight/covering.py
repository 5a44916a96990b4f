"""Writing a budget, or the target of a reserve, together with the decision behind it."""

from __future__ import annotations

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.recovery.budget import BudgetRequest, decide_budget
from imt_desktop.ledger.recovery.reserve import ReserveTargetRequest, decide_target


def write_budget(
    book: Writing, wanted: BudgetRequest, decision: DecisionRequest | None
) -> Recorded:
    """Write a new decision down, if there is one, and the budget that it is of."""
    number = _decided(book, wanted.decision, decision)
    return decide_budget(book, msgspec.structs.replace(wanted, decision=number))


def set_target(
    book: Writing, wanted: ReserveTargetRequest, decision: DecisionRequest | None
) -> Recorded:
    """Write a new decision down, if there is one, and the target that it set."""
    number = _decided(book, wanted.decision, decision)
    return decide_target(book, msgspec.structs.replace(wanted, decision=number))


def _decided(book: Writing, chosen: int | None, new: DecisionRequest | None) -> int | None:
    if new is None:
        return chosen
    recorded = record_decision(book, new)
    assert isinstance(recorded.entry, DecisionRecorded)
    return recorded.entry.decision
