"""What somebody did, in one sentence for every kind of entry: the lines of the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.journal import Entry, Recorded
from imt_desktop.money import Currency
from imt_desktop.oversight.trail import Known
from imt_desktop.wording.deeds import (
    audits,
    charging,
    closing,
    committee,
    complaints,
    meetings,
    members,
    money,
    plan,
    service,
    support,
)
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.entries import kind_words

SENTENCES: Final[Mapping[type[Entry], Say]] = {
    **committee.SENTENCES,
    **members.SENTENCES,
    **money.SENTENCES,
    **closing.SENTENCES,
    **charging.SENTENCES,
    **plan.SENTENCES,
    **complaints.SENTENCES,
    **meetings.SENTENCES,
    **service.SENTENCES,
    **audits.SENTENCES,
    **support.SENTENCES,
}
"""A sentence for each kind of entry."""


def deed_words(recorded: Recorded, known: Known, tr: Translator, currency: Currency) -> str:
    """Say what an entry did; a kind without a sentence of its own is named."""
    say = SENTENCES.get(type(recorded.entry))
    if say is None:
        return kind_words(recorded.envelope.kind, tr)
    return say(recorded.entry, Said(tr, currency, known)).strip()
