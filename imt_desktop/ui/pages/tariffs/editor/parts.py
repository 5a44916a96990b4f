"""Fields of a tariff that come and go, by names of their own; mistakes find them by their path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.requests import named
from imt_desktop.money import Currency
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Choice,
    ComboBox,
    EvenRow,
    IconButton,
    LabelledField,
    LineEdit,
)
from imt_desktop.ui.widgets.tab_order import INNER

QUANTITY: Final = Currency("QTY", 3)
"""Reads quantities as amounts are read: with the language's own decimal mark, at most thousandths."""


class Parts:
    """Makes fields on a form, tells when one of them changes, and finds one by the path of a mistake."""

    def __init__(self, form: Form, changed: Callable[[], object]) -> None:
        self.form, self._changed = form, changed
        self._count = 0
        self._places: dict[str, str] = {}

    def name(self, what: str) -> str:
        """Return a name that no other field has."""
        self._count += 1
        return f"{what}#{self._count}"

    # Making

    def amount(self, name: str, label: str, value: Decimal | None = None) -> LabelledField:
        """Make a field for money."""
        field = self._watched(self.form.amount(name, label))
        editor = field.editor
        assert isinstance(editor, AmountEdit)
        if value:
            editor.set_amount(self.form.desk.currency.money(value))
        return field

    def quantity(
        self, name: str, label: str, value: Decimal | None = None, hint: str = ""
    ) -> LabelledField:
        """Make a field for a quantity."""
        return self._watched(self.form.line(name, label, self.written(value), hint))

    def line(self, name: str, label: str, words: str = "", hint: str = "") -> LabelledField:
        """Make a field for words."""
        return self._watched(self.form.line(name, label, words, hint))

    def choice(
        self, name: str, label: str, choices: Sequence[Choice], value: Any = None
    ) -> LabelledField:
        """Make a list box."""
        return self._watched(self.form.choice(name, label, choices, value))

    def _watched(self, field: LabelledField) -> LabelledField:
        editor = field.editor
        if isinstance(editor, LineEdit):
            editor.textChanged.connect(lambda _words: self._changed())
        if isinstance(editor, ComboBox):
            editor.chosen.connect(lambda _value: self._changed())
        return field

    def written(self, value: Decimal | None) -> str:
        """Write a quantity as it is typed."""
        if not value:
            return ""
        tr = self.form.desk.tr
        whole, mark, part = tr.amount(QUANTITY.money(value)).rpartition(tr.decimal_mark)
        return f"{whole}{mark}{part.rstrip('0')}" if mark else part

    def row(self, *fields: QWidget, gone: Callable[[], object], says: str) -> QWidget:
        """Lay fields side by side, and a cross that takes them away."""
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(EvenRow(list(fields), most=len(fields)), 1)
        cross = IconButton("x", says)
        cross.setProperty(INNER, True)
        cross.setAutoDefault(False)
        cross.clicked.connect(gone)
        line.addWidget(cross)
        return whole

    def button(self, words: str, do: Callable[[], object]) -> Button:
        """Make a button that adds something."""
        made = Button(words, icon="plus", size="row")
        made.setProperty(INNER, True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: do())
        return made

    def drop(self, *names: str) -> None:
        """Forget fields that were taken away."""
        for name in names:
            self.form.fields.pop(name, None)
        self._changed()

    # Reading

    def forget_places(self) -> None:
        """Begin a request anew: its paths are other ones."""
        self._places = {}

    def at(self, path: str, name: str) -> str:
        """Remember at which path of the request a field stands."""
        self._places[path] = name
        return name

    def quantity_of(self, name: str) -> Decimal | None:
        """Return a typed quantity, None where nothing is typed."""
        words = self.form.words_of(name)
        if not words:
            return None
        try:
            with named(name):
                return self.form.desk.tr.parse_amount(words, QUANTITY).decimal
        except UserError as error:
            self.form.fields.wrong(error)
            return None

    def amount_of(self, name: str) -> Decimal | None:
        """Return a typed amount, None where nothing is typed."""
        editor = self.form.fields[name].editor
        assert isinstance(editor, AmountEdit)
        return None if editor.is_empty() else self.form.decimal_of(name)

    def field_of(self, path: str | None) -> str | None:
        """Return the field that a mistake belongs to, or of what it stands in."""
        while path:
            if path in self._places:
                return self._places[path]
            path = path.rpartition("/")[0]
        return None
