"""The head of a grid in walking order: which zone, whom to find, and the day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.member_search import SearchLine
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    ChipRow,
    Choice,
    ComboBox,
    DateEdit,
    FlowRow,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.bar_layout import BarLayout

_MOST_CHIPS = 6
"""More zones than this are offered in a list box."""


class Zoned(Protocol):
    """A zone and what is met on the way through it."""

    @property
    def zone(self) -> str:
        """Its name; empty for what lies in none."""

    @property
    def stops(self) -> Sequence[object]:
        """Its places."""


class WalkHead(QWidget):
    """``day`` names the day; ``zone_chosen`` carries a zone, ``wanted`` what is searched for."""

    zone_chosen = Signal(str)
    wanted = Signal(str)
    found = Signal()
    """Enter in the search box: go to the household that was found."""
    day = Signal(object)

    def __init__(self, desk: Desk, day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, tr = desk, desk.tr
        self._day = day
        self.chips = ChipRow([], name=tr.gettext("Zone"))
        self.box = ComboBox()
        self.box.setAccessibleName(tr.gettext("Zone"))
        self.search = SearchLine(tr.gettext("Name or number"), key="Ctrl+F")
        self.on = DateEdit(tr, desk.today)
        self.on.setAccessibleName(day)
        self.mistake = Words("", "error", wrap=True)
        self.nobody = Words("", "error", wrap=True)
        for hidden in (self.mistake, self.nobody):
            hidden.hide()
        self._lay_out()
        self.chips.chosen.connect(lambda zone: self.zone_chosen.emit(str(zone)))
        self.box.chosen.connect(lambda zone: self.zone_chosen.emit(str(zone)))
        self.search.searched.connect(self.wanted)
        self.search.taken.connect(self._take)
        self.on.changed.connect(self.day)

    def _take(self) -> None:
        """Enter does not wait for the pause after typing, and leads to nobody where nobody was found."""
        self.wanted.emit(self.search.text().strip())
        if self.nobody.isHidden():
            self.found.emit()

    def _lay_out(self) -> None:
        self.search.setFixedWidth(em(232))
        self.on.setFixedWidth(em(180))
        zones = QWidget()
        column = QVBoxLayout(zones)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        column.addWidget(self.box)
        bar = BarLayout(gap=10)
        bar.addWidget(zones, 1)
        bar.addStretch()
        bar.addWidget(self.search)
        bar.addWidget(FlowRow([Words(self._day, "quiet", wrap=False), self.on], 8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(bar)
        whole.addWidget(self.nobody)
        whole.addWidget(self.mistake)

    def show_rounds(self, rounds: Sequence[Zoned], zone: str, begun: frozenset[str]) -> None:
        """Offer zones; those where something is typed have a pencil."""
        choices = [
            Choice(self._named(one), one.zone, "pencil" if one.zone in begun else "")
            for one in rounds
        ]
        few = len(choices) <= _MOST_CHIPS
        self.chips.setVisible(few and len(choices) > 1)
        self.box.setVisible(not few)
        self.chips.set_choices(choices if few else [], zone)
        self.box.set_choices([] if few else choices, zone)

    def _named(self, one: Zoned) -> str:
        tr = self._desk.tr
        words = tr.gettext("{zone}, {n}")
        zone = shortened(one.zone, 30) or tr.gettext("Without a zone")
        return words.format(zone=zone, n=tr.number(len(one.stops)))

    def set_nobody(self, sentence: str) -> None:
        """Say that nobody was found, or that somebody was; who types on would do so for another one."""
        self.nobody.set_words(sentence)
        self.nobody.setVisible(bool(sentence))
        self.search.set_wrong(bool(sentence))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the day; nothing takes it away."""
        self.mistake.set_words(sentence)
        self.mistake.setVisible(bool(sentence))
        self.on.set_wrong(bool(sentence))
