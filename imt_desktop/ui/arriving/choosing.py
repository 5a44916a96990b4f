"""The first step: which copy. Those beside a book that is damaged or gone are offered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from imt_desktop.i18n import Translator
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.backups import Backup
from imt_desktop.oversight.whole import SUFFIX
from imt_desktop.ui.pages.copies.words_of import reason_words
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, FlowRow, Note, PeopleList, PersonLine
from imt_desktop.ui.wizard.step import Step

_MOST = 5


class ChoosingStep(Step):
    """``chosen`` announces the path of a copy; ``taken`` that the one in the list is meant."""

    chosen = Signal(object)
    taken = Signal()

    def __init__(self, tr: Translator) -> None:
        super().__init__(tr, tr.gettext("Which copy?"))
        self.list = PeopleList(self._line, tr.gettext("Copies beside the book"))
        self._card = Card(tr.gettext("Copies beside the book"), ruled=True, flush=True)
        self._card.add(self.list)
        self.file = Button(
            tr.gettext("Choose a file"), icon="hard-drive", key="Ctrl+O", size="page"
        )
        self._note = Note(
            tr.gettext(
                "From another laptop: there, on the page of copies, press “Take the book to another"
                " laptop”. Bring the stick and the paper with the words."
            )
        )
        self.row(self._card)
        self.row(FlowRow([self.file]))
        self.row(self._note)
        self.column.addStretch(1)
        self._folder = ""
        self.file.clicked.connect(self._choose)
        self.list.opened.connect(lambda _one: self.taken.emit())

    def show_copies(self, copies: Sequence[Backup], folder: Path, lost: Path | None) -> None:
        """Offer copies of the book ``lost``, if there is one; a file is looked for in ``folder``."""
        tr = self.tr_
        self._folder = str(folder)
        self.list.set_rows(copies)
        self._card.setVisible(bool(copies))
        self._note.setVisible(lost is None)
        if copies:
            self.list.choose(copies[0])
            tall = sum(self.list.sizeHintForRow(at) for at in range(min(len(copies), _MOST)))
            self.list.setFixedHeight(max(tall, em(64)))
        if lost is None:
            self.second = tr.gettext("A copy on a stick, sealed or not, or one in a folder.")
        elif copies:
            self.second = tr.gettext("For “{name}”, the newest one first.").format(name=lost.stem)
        else:
            words = tr.gettext("There is none beside “{name}”: take the one on the stick.")
            self.second = words.format(name=lost.stem)

    def begin(self) -> None:
        """Stand on the newest copy, or on the button that chooses a file."""
        (self.list if self.list.rows_model.rows else self.file).setFocus()

    def copy(self) -> Path | None:
        """Return the copy that is chosen in the list."""
        row: Backup | None = self.list.row()
        return row.path if row is not None else None

    def _line(self, one: Backup) -> PersonLine:
        tr = self.tr_
        entries = tr.ngettext("{n} entry", "{n} entries", one.said.entry)
        return PersonLine(
            tr.date(one.said.on),
            second=reason_words(one.said.reason, tr),
            amount=entries.format(n=tr.number(one.said.entry)),
            icon="book-open",
        )

    def _choose(self) -> None:
        tr = self.tr_
        words = tr.gettext("Books of this program")
        name, _filter = QFileDialog.getOpenFileName(
            self,
            tr.gettext("Choose a copy"),
            self._folder,
            f"{words} (*{SUFFIX} *{sealing.ENDING})",
        )
        if name:
            self.chosen.emit(Path(name))
