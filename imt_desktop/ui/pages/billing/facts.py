"""Four facts over the preview: how many, how much, what comes on top or is paid ahead, and by which price."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger.billing import PreviewLine
from imt_desktop.ledger.charging.overview import ChargeSheet
from imt_desktop.ledger.charging.terms import is_flat
from imt_desktop.money import total
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import EvenRow, Fact, shortened
from imt_desktop.wording.kinds import price_of
from imt_desktop.wording.tariffs import TariffWords


class BillingFacts(QWidget):
    """Of one run of bills."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._desk = desk
        self.bills = Fact("receipt-text", tr.gettext("Members to bill"), "", large=False)
        self.amount = Fact("coins", tr.gettext("To be billed"), "", large=False)
        self.ahead = Fact("circle-check", tr.gettext("Paid ahead of it"), "", large=False)
        self.late = Fact("clock", tr.gettext("Late fees and fines in it"), "", large=False)
        self.price = Fact("scale", tr.gettext("Water price"), "", large=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        facts = [self.bills, self.amount, self.late, self.ahead, self.price]
        column.addWidget(EvenRow(facts, most=4))

    def show_sheet(self, found: ChargeSheet) -> None:
        """Show how many and how much."""
        tr, plan = self._desk.tr, found.plan
        self.bills.set_figure(tr.number(found.members), self._left_out(found))
        before = tr.gettext("{month} was {amount}").format(
            month=tr.period(plan.period.previous, alone=False), amount=tr.money(plan.before)
        )
        self.amount.set_figure(tr.money(plan.total), capital(before) if plan.before else "")
        self._show_extras(found)
        self._show_price(found)

    def _left_out(self, found: ChargeSheet) -> list[str]:
        """Say how many are left out; who is billed for something else is among both numbers."""
        tr, numbers = self._desk.tr, {one.number for one in found.plan.left_out}
        if not numbers:
            return [tr.gettext("nobody is left out")]
        left, both = len(numbers), len(numbers & {row.number for row in found.rows})
        said = tr.ngettext("{n} household is left out", "{n} households are left out", left)
        lines = [said.format(n=tr.number(left))]
        if both:
            words = tr.ngettext(
                "{n} of them is billed for something else",
                "{n} of them are billed for something else",
                both,
            )
            lines.append(words.format(n=tr.number(both)))
        return lines

    def _show_extras(self, found: ChargeSheet) -> None:
        """Show what comes on top; where nothing does, what was paid ahead."""
        tr, plan = self._desk.tr, found.plan
        late, fines = found.extras("late"), found.extras("fine")
        extras = (*late, *fines)
        self.late.setVisible(bool(extras))
        self.ahead.setVisible(not extras)
        lines = [
            words.format(n=tr.number(len({line.member for line in some})))
            for some, words in (
                (late, self._many(late, "late")), (fines, self._many(fines, "fine")),
            )
            if some
        ]  # fmt: skip
        self.late.set_figure(
            tr.money(total((one.amount for one in extras), self._desk.currency)), lines
        )
        rest = tr.gettext("{amount} is still to pay").format(
            amount=tr.money(plan.total - plan.ahead)
        )
        self.ahead.set_figure(tr.money(plan.ahead), rest)

    def _many(self, lines: Sequence[PreviewLine], item: str) -> str:
        tr, n = self._desk.tr, len({line.member for line in lines})
        if item == "late":
            return tr.ngettext("{n} member is late", "{n} members are late", n)
        return tr.ngettext("{n} member is fined", "{n} members are fined", n)

    def _show_price(self, found: ChargeSheet) -> None:
        tr, forms = self._desk.tr, found.forms
        terms, *others = forms.terms
        words = TariffWords(forms, tr, self._desk.currency)
        figure, parts = shortened(found.plan.tariff.name, 20), []
        if not figure:
            flat = is_flat(terms, forms.every)
            line = price_of(terms.connection_type, {}, tr) if flat else words.line(terms)
            if others:
                more = tr.ngettext("{n} more", "{n} more", len(others))
                line = f"{shortened(line, 56)}, {more.format(n=tr.number(len(others)))}"
            figure = words.money(terms.fixed) if terms.fixed else ""
            parts.append(shortened(line, 64))
        if found.decision is not None:
            minute = tr.gettext("Minute {number}").format(number=found.decision.minute)
            parts.append(shortened(minute, 24))
            if len(parts) == 1:
                parts.append(tr.short_date(found.decision.decided_on))
        self.price.set_figure(figure, parts)
