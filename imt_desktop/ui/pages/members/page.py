"""Members: the list at the left, one household's card at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from imt_desktop.ledger.register import MemberCard, MemberRow, card, members
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.members import actions
from imt_desktop.ui.pages.members.member_card import MemberView
from imt_desktop.ui.pages.members.member_list import MemberList
from imt_desktop.ui.pages.notices.kinds import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import Button, Card, EmptyState


class MembersPage(Page):
    """All households, and one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Members"), scrolls=False)
        tr = desk.tr
        self._card: MemberCard | None = None
        self.list = MemberList(desk)
        self.view = MemberView(desk)
        self.new = Button(tr.gettext("New member"), icon="user-plus", key="Ctrl+N")
        self._begin = Button(tr.gettext("New member"), "plain", "user-plus", "Ctrl+N", listen=False)
        self._bring_in = Button(
            tr.gettext("Bring in a spreadsheet"), "primary", "file-spreadsheet", "Ctrl+Shift+I",
            listen=False,
        )  # fmt: skip
        self._empty = Card()
        self._lay_out()
        self._connect()
        self.set_first(self.list.search)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.add_action(self.new)
        self._empty.add(
            EmptyState(
                tr.gettext("No members yet"),
                tr.gettext(
                    "Bring in the list you have, or write down the first household."
                    " Each household is one member."
                ),
                (self._bring_in, self._begin),
            )
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.view, 1)
        row.addWidget(self._empty, 1)
        self.body.addLayout(row, 1)
        for part in (self.list, self.view, self._empty):
            part.hide()

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: actions.new_member(self, self.desk))
        self._begin.clicked.connect(lambda: actions.new_member(self, self.desk))
        self._bring_in.clicked.connect(lambda: self.desk.go.emit("bringing-in", "members"))
        self.list.chosen.connect(self._choose)
        self.view.pay.connect(lambda: self.desk.go.emit("receive", self._row()))
        self.view.edit.connect(lambda: actions.edit(self, self.desk, self._row()))
        self.view.state.connect(lambda: actions.change_status(self, self.desk, self._row()))
        self.view.statement.connect(
            lambda: self.desk.go.emit("notices", Wish("statement", member=self._row().number))
        )
        self.view.connect_one.connect(lambda: actions.connect(self, self.desk, self._row()))

    def _row(self) -> MemberRow:
        assert self._card is not None
        return self._card.member

    def load(self) -> None:
        """Read all members."""
        self.ask(members, self._show)

    def show_what(self, what: object) -> None:
        """Begin a new member, or show only some."""
        if what == "new":
            actions.new_member(self, self.desk)
        elif isinstance(what, str):
            self.list.filter(what)

    def _show(self, rows: list[MemberRow]) -> None:
        tr = self.desk.tr
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        behind = sum(map(self.list.filters["behind"], rows))
        words = tr.ngettext(
            "{n} household, {behind} behind", "{n} households, {behind} behind", len(rows)
        )
        subtitle = words.format(n=tr.number(len(rows)), behind=tr.number(behind))
        self.set_title(tr.gettext("Members"), subtitle if rows else "")
        self.list.set_members(rows)
        self._choose(self.list.list.row())

    def _choose(self, row: MemberRow | None) -> None:
        if row is None:
            self.view.hide()
        else:
            self.ask(lambda book: card(book, row.number), self._show_card)

    def _show_card(self, found: MemberCard) -> None:
        chosen = self.list.list.row()
        if chosen is None or chosen.id != found.member.id:
            return
        self._card = found
        self.view.show_card(found)
        self.view.show()
