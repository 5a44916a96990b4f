"""Words of a file that no list knows, and what expenses were for: each is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.rows import OpenWord
from imt_desktop.ledger.importing.synonyms import fold
from imt_desktop.ui.widgets import Choice, ComboBox, LabelledField, Words
from imt_desktop.wording.fields import as_title, code_name, field_name

_MOST: Final = 20
_LONGEST: Final = 60

Key = tuple[str, str]


class WordsBox(QWidget):
    """One list box a word."""

    chosen = Signal(str, str, str)
    """The field, the folded word, and the code that somebody chose for it."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self._words: dict[Key, OpenWord] = {}
        self.fields: dict[Key, LabelledField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._more = Words("", "second", wrap=True)
        self._column.addWidget(self._more)

    def forget(self) -> None:
        """Begin with another sheet or kind of data."""
        self._words = {}
        self._drop_all()

    def show_words(self, words: Sequence[OpenWord], meanings: Mapping[Key, str]) -> None:
        """Show open words, and those that were open and have a meaning now."""
        known = {key: word for key, word in self._words.items() if key in meanings}
        found = {**known, **{(word.field, fold(word.text)): word for word in words}}
        if found.keys() != self._words.keys():
            self._words = found
            self._drop_all()
            for key, word in list(found.items())[:_MOST]:
                self._add(key, word, meanings.get(key) or word.code)
        left = len(found) - _MOST
        self._more.setVisible(left > 0)
        self._more.set_words(
            self._tr.ngettext(
                "{n} more word is not known. Fix it in the file.",
                "{n} more words are not known. Fix them in the file.",
                max(left, 1),
            ).format(n=left)
        )
        self.setVisible(bool(found))

    def _drop_all(self) -> None:
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}

    def _add(self, key: Key, word: OpenWord, code: str | None) -> None:
        tr = self._tr
        choices = [Choice(code_name(word.field, one, tr), one) for one in word.choices]
        box = ComboBox(choices, code, tr.gettext("Choose what it means"))
        box.chosen.connect(lambda value: self.chosen.emit(*key, str(value)))
        where = tr.ngettext("{column}, {n} row", "{column}, {n} rows", word.rows).format(
            column=as_title(field_name(word.field, tr)), n=tr.number(word.rows)
        )
        text = " ".join(word.text.split())
        label = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        self.fields[key] = LabelledField(tr.gettext("“{words}”").format(words=label), where, box)
        self._column.insertWidget(self._column.count() - 1, self.fields[key])
