"""What an officer has in hands: the usual things, in every language whichever they were written down in."""

from __future__ import annotations

from functools import cache
from typing import Final

from imt_desktop.i18n import LANGUAGES, Translator, mark

USUAL: Final = (
    mark("Keys of the cash box and the office"),
    mark("Receipt pads"),
    mark("Stamp"),
    mark("The bank's book and its papers"),
    mark("Vouchers in their envelopes"),
    mark("Minutes and contracts"),
    mark("This computer and its charger"),
    mark("The stick with the copy, and its words"),
)
"""What an officer usually has in hands, as at the screen."""


def thing_words(what: str, tr: Translator) -> str:
    """Name a thing; a usual one in this language, as a handover keeps the words of its screen."""
    usual = _usual().get(what)
    return what if usual is None else tr.gettext(usual)


@cache
def _usual() -> dict[str, str]:
    every = (Translator(one.code) for one in LANGUAGES)
    return {tr.gettext(what): what for tr in every for what in USUAL}
