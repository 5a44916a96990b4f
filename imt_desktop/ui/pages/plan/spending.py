"""Booking an expense from an action: the money of the book, beside what the action was to cost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Recorded, Ref, Writing
from imt_desktop.ledger.entries import MoneySpent
from imt_desktop.ledger.waiting.entries import ExpenseWaiting
from imt_desktop.oversight.action_costs import link_cost
from imt_desktop.period import Month
from imt_desktop.plan.actions import ActionCostRequest
from imt_desktop.plan.queries import Action
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.look import MoneyLook, look
from imt_desktop.ui.pages.money.outgoing import money_out
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import LineEdit, shortened

LETTERS = 80


def book_expense(page: QWidget, desk: Desk, action: Action) -> None:
    """Open the form for money out; what is booked belongs to the action."""
    month, tr = Month.of(desk.today), desk.tr

    def link(book: Writing, recorded: Recorded) -> None:
        """What waits for a second officer belongs to the action too, and counts once it is approved."""
        if isinstance(recorded.entry, MoneySpent | ExpenseWaiting):
            spent = Ref(recorded.seq, FIRST)
            link_cost(book, ActionCostRequest(action=action.id, spent=spent))

    def begin(form: Form) -> None:
        form.set_text(tr.gettext("For “{action}”").format(action=shortened(action.title, LETTERS)))
        note = form.fields["text"].editor
        assert isinstance(note, LineEdit)
        note.setText(shortened(action.title, LETTERS))

    def show(found: MoneyLook) -> None:
        money_out(page, desk, found, "other", link, begin)

    desk.read(lambda book: look(book, month, None, tr), guarded(page, show))


FIRST = 1
"""The one line of the expense."""
