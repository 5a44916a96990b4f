"""The figures of a preview: how many, how much, what is wrong, what is passed over."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.bringing_in.names import ICONS, short
from imt_desktop.ui.pages.bringing_in.outcome import Outcome
from imt_desktop.ui.widgets import EvenRow, Fact
from imt_desktop.ui.widgets.states import late
from imt_desktop.wording.fields import as_title, data_name

_Told = tuple[str, str, str, str, str]


class PreviewFacts(QWidget):
    """Up to four facts; a press on one shows the rows behind it."""

    chosen = Signal(str)
    """Which rows: all, good, wrong or passed."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._row: EvenRow | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the figures of a sheet."""
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = EvenRow([self._fact(*told) for told in self._told(outcome)])
        self._whole.addWidget(self._row)

    def _fact(self, what: str, icon: str, label: str, figure: str, line: str) -> Fact:
        explained = late(line) if what == "wrong" else line
        fact = Fact(icon, label, figure, explained, large=False)
        fact.clicked.connect(lambda: self.chosen.emit(what))
        return fact

    def _told(self, outcome: Outcome) -> Iterator[_Told]:
        tr, seen, kind = self._tr, outcome.seen, outcome.draft.kind
        n = tr.number(outcome.good)
        yield "good", ICONS[kind], as_title(data_name(kind, tr)), n, self._days(outcome)
        if kind == "members":
            yield "good", "phone", tr.gettext("Telephones"), *self._phones(outcome)
        elif kind == "opening":
            owed, ahead = map(tr.money, outcome.sums)
            yield "good", "clock", tr.gettext("Owed"), owed, tr.gettext("by members")
            yield "good", "coins", tr.gettext("Paid ahead"), ahead, tr.gettext("by members")
        else:
            yield "good", "coins", tr.gettext("Sum"), tr.money(outcome.sums[0]), ""
        if wrong := outcome.wrong:
            words = tr.ngettext("wrong row", "wrong rows", wrong)
            yield "wrong", "pencil", tr.gettext("To fix"), tr.number(wrong), words
        elif passed := sum(one.last - one.first + 1 for one in seen.skipped):
            words = tr.gettext("totals, empty rows")
            yield "passed", "minus", tr.gettext("Passed over"), tr.number(passed), words

    def _phones(self, outcome: Outcome) -> tuple[str, str]:
        tr = self._tr
        kept = outcome.draft.phones_agreed
        words = tr.gettext("kept: members agreed") if kept else tr.gettext("left out")
        return tr.number(outcome.rows.phones), words

    def _days(self, outcome: Outcome) -> str:
        tr, days = self._tr, outcome.days
        if days is None:
            sheet = short(outcome.draft.sheet, 28)
            return tr.gettext("sheet “{sheet}”").format(sheet=sheet)
        if days[0] == days[1]:
            return tr.short_date(days[0])
        return tr.gettext("{first} to {last}").format(
            first=tr.short_date(days[0]), last=tr.short_date(days[1])
        )
