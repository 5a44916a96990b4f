"""Papers from a real book: previewed, issued, printed again; read back from the rendered page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from imt_desktop.committee import describing
from imt_desktop.committee.entries import PaperIssued
from imt_desktop.committee.errors import NotAPaperError, PaperForgottenError, PaperNeedsError
from imt_desktop.i18n import Translator
from imt_desktop.journal.anchor import anchor_of, cleaned, with_code
from imt_desktop.journal.errors import NoSuchEntryError
from imt_desktop.ledger import members, payments
from imt_desktop.ledger.errors import (
    FutureDayError,
    NoSuchAccountError,
    NoSuchExpenseError,
    NoSuchMemberError,
    NoSuchReceiptError,
)
from imt_desktop.oversight.trail import Asked, trail
from imt_desktop.oversight.trust import trust
from imt_desktop.period import Month, Period
from imt_desktop.reports import printing
from imt_desktop.reports.issued import issued_papers
from imt_desktop.reports.paper import raster
from imt_desktop.reports.printing import PAPERS, PaperWanted, Sheet
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.papers import about_words
from tests.builders import Desk, kes
from tests.reports import real
from tests.reports.reading import codes_of, text

SEPTEMBER = Month(2026, 9).period
LANGUAGES = ("en", "es", "sw", "fr")
SPOKEN = [(code,) for code in LANGUAGES] + list(permutations(LANGUAGES, 2))

WANTED = {
    "notice": PaperWanted("notice", period=SEPTEMBER, size="A3"),
    "aloud": PaperWanted("aloud", period=SEPTEMBER),
    "receipt": PaperWanted("receipt", receipt=4),
    "receipt A4": PaperWanted("receipt", receipt=4, size="A4"),
    "statement": PaperWanted("statement", member="1", period=Period(Month(2026, 9).first, date(2026, 10, 31))),
    "cash book": PaperWanted("cashbook", period=SEPTEMBER),
    "cash box": PaperWanted("cashbook", period=SEPTEMBER, account=1),
    "income": PaperWanted("income", period=Month(2026, 10).period),
    "behind": PaperWanted("behind"),
    "members": PaperWanted("members"),
    "slips": PaperWanted("slips"),
    "confirmations": PaperWanted("confirmations"),
    "day list": PaperWanted("daylist", day=date(2026, 10, 3)),
    "voucher": PaperWanted("voucher", expense="16"),
    "wages": PaperWanted("wages", period=SEPTEMBER),
    "bill": PaperWanted("bill", member="1", period=SEPTEMBER),
    "bill roll": PaperWanted("bill", member="1", period=SEPTEMBER, size="roll"),
    "readings": PaperWanted("readings", period=SEPTEMBER),
    "charging": PaperWanted("charging", period=SEPTEMBER),
    "contribution": PaperWanted("contribution"),
    "tariff": PaperWanted("tariff", size="A3"),
    "tariff aloud": PaperWanted("tariff-aloud"),
    "complaint poster": PaperWanted("complaint-poster", size="A3"),
    "complaint aloud": PaperWanted("complaint-aloud"),
}  # fmt: skip

FIGURES = {
    "notice": (32800, 8740, 45060, 21000, 43960, 1100, 30000, 2800, 7240, 450, 1800, 2000, 800),
    "aloud": (32800, 8740, 45060, 21000, 2000, 800),
    "receipt": (500, 1000, 350, 150),
    "receipt A4": (500, 1000, 350, 150),
    "statement": (900, 1350, 350, 450, 1000, 200, 500),
    "cash book": (21000, 45060, 30000, 7240, 400, 43960, 32800, 8740),
    "cash box": (1000, 2000, 1500, 500, 400, 1100),
    "behind": (450, 50, 500, 950, 1000),
    "members": (),
    "slips": (500,),
    "confirmations": (900,),
    "day list": (1350,),
    "voucher": (7240,),
    "wages": (),
    "bill": (450,),
    "bill roll": (450,),
    "readings": (),
    "charging": (),
    "contribution": (),
    "tariff": (450, 1800),
    "tariff aloud": (450, 1800),
    "complaint poster": (),
    "complaint aloud": (),
    "income": (1650, 2800, 450, 150, 30000, 200, 7240, 2250, 45060, 47110, 44360, 1000, 2000),
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The small committee's book, for tests that only print from it."""
    return real.committee(tmp_path_factory.mktemp("book"))


