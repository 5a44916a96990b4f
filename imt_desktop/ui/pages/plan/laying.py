"""Where everything on the board lies: lanes under one another, four columns, cards in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics

from imt_desktop.plan.actions import STATES
from imt_desktop.ui.pages.plan.face import Face, Lane
from imt_desktop.ui.theme import em, font, scale, width_of
from imt_desktop.ui.widgets.draw import lines_of

WEIGHTS: Final = (1.0, 1.25, 1.15, 1.0)
HEAD: Final = 36
TALL_HEAD: Final = 54
"""Where a column is too narrow for its word beside the sign: the word stands below."""
GAP, PAD, INSET = 10, 9, 11
FOLDED: Final = 2
"""Done cards of a lane that are shown; the others fold away."""
PHOTO: Final = 52
MOST_LINES: Final = 8
"""Of a title, a reason or a figure: on a narrow card, too, nothing is cut that people usually write."""
_LANE_WIDE, _LANE_NARROW = 150, 120


class Placed(Struct, frozen=True):
    """A card, or with no face the line that unfolds a lane's done ones."""

    lane: int
    """Position of the lane."""
    column: int
    rect: QRectF
    face: Face | None
    more: int = 0
    """How many are folded away; below 0: they are unfolded and can be folded."""


class Laid(Struct, frozen=True):
    """The whole board."""

    heads: tuple[QRectF, ...]
    lanes: tuple[QRectF, ...]
    """Where the words of each lane stand."""
    cells: tuple[tuple[QRectF, ...], ...]
    cards: tuple[Placed, ...]
    height: float

    def column_at(self, left: float) -> int | None:
        """Return the column that lies there."""
        for column, head in enumerate(self.heads):
            if head.left() - GAP / 2 <= left < head.right() + GAP / 2:
                return column
        return None


def lay(
    width: int, lanes: Sequence[Lane], faces: Sequence[Face], unfolded: AbstractSet[int]
) -> Laid:
    """Lay the board out; narrow ones have the words of a lane above its cells."""
    beside = width >= em(760)
    left = (em(_LANE_WIDE) if width >= em(960) else em(_LANE_NARROW)) + GAP if beside else 0
    room = width - left - 3 * GAP
    wides = [room * weight / sum(WEIGHTS) for weight in WEIGHTS]
    lefts = [left + sum(wides[:at]) + at * GAP for at in range(4)]
    top: float = em(HEAD if width >= em(640) else TALL_HEAD)
    heads = tuple(QRectF(lefts[at], 0, wides[at], top) for at in range(4))
    named, cells, cards = [], [], []
    for number, lane in enumerate(lanes):
        tall = lane_height(lane, left - GAP if beside else width, beside)
        named.append(QRectF(0, top, left - GAP if beside else width, tall))
        top += 0 if beside else tall
        columns = [
            _cell(number, at, QRectF(lefts[at], top, wides[at], 0), lane, faces, unfolded)
            for at in range(4)
        ]
        deep = max([em(88), tall if beside else 0, *(bottom - top for _, bottom in columns)])
        cells.append(tuple(QRectF(lefts[at], top, wides[at], deep) for at in range(4)))
        cards += [one for placed, _ in columns for one in placed]
        top += deep + GAP
    return Laid(heads, tuple(named), tuple(cells), tuple(cards), top - GAP)


def _cell(
    number: int,
    column: int,
    where: QRectF,
    lane: Lane,
    faces: Sequence[Face],
    unfolded: AbstractSet[int],
) -> tuple[list[Placed], float]:
    state = STATES[column]
    mine = [one for one in faces if one.lane == lane.problem and one.state == state]
    open_ = lane.problem in unfolded
    folds = state == "done" and len(mine) > FOLDED + 1
    shown = mine[:FOLDED] if folds and not open_ else mine
    left, wide, bottom = where.left() + PAD, where.width() - 2 * PAD, where.top() + PAD
    placed = []
    for face in shown:
        rect = QRectF(left, bottom, wide, card_height(face, int(wide)))
        placed.append(Placed(number, column, rect, face))
        bottom = rect.bottom() + PAD
    if folds:
        rect = QRectF(left, bottom - 3, wide, em(28))
        placed.append(Placed(number, column, rect, None, -1 if open_ else len(mine) - FOLDED))
        bottom = rect.bottom() + PAD / 2
    return placed, bottom


def card_height(face: Face, wide: int) -> float:
    """Return how high a card is at a width."""
    return _height(face, wide, scale())


@lru_cache(maxsize=2048)
def _height(face: Face, wide: int, scaled: float) -> float:
    room = wide - 2 * INSET
    tall: float = 2 * 9 + len(title_lines(face.title, room, scaled)) * em(18)
    if face.state == "dropped":
        return tall + len(reason_lines(face.reason, room, scaled)) * em(17) + 2
    if face.photo:
        tall += em(PHOTO) + 8
    if face.figure:
        tall += figure_height(face, room) + 2
    if foot_fits(face, room):
        return tall + em(24) + 6
    return tall + em(26 + 18 * len(when_lines(face, room))) + 6


def foot_fits(face: Face, room: int) -> bool:
    """Whether the day and the evidence find room beside the avatar; a state is never cut."""
    words = width_of(face.when.words, "second", not face.plain_when)
    proof = em(14 + 12) + 12 if face.evidence else 0
    return em(24) + 8 + em(16) + 5 + words + proof <= room


def when_lines(face: Face, room: int) -> list[str]:
    """Break the day or the state of a card that finds no room beside the avatar."""
    return lines_of(face.when.words, font("second", not face.plain_when), room - em(16) - 5, 3)


@lru_cache(maxsize=2048)
def title_lines(words: str, room: int, _scale: float) -> list[str]:
    """Break the title of a card."""
    return lines_of(words, font("body", True), room, MOST_LINES)


@lru_cache(maxsize=512)
def reason_lines(words: str, room: int, _scale: float) -> list[str]:
    """Break the reason of a dropped card."""
    return lines_of(words, font("second"), room, MOST_LINES)


def figure_below(face: Face, room: int) -> list[str]:
    """Break the words of a figure that find no room beside its past; empty where they do."""
    assert face.figure is not None
    words, small = face.figure.words, font("second")
    beside = em(64 + 8 + 20) if face.figure.past else em(20)
    if QFontMetrics(small).horizontalAdvance(words) <= room - beside:
        return []
    return lines_of(words, small, room if face.figure.past else room - em(20), MOST_LINES)


def figure_height(face: Face, room: int) -> float:
    """Return how high a figure is on a card: its past, and its words beside or below it."""
    assert face.figure is not None
    below = len(figure_below(face, room))
    if not below:
        return em(22)
    return em(22) + em(18) * (below if face.figure.past else below - 1)


def lane_height(lane: Lane, wide: float, beside: bool) -> float:
    """Return how much the words of a lane need."""
    return _lane_height(lane, wide, beside, scale())


@lru_cache(maxsize=256)
def _lane_height(lane: Lane, wide: float, beside: bool, _scale: float) -> float:
    titles, words = lane_lines(lane, int(wide), beside)
    return 10 + (em(28) if beside else 0) + len(titles) * em(19) + len(words) * em(17) + 10


def lane_lines(lane: Lane, wide: int, beside: bool) -> tuple[list[str], list[str]]:
    """Break the words of a lane."""
    room = wide - (4 if beside else em(32))
    titles = lines_of(lane.title, font("body", True), room, 5 if beside else 2)
    return titles, lines_of(lane.words, font("second"), room, 6 if beside else 2)
