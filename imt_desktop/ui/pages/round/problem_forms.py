"""Forms of step 4: a card is laid on the table, and what stands behind a problem."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.plan import problems
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.problems import HEAVIEST, CauseLine, ProblemRequest, StudyRequest
from imt_desktop.plan.queries import Problem
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.plan.names import problem_name
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.widgets import Choice, shortened
from imt_desktop.wording.plan import pack_words

WHYS: Final = 5


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
    """Ask why, up to five times; each answer explains the one before."""
    tr, old = desk.tr, look.studied.get(problem.id)
    form = Form(
        page, desk,
        tr.gettext("Why? {problem}").format(problem=shortened(problem_name(problem, tr), 80)),
        tr.gettext("Save"),
        tr.gettext("Ask why, and then why again. Leave empty what nobody knows."), wide=640,
    )  # fmt: skip
    for at in range(WHYS):
        words = old.causes[at].words if old and at < len(old.causes) else ""
        label = tr.gettext("Why?") if not at else tr.gettext("And why is that?")
        form.row(form.line(f"causes/{at + 1}/words", label, words))
    form.row(form.line("touched", tr.gettext("Who is touched by it"), old.touched if old else ""))
    weights = [
        Choice(tr.gettext("1: one bean"), 1), Choice(tr.gettext("2"), 2),
        Choice(tr.gettext("3: two beans"), 3), Choice(tr.gettext("4"), 4),
        Choice(tr.gettext("5: three beans"), HEAVIEST),
    ]  # fmt: skip
    form.row(
        form.choice("likely", tr.gettext("How likely"), weights, old.likely if old else 3),
        form.choice("bad", tr.gettext("How bad"), weights, old.bad if old else 3),
    )
    form.asks(
        lambda: _study(form, problem), problems.study, PLANNED, tr.gettext("It is written down.")
    ).open()
    return form


def _study(form: Form, problem: Problem) -> StudyRequest:
    typed = [form.words_of(f"causes/{at}/words") for at in range(1, WHYS + 1)]
    causes = [words for words in typed if words]
    return StudyRequest(
        problem=problem.id,
        likely=form.value_of("likely"),
        bad=form.value_of("bad"),
        causes=tuple(CauseLine(words=words, of=at) for at, words in enumerate(causes)),
        touched=form.words_of("touched"),
    )
