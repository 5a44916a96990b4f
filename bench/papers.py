"""How long it takes to issue and to draw statements of all members, and a poster."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from bench.books import BIG, copy_of
from bench.measuring import Figure, figure, timed
from imt_desktop.journal import Signing
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Period
from imt_desktop.reports.printing import PaperWanted, Sheet, draw, issue
from imt_desktop.reports.statement import pdf

PERIOD = Period.parse("2026-Q3")
LANGUAGES = ("en", "sw")


def measure() -> Iterator[Figure]:
    """Issue 2,000 statements, draw them beside the bare canvas, and draw a poster."""
    with copy_of(BIG) as path:
        book = open_book(path, writable=True)

        def issued(paper: str) -> Sheet:
            with book.write(Signing()) as writing:
                return issue(writing, PaperWanted(paper, LANGUAGES, PERIOD))

        yield figure(
            "issue 2,000 statements, an entry each", timed(lambda: issued("statements"), 3)
        )
        sheet, poster = issued("statements"), issued("notice")
        bare = timed(lambda: _bare(sheet), 3)
        yield figure(
            "2,000 statements in one PDF", timed(lambda: draw(sheet), 3), bare=bare, most_times=2,
            bare_name="the bare canvas",
        )  # fmt: skip
        yield figure("a poster over four sheets", timed(lambda: draw(poster)), most=1.0)
        book.close()


def _bare(sheet: Sheet) -> bytes:
    """Show the words of a statement as often, a form and one text object a page."""
    from reportlab.pdfgen.canvas import Canvas

    facts = sheet.facts.statements  # type: ignore[attr-defined]
    page = pdf.draw([(facts[0], sheet.anchors[0])], sheet.words).sheets[0]
    words = [(box.left, box.bottom, box.size, box.label) for box in page.boxes if box.size]
    file = BytesIO()
    canvas = Canvas(file, (page.width, page.height), invariant=1)
    canvas.beginForm("head")
    canvas.drawString(10, 10, "head")
    canvas.endForm()
    for one in facts:
        canvas.doForm("head")
        run = canvas.beginText()
        for x, y, size, label in words:
            run.setTextOrigin(x, page.height - y)
            run.setFont("NotoSans", size)
            run.textOut(one.member.name if size == 18 else label)
        canvas.drawText(run)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
