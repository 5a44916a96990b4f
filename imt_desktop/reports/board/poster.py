"""The planning board on sheets of A3 on their side: a lane for each problem, a column for each state.

A lane that is longer than a sheet goes on at the top of the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.i18n import Translator
from imt_desktop.plan.actions import STATES
from imt_desktop.plan.queries import BENCHMARK
from imt_desktop.reports.board import card as cards
from imt_desktop.reports.board.facts import BoardCard, BoardFacts, BoardLane
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA, ink
from imt_desktop.reports.paper.letterhead import signature, signature_height
from imt_desktop.reports.paper.mark import round_mark
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.wording.plan import state_words

WIDE: Final = A3.height
TALL: Final = A3.width
LEFT: Final = A3.margin
RIGHT: Final = WIDE - A3.margin
TOP: Final = 12 * MM + 2
BOTTOM: Final = TALL - 12 * MM
FLOOR: Final = 11.0
SIGNED: Final = 12.0
SIGNING: Final = 4
"""How many officers sign; the board hangs from visit to visit."""

MARK: Final = 58.0
"""Side of the committee's mark: the head leaves the height to the lanes."""
BAR: Final = 300.0
DONE: Final = RIGHT - 520.0
"""Where the bar begins that shows how many are done."""
LABEL: Final = 168.0
DRAWING: Final = 30.0
"""Side of a problem's drawing beside its number: it is known by it from 2 m."""
COLUMN: Final = (RIGHT - LEFT - LABEL) / len(STATES)
GAP: Final = 8.0
SPARE: Final = 60.0
"""How much higher than its cards a lane may be."""
HEAD: Final = 46.0
MEASURES: Final = replace(anchors.A3_POSTER, module=0.59, head=12, code=14, text=150)


class Part(Struct, frozen=True):
    """A lane, or what is left of it, on one sheet."""

    number: int
    lane: BoardLane
    columns: tuple[tuple[BoardCard, ...], ...]
    top: float
    tall: float


class Board(Struct, frozen=True):
    """What every sheet of the board needs."""

    facts: BoardFacts
    words: Bilingual
    anchor: Anchor | None


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(lambda tr: tr.gettext("Our plan"))


def sheets(board: Board) -> list[list[Part]]:
    """Lay the lanes out on as many sheets as they need."""
    trial = rehearsal(WIDE, TALL, FLOOR)
    top, bottom = _upper(trial, board), foot_top(board) - GAP
    pages: list[list[Part]] = [[]]
    y = top
    for number, lane in enumerate(board.facts.lanes, 1):
        left = [[one for one in lane.cards if one.state == state] for state in STATES]
        begun = False
        while any(left) or not begun:
            label = _label(rehearsal(WIDE, TALL, FLOOR), board, number, lane, 0)
            firsts = (_tall(board, column[0]) for column in left if column)
            least = max(label, *firsts, 0.0) + 2 * GAP
            if pages[-1] and y + least > bottom:
                pages.append([])
                y = top
            taken = [_take(board, column, bottom - y - GAP) for column in left]
            tall = max(label, *(_stack(board, one) for one in taken)) + 2 * GAP
            pages[-1].append(Part(number, lane, tuple(map(tuple, taken)), y, tall))
            left = [column[len(one) :] for column, one in zip(left, taken, strict=True)]
            y += tall + GAP
            begun = True
    return [_spread(page, bottom) for page in pages]


def _spread(parts: list[Part], bottom: float) -> list[Part]:
    """Give what is left of a sheet to its lanes: there is room for cards of paper then."""
    if not parts:
        return parts
    spare = min((bottom - parts[-1].top - parts[-1].tall) / len(parts), SPARE)
    return [
        replace(one, top=one.top + at * spare, tall=one.tall + spare)
        for at, one in enumerate(parts)
    ]


def _tall(board: Board, one: BoardCard) -> float:
    return cards.height(one, board.words, COLUMN - 2 * GAP, FLOOR)


def _stack(board: Board, column: Sequence[BoardCard]) -> float:
    return sum(_tall(board, one) + GAP for one in column) - GAP if column else 0.0


