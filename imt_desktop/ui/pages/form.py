"""Forms in a dialog: fields, a sentence beside each mistake, and one use case behind the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import AmountError, UserError
from imt_desktop.journal import Writing
from imt_desktop.ledger.requests import named
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import (
    AmountEdit,
    Button,
    Choice,
    ComboBox,
    DateEdit,
    Dialog,
    EvenRow,
    LabelledField,
    LineEdit,
    Words,
)

R = TypeVar("R")


class Form(Dialog):
    """A dialog that gathers one request. Ask with :meth:`asks`, then ``open()`` it."""

    def __init__(
        self, parent: QWidget, desk: Desk, question: str, do: str, text: str = "", wide: int = 520
    ) -> None:
        super().__init__(parent, question, text, width=wide)
        self.desk = desk
        self.fields: dict[str, LabelledField] = {}
        self._mistake = Words("", "error", wrap=True)
        self._mistake.hide()
        self._submit: Callable[[], None] = self.accept
        self._saving = False
        leave = Button(desk.tr.gettext("Leave"), key="Esc", listen=False)
        self.do = Button(do, "primary", key="Enter", listen=False)
        self.add_button(leave).clicked.connect(self.reject)
        self.add_button(self.do).clicked.connect(lambda: self._submit())
        self.finished.connect(self.deleteLater)

    def put(self, name: str, label: str, editor: QWidget, hint: str = "") -> LabelledField:
        """Make a field of the request that ``name`` stands for; lay it with :meth:`row`."""
        field = LabelledField(label, hint, editor)
        self.fields[name] = field
        return field

    def row(self, *fields: QWidget) -> None:
        """Lay fields side by side."""
        self.add(fields[0] if len(fields) == 1 else EvenRow(list(fields), most=len(fields)))

    def line(self, name: str, label: str, words: str = "", hint: str = "") -> LabelledField:
        """Make a field for words."""
        return self.put(name, label, LineEdit(words), hint)

    def amount(self, name: str, label: str, hint: str = "") -> LabelledField:
        """Make a field for an amount."""
        editor = AmountEdit(self.desk.tr, self.desk.currency)
        field = self.put(name, label, editor, hint)
        field.meaning_chosen.connect(editor.setText)
        return field

    def day(self, name: str, label: str) -> LabelledField:
        """Make a field for a day, today to begin with."""
        return self.put(name, label, DateEdit(self.desk.tr, self.desk.today))

    def choice(
        self, name: str, label: str, choices: Sequence[Choice], value: object = None
    ) -> LabelledField:
        """Make a list box; the first choice is chosen where no other is named."""
        chosen = choices[0].value if value is None and choices else value
        return self.put(name, label, ComboBox(choices, chosen))

    def words_of(self, name: str) -> str:
        """Return the words of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, LineEdit)
        return editor.text().strip()

    def decimal_of(self, name: str, empty: Decimal | None = None) -> Decimal:
        """Return a typed amount. Raises AmountError and its kin beside the field."""
        editor = self.fields[name].editor
        assert isinstance(editor, AmountEdit)
        if editor.is_empty() and empty is not None:
            return empty
        with named(name):
            return editor.read().decimal

    def day_of(self, name: str) -> date:
        """Return a typed day. Raises DateError beside the field."""
        editor = self.fields[name].editor
        assert isinstance(editor, DateEdit)
        with named(name):
            return editor.read()

    def value_of(self, name: str) -> Any:
        """Return what was chosen in a list box."""
        editor = self.fields[name].editor
        assert isinstance(editor, ComboBox)
        return editor.value()

    def whole_of(self, name: str) -> int | None:
        """Return a typed count, None where nothing is typed. Raises AmountError beside the field."""
        text = self.words_of(name)
        if text and not (text.isascii() and text.isdecimal() and len(text) < 5):
            raise AmountError(text).beside(name)
        return int(text) if text else None

    def asks(
        self,
        request: Callable[[], R],
        use_case: Callable[[Writing, R], object],
        changes: Changes,
        said: str,
    ) -> Form:
        """Say which request the fields make, who takes it, and what to say when it is done."""

        def submit() -> None:
            if self._saving:
                return
            try:
                self.put_right()
                wanted = request()
            except UserError as error:
                self.refuse(error)
                return
            self._saving = True
            self.desk.write(
                lambda book: use_case(book, wanted),
                guarded(self, lambda _answer: self._done(said)),
                changes,
                guarded(self, self.refuse),
            )

        self._submit = submit
        return self

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the cursor in the first field."""
        super().showEvent(event)
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.editor.setFocus()

    def _done(self, said: str) -> None:
        self.desk.said.emit(said)
        self.accept()

    def _fit(self) -> None:
        for field in self.fields.values():
            field.updateGeometry()
        self.adjustSize()
        QTimer.singleShot(0, self, self.adjustSize)

    def put_right(self) -> None:
        """Take all mistakes away."""
        self._mistake.hide()
        for field in self.fields.values():
            field.set_error(None)

    def refuse(self, error: UserError) -> None:
        """Show a mistake beside its field, or under all where it has none."""
        self._saving = False
        sentence = self.desk.sentence(error)
        if isinstance(error, AmountError) and not error.text.strip():
            sentence = self.desk.tr.gettext("Type an amount.")
        # A sentence may take several lines: its height is known after it was laid out.
        QTimer.singleShot(0, self, self._fit)
        field = self.fields.get(error.field or "")
        if field is not None:
            field.set_error(sentence, getattr(error, "meanings", ()))
            field.editor.setFocus()
            return
        if self._mistake.parent() is None:
            self.add(self._mistake)
        self._mistake.set_words(sentence)
        self._mistake.show()
