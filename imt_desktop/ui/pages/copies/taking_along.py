"""Taking the book to another laptop: sealed onto a stick, opened there, and written only there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal.copies import sealing
from imt_desktop.journal.copies.words import new_words
from imt_desktop.oversight import copies
from imt_desktop.oversight.remembered import remember_leaving, remember_stick
from imt_desktop.settings import places
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.copies.sealed import Long, free, show_words
from imt_desktop.ui.widgets import Note, Words


class TakeAlong(Long):
    """Tells the three steps, and does the first one: the whole book, sealed with words."""

    def __init__(self, page: QWidget, desk: Desk, folder: Path) -> None:
        tr = desk.tr
        super().__init__(
            page, desk, tr.gettext("Take the book to another laptop"), tr.gettext("Seal it"),
            tr.gettext("There must always be one laptop only on which the book is written."), 600,
        )  # fmt: skip
        self._page, self._folder = page, folder
        for n, (step, how) in enumerate(_steps(tr), 1):
            words = tr.gettext("{n}. {step}").format(n=tr.number(n), step=step)
            self.add(Words(words, "strong", wrap=True))
            self.note(how)
        self.add(
            Note(
                tr.gettext(
                    "This laptop keeps its book and reminds everybody that it went. Whoever writes here"
                    " all the same makes two books that no longer fit together."
                ),
                "triangle-alert",
            )
        )
        self.add(self.busy)
        self.submits(lambda _again: self._seal())

    def _seal(self) -> None:
        if self._saving:
            return
        desk, words = self.desk, new_words()
        book, today, memory = desk.book, desk.today, places().config
        sealed = free(self._folder, f"{book.path.stem} {today}", sealing.ENDING)

        def job() -> None:
            copies.seal(book.path, sealed, opens=words, private=True)
            remember_stick(memory, book.id, today, sealed)
            remember_leaving(memory, book.id, today)

        def gone() -> None:
            tr = desk.tr
            then = tr.gettext(
                "Now take stick and paper to the other laptop. Make no entries here any more."
            )
            desk.changed.emit(Changes())
            show_words(self._page, desk, sealed, words, then)

        self.does(job, gone)


def _steps(tr: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (
            tr.gettext("Here: the whole book goes onto the stick"),
            tr.gettext("It is sealed with words that come next: write them down."),
        ),
        (
            tr.gettext("On the other laptop: start the program"),
            tr.gettext(
                "Press “Bring a book from a copy or another laptop”, choose the file on the stick, and"
                " type the words."
            ),
        ),
        (
            tr.gettext("From then on it is written only there"),
            tr.gettext("Each officer sets the PIN there again."),
        ),
    )
