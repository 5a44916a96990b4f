"""Step 7: the money: the bank's paper against the bank's column, and the cash counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight import audited
from imt_desktop.oversight.audited import Proved
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Details,
    EvenRow,
    FlowRow,
    Note,
    State,
    StateWord,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import done, late, not_yet
from imt_desktop.wording.proof import called, difference_words


class MoneyView(StepView):
    """For every account what the book says, and what stands against it."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Is the money there?"),
            tr.gettext(
                "Count the cash together, today. Hold the bank's own paper against the book, never a "
                "copy of it."
            ),
            "coins",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, _tr: Translator) -> tuple[Proved, ...]:
        """Read the accounts."""
        assert look.audit is not None
        return audited.money(book, look.audit)

    def parts(self, look: AuditLook, found: tuple[Proved, ...]) -> Sequence[QWidget]:
        """Show the way to count, then a card for each account."""
        tr = self.desk.tr
        count = Button(tr.gettext("Count cash"), icon="coins")
        count.clicked.connect(lambda: self.going.emit("money", "count"))
        paper = Button(tr.gettext("Open Money"), icon="landmark")
        paper.clicked.connect(lambda: self.going.emit("money", None))
        parts: list[QWidget] = []
        officer = self.desk.officer
        if look.open and officer is not None and not officer.role.books:
            words = tr.gettext(
                "Count together with somebody of the committee, and write both names."
            )
            parts.append(Note(words, "pencil"))
        # Above the accounts: on a low window they would lie below what is seen.
        parts.append(FlowRow([count, paper]))
        return [*parts, EvenRow([self._account(one, look) for one in found], most=2)]

    def _account(self, one: Proved, look: AuditLook) -> Card:
        tr, card = self.desk.tr, Card(shortened(called(one.account, self.desk.tr), 60))
        rows = [
            (tr.gettext("In the book, {day}").format(day=tr.short_date(look.period.last)),
             tr.money(one.at_end)),
            (tr.gettext("In the book today"), tr.money(one.account.balance)),
        ]  # fmt: skip
        if one.count is not None:
            label = tr.gettext("Counted {day}").format(day=tr.short_date(one.count.on))
            rows.append((label, tr.money(one.count.counted)))
        if one.paper is not None:
            label = tr.gettext("Bank's paper, {day}").format(day=tr.short_date(one.paper.day))
            rows.append((label, tr.money(one.paper.balance)))
        card.add(Details(rows, label=170))
        card.add(StateWord(self._state(one)))
        if one.before is not None and not one.looked_at:
            earlier = tr.gettext("The count of {day} was before the audit: it does not count here.")
            words = earlier.format(day=tr.day(one.before.on))
            card.add(Words(words, "second", wrap=True))
        return card

    def _state(self, one: Proved) -> State:
        tr = self.desk.tr
        if one.account.type == "cash":
            difference = one.count.difference if one.count else None
        elif one.paper is not None:
            difference = one.paper.difference
        else:
            difference = one.count.difference if one.count else None
        if difference is None:
            return not_yet(tr.gettext("Not counted or compared yet"))
        words = difference_words(difference, tr)
        return late(words) if difference else done(words)
