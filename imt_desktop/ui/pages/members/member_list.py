"""The list of members, with search and filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.balances import band
from imt_desktop.ledger.finding import Finder
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.standing import person_line
from imt_desktop.ui.widgets import (
    Button,
    Card,
    ChipRow,
    Choice,
    Hairline,
    PeopleList,
    PersonLine,
    SearchBox,
    Words,
)

_ALWAYS: Final = ("all", "owing", "behind")
"""Filters that are offered even where nobody fits."""


class MemberList(Card):
    """All members, or those of a filter."""

    chosen = Signal(object)
    new = Signal()
    """Nobody of that name is there: a new household is to be taken in."""
    exporting = Signal(str)
    """The list to have in Excel: ``members``, or ``arrears`` where those who owe are shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        tr = desk.tr
        self._finder, self._today = Finder(), desk.today
        self.count: dict[str, int] = {}
        """How many there are of each filter."""
        self.filters: Final[dict[str, Callable[[MemberRow], bool]]] = {
            "all": lambda row: True,
            "owing": lambda row: bool(row.owed),
            "behind": lambda row: row.oldest_due is not None and row.oldest_due < self._today,
            "over-90": lambda row: (
                row.oldest_due is not None and band(row.oldest_due, self._today) == "over-90"
            ),
            "ahead": lambda row: bool(row.ahead),
            "cut-off": lambda row: row.dry,
        }
        self.search = SearchBox(tr.gettext("Name, number, telephone"))
        self.chips = ChipRow([], "all", name=tr.gettext("Show"))
        self._filter = "all"
        self.list = PeopleList(self._line, tr.gettext("Members"), identity=lambda row: row.id)
        self._none = Words(tr.gettext("Nobody found."), wrap=True)
        self._new = Button(tr.gettext("New member"), icon="user-plus", size="row")
        self._nobody = QWidget()
        self._searched = ""
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet", size="row")
        self._lay_out()
        self.search.searched.connect(lambda _: self._show())
        self.chips.chosen.connect(lambda key: self.filter(str(key)))
        self.excel.clicked.connect(
            lambda: self.exporting.emit(
                "arrears" if self._filter in ("owing", "behind", "over-90") else "members"
            )
        )
        self.list.chosen.connect(self.chosen)
        self._new.clicked.connect(self.new)
        desk.veiled.connect(self._veil)
        self.chips.setVisible(not desk.hides_balances)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(10)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        self.body.addLayout(top)
        self.add(Hairline())
        nobody = QVBoxLayout(self._nobody)
        nobody.setContentsMargins(16, 12, 16, 12)
        nobody.addWidget(self._none)
        nobody.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._nobody)
        self.add(self.list, 1)
        self.body.addStretch(0)
        self.foot().addStretch(1)
        self.foot().addWidget(self.excel)

    def set_members(self, finder: Finder) -> None:
        """Show these members."""
        self._finder, members = finder, finder.members
        self._today = self._desk.today
        tr = self._desk.tr
        words = {
            "all": tr.gettext("All {n}"),
            "owing": tr.gettext("Owing {n}"),
            "behind": tr.gettext("Behind {n}"),
            "over-90": tr.gettext("Over 90 days {n}"),
            "ahead": tr.gettext("Paid ahead {n}"),
            "cut-off": tr.gettext("Cut off {n}"),
        }
        self.count = count = {
            key: sum(map(keep, members)) if key != "all" else len(members)
            for key, keep in self.filters.items()
        }
        shown = [key for key, n in count.items() if n or key in (*_ALWAYS, self._filter)]
        choices = [Choice(words[key].format(n=tr.number(count[key])), key) for key in shown]
        self.chips.set_choices(choices, self._filter)
        self._show()

    def filter(self, key: str) -> None:
        """Show only those of a filter, by its key; all while balances are hidden."""
        self._filter = "all" if self._desk.hides_balances or key not in self.filters else key
        self.chips.set_value(self._filter)
        self._show()

    def pick(self, number: str) -> bool:
        """Choose a member by the number, whatever was searched for; returns whether it is there."""
        self._searched = ""
        self.search.clear()
        self.filter("all")
        return any(self.list.choose(row) for row in self._finder.members if row.number == number)

    def _show(self) -> None:
        keep = None if self._filter == "all" else self.filters[self._filter]
        words, members = self.search.text(), self._finder.members
        if words.strip():
            found = self._finder.find(words, keep)
            shown: Sequence[MemberRow] = found.rows or found.near
            self._say_nobody(words, bool(found.near), shown=not found.rows)
        else:
            shown = members if keep is None else tuple(row for row in members if keep(row))
            self._say_nobody(words, near=False, shown=not shown)
        self.list.set_rows(shown)
        if shown and (words != self._searched or self.list.row() is None):
            self.list.choose(shown[0])
        self._searched = words

    def _say_nobody(self, words: str, near: bool, shown: bool) -> None:
        tr = self._desk.tr
        nobody = tr.gettext("Nobody found.")
        self._none.set_words(f"{nobody} {tr.gettext('These are like it:')}" if near else nobody)
        self._nobody.setVisible(shown)
        self._new.setVisible(bool(words.strip()))

    def _line(self, row: MemberRow) -> PersonLine:
        desk = self._desk
        return person_line(desk.tr, row, desk.hides_balances, self._today)

    def _veil(self) -> None:
        """While balances are hidden nobody reads here who is behind: filters tell it, too."""
        hidden = self._desk.hides_balances
        self.chips.setVisible(not hidden)
        self.filter("all" if hidden else self._filter)
