"""How a member stands, in a word: the same in the till, the list and the card."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.ledger.balances import band
from imt_desktop.ledger.particulars import (
    About,
    Instalment,
    Particulars,
    TakenOver,
    WentTo,
)
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.settling import OpenBill
from imt_desktop.money import Money
from imt_desktop.ui.widgets import PersonLine, State, shortened
from imt_desktop.ui.widgets.states import cut_off, done, due, late, under_way
from imt_desktop.wording.states import item_words

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_TITLE: Final = 120
"""Letters of a name that a card shows."""


def standing_of(tr: Translator, row: MemberRow, today: date | None = None) -> State:
    """Say how a member stands."""
    if row.status != "active":
        return cut_off(tr.gettext("Cut off") if row.status == "cut-off" else tr.gettext("Left"))
    if row.owed and row.oldest_due is not None:
        return age(tr, row.oldest_due, today or date.today())
    return done(tr.gettext("Paid ahead") if row.ahead else tr.gettext("Paid up"))


def called(tr: Translator, row: MemberRow) -> str:
    """Return a member's name, or that it was forgotten."""
    return row.name or tr.gettext("Forgotten")


def titled(tr: Translator, row: MemberRow) -> str:
    """Return a member's name as the title of their card; only one of more letters than names have is cut."""
    return shortened(called(tr, row), _TITLE)


def age(tr: Translator, due_on: date, today: date) -> State:
    """Say how old a debt is."""
    words = {
        "not-due": under_way(tr.gettext("Not due yet")),
        "1-30": due(tr.gettext("Up to 30 days late")),
        "31-60": late(tr.gettext("More than 30 days late")),
        "61-90": late(tr.gettext("More than 60 days late")),
        "over-90": late(tr.gettext("More than 90 days late")),
    }
    return words[band(due_on, today)]


def days_late(tr: Translator, due_on: date, today: date) -> State:
    """Say how old a debt is in days, for a narrow column."""
    days = max((today - due_on).days, 0)
    words = tr.ngettext("{n} day", "{n} days", days).format(n=tr.number(days))
    late_for = age(tr, due_on, today)
    return State(late_for.tone, words if days else tr.gettext("not due"), late_for.icon)


def bill_words(tr: Translator, item: str, period: str | None, text: str = "") -> str:
    """Name a bill: for what, and for which month."""
    if period is not None:
        return item_words(item, period, tr)
    names = {
        "opening": tr.gettext("Owed in the old book"),
        "connection": tr.gettext("Connection"),
        "reconnection": tr.gettext("Reconnection"),
        "transfer": tr.gettext("Change of name"),
        "meter": tr.gettext("Meter"),
        "contribution": tr.gettext("Contribution"),
        "late": tr.gettext("Late payment"),
        "fine": tr.gettext("Fine"),
        "fee": tr.gettext("Fee"),
    }
    if not text:
        return names.get(item, tr.gettext("Other bill"))
    if item not in names:
        return text
    words = tr.pgettext("a bill and its note", "{what}: {note}")
    return words.format(what=names[item], note=text)


def bill_name(tr: Translator, bill: OpenBill) -> str:
    """Name an open bill in one line, told apart from others of its name."""
    name = bill_words(tr, bill.item, bill.period, bill.text)
    apart = told_apart(tr, bill.particulars)
    if not apart:
        return name
    return tr.pgettext("a bill and its note", "{what}: {note}").format(what=name, note=apart)


def told_apart(tr: Translator, particulars: Particulars | None) -> str:
    """Say what tells a bill from others of its name: which instalment it is, from whom it came."""
    match particulars:
        case Instalment(number, many, due_on, about):
            said = tr.gettext("{n} of {many}, due {day}").format(
                n=tr.number(number), many=tr.number(many), day=tr.short_date(due_on)
            )
            return tr.parts((said, told_apart(tr, about)))
        case About(item, period, text):
            return bill_words(tr, item, period, text)
        case TakenOver(number, name, about):
            said = tr.gettext("from {name}, no. {number}").format(
                name=shortened(name) or tr.gettext("Forgotten"), number=number
            )
            return tr.parts((said, told_apart(tr, about)))
        case WentTo(number, name, bill):
            return tr.gettext("{bill}: to {name}, no. {number}").format(
                bill=told_apart(tr, bill),
                name=shortened(name) or tr.gettext("Forgotten"),
                number=number,
            )
        case None:
            return ""


def about(tr: Translator, row: MemberRow) -> str:
    """Say in a line who a member is: number, zone, people, telephone."""
    parts = [tr.gettext("No. {number}").format(number=row.number), row.house, row.zone]
    if row.people:
        parts.append(
            tr.ngettext("household of {n}", "household of {n}", row.people).format(n=row.people)
        )
    phone = row.phone.replace(" ", _NO_BREAK)  # a number is dialled from one line
    return ", ".join(part for part in (*parts, phone) if part)


def person_line(
    tr: Translator, row: MemberRow, hidden: bool, today: date | None = None
) -> PersonLine:
    """Show a member in a list; while balances are hidden, only who it is and where they live."""
    if hidden:
        place = row.house or row.zone
        return PersonLine(called(tr, row), ", ".join(filter(None, (row.number, place))))
    state = standing_of(tr, row, today)
    return PersonLine(called(tr, row), row.number, state, amount=tr.amount(balance(row)))


def balance(row: MemberRow) -> Money:
    """Return what is owed, negative where it is paid ahead."""
    return row.owed - row.ahead
