"""What papers say in the program's own words, for a committee that wants to say it in its own."""

from __future__ import annotations

from imt_desktop.committee.phrasebook import Sentence
from imt_desktop.i18n import Translator

_SEVERAL = 2


def programs_words(said: Sentence, tr: Translator) -> tuple[str, ...]:
    """Say a sentence of papers; where it counts, for one and for several."""
    one, context = said.texts[0], said.context
    if len(said.texts) > 1:
        many = said.texts[1]
        return tr.ngettext(one, many, 1), tr.ngettext(one, many, _SEVERAL)
    return (tr.pgettext(context, one) if context else tr.gettext(one),)
