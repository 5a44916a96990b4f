"""What the poster "How to complain" says, in words."""

from __future__ import annotations

from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.period import Period
from imt_desktop.reports.complaining.facts import ComplainingFacts, Dealt
from imt_desktop.wording.community import category_words

EXAMPLES: Final = (
    ("no-water", "droplet-off"), ("leak", "droplets"), ("no-receipt", "receipt-text"),
    ("charge", "percent"), ("cut-off", "scissors"), ("money", "coins"),
)  # fmt: skip
"""What one may complain about, and its icon."""


def title(tr: Translator) -> str:
    """The one message."""
    return tr.gettext("A complaint? Tell us.")


def steps(tr: Translator) -> tuple[str, str, str]:
    """The three steps upwards."""
    return (
        tr.gettext("Tell us, any way"),
        tr.gettext("The committee looks into it"),
        tr.gettext("Not satisfied? Go higher"),
    )


def somebody_else(tr: Translator) -> str:
    """Who decides."""
    return tr.gettext("Somebody else decides, never the person it is about")


def days_words(facts: ComplainingFacts, tr: Translator) -> str:
    """What the number of days means."""
    if facts.working:
        return tr.ngettext("working day to answer you", "working days to answer you", facts.days)
    return tr.ngettext("day to answer you", "days to answer you", facts.days)


def higher_words(tr: Translator) -> str:
    """Where nobody is written down to go to."""
    return tr.gettext("the municipality, the county or the regulator")


def number_words(tr: Translator) -> str:
    """What whoever complains gets."""
    return tr.gettext("you get a number")


def take_words(tr: Translator) -> str:
    """What whoever goes higher takes along."""
    return tr.gettext("take your number with you")


def no_name(tr: Translator) -> str:
    """The first promise."""
    return tr.gettext("You need not give your name")


def no_harm(tr: Translator) -> str:
    """The second promise."""
    return tr.gettext("Nobody may punish you for it")


def dealt_words(dealt: Dealt, tr: Translator) -> str:
    """How the last months' complaints were dealt with."""
    words = tr.gettext(
        "{period}: {received} received, {in_time} answered in time, {fixed} put right"
    )
    return words.format(
        period=tr.period(Period(dealt.first, dealt.last)), received=tr.number(dealt.received),
        in_time=tr.number(dealt.in_time), fixed=tr.number(dealt.fixed),
    )  # fmt: skip


def example(code: str, facts: ComplainingFacts, tr: Translator) -> str:
    """Something to complain about, as the committee calls it."""
    return category_words(code, {one.code: one.name for one in facts.called}, tr)
