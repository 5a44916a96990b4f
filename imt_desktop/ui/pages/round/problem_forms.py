"""Forms of step 4: a card is laid on the table, and what stands behind a problem."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.plan import problems
from imt_desktop.plan.entries import ProblemStudied
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.problems import HEAVIEST, CauseLine, ProblemRequest, StudyRequest
from imt_desktop.plan.queries import Problem
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.plan.names import problem_name
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Choice, LabelledField, shortened
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.wording.plan import pack_words

WHYS: Final = 5
"""As many are asked at first."""
MOST_WHYS: Final = 30
_UNDER: Final = 190
"""Pixels at scale 1 for what an answer explains."""


def lay_form(page: QWidget, desk: Desk, look: RoundLook) -> Form:
    """Lay a ready card on the table, or one in people's own words."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Lay a card on the table"), tr.gettext("Lay it"), wide=560)
    there = {one.card for one in look.problems}
    ready = [
        Choice(pack_words(one.title, tr), one.code, one.icon)
        for one in toolbox().problems
        if one.code not in there
    ]
    own = Choice(tr.gettext("A card of our own"), "", "pencil")
    form.row(form.choice("card", tr.gettext("Card"), [*ready, own]))
    form.row(form.line("title", tr.gettext("The problem")))
    form.row(form.line("words", tr.gettext("In a sentence")))

    def follow(code: str) -> None:
        for name in ("title", "words"):
            form.fields[name].setVisible(not code)

    form.fields.when("card", follow)
    follow(form.value_of("card"))

    def request() -> ProblemRequest:
        card = form.value_of("card")
        return ProblemRequest(
            card=card,
            title="" if card else form.words_of("title"),
            words="" if card else form.words_of("words"),
        )

    form.asks(request, problems.lay, PLANNED, tr.gettext("The card lies on the table.")).open()
    return form


def study_form(page: QWidget, desk: Desk, look: RoundLook, problem: Problem) -> Form:
    """Ask why, five times and more; each answer explains the one before, or another one: a tree."""
    return _Study(page, desk, problem, look.studied.get(problem.id)).form


class _Study:
    """Whys under one another, each with what it explains, then who is touched and how heavy it is."""

    def __init__(
        self, page: QWidget, desk: Desk, problem: Problem, old: ProblemStudied | None
    ) -> None:
        tr = self._tr = desk.tr
        self._problem, self._many = problem, 0
        self._causes = old.causes if old else ()
        form = self.form = Form(
            page, desk,
            tr.gettext("Why? {problem}").format(problem=shortened(problem_name(problem, tr), 80)),
            tr.gettext("Save"),
            tr.gettext("Ask why, and then why again. Leave empty what nobody knows."), wide=720,
        )  # fmt: skip
        whys = QWidget()
        self._whys = QVBoxLayout(whys)
        self._whys.setContentsMargins(0, 0, 0, 0)
        self._whys.setSpacing(12)
        for _ in range(max(WHYS, len(self._causes))):
            self._ask()
        self._more = Button(tr.gettext("One more why"), icon="plus", size="row")
        self._more.setProperty(INNER, True)
        self._more.clicked.connect(self._ask_more)
        form.add(whys)
        form.row(self._more, QWidget())
        self._lay_rest(old)
        form.asks(self._request, problems.study, PLANNED, tr.gettext("It is written down.")).open()

    def _ask(self) -> LabelledField:
        tr, form = self._tr, self.form
        self._many += 1
        n = self._many
        old = self._causes[n - 1] if n <= len(self._causes) else None
        label = tr.gettext("Why?") if n == 1 else tr.gettext("And why is that?")
        field = form.line(f"causes/{n}/words", f"{tr.number(n)}. {label}", old.words if old else "")
        if n == 1:
            self._whys.addWidget(field)
            return field
        before = [
            Choice(tr.gettext("answer {n}").format(n=tr.number(at)), at) for at in range(1, n)
        ]
        under = form.choice(
            f"causes/{n}/of", tr.gettext("It explains"),
            [*reversed(before), Choice(tr.gettext("the problem"), 0)], old.of if old else n - 1,
        )  # fmt: skip
        under.editor.setProperty(INNER, True)  # Enter goes from why to why
        under.setFixedWidth(em(_UNDER))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(field, 1)
        row.addWidget(under)
        self._whys.addLayout(row)
        return field

    def _ask_more(self) -> None:
        field = self._ask()
        field.editor.setFocus()
        self.form.bring_into_view(field)
        self._more.setVisible(self._many < MOST_WHYS)

    def _lay_rest(self, old: ProblemStudied | None) -> None:
        tr, form = self._tr, self.form
        touched = old.touched if old else ""
        form.row(form.line("touched", tr.gettext("Who is touched by it"), touched))
        weights = [
            Choice(tr.gettext("1: one bean"), 1), Choice(tr.gettext("2"), 2),
            Choice(tr.gettext("3: two beans"), 3), Choice(tr.gettext("4"), 4),
            Choice(tr.gettext("5: three beans"), HEAVIEST),
        ]  # fmt: skip
        form.row(
            form.choice("likely", tr.gettext("How likely"), weights, old.likely if old else 3),
            form.choice("bad", tr.gettext("How bad"), weights, old.bad if old else 3),
        )

    def _request(self) -> StudyRequest:
        form = self.form
        return StudyRequest(
            problem=self._problem.id,
            likely=form.value_of("likely"),
            bad=form.value_of("bad"),
            causes=self._answered(),
            touched=form.words_of("touched"),
        )

    def _answered(self) -> tuple[CauseLine, ...]:
        """Return what was answered; what explains an empty answer explains what that one would."""
        form, places, causes = self.form, {0: 0}, list[CauseLine]()
        for n in range(1, self._many + 1):
            of = places[form.value_of(f"causes/{n}/of") if n > 1 else 0]
            words = form.words_of(f"causes/{n}/words")
            if words:
                causes.append(CauseLine(words=words, of=of))
            places[n] = len(causes) if words else of
        return tuple(causes)
