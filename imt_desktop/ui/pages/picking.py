"""Fields in which members are picked from the register: one, or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.widgets import ChipRow, Choice, SuggestEdit, shortened
from imt_desktop.ui.widgets.tab_order import INNER, plain_enter

CHIP_LETTERS = 24


class Offered(Struct, frozen=True):
    """Members as a field offers them, and the numbers of all; made off the window's thread."""

    choices: tuple[Choice, ...] = ()
    numbers: frozenset[str] = frozenset()


def offered(rows: Iterable[MemberRow]) -> Offered:
    """Put members into what ``MemberEdit.set_members`` takes."""
    rows = tuple(rows)
    return Offered(tuple(member_choices(rows)), frozenset(row.number for row in rows))


def member_choices(rows: Iterable[MemberRow]) -> list[Choice]:
    """Offer members by name, number, house and nickname; the value is the number."""
    return [
        Choice(row.name, row.number, second=", ".join(_beside(row)))
        for row in rows
        if row.status != "left"
    ]


def _beside(row: MemberRow) -> Iterable[str]:
    yield row.number
    yield from (part for part in (row.nickname, row.house) if part)


class MemberEdit(SuggestEdit):
    """Picks one member; typing the number alone will do as well."""

    def __init__(self, tr: Translator, rows: Sequence[MemberRow] = ()) -> None:
        super().__init__(placeholder=tr.gettext("Name or number"), strict=True, icon="search")
        self._numbers: frozenset[str] = frozenset()
        self.set_members(offered(rows))

    def set_members(self, members: Offered) -> None:
        """Offer these members."""
        self._numbers = members.numbers
        self.set_choices(members.choices)

    def number(self) -> str:
        """Return the number of the member picked, or what is typed."""
        typed = self.text().strip()
        return typed if typed in self._numbers else str(self.value() or typed)


class MembersEdit(QWidget):
    """Picks several members, one after another; each stays as a chip that takes it away again."""

    changed = Signal()

    def __init__(self, tr: Translator, rows: Sequence[MemberRow]) -> None:
        super().__init__()
        self._tr = tr
        self._names = {row.number: row.name for row in rows}
        self._picked: list[str] = []
        self.edit = _Adding(tr, rows)
        self._chips = ChipRow([], acts=True, name=tr.gettext("Chosen: press one to take it away"))
        self._chips.setProperty(INNER, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self._chips)
        self._chips.hide()
        self.setFocusProxy(self.edit)
        self.edit.added.connect(self._add)
        self._chips.chosen.connect(self._take_away)

    def value(self) -> tuple[str, ...]:
        """Return the numbers picked, and what still stands in the field."""
        typed = self.edit.text().strip()
        return (*self._picked, self.edit.number()) if typed else tuple(self._picked)

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self.edit.set_wrong(wrong)

    def _add(self, number: str) -> None:
        if number not in self._picked:
            self._picked.append(number)
        self._show()

    def _take_away(self, number: object) -> None:
        self._picked.remove(str(number))
        self._show()
        self.edit.setFocus()

    def _show(self) -> None:
        self._chips.set_choices(
            [
                Choice(
                    f"{shortened(self._names.get(number, ''), CHIP_LETTERS)} {number}",
                    number,
                    icon="x",
                )
                for number in self._picked
            ]
        )
        self._chips.setVisible(bool(self._picked))
        self.changed.emit()


class _Adding(MemberEdit):
    """Hands over each member that is picked and is empty again."""

    added = Signal(str)

    def __init__(self, tr: Translator, rows: Sequence[MemberRow]) -> None:
        super().__init__(tr, rows)
        self.picked.connect(lambda number: self._hand_over(str(number)))

    def _hand_over(self, number: str) -> None:
        self.added.emit(number)
        self.clear()
        self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter add what is typed and stay for the next; on an empty field it goes on."""
        if plain_enter(event) and self.text().strip():
            typed = self.text().strip()
            best = self.marked() or self.best(typed)
            if typed in self._numbers:
                self._hand_over(typed)
            elif best is not None:
                self.take(best)
            elif self.fitting(typed):
                self.ask()
            event.accept()
            return
        super().keyPressEvent(event)
