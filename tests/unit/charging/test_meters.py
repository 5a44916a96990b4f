"""A meter judged by its past: whatever is misread, it is charged in the end, and never twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from imt_desktop.ledger.charging.errors import ReadingAskedError
from imt_desktop.ledger.charging.meters import HISTORY, ReadingLine, Row, judge, meter_of
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.period import Month

ANSWERS = {
    "backwards": "misread", "overcharged": "from-here", "still": "nobody-there", "far": "right",
    "unread": "estimate",
}  # fmt: skip
MOST = 20
"""What is used in a month at most."""


class Walk:
    """Reads one meter month by month, and answers what is asked."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.day = date(2026, 1, 31)
        self.charged = self.corrected = 0

    def read(self, value: int | None) -> int:
        """Read it, or estimate; returns what is charged."""
        self.day += timedelta(days=1)
        meter = meter_of(self.rows[:HISTORY])
        line = ReadingLine(connection=1, value=None if value is None else Decimal(value))
        for _question in range(4):
            try:
                made = judge(line, 1, self.day, Month(2026, 1).period, meter)
                break
            except ReadingAskedError as asked:
                line = replace(line, answer=ANSWERS[asked.question])
        if meter and made.charged_to < meter.charged_to:
            self.corrected += meter.charged_to - made.charged_to
        self.rows.insert(0, (str(self.day), made.value, made.used, made.charged_to, made.how))
        self.charged += made.used
        return made.used


months = st.lists(
    st.tuples(
        st.integers(0, MOST),
        st.sampled_from(("read", "read", "too high", "unread")),
        st.integers(1, 10_000),
    ),
    max_size=30,
)


@given(months)
def test_no_history_makes_a_meter_free_for_ever_and_nothing_is_charged_twice(
    history: list[tuple[int, str, int]],
) -> None:
    walk = Walk()
    said = 100
    walk.read(said)
    for used, how, too_much in history:
        said += used
        walk.read({"read": said, "too high": said + too_much, "unread": None}[how])
    # What the meter ran, what is still to be made good, and what the bills were corrected by.
    charged_to = walk.rows[0][3]
    assert walk.charged - walk.corrected == charged_to - 100 * THOUSAND
    for _month in range(8):
        said += MOST
        last = walk.read(said)
    assert last == MOST * THOUSAND
    assert walk.charged - walk.corrected == (said - 100) * THOUSAND
