"""A row of a run of bills in words: how it is worked out, and what belongs to it besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.charging.overview import ChargeRow, Doubt
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.money import Currency
from imt_desktop.wording.charges import Explaining, briefly
from imt_desktop.wording.readings import usual_words

DOUBTS: Final[Mapping[str, str]] = {
    "estimated": mark("the meter could not be read: estimated"),
    "unread": mark("the meter was never read: no use is charged"),
    "stuck": mark("the meter stands still: the usual {usual} is charged"),
    "replaced": mark("the meter was replaced"),
    "far": mark("more than three times the usual {usual}"),
    "none": mark("nothing used; {usual} is usual"),
}
"""What is to be asked about a reading that a bill rests on."""


class RowWords(Struct, frozen=True):
    """What a row says: ``main`` how the fee is worked out, ``beside`` what lessens it or comes on top.

    Why somebody pays less is not said: bills are made where a queue may look on.
    """

    main: str
    beside: str
    doubt: str


def row_words(row: ChargeRow, tr: Translator, currency: Currency) -> RowWords:
    """Explain a row."""
    fee = row.fee.parts if row.fee else ()
    less = [part for part in fee if part.what == "relief"]
    rounds = [part for part in fee if _rounds(part, fee)]
    main = tuple(part for part in fee if part.what != "relief" and not _rounds(part, fee))
    said = [*Explaining(main, tr, currency).lines()]
    beside = [
        *Explaining(less, tr, currency).lines(),
        *Explaining(rounds, tr, currency).lines(),
        *briefly([part for line in row.extras for part in line.parts], tr, currency),
    ]
    if not said and beside:
        said, beside = beside[:1], beside[1:]
    return RowWords(
        ", ".join(said), ", ".join(beside), doubt_words(row.doubt, tr) if row.doubt else ""
    )


def _rounds(part: ChargePart, parts: Sequence[ChargePart]) -> bool:
    """Whether a part only rounds what a discount left."""
    after = parts[parts.index(part) - 1] if part in parts else part
    return part.what == "rounding" and after.what == "relief"


def doubt_words(doubt: Doubt, tr: Translator) -> str:
    """Say what is to be asked."""
    usual = usual_words(doubt.usual, tr, doubt.unit)
    return tr.gettext(DOUBTS[doubt.what]).format(usual=usual)
