"""The steps of billing everyone, beside the title: readings where there are meters, preview, print."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import ChoosableSteps, StepItem

READINGS: Final = "readings"
PREVIEW: Final = "preview"
PRINT: Final = "print"


class Stages(ChoosableSteps):
    """``wanted`` carries the step that somebody goes to."""

    wanted = Signal(str)

    def __init__(self, tr: Translator) -> None:
        self._names = {
            READINGS: tr.gettext("Readings"),
            PREVIEW: tr.gettext("Preview"),
            PRINT: tr.gettext("Bill and print"),
        }
        self._keys: tuple[str, ...] = (PREVIEW, PRINT)
        self._done: frozenset[str] = frozenset()
        self.stage = PREVIEW
        super().__init__((), tr.gettext("Steps"))
        self.chosen.connect(lambda at: self.wanted.emit(self._keys[at]))
        self.show_stage(PREVIEW)

    def offer(self, metered: bool, read: bool, billed: bool) -> None:
        """Say whether there are meters, whether all of them are read, and whether bills are made."""
        self._keys = (READINGS, PREVIEW, PRINT) if metered else (PREVIEW, PRINT)
        done = {READINGS: read, PREVIEW: billed, PRINT: False}
        self._done = frozenset(key for key, is_done in done.items() if is_done)
        self.show_stage(self.stage)

    @property
    def metered(self) -> bool:
        """Whether there is a step for readings."""
        return READINGS in self._keys

    def show_stage(self, stage: str) -> None:
        """Show where one is."""
        self.stage = stage
        self.set_steps(
            [
                StepItem(
                    self._names[key],
                    "now" if key == stage else "done" if key in self._done else "open",
                )
                for key in self._keys
            ]
        )
