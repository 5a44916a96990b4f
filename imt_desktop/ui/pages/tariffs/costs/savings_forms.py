"""Opening savings, deciding a target for them, and writing gifts in kind down."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.queries import Decision
from imt_desktop.ledger.accounts import AccountRequest, open_account
from imt_desktop.ledger.recovery.in_kind import GIFTS, InKindLine, InKindRequest, give_in_kind
from imt_desktop.ledger.recovery.reserve import Reserve, ReserveTargetRequest
from imt_desktop.oversight.covering import set_target
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import AmountEdit, Choice, shortened
from imt_desktop.wording.covering import gift_name
from imt_desktop.wording.proof import called

WRITTEN = Changes(settings=True)
OPENED = Changes(money=True, settings=True)


def open_savings(page: QWidget, desk: Desk) -> Form:
    """Ask for the name of a further account for savings."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Open savings"),
        tr.gettext("Open it"),
        tr.gettext("Money gets there by moving it, under Money. It is neither income nor expense."),
    )
    form.row(form.line("name", tr.gettext("Its name"), tr.gettext("Pump savings")))
    form.asks(
        lambda: AccountRequest(type="reserve", name=form.words_of("name")),
        open_account,
        OPENED,
        tr.gettext("The savings are open."),
    ).open()
    return form


def decide_target(page: QWidget, desk: Desk, one: Reserve, decisions: Sequence[Decision]) -> Form:
    """Ask how much is to lie in savings, and who decided it."""
    tr = desk.tr
    name = shortened(called(one.account, tr), 40)
    form = Form(
        page,
        desk,
        tr.gettext("Target of “{name}”").format(name=name),
        tr.gettext("Set the target"),
        wide=600,
    )
    target = form.amount("target", tr.gettext("So much is to lie there"))
    yearly = form.amount(
        "yearly", tr.gettext("More each year"), tr.gettext("for what nobody foresees")
    )
    for field, amount in ((target, one.target), (yearly, one.yearly or None)):
        if isinstance(field.editor, AmountEdit) and amount is not None:
            field.editor.set_amount(amount)
    form.row(target, yearly)
    deciding = Deciding(form, decisions, tr.gettext("Target of “{name}”").format(name=name))
    deciding.begin_without()

    def request() -> tuple[ReserveTargetRequest, DecisionRequest | None]:
        wanted = ReserveTargetRequest(
            account=one.account.id,
            target=form.decimal_of("target"),
            yearly=form.decimal_of("yearly", Decimal(0)),
            decision=deciding.chosen(),
        )
        return wanted, deciding.new()

    form.asks(
        request, lambda book, asked: set_target(book, *asked), WRITTEN,
        tr.gettext("The target is set."),
    ).open()  # fmt: skip
    return form


def write_gift(page: QWidget, desk: Desk) -> Form:
    """Ask for a gift that is no money."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("A gift that is no money"),
        tr.gettext("Write it down"),
        tr.gettext("It stands in the statements in a block of its own and never in the cash book."),
        wide=600,
    )
    gifts = [Choice(gift_name(code, tr), code) for code in GIFTS]
    form.row(
        form.choice("1/what", tr.gettext("What was given"), gifts),
        form.amount("1/worth", tr.gettext("What it is worth")),
    )
    form.row(
        form.line("giver", tr.gettext("By whom")),
        form.day("1/on", tr.gettext("Day")),
    )
    form.row(form.line("text", tr.gettext("Note"), hint=tr.gettext("such as: two lorries of sand")))

    def request() -> InKindRequest:
        line = InKindLine(
            what=form.value_of("1/what"),
            worth=form.decimal_of("1/worth"),
            giver=form.words_of("giver"),
            text=form.words_of("text"),
            on=form.day_of("1/on"),
        )
        return InKindRequest(lines=(line,))

    form.asks(
        request, give_in_kind, WRITTEN, tr.gettext("The gift is written down."),
        again=lambda: write_gift(page, desk),
    ).open()  # fmt: skip
    return form
