"""What is not finished: expenses to approve, what we owe, advances, and money not yet known whose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ledger.waiting.approving import Waiting
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.widgets import (
    Button,
    Card,
    ChipRow,
    Choice,
    Hairline,
    PeopleList,
    PersonLine,
    Words,
)
from imt_desktop.ui.widgets.states import due, late
from imt_desktop.wording.kinds import kind_name
from imt_desktop.wording.proof import Names

OWED, ADVANCES, UNKNOWN, WAITING = "owed", "advances", "unknown", "waiting"


class Unfinished(Card):
    """Lists behind chips; a button finishes the one that is chosen."""

    finishing = Signal(object)
    """The OpenItem to pay, to account for, or to give to its member; the Waiting to approve."""
    refusing = Signal(object)
    """The Waiting that is not to be paid."""
    opening = Signal(object)
    """The Ref of a line to look at."""
    exporting = Signal()
    """The lists are wanted in Excel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Not finished"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self._names = Names({}, {})
        self._wanted = ""
        self._items: dict[str, Sequence[OpenItem | Waiting]] = {}
        self.chips = ChipRow([], OWED, name=tr.gettext("Show"))
        self.list = PeopleList(
            self._line,
            tr.gettext("Not finished"),
            identity=lambda item: (item.entry, item.line),
        )
        self._none = Words("", "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.finish = Button("", size="row")
        self.open = Button(tr.gettext("Look at it"), "quiet", "search", size="row")
        self.refuse = Button(tr.gettext("Do not pay it"), "quiet", "ban", size="row")
        self.excel = Button("", "quiet", "file-spreadsheet", size="row", says=tr.gettext("Excel"))
        self._lay_out()
        self.chips.chosen.connect(lambda _kind: self._show())
        self.list.chosen.connect(lambda _item: self._offer())
        self.list.opened.connect(self.finishing)
        self.finish.clicked.connect(lambda: self.finishing.emit(self.list.row()))
        self.open.clicked.connect(self._open)
        self.excel.clicked.connect(self.exporting)
        self.refuse.clicked.connect(lambda: self.refusing.emit(self.list.row()))

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.addWidget(self.chips)
        self.body.addLayout(top)
        self.add(Hairline())
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)
        self.foot().addWidget(self.finish)
        self.foot().addWidget(self.open)
        self.foot().addWidget(self.refuse)
        self.foot().addStretch(1)
        self.foot().addWidget(self.excel)

    def show_items(self, look: MoneyLook) -> None:
        """Show what is not finished."""
        tr = self._desk.tr
        self._names = look.names
        fresh = bool(look.waiting) and WAITING not in self._items
        self._items = {OWED: look.owed, ADVANCES: look.advances, UNKNOWN: look.unknown}
        if look.waiting:
            self._items = {WAITING: look.waiting, **self._items}
        words = {
            WAITING: tr.gettext("To approve {n}"),
            OWED: tr.gettext("We owe {n}"),
            ADVANCES: tr.gettext("Advances {n}"),
            UNKNOWN: tr.gettext("Not known whose {n}"),
        }
        wanted, self._wanted = self._wanted, ""
        kind = wanted or (WAITING if fresh else self._kind())
        if not wanted and not self._items.get(kind):
            kind = next((key for key, items in self._items.items() if items), kind)
        self.chips.set_choices(
            [
                Choice(words[key].format(n=tr.number(len(items))), key)
                for key, items in self._items.items()
            ],
            kind if kind in self._items else OWED,
        )
        self._show()
        if wanted:
            self._begin()

    def show_kind(self, kind: str) -> None:
        """Show one of the lists: ``waiting``, ``owed``, ``advances`` or ``unknown``."""
        if kind not in self._items:
            self._wanted = kind  # once it is read
            return
        self.chips.set_value(kind)
        self._show()
        self._begin()

    def _begin(self) -> None:
        """Stand on the list: who asked for it finishes something of it."""
        if not self.list.isHidden():
            self.list.setFocus()

    def _kind(self) -> str:
        return str(self.chips.value() or OWED)

    def _show(self) -> None:
        tr, kind = self._desk.tr, self._kind()
        items = self._items.get(kind, ())
        self.list.set_rows(items)
        self.list.setVisible(bool(items))
        empty = {
            WAITING: "",
            OWED: tr.gettext("We owe nothing."),
            ADVANCES: tr.gettext("Nobody has money of the committee in hand."),
            UNKNOWN: tr.gettext("It is known of all money whose it is."),
        }
        self._none.set_words(empty[kind])
        self._none.setVisible(not items)
        does = {
            WAITING: tr.gettext("Approve it"),
            OWED: tr.gettext("Pay it"),
            ADVANCES: tr.gettext("Account for it"),
            UNKNOWN: tr.gettext("Whose is it?"),
        }
        self.finish.set_words(does[kind])
        if items and self.list.row() is None:
            self.list.choose(items[0])
        self._offer()

    def _offer(self) -> None:
        item = self.list.row()
        waits = isinstance(item, Waiting)
        self.finish.setVisible(item is not None)
        self.open.setVisible(item is not None and not waits)
        self.refuse.setVisible(waits)

    def _open(self) -> None:
        item: OpenItem | None = self.list.row()
        if item is not None:
            self.opening.emit(Ref(item.entry, item.line))

    def _waiting_line(self, item: Waiting) -> PersonLine:
        tr = self._desk.tr
        what = item.text or kind_name(item.category, self._names.own, tr)
        return PersonLine(
            item.payee,
            state=due(tr.gettext("not yet approved")),
            second=f"{what}, {tr.day(item.on)}",
            amount=tr.amount(item.amount),
        )

    def _line(self, item: OpenItem | Waiting) -> PersonLine:
        if isinstance(item, Waiting):
            return self._waiting_line(item)
        tr = self._desk.tr
        what = item.text or self._what(item)
        state = None
        if item.what == "owed" and item.due_on is not None:
            past = item.due_on < self._desk.today
            words = tr.gettext("due {day}").format(day=tr.day(item.due_on))
            state = late(words) if past else due(words)
        second = what if item.who else ""
        if item.what == "unknown":
            where = self._names.accounts.get(item.account or 0, "")
            second = ", ".join(part for part in (item.text, item.reference, where) if part)
        if state is None:
            since = tr.gettext("since {day}").format(day=tr.day(item.on))
            second = ", ".join(part for part in (second, since) if part)
        return PersonLine(item.who or what, state=state, second=second, amount=tr.amount(item.left))

    def _what(self, item: OpenItem) -> str:
        tr = self._desk.tr
        if item.what == "loan":
            return tr.gettext("Loan")
        if item.what == "unknown":
            return tr.gettext("Payer not known")
        return kind_name(item.category, self._names.own, tr)
