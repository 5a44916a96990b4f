"""What an invitation says, in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports.invitation.facts import Gathering
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.wording.community import meeting_words, needed_words


def title(tr: Translator) -> str:
    """The one message."""
    return tr.gettext("You are invited")


def which(meeting: Gathering, tr: Translator) -> str:
    """Name the meeting."""
    return meeting_words(meeting.what, meeting.zone, tr)


def about(tr: Translator) -> str:
    """What stands over the agenda."""
    return tr.gettext("What it is about")


def when_and_where(meeting: Gathering, words: Bilingual) -> Iterator[tuple[str, Pair]]:
    """Say the day, the hour and the place, each with its icon."""
    yield "calendar-days", words.both(lambda tr: tr.weekday(meeting.day))
    if meeting.hour:
        yield "clock", Pair(meeting.hour)
    if meeting.place:
        yield "map-pin", Pair(meeting.place)


def more(meeting: Gathering, words: Bilingual) -> Iterator[tuple[str, Pair]]:
    """Say whom it takes, each with its icon."""
    if meeting.what != "committee":
        yield (
            "users",
            words.both(lambda tr: tr.gettext("Women and men: whoever cannot come sends somebody.")),
        )
    if meeting.quorum is not None:
        yield "gavel", words.both(partial(needed_words, meeting.quorum))
