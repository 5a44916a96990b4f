"""The first step: choose a file, or look at what was brought in before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.imports import BroughtIn
from imt_desktop.reports.excel.templates import COLUMNS
from imt_desktop.ui.pages.bringing_in.earlier import Earlier
from imt_desktop.ui.widgets import Button, Card, EmptyState, FlowRow, Panes, Refusal, Scroll, Words
from imt_desktop.wording.fields import as_title, data_name


class StartView(QWidget):
    """A place to drop a file on, and the earlier imports beside it."""

    template = Signal(str)
    """The kind of data for which an empty spreadsheet is wanted."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusal = Refusal()
        self.earlier = Earlier(tr)
        self.choose = Button(
            tr.gettext("Choose a file"), "primary", "file-spreadsheet", "Ctrl+O", "page"
        )
        self._which = EmptyState(
            tr.gettext("Which file?"),
            tr.gettext(
                "A spreadsheet with members, what they owe, payments, expenses or meter readings:"
                " .xlsx or .csv. Choose it, or drop it here."
                " Nothing is booked before you have seen every row."
            ),
            (self.choose,),
            drawing="book",
        )
        place = Card()
        place.add(self._which, 1)
        place.add(self._templates(tr))
        self._place = place
        self._alone, self._beside = _holder(), _holder()
        ways = QWidget()
        self._ways = QStackedLayout(ways)
        self._ways.addWidget(self._alone)
        self._ways.addWidget(Panes(self.earlier, self._beside, width=304, first=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.refusal)
        self._scroll = Scroll(ways)
        whole.addWidget(self._scroll, 1)
        self.show_imports(())

    def _templates(self, tr: Translator) -> QWidget:
        """Offer empty spreadsheets to those who have no list yet."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        words = Words(
            tr.gettext("Or begin with an empty spreadsheet to fill in"), "second", wrap=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        self.templates = {
            kind: Button(as_title(data_name(kind, tr)), icon="download", size="row")
            for kind in COLUMNS
        }
        for kind, button in self.templates.items():
            button.clicked.connect(lambda _=False, kind=kind: self.template.emit(kind))
        column.addWidget(FlowRow([*self.templates.values()], centred=True))
        return holder

    def begin(self) -> None:
        """Go to the main button."""
        self.choose.setFocus()

    def begin_empty(self) -> None:
        """Go to the empty spreadsheets, which may lie further down."""
        first = next(iter(self.templates.values()))
        first.setFocus()
        self._scroll.ensureWidgetVisible(first)

    def show_imports(self, imports: Sequence[BroughtIn]) -> None:
        """Show earlier imports; without any, the place for a file has all the room, and a drawing."""
        self.earlier.show_imports(imports)
        self._which.drawing.setVisible(not imports)
        holder = self._beside if imports else self._alone
        layout = holder.layout()
        if layout is not None and layout.indexOf(self._place) < 0:
            layout.addWidget(self._place)
        self._ways.setCurrentIndex(1 if imports else 0)


def _holder() -> QWidget:
    holder = QWidget()
    QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
    return holder
