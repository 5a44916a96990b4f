"""The capacity sheet: three levels, the overall one, a grade, and each question with who answers it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.oversight.capacity import Sheet, history
from imt_desktop.oversight.capacity.criteria import AREAS, PARTS
from imt_desktop.oversight.capacity.sheet import SAID, UNKNOWN, Answered
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.capacity.asking import ask_form
from imt_desktop.ui.pages.capacity.leads import lead_of
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Column,
    EvenRow,
    Fact,
    FlowRow,
    State,
    StateLine,
    Table,
    Words,
)
from imt_desktop.ui.widgets.states import done, not_yet, refused
from imt_desktop.wording.capacity import (
    GRADE_RULE,
    INDEX_RULE,
    area_words,
    criterion_words,
    grade_said,
    grade_short,
    level_said,
    part_words,
    share_said,
    who_words,
)

ICONS = {"admin": "gavel", "finance": "wallet", "maintenance": "wrench"}


class CapacityPage(Page):
    """What the committee is able to do, from the book where it can say so."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("What the committee is able to do"))
        self._found: Sequence[Sheet] = ()
        self.ask_them = Button(tr.gettext("Ask the committee"), "primary", "pencil", "Ctrl+N")
        self.printed = Button(tr.gettext("Print"), icon="printer", key="Ctrl+P")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet")
        self.areas = {
            area: Fact(ICONS[area], area_words(area, tr), "", choosable=False) for area in AREAS
        }
        self.whole = Fact("shield-check", tr.gettext("Together"), "", choosable=False)
        self.past = self._make_past()
        self.over_time = Card(tr.gettext("Over time"), flush=True)
        self.parts: dict[str, Card] = {}
        self.leads: dict[str, Button] = {}
        """Of the criteria that somebody answered: the way to what the answer rests on."""
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._row: EvenRow | None = None
        self._lines: dict[str, QWidget] = {}
        self._shown = Sheet(desk.today, ())
        self._lay_out()
        self.ask_them.clicked.connect(self.ask_committee)
        self.printed.clicked.connect(lambda: desk.go.emit("notices", Wish("capacity")))
        self.excel.clicked.connect(lambda: list_in_excel(self, desk, ListWanted("capacity")))
        for area, fact in self.areas.items():
            fact.clicked.connect(partial(self.show_area, area))
        self.whole.clicked.connect(self.past.setFocus)
        self.past.opened.connect(self.show_sheet)
        self.set_first(self.ask_them)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.add_action(self.ask_them)
        self.add(EvenRow([*self.areas.values(), self.whole]))
        self.add(FlowRow([self.printed, self.excel], gap=8))
        self.add(Words(tr.gettext(INDEX_RULE), "hint", wrap=True))
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add(self._middle)
        self.add(Words(tr.gettext(GRADE_RULE), "hint", wrap=True))
        self.over_time.add(self.past)
        self.add(self.over_time)
        self.body.addStretch(1)

    def _make_past(self) -> Table:
        """Make the table of the past: on a small screen, too, no day, level or grade is cut."""
        tr = self.desk.tr

        def level(found: int | None, rises: bool) -> str:
            return "–" if found is None else level_said(found, tr, rises)

        columns = [Column[Sheet](tr.gettext("Day"), lambda row: tr.short_date(row.day))]
        for area in AREAS:
            columns.append(
                Column[Sheet](area_words(area, tr), lambda row, a=area: level(row.level(a), row.rises(a)),  # type: ignore[misc]
                              stretch=1)
            )  # fmt: skip
        columns += [
            Column[Sheet](tr.gettext("Together"), lambda row: level(row.overall, row.overall_rises),
                          bold=True, stretch=1),
            Column[Sheet](tr.gettext("Grade"), lambda row: grade_short(row.grade, row.unknown, tr),
                          bold=True),
        ]  # fmt: skip
        return Table(columns, tr.gettext("Over time"), identity=lambda row: row.day)

    def load(self) -> None:
        """Read the sheet of today and those of the half-years before."""
        today = self.desk.today
        self.ask(lambda book: history(book, today), self._show)

    def _show(self, found: Sequence[Sheet]) -> None:
        self._found = found
        self.ask_them.setVisible(self.desk.read_only is None)
        self.show_sheet(found[-1])
        self.past.set_rows(tuple(reversed(found)))
        self.past.setFixedHeight(self.past.content_height())

    def show_sheet(self, now: Sheet) -> None:
        """Show the sheet of a day: today's, or one of the half-years before."""
        tr = self.desk.tr
        for area, fact in self.areas.items():
            fact.set_figure(level_said(now.level(area), tr, now.rises(area)))
        said = grade_said(now.grade, now.score, now.unknown, tr)
        self.whole.set_figure(level_said(now.overall, tr, now.overall_rises), said)
        n = now.unknown
        words = tr.ngettext("{n} question has no answer yet", "{n} questions have no answer yet", n)
        beside = [words.format(n=tr.number(n))] if n else []
        if now.day != self.desk.today:
            beside.insert(0, tr.date(now.day))
        self.set_title(tr.gettext("What the committee is able to do"), ". ".join(beside))
        self._shown = now
        self._show_parts(now)

    def show_area(self, area: str) -> None:
        """Go to the first answer that keeps an area from a higher level, or to its last one."""
        mine = [one for one in self._shown.answers if one.criterion.area == area]
        mine.sort(key=lambda one: one.criterion.level)
        wanted = next((one for one in mine if not one.met), mine[-1])
        line = self._lines[wanted.criterion.code]
        self.bring_into_view(line)
        self.leads.get(wanted.criterion.code, self.ask_them).setFocus()

    def _show_parts(self, now: Sheet) -> None:
        if self._row is not None:
            self._column.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        tr, self.leads, self._lines = self.desk.tr, {}, {}
        for part in PARTS:
            card = Card(part_words(part, tr), share_said(now.parts[part], tr))
            for one in now.answers:
                if one.criterion.part == part:
                    line = self._lines[one.criterion.code] = self._line(one)
                    card.add(line)
            card.body.addStretch(1)
            self.parts[part] = card
        self._row = EvenRow(list(self.parts.values()), most=2)
        self._column.addWidget(self._row)

    def _line(self, one: Answered) -> QWidget:
        tr, line = self.desk.tr, QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(criterion_words(one.criterion.code, tr), "strong", wrap=True))
        state = StateLine(self._state(one))
        row = FlowRow([state, *self._leads(one)], gap=8)
        row.setMinimumHeight(em(32))  # as high as with a button: all lines keep one rhythm
        column.addWidget(row)
        return line

    def _leads(self, one: Answered) -> list[Button]:
        lead, desk = lead_of(one), self.desk
        if lead is None or lead[0] not in desk.pages:
            return []
        made = Button(desk.tr.gettext("Open"), "quiet", "arrow-right", size="row")
        made.setAccessibleDescription(criterion_words(one.criterion.code, desk.tr))
        made.clicked.connect(lambda: desk.go.emit(*lead))
        self.leads[one.criterion.code] = made
        return [made]

    def _state(self, one: Answered) -> State:
        tr = self.desk.tr
        if one.by == UNKNOWN:
            return not_yet(who_words(one.by, tr))
        who = who_words(one.by, tr)
        if one.by == SAID and one.on is not None:
            who = tr.gettext("{who}, {day}").format(who=who, day=tr.short_date(one.on))
        if one.met:
            return done(tr.gettext("Yes, {who}").format(who=who))
        return refused(tr.gettext("No, {who}").format(who=who))

    def ask_committee(self) -> Form | None:
        """Ask for what the book cannot answer."""
        return ask_form(self, self.desk, self._found[-1]) if self._found else None
