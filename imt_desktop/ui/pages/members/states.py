"""How a member or a connection stands from now on, and why: cut off, taken back, gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import cutting_off
from imt_desktop.ledger.charging.errors import (
    DecisionMissingError,
    StepsFirstError,
    SupplyMissingError,
    WarningMissingError,
)
from imt_desktop.ledger.charging.ladder import left_out, on_the_steps
from imt_desktop.ledger.connections import ConnectionRow
from imt_desktop.ledger.errors import ReasonMissingError
from imt_desktop.ledger.kinds import CLOSED_FOR, MEMBER_STATES
from imt_desktop.ledger.members import ConnectionStatusRequest, MemberStatusRequest
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.members.household import CHANGED
from imt_desktop.ui.pages.members.naming import connection_words
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Choice, LabelledField, Note, shortened
from imt_desktop.wording.errors import sentence
from imt_desktop.wording.states import closed_for, member_state, step_words

CUT_OFF = "cut-off"
MISTAKE = "mistake"


class _CutOff:
    """What is asked before somebody loses the water: who lives there, what they drink, who decided."""

    def __init__(self, form: Form, row: MemberRow, connection: ConnectionRow | None = None) -> None:
        """Ask it in a form, of a connection or of all of a household."""
        tr = form.desk.tr
        self._form = form
        self._note = Note(_who_lives_there(form.desk, row), "droplets")
        self._to = CUT_OFF
        self._steps: tuple[str, ...] = ()
        self._passed_over = Note("", "footprints")
        self._first = Note(sentence(StepsFirstError(row.number), tr), "footprints")
        self._owes = ""
        self._cause = _ask_cause(form) if connection else None
        self._skipped = form.line("skipped", tr.gettext("Why without these steps?"))
        self._fields = (
            form.line("warned", tr.gettext("When were they warned last?"), hint=tr.gettext("day")),
            form.line("meanwhile", tr.gettext("Where do they get drinking water until then?")),
            form.line("decided", tr.gettext("Who decided it?"), hint=tr.gettext("minute, day")),
        )
        if self._cause is not None:
            form.row(self._cause)
            form.fields.when("cause", lambda _cause: self.ask(self._to))
        form.row(self._first)
        form.row(form.line("reason", tr.gettext("Why?")))
        form.row(self._note)
        for field in self._fields:
            form.row(field)
        form.row(self._passed_over)
        form.row(self._skipped)
        today = form.desk.today

        def standing(book: Reading) -> tuple[tuple[str, ...], str]:
            if connection is not None:
                owes = cutting_off.who_owes(book, connection.id, today)
            else:
                owes = row.number if on_the_steps(book, row.number, today) else ""
            return left_out(book, row.number, today), owes

        form.desk.read(standing, guarded(form, self._show_steps))
        self.ask(CUT_OFF)

    def _show_steps(self, found: tuple[tuple[str, ...], str]) -> None:
        """Tell which steps of the assembly were not taken, and ask why they are passed over."""
        tr = self._form.desk.tr
        self._steps, self._owes = found
        said = tr.gettext("The assembly put other steps first, and they were not taken: {steps}.")
        self._passed_over.set_words(said.format(steps=self._step_words()))
        self._first.set_words(sentence(StepsFirstError(self._owes), tr))
        self.ask(self._to)

    def _step_words(self) -> str:
        return ", ".join(step_words(step, self._form.desk.tr) for step in self._steps)

    def ask(self, to: str) -> None:
        """Ask what is asked before that state."""
        self._to = to
        if self._cause is not None:
            self._cause.setVisible(self._closes())
        first = self._closes() and not self.cause()
        self._first.setVisible(first)
        self._form.fields["reason"].setVisible(not first)
        self._form.hold(first)  # the note says where it is done: nothing is typed here in vain
        wanted = to == CUT_OFF and not first  # under Arrears more is asked
        for part in (self._note, *self._fields):
            part.setVisible(wanted)
        for part in (self._passed_over, self._skipped):
            part.setVisible(wanted and bool(self._steps) and not self.cause())

    def _closes(self) -> bool:
        """Whether the water would be taken from somebody who owes."""
        closed = cutting_off.CLOSED if self._cause is not None else (CUT_OFF,)
        return bool(self._owes) and self._to in closed

    def cause(self) -> str:
        """Return for what it is closed where somebody owes, or nothing where it is for that."""
        if self._cause is None or not self._closes():
            return ""
        return str(self._form.value_of("cause"))

    def require(self) -> None:
        """Refuse a cut-off without an answer: nobody loses the water by a click."""
        form = self._form
        for name, missing in (
            ("reason", ReasonMissingError),
            ("warned", WarningMissingError),
            ("meanwhile", SupplyMissingError),
            ("decided", DecisionMissingError),
            ("skipped", ReasonMissingError),
        ):
            if not form.fields[name].isHidden() and not form.words_of(name):
                form.fields.wrong(missing().beside(name))

    def reason(self) -> str:
        """Return the reason, with the answers where they were asked for."""
        form, tr = self._form, self._form.desk.tr
        parts = [form.words_of("reason")]
        if cause := self.cause():
            other = tr.gettext("not for what is owed: {why}")
            parts.append(other.format(why=closed_for(cause, tr)))
        if not self._note.isHidden():
            for name, said in (
                ("warned", tr.gettext("warned: {words}")),
                ("meanwhile", tr.gettext("water meanwhile: {words}")),
                ("decided", tr.gettext("decided: {words}")),
            ):
                if words := form.words_of(name):
                    parts.append(said.format(words=words))
        if not self._skipped.isHidden():
            without = tr.gettext("without {steps}: {words}")
            parts.append(without.format(steps=self._step_words(), words=form.words_of("skipped")))
        return "; ".join(parts) if parts[0] else ""


def _ask_cause(form: Form) -> LabelledField:
    tr = form.desk.tr
    causes = [Choice(closed_for(code, tr), code) for code in CLOSED_FOR]
    owes = Choice(tr.gettext("Because of what is owed"), "")
    return form.choice("cause", tr.gettext("For what is it closed?"), [owes, *causes])


def _who_lives_there(desk: Desk, row: MemberRow) -> str:
    tr = desk.tr
    people = tr.gettext("It is not written down how many people live there.")
    if row.people:
        people = tr.ngettext("{n} person lives there.", "{n} people live there.", row.people)
        people = people.format(n=tr.number(row.people))
    minimum = tr.gettext("Everybody needs some water to drink and to cook: say where from.")
    return f"{people} {minimum}"


def change_status(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Cut a member off, take them back, or write down that they left."""
    tr = desk.tr
    states = [Choice(member_state(code, tr), code) for code in MEMBER_STATES if code != row.status]
    form = Form(
        page,
        desk,
        tr.gettext("{name}: another state").format(name=shortened(row.name)),
        tr.gettext("Write it down"),
    )
    _lay_states(form, states)
    cut = _CutOff(form, row)
    _follow(form, cut)

    def request() -> MemberStatusRequest:
        cut.require()
        return MemberStatusRequest(
            member=row.number,
            status=form.value_of("status"),
            reason=cut.reason(),
            on=form.day_of("on"),
        )

    form.asks(
        request,
        cutting_off.stand,
        CHANGED,
        tr.gettext("The new state is written down."),
    ).open()
    return form


