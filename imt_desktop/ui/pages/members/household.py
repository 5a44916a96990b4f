"""Taking a household in, and putting right what is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Recorded
from imt_desktop.ledger import members, voids
from imt_desktop.ledger.entries import MemberChanged, MembersJoined
from imt_desktop.ledger.kinds import GENDERS
from imt_desktop.ledger.members import (
    AdultLine,
    ChangeMemberRequest,
    HouseholdLine,
    JoinRequest,
    MemberLine,
)
from imt_desktop.ledger.register import MemberCard, MemberRow
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.connection_fields import ConnectionFields
from imt_desktop.ui.pages.members.roll import Roll
from imt_desktop.ui.pages.members.wish import MemberWish
from imt_desktop.ui.widgets import Choice, shortened
from imt_desktop.wording.kinds import gender_name

CHANGED = Changes(members=True, balances=True)


def new_member(page: QWidget, desk: Desk, roll: Roll) -> Form:
    """Take a household in, with its connection."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("New member"), tr.gettext("Take in the household"), wide=640)
    _lay_household(form, roll, None)
    form.row(
        form.day(
            "on",
            tr.gettext("Member since"),
            hint=tr.gettext("months that ended before are not billed"),
        )
    )
    connection = ConnectionFields(form, roll)

    def request() -> JoinRequest:
        household = _household(form)
        line = MemberLine(
            **{name: getattr(household, name) for name in HouseholdLine.__struct_fields__},
            connections=(connection.line(),),
        )
        return JoinRequest(lines=(line,), on=form.day_of("on"))

    def said(recorded: Recorded) -> str:
        entry = recorded.entry
        assert isinstance(entry, MembersJoined)
        number = entry.lines[0].household.number
        desk.go.emit("members", MemberWish(number))
        words = tr.gettext("{name} is in the book with number {number}.")
        return words.format(name=shortened(form.words_of("name")), number=number)

    form.asks(
        request,
        members.join,
        CHANGED,
        said,
        again=lambda: new_member(page, desk, roll),
        kind=MembersJoined.KIND,
    ).open()
    return form


def edit(page: QWidget, desk: Desk, roll: Roll, row: MemberRow) -> Form:
    """Put right what is known of a member."""
    tr = desk.tr
    title = tr.gettext("Edit {name}").format(name=shortened(row.name))
    form = Form(page, desk, title, tr.gettext("Save"), wide=640)
    _lay_household(form, roll, row)
    form.asks(
        lambda: ChangeMemberRequest(member=row.number, household=_household(form)),
        members.change,
        CHANGED,
        tr.gettext("Saved."),
        kind=MemberChanged.KIND,
    ).open()
    return form


def take_out(page: QWidget, desk: Desk, card: MemberCard) -> Form:
    """Take a household out of the register that was written down by mistake."""
    tr, name = desk.tr, shortened(card.member.name)
    question = tr.gettext("Was {name} written down by mistake?").format(name=name)
    do, done = tr.gettext("Take it out"), tr.gettext("It is taken out of the register.")
    text = tr.gettext(
        "Only a household for which nothing was billed and paid can be taken out. One that moves"
        " away has left: change its state."
    )
    if card.joined_with > 1:
        question, do, together = _all_together(tr, card, name)
        done = tr.gettext("All of them are taken out of the register.")
        text = f"{together} {text}"
    form = Form(page, desk, question, do, text, danger=True)
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(entry=card.joined, reason=form.words_of("reason")),
        voids.void,
        CHANGED,
        done,
    ).open()
    return form


def _all_together(tr: Translator, card: MemberCard, name: str) -> tuple[str, str, str]:
    """Say that a household goes only with all that came in with it: question, button and reason."""
    n, entry = card.joined_with, tr.number(card.joined)
    question = tr.ngettext(
        "Was {n} household written down by mistake?",
        "Were all {n} households written down by mistake?",
        n,
    )
    do = tr.ngettext("Take {n} out", "Take all {n} out", n)
    together = tr.ngettext(
        "{name} is one of {n} household that came in with entry {entry}: all of them are taken out.",
        "{name} is one of {n} households that came in with entry {entry}: all of them are taken out.",
        n,
    )
    facts = {"n": tr.number(n), "name": name, "entry": entry}
    return question.format(**facts), do.format(**facts), together.format(**facts)


def _lay_household(form: Form, roll: Roll, row: MemberRow | None) -> None:
    tr = form.desk.tr
    genders = [Choice(gender_name(code, tr), code) for code in (GENDERS[-1], *GENDERS[:-1])]

    def known(name: str) -> str:
        return str(getattr(row, name) or "") if row else ""

    form.row(
        form.line("name", tr.gettext("Name"), known("name")),
        form.choice("gender", tr.gettext("Woman or man"), genders, known("gender")),
    )
    form.row(
        form.line("second", tr.gettext("Second adult"), known("second_adult")),
        form.choice("second_gender", tr.gettext("Woman or man"), genders, known("second_gender")),
    )
    form.row(
        form.line("nickname", tr.gettext("Nickname"), known("nickname")),
        form.line("house", tr.gettext("House, or parent's name"), known("house")),
    )
    form.row(
        form.line(
            "number", tr.gettext("Number"), known("number"),
            "" if row else tr.gettext("empty: the next one"),
        ),
        form.line("old_number", tr.gettext("Old number"), known("old_number")),
    )  # fmt: skip
    form.row(
        form.suggest(
            "zone", tr.gettext("Zone"), roll.zones, known("zone"),
            tr.gettext("choose, or type a new one"),
        ),
        form.line("people", tr.gettext("People in the household"), known("people")),
    )  # fmt: skip
    agreed = tr.gettext("The household agreed that its telephone number is kept")
    form.row(
        form.line("phone", tr.gettext("Telephone"), known("phone")),
        form.tick("phone_consent", agreed, row.phone_consent if row else False),
    )


def _household(form: Form) -> HouseholdLine:
    first = AdultLine(name=form.words_of("name"), gender=form.value_of("gender"))
    second = AdultLine(name=form.words_of("second"), gender=form.value_of("second_gender"))
    return HouseholdLine(
        adults=(first, second) if second.name else (first,),
        number=form.words_of("number"),
        nickname=form.words_of("nickname"),
        house=form.words_of("house"),
        old_number=form.words_of("old_number"),
        phone=form.words_of("phone"),
        phone_consent=form.ticked("phone_consent"),
        zone=form.words_of("zone"),
        people=form.people_of("people"),
    )
