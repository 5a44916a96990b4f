"""What was found, in words: what a line is called, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping

from imt_desktop.i18n import Translator
from imt_desktop.oversight.finding import FoundLine
from imt_desktop.wording.kinds import kind_name
from imt_desktop.wording.proof import NAMES
from imt_desktop.wording.states import item_words


def line_title(one: FoundLine, own: Mapping[str, str], tr: Translator) -> str:
    """Name a line after its paper, or after what it is; ``own`` are the committee's kinds of money."""
    if one.what == "bill":
        return one.text if one.period is None and one.text else item_words(one.kind, one.period, tr)
    if one.receipt is not None:
        return tr.gettext("Receipt {number}").format(number=one.receipt)
    if one.what == "item":
        name = NAMES["loan" if one.kind == "loan" else "opening"]
        return tr.gettext(name)
    if one.what in NAMES:
        return tr.gettext(NAMES[one.what])
    if one.voucher:
        return tr.gettext("Voucher {number}").format(number=one.voucher)
    return tr.gettext("Payment") if one.what == "payment" else kind_name(one.kind, own, tr)


def line_about(one: FoundLine, own: Mapping[str, str], tr: Translator) -> str:
    """Say whose it is and what for, as far as the title has not said it."""
    whose = one.name or one.who
    if one.number:
        whose = tr.gettext("{name}, no. {number}").format(name=one.name, number=one.number)
    text = "" if one.what == "bill" and one.period is None else one.text
    kind = "" if one.what in ("bill", "payment", "item") else kind_name(one.kind, own, tr)
    said = [part for part in (whose, text or kind, one.reference) if part]
    return ", ".join(part for part in said if part != line_title(one, own, tr))