def issue(desk: Desk, wanted: PaperWanted) -> Sheet:
    return desk.do(printing.issue, wanted)


def written(sheet: Sheet, *amounts: int) -> list[str]:
    """Amounts as the paper's main language writes them."""
    tr = sheet.words.main
    return [
        tr.amount(kes(amount)).replace("\u202f", " ").replace("\u00a0", " ") for amount in amounts
    ]


EVERY = [(name, spoken) for name in WANTED for spoken in SPOKEN
         if name not in ("receipt A4", "cash box", "bill roll", "readings", "charging", "contribution") or len(spoken) == 1]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "spoken"), EVERY, ids=lambda one: one if isinstance(one, str) else "-".join(one)
)
def test_every_paper_reads_back_in_every_language_and_pair(
    shared: Desk, name: str, spoken: tuple[str, ...]
) -> None:
    sheet = issue(shared, replace(WANTED[name], languages=spoken))
    pdf = printing.draw(sheet)
    assert sheet.anchor
    found = text(pdf)
    for figure in written(sheet, *FIGURES[name]):
        assert figure in found, figure
    assert {tr.code for tr in sheet.words.translators} == set(spoken)
    last = raster.pages(pdf) - 1
    assert set(codes_of(pdf, last, 150)) == {sheet.anchor.qr}
    letters = found.replace(" ", "")
    assert sheet.anchor.code[:8] in letters
    assert sheet.anchor.code[8:] in letters
    recorded = shared.see(with_code, cleaned(sheet.anchor.code))
    assert anchor_of(recorded).qr == sheet.anchor.qr


@pytest.mark.parametrize("name", WANTED)
def test_a_preview_books_nothing_and_says_so(shared: Desk, name: str) -> None:
    before = shared.entries()
    sheet = shared.see(printing.prepare, replace(WANTED[name], languages=("en",)))
    pdf = printing.draw(sheet)
    assert shared.entries() == before
    assert sheet.anchor is None
    assert codes_of(pdf) == []
    assert "Preview: not yet issued" in text(pdf)


@pytest.mark.parametrize("name", [name for name in WANTED if not name.startswith("receipt")])
def test_a_copy_says_what_the_first_print_said(kiboko: Desk, name: str) -> None:
    first = issue(kiboko, WANTED[name])
    assert first.anchor
    change_everything(kiboko)
    copy = kiboko.do(printing.again, first.anchor.entry, first.size)
    assert (copy.facts, copy.words.main.code) == (first.facts, first.words.main.code)
    assert copy.edition.copy == 2
    assert copy.anchor
    assert (copy.anchor.code, copy.anchor.entry) == (first.anchor.code, first.anchor.entry)
    pdf = printing.draw(copy)
    found = text(pdf)
    assert "COPY 2" in found and "again 20 Oct 2026" in found
    assert set(codes_of(pdf, raster.pages(pdf) - 1)) == {first.anchor.qr}
    assert "COPY" not in text(printing.draw(first))
    for figure in written(first, *FIGURES[name]):
        assert figure in found, figure
    assert kiboko.rows("SELECT seq, copy FROM paper ORDER BY seq")[-2:] == [
        (first.anchor.entry, 1),
        (kiboko.entries(), 2),
    ]
    third = kiboko.do(printing.again, kiboko.entries())  # a copy of the copy
    assert third.edition.copy == 3
    assert third.anchor and third.anchor.entry == first.anchor.entry


def test_a_copy_of_a_receipt_says_what_the_first_print_said(kiboko: Desk) -> None:
    first = kiboko.see(printing.first_receipt, 1, ("en",))
    change_everything(kiboko)
    copy = issue(kiboko, PaperWanted("receipt", ("en",), receipt=1))
    assert copy.facts == first.facts
    assert copy.anchor == first.anchor
    assert (first.edition.copy, copy.edition.copy) == (1, 2)
    third = kiboko.do(printing.again, kiboko.entries())
    assert (third.facts, third.anchor, third.edition.copy) == (first.facts, first.anchor, 3)
    assert "COPY 3" in text(printing.draw(third))


