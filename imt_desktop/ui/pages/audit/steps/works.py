"""Step 8: what was bought or built is looked at where it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.money import any_cents
from imt_desktop.oversight import audited
from imt_desktop.oversight.audited import Bought
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Column, FlowRow, Table, Words, shortened
from imt_desktop.wording.kinds import kind_name


class WorksView(StepView):
    """The largest expenses of the period."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Is what was bought there?"),
            tr.gettext(
                "Go and look: the pump, the pipes, the work that was done. Is it there, is it new, and "
                "is the price usual?"
            ),
            "wrench",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, tr: Translator) -> list[tuple[Bought, str]]:
        """Read the largest expenses, and what each was for."""
        own = own_kinds(book)
        return [(one, kind_name(one.kind, own, tr)) for one in audited.bought(book, look.period)]

    def parts(self, look: AuditLook, found: list[tuple[Bought, str]]) -> Sequence[QWidget]:
        """Show them, the largest first."""
        tr = self.desk.tr
        if not found:
            return [Words(tr.gettext("Nothing was bought in this period."), "body", wrap=True)]
        cents = any_cents([one.amount for one, _kind in found])
        table = Table(
            [
                Column[tuple[Bought, str]](
                    tr.gettext("What for"), lambda row: row[1], stretch=1,
                    second=lambda row: shortened(" · ".join(filter(None, (row[0].text, row[0].who))), 160),
                ),
                Column[tuple[Bought, str]](
                    tr.gettext("Date"), lambda row: tr.short_date(row[0].on), ink="ink2"
                ),
                Column[tuple[Bought, str]](
                    tr.symbol(self.desk.currency), lambda row: tr.amount(row[0].amount, cents),
                    right=True, bold=True,
                ),
            ],
            tr.gettext("The largest expenses"), row_height=48,
        )  # fmt: skip
        table.set_rows(found)
        table.opened.connect(lambda row: self.going.emit("trail", TrailWish(entry=row[0].entry)))
        table.setMinimumHeight((em(48) + 1) * len(found) + em(44))
        card = Card(tr.gettext("The largest expenses"), ruled=True, flush=True)
        card.add(table)
        if not look.open:
            return [card]
        tell = Button(tr.gettext("New finding"), icon="plus")
        tell.clicked.connect(lambda: self.finding.emit(""))
        return [card, FlowRow([tell])]
