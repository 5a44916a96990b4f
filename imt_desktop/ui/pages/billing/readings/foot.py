"""The foot of the grid of readings: how far the zone is, and saving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings.lines import Counts
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.pages.walking.figure import Figure
from imt_desktop.ui.widgets import Badge, Button, Card, FlowRow, State
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.states import late


class ReadingFoot(Card):
    """``saving``: the ready lines are to be booked; ``printing`` and ``bringing_in`` the other ways."""

    saving = Signal()
    printing = Signal()
    bringing_in = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, tr = desk, desk.tr
        self.read = Figure(tr.gettext("Meters read"))
        self.asked = Badge(State("warn", "", "circle-help"))
        self.to_fix = Badge(late(""))
        self.sheet = Button(
            tr.gettext("Sheet to carry"), icon="printer", key="Ctrl+P", size="page",
            short=tr.gettext("Sheet"),
        )  # fmt: skip
        self.file = Button(
            tr.gettext("From a spreadsheet"), icon="file-spreadsheet", size="page",
            short=tr.gettext("Excel"),
        )  # fmt: skip
        self.save = Button("", "primary", "save", "Ctrl+Enter", "page", listen=False)
        bar = BarLayout(gap=16)
        bar.addWidget(self.read)
        bar.addWidget(FlowRow([self.asked, self.to_fix], 8))
        bar.addStretch()
        for button in (self.file, self.sheet, self.save):
            bar.addWidget(button)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(bar)
        self.save.clicked.connect(self.saving)
        OnlyOfficers(desk, self, self.save)
        self.sheet.clicked.connect(self.printing)
        self.file.clicked.connect(self.bringing_in)

    def show_counts(self, now: Counts) -> None:
        """Show how far the zone is."""
        tr = self._desk.tr
        words = tr.gettext("{n} of {all}")
        self.read.figure.set_words(words.format(n=tr.number(now.read), all=tr.number(now.meters)))
        asked = tr.ngettext("{n} question", "{n} questions", now.asked)
        self.asked.set_state(State("warn", asked.format(n=tr.number(now.asked)), "circle-help"))
        self.asked.setVisible(bool(now.asked))
        fix = tr.ngettext("{n} to fix", "{n} to fix", now.wrong)
        self.to_fix.set_state(late(fix.format(n=tr.number(now.wrong))))
        self.to_fix.setVisible(bool(now.wrong))
        save = tr.ngettext("Save {n} reading", "Save {n} readings", now.ready)
        self.save.set_words(
            save.format(n=tr.number(now.ready)) if now.ready else tr.gettext("Save the readings")
        )
