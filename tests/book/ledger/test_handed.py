"""A debt that went to another household: bill, statement and card say which it was, from whom, to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.particulars import About, TakenOver, WentTo
from imt_desktop.ledger.proof import proof
from imt_desktop.ledger.register import card
from imt_desktop.period import Period
from imt_desktop.reports.bill.build import build_bill
from imt_desktop.reports.bill.pdf import render as render_bill
from imt_desktop.reports.bill.words import taken_over_words
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.pdf import render, what
from imt_desktop.wording.proof import Names, proof_rows
from tests.builders import Desk, household, kes
from tests.reports.reading import text

Book = Callable[..., Desk]
EN, ES = Translator("en"), Translator("es")
YEAR = Period.year(2026)
TODAY = date(2026, 12, 31)


def handed_over(book_with: Book) -> tuple[Desk, Ref]:
    """Otieno owes August and September; the tap went to Wanjiru with both; then October was billed."""
    desk = book_with()
    desk.join(household("Otieno"), household("Wanjiru", connections=()), on=date(2026, 8, 1))
    desk.adopt(450)
    desk.bill("2026-08")
    desk.bill("2026-09")
    entry = desk.hand_over(1, "2", debt="moves").seq
    desk.bill("2026-10")
    return desk, Ref(entry, 1)


def test_the_card_says_which_bill_it_was_and_whose(book_with: Book) -> None:
    desk, moved = handed_over(book_with)
    new, old = (desk.see(lambda book, n=n: card(book, n)) for n in ("2", "1"))
    lines = {one.ref: one for one in new.history}
    assert lines[moved].particulars == TakenOver("1", "Otieno")
    assert (lines[moved].item, lines[moved].period) == ("fee", "2026-08")
    assert [one.particulars for one in new.open_bills[:2]] == [TakenOver("1", "Otieno")] * 2
    gone = [one.particulars for one in old.history if one.what == "moved"]
    assert gone == [
        WentTo("2", "Wanjiru", About("fee", period, "")) for period in ("2026-08", "2026-09")
    ]


def test_the_line_opened_says_how_the_bill_was_worked_out_and_what_is_left(book_with: Book) -> None:
    desk, moved = handed_over(book_with)
    desk.pay("2", 100)
    rows = dict(proof_rows(desk.see(lambda book: proof(book, moved)), Names({}, {}), EN))
    assert rows["Member"] == "Otieno, no. 1"
    assert rows["To whom"] == "Wanjiru, no. 2"
    assert rows["What for"] == "Fee for August 2026"
    assert rows["How it is worked out"] == "Fixed fee: KSh\xa0450"
    assert rows["Still to pay"] == "KSh\xa0350"


def test_the_statements_of_both_say_it(book_with: Book) -> None:
    desk, _moved = handed_over(book_with)
    new = desk.see(build_statement, "2", YEAR, TODAY)
    old = desk.see(build_statement, "1", YEAR, TODAY)
    assert [what(line, EN, False) for line in new.lines] == [
        "August: from Otieno, no. 1", "September: from Otieno, no. 1", "October",
    ]  # fmt: skip
    assert [what(line, EN, False) for line in old.lines] == [
        "August", "September", "August: to Wanjiru, no. 2", "September: to Wanjiru, no. 2",
    ]  # fmt: skip
    said = " ".join(text(render(new, Bilingual(EN, ES), None)).split())
    assert "August: from Otieno, no. 1" in said


def test_the_bill_says_what_of_the_old_debt_was_taken_over(book_with: Book) -> None:
    desk, _moved = handed_over(book_with)
    desk.bill_one("2", 200, text="missed work day")
    desk.pay("2", 100)
    facts = desk.see(build_bill, "2", Period.parse("2026-10"), TODAY)
    (taken,) = facts.taken_over
    assert (taken.amount, facts.own_before, facts.to_pay) == (kes(800), kes(200), kes(1450))
    assert taken_over_words(taken, EN) == "From Otieno, no. 1: August 2026, September 2026"
    for paper in ("A4", "roll"):
        said = text(render_bill([(facts, None)], Bilingual(EN, ES), paper))
        assert "From Otieno, no. 1" in " ".join(said.split())
