"""The assembly's limit: above it an expense needs two signatures."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.committee.rules import LimitsRequest, expense_limit, set_limits
from imt_desktop.journal import Reading
from imt_desktop.money import Money
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import AmountEdit


class _Look(Struct, frozen=True):
    decisions: tuple[Decision, ...]
    limit: Money | None


def set_limit(page: QWidget, desk: Desk) -> None:
    """Read what the assembly decided, and open the form."""
    desk.read(
        lambda book: _look(book, desk),
        guarded(page, lambda found: _open(page, desk, found)),
    )


def _look(book: Reading, desk: Desk) -> _Look:
    return _Look(decisions(book), expense_limit(book, desk.today))


def _open(page: QWidget, desk: Desk, look: _Look) -> Form:
    """Write down up to which expense one signature is enough."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Two signatures for large expenses"), tr.gettext("Write it down"),
        tr.gettext(
            "What is paid to one payee on one day, and comes to more, waits until a second officer has"
            " approved it. Both need a PIN."
        ),
        wide=620,
    )  # fmt: skip
    limit = form.amount(
        "expense_limit",
        tr.gettext("One signature is enough up to"),
        tr.gettext("empty: for every expense"),
    )
    if look.limit is not None and isinstance(limit.editor, AmountEdit):
        limit.editor.set_amount(look.limit)
    form.row(limit)
    form.row(form.day("since", tr.gettext("Since")))
    what = tr.gettext("Limit for two signatures")
    deciding = Deciding(form, look.decisions, what, ("assembly",), needed=True)

    def request() -> Decided[LimitsRequest]:
        wanted = LimitsRequest(
            decision=deciding.chosen() or 0,
            expense_limit=form.decimal_of("expense_limit", positive=True)
            if form.words_of("expense_limit")
            else None,
            since=form.day_of("since"),
        )
        return Decided(wanted, deciding.new())

    form.asks(
        request, with_decision(set_limits), EVERYTHING, tr.gettext("The limit is in the book.")
    )
    form.open()
    return form
