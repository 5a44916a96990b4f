"""What all steps of the wizard share: fields by name, one question a row, and what was typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from imt_desktop.errors import AmountNotPositiveError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.requests import named
from imt_desktop.money import Currency
from imt_desktop.period import Month
from imt_desktop.ui.widgets import (
    AmountEdit,
    ChoiceCards,
    ComboBox,
    DateEdit,
    EvenRow,
    LabelledField,
    LineEdit,
    MonthEdit,
    Segments,
)

Typed = dict[str, Any]
"""What stands in the fields, by their names; enough to fill them again."""


class Step(QWidget):
    """One step. Give ``title`` and ``second``; make fields with ``put``, lay them with ``row``."""

    def __init__(self, tr: Translator, title: str, second: str = "") -> None:
        super().__init__()
        self.tr_, self.title, self.second = tr, title, second
        self.fields: dict[str, LabelledField] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 14, 2)
        self.column.setSpacing(14)

    def put(self, name: str, label: str, editor: QWidget, hint: str = "") -> LabelledField:
        """Make a field of what is asked."""
        field = self.fields[name] = LabelledField(label, hint, editor)
        if isinstance(editor, LineEdit):
            field.meaning_chosen.connect(editor.setText)
            if not isinstance(editor, DateEdit):  # its text changes with the focus
                editor.textChanged.connect(lambda _words: _right(field))
        elif isinstance(editor, ComboBox | Segments | ChoiceCards):
            editor.chosen.connect(lambda _value: _right(field))
        elif isinstance(editor, MonthEdit):
            editor.changed.connect(lambda _month: _right(field))
        return field

    def row(self, *widgets: QWidget) -> None:
        """Lay widgets side by side."""
        whole = widgets[0] if len(widgets) == 1 else EvenRow(list(widgets), most=len(widgets))
        self.column.addWidget(whole)

    def tab_in_order(self) -> None:
        """Let Tab and Enter go down the fields as they are named, also those that came later."""
        for before, after in pairwise(self.fields.values()):
            QWidget.setTabOrder(before.editor, after.editor)

    def text(self, name: str) -> str:
        """Return the words of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit)
        return editor.text().strip()

    def value(self, name: str) -> Any:
        """Return what was chosen, or the day or month of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, ComboBox | Segments | ChoiceCards | MonthEdit | DateEdit)
        return editor.value()

    def day(self, name: str) -> date | None:
        """Return a typed day, None where nothing is typed. Raises DateError beside the field."""
        editor = self.fields[name].editor
        assert isinstance(editor, DateEdit)
        if not editor.text().strip():
            return None
        with named(name):
            return editor.read()

    def amount(
        self, name: str, tr: Translator, currency: Currency, least: int = 1
    ) -> Decimal | None:
        """Return a typed amount, None where nothing is typed; ``least`` is in minor units.

        Raises AmountError and its kin beside the field.
        """
        typed = self.text(name)
        if not typed:
            return None
        with named(name):
            money = tr.parse_amount(typed, currency)
            if money.minor < least:
                raise AmountNotPositiveError(money.minor)
            return money.decimal

    def begin(self) -> None:
        """Put the cursor into the first field."""
        stand_on(next(iter(self.fields.values())).editor)

    def put_right(self) -> None:
        """Take all mistakes away."""
        for field in self.fields.values():
            field.set_error(None)

    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return {name: _typed(field.editor) for name, field in self.fields.items()}

    def fill(self, typed: Typed) -> None:
        """Put back what stood in the fields."""
        for name, value in typed.items():
            if name in self.fields:
                _fill(self.fields[name].editor, value)

    def money_is(self, currency: Currency) -> None:
        """Write the money of the book in front of all amounts."""
        for field in self.fields.values():
            if isinstance(field.editor, AmountEdit):
                field.editor.set_currency(currency)


def _right(field: LabelledField) -> None:
    """Take a mistake away as soon as somebody puts it right; the next step looks again."""
    if field.error is not None:
        field.set_error(None)


def stand_on(editor: QWidget) -> None:
    """Give an editor the focus; of several choices the chosen one."""
    choices = editor.findChildren(QAbstractButton) if _offers(editor) else []
    chosen = [one for one in choices if one.isChecked()]
    target = next(iter((*chosen, *choices)), editor)
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _offers(editor: QWidget) -> bool:
    return isinstance(editor, ChoiceCards | Segments)


def _typed(editor: QWidget) -> object:
    if isinstance(editor, ComboBox | Segments | ChoiceCards | MonthEdit):
        return editor.value()
    if isinstance(editor, DateEdit) and editor.value() is not None:
        return editor.value()
    assert isinstance(editor, LineEdit)
    return editor.text()


def _fill(editor: QWidget, value: object) -> None:
    if isinstance(editor, DateEdit) and isinstance(value, date):
        editor.set_value(value)
    elif isinstance(editor, LineEdit):
        editor.setText(str(value))
    elif isinstance(editor, MonthEdit):
        assert isinstance(value, Month)
        editor.set_value(value)
    elif isinstance(editor, ComboBox | Segments | ChoiceCards):
        editor.set_value(value)
