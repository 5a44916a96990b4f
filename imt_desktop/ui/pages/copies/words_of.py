"""How copies are put into words on the page and in its dialogs."""

from __future__ import annotations

from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.ui.pages.copies.looking import Side

_WHY: Final = {
    "asked": mark("made by hand"),
    "closing": mark("at the end of work"),
    "daily": mark("each day"),
    "gone": mark("when the file of the book was gone"),
    "import": mark("before bringing in a spreadsheet"),
    "restore": mark("before a copy was brought back"),
    "upgrade": mark("before a new version of the program"),
}


def reason_words(reason: str, tr: Translator) -> str:
    """Say why a copy was made."""
    return tr.gettext(_WHY[reason])


def side_words(side: Side, tr: Translator) -> tuple[str, ...]:
    """List what only one of two copies has, line by line."""
    if not side.more:
        return side.told
    words = tr.ngettext("and {n} entry more", "and {n} entries more", side.more)
    return (*side.told, words.format(n=tr.number(side.more)))
