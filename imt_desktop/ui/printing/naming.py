"""How papers that wait for a printer are called."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.i18n import Translator
from imt_desktop.reports.batch import Piece
from imt_desktop.reports.issuing import RECEIPT
from imt_desktop.ui.widgets import shortened
from imt_desktop.wording.papers import about_words, paper_name


def piece_name(piece: Piece, tr: Translator) -> str:
    """Name a paper: ``Receipt 12, Mwikali`` or ``Transparency notice, October 2026``."""
    if piece.copy > 1:
        copy = tr.gettext("copy {n}").format(n=piece.copy)
        return _named(_print_name(piece, tr), copy, tr)
    return _print_name(piece, tr)


def _print_name(piece: Piece, tr: Translator) -> str:
    if piece.kind == RECEIPT and not piece.is_receipt:
        return tr.gettext("Receipt {number}").format(number=piece.about)
    if piece.is_receipt:
        words = tr.gettext("Receipt {number}, {name}")
        return words.format(number=piece.number, name=shortened(piece.about))
    return _named(
        paper_name(piece.kind, tr), shortened(about_words(piece.kind, piece.about, tr)), tr
    )


def _named(paper: str, about: str, tr: Translator) -> str:
    if not about:  # the planning board is about nothing but itself
        return paper
    return tr.gettext("{paper}, {about}").format(paper=paper, about=about)


def pile_name(pieces: Sequence[Piece], tr: Translator) -> str:
    """Name papers that go out together by the first and the last: ``Receipt 12 – 15``."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return piece_name(first, tr)
    if all(piece.is_receipt for piece in pieces):
        return tr.gettext("Receipt {number}").format(number=f"{first.number} – {last.number}")
    return f"{piece_name(first, tr)} – {piece_name(last, tr)}"


def pieces_words(count: int, tr: Translator) -> str:
    """Say how many papers there are."""
    return tr.ngettext("{n} paper", "{n} papers", count).format(n=tr.number(count))
