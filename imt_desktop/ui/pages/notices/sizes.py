"""On which sheets: small drawings of them, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.theme import colour, current, em, font, width_of
from imt_desktop.ui.widgets import Choice, EvenRow, Words
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.exclusive import Exclusive
from imt_desktop.ui.widgets.painted import ring_on
from imt_desktop.wording.papers import size_name

_TALL: Final = {
    "A2": 42,
    "A3": 34,
    "tiled": 17,
    "A4": 26,
    "A5": 20,
    "A6": 16,
    "eight": 7,
    "roll": 24,
    "each": 17,
}
"""Height of one sheet in its drawing, in pixels at scale 1."""
_SHARE: Final = 0.71
_SHAPES: Final = {"eight": 1.41, "roll": 0.45}
"""Width as a share of the height, where it is no upright sheet."""
_MANY: Final = {"tiled": (2, 2), "eight": (2, 4), "each": (3, 1)}
"""How many sheets lie beside and under each other."""


class SizeCard(Exclusive):
    """One size: its sheet, or its sheets, and its name."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The drawing over the words."""
        words = width_of(self.choice.words, "second", True)
        return QSize(max(words + 10, em(48)), em(68))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        painter = self.smooth()
        on = self.isChecked()
        ground = "teal_tint2" if on or self.underMouse() else "card"
        box(painter, QRectF(self.rect()), ground, "teal" if on else "field", 8, 2 if on else 0)
        self._paint_sheets(painter, on)
        painter.setFont(font("second", on))
        painter.setPen(colour("teal" if on else "ink"))
        words = QRectF(0, self.height() - em(24), self.width(), em(18))
        write_words(painter, words, Qt.AlignmentFlag.AlignCenter, self.choice.words)
        ring_on(self, painter, colour(ground))

    def _paint_sheets(self, painter: QPainter, on: bool) -> None:
        size = str(self.choice.value)
        tall = em(_TALL.get(size, 26))
        wide, gap = tall * _SHAPES.get(size, _SHARE), em(2)
        many, down = _MANY.get(size, (1, 1))
        left = (self.width() - many * wide - (many - 1) * gap) / 2
        top = (self.height() - em(24) - down * tall - (down - 1) * gap) / 2 + em(2)
        painter.setPen(QPen(colour("teal" if on else "ink3"), 1.5))
        painter.setBrush(colour("teal_tint" if on and current().ornaments else "sunk"))
        for n in range(many * down):
            at = QPointF(left + n % many * (wide + gap), top + n // many * (tall + gap))
            painter.drawRoundedRect(QRectF(at.x(), at.y(), wide, tall), 2, 2)


class Sizes(QWidget):
    """The sizes of a paper, and a sentence about the chosen one."""

    chosen = Signal(str)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._paper = ""
        self._chosen: dict[str, str] = {}
        self._row: EvenRow | None = None
        self.cards: list[SizeCard] = []
        self._about = Words("", "second", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Words(tr.gettext("Paper"), "label"))
        self._column.addWidget(self._about)
        self.setAccessibleName(tr.gettext("Paper"))

    def offer(self, paper: str, sizes: Sequence[str], kept: str = "") -> None:
        """Offer the sizes of a paper; the one chosen for it before (or ``kept``) is chosen again."""
        self._paper = paper
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self.cards = [SizeCard(Choice(size_name(size, self._tr), size)) for size in sizes]
        self._row = EvenRow(self.cards, most=4, gap=6)
        self._column.insertWidget(1, self._row)
        for card in self.cards:
            card.clicked.connect(lambda _=False, of=card: self._choose(str(of.choice.value)))
        self.set_value(self._chosen.get(paper, kept or sizes[0]))

    def value(self) -> str:
        """Return the size chosen."""
        return next((str(card.choice.value) for card in self.cards if card.isChecked()), "")

    def set_value(self, size: str) -> None:
        """Choose a size."""
        self._chosen[self._paper] = size
        for card in self.cards:
            card.choose(card.choice.value == size)
        self._about.set_words(self._sentence(size))

    def _choose(self, size: str) -> None:
        self.set_value(size)
        self.chosen.emit(size)

    def _sentence(self, size: str) -> str:
        tr = self._tr
        if self._paper in ("receipt", "receipts"):
            return {
                "A4": tr.gettext("Two halves to cut apart: the member's and the committee's."),
                "roll": tr.gettext("A receipt printer with a roll of 80 mm."),
                "eight": tr.gettext("Eight slips on an A4, to cut apart."),
            }.get(size, tr.gettext("One small sheet for the household."))
        if self._paper == "statements":
            return {
                "each": tr.gettext("Saved as a file for each household, to send by telephone."),
            }.get(size, tr.gettext("All in one file, as one walks past the houses."))
        if self._paper in ("bill", "bills"):
            return {
                "roll": tr.gettext("A receipt printer with a roll of 80 mm."),
                "each": tr.gettext("Saved as a file for each household, to send by telephone."),
                "A5": tr.gettext("One small sheet for the household."),
            }.get(size, tr.gettext("Two bills to a sheet, to cut apart."))
        if "tiled" not in (card.choice.value for card in self.cards):
            return tr.gettext("Any home printer.")
        return {
            "tiled": tr.gettext("Home printer; cut and glue."),
            "A4": tr.gettext("Too small for a wall."),
        }.get(size, tr.gettext("Print shop; read from 2 metres."))
