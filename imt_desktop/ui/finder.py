"""Find anything over any page: opens the box, and then what was chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.jobs import jobs_for
from imt_desktop.ui.shell import PageEntry

if TYPE_CHECKING:
    from imt_desktop.ui.pages.finding.hits import Hit
    from imt_desktop.ui.pages.finding.palette import Palette


class Finder(QObject):
    """Belongs to a window; ``entries`` names the pages that there are."""

    def __init__(
        self, desk: Desk, window: QWidget, entries: Callable[[], Sequence[PageEntry]]
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._entries = desk, window, entries

    def open(self) -> Palette:
        """Ask what is looked for."""
        from imt_desktop.ui.pages.finding.hits import (  # Home does not wait for what it needs
            elsewhere,
            places,
        )
        from imt_desktop.ui.pages.finding.palette import Palette

        desk = self._desk
        entries, jobs = self._entries(), jobs_for(desk.pages)
        palette = Palette(
            self._window,
            desk,
            lambda words: [*places(entries, jobs, words, desk.tr)],
            lambda words: elsewhere(entries, words, desk.tr),
        )
        palette.chosen.connect(self._open_hit)
        palette.open()
        return palette

    def _open_hit(self, hit: Hit) -> None:
        if hit.ref is None:
            self._desk.go.emit(hit.page, hit.what)
        else:
            from imt_desktop.ui.pages.members.line_acts import open_ref  # as above

            open_ref(self._window, self._desk, hit.ref)
