"""Which list, of which time, for whom, in which language: asked before it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import LANGUAGES
from imt_desktop.period import Month, Period
from imt_desktop.reports.excel.lists import LISTS, YEAR, ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.choosing import ask_where
from imt_desktop.ui.pages.exporting.under_way import UnderWay
from imt_desktop.ui.pages.fields import Fields
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import Button, Choice, PeriodEdit, Segments, Words
from imt_desktop.wording.lists import list_name

US, COUNTY = "us", "county"
OF_A_DAY: Final = frozenset({"members", "arrears", "open", "assets", "plan", "capacity"})
"""Lists that say how things stood at the end of the time that is chosen."""


class ExcelSheet(Sheet):
    """Asks what is wanted, then where to save it; the file is written off the window's thread."""

    def __init__(self, page: QWidget, desk: Desk, wanted: ListWanted) -> None:
        tr = desk.tr
        super().__init__(page, tr.gettext("Lists in Excel"), wide=560)
        self.desk, self._first = desk, wanted
        self.fields = Fields(desk)
        self.spans = Segments(
            [
                Choice(tr.gettext("Month"), "month"),
                Choice(tr.gettext("Quarter"), "quarter"),
                Choice(tr.gettext("Year"), "year"),
            ],
            even=True, small=True, name=tr.gettext("What time"),
        )  # fmt: skip
        self.period = PeriodEdit(tr, desk.committee.first_month, Month.of(desk.today))
        self.when = Words("", "label")
        self.save = Button(tr.gettext("Save as"), "primary", "save", key="Enter", listen=False)
        self._lay_fields()
        self._lay_time()
        self._lay_rest()
        self.spans.chosen.connect(self.period.set_span)
        self.fields.when("list", self._follow_list)
        self.fields.when("for", lambda who: self.names.setChecked(who == US))
        self._begin_with(wanted)

    def _lay_fields(self) -> None:
        tr, wanted = self.desk.tr, self._first
        known = [YEAR, *(key for key in LISTS if key != "statement" or wanted.member)]
        choices = [Choice(list_name(key, tr), key) for key in known]
        languages = [Choice(one.name, one.code) for one in LANGUAGES]
        self.row(
            self.fields.choice("list", tr.gettext("Which list"), choices, wanted.what),
            self.fields.choice("language", tr.gettext("Language"), languages, tr.code),
        )

    def _lay_time(self) -> None:
        time = QWidget()
        rows = QVBoxLayout(time)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for part in (self.when, self.spans, self.period):
            rows.addWidget(part)
        self.add(time)

    def _lay_rest(self) -> None:
        tr, fields = self.desk.tr, self.fields
        who = [
            Choice(tr.gettext("us, our accountant or auditor"), US),
            Choice(tr.gettext("the county, or others outside"), COUNTY),
        ]
        self.row(fields.choice("for", tr.gettext("For whom"), who))
        self.names = fields.tick(
            "names", tr.gettext("With names, telephone numbers and notes"), True
        )
        self.add(self.names)
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        self.add_button(leave).clicked.connect(self.reject)
        self.add_button(self.save).clicked.connect(self._ask_where)
        self.finished.connect(self.deleteLater)

    def _begin_with(self, wanted: ListWanted) -> None:
        today = Month.of(self.desk.today)
        usual = Period.year(today.year) if wanted.what == YEAR else today.period
        self.period.set_value(wanted.period or usual)
        self.spans.set_value(self.period.span)
        self._follow_list(wanted.what)

    def _follow_list(self, what: str) -> None:
        tr = self.desk.tr
        today = Month.of(self.desk.today)
        self.period.set_latest(Month(today.year + 1, 12) if what == "budget" else today)
        words = tr.gettext("At the end of") if what in OF_A_DAY else tr.gettext("What time")
        self.when.set_words(words)

    def wanted(self) -> ListWanted:
        """Return what was chosen."""
        what, first = self.fields.value_of("list"), self._first
        return ListWanted(
            what,
            self.period.value(),
            first.member if what == "statement" else "",
            first.account if what == "cashbook" else None,
            self.names.isChecked(),
        )

    def _ask_where(self) -> None:
        tr, wanted = self.desk.tr, self.wanted()
        assert wanted.period is not None
        name = f"{list_name(wanted.what, tr)} {wanted.member}".strip()
        ask_where(self, self.desk, f"{name} - {wanted.period}", self.write)

    def write(self, path: Path) -> UnderWay:
        """Write the list into a file, and leave."""
        over, wanted = self.parentWidget(), self.wanted()
        language = str(self.fields.value_of("language"))
        self.accept()
        dialog = UnderWay(over or self, self.desk, path, wanted, language)
        dialog.open()
        return dialog


def this_year(desk: Desk) -> Period:
    """Return the year of today, of which most lists are."""
    return Period.year(desk.today.year)


def list_in_excel(page: QWidget, desk: Desk, wanted: ListWanted) -> ExcelSheet:
    """Ask for a list, with what the page shows chosen already."""
    sheet = ExcelSheet(page, desk, wanted)
    sheet.open()
    sheet.save.setFocus()
    return sheet
