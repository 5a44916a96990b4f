"""The last step: what the copy holds, what becomes of the book here, and the last receipt number."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.errors import AmountError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Signing
from imt_desktop.journal.copies.restoring import Asked
from imt_desktop.oversight.arriving import AHEAD, Arrived
from imt_desktop.ui.pages.fields import MOST_DIGITS
from imt_desktop.ui.widgets import (
    Card,
    Choice,
    ComboBox,
    DateEdit,
    LineEdit,
    Note,
    Words,
    shortened,
)
from imt_desktop.ui.wizard.step import Step
from imt_desktop.wording.copies import comparison_words, holds_words
from imt_desktop.wording.kinds import post_name

LOSES: Final = ("first-continues", "forked")
"""How a copy stands to the book here where that one has entries that the copy lacks."""


class AgreeingStep(Step):
    """Shows everything before anything is done."""

    def __init__(self, tr: Translator) -> None:
        super().__init__(tr, tr.gettext("Is this the right one?"))
        self.holds = Words("", wrap=True)
        card = Card(tr.gettext("The copy holds"))
        card.add(self.holds)
        self.becomes = Note("")
        self.loses = Note("", "triangle-alert")
        self.receipt_field = self.put(
            "last_receipt", tr.gettext("Highest receipt number that anybody holds"), LineEdit(),
            tr.gettext("receipts go on after it; 0 if there is none"),
        )  # fmt: skip
        self.who = ComboBox([])
        self.who_field = self.put("who", tr.gettext("Who brings it?"), self.who)
        self.day_field = self.put("today", tr.gettext("Which day is it today?"), DateEdit(tr))
        self.row(card)
        self.row(self.becomes)
        self.row(self.loses)
        self.row(self.receipt_field, self.who_field)
        self.row(self.day_field)
        self.column.addStretch(1)

    def show_arrived(self, found: Arrived) -> None:
        """Show a copy that was looked at."""
        tr = self.tr_
        self.holds.set_words("\n".join(holds_words(found.holds, tr)))
        self.becomes.set_words(_becomes(found, tr))
        self.loses.setVisible(found.relation in LOSES)
        self.loses.set_words(
            tr.gettext(
                "What only the book here has is not in the book afterwards. Open it first and compare"
                " the two on the page of copies."
            )
        )
        same = found.relation == "same"
        self.receipt_field.setVisible(found.asks_receipt or found.relation in LOSES)
        if not found.asks_receipt:
            self.receipt_field.set_hint(tr.gettext("leave it empty if the book here knows it"))
        people = [
            *(Choice(f"{one.name}, {post_name(one.post, {}, tr)}", one.id) for one in found.officers),
            Choice(tr.gettext("Nobody of them"), None),
        ]  # fmt: skip
        self.who.set_choices(people, people[0].value)
        self.who_field.setVisible(not same and bool(found.officers))
        self.day_field.hide()

    def ask_day(self) -> None:
        """Ask which day it is: the clock stands before the last entry."""
        self.day_field.show()

    def begin(self) -> None:
        """Stand on the first thing that is asked."""
        for field in (self.receipt_field, self.who_field):
            if field.isVisibleTo(self):
                field.editor.setFocus()
                return

    def asked(self) -> Asked:
        """Return what was typed. Raises AmountError and DateError beside their fields."""
        typed = self.text("last_receipt") if self.receipt_field.isVisibleTo(self) else ""
        if typed and not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
            raise AmountError(typed).beside("last_receipt")
        day: date | None = self.day("today") if self.day_field.isVisibleTo(self) else None
        return Asked(int(typed) if typed else None, day)

    def signing(self) -> Signing:
        """Return who brings it, without a PIN: who has one is not among those who are asked."""
        return Signing(self.value("who"))


def _becomes(found: Arrived, tr: Translator) -> str:
    """Say where the book will lie, and what happens to the one that is there."""
    name, folder = shortened(found.place.name, 80), str(found.place.parent)
    if found.relation == "same":
        words = tr.gettext("This book is on this laptop already, with the same entries: “{name}”.")
        return words.format(name=name)
    against = found.holds.against
    if against is not None:
        copy = shortened(found.holds.path.stem, 60)
        how = comparison_words(against, tr.gettext("The book here"), copy, tr)
        if found.relation == AHEAD:
            return how
        kept = tr.gettext("Nothing is overwritten: the book here is kept under another name.")
        return f"{how}\n{kept}"
    if found.there:
        words = tr.gettext(
            "“{name}” cannot be read. Nothing is overwritten: it is kept as it is, under another name."
        )
        return words.format(name=name)
    return tr.gettext("The book will lie in {folder}, as “{name}”.").format(
        folder=folder, name=name
    )
