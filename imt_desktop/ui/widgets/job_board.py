"""The jobs of Home: six tall tiles in a row, or three wide ones in two rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.theme import scale
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.job_button import JobButton


class JobBoard(EvenRow):
    """Lays out job buttons; below 1000 px they become wide rows of 60 px."""

    def __init__(self, jobs: Sequence[JobButton], parent: QWidget | None = None) -> None:
        super().__init__(jobs)
        self.jobs = tuple(jobs)
        self.setParent(parent)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the layout by the width."""
        wide = event.size().width() < 1000 * scale()
        for job in self.jobs:
            job.set_wide(wide)
        self.set_most(3 if wide else 0)
        super().resizeEvent(event)
