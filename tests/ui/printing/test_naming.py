"""How papers that wait for a printer are called."""

from datetime import date

from imt_desktop.i18n import Translator
from imt_desktop.reports.batch import Piece
from imt_desktop.ui.printing.naming import piece_name


def test_a_paper_that_is_about_nothing_else_ends_in_no_comma() -> None:
    tr, day = Translator("en", "KE"), date(2026, 11, 27)
    assert piece_name(Piece("board", 7, day, ""), tr) == "Planning board"
    assert piece_name(Piece("board", 8, day, "", copy=2), tr) == "Planning board, copy 2"
