"""A printer that prints into files: everything but the machine is real."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import PrinterError
from imt_desktop.ui.printing.printers import Printers

NAME = "Test printer"


class PdfPrinters(Printers):
    """One printer, whose sheets are found in ``printed``; ``gone`` switches it off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.printed: list[Path] = []
        self.asked = 0
        self.left = False
        self.gone = False

    def names(self) -> tuple[str, ...]:
        return (NAME,)

    def printer(self, name: str) -> QPrinter:
        if self.gone or name != NAME:
            raise PrinterError(name)
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printed.append(self._folder / f"printed-{len(self.printed)}.pdf")
        made.setOutputFileName(str(self.printed[-1]))
        return made

    def another(self, printer: QPrinter) -> QPrinter:
        return self.printer(NAME)

    def ask(self, parent: QWidget, printer: QPrinter) -> bool:
        self.asked += 1
        return not self.left


class NoPrinters(Printers):
    """A computer without any printer."""

    def names(self) -> tuple[str, ...]:
        return ()