def test_a_receipt_comes_out_in_the_languages_of_its_payment(kiboko: Desk) -> None:
    line = payments.PaymentLine(member="1", amount=Decimal(10))
    told = payments.PaymentRequest(lines=(line,), languages=("es", "fr"))
    (paid,) = kiboko.do(payments.receive, told)
    change_everything(kiboko)  # the committee speaks French now
    assert paid.number
    first = kiboko.see(printing.first_receipt, paid.number, ())
    shown = kiboko.see(printing.prepare, PaperWanted("receipt", receipt=paid.number))
    copy = issue(kiboko, PaperWanted("receipt", receipt=paid.number))
    third = kiboko.do(printing.again, kiboko.entries())
    for sheet in (first, shown, copy, third):
        assert [tr.code for tr in sheet.words.translators] == ["es", "fr"]
    asked = kiboko.see(printing.first_receipt, paid.number, ("sw", "en"))
    assert [tr.code for tr in asked.words.translators] == ["sw", "en"]


def change_everything(desk: Desk) -> None:
    """The committee, the member and the money look different afterwards."""
    real.day(desk, 10, 20)
    told = describing.CommitteeRequest(
        name="Another Name", area="Elsewhere", first_month="2026-09", languages=("fr",)
    )
    desk.do(describing.describe, told)
    desk.do(describing.end_term, describing.OfficerLeftRequest(officer="Grace Mueni"))
    household = members.HouseholdLine(adults=(members.AdultLine(name="Other Person"),), zone="Far")
    desk.do(members.change, members.ChangeMemberRequest(member="1", household=household))
    desk.pay("1", 10, on=date(2026, 9, 6))


def test_a_new_paper_about_the_same_is_no_copy(kiboko: Desk) -> None:
    first = issue(kiboko, WANTED["notice"])
    change_everything(kiboko)
    second = issue(kiboko, WANTED["notice"])
    assert first.anchor and second.anchor
    assert first.anchor.code != second.anchor.code
    assert second.edition.copy == 1
    copy = kiboko.do(printing.again, first.anchor.entry)
    assert copy.edition.copy == 2  # the one between is another paper


def test_the_first_copy_is_copy_two_though_another_paper_says_the_same(kiboko: Desk) -> None:
    first = issue(kiboko, WANTED["statement"])
    issue(kiboko, WANTED["statement"])  # such as with those of all households
    assert first.anchor
    assert kiboko.do(printing.again, first.anchor.entry).edition.copy == 2
    assert kiboko.do(printing.again, first.anchor.entry).edition.copy == 3


def test_the_trail_names_papers_by_receipt_voucher_and_account(kiboko: Desk) -> None:
    receipt = kiboko.pay("1", 10, on=date(2026, 9, 6))
    spent = kiboko.spend(5, voucher="V77", on=date(2026, 9, 6))
    number = receipt.number
    period = Month(2026, 9).period
    for wanted in (
        PaperWanted("receipt", ("en",), receipt=number),
        PaperWanted("voucher", ("en",), expense=f"{spent.seq}/1"),
        PaperWanted("cashbook", ("en",), period, account=1),
    ):
        issue(kiboko, wanted)
    tr = Translator("en")
    with kiboko.book.read() as reading:
        found = trail(reading, Asked(kind="paper"))
        said = [deed_words(one, found.known, tr, reading.currency) for one in found.deeds[:3]]
    assert said == [
        "Paper made: Cash book September 2026 · cash box, print 1",
        "Paper made: Payment voucher V77, print 1",
        f"Paper made: Receipt {number}, print 2",
    ]
    listed = kiboko.see(issued_papers)[:3]
    assert [one.number for one in listed] == ["", "V77", str(number)]
    assert about_words(listed[0].paper, listed[0].about, tr, "", found.known.accounts).endswith(
        "cash box"
    )
    assert kiboko.see(lambda book: trust(book, Path("/nowhere"), date(2026, 10, 14))).number == ""


def test_what_was_forgotten_cannot_be_printed_again(kiboko: Desk) -> None:
    sheet = issue(kiboko, WANTED["statement"])
    assert sheet.anchor
    with kiboko.book.write(_nobody()) as writing:
        writing.driver.execute(
            "DELETE FROM word WHERE seq=? AND path='said'", (sheet.anchor.entry,)
        )
    with pytest.raises(PaperForgottenError):
        kiboko.do(printing.again, sheet.anchor.entry)


