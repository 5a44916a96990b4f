"""The system's dialog leaves a paper its size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from imt_desktop.reports.paper.format import PAPERS
from imt_desktop.ui.printing.asking import Asking
from imt_desktop.ui.printing.printers import set_page


def test_a_paper_keeps_its_size_where_nobody_looked_at_it(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "roll.pdf"))
    roll = PAPERS["roll"]
    set_page(printer, (roll.width, roll.height), "Receipt 7")
    ours = printer.pageLayout().pageSize()
    dialog = Asking(printer)
    qtbot.addWidget(dialog)

    dialog.accept()

    assert printer.pageLayout().pageSize().isEquivalentTo(ours)
