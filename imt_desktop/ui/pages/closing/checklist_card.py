"""The checklist of a month: a row for each point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.closing.close import AnswerLine
from imt_desktop.period import Month
from imt_desktop.ui.pages.closing.point_row import PointRow
from imt_desktop.ui.pages.closing.points import Point
from imt_desktop.ui.widgets import Card, Hairline


class ChecklistCard(Card):
    """Shows points; answers that were given stay when the book has changed, but only for their month."""

    going = Signal(object)
    answered = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(tr.gettext("What is looked at"), "…", True, True, parent)
        self._tr = tr
        self._parts: list[QWidget] = []
        self.rows: list[PointRow] = []
        self._month: Month | None = None

    def show_points(self, month: Month, points: Sequence[Point]) -> None:
        """Show the points of a month."""
        given = {row.point.code: row.answer.value() for row in self.rows if row.answer is not None}
        if month != self._month:
            self._month, given = month, {}
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.rows = [], []
        for point in points:
            self._add(PointRow(self._tr, point), given)
        self._count()

    def _add(self, row: PointRow, given: Mapping[str, AnswerLine | None]) -> None:
        for part in ([Hairline()] if self.rows else []) + [row]:
            self.add(part)
            self._parts.append(part)
        self.rows.append(row)
        kept = given.get(row.point.code)
        if row.answer is not None and kept is not None:
            row.answer.set_value(kept)
        row.going.connect(self.going)
        row.answered.connect(self._answered)

    def _answered(self) -> None:
        self._count()
        self.answered.emit()

    def _count(self) -> None:
        for row in self.rows:
            row.show_answered()
        tr, n = self._tr, self.left
        words = tr.gettext("all in order or answered")
        if n:
            left = tr.ngettext("{n} to do or to answer", "{n} to do or to answer", n)
            words = left.format(n=tr.number(n))
        self.set_title(tr.gettext("What is looked at"), words)

    @property
    def left(self) -> int:
        """How many points have to be put in order or answered."""
        return sum(not row.settled for row in self.rows)

    def answers(self) -> tuple[AnswerLine, ...]:
        """Return the questions that are answered wherever they are asked, each once."""
        asked: dict[str, list[AnswerLine | None]] = {}
        for row in self.rows:
            if row.answer is not None:
                asked.setdefault(row.answer.code, []).append(row.answer.value())
        return tuple(one for given in asked.values() if (one := _together(given)) is not None)

    def order_tabs(self, before: QWidget, after: QWidget) -> None:
        """Let the Tab key go from a part before the card through its rows, which are made anew."""
        stops = [stop for row in self.rows for stop in row.stops()]
        for first, then in pairwise([before, *stops, after]):
            QWidget.setTabOrder(first, then)

    def begin(self) -> None:
        """Put the cursor at the first point that is left."""
        left = [row for row in self.rows if not row.settled]
        if left:
            left[0].begin()

    def put_right(self) -> None:
        """Take all mistakes away."""
        for row in self.rows:
            row.set_error("")

    def wrong(self, rows: Sequence[PointRow], sentence: str) -> None:
        """Show a mistake beside some points; the cursor goes to the first."""
        for row in rows:
            row.set_error(sentence)
        rows[0].begin()


def _together(given: Sequence[AnswerLine | None]) -> AnswerLine | None:
    """Put the answers about several accounts into one; while one is missing there is none."""
    said = [one for one in given if one is not None]
    if len(said) < len(given):
        return None
    remarks = dict.fromkeys(one.remark for one in said if one.remark)
    return AnswerLine(question=said[0].question, answer=said[0].answer, remark="; ".join(remarks))
