"""Whatever officers do in whatever order, the book equals a second ledger and adds up."""

from __future__ import annotations

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize

from .officers.cancelling import Cancelling, Upkeep
from .officers.members import Membership
from .officers.money import Billing, OldBook, OtherMoney, Till
from .officers.state import amounts
from .officers.truths import Truths

FIRST_DAY = date(2026, 8, 1)


class Committee(Membership, Billing, Till, OldBook, OtherMoney, Cancelling, Upkeep, Truths):
    """A committee, with all that its officers do; it begins with a month's bills and payments."""

    @initialize(paid=st.lists(amounts, min_size=2, max_size=4))
    def begin(self, paid: list[int]) -> None:
        self.join(len(paid), FIRST_DAY)
        self.share_a_tap(0, 1, FIRST_DAY)
        self.bill_a_month("2026-08", FIRST_DAY)
        for place, amount in enumerate(paid):
            self.pay(place, amount, 1 + place % 3, FIRST_DAY)


TestCommittee = Committee.TestCase
TestCommittee.settings = settings(
    max_examples=max(30, settings.default.max_examples // 2), stateful_step_count=50
)
