"""Step 3, management model and compliance: models side by side, the list, and its gaps as actions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.plan import entries as e
from imt_desktop.plan import management
from imt_desktop.plan.actions import OriginLine
from imt_desktop.plan.compliance import Held
from imt_desktop.plan.packs import Model, Point, toolbox
from imt_desktop.plan.registration import OUTSIDE
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.pages.plan.action_form import Begun, new_action
from imt_desktop.ui.pages.round.compliance_forms import model_again, model_form, point_form
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.pages.support.paper_form import paper_form
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Details,
    EvenRow,
    FlowRow,
    State,
    StateWord,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import cut_off, done, due, late, not_yet
from imt_desktop.wording.plan import compliance_words, pack_words, step_question

SOON: Final = 60
"""Days before a paper runs out from which on it is said."""
_STATES: Final = {"met": done, "partly": due, "missing": late, "not-needed": cut_off}


class ComplianceView(StepView):
    """Which model we have and want, and what the law and the regulator ask."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, step_question("compliance", desk.tr), "scale")

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show the models side by side, then the list."""
        tr = self.desk.tr
        models = toolbox().models_of(look.country)
        cards = [self._model(one, look.model) for one in models]
        parts: list[QWidget] = [Words(tr.gettext("The management model"), "heading")]
        parts.append(EvenRow(cards, most=3))
        parts += [Words(words, "quiet", wrap=True) for words in self._told(look)]
        if look.open:
            parts.append(self._choosing(look, models))
        parts.append(Words(tr.gettext("What is asked of us"), "heading"))
        parts.append(self._list(look))
        return parts

    def _told(self, look: RoundLook) -> list[str]:
        """Say what was written of the model, and of which round it is."""
        said, found = [], look.model
        if look.earlier_model is not None:
            words = self.desk.tr.gettext("From the round “{name}”, to be confirmed or changed.")
            said.append(words.format(name=shortened(look.earlier_model[0].name, 60)))
        if found is not None:
            decided = (one for one in look.decisions if one.id == found.decision)
            minutes = [decision_words(one, self.desk) for one in decided]
            told = [found.described, found.reason, *minutes]
            said.append(" · ".join(shortened(one, 300) for one in told if one))
        return [words for words in said if words]

    def _choosing(self, look: RoundLook, models: Sequence[Model]) -> FlowRow:
        tr, ways = self.desk.tr, []
        if look.earlier_model is not None:
            confirm = Button(tr.gettext("It is still so"), icon="check", size="page")
            confirm.clicked.connect(partial(self.confirm, look.earlier_model[1]))
            ways.append(confirm)
        choose = Button(tr.gettext("Write down the choice"), icon="pencil", size="page")
        choose.clicked.connect(lambda: model_form(self, self.desk, look, models))
        return FlowRow([*ways, choose])

    def confirm(self, found: e.ModelChosen) -> None:
        """Write into this round what a round before wrote down about the model."""
        wanted = model_again(found)
        said = self.desk.tr.gettext("The choice is written down.")
        self.write(lambda book: management.choose_model(book, wanted), said)

    def _model(self, model: Model, found: e.ModelChosen | None) -> Card:
        tr = self.desk.tr
        card = Card(pack_words(model.title, tr))
        if found is not None and model.code in (found.today, found.chosen):
            states = []
            if model.code == found.today:
                states.append(StateWord(State("info", tr.gettext("Today"), "circle-dashed")))
            if model.code == found.chosen:
                states.append(StateWord(done(tr.gettext("Chosen"))))
            card.add(FlowRow(states, gap=12))
        rows = [
            (tr.gettext("Owns"), pack_words(model.owns, tr)),
            (tr.gettext("Operates"), pack_words(model.operates, tr)),
            (tr.gettext("Sets the price"), pack_words(model.tariff, tr)),
            (tr.gettext("Needs"), pack_words(model.registration, tr)),
        ]
        card.add(Details(rows, label=92))
        card.add(Words(confirmed_words(model.confirmed, tr), "hint"))
        return card

    def _list(self, look: RoundLook) -> Card:
        card, held = Card(), {one.line.item: one for one in look.compliance if one.line.item}
        if any(self._earlier(look, one) and one.round for one in look.compliance):
            said = self.desk.tr.gettext(
                "What an earlier round wrote down about papers holds until somebody changes it."
            )
            card.add(Words(said, "quiet", wrap=True))
        for point in toolbox().points_of(look.country):
            card.add(self._point(look, point, held.get(point.code)))
        for one in look.compliance:
            if not one.line.item:
                card.add(self._own(look, one))
        return card

    def _point(self, look: RoundLook, point: Point, held: Held | None) -> QWidget:
        tr = self.desk.tr
        said = [
            *self._known(look, held),
            pack_words(point.words, tr),
            confirmed_words(point.confirmed, tr),
        ]
        acts: list[QWidget] = [StateWord(self._state(held))]
        if look.open:
            change = Button(tr.gettext("Write down"), icon="pencil", size="row")
            change.clicked.connect(lambda: point_form(self, self.desk, look, point))
            acts.append(change)
            if held is not None and held.gap(self.desk.today):
                acts.append(self._gap(look, point))
        return _row(pack_words(point.title, tr), said, acts)

    def _own(self, look: RoundLook, held: Held) -> QWidget:
        """Show a paper that no pack asks for: the committee wrote it down itself."""
        tr = self.desk.tr
        acts: list[QWidget] = [StateWord(self._state(held))]
        if look.open:
            change = Button(tr.gettext("Write down"), icon="pencil", size="row")
            change.clicked.connect(lambda: paper_form(self, self.desk, held.line).open())
            acts.append(change)
        return _row(held.line.words or tr.gettext("Forgotten"), self._known(look, held), acts)

    def _known(self, look: RoundLook, held: Held | None) -> list[str]:
        """Say which paper there is, until when, and since when that is written down."""
        if held is None:
            return []
        line = held.line
        return [line.paper, line.issued_by, self._expires(held), self._earlier(look, held)]

    def _gap(self, look: RoundLook, point: Point) -> Button:
        """A gap becomes an action, once; while that is not finished the way leads to its card."""
        tr, wanted = self.desk.tr, ("compliance", point.code)
        cards = [
            one
            for one in look.plan.actions
            if one.open and (one.origin, one.origin_about) == wanted
        ]
        if cards:
            there = Button(tr.gettext("Open the board"), icon="kanban", size="row")
            there.clicked.connect(partial(self.going.emit, "plan", cards[-1].id))
            return there
        gap = Button(tr.gettext("Make it an action"), icon="plus", size="row")
        gap.clicked.connect(lambda: self._act(look, point))
        return gap

    def _expires(self, held: Held | None) -> str:
        tr, today = self.desk.tr, self.desk.today
        if held is None or held.line.expires is None or held.ran_out(today):
            return ""
        day = tr.short_date(held.line.expires)
        if held.line.expires < today:
            return tr.gettext("ran out on {day}").format(day=day)
        return tr.gettext("good until {day}").format(day=day)

    def _earlier(self, look: RoundLook, held: Held | None) -> str:
        """Say that it was written down as it is in an earlier round, or outside of rounds, and when."""
        if held is None or look.round is None or held.round == look.round.id:
            return ""
        day = self.desk.tr.short_date(held.since)
        if held.round == OUTSIDE:
            return self.desk.tr.gettext("written down on {day}").format(day=day)
        return self.desk.tr.gettext("from an earlier round, {day}").format(day=day)

    def _state(self, held: Held | None) -> State:
        tr, today = self.desk.tr, self.desk.today
        if held is None:
            return not_yet(tr.gettext("Not asked yet"))
        state, expires = held.line.state, held.line.expires
        if expires is not None and held.ran_out(today):
            said = tr.gettext("No longer met: ran out on {day}")
            return late(said.format(day=tr.short_date(expires)))
        words = compliance_words(state, tr)
        if state == "met" and expires is not None and (expires - today).days < SOON:
            return due(words)
        return _STATES[state](words)

    def _act(self, look: RoundLook, point: Point) -> None:
        title = pack_words(point.title, self.desk.tr)
        origin = OriginLine(what="compliance", about=point.code)
        new_action(self, self.desk, look.plan, Begun(title=title, origin=origin))


def _row(title: str, said: Sequence[str], acts: Sequence[QWidget]) -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Words(title, "strong", wrap=True))
    shown = " · ".join(shortened(one, 160) for one in said if one)
    column.addWidget(Words(shown, "second", wrap=True))
    return EvenRow([words, FlowRow(list(acts), gap=10)], most=2)


def confirmed_words(confirmed: bool, tr: Translator) -> str:
    """Say whether somebody read this in a public source."""
    return tr.gettext("from a public source") if confirmed else tr.gettext("not confirmed: ask")
