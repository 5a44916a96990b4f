"""For when something is that was booked late: a day, or a month."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.period import Month, parse_day


def when_words(concerns: str, tr: Translator) -> str:
    """Name the day or month that a late entry is about; nothing where it is not late."""
    if not concerns:
        return ""
    month = len(concerns) == len("2026-09")
    return tr.month(Month.parse(concerns)) if month else tr.short_date(parse_day(concerns))


def late_words(concerns: str, tr: Translator) -> str:
    """Say for when a late entry is; nothing where it is not late."""
    when = when_words(concerns, tr)
    if not when:
        return ""
    return tr.pgettext("a day or month, of what was booked late", "for {when}").format(when=when)
