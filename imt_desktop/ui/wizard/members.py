"""The last step: how the members come into the book."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Choice, ChoiceCards, Note
from imt_desktop.ui.wizard.step import Step

Begin = tuple[str, object]
"""The page that opens after the book was founded, and what it begins."""

SPREADSHEET, TYPE, LATER = "spreadsheet", "type", "later"


class MembersStep(Step):
    """Bring in a list, type the first household, or look around first."""

    def __init__(self, tr: Translator, folder: str) -> None:
        super().__init__(
            tr,
            tr.gettext("Members"),
            tr.gettext("Each household is one member. How do they come into the book?"),
        )
        choices = (
            Choice(
                tr.gettext("From a spreadsheet"), SPREADSHEET, "file-spreadsheet",
                tr.gettext("We have a list on a computer, with what they owe"),
            ),
            Choice(
                tr.gettext("We type them in"), TYPE, "user-plus",
                tr.gettext("The list is on paper, or there is none"),
            ),
            Choice(
                tr.gettext("Later"), LATER, "house", tr.gettext("We want to look around first")
            ),
        )  # fmt: skip
        self.cards = ChoiceCards(choices, TYPE, column=True, name=self.title)
        self.put("members", tr.gettext("Choose one"), self.cards)
        self.row(self.fields["members"])
        words = tr.gettext("The book will lie on this computer, in the folder {folder}.")
        self.row(Note(words.format(folder=folder)))
        self.column.addStretch(1)

    def begin_with(self) -> str:
        """Return what was chosen."""
        return str(self.cards.value())
