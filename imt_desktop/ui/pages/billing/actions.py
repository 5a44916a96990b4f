"""What a person can do with a run of bills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger import billing
from imt_desktop.ledger.billing import BillEveryoneRequest
from imt_desktop.ledger.charging.overview import ChargeSheet
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded

BILLED = Changes(balances=True)


def bill_everyone(
    page: QWidget,
    desk: Desk,
    found: ChargeSheet,
    week: date | None,
    done: Callable[[], None],
    refused: Callable[[UserError], None],
) -> None:
    """Make the bills of a period, late fees and fines with them."""
    tr, plan = desk.tr, found.plan
    n = found.members
    said = tr.ngettext(
        "{n} member is billed for {month}.", "{n} members are billed for {month}.", n
    )
    words = said.format(n=tr.number(n), month=tr.period(plan.period, alone=False))
    wanted = BillEveryoneRequest(month=str(week or plan.month))

    def made(_recorded: object) -> None:
        desk.said.emit(words)
        done()

    desk.write(
        lambda book: billing.bill_everyone(book, wanted), guarded(page, made), BILLED,
        guarded(page, refused),
    )  # fmt: skip
