"""The printers of this laptop, and what the system asks before it prints."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import PrinterError
from imt_desktop.reports.saving import free_path
from imt_desktop.ui.printing.ink import NEAR

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printers:
    """Asks the system. Whoever prints somewhere else, such as into files, gives the desk another."""

    def names(self) -> tuple[str, ...]:
        """Return the printers that are set up, the system's usual one first."""
        from PySide6.QtPrintSupport import QPrinterInfo  # only who prints needs it

        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))

    def printer(self, name: str) -> QPrinter:
        """Return one of them, at its finest. Raises PrinterError where it is gone."""
        from PySide6.QtPrintSupport import QPrinter

        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setPrinterName(name)
        if made.printerName() != name:  # Qt would write into a file in its place
            raise PrinterError(name)
        return made

    def another(self, printer: QPrinter) -> QPrinter:
        """Return one for the next job, as a person chose it for the job before. Raises PrinterError.

        Where the system writes into a file, the next job gets a file of its own.
        """
        from PySide6.QtPrintSupport import QPrinter

        if printer.printerName():
            made = self.printer(printer.printerName())
        else:
            made = QPrinter(QPrinter.PrinterMode.HighResolution)
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            before = Path(printer.outputFileName())
            made.setOutputFileName(str(free_path(before.parent, before.stem, before.suffix)))
        made.setDuplex(printer.duplex())
        made.setColorMode(printer.colorMode())
        made.setCopyCount(printer.copyCount())
        return made

    def ask(self, parent: QWidget, printer: QPrinter) -> bool:
        """Let a person choose printer, copies and pages in the system's dialog; False: left."""
        from imt_desktop.ui.printing.asking import Asking  # only who prints needs it

        dialog = Asking(printer, parent)
        try:
            return bool(dialog.exec())
        finally:
            dialog.deleteLater()


def lengthen(printer: QPrinter, sizes: Iterable[tuple[float, float]]) -> None:
    """Let a roll be as long as the longest page, once it is known; other paper stays as it was chosen."""
    width, height = max(sizes, key=lambda size: size[1])
    now = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
    if abs(now.width() - width) < NEAR and now.height() < height - NEAR:
        set_page(printer, (width, height), printer.docName())


def set_page(printer: QPrinter, size: tuple[float, float], title: str) -> None:
    """Set a printer to a page of that width and height in points, edge to edge."""
    width, height = size
    lies = width > height
    upright = QSizeF(min(size), max(size))
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch  # our A6 is the printer's A6
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", fuzzy))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    printer.setDocName(title)
