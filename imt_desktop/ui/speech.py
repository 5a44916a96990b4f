"""Choosing a language, with a word beside it where its translation is a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ui.widgets.badge import StateWord
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.combo_box import ComboBox
from imt_desktop.ui.widgets.labelled_field import LabelledField
from imt_desktop.ui.widgets.states import draft
from imt_desktop.ui.widgets.words import shortened


def is_draft(code: str) -> bool:
    """Whether no native speaker has read the words of a language over yet."""
    return Translator(code).draft


def language_choices() -> list[Choice]:
    """Offer all languages by their own names."""
    return [Choice(one.name, one.code) for one in LANGUAGES]


def spoken_name(one: Spoken) -> str:
    """Name a language of papers, in one line."""
    names = {known.code: known.name for known in LANGUAGES}
    return shortened(one.name) or names.get(one.code, one.code)


def spoken_choices(spoken: Iterable[Spoken]) -> list[Choice]:
    """Offer languages of papers by their own names."""
    return [Choice(spoken_name(one), one.code) for one in spoken]


class SpeechField(QWidget):
    """A list box of languages; under it stands whether the chosen one is a draft.

    ``own`` are those that the committee named itself, where the language is that of papers.
    """

    chosen = Signal(object)
    """The code of the language that a person chose."""

    def __init__(
        self,
        tr: Translator,
        label: str,
        code: str,
        hint: str = "",
        none: str = "",
        own: Sequence[Spoken] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bases = {one.code: one.base for one in own}
        choices = [*language_choices(), *spoken_choices(own)]
        if none:
            choices.insert(0, Choice(none, ""))
        self.box = ComboBox(choices, code)
        self.field = LabelledField(label, hint, self.box)
        self._draft = StateWord(draft(tr.gettext("draft translation")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._draft)
        column.addStretch(1)
        self.box.currentIndexChanged.connect(lambda _: self._say())
        self.box.chosen.connect(self.chosen)
        self._say()

    def value(self) -> str:
        """Return the code of the language; nothing where none is chosen."""
        return str(self.box.value() or "")

    def set_value(self, code: str) -> None:
        """Choose a language."""
        self.box.set_value(code)

    @property
    def says_draft(self) -> bool:
        """Whether it says that the chosen language is a draft."""
        return not self._draft.isHidden()

    def _say(self) -> None:
        code = self.value()
        self._draft.setVisible(bool(code) and is_draft(self._bases.get(code, code)))
