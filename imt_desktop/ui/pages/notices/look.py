"""The second step: about what, in which languages, on which sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.community.complaints.queries import Complaint
from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.community.support.queries import Support
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.expenses import PaidOut
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.tariffs import Tariff
from imt_desktop.period import Month, Period
from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports.printing import PAPERS, PaperWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.member_search import MemberSearch
from imt_desktop.ui.pages.notices.kinds import RECEIPTS, SAVES_INK, asks, wanted
from imt_desktop.ui.pages.notices.languages import Languages
from imt_desktop.ui.pages.notices.sizes import Sizes
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.veil import hidden_by
from imt_desktop.ui.printing.remembered import choice, languages
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.widgets import (
    CheckBox,
    Choice,
    ComboBox,
    DateEdit,
    LabelledField,
    LineEdit,
    PeriodEdit,
    Segments,
    Words,
)
from imt_desktop.wording.community import meeting_words
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.plan import step_name

MOST = 100
"""So many complaints and meetings are offered, and the one that another page asks for."""

_YEARLY: Final = ("calendar", "calendar-aloud", "budget")
"""Papers of what comes, next year too, where all others look back."""

_T = TypeVar("_T", Complaint, Meeting)


class Look(QWidget):
    """Shows the fields that a paper asks for. ``changed`` says that something else is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        tr = desk.tr
        self._paper = ""
        self._kept: Period | None = None
        """The time of papers of what comes, or of all others: of those that are not shown."""
        self.spans = Segments(
            [
                Choice(tr.gettext("Month"), "month"),
                Choice(tr.gettext("Quarter"), "quarter"),
                Choice(tr.gettext("Year"), "year"),
            ],
            even=True, small=True, name=tr.gettext("What time"),
        )  # fmt: skip
        self.period = PeriodEdit(tr, desk.committee.first_month, Month.of(desk.today))
        self.member = MemberSearch(
            tr, tr.gettext("Which household?"), tr.gettext("Name or number"), large=False,
            hidden=hidden_by(desk),
        )  # fmt: skip
        self.account = ComboBox([Choice(tr.gettext("All together"), None)])
        self.number = LineEdit()
        self.zone = ComboBox([Choice(tr.gettext("All zones"), "")])
        self.day = DateEdit(tr, desk.today)
        self.expense = ComboBox([])
        self._newest = Choice(tr.gettext("The newest"), None)
        self.tariff = ComboBox([self._newest])
        steps = [Choice(step_name(step, tr), step) for step in STEPS]
        self.step = ComboBox([Choice(tr.gettext("All together"), ""), *steps])
        self.languages = Languages(tr, desk.committee.languages)
        self.sizes = Sizes(tr)
        self.complaint = ComboBox([])
        self.meeting = ComboBox([])
        self.request = ComboBox([])
        self.saving = CheckBox(tr.gettext("Save ink: no filled areas"))
        self._fields: dict[str, QWidget] = {}
        self._chosen: MemberRow | None = None
        self._complaints: tuple[Complaint, ...] = ()
        self._meetings: tuple[Meeting, ...] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tr = self._desk.tr
        time = QWidget()
        rows = QVBoxLayout(time)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for part in (Words(tr.gettext("What time"), "label"), self.spans, self.period):
            rows.addWidget(part)
        self._number = LabelledField(tr.gettext("Number of the receipt"), "", self.number)
        self._day = LabelledField(tr.gettext("Day"), "", self.day)
        self._fields = {
            "member": self._household(),
            "receipt": self._number,
            "period": time,
            "account": LabelledField(tr.gettext("Where the money lies"), "", self.account),
            "expense": LabelledField(tr.gettext("Which expense"), "", self.expense),
            "tariff": LabelledField(tr.gettext("Which tariff"), "", self.tariff),
            "complaint": LabelledField(tr.gettext("Complaint"), "", self.complaint),
            "meeting": LabelledField(tr.gettext("Meeting"), "", self.meeting),
            "request": LabelledField(tr.gettext("What was asked for"), "", self.request),
            "day": self._day,
            "zone": LabelledField(tr.gettext("Zone"), "", self.zone),
            "step": LabelledField(tr.gettext("Step"), "", self.step),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(12)
        for field in self._fields.values():
            column.addWidget(field)
        for field in (self.languages, self.sizes, self.saving):
            column.addWidget(field)
        column.addStretch(1)

    def _household(self) -> QWidget:
        field = QWidget()
        rows = QVBoxLayout(field)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        label = Words(self._desk.tr.gettext("Household"), "label")
        label.setBuddy(self.member.box)
        rows.addWidget(label)
        rows.addWidget(self.member)
        return field

    def _connect(self) -> None:
        self.spans.chosen.connect(self.period.set_span)
        self.period.changed.connect(lambda _: self.changed.emit())
        self.member.found.connect(self._choose_member)
        self.member.box.textChanged.connect(self._forget_member)
        self.account.chosen.connect(lambda _: self.changed.emit())
        self.number.textChanged.connect(lambda _: self.changed.emit())
        self.zone.chosen.connect(lambda _: self.changed.emit())
        self.day.changed.connect(lambda _: self.changed.emit())
        self.expense.chosen.connect(lambda _: self.changed.emit())
        self.tariff.chosen.connect(lambda _: self.changed.emit())
        self.complaint.chosen.connect(lambda _: self.changed.emit())
        self.step.chosen.connect(lambda _: self.changed.emit())
        self.meeting.chosen.connect(lambda _: self.changed.emit())
        self.request.chosen.connect(lambda _: self.changed.emit())
        self.languages.changed.connect(self.changed)
        self.sizes.chosen.connect(lambda _: self.changed.emit())
        self.saving.toggled.connect(lambda _: self.changed.emit())

    def set_book(
        self,
        members: Sequence[MemberRow],
        accounts: Sequence[Account],
        own: Sequence[Spoken],
        expenses: Sequence[PaidOut] = (),
        tariffs: Sequence[Tariff] = (),
        complaints: Sequence[Complaint] = (),
        meetings: Sequence[Meeting] = (),
        requests: Sequence[Support] = (),
    ) -> None:
        """Offer these households, accounts, languages, and what else papers are about."""
        tr = self._desk.tr
        self.languages.offer(own)
        self.member.set_members(members)
        places = [
            Choice(one.name or account_name(one.type, {}, tr).capitalize(), one.id)
            for one in accounts
        ]
        together = Choice(tr.gettext("All together"), None)
        self.account.set_choices([together, *places], self.account.value())
        zones = sorted({one.zone for one in members if one.zone}, key=str.casefold)
        everywhere = Choice(tr.gettext("All zones"), "")
        self.zone.set_choices(
            [everywhere, *(Choice(zone, zone) for zone in zones)], self.zone.value()
        )
        paid = [Choice(_expense(one, tr), str(one.ref)) for one in expenses]
        self.expense.set_choices(paid, self.expense.value())
        since = tr.gettext("From {month}")
        known = [
            Choice(since.format(month=tr.month(one.effective_from)), one.id)
            for one in reversed(tariffs)
        ]
        self.tariff.set_choices([self._newest, *known], self.tariff.value())
        asked = [Choice(f"{tr.day(one.asked_on)} · {one.words}", one.id) for one in requests]
        self.request.set_choices(asked, self.request.value())
        self._complaints = tuple(complaints)
        self._meetings = tuple(one for one in meetings if not one.off)
        self._offer(self.complaint.value(), self.meeting.value())

    def _offer(self, complaint: object, meeting: object) -> None:
        """Offer the first complaints and the latest meetings, and these two wherever they stand."""
        tr = self._desk.tr
        received = _first(self._complaints, complaint)
        self.complaint.set_choices(
            [Choice(_complaint(one, tr), one.id) for one in received], complaint
        )
        called = _first(self._meetings, meeting)
        self.meeting.set_choices([Choice(_meeting(one, tr), one.id) for one in called], meeting)

    def set_paper(self, paper: str) -> None:
        """Ask for what this paper needs; what comes begins with this year, and leaves others their time."""
        if (paper in _YEARLY) != (self._paper in _YEARLY):
            before, self._kept = self._kept, self.period.value()
            today = Month.of(self._desk.today)
            self.period.set_latest(Month(today.year + 1, 12) if paper in _YEARLY else today)
            self._show_period(before or Period.year(self._desk.today.year))
        self._paper = paper
        if not (shown := self.period.value()).whole_months:  # the week of another paper
            self.period.set_value(Month.of(shown.last).period)
        asked = asks(paper)
        for name, field in self._fields.items():
            field.setVisible(name in asked)
        kept = choice(self._desk, paper)
        self.sizes.offer(paper, PAPERS[paper].sizes, kept.size)
        self.languages.set_value(languages(self._desk, paper))
        self.saving.setChecked(kept.saving)
        self.saving.setVisible(paper in SAVES_INK)

    def fill(self, wish: Wish) -> None:
        """Fill in what another page knows."""
        if wish.period is not None:
            self._show_period(wish.period)
        if wish.member:
            row = next((one for one in self.member.members if one.number == wish.member), None)
            self._chosen = row
            if row is not None:
                self.member.show_chosen(row)
        self.account.set_value(wish.account)
        self.tariff.set_value(wish.tariff)
        self._offer(wish.complaint or self.complaint.value(), wish.meeting or self.meeting.value())
        self.step.set_value(wish.step)
        self.request.set_value(wish.request)
        if wish.expense is not None:
            self.expense.set_value(str(wish.expense))

    def wish(self) -> Wish:
        """Return what is chosen, for :meth:`fill` of another one."""
        expense = self.expense.value()
        about: dict[str, Any] = {
            "account": self.account.value(),
            "tariff": self.tariff.value(),
            "complaint": self.complaint.value(),
            "step": self.step.value(),
            "meeting": self.meeting.value(),
            "request": self.request.value(),
        }
        return Wish(
            self._paper,
            self.period.value(),
            self._chosen.number if self._chosen else "",
            expense=Ref(*map(int, str(expense).split("/"))) if expense else None,
            **about,
        )

    def _show_period(self, period: Period) -> None:
        self.period.set_value(period)
        self.spans.set_value(self.period.span)

    def wanted(self) -> PaperWanted | None:
        """Return the paper as chosen, or None while something is missing."""
        about: dict[str, Callable[[], object]] = {
            "member": lambda: self._chosen.number if self._chosen else "",
            "receipt": self._receipt,
            "period": self.period.value,
            "account": self.account.value,
            "zone": lambda: str(self.zone.value() or ""),
            "day": self.day.value,
            "expense": lambda: str(self.expense.value() or ""),
            "tariff": self.tariff.value,
            "complaint": self.complaint.value,
            "step": self.step.value,
            "meeting": self.meeting.value,
            "request": self.request.value,
        }
        return wanted(
            self._paper,
            **{name: value() for name, value in about.items() if name in asks(self._paper)},
            languages=self.languages.value(),
            size=self.sizes.value(),
            saving=self.saving.isChecked() and self._paper in SAVES_INK,
            unprinted=frozenset(waiting(self._desk).receipts) if self._paper == RECEIPTS else None,
        )

    def missing(self) -> str:
        """Say what is still to be chosen."""
        tr, asked = self._desk.tr, asks(self._paper)
        if "member" in asked and self._chosen is None:
            return tr.gettext("Choose a household: type a name or a number.")
        if "receipt" in asked and self._receipt() is None:
            return tr.gettext("Type the number of a receipt to see it.")
        if "expense" in asked and not self.expense.value():
            return tr.gettext("Nothing was paid out yet.")
        if "complaint" in asked and not self.complaint.value():
            return tr.gettext("Nobody has complained yet")
        if "meeting" in asked and not self.meeting.value():
            return tr.gettext("No meeting is written down")
        if "request" in asked and not self.request.value():
            return tr.gettext("Nothing was asked of anybody yet.")
        if "day" in asked and self.day.value() is None:
            return tr.gettext("Type a day, such as 15/10/2026.")
        return ""

    def set_error(self, field: str | None, sentence: str) -> None:
        """Show a mistake beside its field, if it has one here; an empty sentence takes it away."""
        wrong = field in ("number", "receipt") and bool(sentence)
        self._number.set_error(sentence if wrong else None)
        self._day.set_error(sentence if field == "day" and sentence else None)

    def _receipt(self) -> int | None:
        text = self.number.text().strip()
        fits = text.isascii() and text.isdecimal() and len(text) < 10
        return int(text) if fits else None

    def _choose_member(self, row: MemberRow) -> None:
        self._chosen = row
        self.member.show_chosen(row)
        self.changed.emit()

    def _forget_member(self, words: str) -> None:
        if not words and self._chosen is not None:
            self._chosen = None
            self.changed.emit()


def _first(every: Sequence[_T], also: object) -> list[_T]:
    return [one for at, one in enumerate(every) if at < MOST or one.id == also]


def _expense(one: PaidOut, tr: Translator) -> str:
    """Name an expense for a list: day, amount, who."""
    return f"{tr.day(one.on)} · {tr.amount(one.amount)} · {one.who or one.text}"


def _complaint(one: Complaint, tr: Translator) -> str:
    """Name a complaint by number and day: what it says is nobody's business here."""
    return f"{tr.gettext('No. {n}').format(n=one.id)} · {tr.day(one.received_on)}"


def _meeting(one: Meeting, tr: Translator) -> str:
    """Name a meeting by its day and what it is."""
    return f"{tr.day(one.held_on or one.day)} · {meeting_words(one.what, one.zone, tr)}"
