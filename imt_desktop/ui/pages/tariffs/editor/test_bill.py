"""A bill for somebody invented, worked out while one types, line by line in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal

from imt_desktop.errors import UserError
from imt_desktop.ledger.charging.errors import ShareError
from imt_desktop.ledger.charging.explaining import try_bill
from imt_desktop.ledger.charging.terms import COUNTED, THOUSAND, Terms
from imt_desktop.ledger.charging.understood import percent_written
from imt_desktop.ledger.charging.working_out import Less
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.tariffs.editor.parts import QUANTITY
from imt_desktop.ui.widgets import (
    Card,
    Choice,
    ComboBox,
    EvenRow,
    Hairline,
    LabelledField,
    LineEdit,
    Words,
)
from imt_desktop.wording.charges import Explaining
from imt_desktop.wording.tariffs import unit_words

FIRST_USE: Final = 9
"""What an invented household uses to begin with."""

MOST_HOLDERS: Final = 999


class TestBill(Card):
    """Which type, how much water, how many persons, who shares it, a discount; and what that makes."""

    __test__ = False  # its name begins as those of tests do

    changed = Signal()
    """Another member was invented."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Test bill"), tr.gettext("for somebody invented"))
        self._desk = desk
        self.kind = ComboBox([])
        self._kind = LabelledField(tr.gettext("Type of connection"), "", self.kind)
        self.used = LineEdit(tr.number(FIRST_USE))
        self._used = LabelledField(tr.gettext("Used"), "", self.used)
        self.counts: dict[str, LineEdit] = {}
        self._counted: dict[str, LabelledField] = {}
        for code in COUNTED:
            self.counts[code] = LineEdit("4" if code == "person" else "1")
            label = unit_words(code, tr)
            self._counted[code] = LabelledField(
                label[:1].upper() + label[1:], "", self.counts[code]
            )
        self.holders = LineEdit("1")
        self._holders = LabelledField(
            tr.gettext("Shared by"), tr.gettext("households"), self.holders
        )
        self.percent = LineEdit("")
        self._percent = LabelledField(tr.gettext("Discount"), "%", self.percent)
        self._choices: tuple[Choice, ...] = ()
        self.lines = Words("", wrap=True)
        self.total = Words("", "fact", wrap=True)
        self.mistake = Words("", "error", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._kind)
        self.add(EvenRow([self._used, *self._counted.values()], most=2))
        self.add(EvenRow([self._holders, self._percent], most=2))
        self.add(Hairline())
        self.add(self.lines)
        self.add(self.total)
        self.add(self.mistake)
        self.body.addStretch(1)
        self.kind.chosen.connect(lambda _code: self.changed.emit())
        for edit in (self.used, self.holders, self.percent, *self.counts.values()):
            edit.textChanged.connect(lambda _words: self.changed.emit())

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer the types that the tariff has; the one that is chosen stays so."""
        now = self.kind.value()
        if [one.value for one in choices] != [one.value for one in self._choices]:
            self.kind.set_choices(choices)
            known = [one.value for one in choices]
            self.kind.set_value(now if now in known else (known[0] if known else None))
        self._choices = tuple(choices)

    def code(self) -> str:
        """The type of the invented member's connection."""
        return str(self.kind.value() or "")

    def ask_for(self, terms: Terms | None) -> None:
        """Ask for what its price depends on, and nothing else; while it has a mistake, as before."""
        if terms is None:
            return
        self._used.setVisible(bool(terms.unit))
        if terms.unit:
            self._used.set_hint(unit_words(terms.unit, self._desk.tr))
        units = {one.unit for one in terms.each}
        for code, field in self._counted.items():
            field.setVisible(code in units)

    def show_bill(self, forms: TariffAdopted | None, code: str) -> None:
        """Work the bill out; nothing is shown where the tariff has a mistake."""
        self._clear()
        self.total.setVisible(forms is not None)
        if forms is None:
            self.mistake.set_words(self._desk.tr.gettext("Fix first what is charged."))
            return
        tr, currency = self._desk.tr, self._desk.currency
        try:
            parts = try_bill(forms, code, self._thousandths(self._used), self._counts(),
                             self._households(), self._less())  # fmt: skip
        except UserError as error:
            self.total.hide()
            self.mistake.set_words(self._desk.sentence(error))
            return
        if any(field.error for field in self._fields()):
            self.total.hide()
            return
        said = Explaining(parts, tr, currency)
        self.lines.set_words("\n".join(said.lines()))
        self.total.set_words(tr.gettext("To pay: {amount}").format(amount=said.sum()))

    def _clear(self) -> None:
        self.mistake.set_words("")
        self.lines.set_words("")
        for field in self._fields():
            field.set_error(None)

    def _fields(self) -> tuple[LabelledField, ...]:
        return self._used, self._holders, self._percent, *self._counted.values()

    def _number(self, field: LabelledField) -> Decimal:
        words = field.editor.text()  # type: ignore[attr-defined]  # a line edit
        if not words.strip() or field.isHidden():
            return Decimal(0)
        try:
            found = self._desk.tr.parse_amount(words, QUANTITY).decimal
        except UserError as error:
            field.set_error(self._desk.sentence(error))
            return Decimal(0)
        return max(found, Decimal(0))

    def _thousandths(self, field: LabelledField) -> int:
        return int(self._number(field) * THOUSAND)

    def _counts(self) -> dict[str, int]:
        return {code: self._thousandths(field) for code, field in self._counted.items()}

    def _households(self) -> int:
        return min(max(int(self._number(self._holders)), 1), MOST_HOLDERS)

    def _less(self) -> tuple[Less, ...]:
        percent = self._number(self._percent)
        if percent > 100:
            self._percent.set_error(self._desk.sentence(ShareError(percent_written(percent))))
            return ()
        share = int(percent * 100)
        return (Less("other", share, 0),) if share else ()
