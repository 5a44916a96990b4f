"""Notes and coins of the book's currency, each with a field for how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger import errors
from imt_desktop.ledger.denominations import (
    MOST_PIECES,
    Denomination,
    PiecesLine,
    denominations,
)
from imt_desktop.money import Money, total
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.fields import MOST_DIGITS, Fields
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import EvenRow, LabelledField, LineEdit, Words

_BESIDE, _LEAST = 5, 92


class Pieces(QWidget):
    """``changed`` says that something was typed. False where no notes of the currency are known."""

    changed = Signal()

    def __init__(self, desk: Desk, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._fields = desk, fields
        self._kinds = denominations(desk.currency)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        tr = desk.tr
        for head, coins in ((tr.gettext("Notes"), False), (tr.gettext("Coins"), True)):
            kinds = [one for one in self._kinds if one.coin is coins]
            if kinds:
                column.addWidget(Words(head, "label"))
                column.addWidget(EvenRow(self._rows(kinds), most=_BESIDE))

    def _rows(self, kinds: Sequence[Denomination]) -> list[QWidget]:
        return [self._row(one) for one in kinds]

    def _row(self, one: Denomination) -> LabelledField:
        made = self._fields.line(_key(one), self._desk.tr.money(one.value))
        made.setMinimumWidth(em(_LEAST))
        editor = made.editor
        assert isinstance(editor, LineEdit)
        editor.textChanged.connect(lambda _words: self.changed.emit())
        return made

    def __bool__(self) -> bool:
        return bool(self._kinds)

    @property
    def first_name(self) -> str:
        """The name of the field of the largest note."""
        return _key(self._kinds[0])

    def first(self) -> QWidget:
        """Return the field of the largest note."""
        return self._fields[self.first_name].editor

    def total(self) -> Money | None:
        """Return what the pieces come to; None while nothing is typed, or something that is no count."""
        typed = [(one, self._fields.words_of(_key(one))) for one in self._kinds]
        typed = [(one, words) for one, words in typed if words]
        if not typed or not all(_is_count(words) for _one, words in typed):
            return None
        return total((one.value * int(words) for one, words in typed), self._desk.currency)

    def lines(self) -> tuple[PiecesLine, ...]:
        """Return the pieces that were typed; what is wrong is remembered by the fields."""
        found = []
        for one in self._kinds:
            count = self._fields.whole_of(_key(one))
            if count is not None and count > MOST_PIECES:
                wrong = errors.PiecesError(str(one.value.decimal), count)
                self._fields.wrong(wrong.beside(_key(one)))
            elif count is not None:
                found.append(PiecesLine(value=one.value.decimal, count=count))
        return tuple(found)


def _key(one: Denomination) -> str:
    return f"{'coin' if one.coin else 'note'}/{one.value}"


def _is_count(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) <= MOST_DIGITS
