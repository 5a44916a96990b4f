"""Who is using the computer? A plain choice of officer, until PINs exist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.committee.queries import Officer
from imt_desktop.i18n import Translator
from imt_desktop.ui.landscape import Landscape, brand
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Choice, EvenRow, Hairline, IconLabel, Scroll, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.person_card import PersonCard
from imt_desktop.wording.kinds import post_name

_NARROW = 1100


class SignIn(QWidget):
    """``chosen`` announces the officer; ``left`` that it stays as it was; ``spoken`` a language."""

    chosen = Signal(object)
    left = Signal()
    spoken = Signal(str)

    def __init__(
        self, tr: Translator, committee: str, day: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._tr = tr
        self._officers: tuple[Officer, ...] = ()
        self.cards: list[PersonCard] = []
        self._title = tr.gettext("Who is using the computer?")
        self.setAccessibleName(self._title)
        self._people = QWidget()
        self._list = QVBoxLayout(self._people)
        self._scroll = Scroll(self._people)
        self.language = SpeechField(tr, tr.gettext("Language"), tr.code)
        self.go_on = Button(tr.gettext("Go on"), "primary", key="Enter", size="till", listen=False)
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc", size="page")
        self._side = Landscape()
        self._lay_out(committee, day)
        self.go_on.clicked.connect(self._take)
        self.leave.clicked.connect(self.left)
        self.language.chosen.connect(lambda code: self.spoken.emit(str(code)))

    def _lay_out(self, committee: str, day: str) -> None:
        tr = self._tr
        self._list.setContentsMargins(0, 2, 0, 2)
        self._list.setSpacing(10)
        column = QVBoxLayout()
        column.setContentsMargins(em(64), em(40), em(64), em(24))
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(brand(committee, day), 1)
        self.language.setMaximumWidth(em(240))
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addSpacing(em(28))
        column.addWidget(Words(self._title, "fact", wrap=True))
        second = tr.gettext("Everything you write into the book carries your name.")
        column.addWidget(Words(second, "quiet", wrap=True))
        column.addSpacing(8)
        column.addWidget(self._scroll, 1)
        foot = BarLayout(gap=12)
        foot.addWidget(self.leave)
        foot.addStretch()
        foot.addWidget(self.go_on)
        column.addLayout(foot)
        column.addSpacing(8)
        column.addWidget(Hairline())
        column.addLayout(self._note())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self._side)

    def _note(self) -> QHBoxLayout:
        words = self._tr.gettext(
            "There is no password yet: choose only your own name. The book says “unsigned” "
            "beside every entry."
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("info", "ink2", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(words, "second", wrap=True), 1)
        return row

    def show_officers(
        self, officers: Sequence[Officer], sits: Officer | None, may_leave: bool
    ) -> None:
        """Offer these; who sits there now is chosen. At the opening nobody can leave."""
        self._officers = tuple(officers)
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.cards = [PersonCard(Choice(one.name, one, second=self._post(one))) for one in officers]
        self._list.addWidget(EvenRow(self.cards, most=2, gap=10))
        self._list.addStretch(1)
        for card in self.cards:
            card.taken.connect(self._take)
            card.choose(sits is not None and card.choice.value == sits)
        if self.cards and not any(card.isChecked() for card in self.cards):
            self.cards[0].choose(True)
        self.leave.setVisible(may_leave)
        self._focus()

    def _post(self, one: Officer) -> str:
        tr = self._tr
        post = post_name(one.post, {}, tr)
        if one.until is None:
            return post
        until = tr.short_date(one.until)
        return tr.gettext("{post}, to {day}").format(post=post, day=until)

    def _take(self) -> None:
        for card in self.cards:
            if card.isChecked():
                self.chosen.emit(card.choice.value)
                return

    def _focus(self) -> None:
        for card in self.cards:
            if card.isChecked():
                card.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Stand on who sat here last."""
        super().showEvent(event)
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes who is chosen; digits choose: 1 is the first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        digit = event.text()
        at = int(digit) - 1 if digit.isdecimal() and digit.isascii() else -1
        if 0 <= at < len(self.cards):
            self.cards[at].setChecked(True)
            self._focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the landscape go where there is no room for it."""
        super().resizeEvent(event)
        wide = event.size().width()
        self._side.setVisible(wide >= em(_NARROW))
        self._side.setFixedWidth(em(360))
