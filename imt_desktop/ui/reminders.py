"""While the program stays open: a copy each day, and once a week the question for the stick."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight.remembered import (
    DAYS_BETWEEN_STICKS,
    recall,
    remember_asking,
    stick_is_asked,
)
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets.confirm_dialog import ConfirmDialog

log = logging.getLogger(__name__)

_MINUTES: Final = 10
"""Between two looks at whether today has its copy."""


class Reminders(QObject):
    """``copied`` announces the copy of a day, or with an error that there is none; ``stick_due``
    the day of the last sealed copy (or None) where it is time for the next one.

    A book that is only read needs neither, and a practice book no stick.
    """

    copied = Signal(object)
    stick_due = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._copying = False
        self._missed = False
        self._begun = False
        self.timer = QTimer(self)
        self.timer.setInterval(_MINUTES * 60_000)
        self.timer.timeout.connect(self.copy)

    def begin(self) -> None:
        """Look from now on."""
        self._begun = True
        self.timer.start()

    def copy(self) -> None:
        """Make the copy of the day, in a process of its own; the next look tries again."""
        if self._copying or self._desk.read_only is not None:
            return
        book, today = self._desk.book, self._desk.today
        self._copying = True

        def job(stop: Event) -> bool:
            from imt_desktop.oversight.beside import copy_beside  # long after the first paint

            return copy_beside(book.path, book.id, today, stop)

        self._desk.aside(job, guarded(self, self._copied), guarded(self, self._not_copied))

    def _copied(self, new: bool) -> None:
        self._copying = False
        if new or self._missed:
            self._missed = False
            self.copied.emit(None)

    def _not_copied(self, error: UserError) -> None:
        log.warning("no copy of the day: %s", type(error).__name__)
        self._copying, self._missed = False, True
        self.copied.emit(error)

    def ask(self) -> None:
        """Ask for the stick where it is time, but not in a book's first week.

        Ask when somebody begins to work, never in the middle of it.
        """
        desk = self._desk
        if not self._begun or desk.read_only is not None or desk.committee.practice:
            return
        today = self._desk.today
        memory = recall(places().config, self._desk.book.id)
        if not stick_is_asked(memory, today):
            return

        def began(book: Reading) -> date:
            return book.recorded(1).on

        def old_enough(first: date) -> None:
            if today - first >= timedelta(days=DAYS_BETWEEN_STICKS):
                self.stick_due.emit(memory.sealed_on)

        self._desk.read(began, guarded(self, old_enough))

    def asked(self) -> None:
        """Remember that somebody was asked."""
        remember_asking(places().config, self._desk.book.id, self._desk.today)


class StickQuestion(ConfirmDialog):
    """Asks for the stick; leaving is harmless, and Home goes on saying that it is due."""

    def __init__(self, parent: QWidget, tr: Translator, last: date | None) -> None:
        if last is None:
            since = tr.gettext("There is no copy on a stick yet.")
        else:
            since = tr.gettext("The last copy on a stick is of {day}.").format(day=tr.date(last))
        why = tr.gettext(
            "A laptop can be stolen or break. A sealed copy in another house brings the book back, and"
            " who finds the stick reads nothing."
        )
        super().__init__(
            parent, tr, tr.gettext("Is the stick at hand?"), f"{since} {why}",
            tr.gettext("Make a copy for the stick"), tr.gettext("Not today"),
        )  # fmt: skip
