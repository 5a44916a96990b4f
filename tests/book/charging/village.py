"""Short ways to adopt tariffs and to charge, so that a test keeps to its point."""

from __future__ import annotations

from typing import Any

import msgspec

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Recorded
from imt_desktop.ledger.billing import Preview, preview
from imt_desktop.ledger.charging import readings
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.ledger.entries import Billed
from imt_desktop.ledger.tariffs import TariffRequest, adopt
from imt_desktop.oversight.requests import decode, perform
from imt_desktop.period import Month
from tests.builders import TODAY, Desk


def ask(desk: Desk, kind: str, **request: Any) -> Any:
    """Ask something as a file of requests does."""
    return desk.do(perform, decode(msgspec.json.encode({"kind": kind, **request})))


def decide(desk: Desk, what: str = "Water price") -> int:
    """Write an assembly's decision down; returns its number."""
    wanted = DecisionRequest(minute="07/2026", what=what, body="assembly", decided_on=TODAY)
    return int(desk.do(record_decision, wanted).entry.decision)  # type: ignore[attr-defined]


def household(**more: Any) -> dict[str, Any]:
    """Florida Baja: 15 for 7 m³, then 2.50."""
    return {
        "connection_type": "household", "fixed": "15", "unit": "m3", "included": "7",
        "blocks": [{"price": "2.50"}], **more,
    }  # fmt: skip


def tariff(desk: Desk, *types: dict[str, Any], since: str = "2026-01", **more: Any) -> Recorded:
    """Adopt a tariff with its decision."""
    wanted = {
        "name": "", "effective_from": since, "decision": decide(desk),
        "types": types or (household(),), **more,
    }  # fmt: skip
    return desk.do(adopt, msgspec.convert(wanted, TariffRequest))


def read(desk: Desk, month: str, **values: Any) -> Recorded:
    """Read meters by their connection: ``c1="9"``, or with more: ``c1={"answer": "estimate"}``."""
    lines = []
    for name, value in values.items():
        more = value if isinstance(value, dict) else {"value": str(value)}
        lines.append({"connection": int(name[1:]), **more})
    wanted = msgspec.convert({"month": month, "lines": lines}, readings.ReadingsRequest)
    return desk.do(readings.read_meters, wanted)


def plan(desk: Desk, month: str = "2026-10", **more: Any) -> Preview:
    """Look at the bills of a month."""
    return desk.see(preview, Month.parse(month), **more)


def parts(recorded: Recorded, line: int = 1) -> tuple[ChargePart, ...]:
    """Return how a bill was worked out."""
    assert isinstance(recorded.entry, Billed)
    return recorded.entry.lines[line - 1].parts


def amounts(recorded: Recorded) -> list[int]:
    """Return the bills of an entry in minor units."""
    assert isinstance(recorded.entry, Billed)
    return [line.amount for line in recorded.entry.lines]
