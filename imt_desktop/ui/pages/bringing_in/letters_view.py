"""What only a text file has to be asked: how its letters were saved, what parts its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.errors import DelimiterUnknownError, EncodingUnknownError
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, Choice, ChoiceCards, Words
from imt_desktop.wording.fields import as_title
from imt_desktop.wording.spreadsheet_errors import DELIMITERS

_SAVED_BY: Final = {"cp1252": "Windows (cp1252)", "latin-1": "ISO 8859-1", "cp850": "DOS (cp850)"}
"""Encodings by the names under which programs offer them."""


class LettersView(QWidget):
    """One question with a few answers, each shown as the file would then read."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._about = ""
        self.cards: ChoiceCards | None = None
        self._card = Card(" ")
        self._why = Words("", "quiet", wrap=True)
        self._card.add(self._why)
        self._card.setMaximumWidth(em(720))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        whole.addStretch(1)

    def ask(self, error: UserError) -> bool:
        """Show the question that an error carries; returns whether it carries one."""
        tr = self._tr
        if isinstance(error, EncodingUnknownError):
            self._show(
                "encoding",
                tr.gettext("Which line reads right?"),
                tr.gettext("The letters of this file can be read in several ways."),
                [
                    Choice(sample, code, second=_SAVED_BY[code])
                    for sample, code in _different(error).items()
                ],
            )
        elif isinstance(error, DelimiterUnknownError):
            self._show(
                "delimiter",
                tr.gettext("What stands between the columns?"),
                tr.gettext("The columns of this file can be told apart in several ways."),
                [
                    Choice(as_title(tr.gettext(DELIMITERS[mark])), mark, second=_shown(mark))
                    for mark in error.choices
                ],
            )
        else:
            return False
        return True

    def begin(self) -> None:
        """Go to the first answer."""
        if self.cards is not None:
            self.cards.setFocus()

    def answer(self) -> tuple[str, str] | None:
        """Return what is asked, ``encoding`` or ``delimiter``, and the answer; None without one."""
        value = self.cards.value() if self.cards is not None else None
        return None if value is None else (self._about, str(value))

    def _show(self, about: str, title: str, why: str, choices: Sequence[Choice]) -> None:
        if self.cards is not None:
            self.cards.hide()
            self.cards.deleteLater()
        self._about = about
        self._card.set_title(title)
        self._why.set_words(why)
        self.cards = ChoiceCards(choices, column=True, name=title)
        self._card.add(self.cards)


def _different(error: EncodingUnknownError) -> dict[str, str]:
    """Return the samples that differ, each with the first encoding that gives it."""
    told = dict(zip(reversed(error.samples), reversed(error.choices), strict=True))
    return {sample: told[sample] for sample in dict.fromkeys(error.samples)}


def _shown(mark: str) -> str:
    return "" if mark == "\t" else mark
