"""Who gets no bill, and why: nobody is skipped without a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.billing import LeftOut
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Button, Card, Note, PeopleList, PersonLine
from imt_desktop.wording.kinds import connection_name
from imt_desktop.wording.states import left_out_words

_ICONS = {"billed": "circle-check", "no-fee": "triangle-alert",
          "member-later": "calendar-plus", "connection-later": "calendar-plus"}  # fmt: skip


_OPEN = frozenset({"no-fee", "no-reading", "no-count"})
"""Reasons that tell nothing of anybody's money: they are said while balances are hidden, too."""


class LeftOutList(Card):
    """The list, ways to set a price or count what is missing, and what holds until the button is pressed.

    While balances are hidden from the queue, who is cut off, late or fined, or pays nothing is hidden too.
    """

    setting_price = Signal()
    counting = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Left out"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self._extras: Collection[str] = ()
        self.list = PeopleList(self._line, tr.gettext("Left out"), compact=True)
        self.price = Button(tr.gettext("Set the water price"), icon="scale", size="row")
        self.count = Button(tr.gettext("Count them"), icon="pencil", size="row")
        self._note = Note(
            tr.gettext("Nothing is booked yet. Each bill can still be cancelled, with a reason.")
        )
        self.add(self.list, 1)
        self.add(self.price)
        self.add(self.count)
        self.add(self._note)
        self.price.clicked.connect(self.setting_price)
        self.count.clicked.connect(self.counting)
        desk.veiled.connect(self._veil)

    def show_note(self, shown: bool) -> None:
        """Say what holds until the button is pressed, while there is one."""
        self._note.setVisible(shown)

    def show_people(self, people: Sequence[LeftOut], extras: Collection[str] = ()) -> None:
        """Show them, those without a price or a count first: that can be put right here.

        ``extras`` are the numbers of those who get a late fee or a fine nevertheless.
        """
        self._extras = extras
        tr, n = self._desk.tr, len(people)
        self.set_title(tr.gettext("Left out: {n}").format(n=tr.number(n)))
        ordered = sorted(people, key=lambda one: one.reason not in ("no-fee", "no-count"))
        self.list.set_rows(ordered)
        self.price.setVisible(any(one.reason == "no-fee" for one in people))
        self.count.setVisible(any(one.reason == "no-count" for one in people))

    def _veil(self) -> None:
        self.list.set_rows(self.list.rows_model.rows)

    def _line(self, one: LeftOut) -> PersonLine:
        tr, hidden = self._desk.tr, self._desk.hides_balances
        if hidden and one.reason not in _OPEN:
            return PersonLine(one.name, second=one.number, icon="circle-slash")
        why = left_out_words(one.reason, one.since, tr)
        if one.reason == "no-fee":
            kind = connection_name(one.connection_type, {}, tr)
            why = tr.gettext("No price for: {connection}").format(connection=kind)
        if one.number in self._extras and not hidden:
            why = tr.gettext("{why}; a late fee or fine only").format(why=why)
        icon = _ICONS.get(one.reason, "circle-slash")
        return PersonLine(one.name, second=f"{one.number} · {why}", icon=icon)
