"""Step 1, prepare: the water system, who takes part, who has which task, who owes us something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.plan import entries as e
from imt_desktop.plan import rounds
from imt_desktop.plan.rounds import BEARERS, BearerLine, PrepareRequest, TaskLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.round.beans import Beans
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.step import StepView, buttons
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.widgets import Button, Card, Choice, Details, EvenRow, Fact, Words, shortened
from imt_desktop.wording.plan import role_words, step_question

TASKS: Final = 6
BEARER_ROWS: Final = 4
LETTERS: Final = 120
_WRITTEN: Final = TrailWish(kind=e.RoundPrepared.KIND.partition("/")[0])


class PrepareView(StepView):
    """What everybody should know before the first question is asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, step_question("prepare", desk.tr), "users")

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show who takes part, large; then tasks and those who owe us something."""
        tr, found = self.desk.tr, look.now.prepared
        if found is None:
            say = tr.gettext(
                "Write down what the water system is, who came, who has which task today, and who "
                "outside the village has a duty towards it."
            )
            ways = buttons(self._button(tr.gettext("Write it down"), "primary"))
            return [Words(say, "name", wrap=True), *([ways] if look.open else [])]
        facts = [
            Fact("users", tr.gettext("Women"), tr.number(found.women)),
            Fact("users", tr.gettext("Men"), tr.number(found.men)),
            Fact("house", tr.gettext("Households"), tr.number(found.users)),
        ]
        for fact in facts:
            fact.clicked.connect(lambda: self.going.emit("trail", _WRITTEN))
        parts: list[QWidget] = [
            EvenRow(facts),
            Words(shortened(found.system, 300), "name", wrap=True),
            EvenRow([self._tasks(found), self._bearers(found)], most=2),
        ]  # fmt: skip
        if look.open:
            parts.append(buttons(self._button(tr.gettext("Change"), "plain")))
        return parts

    def _button(self, words: str, kind: str) -> Button:
        made = Button(words, "primary" if kind == "primary" else "plain", "pencil", size="page")
        made.clicked.connect(self.ask)
        return made

    def _tasks(self, found: e.RoundPrepared) -> Card:
        tr = self.desk.tr
        card, nobody = Card(tr.gettext("Who has which task")), tr.gettext("nobody")
        rows = [
            (shortened(one.task, LETTERS), shortened(one.person, LETTERS) or nobody)
            for one in found.tasks
        ]
        card.add(Details(rows, label=180) if rows else Words(tr.gettext("Not written"), "quiet"))
        return card

    def _bearers(self, found: e.RoundPrepared) -> Card:
        tr = self.desk.tr
        card = Card(tr.gettext("Who has a duty towards us"))
        rows = [
            (role_words(one.role, tr), shortened(" · ".join(filter(None, (one.name, one.remark)))))
            for one in found.duty_bearers
        ]
        card.add(Details(rows, label=180) if rows else Words(tr.gettext("Not written"), "quiet"))
        return card

    def ask(self) -> Form | None:
        """Ask for all of it."""
        return prepare_form(self, self.desk, self.look) if self.look else None


def prepare_form(page: QWidget, desk: Desk, look: RoundLook) -> Form:
    """Write down who takes part, and what the system and its people are like."""
    tr, old = desk.tr, look.now.prepared
    form = Form(page, desk, step_question("prepare", tr), tr.gettext("Save"), wide=760)
    form.row(
        form.line("system", tr.gettext("The water system"), old.system if old else "",
                  hint=tr.gettext("such as: borehole, tank, kiosk and taps"))
    )  # fmt: skip
    counts = (("women", tr.gettext("Women here")), ("men", tr.gettext("Men here")),
              ("users", tr.gettext("Households that use it")))  # fmt: skip
    form.row(*(
        form.put(name, label, Beans(tr, label, getattr(old, name) if old else 0))
        for name, label in counts
    ))  # fmt: skip
    form.note(tr.gettext("Who has which task today? An empty name means nobody."))
    proposed = (tr.gettext("Collects the money"), tr.gettext("Runs the pump"),
                tr.gettext("Repairs"), tr.gettext("Checks the books"))  # fmt: skip
    for at in range(TASKS):
        held = old.tasks[at] if old and at < len(old.tasks) else None
        task = held.task if held else (proposed[at] if not old and at < len(proposed) else "")
        form.row(
            form.line(f"tasks/{at + 1}/task", tr.gettext("Task"), task),
            form.line(f"tasks/{at + 1}/person", tr.gettext("Who"), held.person if held else ""),
        )
    form.note(tr.gettext("Who outside the village has a duty towards the water system?"))
    roles = [Choice(role_words(role, tr), role) for role in BEARERS]
    for at in range(BEARER_ROWS):
        bearer = old.duty_bearers[at] if old and at < len(old.duty_bearers) else None
        role = bearer.role if bearer else BEARERS[min(at, len(BEARERS) - 1)]
        path = f"duty_bearers/{at + 1}"
        form.row(
            form.choice(f"{path}/role", tr.gettext("Kind"), roles, role),
            form.line(f"{path}/name", tr.gettext("Name"), bearer.name if bearer else ""),
            form.line(f"{path}/remark", tr.gettext("Remark"), bearer.remark if bearer else ""),
        )
    form.asks(
        lambda: _request(form), rounds.prepare, PLANNED, tr.gettext("It is written down.")
    ).open()
    return form


def _request(form: Form) -> PrepareRequest:
    tasks = tuple(
        TaskLine(task=form.words_of(f"tasks/{at}/task"), person=form.words_of(f"tasks/{at}/person"))
        for at in range(1, TASKS + 1)
        if form.words_of(f"tasks/{at}/task") or form.words_of(f"tasks/{at}/person")
    )
    bearers = tuple(
        BearerLine(
            role=form.value_of(f"duty_bearers/{at}/role"),
            name=form.words_of(f"duty_bearers/{at}/name"),
            remark=form.words_of(f"duty_bearers/{at}/remark"),
        )
        for at in range(1, BEARER_ROWS + 1)
        if form.words_of(f"duty_bearers/{at}/name") or form.words_of(f"duty_bearers/{at}/remark")
    )
    return PrepareRequest(
        women=form.value_of("women"), men=form.value_of("men"), users=form.value_of("users"),
        system=form.words_of("system"), tasks=tasks, duty_bearers=bearers,
    )  # fmt: skip
