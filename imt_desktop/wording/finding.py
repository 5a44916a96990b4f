"""Finding, in words: a paper that is asked for by name, what a line is called, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.ledger.search import folded
from imt_desktop.oversight.finding import FoundLine, Named
from imt_desktop.wording.kinds import kind_name
from imt_desktop.wording.proof import NAMES
from imt_desktop.wording.states import item_words


def named_paper(text: str, tr: Translator) -> Named | None:
    """Read ``Receipt 1830``, ``Comprobante 224`` or ``minute 01/2025``; None where it is none of these.

    The words are those of every language, since a book's papers are in two, and those of ``tr``,
    which may know the committee's own.
    """
    for one in (tr, *(Translator(each.code) for each in LANGUAGES)):
        for sort, pattern in _names(one):
            number = _behind(text, pattern)
            number = _behind(number, one.gettext("no. {number}")) or number
            if any(letter.isdigit() for letter in number):
                return Named(sort, number)
    return None


def _names(tr: Translator) -> Iterator[tuple[Literal["receipt", "voucher", "minute"], str]]:
    yield "receipt", tr.gettext("Receipt {number}")
    yield "voucher", tr.gettext("Voucher {number}")
    yield "minute", tr.gettext("Minute {number}")


def _behind(text: str, pattern: str) -> str:
    """Return what stands where a pattern has its number; nothing where other words lead."""
    lead, typed = pattern.partition("{number}")[0].split(), text.split()
    if not lead or [*map(_bare, lead)] != [*map(_bare, typed[: len(lead)])]:
        return ""
    return " ".join(typed[len(lead) :]).lstrip("#")


def _bare(word: str) -> str:
    return folded(word).rstrip(".:")


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
