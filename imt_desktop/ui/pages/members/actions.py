"""What a person can do with a member: take in, put right, cut off, connect."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Writing
from imt_desktop.ledger import members
from imt_desktop.ledger.kinds import MEMBER_STATES
from imt_desktop.ledger.members import (
    AdultLine,
    ChangeMemberRequest,
    ConnectionLine,
    ConnectRequest,
    HouseholdLine,
    JoinRequest,
    MemberLine,
    MemberStatusRequest,
)
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import CheckBox, Choice
from imt_desktop.wording.kinds import CONNECTIONS, price_of

CHANGED = Changes(members=True, balances=True)


def _connections(desk: Desk) -> list[Choice]:
    return [Choice(price_of(code, {}, desk.tr), code) for code in CONNECTIONS]


def _household_fields(form: Form, row: MemberRow | None) -> CheckBox:
    tr = form.desk.tr
    form.row(
        form.line("name", tr.gettext("Name"), row.name if row else ""),
        form.line("second", tr.gettext("Second adult"), row.second_adult if row else ""),
    )
    form.row(
        form.line(
            "number", tr.gettext("Number"), row.number if row else "",
            "" if row else tr.gettext("empty: the next one"),
        ),
        form.line("house", tr.gettext("House, or parent's name"), row.house if row else ""),
    )  # fmt: skip
    form.row(
        form.line("zone", tr.gettext("Zone"), row.zone if row else ""),
        form.line(
            "people", tr.gettext("People in the household"),
            str(row.people) if row and row.people else "",
        ),
    )  # fmt: skip
    consent = CheckBox(
        tr.gettext("The household agreed that its telephone number is kept"),
        row.phone_consent if row else False,
    )
    form.row(
        form.line("phone", tr.gettext("Telephone"), row.phone if row else ""),
        form.line("old_number", tr.gettext("Old number"), row.old_number if row else ""),
    )
    form.row(consent)
    return consent


def _adults(form: Form) -> tuple[AdultLine, ...]:
    names = (form.words_of("name"), form.words_of("second"))
    return tuple(AdultLine(name=name) for n, name in enumerate(names) if name or not n)


def new_member(page: QWidget, desk: Desk) -> Form:
    """Take a household in, with its connection."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("New member"), tr.gettext("Take in the household"), wide=620)
    consent = _household_fields(form, None)
    form.row(form.choice("type", tr.gettext("Connection"), _connections(desk), "household"))

    def request() -> JoinRequest:
        return JoinRequest(
            lines=(
                MemberLine(
                    adults=_adults(form),
                    number=form.words_of("number"),
                    house=form.words_of("house"),
                    zone=form.words_of("zone"),
                    people=form.whole_of("people"),
                    phone=form.words_of("phone"),
                    phone_consent=consent.isChecked(),
                    old_number=form.words_of("old_number"),
                    connections=(ConnectionLine(type=form.value_of("type")),),
                ),
            )
        )

    form.asks(request, members.join, CHANGED, tr.gettext("The household is in the book.")).open()
    return form


def edit(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Put right what is known of a member."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Edit {name}").format(name=row.name), tr.gettext("Save"), wide=620
    )
    consent = _household_fields(form, row)

    def request() -> ChangeMemberRequest:
        return ChangeMemberRequest(
            member=row.number,
            household=HouseholdLine(
                adults=_adults(form),
                number=form.words_of("number"),
                nickname=row.nickname,
                house=form.words_of("house"),
                zone=form.words_of("zone"),
                people=form.whole_of("people"),
                phone=form.words_of("phone"),
                phone_consent=consent.isChecked(),
                old_number=form.words_of("old_number"),
            ),
        )

    form.asks(request, members.change, CHANGED, tr.gettext("Saved.")).open()
    return form


def change_status(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Cut a member off, take them back, or write down that they left."""
    tr = desk.tr
    words = {
        "active": tr.gettext("Active"),
        "cut-off": tr.gettext("Cut off"),
        "left": tr.gettext("Has left"),
    }
    form = Form(
        page, desk, tr.gettext("{name}: another state").format(name=row.name), tr.gettext("Save")
    )
    states = [Choice(words[code], code) for code in MEMBER_STATES if code != row.status]
    form.row(form.choice("status", tr.gettext("From now on"), states))
    form.row(form.line("reason", tr.gettext("Why?")))
    form.asks(
        lambda: MemberStatusRequest(
            member=row.number,
            status=form.value_of("status"),
            reason=form.words_of("reason"),
        ),
        members.change_status,
        CHANGED,
        tr.gettext("Saved."),
    ).open()
    return form


def connect(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Give a member one more connection, alone or shared with others."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("New connection for {name}").format(name=row.name),
        tr.gettext("Make the connection"),
    )
    form.row(form.choice("type", tr.gettext("Connection"), _connections(desk), "household"))
    form.row(
        form.line(
            "holders", tr.gettext("Shared with"), hint=tr.gettext("their numbers, with commas")
        )
    )

    def request() -> ConnectRequest:
        others = [one.strip() for one in form.words_of("holders").split(",")]
        return ConnectRequest(
            holders=(row.number, *(one for one in others if one)),
            connection=ConnectionLine(type=form.value_of("type")),
        )

    use_case: Callable[[Writing, ConnectRequest], object] = members.connect
    form.asks(request, use_case, CHANGED, tr.gettext("The connection is in the book.")).open()
    return form
