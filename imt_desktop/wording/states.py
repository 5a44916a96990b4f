"""States of members, connections and debts, and what bills are for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.period import Period

MEMBER_STATES: Final[Mapping[str, str]] = {
    "active": mark("Active"),
    "cut-off": mark("Cut off"),
    "left": mark("Left"),
}
"""How a member stands."""

CONNECTION_STATES: Final[Mapping[str, str]] = {
    "active": mark("Active"),
    "cut-off": mark("Cut off"),
    "ended": mark("Taken away"),
}
"""How a connection stands."""

CLOSED_FOR: Final[Mapping[str, str]] = {
    "leak": mark("A leak, or works"),
    "wish": mark("The holder wishes it"),
    "empty": mark("Nobody lives there"),
    "other": mark("Something else than what is owed"),
}
"""For what a connection is closed, where not for what is owed."""

AGES: Final[Mapping[str, str]] = {
    "not-due": mark("Not due yet"),
    "1-30": mark("Up to 30 days late"),
    "31-60": mark("More than 30 days late"),
    "61-90": mark("More than 60 days late"),
    "over-90": mark("More than 90 days late"),
}
"""How old a debt is."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "member-cut-off": mark("Cut off"),
    "member-left": mark("Has left"),
    "connection-cut-off": mark("The connection is cut off"),
    "member-later": mark("Joined after this time"),
    "connection-later": mark("Connected after this time"),
    "billed": mark("Has the bill already"),
    "no-fee": mark("No price for this connection"),
    "no-reading": mark("The meter was not read"),
    "no-count": mark("Not counted yet"),
    "nothing-to-pay": mark("Nothing to pay"),
}
"""Why somebody gets no bill."""

ITEMS: Final[Mapping[str, str]] = {
    "fee": mark("Fee"),
    "connection": mark("Connection"),
    "reconnection": mark("Reconnection"),
    "transfer": mark("Change of name"),
    "meter": mark("Meter"),
    "contribution": mark("Contribution"),
    "fine": mark("Fine"),
    "late": mark("Late payment"),
    "other": mark("Other"),
    "opening": mark("Owed in the old book"),
}
"""What a bill is for."""


STEPS: Final[Mapping[str, str]] = {
    "reminder": mark("Reminder"),
    "last-warning": mark("Last warning"),
    "measure": mark("Measure"),
    "cut-off": mark("Cut-off"),
}
"""Steps with somebody who does not pay."""


def member_state(code: str, tr: Translator) -> str:
    """Say how a member stands; a code that nobody knows is shown as it is."""
    return _said(MEMBER_STATES, code, tr)


def connection_state(code: str, tr: Translator) -> str:
    """Say how a connection stands."""
    return _said(CONNECTION_STATES, code, tr)


def closed_for(code: str, tr: Translator) -> str:
    """Say for what a connection is closed, where not for what is owed."""
    return _said(CLOSED_FOR, code, tr)


def age_words(band: str, tr: Translator) -> str:
    """Say how old a debt is."""
    return _said(AGES, band, tr)


def step_words(step: str, tr: Translator) -> str:
    """Name a step with somebody who does not pay."""
    return _said(STEPS, step, tr)


def left_out_words(reason: str, since: date | None, tr: Translator) -> str:
    """Say why somebody gets no bill, and since when that is so."""
    why = _said(LEFT_OUT, reason, tr)
    if since is None:
        return why
    if reason.endswith("-later"):
        return tr.gettext("{why}: {day}").format(why=why, day=tr.short_date(since))
    return tr.gettext("{why} since {day}").format(why=why, day=tr.short_date(since))


def item_words(item: str, period: str | None, tr: Translator) -> str:
    """Say what a bill is for, and for which month."""
    if period is None:
        return _said(ITEMS, item, tr)
    month = tr.period(Period.parse(period), alone=False)
    if item == "fee":
        return tr.gettext("Fee for {month}").format(month=month)
    if item == "late":
        return tr.gettext("Late payment, {month}").format(month=month)
    return tr.gettext("Bill for {month}").format(month=month)


def _said(words: Mapping[str, str], code: str, tr: Translator) -> str:
    return tr.gettext(words[code]) if code in words else code
