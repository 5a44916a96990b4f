"""What all pages share: they read the book off the window's thread and follow its changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QShowEvent
from shiboken6 import isValid

from imt_desktop.journal import Reading
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.shell import PageFrame
from imt_desktop.ui.widgets.note import Note
from imt_desktop.ui.widgets.tab_order import tab_as_one_reads

MOST_BROKEN: Final = 3
"""So many broken lines of the program's lists are named on a page."""

T = TypeVar("T")


def guarded(whose: QObject, then: Callable[[T], object]) -> Callable[[T], None]:
    """Return a function that hands an answer over only while the one it is for is still there."""

    def deliver(answer: T) -> None:
        if isValid(whose):
            then(answer)

    return deliver


class Page(PageFrame):
    """A page over the book. It loads when first shown, and again when the book has changed."""

    tabs_as_read = True
    """Whether Tab goes through the page as it stands, with chips and facts that were made later."""

    def __init__(self, desk: Desk, title: str, subtitle: str = "", scrolls: bool = True) -> None:
        super().__init__(desk.tr, title, subtitle, scrolls)
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._book_changed)

    def load(self) -> None:
        """Read what the page shows."""

    def show_what(self, what: object) -> None:
        """Show what another page asked for."""

    def standing(self) -> tuple[object, ...]:
        """Return what it is asked to show again when it is built anew, in another language."""
        return ()

    @property
    def help_key(self) -> str:
        """The help of the part that is shown, where it is not the page's own; empty: the page's."""
        return ""

    def leave_wall(self) -> None:
        """Fill the window no longer, where the page does: another one comes."""

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Whether the window may close now; otherwise ask, and ``go_on`` once the answer is yes."""
        return True

    def name_broken_lists(self) -> list[Note]:
        """Say what of the program's lists cannot be read: it is missing on the page."""
        from imt_desktop.oversight.packs import broken_packs  # Home has none

        tr, broken = self.desk.tr, broken_packs()
        said = [self.desk.sentence(error) for error in broken[:MOST_BROKEN]]
        if (n := len(broken) - len(said)) > 0:
            more = tr.ngettext("{n} more line is broken.", "{n} more lines are broken.", n)
            said.append(more.format(n=tr.number(n)))
        notes = [Note(words, "triangle-alert") for words in said]
        for note in notes:
            self.add(note)
        return notes

    def ask(self, job: Callable[[Reading], T], then: Callable[[T], object]) -> None:
        """Read the book; the answer comes only while this page is there."""
        self.desk.read(job, guarded(self, then))

    def _book_changed(self, _changes: Changes) -> None:
        self._stale = True
        self._freshen()

    def _freshen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.load()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Go on with Tab, or back."""
        if self.tabs_as_read:
            tab_as_one_reads(self)
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Load what changed while another page was shown."""
        super().showEvent(event)
        self._freshen()
