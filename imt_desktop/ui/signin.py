"""Who is using the computer? A choice of officer, with the PIN where one is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.committee.queries import Officer
from imt_desktop.i18n import Translator
from imt_desktop.ui.landscape import Landscape, brand
from imt_desktop.ui.pin_card import PinCard
from imt_desktop.ui.shell.help_panel import HelpPanel, Keys
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.card import Hairline
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.person_card import PersonCard
from imt_desktop.ui.widgets.scroll import Scroll
from imt_desktop.ui.widgets.words import Words, shortened
from imt_desktop.wording.kinds import post_name

if TYPE_CHECKING:  # read when somebody asks for help
    from imt_desktop.ui.help import Help

_NARROW = 1100


class Asked(Struct, frozen=True):
    """Who may sit here, who is chosen, and whether it may be left as it was: at the opening it may not.

    A book that is only read ``asks_pins`` of nobody.
    """

    officers: tuple[Officer, ...]
    chosen: Officer | None
    may_leave: bool
    asks_pins: bool = True


class SignIn(QWidget):
    """``chosen`` announces an officer without PIN, ``typed`` one with it, ``spoken`` a language.

    ``lacking`` announces one whose PIN this copy of the book came without: it has to be set again.
    ``left`` says that it stays as it was, ``leaving`` that another book is wanted.
    """

    chosen = Signal(object)
    typed = Signal(object, str)
    lacking = Signal(object)
    left = Signal()
    leaving = Signal()
    spoken = Signal(str)

    def __init__(
        self, tr: Translator, committee: str, day: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._tr = tr
        self._asked = Asked((), None, may_leave=False)
        self.cards: list[PersonCard] = []
        self._title = tr.gettext("Who is using the computer?")
        self.setAccessibleName(self._title)
        self._people = QWidget()
        self._list = QVBoxLayout(self._people)
        self._scroll = Scroll(self._people)
        self.language = SpeechField(tr, tr.gettext("Language"), tr.code)
        self.go_on = Button(tr.gettext("Go on"), "primary", key="Enter", size="till", listen=False)
        self.leave = Button(tr.gettext("Leave"), "quiet", key="Esc", size="page")
        self.another = Button(
            tr.gettext("Another book"), "quiet", icon="book-open", key="Ctrl+O", size="page"
        )
        self.pin_card = PinCard(tr)
        self._note_icon = IconLabel("info", "ink2", 18)
        self._note_words = Words("", "second", wrap=True)
        self._day = Words(day, "second", wrap=True)
        self._side = Landscape()
        self.help: HelpPanel | None = None
        self._lay_out(committee)
        self.go_on.clicked.connect(self._take)
        self.pin_card.sign.clicked.connect(self._take)
        self.leave.clicked.connect(self.left)
        self.another.clicked.connect(self.leaving)
        self.language.chosen.connect(lambda code: self.spoken.emit(str(code)))

    def show_help(self, help_: Help, keys: Keys) -> None:
        """Show what is asked here over the right side, or put it away where it is open."""
        if self.help is not None:
            self.help.close_it()
            return
        self.help = HelpPanel(self, self._tr, self._title, help_, keys)
        self.help.closed.connect(self._help_gone)

    def _help_gone(self) -> None:
        self.help = None
        self._focus()

    def _lay_out(self, committee: str) -> None:
        tr = self._tr
        self._list.setContentsMargins(0, 2, 0, 2)
        self._list.setSpacing(10)
        column = QVBoxLayout()
        column.setContentsMargins(em(64), em(40), em(64), em(24))
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(brand(committee, self._day), 1)
        self.language.setMaximumWidth(em(240))
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addSpacing(em(28))
        column.addWidget(Words(self._title, "fact", wrap=True))
        second = tr.gettext("Everything you write into the book carries your name.")
        column.addWidget(Words(second, "quiet", wrap=True))
        column.addSpacing(8)
        people = QHBoxLayout()
        people.setSpacing(em(32))
        people.addWidget(self._scroll, 1)
        people.addWidget(self.pin_card, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(people, 1)
        foot = BarLayout(gap=12)
        foot.addWidget(self.leave)
        foot.addWidget(self.another)
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
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._note_words, 1)
        return row

    def _say_note(self) -> None:
        tr = self._tr
        one = self._chosen()
        if one is not None and self._lacks(one):
            words = tr.gettext(
                "This copy of the book came without the PINs. {name} has to set one again."
            ).format(name=shortened(one.name or self._post(one)))
        elif any(self._asks(one) for one in self._asked.officers):
            words = tr.gettext(
                "A PIN is a signature at this screen. It does not encrypt the book: keep the "
                "laptop locked away."
            )
        elif not self._asked.asks_pins:
            words = tr.gettext(
                "Read only: nothing can be written into the book, and no PIN is asked for."
            )
        else:
            words = tr.gettext(
                "There is no password yet: choose only your own name. The book says “unsigned” "
                "beside every entry."
            )
        self._note_words.set_words(words)

    def set_day(self, day: str) -> None:
        """Write another day, where the computer's clock is wrong."""
        self._day.set_words(day)

    def asked(self) -> Asked:
        """Return what is asked, with who is chosen by now."""
        return replace(self._asked, chosen=self._chosen())

    def show_officers(self, asked: Asked) -> None:
        """Offer the officers, and choose the one that is chosen."""
        self._asked = asked
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.cards = [
            PersonCard(
                # A copy may have come without names: then the post says who it is.
                Choice(one.name, one, second=self._post(one))
                if one.name
                else Choice(self._post(one), one)
            )
            for one in asked.officers
        ]
        self._list.addWidget(EvenRow(self.cards, most=2, gap=10))
        self._list.addStretch(1)
        for card in self.cards:
            card.taken.connect(self._take)
            card.choose(asked.chosen is not None and one_of(card).id == asked.chosen.id)
            card.toggled.connect(self._show_pin)
        if self.cards and not any(card.isChecked() for card in self.cards):
            self.cards[0].choose(True)
        self.leave.setVisible(asked.may_leave)
        self._show_pin()
        self._focus()

    def _asks(self, one: Officer) -> bool:
        return self._asked.asks_pins and one.signs_here

    def _lacks(self, one: Officer) -> bool:
        return self._asked.asks_pins and one.pin is not None and not one.pin_kept

    def _chosen(self) -> Officer | None:
        return next((one_of(card) for card in self.cards if card.isChecked()), None)

    def _show_pin(self) -> None:
        one = self._chosen()
        asks = one is not None and self._asks(one)
        self.pin_card.setVisible(asks)
        self.go_on.setVisible(not asks)
        tr, lacks = self._tr, one is not None and self._lacks(one)
        self.go_on.set_words(tr.gettext("Set the PIN") if lacks else tr.gettext("Go on"))
        self._say_note()
        if asks and one is not None:
            self.pin_card.show_officer(one)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the PIN."""
        self.pin_card.refuse(sentence)

    def accepted(self) -> None:
        """Forget what was typed."""
        self.pin_card.clear()

    def _post(self, one: Officer) -> str:
        tr = self._tr
        post = post_name(one.post, {}, tr)
        if one.until is None:
            return post
        until = tr.short_date(one.until)
        return tr.gettext("{post}, to {day}").format(post=post, day=until)

    def _take(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if self._lacks(one):
            self.lacking.emit(one)
        elif not self._asks(one):
            self.chosen.emit(one)
        elif pin := self.pin_card.take():
            self.typed.emit(one, pin)

    def _focus(self) -> None:
        if self.pin_card.isVisibleTo(self):
            self.pin_card.pin.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for card in self.cards:
            if card.isChecked():
                card.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Stand on who sat here last."""
        super().showEvent(event)
        self._focus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Put the help away: somebody sits here now."""
        super().hideEvent(event)
        if self.help is not None and not event.spontaneous():
            self.help.close_it()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes who is chosen; digits choose, 1 is the first: where none may belong to a PIN.

        Nobody is taken by a key that the help was meant to get.
        """
        if self.help is not None:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        digit = event.text()
        if digit.isdecimal() and self.pin_card.isVisible():
            self.pin_card.begin(digit)
            return
        chooses = (
            digit.isdecimal() and digit.isascii() and not any(map(self._asks, self._asked.officers))
        )
        at = int(digit) - 1 if chooses else -1
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


def one_of(card: PersonCard) -> Officer:
    """Return the officer of a card."""
    officer = card.choice.value
    assert isinstance(officer, Officer)
    return officer
