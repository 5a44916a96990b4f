"""What is due, in words: its sort, and what it is about."""

from __future__ import annotations

from imt_desktop.i18n import Translator, capital
from imt_desktop.period import Period
from imt_desktop.reports.yearly.build import CODED
from imt_desktop.wording.community import due_words, meeting_words
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.plan import point_words


def sort_of(what: str, words: str, tr: Translator) -> str:
    """Name what is due; a meeting by what kind it is, a closing by its month, or its months."""
    if what == "meeting":
        return meeting_words(words, "", tr)
    if what == "bills":
        return tr.gettext("Bills are due")
    said = due_words(what, tr)
    if what == "closing":
        return tr.about(said, tr.period(Period.parse(words), alone=False))
    if what in ("term", "finding") and words:
        return tr.about(said, capital(post_name(words, {}, tr)))
    return said


def about(what: str, words: str, tr: Translator) -> str:
    """Return the book's own words, where there are some; a paper that all are asked for has a name."""
    if what == "paper":
        return point_words(words, tr)
    return "" if what in CODED else words
