"""Arrears: who stands where on the assembly's steps. The program proposes, the committee decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.charging.arrears_list import Household
from imt_desktop.ledger.charging.ladder import CUT_OFF
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.arrears.agreeing import agree
from imt_desktop.ui.pages.arrears.cutting_off import cut_off
from imt_desktop.ui.pages.arrears.household_panel import HouseholdPanel
from imt_desktop.ui.pages.arrears.letting_go import let_go
from imt_desktop.ui.pages.arrears.look import Arranged, Look, Near, arranged, look, near
from imt_desktop.ui.pages.arrears.reconnecting import charge_fee, reconnect
from imt_desktop.ui.pages.arrears.relieving import LESS, relieve, show_less
from imt_desktop.ui.pages.arrears.rows import DECIDE, FITS, StandingsList
from imt_desktop.ui.pages.arrears.stepping import strike, take
from imt_desktop.ui.pages.arrears.steps_form import decide_steps, show_steps
from imt_desktop.ui.pages.lines.several import show_lines
from imt_desktop.ui.pages.members.bills import dispute_one
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.veil import VeilButton, VeilNote
from imt_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    MenuButton,
    MenuItem,
    Note,
    Panes,
    State,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import question, under_way
from imt_desktop.wording.states import step_words

_Form = Callable[[QWidget, Desk, Arranged], QDialog]
"""A form over what is arranged with a member."""


class ArrearsPage(Page):
    """The list at the left, one household at the right; nothing of it while a queue looks on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Arrears"))
        tr = desk.tr
        self.known: Look | None = None
        self.shown: Near | None = None
        self.list = StandingsList(desk)
        self.panel = HouseholdPanel(desk, self._more)
        self.veil = VeilNote(desk)
        self.steps = Button(tr.gettext("The steps"), icon="footprints")
        self.papers = MenuButton(tr.gettext("Papers and lists"), self._papers)
        self.no_steps = Note(
            tr.gettext("The assembly has not decided any steps yet, so nothing is proposed."),
            "triangle-alert",
        )
        self._write_steps = Button(tr.gettext("Write the steps down"), size="row")
        self._empty = Card()
        self._empty_at: EmptyState | None = None
        self._said = Words(
            tr.gettext("Nothing happens by itself: the committee decides, and says why."),
            "quiet",
            wrap=True,
        )
        self.all_like = Button(tr.gettext("Tick all with this step"), "quiet", "check", "Ctrl+A")
        self.together = Button("", icon="footprints", key="F9", size="page")
        self._lay_out()
        self._connect()
        self.set_first(self.list.table)

    def _lay_out(self) -> None:
        for action in (VeilButton(self.desk), self.steps, self.papers):
            self.add_action(action)
        self.add(self.veil)
        self.no_steps.add(self._write_steps)
        self.add(self.no_steps)
        self._panes = Panes(self.list, self.panel, 344, 12, least=500)
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addStretch(0)
        foot = self.foot()
        foot.addWidget(self._said, 1)
        foot.addStretch(1)
        foot.addWidget(self.all_like)
        foot.addWidget(self.together)
        self._parts: tuple[QWidget, ...] = (
            self._panes, self._empty, self.no_steps, self._said, self.all_like, self.together,
        )  # fmt: skip
        for part in (*self._parts, self.veil):
            part.hide()

    def _connect(self) -> None:
        self.desk.veiled.connect(self._refresh)
        self.list.chosen.connect(self._choose)
        self.list.ticked.connect(self._show_ticks)
        self.steps.clicked.connect(self.show_steps)
        self._write_steps.clicked.connect(self.write_steps)
        self.all_like.clicked.connect(lambda: self.list.tick_like(self.list.table.row()))
        self.together.clicked.connect(self.take_together)
        self.panel.listing.connect(self.show_bills)
        self.panel.stepping.connect(self.take_step)
        self.panel.agreeing.connect(lambda: self.arrange(agree))
        self.panel.reconnecting.connect(self.reconnect)
        self.panel.charging.connect(self.charge)

    def load(self) -> None:
        """Read who stands where."""
        today = self.desk.today
        self.ask(lambda book: look(book, today), self._show)

    def show_what(self, what: object) -> None:
        """Show only some households, by the name of a filter, or who pays less."""
        if what == LESS:
            show_less(self, self.desk)
        elif isinstance(what, str) and what in FITS:
            self.list.show_only(what)

    def _show(self, found: Look) -> None:
        first, self.known = self.known is None, found
        self.list.set_households(found.households)
        self._refresh()
        if first and self.isVisible():
            self.begin_anew()  # the list was not there yet when the page was opened

    # What is shown

    def _refresh(self) -> None:
        """Show the list, an empty page or, while balances are hidden, one sentence."""
        found, hidden = self.known, self.desk.hides_balances
        read = found is not None and not hidden
        there = read and bool(found and found.households)
        # What stays is not hidden for a moment, or it would lose the keys.
        self.veil.setVisible(hidden)
        for part in (self.steps, self.papers, self._said):
            part.setVisible(read)
        self._panes.setVisible(there)
        self._empty.setVisible(read and not there)
        self.no_steps.setVisible(there and not (found and found.steps))
        if not there:
            self.all_like.hide()
            self.together.hide()
        self._say_title()
        if found is not None and read and not there:
            self._say_empty(found)
        if read:
            self._show_ticks()

    def _say_title(self) -> None:
        tr, found = self.desk.tr, self.known
        subtitle = ""
        if found is not None and not self.desk.hides_balances:
            n = sum(map(FITS[DECIDE], found.households))
            words = tr.ngettext(
                "{n} household to decide about", "{n} households to decide about", n
            )
            subtitle = words.format(n=tr.number(n)) if n else tr.gettext("Nothing to decide")
        self.set_title(tr.gettext("Arrears"), subtitle)

    def _say_empty(self, found: Look) -> None:
        tr = self.desk.tr
        if self._empty_at is not None:
            self._empty_at.deleteLater()
        if found.steps:
            self._empty_at = EmptyState(
                tr.gettext("Nobody is behind"),
                tr.gettext("When a bill is overdue, its household stands here with the next step."),
                drawing="board",
            )
        else:
            write = Button(tr.gettext("Write the steps down"), "primary", "footprints")
            write.clicked.connect(self.write_steps)
            self._empty_at = EmptyState(
                tr.gettext("No steps are decided yet"),
                tr.gettext(
                    "Let the assembly decide after how many bills or days somebody is reminded,"
                    " warned, and what comes then. Write it down here with its minute."
                ),
                (write,),
                drawing="board",
            )
        self._empty.add(self._empty_at, 1)

    def _choose(self, one: Household | None) -> None:
        self.shown = None
        self.panel.setVisible(one is not None)
        self._show_ticks()
        if one is not None:
            today = self.desk.today
            self.ask(lambda book: near(book, one, today), self._show_near)

    def _show_near(self, found: Near) -> None:
        chosen = self.list.table.row()
        if chosen is None or self.known is None or chosen.member.id != found.household.member.id:
            return
        self.shown = found
        self.panel.show_household(found, self.known)

    def _show_ticks(self) -> None:
        if self.desk.hides_balances:
            return
        tr, ticked = self.desk.tr, self.list.ticked_ones()
        chosen = self.list.table.row()
        self.all_like.setVisible(chosen is not None and chosen.proposed not in ("", CUT_OFF))
        # Somebody is cut off alone: each is heard, and each has those who live there.
        self.together.setVisible(len(ticked) > 1 and ticked[0].proposed != CUT_OFF)
        if ticked:
            n = len(ticked)
            words = tr.ngettext("{step}: {n} household", "{step}: {n} households", n)
            step = step_words(ticked[0].proposed, tr)
            self.together.set_words(words.format(step=step, n=tr.number(n)))

    # What is done

    def write_steps(self) -> None:
        """Ask for the assembly's steps."""
        now = (self.known.steps, self.known.between) if self.known else ((),)
        decide_steps(self, self.desk, *now)

    def show_steps(self) -> None:
        """Show the steps as they were decided."""
        show_steps(self, self.desk)

    def take_together(self) -> None:
        """Take the same step with all who are ticked."""
        ticked = self.list.ticked_ones()
        if ticked:
            take(self, self.desk, ticked)

    def take_step(self) -> None:
        """Take the step that is proposed with the household that is shown."""
        if self.shown is None or self.known is None:
            return
        if self.shown.household.proposed == CUT_OFF:
            cut_off(self, self.desk, self.shown, self.known)
        else:
            take(self, self.desk, (self.shown.household,))

    def reconnect(self) -> None:
        """Let the water flow again."""
        if self.shown is not None and self.known is not None:
            reconnect(self, self.desk, self.shown, self.known)

    def charge(self) -> None:
        """Make the bill of the reconnection."""
        if self.shown is not None and self.shown.conditions is not None:
            charge_fee(self, self.desk, self.shown.household.member, self.shown.conditions)

    def show_bills(self) -> None:
        """Show the open bills of the household that is shown."""

        def show(page: QWidget, desk: Desk, there: Arranged) -> QDialog:
            tr, bills = desk.tr, {bill.ref: bill for bill in there.open_bills}
            title = tr.about(shortened(there.member.name), tr.gettext("Bills"))
            owed = {ref: Money(bill.left, desk.currency) for ref, bill in bills.items()}

            def state(ref: Ref) -> State | None:
                if bills[ref].disputed:
                    return question(tr.gettext("Disputed"))
                later = bills[ref].due_on >= desk.today
                return under_way(tr.gettext("Not due yet")) if later else None

            return show_lines(page, desk, title, tuple(bills), amounts=owed, state=state)

        self.arrange(show)

    def arrange(self, do: _Form) -> None:
        """Read what is arranged with the household that is shown, and open a form over it."""
        row = self.list.table.row()
        if row is not None:
            number, today = row.member.number, self.desk.today
            self.ask(
                lambda book: arranged(book, number, today),
                lambda there: do(self, self.desk, there),
            )

    def _relieve(self) -> None:
        def ask(page: QWidget, desk: Desk, there: Arranged) -> QDialog:
            row = there.member
            return relieve(page, desk, row.number, row.name, there.decisions)

        self.arrange(ask)

    def _more(self) -> list[MenuItem]:
        """What is done more seldom with the household that is shown."""
        tr, desk, row = self.desk.tr, self.desk, self.list.table.row()
        if row is None:
            return []
        go = desk.go.emit
        items = [
            MenuItem(
                tr.gettext("Open the member’s card"), partial(go, "members", row.member), "user"
            ),
            MenuItem(tr.gettext("A bill is disputed, or no longer"), self._dispute, "circle-help"),
            MenuItem(tr.gettext("Let them pay less"), self._relieve, "hand-coins", ruled=True),
            MenuItem(tr.gettext("Let a debt go"), partial(self.arrange, let_go), "ban"),
        ]
        if row.taken is not None:
            mistake = tr.gettext("The last step was a mistake")
            items.append(MenuItem(mistake, partial(strike, self, desk, row.taken), "undo-2"))
        if row.agreement is not None:
            wish = Wish("agreement", member=row.member.number)
            items.append(
                MenuItem(tr.gettext("Agreement to sign"), partial(go, "notices", wish), "printer")
            )
        return items

    def _dispute(self) -> None:
        self.arrange(lambda page, desk, there: dispute_one(page, desk, there.open_bills))

    def _papers(self) -> list[MenuItem]:
        """Papers about all of them, and the list of those who pay less."""
        tr, go = self.desk.tr, self.desk.go.emit
        return [
            MenuItem(
                tr.gettext("Letters of today"), partial(go, "notices", Wish("letters")), "file-text"
            ),
            MenuItem(
                tr.gettext("Slips for visits"), partial(go, "notices", Wish("visits")), "footprints"
            ),
            MenuItem(
                tr.gettext("Who is behind"), partial(go, "notices", Wish("behind")), "clock"
            ),
            MenuItem(
                tr.gettext("Who pays less"), lambda: show_less(self, self.desk), "hand-coins",
                ruled=True,
            ),
        ]  # fmt: skip
