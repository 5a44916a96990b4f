"""What the book itself answers, each figure worked out by hand beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from imt_desktop.ledger import accounts
from imt_desktop.oversight.indicators import Figure, figures
from tests.book.charging.village import ask, tariff
from tests.builders import BANK, CASH, Desk

Book = Callable[..., Desk]


def found(desk: Desk, today: date) -> dict[str, Figure]:
    return {one.indicator.code: one for one in desk.see(figures, today)}


def test_a_new_book_answers_nothing_rather_than_naught(book_with: Book) -> None:
    desk = book_with()
    values = {code: one.value for code, one in found(desk, date(2026, 2, 3)).items()}
    # The first month is over for three days: neither closing nor notice is late, no bank is in use.
    assert values == {
        "collected": None, "arrears-90": None, "unbanked": 0, "cash-above-limit": None,
        "vouchers": None, "two-signatures": None, "months-closed": None,
        "statements-in-time": None, "bank-reconciled": None, "counts-agree": None,
        "pad-gaps": None, "complaints-in-time": None, "cost-recovery": None, "reserve-set-aside": None,
        "house-visits": None, "labour-days": None, "days-without-water": None,
        "assemblies-held": None, "water-tests": None, "women-in-post": None,
    }  # fmt: skip


def test_in_its_first_month_a_book_has_not_enough_months(book_with: Book) -> None:
    """Its first month is January: December was before there was a book, and nobody closed it."""
    answers = found(book_with(), date(2026, 1, 27))
    assert (answers["months-closed"].value, answers["months-closed"].past) == (None, ())
    assert answers["statements-in-time"].value is None


def test_three_months_by_hand(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    for month in ("2026-07", "2026-08", "2026-09"):
        desk.bill(month)
    desk.pay("1", 900, on=date(2026, 9, 10))
    desk.spend(100, voucher="1", on=date(2026, 9, 11))
    desk.spend(50, on=date(2026, 9, 12))
    desk.move(CASH, BANK, 600, on=date(2026, 9, 14))
    desk.count(150, on=date(2026, 9, 30))
    desk.count(140, on=date(2026, 9, 30), explanation="ten are missing")
    answers = found(desk, date(2026, 10, 14))
    # Member 1 paid July and August of three months; member 2 nothing.
    assert answers["collected"].past[-3:] == (5_000, 5_000, 0)
    assert answers["collected"].value == 0 and answers["collected"].good is False
    assert answers["vouchers"].value == 5_000
    desk.spend(30, category="charges", on=date(2026, 9, 13))  # a bank gives no paper for them
    desk.owe(60, voucher="2", on=date(2026, 9, 14))  # what is owed has its bill
    assert found(desk, date(2026, 10, 14))["vouchers"].value == 6_666
    # Cash lay there overnight from the 10th to the 14th: 4 days. What the banking of the 14th left lay there
    # from then to the end of the 30th: 17 days.
    assert answers["unbanked"].value == 17
    assert answers["counts-agree"].value == 5_000
    # July, August and September are over for 10 days; nothing was hung. None of them was closed.
    assert answers["statements-in-time"].past[-3:] == (0, 0, 0)
    assert answers["months-closed"].past[-3:] == (0, 0, None)
    assert answers["bank-reconciled"].past[-2:] == (None, 0)


def test_old_arrears_count_from_the_day_after_ninety(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-06")  # due on 30 June
    assert found(desk, date(2026, 9, 28))["arrears-90"].value == 0
    assert found(desk, date(2026, 9, 29))["arrears-90"].value == 45_000


def test_what_moved_into_instalments_counts_once(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-10")
    ask(desk, "agreement", member="1", count=3, first="2026-10-31", text="three times")
    desk.clock.now = datetime.fromisoformat("2026-11-14T09:00:00+03:00")
    # Of 450 in three parts 150 were due in October; nothing else counts there.
    assert found(desk, date(2026, 11, 14))["collected"].past[-1] == 0
    desk.pay("1", 75)
    assert found(desk, date(2026, 11, 14))["collected"].past[-1] == 5_000
    desk.pay("1", 75)
    assert found(desk, date(2026, 11, 14))["collected"].past[-1] == 10_000


def test_days_above_the_limit_end_with_a_banking(book_with: Book) -> None:
    desk = book_with()
    ask(
        desk, "committee", name="Kiboko", first_month="2026-01", languages=["en"], cash_limit="1000"
    )
    desk.get(1_500, on=date(2026, 9, 7))
    desk.move(CASH, BANK, 600, on=date(2026, 9, 10))
    answers = found(desk, date(2026, 10, 14))
    assert answers["cash-above-limit"].value == 3, "7, 8 and 9 September"
    assert answers["cash-above-limit"].good is False


def test_cash_that_was_cancelled_never_lay_in_the_box(book_with: Book) -> None:
    desk = book_with()
    ask(
        desk, "committee", name="Kiboko", first_month="2026-01", languages=["en"], cash_limit="1000"
    )
    desk.get(100, on=date(2026, 9, 7))
    desk.void(desk.get(5_000, on=date(2026, 10, 2)).seq)
    moved = desk.move(CASH, BANK, 50, on=date(2026, 10, 9))
    desk.void(moved.seq)
    answers = found(desk, date(2026, 11, 3))
    assert answers["cash-above-limit"].past[-2:] == (0, 0)
    # From the 7th to the end of the 30th 24 days; to the end of October 31 more.
    assert answers["unbanked"].past[-2:] == (24, 55)


def test_what_lay_unbanked_since_the_month_before_counts_whole(book_with: Book) -> None:
    desk = book_with()
    desk.get(900, on=date(2026, 4, 20))
    desk.move(CASH, BANK, 500, on=date(2026, 4, 27))
    desk.move(CASH, BANK, 100, on=date(2026, 5, 19))
    desk.move(CASH, BANK, 300, on=date(2026, 6, 8))
    answers = found(desk, date(2026, 10, 14))
    # April: 20 to 27 April are 7 days, longer than the 4 since the 27th. May: 27 April to 19 May are 3 + 19 = 22.
    # June: 19 May to 8 June are 12 + 8 = 20. Nothing has lain there since.
    assert answers["unbanked"].past[-6:] == (7, 22, 20, 0, 0, 0)
    # Asked a year later the run into May is older than the twelve months that are looked at.
    assert found(desk, date(2027, 6, 14))["unbanked"].past == (20, *[0] * 11)


def test_cash_from_one_box_to_another_is_not_banked(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "account", type="cash", name="Kiosk")
    desk.get(900, account=4, on=date(2026, 9, 3))
    desk.move(4, CASH, 900, on=date(2026, 9, 12))
    desk.move(CASH, BANK, 900, on=date(2026, 9, 23))
    assert found(desk, date(2026, 10, 14))["unbanked"].value == 20, "3 to 23 September"


def test_what_stands_on_a_day_has_a_past(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill("2026-05")
    ask(desk, "pad", first=1, last=50, holder="kiosk")  # on 14 October
    desk.pay("1", 450, on=date(2026, 9, 20), pad="3")
    desk.pay("2", 100, on=date(2026, 10, 3), pad="2")
    answers = found(desk, date(2026, 11, 3))
    assert answers["arrears-90"].past[-4:] == (0, 90_000, 45_000, 35_000)
    assert answers["pad-gaps"].past[-2:] == (None, 1)
    assert (answers["arrears-90"].value, answers["pad-gaps"].value) == (35_000, 1)


def test_savings_stand_against_their_target(book_with: Book) -> None:
    desk = book_with()
    wanted = accounts.AccountRequest(type="reserve", name="Pump")
    desk.do(accounts.open_account, wanted)
    desk.get(500)
    desk.move(CASH, 4, 250)
    ask(desk, "reserve-target", account=4, target=str(Decimal(1_000)))
    assert found(desk, date(2026, 10, 14))["reserve-set-aside"].value == 2_500
    assert found(desk, date(2026, 11, 2))["reserve-set-aside"].past[-2:] == (None, 2_500)


def test_days_worked_are_added_up(book_with: Book) -> None:
    desk = book_with(members=3)
    flat = {"connection_type": "household", "fixed": "450"}
    tariff(desk, flat, labour={"value": "300", "days": 4})
    worked = [("1", "1"), ("2", "2"), ("3", "0.5")]
    lines = [{"member": member, "days": days, "on": "2026-10-02"} for member, days in worked]
    ask(desk, "labour", lines=lines)
    lost = ask(desk, "labour", lines=lines[:1])
    desk.void(lost.seq)
    assert found(desk, date(2026, 11, 14))["labour-days"].value == 3_500, "1 + 2 + 0.5 days"


def test_gaps_in_pads(book_with: Book) -> None:
    desk = book_with(members=1)
    ask(desk, "pad", first=1, last=50, holder="kiosk")
    desk.pay("1", 5, pad="4")
    assert found(desk, date(2026, 10, 14))["pad-gaps"].value == 3


def test_months_before_the_book_began_are_not_asked(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    answers = found(desk, date(2026, 3, 20))
    assert len(answers["collected"].past) == 2, "January and February"


def test_what_the_community_wrote_down(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    adults = [{"name": "Amina", "gender": "woman"}, {"name": "Juma", "gender": "man"}]
    ask(desk, "members", lines=[{"adults": adults}])
    for name, post in (("Amina", "chair"), ("Juma", "treasurer")):
        ask(desk, "officer", name=name, post=post, since="2026-01-01")
    ask(desk, "meeting", what="assembly", day="2026-10-14")
    ask(desk, "meeting-held", meeting=1, women=1, men=1, present=["1"])
    for day, value in (("2026-09-30", "0.3"), ("2026-10-12", "0.4")):
        ask(desk, "water-test", on=day, lines=[{"parameter": "chlorine", "value": value}])
    ask(
        desk, "breakdown", component="pump", cause="wear", on="2026-08-30", dry_since="2026-08-30",
        words="dry",
    )  # fmt: skip
    ask(desk, "breakdown-repaired", breakdown=1, words="seals", by="M. N.", back_on="2026-09-04",
        on="2026-09-04")  # fmt: skip
    answers = found(desk, date(2026, 10, 14))
    assert answers["women-in-post"].value == 5_000 and answers["women-in-post"].good
    assert answers["assemblies-held"].value == 1 and answers["assemblies-held"].good is False
    assert answers["water-tests"].value == 2 and answers["water-tests"].good
    assert answers["water-tests"].past[-2:] == (None, 1), "the first test was on 30 September"
    assert (
        answers["women-in-post"].past[-1] == 5_000 and answers["assemblies-held"].past[-1] is None
    )
    # 30 and 31 August; 1, 2 and 3 September; before the log was begun nothing is known.
    assert answers["days-without-water"].past[-3:] == (None, 2, 3)


def test_bills_that_moved_or_were_cancelled_do_not_count_as_paid(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    billed = desk.bill("2026-09")
    desk.pay("1", 450)
    desk.bill_one("2", 100)
    assert found(desk, date(2026, 10, 14))["collected"].value == 5_000
    desk.void(billed.seq, 2)  # the other household's bill was a mistake
    assert found(desk, date(2026, 10, 14))["collected"].value == 10_000
