"""What papers say, from the real book of ``real.py``: every figure is in its table or added up from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Ref, Signing
from imt_desktop.ledger import expenses, forgetting, members, voids
from imt_desktop.ledger.cashbook import cash_book
from imt_desktop.ledger.charging.agreements import WriteOffRequest, write_off
from imt_desktop.ledger.disputes import disputed_on
from imt_desktop.ledger.errors import NoSuchAccountError, NoSuchMemberError
from imt_desktop.money import Currency, Money
from imt_desktop.period import Month, Period
from imt_desktop.reports.cashbook import pdf as cashbook_pdf
from imt_desktop.reports.cashbook.build import build_cashbook
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.facts import Contact, Heading, Holding, KindAmount, Officer
from imt_desktop.reports.income.build import build_income
from imt_desktop.reports.income.facts import Difference, IncomeFacts, KindRow
from imt_desktop.reports.lists import pdf as lists_pdf
from imt_desktop.reports.lists.build import build_list
from imt_desktop.reports.notice.build import build_notice
from imt_desktop.reports.notice.facts import (
    Assembly,
    CashCount,
    Decision,
    NoticeFacts,
    Owed,
    Price,
    WeOwe,
)
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.receipt import pdf
from imt_desktop.reports.receipt.build import build_receipt
from imt_desktop.reports.receipt.facts import Payer
from imt_desktop.reports.statement import pdf as statement_pdf
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.facts import MonthPaid, StatementFacts, StatementLine
from imt_desktop.reports.voucher import pdf as voucher_pdf
from imt_desktop.reports.voucher.build import build_voucher
from tests.book.charging.village import decide
from tests.builders import CASH, Desk, book_in, expense, household, kes, opening
from tests.reports import real
from tests.reports import samples as s
from tests.reports.reading import text

TODAY = date(2026, 10, 14)
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
BOTH = Period(SEPTEMBER.first, OCTOBER.last)
TERM = date(2028, 3, 31)
HEADING = Heading(
    committee="Kiboko Water Project",
    area="Kiboko, Makueni County",
    officers=(
        Officer(name="Esther Nduku", post="chair", until=TERM),
        Officer(name="Grace Mueni", post="treasurer", until=TERM),
    ),
)
KES = Currency("KES")
PRICES = (
    Price(connection="household", amount=kes(450)),
    Price(connection="kiosk", amount=kes(1800)),
)
DECISION = Decision(by="assembly", on=date(2026, 3, 14), minute="07/2026")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def kinds(*rows: tuple[str, int]) -> tuple[KindAmount, ...]:
    return tuple(KindAmount(kind=kind, amount=kes(amount)) for kind, amount in rows)


def lying(*rows: tuple[str, int]) -> tuple[Holding, ...]:
    return tuple(Holding(account=account, amount=kes(amount)) for account, amount in rows)


# The notice


def test_the_notice_of_a_month_that_is_over_shows_its_own_debts(kiboko: Desk) -> None:
    assert kiboko.see(build_notice, SEPTEMBER.period, TODAY) == NoticeFacts(
        heading=HEADING,
        period=SEPTEMBER.period,
        currency=KES,
        money_in=kinds(("grant", 30000), ("fee", 2800)),
        money_out=(
            *kinds(("fuel", 7240), ("repairs", 1000)),
            KindAmount(kind="honoraria", own_name="Honoraria", amount=kes(500)),
        ),
        opening=lying(("cash", 1000), ("bank", 20000)),
        closing=lying(("cash", 1100), ("bank", 43960)),
        households=3,
        paid_up=1,
        owed=Owed(households=2, amount=kes(800)),
        we_owe=WeOwe(bills=1, amount=kes(2000)),
        prices=PRICES,
        decision=DECISION,
        counted=CashCount(
            on=day(9, 30), by=("G. Mueni", "E. Nduku"), counted=kes(1100), book=kes(1100)
        ),
        contact=Contact(text=real.COMPLAINTS),
        assembly=Assembly(text=real.ASSEMBLY),
    )


def test_the_notice_of_the_running_month_says_as_of_when(kiboko: Desk) -> None:
    facts = kiboko.see(build_notice, OCTOBER.period, TODAY)
    assert facts.as_of == TODAY
    assert facts.money_in == kinds(("fee", 1650), ("ahead", 450), ("fine", 150))
    assert facts.money_out == kinds(("refund", 200))
    assert facts.opening == lying(("cash", 1100), ("bank", 43960), ("mobile", 0))
    assert facts.closing == lying(("cash", 2250), ("bank", 44360), ("mobile", 500))
    assert (facts.paid_up, facts.households) == (1, 3)
    assert facts.owed == Owed(households=2, amount=kes(1000))
    assert facts.counted is None


def test_the_notice_of_the_quarter_and_of_the_year(kiboko: Desk) -> None:
    quarter = kiboko.see(build_notice, Period.quarter(2026, 3), TODAY)
    assert (quarter.had, quarter.total_in, quarter.have) == (kes(21000), kes(32800), kes(45060))
    assert quarter.as_of is None
    year = kiboko.see(build_notice, Period.year(2026), TODAY)
    assert (year.had, year.total_in, year.total_out) == (kes(21000), kes(35050), kes(8940))
    assert (year.have, year.as_of) == (kes(47110), TODAY)
    assert year.counted and year.counted.on == day(9, 30)


def test_each_household_counts_once_by_its_oldest_debt(kiboko: Desk) -> None:
    for number in range(4, 10):
        kiboko.join(real.line(f"Member {number}"))
        kiboko.bill_one(str(number), 100, due_on=TODAY)
        if number < 7:
            kiboko.bill_one(str(number), 50, due_on=day(9, 1), on=day(9, 1))
    owed = kiboko.see(build_notice, OCTOBER.period, TODAY).owed
    assert (owed.households, owed.amount) == (8, kes(1000 + 600 + 150))
    assert sum(band.households for band in owed.bands) == owed.households
    assert [(band.first, band.last, band.households, band.amount) for band in owed.bands] == [
        (0, 30, 5, kes(1000 + 300)),
        (31, 60, 3, kes(3 * 150)),
    ]


def test_a_later_count_that_stands_for_the_period_is_named_with_its_day(kiboko: Desk) -> None:
    counted = kiboko.see(build_notice, Month(2026, 8).period, TODAY).counted
    assert counted and counted.on == day(9, 30)


def test_a_book_with_nothing_in_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.builders import book_in

    desk = book_in(tmp_path_factory.mktemp("empty"))
    try:
        facts = desk.see(build_notice, OCTOBER.period, TODAY)
        assert (facts.households, facts.paid_up, facts.prices) == (0, 0, ())
        assert (facts.counted, facts.assembly, facts.contact) == (None, None, None)
        assert desk.see(build_income, OCTOBER.period, TODAY).money_in == ()
        assert desk.see(build_cashbook, OCTOBER.period, TODAY).lines == ()
    finally:
        desk.book.close()


# Statements


def bill(month: Month, amount: int, balance: int) -> StatementLine:
    return StatementLine(
        on=month.first, what="fee", months=(month,), billed=kes(amount), balance=kes(balance)
    )


def paid(on: date, number: int, amount: int, balance: int) -> StatementLine:
    return StatementLine(
        on=on, what="payment", number=str(number), paid=kes(amount), balance=kes(balance)
    )


def statement(desk: Desk, number: str, period: Period = BOTH) -> StatementFacts:
    return desk.see(build_statement, number, period, TODAY)


def test_a_statement(kiboko: Desk) -> None:
    assert statement(kiboko, "1") == StatementFacts(
        heading=HEADING,
        period=BOTH,
        member=Payer(
            name="Tabitha Kiplagat", member="1", zone="Sokoni", telephone="0742 *** 757"
        ),
        unconfirmed=kes(900),
        brought=kes(900),
        lines=(
            bill(SEPTEMBER, 450, 1350),
            paid(day(9, 5), 1, 1000, 350),
            bill(OCTOBER, 450, 800),
            StatementLine(
                on=day(10, 4), what="fine", text="work day of 12 September", billed=kes(200),
                balance=kes(1000),
            ),
            paid(day(10, 5), 4, 500, 500),
            StatementLine(on=day(10, 6), what="cancelled", number="5", balance=kes(500)),
        ),
        balance=kes(500),
        months=(
            MonthPaid(month=SEPTEMBER, state="paid"),
            MonthPaid(month=OCTOBER, state="open"),
        ),
        ask=Contact(text=real.COMPLAINTS),
        pay_to=Contact(name="Grace Mueni", post="treasurer", telephone="0700 000 145"),
    )  # fmt: skip


def test_a_statement_tells_old_receipts_from_ours(kiboko: Desk) -> None:
    kiboko.pay("1", 100, old_receipt="2024", on=day(10, 5))
    facts = statement(kiboko, "1")
    found = text(statement_pdf.render(facts, Bilingual(Translator("en"), Translator("sw")), None))
    assert "Old receipt no. 2024" in found
    assert "Receipt 4" in found


def test_a_statement_with_money_given_back(kiboko: Desk) -> None:
    facts = statement(kiboko, "2")
    assert facts.lines[2:] == (
        paid(day(10, 3), 3, 1350, -450),
        StatementLine(on=day(10, 8), what="refund", paid=kes(-200), balance=kes(-250)),
    )
    assert (facts.billed, facts.paid, facts.balance) == (kes(900), kes(1150), kes(-250))


def test_a_bill_that_was_put_right_is_a_line_of_its_own_day(kiboko: Desk) -> None:
    facts = statement(kiboko, "3")
    corrected = StatementLine(
        on=day(10, 9), what="correction", months=(OCTOBER,), billed=kes(-900), balance=kes(900)
    )
    assert facts.lines[2:4] == (bill(OCTOBER, 1800, 1800), corrected)
    assert [month.state for month in facts.months] == ["paid", "part"]


def test_a_statement_of_an_earlier_month_tells_what_was_put_right_since(kiboko: Desk) -> None:
    """The month stays what it was; whoever holds its paper reads what became of it."""
    before = statement(kiboko, "3", OCTOBER.period)
    bill = Ref(*kiboko.rows("SELECT seq, line FROM bill WHERE member=1 AND period='2026-09'")[0])
    was = statement(kiboko, "1", SEPTEMBER.period)
    kiboko.correct(bill, 400)  # 450 before
    facts = statement(kiboko, "1", SEPTEMBER.period)
    assert msgspec.structs.replace(facts, later=()) == was
    put_right = StatementLine(
        on=TODAY, what="correction", months=(SEPTEMBER,), billed=kes(-50), balance=kes(300)
    )
    assert facts.later == (put_right,)
    assert statement(kiboko, "1").lines[-1] == msgspec.structs.replace(
        put_right, balance=statement(kiboko, "1").balance
    )
    assert statement(kiboko, "1").later == before.later == ()
    words = Bilingual(Translator("en"), Translator("sw"))
    drawn = text(statement_pdf.render(facts, words, None))
    assert "14 October 2026: Bill corrected" in drawn
    assert text(statement_pdf.render(was, words, None)).count("corrected") == 0


def test_a_statement_names_what_was_let_go_and_its_entry(kiboko: Desk) -> None:
    (seq, line, left) = kiboko.rows(
        "SELECT seq, line, open FROM bill WHERE member=1 AND open>0 ORDER BY seq LIMIT 1"
    )[0]
    decision = decide(kiboko, "A debt is let go")
    wanted = WriteOffRequest(bill=Ref(seq, line), decision=decision, reason="died")
    with kiboko.book.write(Signing(1, signature="pin", countersigned=(2,))) as writing:
        made = write_off(writing, wanted)
    facts = statement(kiboko, "1")
    let_go = facts.lines[-1]
    assert (let_go.what, let_go.billed, let_go.number) == (
        "write-off", -Money(left, kiboko.book.currency), str(made.seq),
    )  # fmt: skip
    words = Bilingual(Translator("en"), Translator("sw"))
    drawn = " ".join(text(statement_pdf.render(facts, words, None)).split())
    assert f"Debt let go by decision, entry {made.seq}" in drawn
    assert "Bill corrected" not in drawn


def test_a_statement_of_a_month_that_is_over(kiboko: Desk) -> None:
    facts = statement(kiboko, "1", SEPTEMBER.period)
    assert (facts.brought, facts.balance, facts.past) == (kes(900), kes(350), True)
    assert facts.months == (MonthPaid(month=SEPTEMBER, state="part"),)


def test_a_statement_says_what_came_from_the_old_book(kiboko: Desk) -> None:
    facts = statement(kiboko, "1", Period(day(8, 1), day(8, 31)))
    assert facts.lines == (
        StatementLine(on=day(8, 31), what="opening", billed=kes(900), balance=kes(900)),
    )
    assert [month.state for month in facts.months] == ["none"]


def test_a_debt_that_went_to_another_member(kiboko: Desk) -> None:
    kiboko.hand_over(1, "2", debt="moves")
    gone = statement(kiboko, "1").lines[-1]
    assert (gone.what, gone.billed, gone.months) == ("moved", kes(-450), (OCTOBER,))
    come = statement(kiboko, "2").lines[-1]
    assert (come.what, come.billed, come.balance) == ("fee", kes(450), kes(200))


def test_disputed_says_what_was_so_on_the_last_day_of_the_statement(kiboko: Desk) -> None:
    def marked(month: Month) -> list[int]:
        facts = kiboko.see(build_statement, "1", month.period, TODAY)
        return [line.on.month for line in facts.lines if line.disputed]

    september = Ref(
        *kiboko.rows("SELECT seq, line FROM bill WHERE member=1 AND period='2026-09'")[0]
    )
    october = Ref(*kiboko.rows("SELECT seq, line FROM bill WHERE member=1 AND period='2026-10'")[0])
    kiboko.void(kiboko.rows("SELECT seq FROM money_line WHERE receipt=1")[0][0])  # nothing is paid
    kiboko.dispute(september)
    kiboko.dispute(october)
    assert (marked(SEPTEMBER), marked(OCTOBER)) == ([], [10])
    kiboko.dispute(october, False)
    assert marked(OCTOBER) == []
    kiboko.clock.now = kiboko.clock.now.replace(month=11, day=3)
    kiboko.dispute(october)
    assert marked(OCTOBER) == []  # only since November
    kiboko.clock.now = kiboko.clock.now.replace(day=4)
    kiboko.dispute(september)  # once more
    kiboko.dispute(october, False)
    assert kiboko.see(disputed_on, day(11, 3)) == {september, october}
    assert kiboko.see(disputed_on, day(11, 4)) == {september}


def test_nobody_of_that_number(kiboko: Desk) -> None:
    with pytest.raises(NoSuchMemberError):
        statement(kiboko, "99")


# Cash books


def test_the_cash_book_of_one_account(kiboko: Desk) -> None:
    assert kiboko.see(build_cashbook, SEPTEMBER.period, TODAY, CASH) == CashbookFacts(
        heading=HEADING,
        period=SEPTEMBER.period,
        brought=kes(1000),
        carried=kes(1100),
        account="cash",
        lines=(
            CashLine(
                on=day(9, 5), kind="fee", number="1", text="Tabitha Kiplagat", into=kes(1000),
                balance=kes(2000),
            ),
            CashLine(
                on=day(9, 15), kind="honoraria", own_name="Honoraria", text="Guard", out=kes(500),
                balance=kes(1500),
            ),
            CashLine(
                on=day(9, 25), kind="move", other_account="bank", out=kes(400), balance=kes(1100)
            ),
        ),
    )  # fmt: skip


def test_the_cash_book_of_all_accounts_together(kiboko: Desk) -> None:
    facts = kiboko.see(build_cashbook, SEPTEMBER.period, TODAY)
    assert (facts.brought, facts.carried) == (kes(21000), kes(45060))
    assert facts.holdings == lying(("cash", 1100), ("bank", 43960), ("mobile", 0))
    assert [line.account for line in facts.lines] == [
        "cash", "bank", "bank", "cash", "bank", "cash", "bank",
    ]  # fmt: skip
    moved = facts.lines[5]
    assert (moved.kind, moved.other_account, moved.moved) == ("move", "bank", kes(400))
    assert (moved.into, moved.out, moved.balance) == (None, None, kes(46060))
    into = sum((line.into.minor for line in facts.lines if line.into), 0)
    out = sum((line.out.minor for line in facts.lines if line.out), 0)
    assert (into, out) == (kes(32800).minor, kes(8740).minor)
    assert facts.lines[2].text == "Filling station · Diesel, 40 litres"
    assert facts.lines[2].number == "213"


def test_a_cancelled_receipt_stays_in_the_cash_book_and_is_not_counted(kiboko: Desk) -> None:
    facts = kiboko.see(build_cashbook, OCTOBER.period, TODAY, CASH)
    assert facts.lines[1] == CashLine(
        on=day(10, 6), kind="fine", number="5", text="Tabitha Kiplagat", into=kes(50),
        struck=True, reason="typed twice",
    )  # fmt: skip
    assert (facts.carried, facts.as_of) == (kes(2250), TODAY)
    assert facts.lines[0].more  # fees, and money paid ahead


def test_a_line_of_a_closed_month_counts_until_it_is_taken_back(
    kiboko: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voids, "first_open_day", lambda _book: day(10, 1))
    (entry,) = kiboko.rows("SELECT seq FROM money_line WHERE receipt=1")[0]
    kiboko.void(entry)
    first = kiboko.see(build_cashbook, SEPTEMBER.period, TODAY, CASH)
    assert (first.carried, first.lines[0].struck) == (kes(1100), False)
    second = kiboko.see(build_cashbook, OCTOBER.period, TODAY, CASH)
    back = second.lines[-1]
    assert (back.taken_back, back.out, back.number) == (True, kes(1000), "1")
    assert second.carried == kes(1250)
    gone = statement(kiboko, "1").lines[-1]
    assert (gone.what, gone.number, gone.paid, gone.balance) == (
        "cancelled", "1", kes(-1000), kes(1500),
    )  # fmt: skip


def test_a_loan_is_no_unpaid_bill(kiboko: Desk) -> None:
    kiboko.get(5000, "loan")
    assert kiboko.see(build_notice, OCTOBER.period, TODAY).we_owe == WeOwe(
        bills=1, amount=kes(7000), loans=1
    )


def test_what_the_old_book_handed_over_later_is_what_we_had_that_day(kiboko: Desk) -> None:
    year = Period.parse("2026")
    opened = kiboko.rows("SELECT min(effective_on) FROM money_line WHERE what='opening'")[0][0]
    facts = kiboko.see(build_notice, year, TODAY)
    assert facts.first == date.fromisoformat(opened) > year.first
    assert kiboko.see(build_notice, OCTOBER.period, TODAY).first == OCTOBER.first


def test_what_the_old_book_handed_over_is_brought_forward(kiboko: Desk) -> None:
    ledger = kiboko.see(cash_book, Month(2026, 8).period)
    assert (ledger.brought_forward, ledger.lines, ledger.came) == (kes(21000), (), kes(0))
    assert sum(line.came.minor for line in ledger.opened) == kes(21000).minor
    facts = kiboko.see(build_cashbook, Month(2026, 8).period, TODAY)
    assert (facts.brought, facts.lines, facts.carried) == (kes(21000), (), kes(21000))


def test_cash_book_and_notice_add_up_to_the_same_where_an_advance_is_brought_back(
    kiboko: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    advance = Ref(kiboko.advance(600).seq)
    kiboko.settle_advance(advance, expense(150, "parts", account=None), returned=450, account=CASH)
    monkeypatch.setattr(voids, "first_open_day", lambda _book: day(10, 1))
    (entry,) = kiboko.rows("SELECT seq FROM money_line WHERE receipt=1")[0]
    kiboko.void(entry)  # of September: 1,000 go out again in October
    book = kiboko.see(build_cashbook, OCTOBER.period, TODAY)
    notice = kiboko.see(build_notice, OCTOBER.period, TODAY)
    into = sum((line.into.minor for line in book.lines if line.into and not line.struck), 0)
    out = sum((line.out.minor for line in book.lines if line.out and not line.struck), 0)
    back = kes(450 + 1000)
    assert book.came_back == back
    assert (into - back.minor, out - back.minor) == (notice.total_in.minor, notice.total_out.minor)
    assert (book.counted_in, book.counted_out) == (notice.total_in, notice.total_out)
    assert kiboko.see(build_cashbook, OCTOBER.period, TODAY, CASH).came_back is None


def test_an_account_that_is_not_there(kiboko: Desk) -> None:
    with pytest.raises(NoSuchAccountError):
        kiboko.see(build_cashbook, OCTOBER.period, TODAY, 9)


# Money in and money out


def test_money_in_and_out_with_the_month_before(kiboko: Desk) -> None:
    def row(kind: str, amount: int, before: int, own_name: str = "") -> KindRow:
        return KindRow(kind=kind, amount=kes(amount), before=kes(before), own_name=own_name)

    assert kiboko.see(build_income, OCTOBER.period, TODAY) == IncomeFacts(
        heading=HEADING,
        period=OCTOBER.period,
        currency=KES,
        money_in=(
            row("fee", 1650, 2800), row("ahead", 450, 0), row("fine", 150, 0),
            row("grant", 0, 30000),
        ),
        money_out=(
            row("refund", 200, 0), row("fuel", 0, 7240), row("repairs", 0, 1000),
            row("honoraria", 0, 500, "Honoraria"),
        ),
        start=kes(45060),
        holdings=lying(("cash", 2250), ("bank", 44360), ("mobile", 500)),
        previous=SEPTEMBER.period,
        start_before=kes(21000),
        end_before=kes(45060),
        owed_to_us=kes(1000),
        we_owe=kes(2000),
        as_of=TODAY,
    )  # fmt: skip


def test_the_first_month_has_none_before_it(kiboko: Desk) -> None:
    facts = kiboko.see(build_income, SEPTEMBER.period, TODAY)
    assert (facts.previous, facts.start_before) == (None, None)
    assert (facts.total_in, facts.total_out, facts.end) == (kes(32800), kes(8740), kes(45060))
    assert (facts.owed_to_us, facts.we_owe) == (kes(800), kes(2000))
    assert all(row.before is None for row in facts.money_in)


def test_a_printed_source_that_says_otherwise(kiboko: Desk) -> None:
    said = Difference(text="The county's paper", printed=kes(8741), book=kes(8740))
    facts = kiboko.see(build_income, SEPTEMBER.period, TODAY, (said,))
    assert facts.differences == (said,)


def test_a_receipt_of_who_had_paid_ahead_adds_up(kiboko: Desk) -> None:
    kiboko.pay("2", 5000)
    before = kiboko.see(members_ahead, "2")
    paid = kiboko.pay("2", 1000)
    facts = kiboko.see(build_receipt, Ref(paid.entry, 1))
    assert (facts.ahead_before, facts.paid_ahead) == (before, before + kes(1000))
    assert before


def test_a_receipt_calls_what_the_old_book_said_by_its_name(tmp_path: Path) -> None:
    desk = book_in(tmp_path, fee=450)
    desk.join(household("Otieno"), on=date(2026, 9, 1))
    desk.open(opening("debt", 900, member="1"))
    desk.bill("2026-09")
    paid = desk.pay("1", 1350)
    facts = desk.see(build_receipt, Ref(paid.entry, 1))
    desk.book.close()
    said = {line.kind: line.amount for line in facts.lines}
    assert said == {"opening": kes(900), "fee": kes(450)}
    first = Bilingual(Translator("en", "KE"))
    assert "From the old book 900" in text(pdf.render(facts, first, None))


def members_ahead(book: Reading, number: str) -> Money:
    (minor,) = book.driver.execute("SELECT ahead FROM member WHERE number=?", (number,)).fetchone()
    return Money(minor, KES)


def test_the_printed_cash_book_says_what_the_old_book_handed_over(tmp_path: Path) -> None:
    desk = book_in(tmp_path, members=1)
    desk.get(80, on=date(2026, 9, 20))
    desk.open(opening("account", 1200, account=CASH), on=date(2026, 10, 5))
    desk.spend(70, payee="Shop", text="nails", on=date(2026, 10, 6))
    both = Bilingual(Translator("sw"), Translator("fr"))
    boxes = cashbook_pdf.draw(cashbook_of(desk, OCTOBER.period), both, s.ANCHOR).sheets[0].boxes
    (under,) = (box for box in boxes if box.label.startswith("Report, dont"))
    (line,) = (box for box in boxes if "nails" in box.label)
    assert line.top - under.bottom > 4
    found = text(cashbook_pdf.render(cashbook_of(desk, OCTOBER.period), s.ONE, s.ANCHOR))
    assert "Brought forward, of it from the old book: 1,200" in found
    desk.void(desk.entries() - 2)
    found = text(cashbook_pdf.render(cashbook_of(desk, BOTH), s.ONE, s.ANCHOR))
    assert "Brought forward from the old book" in found
    september = cashbook_of(desk, SEPTEMBER.period)
    assert "old book" not in text(cashbook_pdf.render(september, s.ONE, s.ANCHOR))
    desk.book.close()


def cashbook_of(desk: Desk, period: Period) -> CashbookFacts:
    return desk.see(build_cashbook, period, TODAY, CASH)


def test_what_a_forgotten_member_paid_does_not_stand_without_words(kiboko: Desk) -> None:
    kiboko.join(household("Zawadi Away"))
    number = kiboko.rows("SELECT number FROM member WHERE name='Zawadi Away'")[0][0]
    kiboko.bill_one(number, 77)
    kiboko.pay(number, 77)
    left = members.MemberStatusRequest(member=number, status="left", reason="moved")
    kiboko.do(members.change_status, left)
    kiboko.do(forgetting.forget, forgetting.ForgetRequest(member=number, mentions=True))
    facts = kiboko.see(build_cashbook, OCTOBER.period, TODAY, CASH)
    assert [line.into for line in facts.lines if line.forgotten] == [kes(77)]
    assert "Forgotten · " in text(cashbook_pdf.render(facts, s.ONE, s.ANCHOR))
    listed = kiboko.see(build_list, "receipts", OCTOBER.period)
    assert [row.amount for row in listed.rows if row.forgotten] == [kes(77)]
    assert "Forgotten" in text(lists_pdf.render(listed, s.ONE, s.ANCHOR))


def test_a_line_that_came_late_says_for_when(kiboko: Desk) -> None:
    late = expenses.ExpenseRequest(lines=(expense(70, payee="Shop"),), concerns="2026-09-20")
    kiboko.do(expenses.spend, late)
    facts = kiboko.see(build_cashbook, OCTOBER.period, TODAY, CASH)
    assert [line.concerns for line in facts.lines if line.concerns] == ["2026-09-20"]
    found = text(cashbook_pdf.render(facts, s.ONE, s.ANCHOR))
    assert "for 20 Sep" in found


def test_a_voucher_and_the_list_of_vouchers_say_for_when_it_is(kiboko: Desk) -> None:
    late = expenses.ExpenseRequest(lines=(expense(70, payee="Shop"),), concerns="2026-09")
    seq = kiboko.do(expenses.spend, late).seq
    facts = kiboko.see(build_voucher, str(seq))
    assert facts.concerns == "2026-09"
    found = text(voucher_pdf.render(facts, s.TWO, s.ANCHOR))
    assert "Concerns" in found and "September 2026" in found
    listed = kiboko.see(build_list, "vouchers", OCTOBER.period)
    assert [row.concerns for row in listed.rows if row.concerns] == ["2026-09"]
    assert "for September 2026" in text(lists_pdf.render(listed, s.ONE, s.ANCHOR))
