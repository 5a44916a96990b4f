"""What stands at the foot of each sheet of a paper that has several: its number, and the paper's code."""

from __future__ import annotations

from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper.bilingual import DOT, Bilingual
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.sheet import Align, Sheet

WHERE = (A4.width / 2, A4.height - 38)


def sheet_foot(
    sheet: Sheet, words: Bilingual, anchor: Anchor | None, number: int, count: int, *,
    block: int = -1, at: tuple[float, float] = WHERE, size: float = 8.5, align: Align = "centre",
) -> None:  # fmt: skip
    """Write the number of a sheet, which counts from 0, and the paper's code and entry.

    ``block`` is the sheet that has the block with the square code, and needs no other: the last as a
    rule. A sheet may be shown alone, and what stands here can be typed.
    """
    tr = words.main
    said = [tr.gettext("Page {n} of {all}").format(n=number + 1, all=count)]
    if anchor and number != range(count)[block]:
        said += [in_fours(anchor.code), tr.gettext("Entry {n}").format(n=tr.number(anchor.entry))]
    sheet.text(*at, DOT.join(said), size, REGULAR, SOFT, align)
