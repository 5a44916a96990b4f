"""Chips: filters of which one is chosen, or small acts such as an amount to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.flow import FlowLayout
from imt_desktop.ui.widgets.painted import PaintedButton, ring_on
from imt_desktop.ui.widgets.tab_order import plain_enter

_PAD = 12
_GAP = 6


def _chip_size(choice: Choice, chosen: bool, brief: bool) -> QSize:
    words = width_of(_words(choice, brief), "body", chosen)
    icon = em(16) + 6 if chosen or choice.icon else 0
    return QSize(words + icon + 2 * _PAD + 2, em(32))


def _words(choice: Choice, brief: bool) -> str:
    return choice.short if brief and choice.short else choice.words


def _paint_chip(
    chip: QAbstractButton, painter: QPainter, choice: Choice, chosen: bool, brief: bool
) -> None:
    tall = chip.height()
    hover = chip.underMouse() and chip.isEnabled()
    ground = "teal_tint" if chosen else "teal_tint2" if hover else "card"
    ink = "teal" if chosen else "ink" if chip.isEnabled() else "ink3"
    box(painter, QRectF(chip.rect()), ground, "teal" if chosen else "line2", tall / 2)
    left, size = float(_PAD), em(16)
    icon = "check" if chosen else choice.icon
    if icon:
        paint_icon(painter, icon, ink, QPointF(left, (tall - size) / 2), size)
        left += size + 6
    painter.setFont(font("body", chosen))
    painter.setPen(colour(ink))
    where = QRectF(left, 0, chip.width() - left, tall)
    write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, _words(choice, brief))
    ring_on(chip, painter, colour(ground))


class Chip(Exclusive):
    """A filter; the chosen one has a tick and bold words."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        self.brief = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut."""
        return _chip_size(self.choice, self.isChecked(), self.brief)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the chip."""
        _paint_chip(self, self.smooth(), self.choice, self.isChecked(), self.brief)


class ActChip(PaintedButton):
    """A chip that does something when pressed and stays as it is."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice.words, parent=parent)
        self.choice = choice
        self.brief = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut."""
        return _chip_size(self.choice, False, self.brief)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All words, never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press it; as no default of its dialog it would leave the key to the form."""
        if plain_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the chip."""
        _paint_chip(self, self.painter(), self.choice, False, self.brief)


class ChipRow(QWidget):
    """A row of chips that wraps. One is chosen, or none (``value`` None).

    With ``acts=True`` no chip stays chosen: each only announces itself. Where the chips do not fit
    into one line they say their short words, if they have any; figures are never lost.
    """

    chosen = Signal(object)
    """The value of the chip that a person pressed."""

    def __init__(
        self,
        choices: Sequence[Choice],
        value: object = None,
        acts: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._chips: list[Chip | ActChip] = []
        self._flow = FlowLayout(self, gap=_GAP)
        self.setAccessibleName(name)
        self.set_choices(choices, value)

    def set_choices(self, choices: Sequence[Choice], value: object = None) -> None:
        """Offer other chips; the keyboard stays on the one of the same value."""
        keep = self.value() if value is None else value
        held = [chip.choice.value for chip in self._chips if chip.hasFocus()]
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make(choice) for choice in choices]
        if self._chips:
            self.setFocusProxy(self._chips[0])
        self.set_value(keep)
        for chip in self._chips:
            if chip.choice.value in held:
                chip.setFocus()
        self._shorten()

    def _shorten(self) -> None:
        """Choose between all words and the short ones by the width that there is."""
        wide = sum(
            _chip_size(chip.choice, chip.isChecked(), brief=False).width() for chip in self._chips
        )
        brief = wide + _GAP * (len(self._chips) - 1) > self.width()
        for chip in self._chips:
            if chip.brief != brief:
                chip.brief = brief
                chip.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say more or fewer words."""
        super().resizeEvent(event)
        self._shorten()

    def _make(self, choice: Choice) -> Chip | ActChip:
        chip = ActChip(choice, self) if self._acts else Chip(choice, self)
        chip.clicked.connect(lambda: self.chosen.emit(choice.value))
        self._flow.addWidget(chip)
        if self.isVisible():
            chip.show()
        return chip

    def value(self) -> object:
        """Return the value chosen; None if nothing is."""
        return next((chip.choice.value for chip in self._chips if chip.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose the chip of a value; no chip has it: none is chosen."""
        for chip in self._chips:
            if isinstance(chip, Chip):
                chip.choose(value is not None and chip.choice.value == value)
