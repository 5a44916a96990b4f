"""The assembly's steps with those who do not pay: as decided one after another, and a form for others."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import ladder
from imt_desktop.ledger.charging.earlier import BETWEEN
from imt_desktop.ledger.charging.entries import LadderStep
from imt_desktop.ledger.charging.ladder import STEPS, Ladder, LadderRequest, StepLine
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding, decision_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import LineEdit, Note, PersonLine
from imt_desktop.ui.widgets.states import done, not_yet, older_copy
from imt_desktop.wording.arrears import when_words
from imt_desktop.wording.states import step_words

DECIDED = Changes(balances=True, settings=True)
USUAL = {"reminder": 1, "last-warning": 2, "measure": 3}
"""After how many bills, where nothing was decided yet: the ladder of the Ethiopian manual (Module D)."""


class _Row(Struct, frozen=True):
    ladder: Ladder
    decision: Decision | None
    holds: bool


def days_between(tr: Translator) -> str:
    """Name how long the next step waits for the one before."""
    return tr.gettext("Days between two steps")


def show_steps(page: QWidget, desk: Desk) -> ListSheet:
    """Show all steps that were ever decided, the newest first; offer others."""
    tr = desk.tr

    def read(book: Reading) -> list[_Row]:
        known = {one.id: one for one in decisions(book)}
        found = ladder.ladders(book)
        now = next((one.entry for one in found if one.since <= desk.today), None)
        return [_Row(one, known.get(one.decision), one.entry == now) for one in found]

    def show(row: _Row) -> PersonLine:
        since = tr.gettext("From {day} on").format(day=tr.short_date(row.ladder.since))
        if row.holds:
            state = done(tr.gettext("holds now"))
        elif row.ladder.since > desk.today:
            state = not_yet(tr.gettext("still to come"))
        else:
            state = older_copy(tr.gettext("before"))
        decided = decision_words(row.decision, desk) if row.decision else ""
        return PersonLine(since, state=state, second=decided, icon="footprints")

    def tell(row: _Row) -> list[tuple[str, str]]:
        steps = [(step_words(one.step, tr), when_words(one, tr)) for one in row.ladder.steps]
        days = tr.ngettext("{n} day", "{n} days", row.ladder.between)
        return [*steps, (days_between(tr), days.format(n=tr.number(row.ladder.between)))]

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Steps with those who do not pay"),
        tr.gettext("The assembly decides them. Each month is read with those that held then."),
        read,
        show,
        tr.gettext("No steps are written down yet."),
    )
    sheet.with_details(tell)
    sheet.with_new(tr.gettext("Other steps"), lambda: decide_steps(page, desk, ()))
    sheet.open()
    return sheet


def decide_steps(
    page: QWidget, desk: Desk, now: tuple[LadderStep, ...], between: int = BETWEEN
) -> Form:
    """Ask for the steps; what holds now, or what is usual, stands there to begin with."""
    return _StepsForm(page, desk, now, between).form


class _StepsForm:
    def __init__(
        self, page: QWidget, desk: Desk, now: tuple[LadderStep, ...], between: int
    ) -> None:
        self._desk = desk
        self._written: list[str] = []
        tr = desk.tr
        self.form = Form(
            page,
            desk,
            tr.gettext("Which steps did the assembly decide?"),
            tr.gettext("Write the steps down"),
            tr.gettext(
                "Leave empty what you do not use. First find out why somebody does not pay."
            ),
            wide=640,
        )
        known = desk.tr.gettext(
            "No household is cut off or fined by the program: it only reminds you."
        )
        self.form.row(
            self.form.day("since", tr.gettext("From this day on")),
            self.form.put("between", days_between(tr), LineEdit(str(between))),
        )
        self._lay_steps({one.step: one for one in now})
        self.form.row(Note(known, "info"))
        self._decisions: tuple[Decision, ...] = ()
        self._deciding: Deciding | None = None
        desk.read(decisions, guarded(page, self._lay_decision))

    def _lay_steps(self, now: dict[str, LadderStep]) -> None:
        form, tr = self.form, self._desk.tr
        for code in STEPS:
            step = now.get(code)
            bills = step.after_bills if step else (USUAL.get(code, 0) if not now else 0)
            days = step.after_days if step else 0
            name = step_words(code, tr)
            after_bills = tr.gettext("{step}: after so many bills").format(step=name)
            after_days = tr.gettext("and so many days")
            form.row(
                form.put(f"{code}/after_bills", after_bills, LineEdit(str(bills or ""))),
                form.put(f"{code}/after_days", after_days, LineEdit(str(days or ""))),
            )

    def _lay_decision(self, known: tuple[Decision, ...]) -> None:
        tr = self._desk.tr
        what = tr.gettext("Steps with those who do not pay")
        self._deciding = Deciding(self.form, known, what, ("assembly",), needed=True)
        done_ = tr.gettext("The steps are written down.")
        self.form.asks(self._request, self._use, DECIDED, done_)
        self.form.open()

    def _request(self) -> Decided[LadderRequest]:
        form = self.form
        assert self._deciding is not None
        lines = []
        between = form.whole_of("between")
        self._written = []
        for code in STEPS:
            bills = form.whole_of(f"{code}/after_bills")
            days = form.whole_of(f"{code}/after_days")
            if bills is None and days is None:
                continue
            self._written.append(code)
            lines.append(StepLine(step=code, after_bills=bills or 0, after_days=days or 0))
        request = LadderRequest(
            decision=self._deciding.chosen() or 0,
            steps=tuple(lines),
            since=form.day_of("since"),
            between=BETWEEN if between is None else between,
        )
        return Decided(request, self._deciding.new())

    def _use(self, book: Writing, wanted: Decided[LadderRequest]) -> Recorded:
        try:
            return with_decision(ladder.decide_ladder)(book, wanted)
        except UserError as error:
            error.field = self._field(error.field or "")
            raise

    def _field(self, name: str) -> str | None:
        """Return the field of the form that a line of the request stands for."""
        what, _slash, rest = name.partition("/")
        if what != "steps":
            return name or None
        number, _slash, part = rest.partition("/")
        code = self._written[int(number) - 1] if number else STEPS[0]
        return f"{code}/{'after_days' if part == 'after_days' else 'after_bills'}"
