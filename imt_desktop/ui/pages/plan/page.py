"""The action plan: the planning board as it hangs in the meeting place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.period import Month
from imt_desktop.plan.actions import MoveActionRequest
from imt_desktop.plan.queries import Action
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.exporting.sheet import list_in_excel
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.plan import actions
from imt_desktop.ui.pages.plan.action_form import Begun, change_action, new_action
from imt_desktop.ui.pages.plan.board import Board
from imt_desktop.ui.pages.plan.card_look import CardLook, look_at
from imt_desktop.ui.pages.plan.card_sheet import CardSheet
from imt_desktop.ui.pages.plan.face import faces, lanes
from imt_desktop.ui.pages.plan.figures import FiguresView, begun
from imt_desktop.ui.pages.plan.headline import Headline
from imt_desktop.ui.pages.plan.keys import KeyLine
from imt_desktop.ui.pages.plan.look import PlanLook, look
from imt_desktop.ui.pages.plan.small_forms import drop, evidence
from imt_desktop.ui.pages.plan.spending import book_expense
from imt_desktop.ui.pages.plan.wish import EVERYONE, LATE, MINE, ActionWish, FigureWish
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.widgets import (
    Badge,
    Button,
    ChipRow,
    Choice,
    ConfirmDialog,
    EmptyState,
    FlowRow,
    Segments,
    Words,
)
from imt_desktop.ui.widgets.states import late

BOARD, FIGURES = "board", "figures"


class PlanPage(Page):
    """The board of the newest round."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Action plan"))
        self._look: PlanLook | None = None
        self._then: object = None
        """What another page asked for before the plan was read."""
        self._reads = False
        """Whether what is shown is being read anew: something in it has changed."""
        self.new = Button(tr.gettext("New action"), "primary", "plus", "Ctrl+N")
        self.printed = Button(
            tr.gettext("Print the board"), icon="printer", key="Ctrl+P", size="row"
        )
        self.shown = Segments(
            [Choice(tr.gettext("Board"), BOARD, "kanban"),
             Choice(tr.gettext("Figures"), FIGURES, "trending-up")],
            name=tr.gettext("Show"),
        )  # fmt: skip
        self.figures = FiguresView(desk)
        self.cards = Button(tr.gettext("Cards of the board"), icon="printer", size="row")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet", size="row")
        self.headline = Headline(tr)
        self.late = Badge(late(""))
        self.filter = ChipRow(
            [Choice(tr.gettext("Everyone"), EVERYONE), Choice(tr.gettext("Mine"), MINE),
             Choice(tr.gettext("Late"), LATE)],
            EVERYONE, name=tr.gettext("Show"),
        )  # fmt: skip
        self.board = Board(tr)
        self.none = Words(tr.gettext("No card fits what is shown above."), "quiet", wrap=True)
        self.keys = KeyLine(tr)
        self._full = QWidget()
        self._begin = Button(tr.gettext("Begin a round"), "primary", "footprints", size="page")
        self._first_action = Button(
            tr.gettext("Write the first action"), "primary", "plus", size="page"
        )
        self._walk = Button(tr.gettext("Go through the toolbox"), icon="footprints", size="page")
        self._lay_out()
        self._connect()
        self.set_first(self.board)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.name_broken_lists()
        self.add_action(self.new)
        self.add_action(self.shown)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        papers = FlowRow([self.printed, self.cards, self.excel], gap=8)
        head = FlowRow([self.headline, self.late, self.filter, papers], gap=16)
        column.addWidget(head)
        column.addWidget(self.board)
        column.addWidget(self.none)
        column.addStretch(1)
        self.foot().addWidget(self.keys, 1)  # in view also where a lifted card scrolls the board
        self._no_round = EmptyState(
            tr.gettext("No round of the toolbox has begun"),
            tr.gettext(
                "A round finds the three key problems of the water system together with its users, "
                "and what is to be done about them. That stands here on a board."
            ),
            (self._begin,), drawing="board",
        )  # fmt: skip
        self._no_action = EmptyState(
            tr.gettext("The board is still empty"),
            tr.gettext("Each action has somebody who does it, a deadline, and what shows it is done."),
            (self._first_action, self._walk), drawing="board",
        )  # fmt: skip
        for part in (self._full, self._no_round, self._no_action, self.figures):
            self.add(part, 1)
            part.hide()
        self.keys.hide()

    def _connect(self) -> None:
        OnlyOfficers(self.desk, self, self._begin)
        go = self.desk.go
        self.new.clicked.connect(self.begin_action)
        self.printed.clicked.connect(lambda: go.emit("notices", Wish("board")))
        self.cards.clicked.connect(lambda: go.emit("notices", Wish("cards")))
        self.excel.clicked.connect(lambda: list_in_excel(self, self.desk, ListWanted("plan")))
        self._first_action.clicked.connect(self.begin_action)
        self._walk.clicked.connect(lambda: go.emit("round", None))
        self._begin.clicked.connect(self.begin_round)
        self.filter.chosen.connect(lambda _value: self._fill())
        self.desk.seated.connect(self._fill)
        self.shown.chosen.connect(self.show_view)
        self.figures.wanted.connect(self.begin_action)
        self.figures.opened.connect(self.open_card)
        self.board.opened.connect(self.open_card)
        self.board.moved.connect(self.move_card)
        self.board.wants_view.connect(self._bring)

    def _bring(self, rect: QRect) -> None:
        self.bring_spot_into_view(self.board, rect)

    # Reading

    def load(self) -> None:
        """Read the plan."""
        today, self._reads = self.desk.today, True
        self.ask(lambda book: look(book, today), self._show)

    def known(self) -> PlanLook | None:
        """Return the plan that is shown."""
        return self._look

    def show_what(self, what: object) -> None:
        """Open a card by its action's number, a new action (``Begun`` or ``"new"``), the figures, or only
        some cards (``EVERYONE``, ``LATE``)."""
        if self._look is None or self._reads:
            self._then = what
        elif isinstance(what, int):
            self.board.choose(what)
            self.open_card(what)
        elif isinstance(what, FigureWish):
            figure = self._look.figures.get(what.code)
            self.begin_action(begun(figure, self.desk) if figure else Begun())
        elif isinstance(what, ActionWish):
            self.begin_action(
                Begun(
                    title=what.title, figure=what.figure, origin=what.origin, post=what.post,
                    deadline=what.deadline,
                )
            )  # fmt: skip
        elif what == FIGURES:
            self.show_view(FIGURES)
        elif what in (EVERYONE, LATE):
            self.show_view(BOARD)
            self.filter.set_value(what)
            self._fill()
        elif what == "new" or isinstance(what, Begun):
            self.begin_action(what if isinstance(what, Begun) else Begun())

    def _show(self, found: PlanLook) -> None:
        self._look, self._reads = found, False
        tr = self.desk.tr
        self._show_parts(found)
        self.set_title(tr.gettext("Action plan"), self._round_words(found))
        self.headline.show_done(found.done, found.counted)
        n = found.late
        words = tr.ngettext("{n} late", "{n} late", n).format(n=tr.number(n))
        self.late.set_state(late(words))
        self.late.setVisible(n > 0)
        self._fill()
        what, self._then = self._then, None
        if what is not None:
            self.show_what(what)

    def show_view(self, view: object) -> None:
        """Show the board, or the figures of the book."""
        self.shown.set_value(view)
        if self._look is not None:
            self._show_parts(self._look)

    def _show_parts(self, found: PlanLook) -> None:
        figures, any_cards = self.shown.value() == FIGURES, bool(found.actions)
        self.figures.setVisible(figures)
        self._no_round.setVisible(not figures and found.round is None)
        self._no_action.setVisible(not figures and found.round is not None and not any_cards)
        self._full.setVisible(not figures and any_cards)
        self.keys.setVisible(not figures and any_cards)
        self.new.setVisible(any_cards and not self._over)
        self.printed.setVisible(any_cards and not figures)
        begins = self._first_action if found.round else self._begin
        self.set_first(self.shown if figures else self.board if any_cards else begins)
        if figures:
            self.figures.show_figures(found, self.desk.read_only is None)

    @property
    def _over(self) -> bool:
        return self._look is None or self._look.round is None or bool(self._look.round.ended_on)

    def _round_words(self, found: PlanLook) -> str:
        tr, one = self.desk.tr, found.round
        if one is None:
            return ""
        month = tr.month(Month.of(one.began_on))
        if one.ended_on is not None:
            over = tr.gettext("Round {name}, ended {day}")
            return over.format(name=one.name, day=tr.date(one.ended_on))
        if one.next_visit is not None and one.next_visit >= found.today:
            words = tr.gettext("Round {name}, begun {month}, next visit {day}")
            return words.format(name=one.name, month=month, day=tr.date(one.next_visit))
        return tr.gettext("Round {name}, begun {month}").format(name=one.name, month=month)

    def _fill(self) -> None:
        found = self._look
        if found is None:
            return
        wanted = [one for one in found.actions if self._fits(one)]
        self.board.setVisible(bool(wanted))
        self.none.setVisible(not wanted)
        cards = faces(self.desk, found, wanted)
        self.board.show_cards(lanes(found, wanted, self.desk.tr), cards, found.photos)

    def _fits(self, one: Action) -> bool:
        shown, officer = self.filter.value(), self.desk.officer
        if shown == LATE:
            return self._look is not None and one.days_late(self._look.today) > 0
        return shown != MINE or (officer is not None and one.officer == officer.id)

    # Doing

    def begin_round(self) -> None:
        """Begin a round."""
        going = self.desk.go
        actions.begin_round(self.desk, lambda _done: going.emit("round", None))

    def _begin_round_for(self, begun: Begun) -> None:
        """Begin a round, and write the action that somebody asked for."""

        def then(_done: object) -> None:
            self._then = begun
            self.load()

        actions.begin_round(self.desk, guarded(self, then))

    def begin_action(self, begun: object = None) -> Form | None:
        """Write a new action."""
        start = begun if isinstance(begun, Begun) else Begun()
        if self._look is None or self._over:
            self._ask_for_round(start)
            return None
        again = self.begin_action if start.origin is None else None  # that led here: it is one
        return new_action(self, self.desk, self._look, start, again)

    def _ask_for_round(self, begun: Begun) -> None:
        tr = self.desk.tr
        asked = ConfirmDialog(
            self, tr, tr.gettext("Begin a round of the toolbox?"),
            tr.gettext("Actions stand on the board of a round, and none is under way."),
            tr.gettext("Begin a round"),
        )  # fmt: skip
        asked.accepted.connect(lambda: self._begin_round_for(begun))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def move_card(self, number: int, state: str) -> None:
        """Move a card; where it is dropped, ask why."""
        found = self._look
        action = found.action(number) if found else None
        if found is None or action is None or action.state == state:
            return
        if state == "dropped":
            form = drop(self, self.desk, action)
            form.rejected.connect(self._fill)
            return

        def missed(error: UserError) -> None:
            self._fill()
            self.desk.refused.emit(error)

        wanted = MoveActionRequest(action=action.id, state=state)
        actions.move_card(self.desk, wanted, lambda _done: None, missed)

    def open_card(self, number: int) -> None:
        """Open a card."""
        found = self._look
        action = found.action(number) if found else None
        if found is not None and action is not None:
            tr = self.desk.tr
            self.ask(lambda book: look_at(book, found, action, tr), self._open)

    def _open(self, found: CardLook) -> None:
        page, desk, plan, action = self, self.desk, found.plan, found.action
        sheet = CardSheet(self, desk, found)
        sheet.change.connect(lambda: change_action(page, desk, plan, action))
        sheet.prove.connect(lambda: evidence(page, desk, action))
        sheet.spend.connect(lambda: book_expense(page, desk, action))
        sheet.move_to.connect(partial(self.move_card, action.id))
        sheet.open()
