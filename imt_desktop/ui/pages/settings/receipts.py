"""Receipts: the printer they go to without asking, and the size of paper in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.reports.printing import PAPERS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import (
    Card,
    CheckBox,
    Choice,
    ComboBox,
    LabelledField,
    Segments,
    Words,
)
from imt_desktop.wording.papers import size_name


class ReceiptsCard(Card):
    """Choices of this laptop, kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Receipts"), parent=parent)
        self._desk = desk
        self.printer = ComboBox()
        names = {"A6": tr.gettext("A6"), "A4": tr.gettext("A4, two halves")}
        sizes = [
            Choice(names.get(size, size_name(size, tr)), size) for size in PAPERS["receipt"].sizes
        ]
        self.paper = Segments(sizes, desk.settings.receipt_size, name=tr.gettext("Size"))
        self.saving = CheckBox(tr.gettext("Save ink: no filled areas"))
        self.saving.setChecked(desk.settings.receipt_saving)
        self._about = Words("", "second", wrap=True)
        self.add(LabelledField(tr.gettext("Printer"), "", self.printer))
        self.add(self._about)
        self.add(LabelledField(tr.gettext("Size"), "", self.paper))
        self.add(self.saving)
        self.body.addStretch(1)
        self.printer.chosen.connect(self._choose)
        self.paper.chosen.connect(lambda size: desk.keep(receipt_size=size))
        self.saving.toggled.connect(lambda on: desk.keep(receipt_saving=on))
        self.load()

    def load(self) -> None:
        """Offer the printers that are set up now, and the chosen one, be it there or not."""
        tr, chosen = self._desk.tr, self._desk.settings.receipt_printer
        names = list(self._desk.printers.names())
        if chosen and chosen not in names:
            names.append(chosen)
        none = Choice(tr.gettext("None: show number and code"), "")
        self.printer.set_choices([none, *(Choice(name, name) for name in names)], chosen)
        self._say()

    def _choose(self, name: object) -> None:
        self._desk.keep(receipt_printer=str(name))
        self._say()

    def _say(self) -> None:
        tr = self._desk.tr
        if self._desk.settings.receipt_printer:
            words = tr.gettext("Enter at the till saves and prints, without a question.")
        elif self.printer.count() > 1:
            words = tr.gettext("Enter at the till saves; the receipt can be printed afterwards.")
        else:
            words = tr.gettext("No printer is set up on this computer.")
        self._about.set_words(words)
