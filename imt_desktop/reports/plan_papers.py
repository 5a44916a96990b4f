"""Papers of the plan: the board, its cards, the capacity sheet, and blank sheets of a round."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import today_of
from imt_desktop.reports import about
from imt_desktop.reports.board.build import build_board
from imt_desktop.reports.board.facts import BoardFacts
from imt_desktop.reports.capacity.build import build_capacity
from imt_desktop.reports.capacity.facts import CapacityFacts
from imt_desktop.reports.compared.build import build_compared
from imt_desktop.reports.compared.facts import ComparedFacts
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.inking import drawn_by, poster_of
from imt_desktop.reports.kinds import PaperKind, PaperWanted
from imt_desktop.reports.worksheets.build import build_worksheets
from imt_desktop.reports.worksheets.facts import WorksheetsFacts


def _board(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_board(book, today_of(book))


def _capacity(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_capacity(book, today_of(book))


def _compared(book: Reading, _wanted: PaperWanted) -> Facts:
    return build_compared(book, today_of(book))


def _worksheets(book: Reading, wanted: PaperWanted) -> Facts:
    return build_worksheets(book, wanted.step)


PLAN: Final[dict[str, PaperKind]] = {
    "board": PaperKind(
        ("A3", "A2", "tiled"), (), _board, about.nothing, poster_of("board.pdf"), BoardFacts
    ),
    "board-aloud": PaperKind(
        ("A4",), (), _board, about.nothing, drawn_by("board.aloud"), BoardFacts
    ),
    "cards": PaperKind(("A4",), (), _board, about.nothing, drawn_by("board.cutting"), BoardFacts),
    "capacity": PaperKind(
        ("tiled", "A3", "A2", "A4"), (), _capacity, about.nothing, poster_of("capacity.pdf"),
        CapacityFacts,
    ),
    "capacity-aloud": PaperKind(
        ("A4",), (), _capacity, about.nothing, drawn_by("capacity.aloud"), CapacityFacts
    ),
    "before-after": PaperKind(
        ("A4",), (), _compared, about.nothing, drawn_by("compared.pdf"), ComparedFacts
    ),
    "worksheets": PaperKind(
        ("A4",), (), _worksheets, lambda wanted: wanted.step, drawn_by("worksheets.pdf"),
        WorksheetsFacts, may=("step",),
    ),
}  # fmt: skip
"""Every kind of paper of the plan by its key."""
