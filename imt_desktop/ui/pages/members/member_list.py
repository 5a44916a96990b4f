"""The list of members, with search and filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.standing import balance, called, standing_of
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


class MemberList(Card):
    """All members, or those of a filter."""

    chosen = Signal(object)
    exporting = Signal(str)
    """The list to have in Excel: ``members``, or ``arrears`` where those who owe are shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        tr = desk.tr
        self._members: Sequence[MemberRow] = ()
        self.filters: Final[dict[str, Callable[[MemberRow], bool]]] = {
            "all": lambda row: True,
            "owing": lambda row: bool(row.owed),
            "behind": lambda row: row.oldest_due is not None and row.oldest_due < desk.today,
            "cut-off": lambda row: row.status == "cut-off",
        }
        self.search = SearchBox(tr.gettext("Name, number, telephone"))
        self.chips = ChipRow([], "all", name=tr.gettext("Show"))
        self.list = PeopleList(self._line, tr.gettext("Members"), identity=lambda row: row.id)
        self._none = Words(tr.gettext("Nobody found."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet", size="row")
        self._lay_out()
        self.search.searched.connect(lambda _: self._show())
        self.chips.chosen.connect(lambda _: self._show())
        self.excel.clicked.connect(
            lambda: self.exporting.emit(
                "arrears" if self.chips.value() in ("owing", "behind") else "members"
            )
        )
        self.list.chosen.connect(self.chosen)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(10)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        self.body.addLayout(top)
        self.add(Hairline())
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)
        self.foot().addStretch(1)
        self.foot().addWidget(self.excel)

    def set_members(self, members: Sequence[MemberRow]) -> None:
        """Show these members."""
        self._members = members
        tr = self._desk.tr
        words = {
            "all": tr.gettext("All {n}"),
            "owing": tr.gettext("Owing {n}"),
            "behind": tr.gettext("Behind {n}"),
            "cut-off": tr.gettext("Cut off {n}"),
        }
        count = {key: sum(map(keep, members)) for key, keep in self.filters.items()}
        self.chips.set_choices(
            [Choice(words[key].format(n=tr.number(n)), key) for key, n in count.items()],
            self.chips.value() or "all",
        )
        self._show()

    def filter(self, key: str) -> None:
        """Show only some: ``owing``, ``behind``, ``cut-off`` or ``all``."""
        self.chips.set_value(key)
        self._show()

    def show_member(self, row: MemberRow) -> bool:
        """Choose one member, whatever was searched for; returns whether it is there."""
        self.search.clear()
        self.filter("all")
        return self.list.choose(row)

    def _show(self) -> None:
        keep = self.filters[str(self.chips.value() or "all")]
        words = self.search.text()
        rows = [row for row in self._members if keep(row) and row.matches(words)]
        self.list.set_rows(rows)
        self._none.setVisible(not rows)
        if rows and self.list.row() is None:
            self.list.choose(rows[0])

    def _line(self, row: MemberRow) -> PersonLine:
        tr = self._desk.tr
        state = standing_of(tr, row, self._desk.today)
        return PersonLine(called(tr, row), row.number, state, amount=tr.amount(balance(row)))
