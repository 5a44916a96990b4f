"""The fields that describe a connection: its type, its label, and the system it hangs on."""

from __future__ import annotations

from imt_desktop.i18n import capital
from imt_desktop.ledger.members import ConnectionLine
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.roll import Roll
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import CONNECTIONS, connection_name

OWN = ""
"""Stands for a type that the committee names itself."""


class ConnectionFields:
    """Lays its fields into a form and reads the connection that they describe."""

    def __init__(self, form: Form, roll: Roll) -> None:
        self._form, self._systems = form, roll.systems
        tr = form.desk.tr
        codes = dict.fromkeys((*CONNECTIONS, *roll.types))
        types = [Choice(capital(connection_name(code, {}, tr)), code) for code in codes]
        types.append(Choice(tr.gettext("Another type, in your own words"), OWN))
        used = roll.types[0] if roll.types else "household"
        kind = form.choice("type", tr.gettext("Connection"), types, used)
        self._own = form.line("own_type", tr.gettext("Name of the type"))
        form.row(
            kind, form.line("label", tr.gettext("Label"), hint=tr.gettext("such as: by the gate"))
        )
        form.row(self._own)
        self._own.hide()
        if len(roll.systems) > 1:
            systems = [Choice(name, number) for number, name in roll.systems.items()]
            form.row(form.choice("system", tr.gettext("Water system"), systems))
        form.fields.when("type", self._chosen)

    def _chosen(self, code: str) -> None:
        self._own.setVisible(code == OWN)
        if code == OWN:
            self._own.editor.setFocus()

    def line(self) -> ConnectionLine:
        """Return the connection that the fields describe."""
        form, code = self._form, self._form.value_of("type")
        return ConnectionLine(
            type=form.words_of("own_type") if code == OWN else code,
            label=form.words_of("label"),
            system=form.value_of("system") if "system" in form.fields else None,
        )
