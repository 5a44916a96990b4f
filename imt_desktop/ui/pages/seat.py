"""Who sits at the computer and may not book: said beforehand, beside what is shut for it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from imt_desktop.committee.errors import PostReadsOnlyError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Button, shortened

_LETTERS = 60


def why_not(desk: Desk, kind: str = "") -> str:
    """Say why whoever sits here makes no entry of a kind; empty where nothing is in the way.

    Without a ``kind`` it is one that only the committee makes.
    """
    officer = desk.officer
    if officer is None or desk.may(kind):
        return ""
    return desk.sentence(PostReadsOnlyError(shortened(officer.name, _LETTERS), officer.post))


class OnlyOfficers(QObject):
    """Shuts buttons that book at once while whoever sits here may not; follows who sits."""

    def __init__(self, desk: Desk, parent: QObject, *buttons: Button, kind: str = "") -> None:
        super().__init__(parent)
        self._desk, self._buttons, self._kind = desk, buttons, kind
        desk.seated.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        why = why_not(self._desk, self._kind)
        for button in self._buttons:
            button.shut(why)
