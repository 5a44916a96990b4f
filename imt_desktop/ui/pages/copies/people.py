"""Whose keys copies are sealed for: the chair's, the supporting office's. The laptop remembers them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal.copies import sealing
from imt_desktop.ledger.errors import NameMissingError
from imt_desktop.oversight.remembered import KnownKey, remember_keys
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import Button, CheckBox, FlowRow, Words
from imt_desktop.ui.widgets.tab_order import INNER

MAKE, TYPE = "make", "type"


class PeopleTicks(QWidget):
    """A box to tick for each person whose key is known; ``adding`` asks for one more.

    ``ticked`` says that others are ticked now.
    """

    adding = Signal()
    ticked = Signal()

    def __init__(
        self, desk: Desk, known: Sequence[KnownKey], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._boxes: list[tuple[KnownKey, CheckBox]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._none = Words(
            desk.tr.gettext("Nobody's key is known here yet. Add the chair's first."),
            "second",
            wrap=True,
        )
        self.add = Button(desk.tr.gettext("Add a person"), icon="user-plus", size="row")
        self.add.setProperty(INNER, True)
        self._column.addWidget(self._none)
        self._column.addWidget(FlowRow([self.add]))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add.clicked.connect(self.adding)
        self.show_people(known, ())

    def show_people(self, known: Sequence[KnownKey], ticked: Sequence[str]) -> None:
        """Show people; those whose keys are in ``ticked`` have their box ticked."""
        for _one, box in self._boxes:
            self._column.removeWidget(box)
            box.deleteLater()
        self._boxes = []
        for at, one in enumerate(known):
            box = CheckBox(f"{one.name}  ({one.key[:12]}…)", one.key in ticked)
            box.toggled.connect(self.ticked)
            self._column.insertWidget(at, box)
            self._boxes.append((one, box))
        self._none.setVisible(not known)
        self.setFocusProxy(self._boxes[0][1] if self._boxes else self.add)
        self.ticked.emit()

    def any_outside(self) -> bool:
        """Say whether somebody outside the committee is ticked."""
        return any(one.outside for one, box in self._boxes if box.isChecked())

    def value(self) -> tuple[str, ...]:
        """Return the keys of those who are ticked."""
        return tuple(one.key for one, box in self._boxes if box.isChecked())

    def names(self) -> list[str]:
        """Return the names of those who are ticked."""
        return [one.name for one, box in self._boxes if box.isChecked()]


class AddPerson(Form):
    """Asks for a name and the public key, or makes a new key pair onto that person's stick."""

    def __init__(self, page: QWidget, desk: Desk, then: Callable[[KnownKey], object]) -> None:
        tr = desk.tr
        super().__init__(
            page,
            desk,
            tr.gettext("Whose key?"),
            tr.gettext("Add this person"),
            tr.gettext(
                "A key is two lines: the public one closes copies and may be known to everybody, the"
                " secret one opens them and stays with its owner."
            ),
        )
        self._then = then
        self.row(self.line("name", tr.gettext("Name"), hint=tr.gettext("such as: the chair")))
        self.row(
            self.line("keys", tr.gettext("Public key"), hint=tr.gettext("it begins with age1"))
        )
        outside = tr.gettext("Outside the committee: the county, who supports us")
        self.add(self.tick("outside", outside, False))
        self.make = Button(tr.gettext("Make a new key onto a stick"), icon="hard-drive", size="row")
        self.make.setProperty(INNER, True)
        self.add(FlowRow([self.make]))
        self.made = self.note("")
        self.made.hide()
        self.make.clicked.connect(self._choose)
        self.submits(lambda _again: self._add())

    def _choose(self) -> None:
        title = self.desk.tr.gettext("Where should the secret key be put?")
        folder = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if folder:
            self.make_key(Path(folder))

    def make_key(self, folder: Path) -> None:
        """Make a key pair for this person; the secret one goes into a file of the folder."""
        self.put_right()
        number, path = 1, folder / "secret-key.txt"
        while path.exists():
            number += 1
            path = folder / f"secret-key {number}.txt"
        try:
            public = sealing.new_key(path)
        except UserError as error:
            self.refuse(error.beside("keys"))
            return
        editor = self.fields["keys"].editor
        editor.setText(public)  # type: ignore[attr-defined]  # a LineEdit
        editor.setCursorPosition(0)  # type: ignore[attr-defined]
        words = self.desk.tr.gettext(
            "The secret key is in {path}. Only its owner keeps it, and once more on paper: without it"
            " nobody opens the copies."
        )
        self.made.set_words(words.format(path=path))
        self.made.show()

    def _add(self) -> None:
        self.put_right()
        one = KnownKey(self.words_of("name"), self.words_of("keys"), self.ticked("outside"))
        if not one.name:
            self._show([NameMissingError().beside("name")])
            return
        try:
            sealing.check_key(one.key)
        except UserError as error:
            self.refuse(error.beside("keys"))
            return
        memory, book = places().config, self.desk.book.id
        remember_keys(memory, book, one)
        self.fields.remember()
        self.accept()
        self._then(one)