def _nobody():  # type: ignore[no-untyped-def]
    from imt_desktop.journal import Signing

    return Signing()


def test_what_a_paper_said_is_kept_whole(kiboko: Desk) -> None:
    sheet = issue(kiboko, WANTED["cash book"])
    assert sheet.anchor
    entry = kiboko.see(lambda book: book.recorded(sheet.anchor.entry)).entry  # type: ignore[union-attr]
    assert isinstance(entry, PaperIssued)
    assert (entry.paper, entry.about, entry.languages, entry.copy) == (
        "cashbook", "2026-09", ("en", "sw"), 1,
    )  # fmt: skip
    from imt_desktop.reports.facts import decode

    assert decode(entry.said.encode(), PAPERS["cashbook"].facts) == sheet.facts


@pytest.mark.parametrize(
    ("wanted", "error", "field"),
    [
        (PaperWanted("statement"), PaperNeedsError, "member"),
        (PaperWanted("receipt"), PaperNeedsError, "receipt"),
        (PaperWanted("statement", member="99"), NoSuchMemberError, "member"),
        (PaperWanted("receipt", receipt=99), NoSuchReceiptError, "number"),
        (PaperWanted("cashbook", account=9), NoSuchAccountError, "account"),
        (PaperWanted("notice", period=Period.year(2027)), FutureDayError, "period"),
        (PaperWanted("behind", day=date(2026, 10, 15)), FutureDayError, "day"),
        (PaperWanted("voucher"), PaperNeedsError, "expense"),
        (PaperWanted("voucher", expense="14"), NoSuchExpenseError, "expense"),
        (PaperWanted("voucher", expense="16/2"), NoSuchExpenseError, "expense"),
        (PaperWanted("voucher", expense="\u0661"), NoSuchExpenseError, "expense"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_missing_is_said(
    shared: Desk, wanted: PaperWanted, error: type[Exception], field: str
) -> None:
    before = shared.entries()
    for ask in (printing.issue, printing.prepare):
        with pytest.raises(error) as refused:
            shared.do(ask, wanted)
        assert refused.value.field == field  # type: ignore[attr-defined]
    assert shared.entries() == before


def test_only_papers_can_be_printed_again(shared: Desk) -> None:
    with pytest.raises(NotAPaperError):
        shared.do(printing.again, 2)
    with pytest.raises(NoSuchEntryError):
        shared.do(printing.again, 99999)


@pytest.mark.parametrize(
    ("paper", "period"),
    [
        ("notice", "2026-10"),
        ("cashbook", "2026-10"),
        ("statement", "2026-05-01..2026-10-31"),
        ("income", "2026"),
    ],
)
def test_the_usual_period(shared: Desk, paper: str, period: str) -> None:
    sheet = shared.see(printing.prepare, PaperWanted(paper, member="1"))
    assert str(sheet.facts.period) == period  # type: ignore[attr-defined]
    assert [tr.code for tr in sheet.words.translators] == ["en", "sw"]


def test_a_clock_that_stands_before_the_newest_entry_loses_nothing(kiboko: Desk) -> None:
    kiboko.clock.now = kiboko.clock.now.replace(month=9, day=1)
    facts = kiboko.see(printing.prepare, PaperWanted("notice", period=Period.year(2026))).facts
    assert facts.as_of == date(2026, 10, 10)  # type: ignore[attr-defined]
    assert facts.owed.amount == kes(1000)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", WANTED)
def test_a_picture_of_any(shared: Desk, name: str) -> None:
    sheet = issue(shared, replace(WANTED[name], languages=("en", "sw")))
    pictures = printing.draw_pictures(sheet)
    assert len(pictures) == raster.pages(printing.draw(sheet))
    assert printing.draw_picture(sheet) == pictures[0]
    for picture in pictures:
        assert Image.open(BytesIO(picture)).format == "PNG"


def test_a_tiled_notice_is_one_picture_of_the_whole(shared: Desk) -> None:
    sheet = issue(shared, replace(WANTED["notice"], size="tiled"))
    assert raster.pages(printing.draw(sheet)) == 5
    (picture,) = printing.draw_pictures(sheet)
    assert Image.open(BytesIO(picture)).width == pytest.approx(1240, abs=2)
