"""A community audit: fourteen steps, from naming the auditors to what was put right."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.journal import Reading
from imt_desktop.period import Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.begin import begin
from imt_desktop.ui.pages.audit.finding_forms import find
from imt_desktop.ui.pages.audit.look import STEPS, AuditLook, look
from imt_desktop.ui.pages.audit.names import step_names
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.audit.steps.arrears import ArrearsView
from imt_desktop.ui.pages.audit.steps.auditors import AuditorsView
from imt_desktop.ui.pages.audit.steps.books import BooksView
from imt_desktop.ui.pages.audit.steps.drawing import DrawingView
from imt_desktop.ui.pages.audit.steps.findings import FindingsView
from imt_desktop.ui.pages.audit.steps.following import FollowingView
from imt_desktop.ui.pages.audit.steps.households import HouseholdsView
from imt_desktop.ui.pages.audit.steps.money import MoneyView
from imt_desktop.ui.pages.audit.steps.plan import PlanView
from imt_desktop.ui.pages.audit.steps.poster import PosterView
from imt_desktop.ui.pages.audit.steps.reading import ReadingView
from imt_desktop.ui.pages.audit.steps.receipts import ReceiptsView
from imt_desktop.ui.pages.audit.steps.series import SeriesView
from imt_desktop.ui.pages.audit.steps.vouchers import VouchersView
from imt_desktop.ui.pages.audit.steps.works import WorksView
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import (
    Button,
    ChoosableSteps,
    EmptyState,
    MenuButton,
    MenuItem,
    StepItem,
    Words,
    shortened,
)

NEW = "new"


class AuditPage(Page):
    """Leads through an audit; one may go to any step at any time."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Community audit"))
        self._look: AuditLook | None = None
        self._number: int | None = None
        """An older audit that is shown; the newest if none."""
        self._at = -1
        self._walks = False
        """Somebody goes from step to step, and not along the row of steps above."""
        self._then: object = None
        self.new = Button(tr.gettext("New finding"), icon="plus", key="Ctrl+N")
        self.more = MenuButton(tr.gettext("Audits"), self._audits, key="F10")
        self.steps = ChoosableSteps([], tr.gettext("Step"))
        self.views: tuple[StepView, ...] = (
            AuditorsView(desk), BooksView(desk), SeriesView(desk), ReceiptsView(desk),
            HouseholdsView(desk), VouchersView(desk), MoneyView(desk), WorksView(desk),
            ArrearsView(desk), PlanView(desk), FindingsView(desk), ReadingView(desk),
            PosterView(desk), FollowingView(desk),
        )  # fmt: skip
        self.back = Button(tr.gettext("Step before"), icon="arrow-left", size="page")
        self.where = Words("", "second")
        self.on = Button(tr.gettext("Next step"), "primary", "arrow-right", "Ctrl+Enter", "page")
        self._begin = Button(tr.gettext("Begin the audit"), "primary", "eye", size="page")
        self._none = EmptyState(
            tr.gettext("Nobody has audited yet"),
            tr.gettext(
                "The assembly names people who are not officers. They compare the book with receipts in "
                "the houses, vouchers, cash and bank, and say in the assembly what they found."
            ),
            (self._begin,), drawing="book",
        )  # fmt: skip
        self._walk = QWidget()
        self._lay_out()
        self._connect()
        self.set_first(self.steps)
        for part in (self._none, self._walk):
            part.hide()

    def _lay_out(self) -> None:
        self.add_action(self.more)
        self.add_action(self.new)
        column = QVBoxLayout(self._walk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.steps)
        for view in self.views:
            column.addWidget(view, 1)
            view.hide()
        self.add(self._walk, 1)
        self.add(self._none, 1)
        foot = self.foot()
        foot.addWidget(self.back)
        foot.addWidget(self.where)
        foot.addStretch(1)
        foot.addWidget(self.on)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go_to)
        self.back.clicked.connect(lambda: self._walk_by(-1))
        self.on.clicked.connect(lambda: self._walk_by(1))
        self.new.clicked.connect(lambda: self.tell())
        self._begin.clicked.connect(self.begin)
        self.desk.seated.connect(self._seated)
        for view in self.views:
            view.going.connect(self.desk.go)
            view.finding.connect(self.tell)

    # Reading

    def load(self) -> None:
        """Read the audit."""
        today, number = self.desk.today, self._number
        self.ask(lambda book: look(book, today, number), self._show)

    def show_what(self, what: object) -> None:
        """Show a step by its name, an audit by its number, or begin one."""
        if self._look is None:
            self._then = what
        elif what in STEPS:
            self.go_to(STEPS.index(str(what)))
        elif isinstance(what, int):
            self.open(what)
        elif what == NEW:
            self.begin()

    def open(self, number: int) -> None:
        """Show an audit by its number, from where it stands."""
        self._number, self._at = number, -1
        self.load()

    def _show(self, found: AuditLook) -> None:
        self._look = found
        there = found.audit is not None
        self._walk.setVisible(there)
        self._none.setVisible(not there)
        self.more.setVisible(bool(self._audits()))
        self.new.setVisible(found.open)
        self._say_title(found)
        if self._at < 0:
            begins = 0 if found.open else STEPS.index("poster")  # what was read out is not changed
            undone = (at for at in range(begins, len(STEPS)) if not found.done(STEPS[at]))
            self._at = next(undone, len(STEPS) - 1)
        self.go_to(self._at)
        what, self._then = self._then, None
        if what is not None:
            self.show_what(what)

    def _say_title(self, found: AuditLook) -> None:
        tr = self.desk.tr
        if found.audit is None:
            self.set_title(tr.gettext("Community audit"))
            return
        names = [shortened(one.name, 40) for one in found.auditors if one.name]
        said = [tr.period(found.period), *([", ".join(names)] if names else [])]
        self.set_title(tr.gettext("Community audit"), " · ".join(said))

    def _seated(self) -> None:
        """Show the step to whoever sits down now."""
        if self._at >= 0:
            self.go_to(self._at)

    def go_to(self, at: int) -> None:
        """Show a step."""
        found = self._look
        there = found is not None and found.audit is not None
        self._at = at = min(max(at, 0), len(STEPS) - 1) if there else -1
        self.back.setVisible(there and at > 0)
        self.where.setVisible(there)
        self.on.setVisible(there and at < len(STEPS) - 1)
        if found is None or not there:
            return
        tr, names = self.desk.tr, step_names(self.desk.tr)
        self.steps.set_steps([
            StepItem(name, "now" if n == at else "done" if found.done(STEPS[n]) else "open")
            for n, name in enumerate(names)
        ])  # fmt: skip
        words = tr.gettext("Step {n} of {all}")
        self.where.set_words(words.format(n=tr.number(at + 1), all=tr.number(len(STEPS))))
        view = self.views[at]

        def job(book: Reading) -> Any:
            return view.read(book, found, tr)

        self.ask(job, partial(self._show_step, at, found))

    def _show_step(self, at: int, found: AuditLook, read: Any) -> None:
        if at != self._at or found is not self._look:
            return  # another step was chosen meanwhile
        new, walks, self._walks = not self.views[at].isVisible(), self._walks, False
        pressed = self.back.hasFocus() or self.on.hasFocus()
        worked = self.views[at].has_keys()
        self.views[at].show_step(found, read)
        for n, view in enumerate(self.views):
            view.setVisible(n == at)
        if new:
            self.bring_into_view(self.steps)
        if new and walks:
            self._go_on_in(self.views[at], pressed)
        elif worked and not self.views[at].has_keys():
            self._way().setFocus(Qt.FocusReason.OtherFocusReason)  # nothing is left to press in it

    def _walk_by(self, steps: int) -> None:
        self._walks = True
        self.go_to(self._at + steps)

    def _go_on_in(self, view: StepView, pressed: bool) -> None:
        """Let keys go to what was drawn; elsewhere to the way on, so that nothing is done by chance."""
        if isinstance(view, DrawingView) and view.drawn:
            view.take_keys()
        elif not pressed:
            self._way().setFocus(Qt.FocusReason.OtherFocusReason)

    def _way(self) -> Button:
        return self.on if self.on.isVisible() else self.back

    @property
    def view(self) -> StepView:
        """The step that is shown."""
        return self.views[max(self._at, 0)]

    # Doing

    def begin(self) -> Form | None:
        """Begin an audit."""
        self._number, self._at = None, -1
        return begin(self, self.desk, self._look) if self._look is not None else None

    def tell(self, evidence: str = "") -> Form | None:
        """Write a finding down."""
        found = self._look
        if found is None or found.audit is None or not found.open:
            return None
        return find(self, self.desk, found.audit.id, evidence)

    def _audits(self) -> list[MenuItem]:
        """All audits, and one more where the newest is over."""
        tr, found = self.desk.tr, self._look
        if found is None or found.audit is None:
            return []
        items = [
            MenuItem(tr.period(Period(one.first, one.last)), partial(self.open, one.id), "history")
            for one in found.audits
            if one.id != found.audit.id
        ]
        begin_ = MenuItem(tr.gettext("New audit"), self.begin, "plus", ruled=bool(items))
        return [*items, begin_] if found.audits[0].read is not None else items
