"""What stands on a card: written for a new action, changed for one that is on the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.money import Money
from imt_desktop.plan import actions
from imt_desktop.plan.actions import (
    PARTS,
    ActionChangedRequest,
    ActionRequest,
    CardLine,
    OriginLine,
    WatchLine,
)
from imt_desktop.plan.errors import TargetError, TargetMissingError
from imt_desktop.plan.packs import Indicator, toolbox
from imt_desktop.plan.queries import Action, Watch
from imt_desktop.plan.tools import OWN
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.plan.look import PlanLook
from imt_desktop.ui.pages.plan.names import problem_name
from imt_desktop.ui.widgets import AmountEdit, Choice, LineEdit, shortened
from imt_desktop.wording.figures import figure_words
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.plan import pack_words

LETTERS = 60
SOMEBODY = ""
"""Stands for a person who is no officer."""
_MONTHS = 90
"""Days until the deadline that is proposed."""


class Begun(Struct, frozen=True):
    """With what a new action begins: what it was opened from, and what is known already."""

    title: str = ""
    problem: int | None = None
    tool: str = ""
    figure: str = ""
    origin: OriginLine | None = None
    post: str = ""
    """Of the officer who does it."""
    deadline: date | None = None


_NOTHING: Final = Begun()


def new_action(
    page: QWidget,
    desk: Desk,
    look: PlanLook,
    begun: Begun = _NOTHING,
    again: Callable[[], object] | None = None,
) -> Form:
    """Put an action on the board."""
    tr = desk.tr
    form = _form(page, desk, tr.gettext("New action"), tr.gettext("Put it on the board"))
    _lay(form, desk, look, None, begun)
    form.asks(
        lambda: ActionRequest(plan=_card(form, desk), origin=begun.origin),
        actions.plan, PLANNED, tr.gettext("The action is on the board."), again=again,
    ).open()  # fmt: skip
    return form


def change_action(page: QWidget, desk: Desk, look: PlanLook, action: Action) -> Form:
    """Change what stands on a card."""
    tr = desk.tr
    form = _form(page, desk, tr.gettext("Change the action"), tr.gettext("Save"))
    _lay(form, desk, look, action, Begun())
    form.asks(
        lambda: ActionChangedRequest(action=action.id, plan=_card(form, desk)),
        actions.change, PLANNED, tr.gettext("The card is changed."),
    ).open()  # fmt: skip
    return form


def _form(page: QWidget, desk: Desk, question: str, do: str) -> Form:
    return Form(page, desk, question, do, wide=720)


def _lay(form: Form, desk: Desk, look: PlanLook, old: Action | None, begun: Begun) -> None:
    tr = desk.tr
    form.row(
        form.line("plan/title", tr.gettext("What will be done"), old.title if old else begun.title)
    )
    problem = old.problem if old else begun.problem
    tool = old.tool if old else begun.tool
    form.row(
        form.choice("plan/problem", tr.gettext("Problem"), _problems(desk, look, problem), problem),
        form.choice("plan/tool", tr.gettext("Tool"), _tools(desk, look), tool),
    )
    officer = _officer(look, old, begun.post)
    form.row(
        form.choice("plan/officer", tr.gettext("Responsible"), _officers(desk, look), officer),
        form.line("plan/person", tr.gettext("Name"), _person(look, old)),
        form.line(
            "plan/post", tr.gettext("Post"), old.post if old and officer == SOMEBODY else "",
            hint=tr.gettext("such as: pump operator"),
        ),
    )  # fmt: skip
    start, deadline = desk.today, begun.deadline or desk.today + timedelta(days=_MONTHS)
    if old is not None:
        start, deadline = old.start or old.planned_on, old.deadline
    form.row(
        form.fields.day("plan/start", tr.gettext("Start"), start),
        form.fields.day("plan/deadline", tr.gettext("Deadline"), deadline),
    )
    form.row(
        form.amount("plan/cost", tr.gettext("Cost"), hint=tr.gettext("if any")),
        form.line(
            "plan/money_from", tr.gettext("The money comes from"), old.money_from if old else ""
        ),
    )
    cost = form.fields["plan/cost"].editor
    assert isinstance(cost, AmountEdit)
    if old and old.cost:
        cost.set_amount(old.cost)
    form.row(
        form.line(
            "plan/support", tr.gettext("Help needed from outside"), old.support if old else "",
            hint=tr.gettext("what, and from whom"),
        )
    )  # fmt: skip
    form.row(
        form.line("plan/shows", tr.gettext("What shows that it works"), old.shows if old else "")
    )
    _lay_figure(form, desk, look, old.watch if old else None, begun.figure)
    form.fields.when("plan/officer", lambda value: _show_person(form, value))
    _show_person(form, officer)


def _lay_figure(form: Form, desk: Desk, look: PlanLook, watch: Watch | None, begun: str) -> None:
    tr = desk.tr
    chosen = watch.figure if watch else begun
    none = Choice(tr.gettext("No figure of the book"), "")
    figures = [none, *(Choice(pack_words(one.title, tr), one.code) for one in _indicators(look))]
    form.row(
        form.choice("plan/watch/figure", tr.gettext("A figure of the book"), figures, chosen),
        form.line("plan/watch/target", tr.gettext("Target"), ""),
    )

    def follow(code: str) -> None:
        field = form.fields["plan/watch/target"]
        field.setVisible(bool(code))
        one = _indicator(code)
        if one is None:
            return
        unit = {"share": tr.gettext("per cent"), "money": tr.symbol(desk.currency),
                "days": tr.gettext("days"), "days-worked": tr.gettext("days"),
                }.get(one.unit, tr.gettext("number"))  # fmt: skip
        words = tr.gettext("at least, {unit}") if one.upward else tr.gettext("at most, {unit}")
        hints = (words.format(unit=unit), _now(desk, look, one), _guide(desk, one))
        field.set_hint(desk.tr.parts(hints))
        editor = field.editor
        assert isinstance(editor, LineEdit)
        goal = watch.target if watch and watch.figure == code else one.good
        editor.setText("" if goal is None else _typed(desk, one.unit, goal))

    form.fields.when("plan/watch/figure", follow)
    follow(chosen)


def _now(desk: Desk, look: PlanLook, one: Indicator) -> str:
    found = look.figures.get(one.code)
    if found is None or found.value is None:
        return ""
    value = figure_words(one.unit, found.value, desk.tr, desk.currency, (one.good,))
    return desk.tr.gettext("now {figure}").format(figure=value)


def _guide(desk: Desk, one: Indicator) -> str:
    if one.good is None:
        return ""
    good = figure_words(one.unit, one.good, desk.tr, desk.currency)
    return desk.tr.gettext("the field's guide {figure}").format(figure=good)


def _typed(desk: Desk, unit: str, goal: int) -> str:
    if unit == "money":
        return desk.tr.amount(Money(goal, desk.currency))
    return f"{Decimal(goal) / PARTS.get(unit, 1):f}".replace(".", desk.tr.decimal_mark)


def _show_person(form: Form, officer: object) -> None:
    for name in ("plan/person", "plan/post"):
        form.fields[name].setVisible(officer == SOMEBODY)


def _indicators(look: PlanLook) -> list[Indicator]:
    return [one for one in toolbox().indicators if one.code in look.figures]


def _indicator(code: str) -> Indicator | None:
    return next((one for one in toolbox().indicators if one.code == code), None)


def _problems(desk: Desk, look: PlanLook, held: int | None) -> list[Choice]:
    this = look.round.id if look.round else 0
    shown = [
        one for one in look.problems if (one.chosen and one.round == this) or one.id == held
    ]  # fmt: skip
    named = [Choice(shortened(problem_name(one, desk.tr), LETTERS), one.id) for one in shown]
    return [Choice(desk.tr.gettext("None of the problems"), None), *named]


def _tools(desk: Desk, look: PlanLook) -> list[Choice]:
    tr = desk.tr
    ready = [Choice(pack_words(one.title, tr), one.code) for one in toolbox().tools]
    own = [Choice(shortened(one.name, LETTERS), f"{OWN}{one.tool}") for one in look.own_tools]
    return [Choice(tr.gettext("No tool of the library"), ""), *own, *ready]


def _officers(desk: Desk, look: PlanLook) -> list[Choice]:
    tr = desk.tr
    named = [
        Choice(f"{shortened(one.name, LETTERS)}, {post_name(one.post, {}, tr)}", str(one.id))
        for one in look.officers
    ]
    return [*named, Choice(tr.gettext("Somebody else"), SOMEBODY)]


def _officer(look: PlanLook, old: Action | None, post: str = "") -> str:
    if old is not None:
        return str(old.officer) if any(one.id == old.officer for one in look.officers) else SOMEBODY
    fitting = [one for one in look.officers if one.post == post] or look.officers
    return str(fitting[0].id) if fitting else SOMEBODY


def _person(look: PlanLook, old: Action | None) -> str:
    return old.responsible if old is not None and _officer(look, old) == SOMEBODY else ""


def _card(form: Form, desk: Desk) -> CardLine:
    officer = str(form.value_of("plan/officer") or "")
    cost = form.decimal_of("plan/cost", Decimal(0))
    return CardLine(
        title=form.words_of("plan/title"),
        deadline=form.day_of("plan/deadline"),
        problem=form.value_of("plan/problem"),
        tool=form.value_of("plan/tool"),
        officer=officer,
        person="" if officer else form.words_of("plan/person"),
        post="" if officer else form.words_of("plan/post"),
        start=form.day_of("plan/start"),
        cost=cost or None,
        money_from=form.words_of("plan/money_from"),
        support=form.words_of("plan/support"),
        shows=form.words_of("plan/shows"),
        watch=_watch(form, desk),
    )


def _watch(form: Form, desk: Desk) -> WatchLine | None:
    one = _indicator(form.value_of("plan/watch/figure"))
    if one is None:
        return None
    text = form.words_of("plan/watch/target")
    typed = desk.tr.parse_number(text)
    if typed is None:
        wrong = TargetError(text) if text else TargetMissingError()
        form.fields.wrong(wrong.beside("plan/watch/target"))
        typed = Decimal(0)
    return WatchLine(figure=one.code, unit=one.unit, target=typed, upward=one.upward)
