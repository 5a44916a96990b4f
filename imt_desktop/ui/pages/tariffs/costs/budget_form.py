"""Writing the budget of a year: an amount for each kind of money."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.ledger.kinds import EXPENSE, INCOME
from imt_desktop.ledger.recovery.budget import BudgetLine, BudgetRequest, PlannedLine
from imt_desktop.oversight.covering import write_budget as write
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook
from imt_desktop.ui.widgets import AmountEdit, EvenRow, LabelledField, Words, shortened
from imt_desktop.wording.kinds import kind_name

WRITTEN = Changes(settings=True)
USUAL = {
    "in": ("fee", "kiosk", "connection", "fine", "grant"),
    "out": (
        "fuel", "electricity", "wages", "repairs", "parts", "treatment", "transport", "office", "meetings",
        "licences", "charges", "renewal",
    ),
}  # fmt: skip
"""Kinds that most budgets have: they stand before the seldom ones."""

UNPLANNED = ("ahead", "unknown", "loan", "advance", "refund", "loan-repaid", "difference")
"""What nobody plans: money that comes back, or that is another kind once it is known."""


def write_budget(page: QWidget, desk: Desk, look: CostsLook) -> Form:
    """Ask for a budget: what was planned, else what came in the year before, stands there already."""
    tr, year = desk.tr, look.year.first.year
    form = Form(
        page,
        desk,
        tr.gettext("Budget of {year}").format(year=year),
        tr.gettext("Save the budget"),
        tr.gettext(
            "What is left empty is not planned. A budget that was written before gives way."
        ),
        wide=760,
    )
    names: dict[str, tuple[str, str]] = {}
    for direction, words in (("in", tr.gettext("Money in")), ("out", tr.gettext("Money out"))):
        form.add(Words(words, "strong"))
        fields = [_field(form, desk, direction, kind, look) for kind in kinds_of(look, direction)]
        names |= {field: (direction, field.partition("/")[2]) for field, _part in fields}
        form.add(EvenRow([part for _field, part in fields], most=3))
    deciding = Deciding(form, look.decisions, tr.gettext("Budget of {year}").format(year=year))
    deciding.begin_without()

    def request() -> tuple[BudgetRequest, DecisionRequest | None]:
        lines = tuple(
            PlannedLine(direction=direction, kind=kind, amount=amount)
            for name, (direction, kind) in names.items()
            if (amount := form.decimal_of(name, Decimal(0)))
        )
        wanted = BudgetRequest(year=year, lines=lines, decision=deciding.chosen())
        return wanted, deciding.new()

    form.asks(
        request,
        lambda book, asked: write(book, *asked),
        WRITTEN,
        tr.gettext("The budget is written."),
    ).open()
    return form


def kinds_of(look: CostsLook, direction: str) -> list[str]:
    """Return every kind that can be planned: first those planned or used, then the usual and one's own."""
    used = [one.kind for one in (*look.budget, *look.before) if one.direction == direction]
    own = [one.code for one in look.own if one.direction == direction]
    built_in = INCOME if direction == "in" else EXPENSE
    known = dict.fromkeys([*USUAL[direction], *own, *built_in, *used])
    return sorted(
        (kind for kind in known if kind not in UNPLANNED), key=lambda kind: kind not in used
    )


def _field(
    form: Form, desk: Desk, direction: str, kind: str, look: CostsLook
) -> tuple[str, LabelledField]:
    name = f"{direction}/{kind}"
    field = form.amount(name, shortened(kind_name(kind, look.own_names, desk.tr), 40))
    amount = _begin(look, direction, kind)
    if amount is not None and isinstance(field.editor, AmountEdit):
        field.editor.set_amount(amount.planned or amount.actual)
    return name, field


def _begin(look: CostsLook, direction: str, kind: str) -> BudgetLine | None:
    """Return what stands in a field already: what was planned, or what came in the year before."""
    lines: Iterable[BudgetLine] = look.budget if look.planned else look.before
    found = (one for one in lines if (one.direction, one.kind) == (direction, kind))
    return next((one for one in found if one.planned or not look.planned), None)
