"""How connections are called on the card and in forms."""

from __future__ import annotations

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.widgets import State
from imt_desktop.ui.widgets.states import cut_off, done
from imt_desktop.wording.kinds import connection_name
from imt_desktop.wording.states import connection_state


def connection_words(connection: ConnectionRow, tr: Translator) -> str:
    """Name a connection: its type, its label where it has one, and which it is of several alike."""
    kind = connection_name(connection.type, {}, tr)
    words = capital(", ".join(part for part in (kind, connection.label) if part))
    return f"{words} {tr.number(connection.nth)}" if connection.nth else words


def connection_standing(connection: ConnectionRow, member: MemberRow, tr: Translator) -> State:
    """Say how a connection stands for one of its households: who is cut off has no water from it."""
    words = connection_state(connection.status, tr)
    if connection.status != "active":
        return cut_off(words)
    if member.status == "cut-off":
        return cut_off(tr.gettext("The household is cut off"))
    return done(words)
