"""Members: the list at the left, one household's card at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.register import HistoryLine, MemberCard, MemberRow, card
from imt_desktop.period import Period
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.agreeing import agree
from imt_desktop.ui.pages.arrears.letting_go import let_go
from imt_desktop.ui.pages.arrears.look import Arranged, arranged
from imt_desktop.ui.pages.arrears.relieving import end_less, relieve, show_less
from imt_desktop.ui.pages.charges.gatherings import absences, labour, pays_instead
from imt_desktop.ui.pages.charges.once import charge_by_price
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.members import balances, bills, connections, household, states
from imt_desktop.ui.pages.members.confirm_many import ConfirmMany
from imt_desktop.ui.pages.members.forgetting import forget
from imt_desktop.ui.pages.members.line_acts import open_ref
from imt_desktop.ui.pages.members.member_card import MemberView
from imt_desktop.ui.pages.members.member_list import MemberList
from imt_desktop.ui.pages.members.roll import Roll, read_roll
from imt_desktop.ui.pages.members.wish import MemberWish
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.widgets import Button, Card, EmptyState, MenuItem, Panes


class MembersPage(Page):
    """All households, and one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Members"))
        tr = desk.tr
        self._card: MemberCard | None = None
        self._arranged: Arranged | None = None
        self._roll: Roll | None = None
        self._begun = False
        self._wanted = ""
        self.list = MemberList(desk)
        self.view = MemberView(desk, self._more)
        self.confirm = Button("", icon="circle-help")
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
        self.add_action(VeilButton(self.desk))
        self.add_action(self.confirm)
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
        self._panes = Panes(self.view, self.list, 304, first=True, least=440)
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty, 1)
        for part in (self._panes, self._empty, self.confirm):
            part.hide()

    @property
    def toast_over(self) -> QWidget:
        """The list: under it and beside it are buttons."""
        return self.list.list

    def _connect(self) -> None:
        view, over = self.view, self.view.connections
        self.new.clicked.connect(self.begin_member)
        self._begin.clicked.connect(self.begin_member)
        self._bring_in.clicked.connect(lambda: self.desk.go.emit("bringing-in", "members"))
        self.confirm.clicked.connect(self._confirm_many)
        self.list.chosen.connect(self._choose)
        self.list.new.connect(self.begin_member)
        self.list.exporting.connect(lambda what: list_in_excel(self, self.desk, ListWanted(what)))
        view.pay.connect(lambda: self.desk.go.emit("receive", self.row()))
        view.edit.connect(lambda: household.edit(self, self.desk, self.known(), self.row()))
        view.statement.connect(self._statement)
        view.bill.connect(lambda: bills.new_bill(self, self.desk, self.shown()))
        view.history.opened.connect(self._open_line)
        agreed = view.agreed
        agreed.agreeing.connect(lambda: agree(self, self.desk, self.arranged()))
        agreed.letting_go.connect(lambda: let_go(self, self.desk, self.arranged()))
        agreed.relieving.connect(self._relieve)
        agreed.ending.connect(self._end_less)
        agreed.opened.connect(lambda ref: open_ref(self, self.desk, ref))
        agreed.printing.connect(
            lambda: self.desk.go.emit("notices", Wish("agreement", member=self.row().number))
        )
        over.make.connect(lambda: connections.connect(self, self.desk, self.known(), self.row()))
        over.hand_over.connect(self._hand_over)
        over.state.connect(self._change_connection)

    def _more(self) -> list[MenuItem]:
        """What is done more seldom with the member shown."""
        tr, desk, shown = self.desk.tr, self.desk, self.shown()
        row, roll = shown.member, self.known()
        items = [
            MenuItem(
                tr.gettext("New connection"),
                partial(connections.connect, self, desk, roll, row),
                "git-fork",
            ),
            MenuItem(
                tr.gettext("Another state: cut off, left"),
                partial(states.change_status, self, desk, row),
                "circle-slash",
            ),
        ]
        if row.status == "active":
            items += self._charges(shown)
        statement = ListWanted("statement", member=row.number)
        items.append(
            MenuItem(
                tr.gettext("Statement in Excel"),
                partial(list_in_excel, self, desk, statement),
                "file-spreadsheet",
            )
        )
        if row.ahead:
            items.append(
                MenuItem(
                    tr.gettext("Give money back that was paid ahead"),
                    partial(balances.refund, self, desk, roll, row),
                    "undo-2",
                )
            )
        if row.status == "left" and row.name:
            items.append(
                MenuItem(
                    tr.gettext("Forget names and telephone"),
                    partial(forget, self, desk, row),
                    "eye-off",
                )
            )
        items += [
            MenuItem(
                tr.gettext("Balance from the old book"),
                partial(balances.old_balance, self, desk, row),
                "book-open",
                ruled=True,
            ),
            MenuItem(
                tr.gettext("Written down by mistake"),
                partial(household.take_out, self, desk, shown),
                "ban",
            ),
        ]
        return items

    def _charges(self, shown: MemberCard) -> list[MenuItem]:
        """What is asked of a member besides water."""
        tr, desk, row = self.desk.tr, self.desk, shown.member
        return [
            MenuItem(
                tr.gettext("Worked on a labour day"),
                partial(labour, self, desk, (), row), "wrench",
            ),
            MenuItem(
                tr.gettext("Pays in place of a labour day"),
                partial(pays_instead, self, desk, row), "coins",
            ),
            MenuItem(
                tr.gettext("Was absent from an assembly or labour day"),
                partial(absences, self, desk, (), row), "circle-slash",
            ),
            MenuItem(
                tr.gettext("Charge once: connection, meter, change of name"),
                partial(charge_by_price, self, desk, shown), "receipt-text",
            ),
        ]  # fmt: skip

    def shown(self) -> MemberCard:
        """Return the member on the card."""
        assert self._card is not None
        return self._card

    def row(self) -> MemberRow:
        """Return that member's line of the register."""
        return self.shown().member

    def arranged(self) -> Arranged:
        """Return what is agreed with that member."""
        assert self._arranged is not None
        return self._arranged

    def known(self) -> Roll:
        """Return the register, once it is read."""
        assert self._roll is not None
        return self._roll

    def begin_member(self) -> None:
        """Ask for a new household, as soon as the register is read."""
        if self._roll is None:
            self._begun = True
        else:
            household.new_member(self, self.desk, self._roll)

    def _confirm_many(self) -> None:
        ConfirmMany(self, self.desk, self.known().unconfirmed).open()

    def _end_less(self) -> None:
        """Let them pay all again; where they pay less by several decisions, choose which."""
        less = self.arranged().less
        if len(less) == 1:
            end_less(self, self.desk, less[0])
        else:
            show_less(self, self.desk)

    def _relieve(self) -> None:
        row = self.row()
        relieve(self, self.desk, row.number, row.name, self.arranged().decisions)

    def _hand_over(self, connection: ConnectionRow) -> None:
        connections.hand_over(self, self.desk, self.known(), self.row(), connection)

    def _change_connection(self, connection: ConnectionRow, to: str) -> None:
        states.change_connection(self, self.desk, self.row(), connection, to)

    def _open_line(self, line: HistoryLine) -> None:
        open_ref(self, self.desk, line.ref)

    def load(self) -> None:
        """Read the register."""
        self.ask(read_roll, self._show)

    def show_what(self, what: object) -> None:
        """Begin a new member, show only some, or show one."""
        if what == "new":
            self.begin_member()
        elif isinstance(what, MemberWish | MemberRow):
            self._wanted = "" if self.list.pick(what.number) else what.number
        elif isinstance(what, str):
            self.list.filter(what)

    def _statement(self) -> None:
        """This year's: whoever stands at the table asks for what was paid lately, too."""
        year = Period.year(self.desk.today.year)
        self.desk.go.emit("notices", Wish("statement", year, self.row().number))

    def _show(self, roll: Roll) -> None:
        self._roll = roll
        self.list.set_members(roll.finder)
        self._say_title(roll)
        self._panes.setVisible(bool(roll.rows))
        self._empty.setVisible(not roll.rows)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.list.pick(wanted)
        self._choose(self.list.list.row())
        if self._begun:
            self._begun = False
            self.begin_member()

    def _say_title(self, roll: Roll) -> None:
        tr, gone = self.desk.tr, roll.gone
        count = len(roll.rows) - gone
        behind = self.list.count["behind"]
        words = tr.ngettext(
            "{n} household, {behind} behind", "{n} households, {behind} behind", count
        )
        subtitle = words.format(n=tr.number(count), behind=tr.number(behind))
        if gone:
            left = tr.ngettext("{n} left and owes nothing", "{n} left and owe nothing", gone)
            subtitle = f"{subtitle}, {left.format(n=tr.number(gone))}"
        women = roll.women
        if women:
            counted = tr.ngettext("{n} woman on the register", "{n} women on the register", women)
            subtitle = f"{subtitle}, {counted.format(n=tr.number(women))}"
        self.set_title(tr.gettext("Members"), subtitle if roll.rows else "")
        waiting = len(roll.unconfirmed)
        self.confirm.setVisible(bool(waiting))
        self.confirm.set_words(
            tr.ngettext("Confirm {n} old balance", "Confirm {n} old balances", waiting).format(
                n=tr.number(waiting)
            )
        )

    def _choose(self, row: MemberRow | None) -> None:
        if row is None:
            self.view.hide()
        else:
            today = self.desk.today
            self.ask(
                lambda book: (card(book, row.number), arranged(book, row.number, today)),
                self._show_card,
            )

    def _show_card(self, read: tuple[MemberCard, Arranged]) -> None:
        found, there = read
        chosen = self.list.list.row()
        if chosen is None or chosen.id != found.member.id:
            return
        self._card, self._arranged = found, there
        self.view.show_card(found)
        self.view.agreed.show_member(there)
        self.view.show()
