"""What is agreed with a member: instalments, kept or broken; paying less; steps that were taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.charging.agreements import Agreement, Instalment
from imt_desktop.money import any_cents
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.look import Arranged
from imt_desktop.ui.widgets import (
    Button,
    Column,
    Details,
    FlowRow,
    Scroll,
    State,
    StateLine,
    Table,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import done, late, not_yet, older_copy, under_way
from imt_desktop.wording.arrears import agreement_words, relief_words
from imt_desktop.wording.charges import group_words
from imt_desktop.wording.states import step_words

MOST = 8
"""Steps, and agreements, of the past that are shown."""


class Agreed(QWidget):
    """The newest agreement with its plan, those before it, who pays less, and what was done."""

    agreeing = Signal()
    relieving = Signal()
    letting_go = Signal()
    ending = Signal()
    """They pay no less from now on."""
    printing = Signal()
    opened = Signal(object)
    """The Ref of an instalment's line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._desk = desk
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self.state = StateLine(done(""))
        self.plan = self._make_plan()
        self.print = Button(tr.gettext("Agreement to sign"), icon="printer", size="row")
        self._none = Words("", "quiet", wrap=True)
        self._details = Details(label=140)
        self.agree = Button(tr.gettext("Instalments"), icon="calendar-days", size="row")
        self.less = Button(tr.gettext("Let them pay less"), icon="hand-coins", size="row")
        self.let_go = Button(tr.gettext("Let a debt go"), icon="ban", size="row")
        self.end = Button(tr.gettext("They pay less no more"), icon="x", size="row")
        self._lay_out()
        self.print.clicked.connect(self.printing)
        self.plan.opened.connect(lambda one: self.opened.emit(one.ref))
        self.agree.clicked.connect(self.agreeing)
        self.less.clicked.connect(self.relieving)
        self.let_go.clicked.connect(self.letting_go)
        self.end.clicked.connect(self.ending)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (
            FlowRow([self.agree, self.less, self.end, self.let_go, self.print]), self.state, self.plan,
            self._none, self._details,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole.addWidget(scroll)

    def _make_plan(self) -> Table:
        tr = self._desk.tr
        return Table(
            [
                Column[Instalment](tr.gettext("Due"), lambda one: tr.short_date(one.due_on)),
                Column[Instalment](
                    tr.gettext("Where it stands"), lambda one: "", state=self._standing, stretch=1
                ),
                Column[Instalment](
                    tr.gettext("Instalment"), lambda one: tr.amount(one.amount, self._cents), right=True
                ),
                Column[Instalment](
                    tr.gettext("Still to pay"), lambda one: tr.amount(one.left, self._cents), right=True,
                    bold=True,
                ),
            ],
            tr.gettext("Instalments"),
        )  # fmt: skip

    def _standing(self, one: Instalment) -> State:
        tr, today = self._desk.tr, self._desk.today
        if not one.left:
            return done(tr.gettext("Paid"))
        if one.due_on < today:
            return late(tr.gettext("Late"))
        return (
            under_way(tr.gettext("Partly paid"))
            if one.left != one.amount
            else not_yet(tr.gettext("Not due yet"))
        )

    def show_member(self, there: Arranged) -> None:
        """Show what is agreed with a member."""
        tr, today = self._desk.tr, self._desk.today
        newest = there.agreements[0] if there.agreements else None
        for part in (self.state, self.plan, self.print):
            part.setVisible(newest is not None)
        if newest is not None:
            self.state.set_state(agreement_state(newest, self._desk))
            plan = newest.instalments
            self._cents = any_cents([money for one in plan for money in (one.amount, one.left)])
            self.plan.set_rows(plan)
            self.plan.setFixedHeight(self.plan.content_height() + 2)
        rows = []
        minutes = {one.id: one.minute for one in there.decisions}
        for less in there.less:
            said = tr.pgettext("what and for whom", "{what} ({whom})")
            words = said.format(what=relief_words(less, tr), whom=group_words(less.group, tr))
            if minute := minutes.get(less.decision):
                minute = tr.gettext("Minute {number}").format(number=shortened(minute, 24))
                words = f"{words}. {minute}"
            rows.append((tr.gettext("Pays less"), words))
        for taken in there.taken[:MOST]:
            said = tr.about(
                tr.about(step_words(taken.said.step, tr), taken.said.measure), taken.said.heard
            )
            words = shortened(said, 200)
            rows.append((tr.short_date(taken.on), words))
        for older in there.agreements[1:MOST]:
            rows.append((tr.gettext("Agreed before"), agreement_words(older, today, tr)))
        self._details.set_rows(rows)
        self._details.setVisible(bool(rows))
        self._none.set_words(tr.gettext("Nothing is agreed with this household."))
        self._none.setVisible(newest is None and not rows)
        self.agree.setVisible(bool(there.to_agree))
        self.let_go.setVisible(bool(there.open_bills))
        self.end.setVisible(bool(there.less))


def agreement_state(one: Agreement, desk: Desk) -> State:
    """Say in a word and a line whether an agreement is kept."""
    words = agreement_words(one, desk.today, desk.tr)
    match one.state(desk.today):
        case "broken":
            return late(words)
        case "replaced":
            return older_copy(words)
        case _:
            return done(words)
