"""The headline of the board: how many actions are done, on a bar with the field's benchmark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.plan.queries import BENCHMARK
from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets import Words
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.painted import Painted


class DoneBar(Painted):
    """How much is done, and a mark at the benchmark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, says: str) -> None:
        """Show a share of one."""
        self._share = share
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Long and low."""
        return QSize(em(300), em(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Shorter where there is little room."""
        return QSize(em(72), em(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar."""
        painter = self.painter()
        tall = em(12)
        whole = QRectF(0, (self.height() - tall) / 2, self.width(), tall)
        box(painter, whole, "teal_tint", "", tall / 2)
        if self._share > 0:
            done = QRectF(whole)
            done.setWidth(max(whole.width() * min(self._share, 1), tall))
            box(painter, done, "teal", "", tall / 2)
        at = whole.width() * BENCHMARK / 100
        painter.setPen(QPen(colour("ink"), 2))
        painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))


class Headline(QWidget):
    """``9 of 14 done``, the bar, and what is good."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.words = Words("", "heading")
        self.bar = DoneBar()
        self.bar.setMaximumWidth(em(300))
        good = tr.gettext("good: {percent} % within a year").format(percent=tr.number(BENCHMARK))
        self.good = Words(good, "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.good)

    def show_done(self, done: int, counted: int) -> None:
        """Show how many are done, of those that were not dropped."""
        tr = self._tr
        words = tr.gettext("{n} of {all} done").format(n=tr.number(done), all=tr.number(counted))
        self.words.set_words(words)
        self.bar.show_share(done / counted if counted else 0.0, f"{words}, {self.good.text()}")
