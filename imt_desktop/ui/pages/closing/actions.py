"""What a person can do on the page: close the month."""

from __future__ import annotations

from collections.abc import Callable

from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded
from imt_desktop.ledger.closing import close
from imt_desktop.ledger.closing.close import AnswerLine, CloseRequest
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk

CLOSED = Changes(money=True, balances=True)


def close_month(
    desk: Desk,
    month: Month,
    answers: tuple[AnswerLine, ...],
    then: Callable[[Recorded], None],
    refused: Callable[[UserError], None],
) -> None:
    """Close a month; where two officers are needed, both are asked for their PINs."""
    wanted = CloseRequest(month=str(month), answers=answers)
    desk.write(lambda book: close.close_month(book, wanted), then, CLOSED, refused)