def change_connection(
    page: QWidget, desk: Desk, row: MemberRow, connection: ConnectionRow, to: str
) -> Form:
    """Cut a connection off, reconnect it, or take it away."""
    tr = desk.tr
    what = connection_words(connection, tr)
    titles = {
        "active": tr.gettext("Reconnect: {connection}"),
        CUT_OFF: tr.gettext("Cut off: {connection}"),
        "ended": tr.gettext("Take away: {connection}"),
    }
    does = {
        "active": tr.gettext("Reconnect it"),
        CUT_OFF: tr.gettext("Cut it off"),
        "ended": tr.gettext("Take it away"),
    }
    form = Form(page, desk, titles[to].format(connection=shortened(what)), does[to])
    day = form.day("on", tr.gettext("From this day on"))
    mistake = _by_mistake(form, connection) if to == "ended" else None
    form.row(day)
    cut = _CutOff(form, row, connection)
    cut.ask(to)
    if mistake is not None:
        form.fields.when("how", lambda how: day.setVisible(how != MISTAKE))
        form.fields.when("how", cut.ask)

    def request() -> ConnectionStatusRequest | VoidRequest:
        if mistake is not None and form.value_of("how") == MISTAKE:
            return VoidRequest(entry=mistake, reason=form.words_of("reason"))
        cut.require()
        return ConnectionStatusRequest(
            connection=connection.id,
            status=to,
            reason=cut.reason(),
            on=form.day_of("on"),
            cause=cut.cause(),
        )

    form.asks(request, _change, CHANGED, tr.gettext("The new state is written down.")).open()
    form.fields["reason"].editor.setFocus()
    return form


def _by_mistake(form: Form, connection: ConnectionRow) -> int | None:
    """Let a connection that never was be struck; one that came with its member cannot be."""
    if connection.made is None:
        return None
    tr = form.desk.tr
    hows = [
        Choice(tr.gettext("It was there and is taken away"), "ended"),
        Choice(tr.gettext("It was written down by mistake"), MISTAKE),
    ]
    form.row(form.choice("how", tr.gettext("What happened"), hows))
    return connection.made


def _change(book: Writing, wanted: ConnectionStatusRequest | VoidRequest) -> Recorded:
    if isinstance(wanted, VoidRequest):
        return void(book, wanted)
    return cutting_off.stand_connection(book, wanted)


def _lay_states(form: Form, states: Sequence[Choice]) -> None:
    tr = form.desk.tr
    form.row(
        form.choice("status", tr.gettext("From now on"), states),
        form.day("on", tr.gettext("From this day on")),
    )


def _follow(form: Form, cut: _CutOff) -> None:
    cut.ask(form.value_of("status"))
    form.fields.when("status", cut.ask)
