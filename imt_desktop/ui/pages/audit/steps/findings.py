"""Step 11: what was found, by post and never by name; and what the committee says before it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.community.audit.entries import FindingAnswered
from imt_desktop.plan.actions import OriginLine
from imt_desktop.plan.entries import ActionPlanned
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.finding_forms import answer, post_words
from imt_desktop.ui.pages.audit.look import AuditLook, Found
from imt_desktop.ui.pages.audit.names import finding_state
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.plan.wish import ActionWish
from imt_desktop.ui.widgets import Badge, Button, Card, Details, FlowRow, Note, Words, shortened

LETTERS = 600


class FindingCard(Card):
    """One finding with its answer; ``ways`` are what can be done with it."""

    def __init__(self, desk: Desk, one: Found, ways: Sequence[Button] = ()) -> None:
        super().__init__()
        tr, told = desk.tr, one.told
        number = tr.gettext("Finding {n}").format(n=tr.number(one.finding.id))
        words = shortened(told.words, LETTERS) or tr.gettext("Forgotten")
        self.add(FlowRow([Words(number, "second"), Badge(finding_state(one, tr))], 12))
        self.add(Words(words, "strong", wrap=True))
        due = one.finding.due_on
        card = one.action
        rows = [
            (tr.gettext("About"), post_words(one.finding.post, tr)),
            (tr.gettext("Evidence"), shortened(told.evidence, LETTERS)),
            (tr.gettext("The answer"), shortened(told.answer, LETTERS)),
            (tr.gettext("What is done"), shortened(told.action, LETTERS)),
            (tr.gettext("Who"), post_words(told.does, tr)),
            (tr.gettext("By when"), tr.date(due) if due else ""),
            (tr.gettext("Seen again"), shortened(told.followed, LETTERS)),
            (tr.gettext("Action plan"), shortened(card.title, LETTERS) if card else ""),
        ]
        self.add(Details(rows, label=120))
        if ways:
            self.add(FlowRow(ways))


class FindingsView(StepView):
    """All findings, each with what the committee says to it."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("What did we find, and what does the committee say?"),
            tr.gettext(
                "A finding is a question about a post, never about a person. The committee answers "
                "before anything is printed."
            ),
            "search",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show the findings and the way to one more."""
        tr, parts = self.desk.tr, list[QWidget]()
        if not look.findings:
            words = tr.gettext("Nothing is written down. If all agrees, that is the result.")
            parts.append(Words(words, "body", wrap=True))
        waiting = any(one.finding.answered is None for one in look.findings)
        if waiting and not self.desk.may(FindingAnswered.KIND):
            parts.append(Note(tr.gettext("An officer types what the committee answers."), "pencil"))
        for one in look.findings:
            parts.append(FindingCard(self.desk, one, self._ways(look, one)))
        if look.open:
            tell = Button(tr.gettext("New finding"), icon="plus")
            tell.clicked.connect(lambda: self.finding.emit(""))
            parts.append(FlowRow([tell]))
        return parts

    def _ways(self, look: AuditLook, one: Found) -> list[Button]:
        tr, ways = self.desk.tr, []
        answers = look.open or one.finding.answered is None
        if answers and self.desk.may(FindingAnswered.KIND):
            words = (
                tr.gettext("Answer it")
                if one.finding.answered is None
                else tr.gettext("Change the answer")
            )
            say = Button(words, icon="pencil", size="row")
            say.clicked.connect(partial(answer, self, self.desk, one))
            ways.append(say)
        planned = one.finding.answered is None or one.action is not None
        if not planned and self.desk.may(ActionPlanned.KIND):
            card = Button(tr.gettext("Put it on the board"), icon="kanban", size="row")
            card.clicked.connect(partial(self._to_board, one))
            ways.append(card)
        return ways

    def _to_board(self, one: Found) -> None:
        title = one.told.action or one.told.answer or one.told.words
        origin = OriginLine(what="finding", about=str(one.finding.id))
        wish = ActionWish(
            shortened(title, 120), origin, post=one.told.does, deadline=one.finding.due_on
        )
        self.going.emit("plan", wish)
