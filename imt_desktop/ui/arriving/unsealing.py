"""The second step, for a sealed copy: the words on paper, or the file with somebody's secret key."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.copies.keys import KeyFile
from imt_desktop.ui.widgets import LineEdit
from imt_desktop.ui.wizard.step import Step


class UnsealingStep(Step):
    """Asks for what opens the copy: only one of both fields is shown."""

    def __init__(self, tr: Translator) -> None:
        super().__init__(tr, tr.gettext("Open the sealed copy"))
        self._by: Literal["keys", "words"] = "words"
        self.words_field = self.put("words", tr.gettext("Words"), LineEdit())
        self.key = KeyFile(tr)
        self.key_field = self.put("key", tr.gettext("File of the secret key"), self.key)
        self.row(self.words_field)
        self.row(self.key_field)
        self.column.addStretch(1)

    def show_sealed(self, by: Literal["keys", "words"]) -> None:
        """Say what opens it."""
        tr, self._by = self.tr_, by
        self.words_field.setVisible(by == "words")
        self.key_field.setVisible(by == "keys")
        if by == "words":
            self.second = tr.gettext("Type the words that were written down when it was made.")
        else:
            self.second = tr.gettext(
                "It is sealed for somebody's key: choose the file that has it."
            )

    def begin(self) -> None:
        """Stand on the field that is asked for."""
        (self.fields["words"].editor if self._by == "words" else self.key).setFocus()

    @property
    def by(self) -> str:
        """The field that is asked for."""
        return "words" if self._by == "words" else "key"

    def words(self) -> str:
        """Return the words that were typed."""
        return self.text("words")

    def key_file(self) -> Path | None:
        """Return the file of the key, where a key opens the copy."""
        return self.key.path() if self._by == "keys" else None
