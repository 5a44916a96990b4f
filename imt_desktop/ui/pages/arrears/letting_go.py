"""Letting a debt go: which bills, why, and by which decision. It needs two officers."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.journal import Recorded, Ref, Writing
from imt_desktop.ledger.charging.agreements import WriteOffRequest, write_off
from imt_desktop.ledger.errors import EmptyRequestError
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.money import Money
from imt_desktop.oversight.deciding import decide
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.look import Arranged
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.standing import bill_name, called
from imt_desktop.ui.widgets import Words, shortened

LET_GO = Changes(balances=True, settings=True)


class Letting(Struct, frozen=True):
    """Bills to be let go, and the decision: one of the book or a new one."""

    bills: tuple[Ref, ...]
    reason: str
    decision: int
    new: DecisionRequest | None


def let_go(page: QWidget, desk: Desk, there: Arranged) -> Form:
    """Ask which bills of a member are let go, and who decided it."""
    return _LettingForm(page, desk, there).form


class _LettingForm:
    def __init__(self, page: QWidget, desk: Desk, there: Arranged) -> None:
        self._desk, self._there = desk, there
        tr, row = desk.tr, there.member
        self.form = Form(
            page,
            desk,
            tr.gettext("Let a debt of {name} go?").format(name=shortened(called(tr, row), 60)),
            tr.gettext("Let the debt go"),
            tr.gettext(
                "What was paid stays paid. Nobody owes it any more, and it stays in the book."
            ),
            wide=600,
            danger=True,
        )
        self._sum = Words("", "strong")
        self._lay_bills()
        hint = tr.gettext("everybody can read it")
        self.form.row(self.form.line("reason", tr.gettext("Why?"), hint=hint))
        decided = tr.gettext("A debt is let go")
        self._deciding = Deciding(self.form, there.decisions, decided, needed=True)
        self.form.asks(self._request, let_all_go, LET_GO, tr.gettext("The debt is let go."))
        self.form.open()
        if boxes := list(self.form.fields.ticks.values()):
            boxes[0].setFocus()  # the form would begin under them, out of sight

    def _lay_bills(self) -> None:
        form, tr = self.form, self._desk.tr
        form.row(self._sum)
        for bill in self._there.open_bills:
            words = tr.pgettext("a bill and what is open", "{bill}: {amount}").format(
                bill=shortened(bill_name(tr, bill), 60), amount=tr.money(self._money(bill))
            )
            if bill.disputed:
                words = tr.pgettext("a bill that is disputed", "{bill}, disputed").format(
                    bill=words
                )
            box = form.tick(str(bill.ref), words)
            box.toggled.connect(lambda _on: self._add_up())
            form.row(box)
        self._add_up()

    def _money(self, bill: OpenBill) -> Money:
        return Money(bill.left, self._desk.currency)

    def _ticked(self) -> list[OpenBill]:
        return [one for one in self._there.open_bills if self.form.ticked(str(one.ref))]

    def _add_up(self) -> None:
        tr = self._desk.tr
        ticked = self._ticked()
        there = Money(sum(bill.left for bill in ticked), self._desk.currency)
        together = tr.gettext("Together {amount}").format(amount=tr.money(there))
        self._sum.set_words(together if ticked else tr.gettext("Tick the bills that are let go"))

    def _request(self) -> Letting:
        form = self.form
        return Letting(
            tuple(bill.ref for bill in self._ticked()),
            form.words_of("reason"),
            self._deciding.chosen() or 0,
            self._deciding.new(),
        )


def let_all_go(book: Writing, wanted: Letting) -> tuple[Recorded, ...]:
    """Let every bill go, or none.

    Raises what ``write_off`` does, and EmptyRequestError where no bill is named.
    """
    if not wanted.bills:
        raise EmptyRequestError
    decision = decide(book, wanted.new) if wanted.new else wanted.decision
    return tuple(
        write_off(book, WriteOffRequest(bill=bill, decision=decision, reason=wanted.reason))
        for bill in wanted.bills
    )
