"""The connections of a member: what they are, who shares them, who held them, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.members.naming import connection_standing, connection_words
from imt_desktop.ui.widgets import (
    Button,
    Details,
    FlowRow,
    Hairline,
    PeopleList,
    PersonLine,
    Scroll,
    Words,
)
from imt_desktop.wording.states import connection_state

ROW = 64


class ConnectionList(QWidget):
    """Announces what is to be done with the connection that is chosen."""

    hand_over = Signal(object)
    state = Signal(object, str)
    """The ConnectionRow, and how it stands from now on."""
    make = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        tr = desk.tr
        self._member: MemberRow | None = None
        self.list = PeopleList(self._line, tr.gettext("Connections"), identity=lambda row: row.id)
        self._none = Words(tr.gettext("No connection: no bill every month."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._details = Details(label=120)
        self.new = Button(tr.gettext("New connection"), icon="plus", size="row")
        self.give = Button(tr.gettext("Hand it over"), icon="arrow-left-right", size="row")
        self.off = Button(tr.gettext("Cut it off"), icon="circle-slash", size="row")
        self.on = Button(tr.gettext("Reconnect it"), icon="droplets", size="row")
        self.end = Button(tr.gettext("Take it away"), "danger", "x", size="row")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        acts = FlowRow([self.new, self.give, self.off, self.on, self.end])
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.addWidget(acts)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(16, 12, 16, 12)
        around.addWidget(self._details, 0, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addWidget(Scroll(inside), 1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _row: self._show_chosen())
        self.new.clicked.connect(self.make)
        self.give.clicked.connect(lambda: self.hand_over.emit(self.list.row()))
        for button, to in ((self.off, "cut-off"), (self.on, "active"), (self.end, "ended")):
            button.clicked.connect(lambda _=False, to=to: self.state.emit(self.list.row(), to))

    def show_connections(self, member: MemberRow, connections: Sequence[ConnectionRow]) -> None:
        """Show the connections of a member."""
        self._member = member
        self.list.set_rows(connections)
        self.list.setVisible(bool(connections))
        self._none.setVisible(not connections)
        shown = min(len(connections), 3)
        rows = sum(self.list.sizeHintForRow(at) for at in range(shown))
        self.list.setFixedHeight(rows + 2 if shown else 0)
        if connections and self.list.row() is None:
            self.list.choose(connections[0])
        self._show_chosen()

    def _line(self, row: ConnectionRow) -> PersonLine:
        tr = self._desk.tr
        member = self._member
        assert member is not None
        others = [one for one in row.holders if one.number != member.number]
        shared = ""
        if others:
            who = ", ".join(f"{one.name} ({one.number})" for one in others)
            shared = tr.gettext("shared with {who}").format(who=who)
        second = ", ".join(part for part in (row.system, shared) if part)
        return PersonLine(
            connection_words(row, tr),
            state=connection_standing(row, member, tr),
            second=second,
            amount=tr.gettext("owed: {amount}").format(amount=tr.amount(row.owed))
            if row.owed
            else "",
        )

    def _show_chosen(self) -> None:
        row: ConnectionRow | None = self.list.row()
        live = row is not None and row.status != "ended"
        self.give.setVisible(live)
        self.off.setVisible(row is not None and row.status == "active")
        self.on.setVisible(row is not None and row.status != "active")
        self.end.setVisible(live)
        self._details.set_rows(_history(row, self._desk.tr) if row else [])


def _history(row: ConnectionRow, tr: Translator) -> list[tuple[str, str]]:
    rows = []
    for one in row.holders:
        said = tr.gettext("{name}, no. {number}, since {day}")
        rows.append(
            (
                tr.gettext("Held by"),
                said.format(name=one.name, number=one.number, day=tr.short_date(one.since)),
            )
        )
    for one in row.before:
        said = tr.gettext("{name}, no. {number}, {first} to {last}")
        until = tr.short_date(one.until) if one.until else ""
        rows.append(
            (
                tr.gettext("Held before"),
                said.format(
                    name=one.name, number=one.number, first=tr.short_date(one.since), last=until
                ),
            )
        )
    for change in row.states:
        words = connection_state(change.state, tr)
        rows.append((tr.short_date(change.on), tr.about(words, change.reason)))
    return rows
