"""What statements, cash books and the income paper say, read back from their PDFs."""

from datetime import date
from itertools import pairwise

import msgspec
import pytest

from imt_desktop.errors import PaperError
from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports.cashbook import pdf as cashbook
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.cashbook.pages import pages
from imt_desktop.reports.facts import Contact
from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.statement import pdf as statement
from imt_desktop.reports.statement.facts import StatementLine
from tests.reports import samples as s
from tests.reports.reading import assert_tidy, text


def test_a_statement() -> None:
    found = text(statement.render(s.STATEMENT, s.ONE, s.ANCHOR))
    for words in (
        "Tabitha Kiplagat",
        "January – June 2026",
        "To pay now KSh 450",
        "Brought forward",
        "Receipt 3086",
        "Total 2,700 2,700 450",
        "Kiosk, Mondays",
        "0700 000 145",
    ):
        assert words in found, words


def test_a_statement_of_somebody_who_paid_ahead() -> None:
    line = StatementLine(
        on=date(2026, 1, 5), what="payment", number="7", paid=s.kes(1000), balance=s.kes(-550)
    )
    facts = msgspec.structs.replace(
        s.STATEMENT, lines=(line,), brought=s.kes(450), balance=s.kes(-550)
    )
    found = text(statement.render(facts, s.ONE, s.ANCHOR))
    assert "Paid ahead KSh 550" in found
    assert "To pay now" not in found
    assert "–550" in found


def test_a_long_statement_takes_more_pages_and_loses_no_line() -> None:
    facts = s.statement(36, 2)
    pdf = statement.render(facts, s.TWO, s.ANCHOR)
    count = raster.pages(pdf)
    assert count >= 3
    found = text(pdf)
    for line in facts.lines:
        if line.number:
            assert f"Receipt {line.number}" in found
    assert f"Page {count} of {count}" in found
    assert found.count("Check this paper") == 1


def test_many_statements_in_one_file() -> None:
    pdf = statement.render_many([(s.STATEMENT, s.ANCHOR)] * 4, s.TWO)
    assert raster.pages(pdf) == 4


def test_a_cash_book() -> None:
    facts = s.cashbook(18)
    found = text(cashbook.render(facts, s.ONE, s.ANCHOR))
    for words in (
        "Cash book: cash box",
        "Brought forward",
        "7,310",
        "Cancelled: entered twice",
        "Tabitha Kiplagat · Water fees",
        "Moved to: bank",
        f"Carried forward {s.ENGLISH.amount(facts.carried)}",
    ):
        assert words in found, words


def test_every_page_of_a_cash_book_brings_what_the_one_before_carries() -> None:
    facts = s.cashbook(70)
    cut = pages(facts, lambda number: 200, lambda line: 18, 40)
    assert cut[0].brought == facts.brought
    assert cut[-1].carried == facts.carried
    for before, after in pairwise(cut):
        assert before.carried == after.brought
    for page in cut:
        assert page.brought + page.total_in - page.total_out == page.carried
    assert [line for page in cut for line, _ in page.lines] == list(facts.lines)


def test_a_long_cash_book_says_where_it_goes_on() -> None:
    pdf = cashbook.render(s.cashbook(70), s.ONE, s.ANCHOR)
    assert raster.pages(pdf) >= 3
    assert "Carried to page 2" in text(pdf, 0)
    assert "Brought from page 1" in text(pdf, 1)


def test_an_empty_cash_book() -> None:
    found = text(cashbook.render(s.cashbook(0), s.ONE, s.ANCHOR))
    assert "Brought forward" in found
    assert "Carried forward 7,310" in found


def test_money_in_and_out() -> None:
    found = text(income.render(s.INCOME, s.ONE, s.ANCHOR))
    for words in (
        "2026",
        "2025",
        "540,900",
        "498,150",
        "734,720",
        "660,110",
        "624,590",
        "593,910",
        "Left over",
        "110,130",
        "66,200",
        "What we have on 31 December",
        "7,000 cash box",
        "60,000 savings",
        "Owed to us",
        "38,250",
        "We owe",
        "12,400",
        "Given, but no money, not in the figures of money",
        "112.5 days of work 33,600",
        "Sand, stones, materials 3,500",
    ):
        assert words in found, words


def test_a_difference_to_a_printed_source_has_a_line_of_its_own() -> None:
    found = text(income.render(s.BIG_INCOME, s.ONE, s.ANCHOR))
    assert "Paper of the county: printed 4,185,000, added up 4,185,100, difference –100" in found
    assert "2025" not in found


def test_a_deficit_is_called_so() -> None:
    facts = msgspec.structs.replace(
        s.INCOME, money_in=(), start=Money(624590_00 + 177000_00, s.KES), differences=()
    )
    found = text(income.render(facts, s.ONE, s.ANCHOR))
    assert "Spent more than came in" in found
    assert "–624,590" in found
    assert "nothing" in found


