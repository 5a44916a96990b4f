"""Which column holds what: found by its header, or chosen by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.layout import Column, Layout
from imt_desktop.ui.pages.bringing_in.draft import fields_shown
from imt_desktop.ui.pages.bringing_in.names import short
from imt_desktop.ui.pages.bringing_in.outcome import RowsRead
from imt_desktop.ui.widgets import (
    Card,
    Choice,
    ComboBox,
    EvenRow,
    IconButton,
    LabelledField,
    Words,
)
from imt_desktop.wording.fields import as_title, field_name

NOTHING: Final = -1
_MOST_NAMES: Final = 4
_SHORT: Final = 40


class ColumnPicker(QWidget):
    """List boxes over the columns; a name may take several of them, put together in this order."""

    chosen = Signal(object)
    """The indexes of the columns, none where the field is left out."""

    def __init__(self, tr: Translator, several: bool) -> None:
        super().__init__()
        self._tr, self._several = tr, several
        self._choices: list[Choice] = []
        self.boxes: list[ComboBox] = []
        self.more = IconButton(
            "plus", tr.gettext("The name goes on in another column"), "teal", 32, framed=True
        )
        self.samples = Words("", "hint", wrap=False)
        self.samples.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(self._grid)
        whole.addWidget(self.samples)
        self.more.clicked.connect(self._add_empty)
        self._add()
        self._lay()
        self.more.setVisible(several)

    def _add(self) -> ComboBox:
        box = ComboBox(self._choices, NOTHING)
        box.setMinimumWidth(1)
        box.setAccessibleName(self.accessibleName())
        box.chosen.connect(lambda _: self.chosen.emit(self.value()))
        self.boxes.append(box)
        self.setFocusProxy(self.boxes[0])
        return box

    def _lay(self) -> None:
        """Lay one box a line, so that each shows what stands in it."""
        while self._grid.takeAt(0) is not None:
            pass
        for at, box in enumerate(self.boxes):
            self._grid.addWidget(box, at, 0)
        self._grid.addWidget(self.more, len(self.boxes) - 1, 1)

    def _add_empty(self) -> None:
        before, box = self.boxes[-1], self._add()
        self._lay()
        box.show()
        QWidget.setTabOrder(before, box)
        QWidget.setTabOrder(box, self.more)
        box.setFocus()
        self.more.setVisible(len(self.boxes) < _MOST_NAMES)

    def value(self) -> tuple[int, ...]:
        """Return the indexes of the columns chosen."""
        found = (box.value() for box in self.boxes)
        return tuple(dict.fromkeys(at for at in found if isinstance(at, int) and at != NOTHING))

    def show_columns(self, choices: Sequence[Choice], chosen: Sequence[int], samples: str) -> None:
        """Offer columns, with those chosen and a few of their cells."""
        self._choices = list(choices)
        self.samples.set_words(samples)
        while len(self.boxes) > max(len(chosen), 1):
            box = self.boxes.pop()
            box.hide()
            box.deleteLater()
        while len(self.boxes) < len(chosen):
            self._add()
        self._lay()
        for at, box in enumerate(self.boxes):
            box.set_choices(self._choices, chosen[at] if at < len(chosen) else NOTHING)
        self.more.setVisible(self._several and len(self.boxes) < _MOST_NAMES)

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        for box in self.boxes:
            box.set_wrong(wrong)


class ColumnsCard(Card):
    """A field beside each column that is needed or may be there."""

    chosen = Signal(str, object)
    """A field, and the columns that somebody chose for it."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(tr.gettext("Columns"), parent=parent)
        self._tr = tr
        self._kind = ""
        self.fields: dict[str, LabelledField] = {}
        self._grid: EvenRow | None = None
        self._unused = Words("", "second", wrap=True)
        self.add(self._unused)

    def show_rows(self, rows: RowsRead) -> None:
        """Show the columns found, a few of their cells, and what is missing."""
        layout = rows.layout
        if layout.kind != self._kind:
            self._make_fields(layout.kind)
        names = [Choice(self._tr.gettext("not in this file"), NOTHING)]
        names += [Choice(_column(column, self._tr), column.index) for column in layout.columns]
        for name, field in self.fields.items():
            columns = layout.fields.get(name, ())
            picker = field.editor
            assert isinstance(picker, ColumnPicker)
            samples = [", ".join(rows.samples[column.index]) for column in columns]
            told = short(" + ".join(filter(None, samples)), _SHORT - 4)
            picker.show_columns(names, [column.index for column in columns], told)
            field.set_error(self._mistake(name, layout))
        self._tell_unused(layout)

    def _make_fields(self, kind: str) -> None:
        self._kind = kind
        self.fields = {name: self._make_field(name) for name in fields_shown(kind)}
        older, self._grid = self._grid, EvenRow(list(self.fields.values()), most=2, gap=16)
        if older is not None:
            older.hide()
            older.deleteLater()
        self.body.insertWidget(0, self._grid)

    def _make_field(self, name: str) -> LabelledField:
        label = as_title(field_name(name, self._tr))
        picker = ColumnPicker(self._tr, several=name == "name")
        picker.chosen.connect(lambda columns: self.chosen.emit(name, columns))
        field = LabelledField(label, "", picker)
        for box in picker.boxes:
            box.setAccessibleName(label)
        return field

    def _mistake(self, name: str, layout: Layout) -> str | None:
        """Say what is missing, beside the first field of those of which one is needed."""
        tr = self._tr
        if name in layout.doubtful:
            columns = tr.join([_column(column, tr) for column in layout.doubtful[name]])
            return tr.gettext("It could be {columns}: choose one.").format(columns=columns)
        for group in layout.missing:
            if name == next(one for one in fields_shown(layout.kind) if one in group):
                return self._missing(group)
        return None

    def _missing(self, group: tuple[str, ...]) -> str:
        tr = self._tr
        names = [field_name(one, tr) for one in fields_shown(self._kind) if one in group]
        if len(names) == 1:
            return tr.gettext("Choose the column: it is needed.")
        return tr.gettext("Choose a column for one of these: {names}.").format(
            names=", ".join(names)
        )

    def mistakes(self) -> list[LabelledField]:
        """Return the fields that are not right."""
        return [one for one in self.fields.values() if one.error is not None]

    def _tell_unused(self, layout: Layout) -> None:
        words = unused(layout, self._tr)
        self._unused.setVisible(bool(words))
        self._unused.set_words(words)


def unused(layout: Layout, tr: Translator) -> str:
    """Say which columns are left out; nothing where all are taken."""
    names = ", ".join(short(one.header, _SHORT) for one in layout.unmapped)
    words = tr.gettext("Columns from which nothing is taken: {columns}")
    return words.format(columns=names) if names else ""


def _column(column: Column, tr: Translator) -> str:
    header = short(column.header, _SHORT)
    return tr.about(column.letter, header)
