"""What stands on a card of the board, in words: made from an action, known to no painter before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.i18n import Translator
from imt_desktop.money import Currency
from imt_desktop.plan.queries import Action
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.plan.look import PlanLook
from imt_desktop.ui.pages.plan.names import problem_icon, problem_name, problem_words
from imt_desktop.ui.widgets import State, shortened
from imt_desktop.ui.widgets.states import done, late
from imt_desktop.wording.figures import figure_words

LETTERS = 200
"""Of a title or a name: more is seen where the card is opened."""


class FigureFace(Struct, frozen=True):
    """A figure of the book on a card."""

    words: str
    past: tuple[int | None, ...]
    target: int
    known: bool


class Face(Struct, frozen=True):
    """A card as it is drawn."""

    id: int
    lane: int
    state: str
    title: str
    person: str
    officer: bool
    when: State
    plain_when: bool
    """Whether the day is only a day: drawn without bold and colour."""
    evidence: int
    reason: str
    figure: FigureFace | None
    photo: str | None
    late: bool

    def moved(self, state: str) -> Face:
        """Return the card as it is in another column."""
        return replace(self, state=state)

    @property
    def says(self) -> str:
        """All of it in one sentence, for whoever hears the screen."""
        parts = (self.title, self.figure.words if self.figure else "", self.person,
                 self.when.words, self.reason)  # fmt: skip
        return ", ".join(part for part in parts if part)


class Lane(Struct, frozen=True):
    """A lane of the board: the problem, or 0 for actions of none."""

    problem: int
    title: str
    words: str
    icon: str


def lanes(look: PlanLook, actions: Sequence[Action], tr: Translator) -> tuple[Lane, ...]:
    """Return the lanes: chosen problems of this round, then what else has an action."""
    used = {one.problem or 0 for one in actions}
    this = look.round.id if look.round else 0
    found = [
        Lane(
            one.id,
            shortened(problem_name(one, tr), LETTERS),
            shortened(problem_words(one, tr), LETTERS),
            problem_icon(one),
        )
        for one in look.problems
        if one.id in used or (one.chosen and one.round == this)
    ]
    if 0 in used or not found:
        words = tr.gettext("Compliance, questions of the book, and what came up on the way.")
        found.append(Lane(0, tr.gettext("Other actions"), words, "scroll-text"))
    return tuple(found)


def faces(desk: Desk, look: PlanLook, actions: Sequence[Action]) -> tuple[Face, ...]:
    """Put actions into words."""
    return tuple(_face(desk, look, one) for one in actions)


def _face(desk: Desk, look: PlanLook, action: Action) -> Face:
    when, plain = _when(desk.tr, look, action)
    return Face(
        id=action.id,
        lane=action.problem or 0,
        state=action.state,
        title=shortened(action.title, LETTERS),
        person=shortened(action.responsible or action.post, LETTERS),
        officer=action.officer is not None,
        when=when,
        plain_when=plain,
        evidence=action.evidence,
        reason=shortened(action.reason, LETTERS),
        figure=_figure(desk.tr, desk.currency, look, action),
        photo=action.photo if action.photo in look.photos else None,
        late=action.days_late(look.today) > 0,
    )


def _when(tr: Translator, look: PlanLook, action: Action) -> tuple[State, bool]:
    if action.state == "done":
        return done(tr.day(action.since)), False
    days = action.days_late(look.today)
    if days:
        return late(late_words(days, tr)), False
    return State("off", _short(action.deadline, look, tr), "calendar-days"), True


def _short(day: date, look: PlanLook, tr: Translator) -> str:
    """Write a day, with its year where that is another one."""
    return tr.day(day) if day.year == look.today.year else tr.short_date(day)


def late_words(days: int, tr: Translator) -> str:
    """Say how late an action is."""
    if days < 14:
        return tr.ngettext("{n} day late", "{n} days late", days).format(n=tr.number(days))
    weeks = days // 7
    return tr.ngettext("{n} week late", "{n} weeks late", weeks).format(n=tr.number(weeks))


def _figure(
    tr: Translator, currency: Currency, look: PlanLook, action: Action
) -> FigureFace | None:
    watch, found = action.watch, look.figure_of(action)
    if watch is None:
        return None
    answer = action.answer(found.value if found else None)
    if answer is None:
        return FigureFace(tr.gettext("not enough months"), (), watch.target, False)
    value = figure_words(watch.unit, answer, tr, currency, (watch.target,))
    if watch.reached(answer):
        words = tr.gettext("{figure}, reached").format(figure=value)
        if (day := look.reached.get(action.id)) is not None:
            on = _short(day, look, tr)
            words = tr.gettext("{figure}, reached on {day}").format(figure=value, day=on)
    else:
        target = figure_words(watch.unit, watch.target, tr, currency, (answer,))
        words = tr.gettext("{figure}, target {target}").format(figure=value, target=target)
    return FigureFace(words, found.past if found else (), watch.target, True)
