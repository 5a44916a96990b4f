"""Charges that are made once, as the water price says: a connection, a meter, a change of name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.charging.one_offs import ChargeRequest, charge_once
from imt_desktop.ledger.charging.terms import OneOff
from imt_desktop.ledger.entries import Billed
from imt_desktop.ledger.register import MemberCard
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.naming import connection_words
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Choice, ConfirmDialog, shortened
from imt_desktop.wording.states import item_words

CHARGED = Changes(balances=True, members=True)


def charge_by_price(page: QWidget, desk: Desk, card: MemberCard) -> None:
    """Ask what a member is charged once; where the price in force says nothing of it, say so."""
    month = Month.of(desk.today)

    def read(book: Reading) -> tuple[OneOff, ...]:
        tariff = tariff_for(book, month)
        return forms_of(book, tariff).one_offs if tariff else ()

    desk.read(read, guarded(page, lambda known: _open(page, desk, card, known)))


def _open(page: QWidget, desk: Desk, card: MemberCard, known: tuple[OneOff, ...]) -> None:
    if known:
        charge(page, desk, card, known)
        return
    tr = desk.tr
    asked = ConfirmDialog(
        page, tr, tr.gettext("The water price says nothing of charges made once"),
        tr.gettext(
            "What a connection, a meter or a change of name costs stands in the water price, with"
            " its instalments. Without it, make a single bill."
        ),
        tr.gettext("Go to the water price"), tr.gettext("Go back"),
    )  # fmt: skip
    asked.accepted.connect(lambda: desk.go.emit("tariffs", None))
    asked.finished.connect(asked.deleteLater)
    asked.open()


def charge(page: QWidget, desk: Desk, card: MemberCard, known: tuple[OneOff, ...]) -> Form:
    """Open the form over what the price says."""
    tr = desk.tr
    form = Form(
        page, desk,
        tr.gettext("Charge {name} once").format(name=shortened(card.member.name, 60)),
        tr.gettext("Make the bills"),
        tr.gettext("The amounts are those of the water price: a bill for each instalment."),
        wide=620,
    )  # fmt: skip
    items = {one.item: one for one in known}
    form.row(
        form.choice("item", tr.gettext("What for"), [_choice(one, desk) for one in items.values()])
    )
    live = [one for one in card.connections if one.status != "ended"]
    connections = [
        Choice(tr.gettext("None of them"), None),
        *(Choice(connection_words(one, tr), one.id) for one in live),
    ]
    form.row(
        form.choice(
            "connection", tr.gettext("Connection"), connections, live[0].id if live else None
        ),
        form.day("on", tr.gettext("Day of the bill")),
    )

    def said(recorded: Recorded) -> str:
        entry = recorded.entry
        assert isinstance(entry, Billed)
        n = len(entry.lines)
        words = tr.ngettext("{n} bill is made, {amount}.", "{n} bills are made, {amount}.", n)
        amount = Money(sum(line.amount for line in entry.lines), desk.currency)
        return words.format(n=tr.number(n), amount=tr.money(amount))

    form.asks(
        lambda: ChargeRequest(
            member=card.member.number, item=form.value_of("item"),
            connection=form.value_of("connection"), on=form.day_of("on"),
        ),
        charge_once, CHARGED, said,
    ).open()  # fmt: skip
    return form


def _choice(one: OneOff, desk: Desk) -> Choice:
    tr = desk.tr
    what, amount = item_words(one.item, None, tr), tr.money(Money(one.amount, desk.currency))
    if one.instalments == 1:
        return Choice(f"{what}, {amount}", one.item)
    words = tr.ngettext(
        "{what}, {amount} in {n} instalment", "{what}, {amount} in {n} instalments", one.instalments
    )
    return Choice(words.format(what=what, amount=amount, n=tr.number(one.instalments)), one.item)
