"""The second step: what the file holds, which sheet and columns, and what is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.sheets import Sheet, shown
from imt_desktop.ledger.importing.synonyms import KINDS
from imt_desktop.ui.pages.bringing_in.columns_card import ColumnsCard
from imt_desktop.ui.pages.bringing_in.draft import READINGS, Draft, OpenedFile
from imt_desktop.ui.pages.bringing_in.names import ICONS, short
from imt_desktop.ui.pages.bringing_in.outcome import RowsRead
from imt_desktop.ui.pages.bringing_in.questions_card import QuestionsCard
from imt_desktop.ui.widgets import (
    Button,
    Choice,
    ChoiceCards,
    ComboBox,
    EvenRow,
    LabelledField,
    Panes,
    Refusal,
    Scroll,
)
from imt_desktop.wording.fields import as_title, data_name

_HEADS: Final = 12
"""So many rows are offered as the one with the headers."""


class WhatView(QWidget):
    """Everything about the file on one page that scrolls."""

    kind_chosen = Signal(str)
    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    cancelling = Signal(int)
    """The entry that brought this in before."""

    def __init__(self, tr: Translator, columns: ColumnsCard, questions: QuestionsCard) -> None:
        super().__init__()
        self._tr = tr
        self.columns, self.questions = columns, questions
        self.refusal = Refusal()
        self.kinds = ChoiceCards([])
        self.sheet = LabelledField(tr.gettext("Sheet"), "", ComboBox())
        self.header = LabelledField(tr.gettext("Row with the headers"), "", ComboBox())
        self.cancel = Button(tr.gettext("Cancel that import"), "danger", "ban")
        self._file: OpenedFile | None = None
        self._known: Mapping[tuple[str, str], int] = {}
        self._entry = 0
        self._rest = QWidget()
        self._lay_out()
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self._entry))
        self._box(self.sheet).chosen.connect(lambda name: self.sheet_chosen.emit(str(name)))
        self._box(self.header).chosen.connect(lambda row: self.header_chosen.emit(row))

    def _lay_out(self) -> None:
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(12)
        rest.addWidget(EvenRow([self.sheet, self.header], most=2))
        rest.addWidget(Panes(self.columns, self.questions, width=344), 1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(12)
        self._column.addWidget(self.kinds)
        self._column.addWidget(self.refusal)
        self._column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self._scroll = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_file(self, file: OpenedFile) -> None:
        """Offer the sheets of a file."""
        self._file, self._known = file, {}
        self._offer_kinds()
        self._box(self.sheet).set_choices(
            [Choice(short(one.name), one.name) for one in file.workbook.sheets]
        )

    def _offer_kinds(self) -> None:
        """Offer the kinds of data, each with its best sheet, or with the entry that holds it."""
        tr, older = self._tr, self.kinds
        self.kinds = ChoiceCards(
            [
                Choice(as_title(data_name(kind, tr)), kind, ICONS[kind], self._fit(kind))
                for kind in (*KINDS, READINGS)
            ],
            name=tr.gettext("What does the file hold?"),
        )
        self.kinds.chosen.connect(lambda kind: self.kind_chosen.emit(str(kind)))
        self._column.replaceWidget(older, self.kinds)
        older.hide()
        older.deleteLater()
        QWidget.setTabOrder(self.kinds, self.sheet)

    def _fit(self, kind: str) -> str:
        tr, file = self._tr, self._file
        if kind == READINGS and file is not None and file.readings:
            return tr.gettext("into the grid of readings")
        fits = file.fits.get(kind, ()) if file is not None else ()
        by_hand = (entry for (_, one), entry in self._known.items() if one == kind)
        entry = self._known.get((fits[0], kind)) if fits else next(by_hand, None)
        if entry is not None:
            return tr.gettext("in the book: entry {number}").format(number=entry)
        if not fits:
            return tr.gettext("no sheet fits by itself")
        sheet = fits[0]
        return tr.gettext("sheet “{sheet}”").format(sheet=short(sheet, 28))

    def show_draft(self, draft: Draft, known: Mapping[tuple[str, str], int]) -> None:
        """Show what is chosen; ``known`` are sheets and kinds in the book, with their entries."""
        if known != self._known:
            self._known = known
            self._offer_kinds()
        self.kinds.set_value(draft.kind)
        self._box(self.sheet).set_value(draft.sheet)
        entry = known.get((draft.sheet, draft.kind))
        self._rest.setVisible(entry is None)
        self.cancel.setVisible(entry is not None)
        self._entry = entry or 0
        self.refusal.say(self._told(draft, entry) if entry is not None else "")

    def _told(self, draft: Draft, entry: int) -> str:
        return self._tr.gettext(
            "This sheet was brought in as {data} before, with entry {number}."
            " To bring it in again, cancel that entry first."
        ).format(data=data_name(draft.kind, self._tr), number=entry)

    def show_rows(self, rows: RowsRead) -> None:
        """Show how the sheet was understood."""
        self._show_heads(rows.draft.cells, rows.layout.header_row)
        self.columns.show_rows(rows)
        self.questions.show_rows(rows)

    def begin(self) -> None:
        """Go to what the file holds."""
        self.kinds.setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    def mistakes(self, rows: RowsRead | None) -> list[LabelledField]:
        """Mark what is missing or not answered yet, and return it."""
        if rows is None:
            return []
        return [*self.columns.mistakes(), *self.questions.mistakes(rows)]

    def go_to(self, field: LabelledField) -> None:
        """Put the cursor into a field, and bring it into view."""
        field.editor.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def _show_heads(self, sheet: Sheet, chosen: int) -> None:
        tr = self._tr
        numbers = [*range(sheet.first_row, sheet.first_row + min(len(sheet.rows), _HEADS))]
        if chosen and chosen not in numbers:
            numbers.append(chosen)
        rows = [(number, short(_cells(sheet.row(number)), 44)) for number in numbers]
        choices = [
            Choice(tr.gettext("Row {row}: {cells}").format(row=number, cells=cells), number)
            for number, cells in rows
            if cells
        ]
        choices.append(Choice(tr.gettext("There are no headers"), 0))
        self._box(self.header).set_choices(choices, chosen)

    def _box(self, field: LabelledField) -> ComboBox:
        assert isinstance(field.editor, ComboBox)
        return field.editor


def _cells(cells: Sequence[object]) -> str:
    words = (" ".join(shown(cell).split()) for cell in cells)  # type: ignore[arg-type]
    return " | ".join(word for word in words if word)
