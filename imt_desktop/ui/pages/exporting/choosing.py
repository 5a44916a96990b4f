"""Asking where a spreadsheet is to be saved, in the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from imt_desktop.reports.saving import file_name, free_path
from imt_desktop.settings import folder_to_offer
from imt_desktop.ui.desk import Desk

ENDING = ".xlsx"


def ask_where(page: QWidget, desk: Desk, name: str, then: Callable[[Path], object]) -> QFileDialog:
    """Offer a name in the folder of papers, and remember the folder that was taken."""
    tr = desk.tr
    folder = folder_to_offer(desk.settings)
    dialog = QFileDialog(page, tr.gettext("Where to save the list"), str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(tr.gettext("Spreadsheets") + " (*.xlsx)")
    dialog.setDefaultSuffix(ENDING[1:])
    wanted = file_name(desk.committee.name, name)
    dialog.selectFile(free_path(folder, wanted, ENDING).name)

    def chosen(file: str) -> None:
        path = Path(file)
        if path.suffix.lower() != ENDING:
            path = path.with_name(path.name + ENDING)
        if folder != path.parent:
            desk.keep(papers_folder=str(path.parent))
        then(path)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
