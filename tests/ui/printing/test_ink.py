"""What comes out of a printer is the paper: its size, every dot of it, and a code that is read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from imt_desktop.errors import PrinterError
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A2, A3, A4, A5, A6
from imt_desktop.reports.receipt import pdf as receipt
from imt_desktop.ui.printing import ink
from imt_desktop.ui.printing.printers import Printers, set_page
from tests.reports import samples as s
from tests.reports.reading import codes_of

PAPERS: dict[str, Callable[[], bytes]] = {
    "A6": lambda: receipt.render(s.RECEIPT, s.TWO, s.ANCHOR, A6),
    "A4": lambda: receipt.render(s.RECEIPT, s.TWO, s.ANCHOR, A4),
    "A3": lambda: notice.render(s.NOTICE, s.TWO, s.ANCHOR, A3),
    "A2": lambda: notice.render(s.NOTICE, s.TWO, s.ANCHOR, A2),
}


ALIKE = 6
"""Of 255, on the average: half a dot of difference gives 1 to 5, two per cent of size 16 and more."""


def into(file: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(file))
    return made


def smooth(pdf: bytes) -> Image.Image:
    picture = raster.image(pdf, 0, 100).convert("L")
    return picture.filter(ImageFilter.GaussianBlur(2))


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """What differs where both are; Qt's sheets have whole points."""
    wide, tall = min(one.width, other.width), min(one.height, other.height)
    box = (0, 0, wide, tall)
    return ImageChops.difference(one.crop(box), other.crop(box))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_comes_out_in_its_size(qapp: QApplication, tmp_path: Path, name: str) -> None:
    paper = PAPERS[name]()
    printer = into(tmp_path / "out.pdf")
    set_page(printer, raster.sizes(paper)[0], "Our water money")
    assert ink.put(paper, printer) == 1
    out = (tmp_path / "out.pdf").read_bytes()
    for ours, theirs in zip(raster.sizes(paper)[0], raster.sizes(out)[0], strict=True):
        assert theirs == pytest.approx(ours, abs=1)
    found = difference(smooth(paper), smooth(out))
    assert ImageStat.Stat(found).mean[0] < ALIKE
    assert codes_of(out) == codes_of(paper)
    assert codes_of(out)


def test_every_page_comes_out_and_only_those_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    paper = notice.render_tiled(s.NOTICE, s.TWO, s.ANCHOR)
    for first, last, count in ((0, 0, 5), (2, 3, 2), (5, 9, 1)):
        printer = into(tmp_path / "out.pdf")
        set_page(printer, raster.sizes(paper)[0], "Our water money")
        printer.setFromTo(first, last)
        assert ink.put(paper, printer) == count
        assert raster.pages((tmp_path / "out.pdf").read_bytes()) == count


def test_copies_that_the_system_does_not_make_are_made(qapp: QApplication, tmp_path: Path) -> None:
    paper = PAPERS["A6"]()
    printer = into(tmp_path / "out.pdf")
    set_page(printer, raster.sizes(paper)[0], "2634")
    printer.setCopyCount(3)
    assert ink.put(paper, printer) == 3


def test_a_poster_on_smaller_paper_is_made_smaller_and_nothing_is_cut(
    qapp: QApplication, tmp_path: Path
) -> None:
    paper = PAPERS["A3"]()
    printer = into(tmp_path / "out.pdf")
    set_page(printer, raster.sizes(paper)[0], "Our water money")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # what somebody chose in the dialog
    printer.setPageMargins(QMarginsF())
    ink.put(paper, printer)
    out = (tmp_path / "out.pdf").read_bytes()
    shrunk = smooth(paper).resize(smooth(out).size)
    assert ImageStat.Stat(difference(shrunk, smooth(out))).mean[0] < ALIKE
    assert codes_of(out, dpi=200)


def test_a_small_paper_on_a_large_sheet_keeps_its_size() -> None:
    lies = ink.fit((A6.width, A6.height), QSizeF(A4.width, A4.height), 600 / 72)
    assert lies == ink.Fit(600 / 72, 0, 0)


def test_papers_are_drawn_with_300_dots_an_inch_or_more() -> None:
    finenesses = [ink.dpi_of((paper.width, paper.height)) for paper in (A2, A3, A4, A5, A6)]
    assert finenesses == [300, 300, 300, 400, 600]
    assert all(1200 % dpi == 0 for dpi in finenesses), "Qt's printers have 1,200"


def test_a_printer_that_is_gone_is_said_to_be_gone(qapp: QApplication) -> None:
    with pytest.raises(PrinterError, match="No such printer"):
        Printers().printer("No such printer")


@pytest.mark.qt_log_ignore("Returned false")  # what Qt says of it
def test_a_printer_that_takes_nothing_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    paper = PAPERS["A6"]()
    printer = into(tmp_path / "no folder" / "out.pdf")
    set_page(printer, raster.sizes(paper)[0], "2634")
    with pytest.raises(PrinterError):
        ink.put(paper, printer)


def test_the_next_job_into_a_file_gets_a_file_of_its_own(
    qapp: QApplication, tmp_path: Path
) -> None:
    first = into(tmp_path / "out.pdf")
    first.setCopyCount(2)
    (tmp_path / "out.pdf").write_bytes(b"")
    next_one = Printers().another(first)
    assert next_one.outputFileName() == str(tmp_path / "out (2).pdf")
    assert next_one.copyCount() == 2
