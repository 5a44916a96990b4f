"""Check a paper: does the book still say what the paper says?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.journal.checking import Answer
from imt_desktop.oversight.papers import PaperSaid, check_paper, not_on_paper, what_it_said
from imt_desktop.oversight.photos import read_codes
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.dropping import dropped_file
from imt_desktop.ui.pages.check_paper.answer_card import AnswerCard
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.widgets import (
    BusyBar,
    Button,
    Card,
    FlowRow,
    LabelledField,
    LineEdit,
    Panes,
    Refusal,
    Words,
)
from imt_desktop.wording.checking import not_on_paper_words

MOST_DIGITS = 18
_GAPS: Final = re.compile(r"(?<=\d)[\s.,’'](?=\d{3}(?!\d))")
"""Signs that a paper sets between the thousands of an entry's number."""


class Checked(Struct, frozen=True):
    """The answer to one paper, and what that paper said where the book has it."""

    answer: Answer
    said: PaperSaid | None


class CheckPaperPage(Page):
    """A code is typed, or a photo chosen or dropped; the answer stands below."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Check a paper"), tr.gettext("Does the book still say what it says?")
        )
        self.code = LabelledField(
            tr.gettext("Code on the paper"),
            tr.gettext("16 letters and digits. O and 0, I and 1 are taken as the same."),
            LineEdit(placeholder="7KQ2-M9XD-41RB-T6HE", kind="till"),
        )
        self.entry = LabelledField(
            tr.gettext("Number of the entry"),
            tr.gettext("stands below the code; may be left empty"),
            LineEdit(),
        )
        self.check = Button(
            tr.gettext("Check it"), "primary", "scan-qr-code", "Enter", listen=False
        )
        self.photo = Button(tr.gettext("Choose a photo"), icon="camera", key="Ctrl+O")
        self.busy = BusyBar(tr.gettext("Looking for the code on the picture …"))
        self.refusal = Refusal()
        self.answer = AnswerCard(desk)
        self.outside = Words("", "second", wrap=True)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.set_first(self.code.editor)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        typing, picture = (
            Card(tr.gettext("Type the code")),
            Card(tr.gettext("Or take a photo of it")),
        )
        typing.add(self.code)
        typing.add(self.entry)
        typing.add(FlowRow([self.check]))
        picture.add(
            Words(
                tr.gettext(
                    "Photograph the square code of the paper, or scan the sheet. Choose the picture,"
                    " or drop it here."
                ),
                "second",
                wrap=True,
            )
        )
        picture.body.addStretch(1)
        picture.add(FlowRow([self.photo]))
        self.add(Panes(typing, picture, 304))
        for part in (self.busy, self.refusal, self.answer, self.outside):
            self.add(part)
        self.busy.hide()
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.check.clicked.connect(self.check_typed)
        for field in (self.code, self.entry):
            assert isinstance(field.editor, LineEdit)
            field.editor.returnPressed.connect(self.check_typed)
        self.photo.clicked.connect(self._choose_photo)
        if self._scroll is not None:
            self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_answer)

    def _keep_answer(self, *_range: int) -> None:
        """With large words the answer stands below the window: it is scrolled to once it has its place."""
        if self.answer.isVisible():
            self.bring_into_view(self.answer)

    def load(self) -> None:
        """Say how many entries have no paper outside yet."""
        tr = self.desk.tr
        self.ask(not_on_paper, lambda n: self.outside.set_words(not_on_paper_words(n, tr)))

    # Checking

    def check_typed(self) -> None:
        """Hold what is typed against the book."""
        code = _text(self.code)
        entry = "".join(_GAPS.split(_text(self.entry)))  # as papers print it: 4,931 or 4 931
        self._begin()
        if not code:
            self.code.set_error(self.desk.tr.gettext("Type the code that stands on the paper."))
            return
        if entry and not (entry.isascii() and entry.isdecimal() and len(entry) <= MOST_DIGITS):
            self.entry.set_error(self.desk.tr.gettext("Type the number in digits."))
            return
        self._hold_against((code,), int(entry) if entry else None)

    def check_photo(self, path: Path) -> None:
        """Read the code from a picture, and hold it against the book."""
        self._begin()
        for field in (self.code, self.entry):
            assert isinstance(field.editor, LineEdit)
            field.editor.clear()
        self.busy.show()
        self.photo.setEnabled(False)
        self.desk.aside(
            lambda _stop: read_codes(path), guarded(self, self._read), guarded(self, self._missed)
        )

    def _read(self, codes: tuple[str, ...]) -> None:
        self._rest()
        self._hold_against(codes, None)

    def _missed(self, error: UserError) -> None:
        self._rest()
        self.refusal.say(self.desk.sentence(error))

    def _hold_against(self, codes: tuple[str, ...], entry: int | None) -> None:
        memory, today = places().config, self.desk.today

        def query(book: Reading) -> Checked:
            answers = [check_paper(book, code, entry, memory=memory, today=today) for code in codes]
            ours = [one for one in answers if one.state != "another-book"]
            answer = next(iter((*ours, *answers)))  # a picture may show a stranger's code as well
            return Checked(answer, what_it_said(book, answer.entry) if answer.entry else None)

        self.ask(query, self._show)

    def _show(self, found: Checked) -> None:
        self.answer.show_answer(found.answer, found.said)
        self.bring_into_view(self.answer)

    def _begin(self) -> None:
        self.answer.hide()
        self.refusal.say("")
        for field in (self.code, self.entry):
            field.set_error(None)

    def _rest(self) -> None:
        self.busy.hide()
        self.photo.setEnabled(True)

    # Pictures

    def _choose_photo(self) -> None:
        tr = self.desk.tr
        words = tr.gettext("Pictures and scans")
        name, _filter = QFileDialog.getOpenFileName(
            self, tr.gettext("Choose a photo"), str(Path.home()),
            f"{words} (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif *.pdf)",
        )  # fmt: skip
        if name:
            self.check_photo(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take one file."""
        if dropped_file(event.mimeData()) is not None and self.photo.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Check the picture that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.check_photo(path)


def _text(field: LabelledField) -> str:
    editor = field.editor
    assert isinstance(editor, LineEdit)
    return editor.text().strip()
