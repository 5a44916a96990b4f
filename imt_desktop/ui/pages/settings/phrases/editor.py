"""One sentence in own words: what papers say, the field, and the places that must stay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.phrasebook import MOST_LETTERS, places_of
from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.settings.phrases.rows import PhraseRow
from imt_desktop.ui.widgets import ChipRow, Choice, FlowRow, LabelledField, LineEdit, Words
from imt_desktop.ui.widgets.tab_order import INNER, plain_enter

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _PhraseEdit(LineEdit):
    """Enter takes the words; the arrows go to the sentence before or after."""

    taken = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take, step or type."""
        step = _STEPS.get(Qt.Key(event.key()))
        if plain_enter(event):
            self.taken.emit()
        elif step is not None and not event.modifiers():
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class PhraseEditor(QWidget):
    """Announces what is typed, and that somebody is done with it."""

    typed = Signal(str)
    taken = Signal()
    stepped = Signal(int)

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._said = Words("", "strong", wrap=True)
        self._english = Words("", "second", wrap=True)
        self.edit = _PhraseEdit()
        # One letter more than there is room for, so that the mistake is said and nothing cut unseen.
        self.edit.setMaxLength(MOST_LETTERS + 1)
        self.field = LabelledField(
            tr.gettext("Own words"), tr.gettext("left empty, the program's words stand"), self.edit
        )
        self.places = ChipRow([], acts=True, name=tr.gettext("Places to leave in the words"))
        self.places.setProperty(INNER, True)
        self._about = Words(
            tr.gettext("Names and figures come to these places. Press one to put it in:"),
            "second",
        )
        self._lay_out()
        self.edit.textEdited.connect(lambda words: self._type(words))
        self.edit.taken.connect(self.taken)
        self.edit.stepped.connect(self.stepped)
        self.places.chosen.connect(self._put_in)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._said, self._english, self.field):
            column.addWidget(part)
        column.addWidget(FlowRow([self._about, self.places]))

    def show_row(self, row: PhraseRow | None, own: str) -> None:
        """Show a sentence and its own words; None leaves nothing to type."""
        self.setVisible(row is not None)
        self.say(None)
        if row is None:
            return
        places = places_of(row.english)
        self._said.set_words(row.programs)
        self._english.set_words(row.english)
        self._english.setVisible(row.english != row.programs)
        self.edit.setText(own)
        self.edit.setPlaceholderText(row.programs)
        self.places.set_choices([Choice(place, place) for place in places])
        for part in (self.places, self._about):
            part.setVisible(bool(places))

    def say(self, sentence: str | None) -> None:
        """Show what is wrong with the words; None puts it right."""
        self.field.set_error(sentence)

    def begin(self) -> None:
        """Put the cursor into the words."""
        self.edit.setFocus()
        self.edit.selectAll()

    def _type(self, words: str) -> None:
        self.say(None)
        self.typed.emit(words)

    def _put_in(self, place: object) -> None:
        self.edit.setFocus()
        self.edit.deselect()
        self.edit.insert(str(place))
        self._type(self.edit.text())