def _take(board: Board, column: list[BoardCard], room: float) -> list[BoardCard]:
    """Take the cards of a column that have room under each other."""
    used = 0.0
    for at, one in enumerate(column):
        used += _tall(board, one) + GAP
        if used > room:
            return column[:at]
    return column


def draw(sheet: Sheet, board: Board, parts: Sequence[Part], number: int, count: int) -> None:
    """Draw one sheet of the board."""
    sheet.floor = FLOOR
    y = _upper(sheet, board)
    if not board.facts.lanes:
        nothing = board.words.both(lambda tr: tr.gettext("No round of the toolbox has begun"))
        sheet.pair(LEFT, y + 40, nothing, 22, RIGHT - LEFT)
    for part in parts:
        _part(sheet, board, part)
    anchored = _foot(sheet, board)
    if count > 1:
        said = board.words.main.gettext("Page {n} of {all}").format(n=number + 1, all=count)
        sheet.text(anchored.left - 14, BOTTOM, said, FLOOR, REGULAR, SOFT, "right")


def _upper(sheet: Sheet, board: Board) -> float:
    """Draw what stands above the lanes; returns where they begin."""
    facts, words = board.facts, board.words
    round_mark(sheet, LEFT, TOP, MARK)
    x, room = LEFT + MARK + 14, DONE - LEFT - MARK - 30
    sheet.inline(x, TOP + 26, title(words), 32, room, colour=TEAL)
    heading, day = facts.heading, words.both(lambda tr: tr.date(facts.on))
    whose = DOT.join(part for part in (heading.committee, heading.area) if part)
    sheet.text(x, TOP + 44, whose, 15, BOLD, INK, room=room)
    sheet.text(x, TOP + 57, day.beside, FLOOR, REGULAR, SOFT, room=room)
    _headline(sheet, facts, words)
    y = woven(sheet, LEFT, TOP + MARK + 8, RIGHT - LEFT, 22.3) + 10
    for at, state in enumerate(STATES):
        _head(sheet, words, state, LEFT + LABEL + at * COLUMN + 3, y, COLUMN - 6)
    return y + HEAD + GAP


def _headline(sheet: Sheet, facts: BoardFacts, words: Bilingual) -> None:
    """Draw how many are done, beside a bar with the field's mark, and how many are late."""

    def said(tr: Translator) -> str:
        done = tr.gettext("{n} of {all} done")
        return done.format(n=tr.number(facts.done), all=tr.number(facts.counted))

    def good(tr: Translator) -> str:
        words = tr.gettext("good: {percent} % within a year")
        return words.format(percent=tr.number(BENCHMARK))

    def late(tr: Translator) -> str:
        n = facts.late
        return tr.ngettext("{n} late", "{n} late", n).format(n=tr.number(n))

    share = facts.done / facts.counted if facts.counted else 0.0
    sheet.rect(DONE, TOP + 4, BAR, 20, None, TEAL, 1.6)
    if share:
        sheet.rect(DONE, TOP + 4, BAR * share, 20, TEAL)
    at = DONE + BAR * BENCHMARK / 100
    sheet.line([(at, TOP), (at, TOP + 28)], TERRACOTTA, 3)
    sheet.pair(DONE, TOP + 44, words.both(good), 13, BAR, lines=1, second=11)
    x, room = DONE + BAR + 16, RIGHT - DONE - BAR - 16
    sheet.pair(x, TOP + 18, words.both(said), 22, room, colour=TEAL, lines=1, second=13, shrink=0.6)
    if facts.late:
        sheet.icon("circle-alert", x, TOP + 42, 15, TERRACOTTA)
        many = words.both(late).beside
        sheet.text(x + 20, TOP + 54, many, 13, BOLD, TERRACOTTA, room=room - 20)


def _head(sheet: Sheet, words: Bilingual, state: str, x: float, y: float, wide: float) -> None:
    on = sheet.panel(x, y, wide, HEAD, TEAL, 7)
    _shape(sheet, state, x + 24, y + HEAD / 2, 10, on)
    said = words.both(lambda tr: state_words(state, tr))
    base = y + (21 if said.second else HEAD / 2 + 6)
    sheet.pair(
        x + 44, base, said, 18, wide - 52, colour=on, soft=on, lines=1, second=13, shrink=0.6
    )


