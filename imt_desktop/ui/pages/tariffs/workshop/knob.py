"""A number of the workshop: its name, the figure, a slider under it, and both ends."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em, font
from imt_desktop.ui.widgets import NumberEdit, Slider, Words


class Scale(Struct, frozen=True):
    """From where to where a number is dragged, in which steps, and how it is written.

    What is typed may lie beyond: the scale then grows. ``most`` is what it can never be more than.
    """

    low: int
    high: int
    step: int
    decimals: int
    write: Callable[[int], str]
    most: int | None = None


def steps_to(number: int, unit: int) -> tuple[int, int]:
    """Return a round end of a scale on which a number stands near the middle, and its step."""
    wanted = max(number * 2, unit * 10)
    size = unit
    while size * 10 <= wanted:
        size *= 10
    high = -(-wanted // size) * size
    return high, max(unit, size // 20 if size >= unit * 20 else size // 10)


class Knob(QWidget):
    """Drag it, step it with the arrows, or type it."""

    changed = Signal(int)
    """Another number, by the hand of a person."""

    def __init__(self, desk: Desk, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._scale = desk, scale
        self._name = Words(name, "label")
        self.edit = NumberEdit(desk.tr, scale.decimals, scale.write)
        self.edit.setAccessibleName(name)
        self.slider = Slider(name)
        self._low, self._high = Words("", "hint"), Words("", "hint", right=True)
        self._mistake = Words("", "error", wrap=True)
        self._mistake.hide()
        self._lay_out()
        self.edit.typed.connect(self._typed)
        self.edit.refused.connect(self._refused)
        self.slider.valueChanged.connect(self._dragged)
        self._stretch(scale)
        self.show_number(scale.low)

    def _lay_out(self) -> None:
        head, ends = QHBoxLayout(), QHBoxLayout()
        for row in (head, ends):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        ends.setContentsMargins(4, 0, 4, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self.edit)
        ends.addWidget(self._low)
        ends.addWidget(self._high, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addWidget(self._mistake)

    def number(self) -> int:
        """Return the number."""
        return self.edit.number()

    def set_scale(self, scale: Scale, number: int) -> None:
        """Use another scale, and show a number on it."""
        self._scale = scale
        self._stretch(scale)
        self.show_number(number)

    def set_name(self, name: str) -> None:
        """Name it otherwise."""
        self._name.set_words(name)
        for part in (self.edit, self.slider):
            part.setAccessibleName(name)

    def show_number(self, number: int) -> None:
        """Show a number without announcing it."""
        self._mistake.hide()
        self.edit.show_number(number)
        self._put(number)

    def turn(self, steps: int) -> None:
        """Go so many steps on, or back, as the arrows do."""
        self.slider.setValue(self.slider.value() + steps)

    def _stretch(self, scale: Scale) -> None:
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(1, (scale.high - scale.low) // scale.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.blockSignals(False)
        self._low.set_words(scale.write(scale.low))
        self._high.set_words(scale.write(scale.high))

    def _make_room(self, number: int) -> None:
        """Keep room for each number of the scale; one that was typed or read may have more digits."""
        scale, letters = self._scale, QFontMetrics(font("name", True))
        widest = (scale.high, scale.high - scale.step, number)
        wide = max(letters.horizontalAdvance(scale.write(one)) for one in widest)
        self.edit.setFixedWidth(wide + em(18))

    def _put(self, number: int) -> None:
        scale = self._scale
        if number > scale.high:
            high, step = steps_to(number, scale.step)
            self._scale = Scale(
                scale.low, high, max(scale.step, step), scale.decimals, scale.write, scale.most
            )
            self._stretch(self._scale)
        self.slider.blockSignals(True)
        self.slider.setValue((number - self._scale.low) // self._scale.step)
        self.slider.blockSignals(False)
        self.slider.setAccessibleDescription(self._scale.write(number))
        self.slider.update()
        self._make_room(number)

    def _dragged(self, at: int) -> None:
        number = self._scale.low + at * self._scale.step
        self._mistake.hide()
        self.edit.show_number(number)
        self.slider.setAccessibleDescription(self._scale.write(number))
        self.changed.emit(number)

    def _typed(self, number: int) -> None:
        most = self._scale.most
        if most is not None and number > most:
            self.edit.take_back()
            self._put(self.edit.number())
            self.changed.emit(self.edit.number())
            words = self._desk.tr.gettext("Not more than {most}.")
            self._mistake.set_words(words.format(most=self._scale.write(most)))
            self._mistake.show()
            return
        self._mistake.hide()
        self._put(number)
        self.changed.emit(number)

    def _refused(self, error: UserError | None) -> None:
        """Say what is wrong; it is still said when one goes on, since an earlier number stands there then."""
        if error is not None:
            self._mistake.set_words(self._desk.sentence(error))
            self._mistake.show()
