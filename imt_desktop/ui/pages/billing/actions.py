"""What a person can do with a month's bills."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger import billing, tariffs
from imt_desktop.ledger.billing import BillEveryoneRequest, Preview
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import MonthEdit

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


def adopt_price(page: QWidget, desk: Desk, month: Month) -> Form:
    """Ask for the price of water from a month on."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Set the water price"),
        tr.gettext("Set the price"),
        tr.gettext("Bills made before keep their price."),
    )
    since = MonthEdit(tr, month, desk.committee.first_month)
    form.row(form.put("effective_from", tr.gettext("From this month on"), since))
    form.row(
        form.amount("fees", tr.gettext("A household pays"), tr.gettext("a month")),
        form.line("name", tr.gettext("Decided in"), hint=tr.gettext("assembly, minute")),
    )
    form.asks(
        lambda: TariffRequest(
            name=form.words_of("name"),
            effective_from=str(since.value()),
            fees=(FeeLine(connection_type="household", amount=form.decimal_of("fees")),),
        ),
        tariffs.adopt,
        BILLED,
        tr.gettext("The water price is set."),
    ).open()
    return form
