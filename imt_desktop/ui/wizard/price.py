"""The water price, and the decision behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.i18n import Translator
from imt_desktop.ledger.tariffs import FeeLine
from imt_desktop.money import Currency
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Choice,
    ComboBox,
    DateEdit,
    EvenRow,
    FlowRow,
    LineEdit,
    Segments,
)
from imt_desktop.ui.wizard.step import Step, Typed
from imt_desktop.wording.kinds import CONNECTIONS, price_of

MOST: Final = len(CONNECTIONS)


class PriceStep(Step):
    """What each sort of connection pays a month; households first, others where there are any."""

    def __init__(self, tr: Translator, currency: Currency) -> None:
        super().__init__(
            tr,
            tr.gettext("Water price"),
            tr.gettext("What a connection pays each month. It can be left empty and set later."),
        )
        self._currency = currency
        self._types = [Choice(price_of(code, {}, tr), code) for code in CONNECTIONS]
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._count = 0
        self.more = Button(tr.gettext("Others pay another price"), icon="plus", size="row")
        bodies = (
            Choice(tr.gettext("The assembly"), "assembly"),
            Choice(tr.gettext("The committee"), "committee"),
        )
        self.column.addLayout(self._rows)
        self.put("body", tr.gettext("Who decided it"), Segments(bodies, "assembly"))
        self.put("minute", tr.gettext("Number of the minute"), LineEdit(), tr.gettext("as 07/2026"))
        self.put("decided_on", tr.gettext("Decided on"), DateEdit(tr))
        self.add_row("household")
        self.column.addWidget(FlowRow([self.more]))
        self.row(self.fields["minute"], self.fields["decided_on"])
        self.row(self.fields["body"])
        self.column.addStretch(1)
        self.more.clicked.connect(lambda: self._add_and_go())

    def add_row(self, kind: str = "") -> None:
        """Make a row for one more sort of connection."""
        tr = self.tr_
        self._count += 1
        at = self._count
        taken = {self.value(f"type{n}") for n in range(1, at)}
        free = next(code for code in CONNECTIONS if code not in taken)
        amount = self.put(f"fee{at}", tr.gettext("Price a month"), AmountEdit(tr, self._currency))
        which = self.put(
            f"type{at}", tr.gettext("Who pays it"), ComboBox(self._types, kind or free)
        )
        for moved in ("minute", "decided_on", "body"):
            self.fields[moved] = self.fields.pop(moved)
        self._rows.addWidget(EvenRow([amount, which], most=2))
        self.more.setVisible(at < MOST)

    def _add_and_go(self) -> None:
        self.add_row()
        self.fields[f"fee{self._count}"].editor.setFocus()

    def money_is(self, currency: Currency) -> None:
        """Write the money of the book in front of all amounts."""
        self._currency = currency
        super().money_is(currency)

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields, in as many rows."""
        while f"fee{self._count + 1}" in typed:
            self.add_row()
        super().fill(typed)

    def fees(self, tr: Translator, currency: Currency) -> tuple[FeeLine, ...]:
        """Return the prices that were typed. Raises AmountError and its kin beside the field."""
        found = []
        for at in range(1, self._count + 1):
            amount = self.amount(f"fee{at}", tr, currency)
            if amount is not None:
                found.append(FeeLine(connection_type=self.value(f"type{at}"), amount=amount))
        return tuple(found)

    def decision(self) -> DecisionRequest | None:
        """Return the decision behind the price, None where no minute is named. Raises DateError."""
        day = self.day("decided_on")
        if not self.text("minute"):
            return None
        return DecisionRequest(
            minute=self.text("minute"),
            what=self.title,
            body=str(self.value("body")),
            decided_on=day,
        )
