"""What ``print`` prints: the paper is issued as an entry first, then drawn with its anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.errors import CannotWriteError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref, Writing
from imt_desktop.ledger.errors import NoSuchReceiptError
from imt_desktop.period import Period
from imt_desktop.reports import issuing
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.paper.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed, for when, in which languages, on what."""

    period: Period
    languages: tuple[str, ...]
    paper: str
    number: int | None
    today: date


def bilingual(book: Writing, codes: tuple[str, ...]) -> Bilingual:
    """Return the one or two languages of a paper. Raises UnknownLanguageError."""
    described = committee.committee(book)
    country = described.country if described else None
    spoken = [Translator(code, country) for code in codes]
    return Bilingual(spoken[0], spoken[1] if len(spoken) > 1 else None)


def poster(book: Writing, wanted: Wanted) -> bytes:
    """Issue the transparency notice of a period and draw it; ``tiled`` goes over A4 sheets."""
    from imt_desktop.reports.notice import pdf  # heavy: only when something is printed
    from imt_desktop.reports.paper.format import PAPERS

    facts = build_notice(book, wanted.period, min(wanted.period.last, wanted.today))
    anchor = issuing.issue(book, "notice", str(wanted.period), facts, wanted.languages)
    words = bilingual(book, wanted.languages)
    if wanted.paper == "tiled":
        return pdf.render_tiled(facts, words, anchor)
    return pdf.render(facts, words, anchor, PAPERS[wanted.paper or "A3"])


def aloud(book: Writing, wanted: Wanted) -> bytes:
    """Issue the page that is read out to those who do not read."""
    from imt_desktop.reports.notice import aloud as page  # heavy: only when something is printed

    facts = build_notice(book, wanted.period, min(wanted.period.last, wanted.today))
    anchor = issuing.issue(book, "aloud", str(wanted.period), facts, wanted.languages)
    return page.render(facts, bilingual(book, wanted.languages), anchor)


def receipt(book: Writing, wanted: Wanted) -> bytes:
    """Print a receipt again, as a copy of the first print; A4 has two halves.

    Raises NoSuchReceiptError.
    """
    from imt_desktop.reports.paper.format import PAPERS
    from imt_desktop.reports.receipt import pdf  # heavy: only when something is printed

    row = book.driver.execute(
        "SELECT seq, line FROM money_line WHERE receipt=?", (wanted.number,)
    ).fetchone()
    if row is None:
        raise NoSuchReceiptError(wanted.number or 0).beside("number")
    facts, anchor, edition = issuing.receipt_again(book, Ref(*row), wanted.languages)
    words = bilingual(book, wanted.languages)
    return pdf.render(facts, words, anchor, PAPERS[wanted.paper or "A6"], edition)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises CannotWriteError."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWriteError(str(path)) from error


PAPER_NAMES: Final = ("", "A2", "A3", "A4", "A6", "tiled")

PRINTED: Final[dict[str, Callable[[Writing, Wanted], bytes]]] = {
    "poster": poster,
    "aloud": aloud,
    "receipt": receipt,
}
"""What can be printed, by its word."""
