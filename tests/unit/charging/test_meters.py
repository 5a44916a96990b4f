"""A meter judged by its past: whatever is misread, it is charged in the end, and never twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from imt_desktop.ledger.charging.errors import ReadingAskedError
from imt_desktop.ledger.charging.meters import HISTORY, Meter, ReadingLine, Row, judge, meter_of
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.period import Month

MOST = 20
"""What is used in a month at most."""

DIAL = 100_000
"""Where a meter begins again at nothing."""

History = list[tuple[int, str, int]]
"""What is used in a month, what happens to the meter, and a figure for that."""


class Walk:
    """Reads one meter month by month, and answers what is asked as it is."""

    def __init__(self, start: int) -> None:
        self.rows: list[Row] = []
        self.day = date(2026, 1, 31)
        self.says = start
        self.turned = False
        """Whether it began again at nothing since it was read."""
        self.too_high = 0
        """How often it was misread since it was read right."""
        self.ran = 0
        """What the meters measured, in thousandths as all that follows."""
        self.charged = 0
        self.unmeasured = 0
        """What was charged for months in which the meter was stuck."""
        self.corrected = 0
        """What the bills were corrected by."""
        self.read(start)

    def month(self, used: int, how: str, figure: int) -> int:
        """Use water for a month, and read the meter; returns what is charged."""
        if how == "replaced" and self.too_high > 1:
            how = "read"  # misread twice and then replaced, its history is not to be trusted
        if how != "unread":
            self.too_high = self.too_high + 1 if how == "too high" else 0
        if how == "stuck":
            was = next(row[1] for row in self.rows if row[4] != "estimated")
            backwards = "turned-over" if self.turned else "misread"
            self.turned = False
            charged = self.read(self.says, still="stuck", backwards=backwards)
            assert self.rows[0][4] == "stuck" or self.says * THOUSAND != was
            return charged
        self.ran += used * THOUSAND
        if how == "replaced":
            return self._replace(self.says + used, figure % MOST)
        self.turned = self.turned or self.says + used >= DIAL
        self.says = (self.says + used) % DIAL
        if how == "unread":
            return self.read(None)
        value = min(self.says + figure, DIAL - 1) if how == "too high" else self.says
        turned, self.turned = self.turned, False
        return self.read(value, backwards="turned-over" if turned else "misread")

    def _replace(self, last: int, used: int) -> int:
        self.ran += used * THOUSAND
        self.says, last = used, last + DIAL * self.turned
        self.turned = False
        return self.read(used, last=last, answer="replaced")

    def read(
        self,
        value: int | None,
        last: int | None = None,
        answer: str = "",
        still: str = "nobody-there",
        backwards: str = "misread",
    ) -> int:
        """Read it, or estimate; returns what is charged."""
        self.day += timedelta(days=1)
        answers = {
            "backwards": backwards, "turned": "turned-sure", "overcharged": "from-here",
            "still": still, "far": "right", "unread": "estimate",
            "ended": "replaced-here", "swapped": "replaced-sure",
        }  # fmt: skip
        meter = meter_of(self.rows[:HISTORY])
        line = ReadingLine(
            connection=1,
            value=None if value is None else Decimal(value),
            last=None if last is None else Decimal(last),
            answer=answer,
        )
        for _question in range(4):
            try:
                made = judge(line, 1, self.day, Month(2026, 1).period, meter)
                break
            except ReadingAskedError as asked:
                line = replace(line, answer=answers[asked.question])
        if meter:
            self._account(meter, line, made.used, made.charged_to)
        self.rows.insert(0, (str(self.day), made.value, made.used, made.charged_to, made.how))
        self.charged += made.used
        return made.used

    def _account(self, meter: Meter, line: ReadingLine, used: int, charged_to: int) -> None:
        if line.answer == "stuck":
            self.unmeasured += used + meter.charged_to - charged_to
        elif line.answer == "from-here":
            assert line.value is not None
            self.corrected += meter.charged_to - int(line.value) * THOUSAND
        elif line.answer == "replaced-here":
            assert line.last is not None
            self.corrected += meter.charged_to - int(line.last) * THOUSAND


months = st.lists(
    st.tuples(
        st.integers(0, MOST),
        st.sampled_from(("read", "read", "too high", "unread", "replaced", "stuck")),
        st.integers(1, 10_000),
    ),
    max_size=30,
)


@given(st.integers(DIAL // 10, DIAL - 1), months)
@example(DIAL - 50, [(MOST, "read", 1)] * 5)
@example(DIAL - 50, [(MOST, "too high", 9000), (MOST, "read", 1), (MOST, "read", 1)])
@example(20_000, [(MOST, "read", 1), (0, "unread", 1), (0, "stuck", 1), (0, "replaced", 1)])
@example(20_000, [(MOST, "read", 1), *[(0, "unread", 1)] * 6, (0, "stuck", 1)])
@example(20_000, [(MOST, "read", 1), (0, "unread", 1), (0, "replaced", 1)])
@example(20_000, [(MOST, "read", 1), (MOST, "too high", 9000), (MOST, "replaced", 1)])
def test_no_history_makes_a_meter_free_for_ever_and_nothing_is_charged_twice(
    start: int, history: History
) -> None:
    walk = Walk(start)
    for used, how, figure in history:
        walk.month(used, how, figure)
    for _month in range(8):
        last = walk.month(MOST, "read", 0)
    assert last == MOST * THOUSAND
    assert walk.charged - walk.corrected - walk.unmeasured == walk.ran
