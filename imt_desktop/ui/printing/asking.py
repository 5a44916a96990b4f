"""The system's dialog before printing, which leaves a paper its size."""

from __future__ import annotations

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog


class Asking(QPrintDialog):
    """Asks for printer, copies and pages.

    Qt's own dialog, on Linux, puts the printer's usual paper in place of ours, so that A3 came out as
    A4. Ours stays where the printer takes it, unless somebody looked at the paper in the dialog.
    """

    def accept(self) -> None:
        """Print."""
        printer, ours = self.printer(), self.printer().pageLayout()
        looked = any(one.inherits("QPrintPropertiesDialog") for one in self.findChildren(QDialog))
        super().accept()
        if not looked and _takes(printer, ours.pageSize()):
            printer.setPageLayout(ours)


def _takes(printer: QPrinter, size: QPageSize) -> bool:
    """Whether a printer takes a paper; a file takes any."""
    info = QPrinterInfo(printer)
    if info.isNull() or any(size.isEquivalentTo(one) for one in info.supportedPageSizes()):
        return True
    most, wanted = info.maximumPhysicalPageSize().sizePoints(), size.sizePoints()
    fits = wanted.width() <= most.width() and wanted.height() <= most.height()
    return info.supportsCustomPageSizes() and fits
