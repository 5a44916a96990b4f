"""The fields of a form, by the names that the request gives them: made, read, and put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import CountError, PeopleCountError, UserError
from imt_desktop.ledger.requests import named
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.picking import MembersEdit
from imt_desktop.ui.widgets import (
    AmountEdit,
    CheckBox,
    Choice,
    ComboBox,
    DateEdit,
    LabelledField,
    LineEdit,
    MonthEdit,
    SuggestEdit,
    TextArea,
)

MOST_DIGITS = 9
"""Of a count that somebody types."""


class Fields(dict[str, LabelledField]):
    """Fields of one form. Reading a field that is wrong is remembered; the reading goes on.

    So the form shows everything that is to be put right at once: see :meth:`mistakes`.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mistakes: list[UserError] = []
        self.ticks: dict[str, CheckBox] = {}
        self.righted: Callable[[], object] = lambda: None
        """Called when the mistake of a field is gone."""
        self._before: tuple[object, ...] = ()

    # Making

    def put(self, name: str, label: str, editor: QWidget, hint: str = "") -> LabelledField:
        """Make a field of the request that ``name`` stands for."""
        field = self[name] = LabelledField(label, hint, editor)
        if isinstance(editor, ComboBox):
            editor.chosen.connect(lambda _value: field.set_error(None))
        elif isinstance(editor, MembersEdit):
            editor.changed.connect(lambda: field.set_error(None))
        field.righted.connect(lambda: self.righted())
        return field

    def line(self, name: str, label: str, words: str = "", hint: str = "") -> LabelledField:
        """Make a field for words."""
        return self.put(name, label, LineEdit(words), hint)

    def suggest(
        self, name: str, label: str, known: Sequence[str], words: str = "", hint: str = ""
    ) -> LabelledField:
        """Make a field for words that offers those that are known."""
        return self.put(name, label, SuggestEdit([Choice(one, one) for one in known], words), hint)

    def amount(self, name: str, label: str, hint: str = "") -> LabelledField:
        """Make a field for an amount."""
        editor = AmountEdit(self._desk.tr, self._desk.currency)
        field = self.put(name, label, editor, hint)

        def choose(words: str) -> None:
            editor.setText(words)
            field.set_error(None)
            editor.setFocus()

        field.meaning_chosen.connect(choose)
        return field

    def day(self, name: str, label: str, day: date | None = None, hint: str = "") -> LabelledField:
        """Make a field for a day, today to begin with."""
        return self.put(name, label, DateEdit(self._desk.tr, day or self._desk.today), hint)

    def choice(
        self,
        name: str,
        label: str,
        choices: Sequence[Choice],
        value: object = None,
        hint: str = "",
        none: str = "",
    ) -> LabelledField:
        """Make a list box; the first choice is chosen where no other is named.

        With ``none``, the words that stand there meanwhile, none is chosen unless it is named.
        """
        first = value is None and choices and not none
        return self.put(
            name, label, ComboBox(choices, choices[0].value if first else value, none), hint
        )

    def tick(self, name: str, words: str, checked: bool = False) -> CheckBox:
        """Make a box to tick."""
        made = self.ticks[name] = CheckBox(words, checked)
        return made

    def when(self, name: str, chosen: Callable[[Any], object]) -> None:
        """Do something whenever another choice is made."""
        editor = self[name].editor
        assert isinstance(editor, ComboBox)
        editor.chosen.connect(chosen)

    # Reading

    def words_of(self, name: str) -> str:
        """Return the words of a field."""
        editor = self[name].editor
        assert isinstance(editor, LineEdit)
        return editor.text().strip()

    def text_of(self, name: str) -> str:
        """Return the words of a field of several lines."""
        editor = self[name].editor
        assert isinstance(editor, TextArea)
        return editor.text().strip()

    def decimal_of(
        self, name: str, empty: Decimal | None = None, positive: bool = False
    ) -> Decimal:
        """Return a typed amount; ``empty`` where nothing is typed and nothing has to be.

        Use cases refuse zero beside ``amount``; where an amount has another name, ``positive`` does.
        """
        editor = self[name].editor
        assert isinstance(editor, AmountEdit)
        if editor.is_empty() and empty is not None:
            return empty
        try:
            with named(name):
                money = editor.read()
                return (money.require_positive() if positive else money).decimal
        except UserError as error:
            self._mistakes.append(error)
            return Decimal(0)

    def day_of(self, name: str) -> date:
        """Return a typed day."""
        editor = self[name].editor
        assert isinstance(editor, DateEdit)
        try:
            with named(name):
                return editor.read()
        except UserError as error:
            self._mistakes.append(error)
            return self._desk.today

    def value_of(self, name: str) -> Any:
        """Return what was chosen."""
        editor = self[name].editor
        assert isinstance(editor, ComboBox | MonthEdit | SuggestEdit) or hasattr(editor, "value")
        return editor.value()

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.ticks[name].isChecked()

    def whole_of(self, name: str) -> int | None:
        """Return a typed count, None where nothing is typed."""
        return self._count(name, CountError)

    def people_of(self, name: str) -> int | None:
        """Return a typed number of people, None where nothing is typed."""
        return self._count(name, PeopleCountError)

    def _count(self, name: str, error: type[CountError]) -> int | None:
        text = self.words_of(name)
        if text and not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
            self._mistakes.append(error(text).beside(name))
            return None
        return int(text) if text else None

    def wrong(self, error: UserError) -> None:
        """Remember a mistake that the form itself found."""
        self._mistakes.append(error)

    def mistakes(self) -> list[UserError]:
        """Return the mistakes found since this was asked last."""
        found, self._mistakes = self._mistakes, []
        return found

    # Showing

    def beside(self, name: str) -> str | None:
        """Return the field beside which a mistake stands: itself, or the first of the line it is about.

        None where it is not seen.
        """
        seen = (one for one, field in self.items() if not field.isHidden())
        return next((one for one in seen if one == name or one.startswith(f"{name}/")), None)

    def wrong_ones(self) -> int:
        """Return how many fields show a mistake."""
        return sum(field.error is not None and not field.isHidden() for field in self.values())

    def put_right(self) -> None:
        """Take all mistakes away."""
        self._mistakes = []
        for field in self.values():
            field.set_error(None)

    def first(self) -> QWidget | None:
        """Return the editor at which the form begins."""
        return next((field.editor for field in self.values() if not field.isHidden()), None)

    def remember(self) -> None:
        """Remember what stands in the fields before anybody typed."""
        self._before = self._typed()

    def touched(self) -> bool:
        """Whether anything was typed or chosen since."""
        return self._typed() != self._before

    def _typed(self) -> tuple[object, ...]:
        ticks = tuple(box.isChecked() for box in self.ticks.values())
        return (*ticks, *(_typed(field.editor) for field in self.values()))


def _typed(editor: QWidget) -> object:
    if isinstance(editor, LineEdit) and not isinstance(editor, DateEdit):
        return editor.text()
    if isinstance(editor, TextArea):
        return editor.text()
    value = getattr(editor, "value", None)
    return value() if value is not None else None
