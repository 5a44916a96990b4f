"""The water price, and the decision behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.errors import DecidedOnMissingError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.errors import FeeRepeatedError
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
    IconButton,
    LineEdit,
    Segments,
)
from imt_desktop.ui.widgets.tab_order import INNER
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
        self._rows_laid: list[QWidget] = []
        self.crosses: dict[int, IconButton] = {}
        self._count = 0
        self.more = Button(tr.gettext("Others pay another price"), icon="plus", size="row")
        self.more.setProperty(INNER, True)
        bodies = (
            Choice(tr.gettext("The assembly"), "assembly"),
            Choice(tr.gettext("The committee"), "committee"),
        )
        self.column.addLayout(self._rows)
        self.put("body", tr.gettext("Who decided it"), Segments(bodies, "assembly"))
        self.put("minute", tr.gettext("Number of the minute"), LineEdit(), tr.gettext("as 07/2026"))
        self.put("decided_on", tr.gettext("Decided on"), DateEdit(tr))
        self.column.addWidget(FlowRow([self.more]))
        self.add_row("household")
        self.row(self.fields["minute"], self.fields["decided_on"])
        self.row(self.fields["body"])
        self.column.addStretch(1)
        self.tab_in_order()
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
        self._rows_laid.append(self._row(at, EvenRow([amount, which], most=2)))
        self._rows.addWidget(self._rows_laid[-1])
        self.more.setVisible(at < MOST)

    def _row(self, at: int, fields: EvenRow) -> QWidget:
        """Lay a price; all but the first can be taken away."""
        if at == 1:
            return fields
        row = QWidget()
        cells = QHBoxLayout(row)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(8)
        cells.addWidget(fields, 1)
        cross = self.crosses[at] = IconButton("x", self.tr_.gettext("Take it away"))
        cross.setProperty(INNER, True)
        cells.addWidget(cross, 0, Qt.AlignmentFlag.AlignBottom)
        cross.clicked.connect(lambda: self.take_away(at))
        return row

    def tab_in_order(self) -> None:
        """Let the cross of a price follow its fields, and the button for one more the last of them."""
        super().tab_in_order()
        before: QWidget = self.fields["fee1"].editor
        for at in range(1, self._count + 1):
            cross = self.crosses.get(at)
            line = [self.fields[f"fee{at}"].editor, self.fields[f"type{at}"].editor]
            for after in (*line, cross) if cross else line:
                if after is not before:
                    QWidget.setTabOrder(before, after)
                before = after
        QWidget.setTabOrder(before, self.more)
        QWidget.setTabOrder(self.more, self.fields["minute"].editor)

    def take_away(self, at: int) -> None:
        """Take a price away; those under it move up."""
        typed = self.typed()
        for n in range(at, self._count):
            for name in ("fee", "type"):
                super().fill({f"{name}{n}": typed[f"{name}{n + 1}"]})
        last = self._rows_laid.pop()
        del self.crosses[self._count]
        for name in ("fee", "type"):
            del self.fields[f"{name}{self._count}"]
        self._count -= 1
        last.hide()
        last.deleteLater()
        self.more.show()
        self.more.setFocus()

    def _add_and_go(self) -> None:
        self.add_row()
        self.tab_in_order()
        self.fields[f"fee{self._count}"].editor.setFocus()

    def money_is(self, currency: Currency) -> None:
        """Write the money of the book in front of all amounts."""
        self._currency = currency
        super().money_is(currency)

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields, in as many rows."""
        while f"fee{self._count + 1}" in typed:
            self.add_row()
        self.tab_in_order()
        super().fill(typed)

    def fees(self, tr: Translator, currency: Currency) -> tuple[FeeLine, ...]:
        """Return the prices that were typed.

        Raises AmountError and its kin, FeeRepeatedError beside the field.
        """
        found: dict[str, FeeLine] = {}
        for at in range(1, self._count + 1):
            amount, kind = self.amount(f"fee{at}", tr, currency), self.value(f"type{at}")
            if amount is not None and kind in found:
                raise FeeRepeatedError(kind).beside(f"type{at}")
            if amount is not None:
                found[kind] = FeeLine(connection_type=kind, amount=amount)
        return tuple(found.values())

    def decision(self) -> DecisionRequest | None:
        """Return the decision behind the price, None where no minute is named.

        Raises DateError, DecidedOnMissingError: a book that is new today has older decisions.
        """
        day = self.day("decided_on")
        if not self.text("minute"):
            return None
        if day is None:
            raise DecidedOnMissingError().beside("decided_on")
        return DecisionRequest(
            minute=self.text("minute"),
            what=self.title,
            body=str(self.value("body")),
            decided_on=day,
        )
