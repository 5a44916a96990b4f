"""How votes are spread: no, partly and yes as one bar, also in grey; who did not vote stays empty."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.reports.paper.bilingual import Pair
from imt_desktop.reports.paper.fonts import BOLD, width
from imt_desktop.reports.paper.ink import AMBER, INK, SOFT, TEAL, WHITE
from imt_desktop.reports.paper.sheet import Sheet

FILLS: Final = ((WHITE, INK), (AMBER, INK), (TEAL, WHITE))
"""Of no, partly and yes: what fills them, and the ink on it."""
SIZE: Final = 10.0


class Spread(Struct, frozen=True):
    """Votes of so many people who were there; ``words`` stand in the parts in place of their numbers."""

    votes: tuple[int, ...]
    present: int
    words: tuple[Pair, ...] = ()

    def draw(self, sheet: Sheet, x: float, y: float, wide: float, tall: float) -> None:
        """Draw the bar with its upper left corner at x, y."""
        sheet.rect(x, y, wide, tall, None, SOFT, 0.7, dash=(2, 2))
        left = x
        for at, (votes, (fill, on)) in enumerate(zip(self.votes, FILLS, strict=False)):
            part = wide * votes / max(self.present, 1)
            if votes:
                sheet.rect(left, y, part, tall, fill, SOFT, 0.7, 0, "ground")
                self._say(sheet, at, left + part / 2, y + tall / 2, part, on)
            left += part

    def _say(self, sheet: Sheet, at: int, x: float, middle: float, part: float, on: str) -> None:
        if self.words:
            pair = self.words[at]
            base = middle + (SIZE * 0.36 if not pair.second else -1)
            sheet.pair(
                x, base, pair, 9, part - 3, colour=on, soft=on, align="centre", lines=1, second=8
            )
            return
        said = str(self.votes[at])
        if width(said, BOLD, SIZE) < part - 1:
            sheet.text(x, middle + SIZE * 0.36, said, SIZE, BOLD, on, "centre")
