"""What a person can do with a month's bills."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger import billing
from imt_desktop.ledger.billing import BillEveryoneRequest, Preview
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded

BILLED = Changes(balances=True)


def bill_everyone(
    page: QWidget, desk: Desk, plan: Preview, refused: Callable[[UserError], None]
) -> None:
    """Make the bills of a month."""
    tr, n = desk.tr, len(plan.lines)
    said = tr.ngettext("{n} bill is made for {month}.", "{n} bills are made for {month}.", n)
    wanted = BillEveryoneRequest(month=str(plan.month))
    desk.write(
        lambda book: billing.bill_everyone(book, wanted),
        lambda _recorded: desk.said.emit(said.format(n=tr.number(n), month=tr.month(plan.month))),
        BILLED,
        guarded(page, refused),
    )
