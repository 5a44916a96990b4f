"""Draw every paper with made-up facts: ``python -m tests.reports.specimens DIR``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from imt_desktop.reports.cashbook import pdf as cashbook
from imt_desktop.reports.closing import pdf as closing
from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.notice import aloud
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A3, A4, A6
from imt_desktop.reports.receipt import pdf as receipt
from imt_desktop.reports.statement import pdf as statement
from tests.reports import samples as s


def receipts() -> dict[str, bytes]:
    """Receipts of all sorts."""
    practice = msgspec.structs.replace(
        s.RECEIPT, heading=msgspec.structs.replace(s.HEADING, practice=True)
    )
    return {
        "receipt-a6": receipt.render(s.RECEIPT, s.TWO, s.ANCHOR),
        "receipt-a6-one": receipt.render(s.RECEIPT, s.ONE, s.ANCHOR),
        "receipt-a6-full": receipt.render(s.FULL_RECEIPT, s.TWO, s.ANCHOR),
        "receipt-a6-long": receipt.render(s.FULL_RECEIPT, s.LONGEST, s.ANCHOR, A6, s.COPY),
        "receipt-a6-grant": receipt.render(s.GRANT_RECEIPT, s.TWO, None),
        "receipt-a6-copy2": receipt.render(s.RECEIPT, s.TWO, s.ANCHOR, A6, s.COPY),
        "receipt-a6-cancelled": receipt.render(s.RECEIPT, s.TWO, s.ANCHOR, A6, s.CANCELLED),
        "receipt-a6-practice": receipt.render(practice, s.TWO, s.ANCHOR),
        "receipt-2xa5": receipt.render(s.RECEIPT, s.TWO, s.ANCHOR, A4),
        "receipt-2xa5-full": receipt.render(s.FULL_RECEIPT, s.LONGEST, s.ANCHOR, A4, s.CANCELLED),
        "receipt-2xa5-practice": receipt.render(practice, s.TWO, s.ANCHOR, A4),
    }


def notices() -> dict[str, bytes]:
    """Posters: the usual, a handpump's, a town's, long words, practice, ink-saving."""
    practice = msgspec.structs.replace(
        s.NOTICE, heading=msgspec.structs.replace(s.HEADING, practice=True)
    )
    return {
        "notice-a3": notice.render(s.NOTICE, s.TWO, s.ANCHOR),
        "notice-a3-one": notice.render(s.NOTICE, s.ONE, s.ANCHOR),
        "notice-a3-small": notice.render(s.SMALL_NOTICE, s.TWO, s.ANCHOR),
        "notice-a3-big": notice.render(s.BIG_NOTICE, s.TWO, s.ANCHOR),
        "notice-a3-long": notice.render(s.BIG_NOTICE, s.LONGEST, s.ANCHOR),
        "notice-a3-practice": notice.render(practice, s.TWO, s.ANCHOR),
        "notice-a3-saving": notice.render(s.NOTICE, s.TWO, s.ANCHOR, saving=True),
        "notice-tiled-a2": notice.render_tiled(s.NOTICE, s.TWO, s.ANCHOR),
        "notice-tiled-a3": notice.render_tiled(practice, s.LONGEST, s.ANCHOR, A3),
        "notice-aloud": aloud.render(s.NOTICE, s.TWO, s.ANCHOR),
        "notice-aloud-long": aloud.render(s.BIG_NOTICE, s.LONGEST, s.ANCHOR),
        "notice-a4": notice.render(s.NOTICE, s.TWO, s.ANCHOR, A4),
    }


def accounts() -> dict[str, bytes]:
    """Statements, cash books, money in and out."""
    return {
        "statement": statement.render(s.STATEMENT, s.TWO, s.ANCHOR),
        "statement-one": statement.render(s.statement(12), s.ONE, s.ANCHOR),
        "statement-long": statement.render(s.statement(24, 2), s.LONGEST, s.ANCHOR),
        "cashbook": cashbook.render(s.cashbook(18), s.TWO, s.ANCHOR),
        "cashbook-long": cashbook.render(s.cashbook(60), s.LONGEST, s.ANCHOR),
        "closing": closing.render(s.CLOSING, s.TWO, s.ANCHOR),
        "closing-one": closing.render(s.CLOSING, s.ONE, None),
        "closing-small": closing.render(s.SMALL_CLOSING, s.TWO, s.ANCHOR),
        "closing-big": closing.render(s.BIG_CLOSING, s.TWO, s.ANCHOR),
        "closing-long": closing.render(s.BIG_CLOSING, s.LONGEST, s.ANCHOR),
        "income": income.render(s.INCOME, s.TWO, s.ANCHOR),
        "income-one": income.render(s.INCOME, s.ONE, None),
        "income-long": income.render(s.BIG_INCOME, s.LONGEST, s.ANCHOR),
    }


PAPERS: tuple[Callable[[], dict[str, bytes]], ...] = (receipts, notices, accounts)


def main(folder: Path, only: str = "") -> None:
    """Write each paper as PDF and as PNG, one picture a page."""
    folder.mkdir(parents=True, exist_ok=True)
    for papers in PAPERS:
        if only not in papers.__name__:
            continue
        for name, pdf in papers().items():
            (folder / f"{name}.pdf").write_bytes(pdf)
            for page in range(raster.pages(pdf)):
                wide = raster.image(pdf, page, 72).width
                png = raster.png(pdf, page, 72 * 1000 / wide)
                (folder / f"{name}-{page + 1}.png").write_bytes(png)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
