"""Four facts over the preview: how many, how much, what is paid ahead, and by which price."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.billing import Preview
from imt_desktop.ledger.charging.terms import is_flat
from imt_desktop.ledger.tariffs import Price, prices
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import EvenRow, Fact, shortened
from imt_desktop.wording.kinds import price_of
from imt_desktop.wording.tariffs import TariffWords


class BillingFacts(QWidget):
    """Of one month."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        self._desk = desk
        self.bills = Fact("receipt-text", tr.gettext("Bills to make"), "", large=False)
        self.amount = Fact("coins", tr.gettext("To be billed"), "", large=False)
        self.ahead = Fact("circle-check", tr.gettext("Paid ahead of it"), "", large=False)
        self.price = Fact("scale", tr.gettext("Water price"), "", large=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EvenRow([self.bills, self.amount, self.ahead, self.price], most=4))

    def load(self, month: Month) -> None:
        """Read the price and the decision behind it."""
        self._desk.read(
            lambda book: next(
                (one for one in prices(book) if one.tariff.effective_from <= month), None
            ),
            guarded(self, self._show_price),
        )

    def show_preview(self, found: Preview) -> None:
        """Show how many and how much."""
        tr = self._desk.tr
        left = len({one.number for one in found.left_out})
        said = tr.ngettext("{n} household is left out", "{n} households are left out", left)
        self.bills.set_figure(
            tr.number(len(found.lines)),
            said.format(n=tr.number(left)) if left else tr.gettext("nobody is left out"),
        )
        month = tr.month_name(found.month.shift(-1))
        before = tr.gettext("{month} was {amount}").format(
            month=f"{month[:1].upper()}{month[1:]}", amount=tr.money(found.before)
        )
        self.amount.set_figure(tr.money(found.total), before if found.before else "")
        rest = tr.gettext("{amount} is still to pay").format(
            amount=tr.money(found.total - found.ahead)
        )
        self.ahead.set_figure(tr.money(found.ahead), rest)

    def _show_price(self, price: Price | None) -> None:
        if price is None:
            return
        tr = self._desk.tr
        terms, *others = price.forms.terms
        words = TariffWords(price.forms, tr, self._desk.currency)
        flat = is_flat(terms, price.forms.every)
        code = terms.connection_type
        line = price_of(code, {}, tr) if flat else words.line(terms)
        if others:
            more = tr.ngettext("{n} more", "{n} more", len(others))
            line = f"{shortened(line, 56)}, {more.format(n=tr.number(len(others)))}"
        parts = [shortened(line, 64)]
        if price.decision is not None:
            minute = tr.gettext("Minute {number}").format(number=price.decision.minute)
            parts.append(shortened(minute, 24))
        self.price.set_figure(words.money(terms.fixed) if terms.fixed else "", parts)
