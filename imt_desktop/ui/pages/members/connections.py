"""Making a connection, alone or shared, and handing it over to another household."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger import members
from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.entries import ConnectionAdded
from imt_desktop.ledger.members import ConnectRequest, HoldersRequest
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.connection_fields import ConnectionFields
from imt_desktop.ui.pages.members.household import CHANGED
from imt_desktop.ui.pages.members.naming import connection_words
from imt_desktop.ui.pages.members.roll import Roll
from imt_desktop.ui.pages.picking import MembersEdit
from imt_desktop.ui.widgets import Choice, ChoiceCards, Words, shortened


def connect(page: QWidget, desk: Desk, roll: Roll, row: MemberRow) -> Form:
    """Give a member one more connection, alone or shared with others."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("New connection for {name}").format(name=shortened(row.name)),
        tr.gettext("Make the connection"),
        wide=600,
    )
    connection = ConnectionFields(form, roll)
    others = MembersEdit(desk.tr, _who_may_hold(roll, but=row.id))
    form.row(
        form.put(
            "holders", tr.gettext("Shared with"), others, tr.gettext("if other households use it")
        )
    )
    form.row(form.day("on", tr.gettext("From this day on")))
    form.note(tr.gettext("The price of a shared connection is split among its households."))
    form.asks(
        lambda: ConnectRequest(
            holders=(row.number, *others.value()),
            connection=connection.line(),
            on=form.day_of("on"),
        ),
        members.connect,
        CHANGED,
        tr.gettext("The connection is in the book."),
        kind=ConnectionAdded.KIND,
    ).open()
    return form


def hand_over(
    page: QWidget, desk: Desk, roll: Roll, row: MemberRow, connection: ConnectionRow
) -> Form:
    """Hand a connection over, and say what becomes of what is owed for it."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Hand over: {connection}").format(
            connection=shortened(connection_words(connection, tr))
        ),
        tr.gettext("Hand it over"),
        wide=600,
    )
    shared = len(connection.holders) > 1
    others = MembersEdit(tr, _who_may_hold(roll, but=0 if shared else row.id))
    form.row(
        form.put("holders", tr.gettext("To whom"), others, tr.gettext("one household, or more"))
    )
    form.row(form.day("on", tr.gettext("From this day on")))
    holders = tr.join([shortened(one.name, 32) for one in connection.holders])
    if shared:
        words = tr.gettext("{names} share it. Whoever is to keep a share is chosen here, too.")
        form.note(words.format(names=holders))
    debt = _debt(form, holders, connection) if connection.owed else None
    form.asks(
        lambda: HoldersRequest(
            connection=connection.id,
            holders=others.value(),
            debt=str(debt.value()) if debt else "stays",
            on=form.day_of("on"),
        ),
        members.change_holders,
        CHANGED,
        tr.gettext("The connection is handed over."),
    ).open()
    return form


def _who_may_hold(roll: Roll, but: int) -> list[MemberRow]:
    return [one for one in roll.rows if one.id != but and one.status != "left"]


def _debt(form: Form, holders: str, connection: ConnectionRow) -> ChoiceCards:
    tr = form.desk.tr
    owed = tr.money(connection.owed)
    choices = [
        Choice(
            tr.gettext("It stays with {name}").format(name=holders),
            "stays",
            second=tr.gettext("The new household begins without debt."),
        ),
        Choice(
            tr.gettext("It goes over"),
            "moves",
            second=tr.gettext(
                "The new household owes it, with the same due days. Where several are named, "
                "the first one owes it."
            ),
        ),
    ]
    cards = ChoiceCards(choices, "stays", name=tr.gettext("Old debt"))
    asked = tr.gettext("{amount} is owed for it. What becomes of the old debt?")
    form.row(Words(asked.format(amount=owed), "label"))
    form.row(cards)
    return cards