def _shape(sheet: Sheet, state: str, x: float, y: float, radius: float, colour: str) -> None:
    """Draw the sign of a state: dashed ring, ring with a dot, tick, cross."""
    if state == "done":
        sheet.icon("circle-check", x - radius * 1.2, y - radius * 1.2, radius * 2.4, colour)
        return
    middle = sheet.height - y
    with sheet.state():
        sheet.canvas.setStrokeColor(ink(colour))
        sheet.canvas.setFillColor(ink(colour))
        sheet.canvas.setLineWidth(2)
        if state == "not-started":
            sheet.canvas.setDash([4, 3])
        sheet.canvas.circle(x, middle, radius, stroke=1, fill=0)
        if state == "under-way":
            sheet.canvas.circle(x, middle, radius * 0.3, stroke=0, fill=1)
    if state == "dropped":
        arm = radius * 0.4
        sheet.line([(x - arm, y - arm), (x + arm, y + arm)], colour, 2)
        sheet.line([(x - arm, y + arm), (x + arm, y - arm)], colour, 2)
    sheet.note("icon", x - radius, y - radius, 2 * radius, 2 * radius, state)


def _part(sheet: Sheet, board: Board, part: Part) -> None:
    fill = None if sheet.saving else PAPER
    sheet.rect(LEFT, part.top, RIGHT - LEFT, part.tall, fill, LINE, 1, 6)
    _label(sheet, board, part.number, part.lane, part.top + GAP)
    for at, column in enumerate(part.columns):
        x, y = LEFT + LABEL + at * COLUMN, part.top + GAP
        sheet.line([(x, y), (x, part.top + part.tall - GAP)], LINE, 0.9, (4, 4))
        for one in column:
            y = cards.draw(sheet, one, board.words, x + GAP, y, COLUMN - 2 * GAP) + GAP


def _label(sheet: Sheet, board: Board, number: int, lane: BoardLane, y: float) -> float:
    """Write number and problem of a lane; returns the lower edge."""
    said = board.words.both(lambda tr: lane_name(lane, tr))
    taken = sheet.text(LEFT + 12, y + 27, str(number), 34, BOLD, TERRACOTTA)
    if lane.icon:
        sheet.icon(lane.icon, LEFT + 12 + taken + 12, y, DRAWING, TEAL)
    y = sheet.pair(
        LEFT + 12, y + 48, said, 17, LABEL - 24, colour=INK, lines=4, second=13, leading=1.16
    )
    return y + 8


def lane_name(lane: BoardLane, tr: Translator) -> str:
    """Name the problem of a lane."""
    if lane.text:
        return lane.text
    return tr.gettext(lane.title) if lane.title else tr.gettext("Other actions")


def foot_top(board: Board) -> float:
    """Where the foot begins: signatures at the left, the anchor at the right."""
    block = anchors.height(board.words, board.anchor, MEASURES)
    step, alone = _step(), board.facts.heading.one_signature
    signed = (
        signature_height(board.words, one, step - 14, SIGNED, FLOOR, alone)
        for one in board.facts.heading.officers[:SIGNING]
    )
    return BOTTOM - max(block, max(signed, default=0.0) + 30) - 4


def _step() -> float:
    return (RIGHT - LEFT - 300) / SIGNING


def _foot(sheet: Sheet, board: Board) -> anchors.Drawn:
    """Draw the signatures, and the anchor, whose place is returned."""
    top, heading = foot_top(board), board.facts.heading
    block = anchors.draw(sheet, board.words, board.anchor, RIGHT, top + 4, MEASURES)
    for n, one in enumerate(heading.officers[:SIGNING]):
        alone = heading.one_signature and n == 0
        x, wide = LEFT + n * _step(), _step() - 14
        signature(sheet, board.words, one, x, top + 30, wide, SIGNED, alone)
    return block
