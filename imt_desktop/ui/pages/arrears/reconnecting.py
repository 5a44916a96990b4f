"""Letting the water flow again: what the assembly asks for, met or not, and the fee for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.charging import cutting_off as ledger
from imt_desktop.ledger.charging.cutting_off import Conditions, ReconnectRequest
from imt_desktop.ledger.charging.one_offs import ChargeRequest, charge_once
from imt_desktop.ledger.register import MemberRow
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.asked_for import AskedFor
from imt_desktop.ui.pages.arrears.look import Look, Near
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.standing import called
from imt_desktop.ui.widgets import ConfirmDialog, Note, shortened

BACK = Changes(balances=True, members=True, settings=True)
CHARGED = Changes(balances=True)


def reconnect(page: QWidget, desk: Desk, near: Near, look: Look) -> Form:
    """Let a household have its water again; before all is met only a decision can."""
    assert near.conditions is not None
    tr, row, there = desk.tr, near.household.member, near.conditions
    form = Form(
        page,
        desk,
        tr.gettext("Reconnect {name}?").format(name=shortened(called(tr, row), 60)),
        tr.gettext("Write it down"),
        wide=600,
    )
    asked = AskedFor(tr)
    asked.show_conditions(there)
    form.row(asked)
    form.row(form.line("reason", tr.gettext("Why?"), _why(desk, there)))
    deciding: Deciding | None = None
    if not there.met:
        only = tr.gettext("Not all of it is there. Only a decision lets the water flow before.")
        form.row(Note(only, "gavel"))
        decided = tr.gettext("Reconnection of a household")
        deciding = Deciding(form, look.decisions, decided, needed=True)

    def request() -> Decided[ReconnectRequest]:
        decision = deciding.chosen() if deciding else None
        new = deciding.new() if deciding else None
        wanted = ReconnectRequest(
            member=row.number,
            reason=form.words_of("reason"),
            decision=0 if new else decision,
        )
        return Decided(wanted, new)

    done = tr.gettext("The household has its water again.")
    form.asks(request, with_decision(ledger.reconnect), BACK, done).open()
    return form


def _why(desk: Desk, there: Conditions) -> str:
    asked = there.fee is not None or there.share
    return desk.tr.gettext("What was asked for is paid") if asked and there.met else ""


def charge_fee(page: QWidget, desk: Desk, row: MemberRow, there: Conditions) -> ConfirmDialog:
    """Make the bill of the reconnection."""
    assert there.fee is not None
    tr = desk.tr
    asked = ConfirmDialog(
        page,
        tr,
        tr.gettext("Charge the reconnection?"),
        tr.gettext("{name} gets a bill of {fee}. When it is paid the water can flow again.").format(
            name=shortened(called(tr, row), 60), fee=tr.money(there.fee)
        ),
        tr.gettext("Make the bill"),
    )
    wanted = ChargeRequest(member=row.number, item="reconnection")
    asked.accepted.connect(
        lambda: desk.write(
            lambda book: charge_once(book, wanted),
            lambda _recorded: desk.said.emit(tr.gettext("The bill is made.")),
            CHARGED,
        )
    )
    asked.finished.connect(asked.deleteLater)
    asked.open()
    return asked
