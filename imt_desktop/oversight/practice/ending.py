"""What is unfinished on the last day, so that there is something to practise on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from imt_desktop.ledger.billing import DisputeRequest, dispute
from imt_desktop.ledger.register import card, members
from imt_desktop.oversight.practice.arrears import agree_with_one, decide_steps, remind, warn
from imt_desktop.oversight.practice.desk import Desk, Job
from imt_desktop.oversight.practice.living import type_twice
from imt_desktop.oversight.practice.people import Village
from imt_desktop.oversight.practice.spending import give_advance, owe_hardware, receive_unknown
from imt_desktop.period import Month


def loose_ends(desk: Desk, village: Village, start: Month) -> Iterator[Job]:
    """Plan what is still open when the book is handed over."""
    for back, do in _LAST_DAYS:
        on = desk.today - timedelta(days=back)
        if on >= start.first:
            yield Job(on, partial(do, desk, village))


def _dispute(desk: Desk, village: Village) -> None:
    """A household that owes several months says that one of them was paid."""
    book = desk.book()
    debtors = [row for row in members(book) if row.owed.decimal > 2 * village.fee(row.number)]
    for row in debtors:
        bills = [bill for bill in card(book, row.number).open_bills if bill.item == "fee"]
        if bills:
            reason = "says it was paid to the old treasurer"
            desk.do(dispute, DisputeRequest(bill=bills[0].ref, disputed=True, reason=reason))
            return


_LAST_DAYS: Final[tuple[tuple[int, Callable[[Desk, Village], object]], ...]] = (
    (41, decide_steps),
    (20, remind),
    (12, warn),
    (11, owe_hardware),
    (9, agree_with_one),
    (8, receive_unknown),
    (6, _dispute),
    (4, give_advance),
    (2, type_twice),
)
"""What happens how many days before the end."""
