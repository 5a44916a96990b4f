"""A step that the committee takes: with one household, or the same with several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.charging.arrears_list import Household, Taken
from imt_desktop.ledger.charging.ladder import StepRequest, take_step
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.states import behind_by
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.standing import called
from imt_desktop.ui.widgets import Note, shortened
from imt_desktop.wording.states import step_words

STEPPED = Changes(balances=True)

NAMES = 12
"""Households that are named where nothing is asked about each."""


def strike(page: QWidget, desk: Desk, taken: Taken) -> Form:
    """Strike a step that was written down by mistake."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Strike the step “{step}”?").format(step=step_words(taken.step, tr)),
        tr.gettext("Strike it"),
        tr.gettext("It was written down on {day}. It stays in the book, with your reason.").format(
            day=tr.date(taken.on)
        ),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: VoidRequest(entry=taken.entry, reason=form.words_of("reason")),
        void,
        STEPPED,
        tr.gettext("The step is struck."),
    ).open()
    return form


def take(page: QWidget, desk: Desk, households: Sequence[Household]) -> Form:
    """Ask what has to be said for the step that comes next with all of these, and write it down."""
    return _StepForm(page, desk, tuple(households)).form


class _StepForm:
    """A reminder needs no words; for every other step each household is heard first."""

    def __init__(self, page: QWidget, desk: Desk, households: tuple[Household, ...]) -> None:
        self._desk, self._households = desk, households
        self._step = households[0].proposed
        tr, n = desk.tr, len(households)
        step = step_words(self._step, tr)
        if n == 1:
            name = shortened(called(tr, households[0].member), 60)
            asked = tr.gettext("{step} for {name}?").format(step=step, name=name)
        else:
            asked = tr.ngettext(
                "{step} for {n} household?", "{step} for {n} households?", n
            ).format(step=step, n=tr.number(n))
        self.form = Form(
            page,
            desk,
            asked,
            tr.gettext("Write it down"),
            tr.gettext("The committee decides, not the program. Nothing else follows by itself."),
            wide=560,
        )
        self._lay()
        done = tr.ngettext("{step}: {n} household.", "{step}: {n} households.", n)
        self.form.asks(
            self._request,
            _take_all,
            STEPPED,
            self._after(done.format(step=step, n=tr.number(n))),
        )
        self.form.open()

    def _lay(self) -> None:
        form, tr = self.form, self._desk.tr
        if self._step == "measure":
            hint = tr.gettext("as the assembly decided it")
            form.row(form.line("measure", tr.gettext("Which measure?"), hint=hint))
        if self._step == "reminder" and len(self._households) > 1:
            form.row(Note(self._names(), "users"))
        else:
            for at, one in enumerate(self._households, 1):
                form.row(form.line(f"{at}/heard", self._asked(one), hint=behind_by(one, tr)))
        form.row(form.tick("letters", tr.gettext("Print the letters next"), True))

    def _asked(self, one: Household) -> str:
        tr = self._desk.tr
        if len(self._households) == 1:
            return tr.gettext("What did they say? Why do they not pay?")
        name = shortened(called(tr, one.member), 40)
        return tr.gettext("What did {name} say?").format(name=name)

    def _names(self) -> str:
        tr = self._desk.tr
        names = [shortened(called(tr, one.member), 40) for one in self._households]
        more = len(names) - NAMES
        if more > 0:
            rest = tr.ngettext("{n} more", "{n} more", more).format(n=tr.number(more))
            names = [*names[:NAMES], rest]
        return ", ".join(names)

    def _request(self) -> tuple[StepRequest, ...]:
        form = self.form
        measure = form.words_of("measure") if "measure" in form.fields else ""
        return tuple(
            StepRequest(
                member=one.member.number,
                step=self._step,
                heard=form.words_of(f"{at}/heard") if f"{at}/heard" in form.fields else "",
                measure=measure,
            )
            for at, one in enumerate(self._households, 1)
        )

    def _after(self, said: str) -> Callable[[object], str]:
        """Say that it is done, and go on to the letters where they are wanted."""

        def after(_done: object) -> str:
            if self.form.ticked("letters"):
                self._desk.go.emit("notices", Wish("letters"))
            return said

        return after


def _take_all(book: Writing, wanted: tuple[StepRequest, ...]) -> tuple[Recorded, ...]:
    """Take every step, or none."""
    taken = []
    for at, one in enumerate(wanted, 1):
        try:
            taken.append(take_step(book, one))
        except UserError as error:
            if error.field == "heard":
                error.field = f"{at}/heard"
            raise
    return tuple(taken)
