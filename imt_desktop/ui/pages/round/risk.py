"""How likely and how bad: one to three beans in words, and the map of five by five for experts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.plan.problems import HEAVIEST
from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.draw import box, elided, write_words
from imt_desktop.ui.widgets.painted import Painted

BEANS = (1, 3, 5)
"""One, two and three beans as weights from 1 to 5."""


def beans_of(weight: int) -> int:
    """Return how many beans a weight is."""
    return (weight + 1) // 2


def beans_words(likely: int, bad: int, tr: Translator) -> str:
    """Say how likely and how bad something is, in beans."""
    words = tr.gettext("How likely: {likely} of 3. How bad: {bad} of 3.")
    return words.format(likely=tr.number(beans_of(likely)), bad=tr.number(beans_of(bad)))


class RiskMap(Painted):
    """Five by five squares, with the number of each problem in its own; names beside."""

    def __init__(
        self,
        tr: Translator,
        marks: Sequence[tuple[str, int, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tr, self._marks = tr, tuple(marks)
        says = (f"{name}: {beans_words(likely, bad, tr)}" for name, likely, bad in marks)
        self.setAccessibleName(" ".join(says))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square and names beside it."""
        return QSize(em(520), em(5 * 36 + 28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The square and some letters."""
        return QSize(em(400), em(5 * 36 + 28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the squares, the numbers, and what they stand for."""
        painter = self.painter()
        side, gap, left = em(34), 2, em(28)
        for bad in range(1, HEAVIEST + 1):
            for likely in range(1, HEAVIEST + 1):
                top = (HEAVIEST - bad) * (side + gap)
                where = QRectF(left + (likely - 1) * (side + gap), top, side, side)
                weight = likely * bad
                role = "bad_tint" if weight >= 12 else "warn_tint" if weight >= 5 else "ok_tint"
                box(painter, where, role, "line", 4)
                here = [
                    str(at) for at, one in enumerate(self._marks, 1) if one[1:] == (likely, bad)
                ]
                if here:
                    painter.setFont(font("heading", True))
                    painter.setPen(colour("ink"))
                    write_words(painter, where, Qt.AlignmentFlag.AlignCenter, " ".join(here))
        self._paint_axes(painter, left, side + gap)
        self._paint_names(painter, left + HEAVIEST * (side + gap) + em(20))

    def _paint_axes(self, painter: QPainter, left: int, pitch: int) -> None:
        tr = self._tr
        painter.setFont(font("small"))
        painter.setPen(colour("ink2"))
        below = QRectF(left, HEAVIEST * pitch, HEAVIEST * pitch, em(24))
        write_words(painter, below, Qt.AlignmentFlag.AlignCenter, tr.gettext("how likely"))
        painter.save()
        painter.translate(0, HEAVIEST * pitch)
        painter.rotate(-90)
        beside = QRectF(0, 0, HEAVIEST * pitch, em(24))
        write_words(painter, beside, Qt.AlignmentFlag.AlignCenter, tr.gettext("how bad"))
        painter.restore()

    def _paint_names(self, painter: QPainter, left: float) -> None:
        top, face = 4.0, font("body")
        painter.setFont(face)
        painter.setPen(colour("ink"))
        tall = QFontMetrics(face).height() + 8
        for at, (name, _, _) in enumerate(self._marks, 1):
            words = elided(f"{at}  {name}", face, self.width() - left)
            where = QRectF(left, top, self.width() - left, tall)
            write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, words)
            top += tall
