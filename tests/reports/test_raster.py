"""Pages as pictures: strips put together are the page."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from reportlab.pdfgen.canvas import Canvas

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A4, A6, ROLL, Paper
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.receipt import pdf
from tests.reports import samples as s


@pytest.mark.parametrize("over", [0, 4])
@pytest.mark.parametrize("dpi", [72, 100, 300])
def test_strips_put_together_are_the_page(dpi: int, over: int) -> None:
    data = pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, A6)
    whole = raster.image(data, 0, dpi)
    together = Image.new("RGB", whole.size)
    for strip in raster.strips(data, 0, dpi, 137, over):
        for part in strip.parts(40, over):
            size = part.width, part.height
            picture = Image.frombytes("RGB", size, bytes(part.dots), "raw", "BGRX", part.stride)
            together.paste(picture, (0, part.top))
    difference = ImageChops.difference(whole, together)
    # PDFium smooths edges from where the picture begins, so a shade may differ, but no dot moves.
    assert max(high for _low, high in difference.getextrema()) <= 4


@pytest.mark.parametrize("paper", [A6, ROLL])
def test_a_page_is_cut_between_its_lines(paper: Paper) -> None:
    """A printer with fewer dots rounds where two parts meet: no letter may lie there."""
    data = pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, paper)
    whole = raster.image(data, 0, 400).convert("L")
    parts = [part for one in raster.strips(data, 0, 400, 1500, 4) for part in one.parts(211, 4)]
    tops = [part.top for part in parts if part.top]
    assert len(tops) > 10
    for top in tops:
        met = whole.crop((0, top - 2, whole.width, top + 2))
        line = whole.crop((0, top, whole.width, top + 1)).resize(met.size)
        assert ImageStat.Stat(ImageChops.difference(met, line)).mean[0] < 0.1


def test_sizes_are_the_papers() -> None:
    data = pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, A4)
    ((width, height),) = raster.sizes(data)
    assert (width, height) == (
        pytest.approx(A4.width, abs=0.01),
        pytest.approx(A4.height, abs=0.01),
    )


def test_several_threads_may_draw() -> None:
    data = pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, A6)
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: raster.png(data, 0, 60), range(12)))
    assert len(set(pictures)) == 1


def test_of_what_is_cut_off_only_its_own_line_is_told() -> None:
    """The large letters of a practice paper lie over many lines, which are whole."""
    file = BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 300)
    canvas.drawString(50, 300, "P")
    canvas.setFont("Helvetica", 10)
    for y, words in ((340, "Water committee"), (380, "30 · behind the sc…"), (420, "Assembly")):
        canvas.drawString(70, y, words)
    canvas.save()
    assert not_whole(file.getvalue()) == ("30 · behind the sc…",)
