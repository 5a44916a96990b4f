"""What a suspicious neighbour would ask, in a quiet strip: counted? on paper? where is the book?"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.accounts import Counted
from imt_desktop.oversight.trust import Trust
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.theme import colour
from imt_desktop.ui.widgets.card import Card
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.painted import ring_on
from imt_desktop.ui.widgets.words import Words
from imt_desktop.wording.papers import about_words, paper_name


class Witness(QWidget):
    """One answer: an icon, what is so, and a line about it; ``pressed`` leads to what is behind it."""

    pressed = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.line = Words("", "label", wrap=True), Words("", "small", wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = IconLabel(icon, "ink2", 22)
        self._name = icon
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, title: str, line: str, ink: str = "ink2") -> None:
        """Show an answer."""
        self.title.set_words(title)
        self.line.set_words(line)
        self._icon.show_icon(self._name, ink)
        self.setAccessibleName(f"{title}, {line}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lead on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Lead on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Ring when it has the focus."""
        with QPainter(self) as painter:
            ring_on(self, painter, colour("card"), 0)


class TrustStrip(Card):
    """The last count, the papers, and where the book lies. Nothing in it asks for anything."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.count, self.paper, self.file = (
            Witness("coins"),
            Witness("scroll-text"),
            Witness("hard-drive"),
        )
        self.body.setContentsMargins(16, 10, 16, 10)
        self._counted: Counted | None = None
        self.add(EvenRow([self.count, self.paper, self.file], gap=24))
        self.count.pressed.connect(self._open_count)
        self._unprinted = False
        self.paper.pressed.connect(self._open_paper)
        self.file.pressed.connect(lambda: desk.go.emit("copies", None))

    def _open_count(self) -> None:
        """Lead to the entry of the count; where there is none yet, to counting."""
        counted = self._counted
        self._desk.go.emit("money", "count" if counted is None else Ref(counted.entry))

    def _open_paper(self) -> None:
        """Lead to the entries that are on no paper yet, the newest; where all are, to the papers."""
        if self._unprinted:
            self._desk.go.emit("trail", TrailWish())
        else:
            self._desk.go.emit("notices", "issued")

    def show_trust(self, found: Trust) -> None:
        """Show what speaks for the book today."""
        self._show_count(found.count)
        self._show_paper(found)
        self._show_copy(found.copied_on, found.stick_due)

    def _show_copy(self, day: date | None, stick_due: bool) -> None:
        tr, path = self._desk.tr, self._desk.book.path
        if day is None:
            self.file.say(path.name, tr.gettext("No copy of it yet"), "warn")
        else:
            line = tr.gettext("Last copy: {day}").format(day=tr.date(day))
            if stick_due and not self._desk.committee.practice:
                due = tr.gettext("A copy for the stick is due.")
                self.file.say(path.name, f"{line}. {due}", "warn")
            else:
                self.file.say(path.name, line, "ok")

    def _show_count(self, last: Counted | None) -> None:
        self._counted = last
        tr = self._desk.tr
        if last is None:
            title = tr.gettext("Cash not counted yet")
            self.count.say(title, tr.gettext("Count it with two people"))
            return
        title = tr.gettext("Cash counted {day}").format(day=tr.date(last.on))
        who = tr.join(list(last.by))
        wrong = last.counted - last.expected
        if not wrong:
            line = tr.gettext("{who}: it agreed").format(who=who)
        elif wrong.minor < 0:
            words = tr.gettext("{who}: {amount} too little")
            line = words.format(who=who, amount=tr.money(-wrong))
        else:
            line = tr.gettext("{who}: {amount} too much").format(who=who, amount=tr.money(wrong))
        self.count.say(title, line, "warn" if wrong else "ok")

    def _show_paper(self, found: Trust) -> None:
        tr = self._desk.tr
        n = found.not_on_paper
        self._unprinted = bool(n)
        if n < 0:
            title = tr.gettext("The book is shorter than its papers")
        elif n:
            title = tr.ngettext("{n} entry not on paper yet", "{n} entries not on paper yet", n)
            title = title.format(n=tr.number(n))
        else:
            title = tr.gettext("Everything is on paper")
        self.paper.say(title, self._last_paper(found), "warn" if n < 0 else "ink2" if n else "ok")

    def _last_paper(self, found: Trust) -> str:
        tr = self._desk.tr
        if found.receipt is not None:
            return tr.gettext("Last paper: receipt {number}").format(number=found.receipt)
        if found.paper is None:
            return tr.gettext("No paper was made yet")
        paper = found.paper
        about = about_words(paper.paper, paper.about, tr, found.number)
        words = tr.gettext("Last paper: {paper}, {about}")
        return words.format(paper=paper_name(paper.paper, tr), about=about)