def test_a_cash_book_of_all_accounts_says_where_each_line_lies() -> None:
    lines = (
        CashLine(on=date(2026, 9, 2), kind="fee", into=s.kes(450), account="mobile"),
        CashLine(on=date(2026, 9, 3), kind="move", moved=s.kes(400), account="mobile",
                 other_account="bank", own_name="Equity"),
        CashLine(on=date(2026, 9, 4), kind="fee", more=True, into=s.kes(50), account="cash"),
        CashLine(on=date(2026, 9, 5), kind="fee", out=s.kes(50), account="cash", taken_back=True),
    )  # fmt: skip
    facts = CashbookFacts(
        heading=s.HEADING, period=s.QUARTER, brought=s.kes(0), carried=s.kes(450), lines=lines,
        holdings=s.holdings(("cash", 0), ("bank", 400), ("mobile", 50)), as_of=date(2026, 9, 20),
    )  # fmt: skip
    document = cashbook.draw(facts, s.ONE, s.ANCHOR)
    assert_tidy(document, 8 * MM)
    icons = [box.label for box in document.sheets[0].boxes if box.kind == "icon"]
    assert icons[1:4] == ["banknote", "landmark", "smartphone"]  # what they mean, above
    assert icons[4:] == ["smartphone", "smartphone", "banknote", "banknote"]
    found = text(document.finish())
    for words in (
        "July – September 2026, until 20 September",
        "400 moved from mobile money to Equity",
        "Water fees and other",
        "Water fees, cancelled",
        "Total 500 50",
        "bank 400",
    ):
        assert words in found, words


@pytest.mark.parametrize(
    "languages", [("en",), ("es",), ("sw",), ("fr",), ("en", "sw"), ("fr", "es")]
)
def test_a_cash_book_leads_from_its_totals_to_those_of_the_notice(
    languages: tuple[str, ...],
) -> None:
    lines = (
        CashLine(on=date(2026, 9, 2), kind="advance", out=s.kes(1000), account="cash"),
        CashLine(on=date(2026, 9, 4), kind="advance", into=s.kes(300), account="cash"),
    )
    facts = CashbookFacts(
        heading=s.HEADING, period=s.QUARTER, brought=s.kes(2_000_000), carried=s.kes(1_999_300), lines=lines,
        counted_in=s.kes(0), counted_out=s.kes(700),
    )  # fmt: skip
    document = cashbook.draw(facts, Bilingual(*map(Translator, languages)), s.ANCHOR)
    assert_tidy(document, 8 * MM)
    found = text(document.finish())
    if languages == ("en",):
        assert "Total 300 1,000 Brought back or given back –300 –300" in found
        assert "Money in and money out, as on the notice 0 700" in found
    if languages == ("en", "sw"):  # the second language stands below, with air under it
        boxes = {box.label: box for box in document.sheets[0].boxes}
        below = boxes["Mapato na matumizi, kama kwenye tangazo"]
        assert boxes["Carried forward"].top - below.bottom > 4
    with pytest.raises(PaperError):
        msgspec.structs.replace(facts, counted_out=s.kes(600))


def test_the_last_page_of_a_cash_book_adds_all_pages_up() -> None:
    facts = s.cashbook(70)
    came = sum((line.into.minor for line in facts.lines if line.into and not line.struck), 0)
    went = sum((line.out.minor for line in facts.lines if line.out and not line.struck), 0)
    total = f"{s.ENGLISH.amount(Money(came, s.KES))} {s.ENGLISH.amount(Money(went, s.KES))}"
    found = text(cashbook.render(facts, s.ONE, s.ANCHOR))
    assert found.count("Total of all pages") == 1
    assert f"Total of all pages {total}" in found


def test_a_statement_of_the_past_and_whom_to_pay() -> None:
    facts = msgspec.structs.replace(
        s.STATEMENT, past=True, pay_at="",
        pay_to=Contact(name="Grace Mueni", post="treasurer", telephone="0700 000 145"),
    )  # fmt: skip
    found = text(statement.render(facts, s.ONE, s.ANCHOR))
    assert "To pay on 30 June KSh 450" in found
    assert "Treasurer Grace Mueni · 0700 000 145" in found
    assert "Whom to pay" in found


def test_no_page_is_begun_for_a_few_lines() -> None:
    """As many lines as fit at the usual distance, and a few more, still stand on one sheet."""
    sheets = [len(cashbook.draw(s.cashbook(n), s.TWO, s.ANCHOR).sheets) for n in range(10, 45)]
    assert sheets == sorted(sheets) and set(sheets) == {1, 2}
    most = 9 + sheets.count(1)
    page = cashbook.draw(s.cashbook(most + 1), s.TWO, s.ANCHOR)
    assert len(page.sheets) == 2
    usual = cashbook._Job(s.cashbook(most), s.TWO, s.ANCHOR, cashbook.PITCHES[0])
    assert len(pages(s.cashbook(most), usual.room, usual.tall, usual.foot)) == 2
    assert_tidy(cashbook.draw(s.cashbook(most), s.TWO, s.ANCHOR), 8 * MM)
