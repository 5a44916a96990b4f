"""What the last button would do, and why it cannot be pressed yet."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.bringing_in.outcome import Outcome
from imt_desktop.wording.spreadsheets import bring_in_words


class Ready(Struct, frozen=True):
    """The words of the button, whether it can be pressed, and a sentence to that."""

    button: str
    can_book: bool
    why: str


def ready(outcome: Outcome, leave_out: bool, tr: Translator) -> Ready:
    """Say what would be booked; wrong rows have to be left out, or put right in the file."""
    n = outcome.good
    button = bring_in_words(outcome.draft.kind, n, outcome.sums, tr)
    if not n and not outcome.names and outcome.draft.kind in ("opening", "payments"):
        why = tr.gettext("There are no members in the book yet: bring them in first.")
        return Ready(button, False, why)
    if not n:
        return Ready(button, False, tr.gettext("There is nothing to bring in."))
    if outcome.wrong and not leave_out:
        why = tr.gettext("Fix the wrong rows in the file and read it again, or leave them out.")
        return Ready(button, False, why)
    return Ready(button, True, tr.gettext("Nothing is booked before you press the button."))
