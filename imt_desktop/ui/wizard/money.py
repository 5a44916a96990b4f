"""Where the committee's money lies, and how much of it there is."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.accounts import AccountRequest
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.founding import Place
from imt_desktop.ui.widgets import AmountEdit, Choice, DateEdit, EvenRow, LineEdit, Segments
from imt_desktop.ui.wizard.step import Step, Typed

PLACES: Final = ("bank", "mobile")
"""Where money may lie besides the cash box."""


class MoneyStep(Step):
    """The cash box; a bank account and mobile money only where the committee has them."""

    def __init__(self, tr: Translator, currency: Currency, today: date) -> None:
        super().__init__(
            tr,
            tr.gettext("Money today"),
            tr.gettext("Count it with two people. Empty means nothing."),
        )
        self._today = today
        self._beside: dict[str, QWidget] = {}
        self.put("cash", tr.gettext("In the cash box"), AmountEdit(tr, currency))
        self.put(
            "counted_on",
            tr.gettext("Counted on"),
            DateEdit(tr, today),
            tr.gettext("the day of all these amounts"),
        )
        self.row(self.fields["cash"], self.fields["counted_on"])
        asked = {
            "bank": (tr.gettext("A bank account?"), tr.gettext("In the bank"),
                     tr.gettext("Name of the bank")),
            "mobile": (tr.gettext("Mobile money?"), tr.gettext("In mobile money"),
                       tr.gettext("Name of the service")),
        }  # fmt: skip
        for kind in PLACES:
            self._ask(kind, currency, *asked[kind])
        self.column.addStretch(1)

    def _ask(self, kind: str, currency: Currency, question: str, label: str, name: str) -> None:
        tr = self.tr_
        have = Segments(
            (Choice(tr.gettext("We have none"), False), Choice(tr.gettext("We have one"), True)),
            False,
        )
        hint = tr.gettext("may be empty")
        self.row(self.put(f"has_{kind}", question, have))
        fields = [
            self.put(kind, label, AmountEdit(tr, currency)),
            self.put(f"{kind}_name", name, LineEdit(), hint),
        ]
        beside = self._beside[kind] = EvenRow(fields, most=2)
        self.column.addWidget(beside)
        beside.hide()
        have.chosen.connect(lambda _: self._show_places())

    def _show_places(self) -> None:
        for kind, beside in self._beside.items():
            beside.setVisible(bool(self.value(f"has_{kind}")))

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields."""
        super().fill(typed)
        self._show_places()

    def begins(self, month: Month) -> None:
        """Count on the first day of a book that begins in the past, today otherwise."""
        day = min(month.first, self._today) if month < Month.of(self._today) else self._today
        editor = self.fields["counted_on"].editor
        assert isinstance(editor, DateEdit)
        editor.set_value(day)

    def places(self, tr: Translator, currency: Currency) -> tuple[Place, ...]:
        """Return where money lies, and how much. Raises AmountError and its kin."""
        found = [Place(AccountRequest(type="cash"), self.amount("cash", tr, currency, least=0))]
        for kind in PLACES:
            if self.value(f"has_{kind}"):
                account = AccountRequest(type=kind, name=self.text(f"{kind}_name"))
                found.append(Place(account, self.amount(kind, tr, currency, least=0)))
        return tuple(found)
