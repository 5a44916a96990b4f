"""Setting the water price: what each sort of connection pays, from which month on, and who decided it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.ledger.tariffs import FeeLine, Tariff, TariffRequest, tariff_for, types_in_use
from imt_desktop.oversight import prices
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import AmountEdit, Choice, MonthEdit
from imt_desktop.wording.kinds import price_of

PRICED = Changes(balances=True, settings=True)

Request = tuple[TariffRequest, DecisionRequest | None]


def set_price(page: QWidget, desk: Desk, month: Month) -> None:
    """Ask for the price of water from a month on, once the one in force is read."""

    def query(book: Reading) -> tuple[Tariff | None, tuple[str, ...]]:
        return tariff_for(book, month), types_in_use(book)

    desk.read(query, guarded(page, lambda found: _ask(page, desk, month, *found)))


def _ask(
    page: QWidget, desk: Desk, month: Month, now: Tariff | None, used: tuple[str, ...]
) -> Form:
    """Ask for a price for each sort of connection that pays now or is in use."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Set the water price"),
        tr.gettext("Set the price"),
        tr.gettext("Bills that were made keep their price. An empty field pays nothing."),
        wide=620,
    )
    fees = dict(now.fees) if now else {}
    kinds = tuple(dict.fromkeys(("household", *fees, *used)))
    since = MonthEdit(tr, month, desk.committee.first_month)
    fields = []
    for kind in kinds:
        fields.append(form.amount(f"fee-{kind}", price_of(kind, {}, tr).capitalize()))
        editor = fields[-1].editor
        if isinstance(editor, AmountEdit) and kind in fees:
            editor.set_amount(fees[kind])
    for at in range(0, len(fields), 2):
        form.row(*fields[at : at + 2])
    form.row(
        form.put("effective_from", tr.gettext("From this month on"), since),
        form.line(
            "minute", tr.gettext("Number of the minute"), hint=tr.gettext("if it was decided")
        ),
    )
    bodies = [
        Choice(tr.gettext("The assembly"), "assembly"),
        Choice(tr.gettext("The committee"), "committee"),
    ]
    form.row(
        form.choice("body", tr.gettext("Who decided it"), bodies),
        form.day("decided_on", tr.gettext("Decided on")),
    )

    def request() -> Request:
        return _request(form, kinds, since.value())

    form.asks(request, _use, PRICED, tr.gettext("The water price is set.")).open()
    return form


def _request(form: Form, kinds: tuple[str, ...], month: Month) -> Request:
    amounts = {kind: form.decimal_of(f"fee-{kind}", Decimal(0)) for kind in kinds}
    lines = tuple(
        FeeLine(connection_type=kind, amount=amount) for kind, amount in amounts.items() if amount
    )
    wanted = TariffRequest(name="", effective_from=str(month), fees=lines)
    if not form.words_of("minute"):
        return wanted, None
    decision = DecisionRequest(
        minute=form.words_of("minute"),
        what=form.desk.tr.gettext("Water price"),
        body=form.value_of("body"),
        decided_on=form.day_of("decided_on"),
    )
    return wanted, decision


def _use(book: Writing, wanted: Request) -> object:
    try:
        return prices.set_price(book, *wanted)
    except UserError as error:
        # All prices are one thing to the book: a mistake in them is shown beside the first.
        if error.field == "fees":
            error.field = "fee-household"
        raise
