"""The anchor can be read from the paper, by a telephone and by a person."""

import pytest

from imt_desktop.reports.cashbook import pdf as cashbook
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.notice import aloud
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A2, A4
from imt_desktop.reports.receipt import pdf as receipt
from imt_desktop.reports.statement import pdf as statement
from imt_desktop.reports.tariff import aloud as tariff_aloud
from imt_desktop.reports.tariff import pdf as tariff
from tests.reports import samples as s
from tests.reports.reading import codes_of, text

SHORT = Anchor(
    code=s.ANCHOR.code,
    qr="IMT:1:" + "9F86D081884C7D65" * 4,
    entry=7,
    at=s.ANCHOR.at,
)
LONGEST = Anchor(code=s.ANCHOR.code, qr="IMT:1:" + "A" * 114, entry=1_234_567, at=s.ANCHOR.at)

PAPERS = {
    "receipt A6": lambda anchor: receipt.render(s.FULL_RECEIPT, s.TWO, anchor),
    "receipt A4": lambda anchor: receipt.render(s.RECEIPT, s.TWO, anchor, A4),
    "notice A3": lambda anchor: notice.render(s.NOTICE, s.TWO, anchor),
    "notice A2": lambda anchor: notice.render(s.NOTICE, s.ONE, anchor, A2),
    "notice A4": lambda anchor: notice.render(s.BIG_NOTICE, s.LONGEST, anchor, A4),
    "tariff": lambda anchor: tariff.render(s.TARIFF, s.TWO, anchor),
    "tariff-aloud": lambda anchor: tariff_aloud.render(s.TARIFF, s.TWO, anchor),
    "aloud": lambda anchor: aloud.render(s.NOTICE, s.TWO, anchor),
    "statement": lambda anchor: statement.render(s.STATEMENT, s.TWO, anchor),
    "cash book": lambda anchor: cashbook.render(s.cashbook(12), s.TWO, anchor),
    "income": lambda anchor: income.render(s.INCOME, s.TWO, anchor),
}


@pytest.mark.parametrize("anchor", [SHORT, s.ANCHOR, LONGEST], ids=["short", "usual", "longest"])
@pytest.mark.parametrize("name", PAPERS)
def test_it_reads_back(name: str, anchor: Anchor) -> None:
    pdf = PAPERS[name](anchor)
    assert set(codes_of(pdf, 0, 150)) == {anchor.qr}
    assert set(codes_of(pdf, 0, 110 if "A6" in name else 100, grey=True)) == {anchor.qr}
    letters = text(pdf).replace(" ", "")
    assert anchor.code[:8] in letters
    assert anchor.code[8:] in letters


@pytest.mark.parametrize("name", PAPERS)
def test_no_module_is_under_half_a_millimetre(name: str) -> None:
    pdf = PAPERS[name](s.ANCHOR)
    dpi = 300
    picture = raster.image(pdf, 0, dpi)
    import zxingcpp

    found = zxingcpp.read_barcodes(picture)[0]
    side = found.position.top_right.x - found.position.top_left.x
    assert side / dpi * 25.4 / 37 >= 0.485


@pytest.mark.parametrize("name", PAPERS)
def test_a_preview_says_so(name: str) -> None:
    pdf = PAPERS[name](None)
    assert codes_of(pdf) == []
    assert "2MHB" not in text(pdf)


def test_the_entry_and_its_time_stand_beside_it() -> None:
    found = text(receipt.render(s.RECEIPT, s.ONE, s.ANCHOR))
    assert "Entry 4,931" in found
    assert "14 Oct 2026 09:12" in found
