"""A poster over A4 sheets: the fewest, the largest scale, and no seam through the code."""

import msgspec
import pytest

from imt_desktop.reports.notice import pdf
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A2, A3, MM
from imt_desktop.reports.paper.sheet import Box
from imt_desktop.reports.paper.tiling import OVERLAP, plan
from tests.reports import samples as s
from tests.reports.reading import codes, codes_of, text


@pytest.mark.parametrize(("paper", "across", "down"), [(A2, 2, 2), (A3, 1, 2)])
def test_the_fewest_sheets(paper, across: int, down: int) -> None:  # type: ignore[no-untyped-def]
    tiles = plan(paper.width, paper.height)
    assert (tiles.across, tiles.down, tiles.scale) == (across, down, 0.895)


def test_the_poster_lies_within_the_sheets() -> None:
    tiles = plan(A2.width, A2.height)
    wide, high = tiles.whole
    assert tiles.shift_x >= 0 <= tiles.shift_y
    assert tiles.shift_x + A2.width * tiles.scale <= wide + 0.01
    assert tiles.shift_y + A2.height * tiles.scale <= high + 0.01
    assert wide == pytest.approx((194 + 184) * MM)
    assert high == pytest.approx((281 + 271) * MM)


def test_a_seam_gives_way_to_the_code() -> None:
    middle = plan(A2.width, A2.height)
    seam = (middle.step_y - middle.shift_y) / middle.scale
    code = Box("code", 10, seam - 79, 94, seam + 5)
    moved = plan(A2.width, A2.height, [code])
    assert moved.shift_y != middle.shift_y
    low = moved.shift_y + code.top * moved.scale
    high = moved.shift_y + code.bottom * moved.scale
    assert high <= moved.step_y or low >= moved.step_y + OVERLAP


@pytest.mark.parametrize(("paper", "count"), [(A2, 4), (A3, 2)])
def test_sheets_and_a_guide(paper, count: int) -> None:  # type: ignore[no-untyped-def]
    document = pdf.render_tiled(s.NOTICE, s.TWO, s.ANCHOR, paper)
    assert raster.pages(document) == count + 1
    assert "Put the poster together" in text(document, 0)
    assert f"{count} × A4" in text(document, 0)
    for page in range(1, count + 1):
        assert f"{page} / {count}" in text(document, page)
        assert "K7QW 3FPD 9XRT 2MHB" in text(document, page)
    found = [codes_of(document, page) for page in range(1, count + 1)]
    assert found.count([s.ANCHOR.qr]) == 1
    assert [] in found


def test_the_glued_sheets_are_the_poster() -> None:
    """Every figure of the poster is on a sheet; on the last one the code is whole."""
    document = pdf.render_tiled(s.NOTICE, s.TWO, s.ANCHOR)
    assert codes(raster.image(document, 4, 100)) == [s.ANCHOR.qr]


def test_every_sheet_has_the_whole_code_below_a_long_name() -> None:
    heading = msgspec.structs.replace(
        s.NOTICE.heading, committee="Comité de Agua San Isidro Alto y Bajo"
    )
    facts = msgspec.structs.replace(s.NOTICE, heading=heading)
    document = pdf.render_tiled(facts, Bilingual(s.SPANISH, s.FRENCH), s.ANCHOR)
    for page in range(1, 5):
        assert "K7QW 3FPD 9XRT 2MHB" in text(document, page)
