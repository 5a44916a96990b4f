"""Choices of this laptop: language, colours, size of text, and where books are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.veil import KEY
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Choice,
    ComboBox,
    EvenRow,
    FlowRow,
    LabelledField,
    Segments,
    Words,
)

LOCKS = (1, 2, 5, 10, 20)
"""Minutes after which the window may lock."""


class LaptopCard(Card):
    """Takes effect at once; ``changed`` announces the name of a setting and its new value."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("This laptop"), parent=parent)
        self._desk = desk
        self.language = SpeechField(tr, tr.gettext("Language"), desk.settings.language)
        themes = (
            Choice(tr.gettext("As the computer"), "system"),
            Choice(tr.gettext("Light"), "light"),
            Choice(tr.gettext("Dark"), "dark"),
            Choice(tr.gettext("High contrast"), "contrast"),
        )
        self.theme = ComboBox(themes, desk.settings.theme)
        sizes = [Choice(f"{n} %", n) for n in (100, 125, 150, 200)]
        self.text_size = Segments(sizes, desk.settings.text_scale, name=tr.gettext("Size of text"))
        self.lock = ComboBox(self._pauses(), desk.settings.lock_minutes)
        self.hide_balances = CheckBox(
            tr.gettext("Hide from the queue what others owe ({key})").format(key=KEY),
            desk.hides_balances,
        )
        self._folder = Words("", wrap=True)
        self.folder = Button(tr.gettext("Another folder"), icon="book-open", size="row")
        self.another = Button(tr.gettext("Another book"), icon="book-open", size="row")
        self._lay_out()
        self._connect()

    def _pauses(self) -> list[Choice]:
        """Offer a few minutes; never only to who has written that into the file of settings."""
        tr, now = self._desk.tr, self._desk.settings.lock_minutes
        offered = [
            Choice(tr.ngettext("{n} minute", "{n} minutes", n).format(n=tr.number(n)), n)
            for n in sorted({*LOCKS, now} - {0})
        ]
        return offered if now else [*offered, Choice(tr.gettext("never"), 0)]

    def _lay_out(self) -> None:
        tr = self._desk.tr
        colours = LabelledField(tr.gettext("Colours"), "", self.theme)
        self.add(EvenRow([self.language, colours], most=2))
        self.add(LabelledField(tr.gettext("Size of text"), "", self.text_size))
        self.add(
            LabelledField(
                tr.gettext("Ask for the PIN again after"),
                tr.gettext("without a key or a press"),
                self.lock,
            )
        )
        self.add(self.hide_balances)
        self.add(Words(tr.gettext("New books are kept in"), "label"))
        self.add(self._folder)
        self.add(FlowRow([self.folder, self.another]))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.language.chosen.connect(lambda code: self.changed.emit("language", code))
        self.theme.chosen.connect(lambda theme: self.changed.emit("theme", theme))
        self.text_size.chosen.connect(lambda size: self.changed.emit("text_scale", size))
        self.lock.chosen.connect(lambda minutes: self._desk.keep(lock_minutes=minutes))
        self.folder.clicked.connect(self._choose_folder)
        self.another.clicked.connect(self._desk.left)
        self.hide_balances.toggled.connect(self._desk.hide_balances)
        self._desk.veiled.connect(self._veiled)

    def _veiled(self) -> None:
        self.hide_balances.setChecked(self._desk.hides_balances)

    def show_folder(self, folder: str) -> None:
        """Show where new books are kept."""
        self._folder.set_words(folder)

    def _choose_folder(self) -> None:
        title = self._desk.tr.gettext("Where should new books be kept?")
        folder = QFileDialog.getExistingDirectory(self, title, self._folder.text())
        if folder:
            self._desk.keep(books=folder)
            self.show_folder(folder)
