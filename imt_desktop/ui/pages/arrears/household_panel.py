"""At the right of the list: one household, the steps it stands on, why, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.charging.ladder import STEPS, TakenStep
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.asked_for import AskedFor
from imt_desktop.ui.pages.arrears.look import Look, Near
from imt_desktop.ui.pages.standing import about, titled
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Details,
    FlowRow,
    MenuButton,
    MenuItem,
    Note,
    Scroll,
    StepItem,
    Steps,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.steps import StepState
from imt_desktop.ui.widgets.tips import plain_tip
from imt_desktop.wording.arrears import (
    agreement_words,
    relief_words,
    waits_words,
    when_words,
    why_words,
)
from imt_desktop.wording.charges import group_words
from imt_desktop.wording.states import step_words

MOST_TAKEN = 5
"""Steps of the past that are shown."""


class HouseholdPanel(Card):
    """Shows a household; announces what is to be done with it."""

    listing = Signal()
    """The bills that the figure adds up are to be shown."""
    stepping = Signal()
    agreeing = Signal()
    reconnecting = Signal()
    charging = Signal()

    def __init__(
        self, desk: Desk, more: Callable[[], Sequence[MenuItem]], parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._name = Words("", "name", wrap=True)
        self._about = Words("", "second", wrap=True)
        self._owed = Words("", "title")
        self.bills = Button(tr.gettext("Bills"), "quiet", "receipt-text", size="row")
        self._ladder = Steps([], upright=True, joined=True)
        self.why = Note("", "info")
        self._asks = Words(tr.gettext("Before the water flows again"), "label")
        self.conditions = AskedFor(tr)
        self._details = Details(label=92)
        self._heard = Words(tr.gettext("What was done and heard"), "label")
        self._taken = Details(label=92)
        self.step = Button("", "primary", "footprints", "Ctrl+Enter")
        self.reconnect = Button(tr.gettext("Reconnect"), "primary", "droplets", "Ctrl+Enter")
        self.charge = Button(tr.gettext("Charge the fee"), icon="receipt-text")
        self.agree = Button(tr.gettext("Instalments"), icon="calendar-days")
        self.more = MenuButton(tr.gettext("More"), more, key="F10")
        self._lay_out()
        self.bills.clicked.connect(self.listing)
        self.step.clicked.connect(self.stepping)
        self.agree.clicked.connect(self.agreeing)
        self.reconnect.clicked.connect(self.reconnecting)
        self.charge.clicked.connect(self.charging)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._about)
        head.addWidget(FlowRow([self._owed, self.bills], 12))
        column.addLayout(head)
        for widget in (
            self._ladder, self.why, self._asks, self.conditions, self._details, self._heard,
            self._taken,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(scroll, 1)
        acts = FlowRow([self.step, self.reconnect, self.charge, self.agree, self.more])
        self.foot().addWidget(acts, 1)

    def show_household(self, near: Near, look: Look) -> None:
        """Show a household."""
        tr, one = self._desk.tr, near.household
        row = one.member
        self._name.set_words(titled(tr, row))
        self._name.setToolTip(plain_tip(row.name))
        self._about.set_words(shortened(about(tr, row), 120))
        overdue = one.standing.owed if one.standing else row.owed
        words = tr.gettext("{amount} overdue") if one.standing else tr.gettext("{amount} owed")
        self._owed.set_words(words.format(amount=tr.money(overdue)))
        self._show_ladder(near, look)
        self._show_why(near, look)
        self._show_conditions(near)
        self._details.set_rows(self._known(near))
        taken = near.taken[:MOST_TAKEN]
        self._taken.set_rows([(tr.short_date(each.on), self._said(each)) for each in taken])
        for part in (self._heard, self._taken):
            part.setVisible(bool(taken))
        self._offer(near)

    def _show_ladder(self, near: Near, look: Look) -> None:
        tr, one = self._desk.tr, near.household
        done = STEPS.index(one.taken.step) if one.taken else -1
        items = []
        for step in look.steps:
            state: StepState = "done" if STEPS.index(step.step) <= done else "open"
            if step.step == one.proposed:
                state = "now"
            second = when_words(step, tr)
            if one.taken is not None and one.taken.step == step.step:
                second = tr.short_date(one.taken.on)
            items.append(StepItem(step_words(step.step, tr), state, second))
        self._ladder.set_steps(items)
        self._ladder.setVisible(bool(items) and (one.standing is not None or one.cut_off))

    def _show_why(self, near: Near, look: Look) -> None:
        tr, one = self._desk.tr, near.household
        step = look.step(one.proposed)
        if one.standing is not None and step is not None:
            words = why_words(step, one.standing.bills, one.standing.days, tr)
        elif one.standing is not None and one.standing.waits_until is not None:
            words = waits_words(one.standing.comes, one.standing.waits_until, look.between, tr)
        elif one.standing is None and one.disputed is not None and one.agreement is None:
            words = tr.gettext("All that is overdue is disputed: it stands outside the steps.")
        elif one.standing is None and one.agreement is not None:
            words = tr.gettext("As long as the agreement is kept it stands outside the steps.")
        else:
            words = ""
        self.why.set_words(words)
        self.why.setVisible(bool(words))

    def _show_conditions(self, near: Near) -> None:
        there = near.conditions
        for part in (self._asks, self.conditions):
            part.setVisible(there is not None)
        if there is not None:
            self.conditions.show_conditions(there)

    def _known(self, near: Near) -> list[tuple[str, str]]:
        tr, one, day = self._desk.tr, near.household, self._desk.today
        rows = []
        if one.disputed is not None:
            n = one.disputed.bills
            words = tr.ngettext(
                "{n} bill, {amount}, stands outside the steps",
                "{n} bills, {amount}, stand outside the steps",
                n,
            )
            said = words.format(n=tr.number(n), amount=tr.money(one.disputed.amount))
            rows.append((tr.gettext("Disputed"), said))
        live = [each for each in near.agreements if each.left]
        rows += [(tr.gettext("Agreement"), agreement_words(each, day, tr)) for each in live]
        for less in near.less:
            why = tr.pgettext("what and for whom", "{what} ({whom})")
            said = why.format(what=relief_words(less, tr), whom=group_words(less.group, tr))
            rows.append((tr.gettext("Pays less"), said))
        return rows

    def _said(self, taken: TakenStep) -> str:
        tr = self._desk.tr
        taken_step = tr.about(step_words(taken.said.step, tr), taken.said.measure)
        return shortened(tr.about(taken_step, taken.said.heard), 200)

    def _offer(self, near: Near) -> None:
        tr, one = self._desk.tr, near.household
        acts = {
            "reminder": tr.gettext("Give the reminder"),
            "last-warning": tr.gettext("Give the last warning"),
            "measure": tr.gettext("Take the measure"),
            "cut-off": tr.gettext("Decide about the cut-off"),
        }
        self.step.set_words(acts.get(one.proposed, ""))
        self.step.setVisible(bool(one.proposed))
        there = near.conditions
        self.reconnect.setVisible(one.cut_off)
        self.charge.setVisible(
            there is not None and there.fee is not None and not there.billed and there.share_met
        )
        self.agree.setVisible(one.standing is not None)
