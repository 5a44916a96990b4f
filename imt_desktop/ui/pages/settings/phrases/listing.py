"""The list of sentences: what papers say, and the own words, as far as the search asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.phrasebook import checked
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.settings.phrases.rows import GivenWords, Left, PhraseRow, found
from imt_desktop.ui.widgets import Card, Column, Table, Words

_EACH: Final = 200
"""Pixels at scale 1 that each of the two columns has at least; they share the rest evenly."""


class PhraseList(Card):
    """Shows the sentences of one language, own words in bold with a sign; announces the chosen one."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, tr: Translator, given: GivenWords, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, ground="card", parent=parent)
        self._tr, self._given = tr, given
        self._code = ""
        self._rows: Sequence[PhraseRow] = ()
        self.table = Table(
            self._columns(), tr.gettext("Sentences on papers"), identity=lambda row: row.english
        )
        self._none = Words(tr.gettext("No sentence is like that."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._none.hide()
        self.add(self.table)
        self.add(self._none)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    def _columns(self) -> tuple[Column[PhraseRow], ...]:
        tr = self._tr
        counts = {
            "one": tr.pgettext("how many a sentence counts", "one"),
            "several": tr.pgettext("how many a sentence counts", "several"),
        }
        return (
            Column[PhraseRow](
                tr.gettext("The program's words"),
                lambda row: row.programs,
                note=lambda row: f"({counts[row.counts]})" if row.counts else "",
                second=lambda row: row.english if row.english != row.programs else "",
                width=_EACH,
                stretch=1,
            ),
            Column[PhraseRow](
                tr.gettext("Own words"),
                self._own,
                bold=True,
                icon=self._sign,
                icon_ink=lambda row: "bad" if self.mistake(row) else "teal",
                width=_EACH,
                stretch=1,
            ),
        )

    def _own(self, row: PhraseRow) -> str:
        return self._given.of(self._code, row.english).strip()

    def _sign(self, row: PhraseRow) -> str:
        if self.mistake(row):
            return "circle-x"
        if self._given.is_typed(self._code, row.english):
            return "pencil"
        return "check" if self._own(row) else ""

    def mistake(self, row: PhraseRow) -> UserError | None:
        """Return what is wrong with words that were typed."""
        if not self._given.is_typed(self._code, row.english):
            return None
        try:
            checked(row.english, self._given.of(self._code, row.english))
        except UserError as error:
            return error
        return None

    def show_rows(self, code: str, rows: Sequence[PhraseRow]) -> None:
        """List the sentences of a language."""
        self._code, self._rows = code, rows

    def count(self, left: Left) -> int:
        """Return how many of the sentences are of a sort."""
        return sum(found(row, self._own(row), "", left) for row in self._rows)

    def narrow(self, search: str, left: Left) -> None:
        """Show only what is searched for; the first is chosen where the chosen one went."""
        rows = [row for row in self._rows if found(row, self._own(row), search, left)]
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if rows and self.table.row() is None:
            self.table.choose(rows[0])

    def step(self, by: int) -> bool:
        """Choose the sentence before or after; returns whether there is one."""
        rows, now = self.table.rows(), self.table.row()
        at = rows.index(now) + by if now in rows else 0
        return 0 <= at < len(rows) and self.table.choose(rows[at])

    def redraw(self) -> None:
        """Draw the own words as they are now."""
        self.table.viewport().update()
