"""The language of the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ui.speech import is_draft
from imt_desktop.ui.widgets import Choice, ChoiceCards
from imt_desktop.ui.wizard.step import Step


class LanguageStep(Step):
    """Large names of languages, each in its own; ``spoken`` announces the one that was chosen."""

    spoken = Signal(str)

    def __init__(self, tr: Translator) -> None:
        super().__init__(
            tr,
            tr.gettext("Language"),
            tr.gettext("Of the screens. Papers have their own languages, and both can be changed."),
        )
        words = tr.gettext("draft translation")
        choices = [
            Choice(one.name, one.code, "languages", words if is_draft(one.code) else "")
            for one in LANGUAGES
        ]
        self.cards = ChoiceCards(choices, tr.code, column=True, name=self.title)
        self.put("screen", tr.gettext("I read"), self.cards)
        self.cards.chosen.connect(lambda code: self.spoken.emit(str(code)))
        self.row(self.fields["screen"])
        self.column.addStretch(1)
