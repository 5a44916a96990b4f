"""Questions that the book asks: each from a book made for it, answered, and asked anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from imt_desktop.cli.commands import main
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.oversight.errors import NeverAskedError
from imt_desktop.oversight.questions import QUESTIONS, Question, asking, questions
from imt_desktop.oversight.questions.question import thresholds
from imt_desktop.plan import answers
from imt_desktop.plan.answers import AnswerRequest
from imt_desktop.wording.questions import question_state, question_title, question_words
from tests.book.charging.village import ask, decide
from tests.builders import BANK, CASH, Desk, kes

Book = Callable[..., Desk]
TODAY = date(2026, 10, 14)


def asked(desk: Desk, code: str, today: date = TODAY) -> list[Question]:
    return [one for one in desk.see(questions, today) if one.code == code]


def day(number: int) -> date:
    return date(2026, 10, number)


def test_a_new_book_asks_nothing(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    assert desk.see(questions, TODAY) == ()


def test_every_question_has_its_threshold_and_source_and_its_words() -> None:
    assert set(thresholds()) == set(QUESTIONS)
    unnamed = [one for one in thresholds().values() if "rule of thumb" in one.source]
    assert unnamed and not any(one.confirmed for one in unnamed)
    tr = Translator("en")
    assert all(question_title(code, tr) for code in QUESTIONS)


def test_numbers_missing_in_a_pad(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    ask(desk, "pad", first=1, last=50, holder="kiosk")
    for number in (1, 2, 5, 9):
        desk.pay("1", 10, pad=str(number))
    (one,) = asked(desk, "pad-gaps")
    assert (one.about, one.count, one.numbers) == ("1-50", 5, (3, 4, 6, 7, 8))
    words = question_words(one, Translator("en"))
    assert "3–4, 6–8" in words and "kiosk" not in words


def test_a_month_in_which_much_was_cancelled(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    paid = [desk.pay("1", 100) for _ in range(20)]
    for receipt in paid[:2]:
        desk.void(receipt.entry)
    assert asked(desk, "voids") == []  # two are fewer than asked about, though 10 % are many
    desk.void(paid[2].entry)
    (one,) = asked(desk, "voids")
    assert (one.count, one.share, one.amount) == (3, 1_500, kes(300))
    assert [ref.entry for ref in one.rests] == [receipt.entry for receipt in paid[:3]]


def test_expenses_without_a_voucher(book_with: Book) -> None:
    desk = book_with()
    desk.get(10_000)
    desk.spend(123, voucher="1")
    desk.spend(41, envelope="3")
    bare = desk.spend(75)
    desk.spend(30, category="charges")  # a bank gives no paper for them
    (one,) = asked(desk, "no-voucher")
    assert (one.count, one.amount, one.rests) == (1, kes(75), (Ref(bare.seq, 1),))


def test_several_purchases_just_within_the_limit(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    for on in (1, 4):  # nothing was limited yet
        desk.spend(4_900, payee="Hardware", on=date(2026, 9, on))
    ask(desk, "limits", decision=decide(desk), expense_limit="5000", since="2026-10-01")
    first = desk.spend(2_400, payee="Hardware", on=day(2), voucher="1")
    desk.spend(2_600, payee="  HARDWARE ", on=day(5), voucher="2")
    assert asked(desk, "split") == []  # together no more than the limit
    desk.spend(10, payee="hardware", on=day(8), voucher="3")
    (one,) = asked(desk, "split")
    assert (one.about, one.count, one.amount) == (f"{first.seq}/1", 3, kes(5_010))
    assert one.limit == kes(5_000) and one.on == day(2)
    assert "Hardware" not in question_words(one, Translator("en"))


def test_purchases_a_week_apart_are_two(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    ask(desk, "limits", decision=decide(desk), expense_limit="5000", since="2026-10-01")
    desk.spend(4_000, payee="Hardware", on=day(1))
    desk.spend(4_000, payee="Hardware", on=day(8))
    assert asked(desk, "split") == []


def test_round_sums(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    for amount in (500, 3_000, 20, 1_234):
        desk.spend(amount)
    assert asked(desk, "round-sums") == []  # four say nothing
    desk.spend(900)
    (one,) = asked(desk, "round-sums")
    assert (one.count, one.share) == (4, 8_000)


def test_the_same_payee_twice_on_a_day(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    desk.spend(510, payee="Hardware", on=day(3))
    desk.spend(620, payee="Filling station", on=day(3))
    assert asked(desk, "twice-a-day") == []
    desk.spend(510, payee="hardware", on=day(3))
    (one,) = asked(desk, "twice-a-day")
    assert (one.count, one.amount, one.on) == (2, kes(1_020), day(3))


def spent_at_once(desk: Desk, *lines: dict[str, Any]) -> None:
    """Book several lines of 3 October to one shop as one entry."""
    common = {"payee": "Hardware", "category": "fuel", "on": "2026-10-03"}
    ask(desk, "money-out", lines=[{**common, **line} for line in lines])


def test_two_vouchers_of_one_entry_are_two_and_lines_of_one_voucher_are_one(
    book_with: Book,
) -> None:
    desk = book_with()
    desk.get(50_000)
    spent_at_once(desk, {"amount": "510", "voucher": "7"}, {"amount": "20", "voucher": "7"})
    assert asked(desk, "twice-a-day") == []  # one paper, booked as two kinds of things
    spent_at_once(desk, {"amount": "300"}, {"amount": "310"})
    (one,) = asked(desk, "twice-a-day")
    assert (one.count, one.amount, len(one.rests)) == (3, kes(1_140), 4)


def test_two_vouchers_of_one_entry_may_be_a_split_purchase(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    ask(desk, "limits", decision=decide(desk), expense_limit="5000", since="2026-10-01")
    spent_at_once(desk, {"amount": "4900", "voucher": "1"}, {"amount": "4800", "voucher": "2"})
    (one,) = asked(desk, "split")
    assert (one.count, one.amount) == (2, kes(9_700))


def test_money_to_somebody_in_post(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    ask(desk, "officer", name="José Wanjiru", post="treasurer", since="2026-06-01")
    desk.spend(300, payee="jose  wanjiru", on=date(2026, 5, 30))
    assert asked(desk, "payee-officer") == []  # not yet in post
    desk.spend(450, payee="jose  wanjiru", on=day(4))
    (one,) = asked(desk, "payee-officer")
    assert (one.count, one.amount) == (1, kes(450))
    assert "osé" not in question_words(one, Translator("en"))


def test_money_to_somebody_whose_term_is_over_and_who_is_still_in_post(book_with: Book) -> None:
    desk = book_with()
    desk.get(50_000)
    term = {"since": "2024-06-01", "until": "2026-09-30"}
    ask(desk, "officer", name="Wanjiru", post="treasurer", **term)
    paid = desk.spend(300, payee="Wanjiru", on=day(4))
    (one,) = asked(desk, "payee-officer")
    assert one.rests == (Ref(paid.seq, 1),)
    ask(desk, "officer-left", officer="Wanjiru", on="2026-10-06")
    desk.spend(450, payee="Wanjiru", on=day(7))
    (one,) = asked(desk, "payee-officer")
    assert one.rests == (Ref(paid.seq, 1),), "nobody's post any more on the 7th"


def test_cash_that_was_banked_late(book_with: Book) -> None:
    desk = book_with()
    got = desk.get(900, on=date(2026, 9, 2))
    assert asked(desk, "late-banking") == []  # no bank account is in use
    desk.move(CASH, BANK, 900, on=date(2026, 9, 12))
    (one,) = asked(desk, "late-banking")
    assert (one.about, one.days) == ("2026-09", 10)  # 2 to 11 September
    assert one.rests == (Ref(got.seq, 1),)
    desk.void(got.seq)  # no money came, so none lay there
    assert asked(desk, "late-banking") == []


def test_an_agreed_limit_does_not_answer_for_late_banking(book_with: Book) -> None:
    desk = book_with()
    terms = {"name": "Kiboko", "first_month": "2026-01", "languages": ["en"]}
    ask(desk, "committee", **terms, cash_limit="1000")
    small = desk.get(900, on=date(2026, 8, 28))
    large = desk.get(600, on=date(2026, 9, 9))
    desk.move(CASH, BANK, 1_500, on=date(2026, 9, 11))
    (late,) = asked(desk, "late-banking")
    # 28 August to 11 September: 4 days of August, which are not long, and 14 in all.
    assert (late.about, late.days, late.limit) == ("2026-09", 14, None)
    assert late.rests == (Ref(small.seq, 1), Ref(large.seq, 1))
    (above,) = asked(desk, "above-limit")
    assert (above.about, above.count, above.amount) == (
        "2026-09",
        2,
        kes(1_500),
    )  # the 9th and 10th
    assert above.rests == (Ref(large.seq, 1),)
    words = question_words(above, Translator("en"))
    assert "1,000" in words and "1,500" in words and "2 days" in words
    ask(desk, "committee", **terms, cash_limit="1500")
    assert asked(desk, "above-limit") == [] and asked(desk, "late-banking") == [late]


def test_one_evening_above_the_limit_is_no_question(book_with: Book) -> None:
    desk = book_with()
    ask(
        desk, "committee", name="Kiboko", first_month="2026-01", languages=["en"], cash_limit="1000"
    )
    desk.get(1_500, on=date(2026, 9, 9))
    desk.move(CASH, BANK, 1_500, on=date(2026, 9, 10))
    assert asked(desk, "above-limit") == []


def test_a_box_with_less_than_nothing(book_with: Book) -> None:
    desk = book_with()
    desk.get(100, on=day(1))
    out = desk.spend(250, on=day(3))
    desk.get(500, on=day(6))
    (one,) = asked(desk, "negative-cash")
    # At the end of the 3rd, the 4th and the 5th, though only on the 3rd something was booked.
    assert (one.count, one.amount) == (3, -kes(150))
    assert one.rests == (Ref(out.seq, 1),)
    desk.void(out.seq)  # it was never spent
    assert asked(desk, "negative-cash") == []


def test_a_box_below_nothing_is_asked_about_in_each_month_that_it_stays_so(book_with: Book) -> None:
    desk = book_with()
    out = desk.spend(5_000, on=date(2026, 8, 23))
    desk.get(1_200, on=date(2026, 9, 26))
    desk.get(4_000, on=day(4))
    october, september, august = asked(desk, "negative-cash")
    # 23 to 31 August; all September, 25 days at -5,000 and 5 at -3,800; 1 to 3 October.
    assert (august.count, september.count, october.count) == (9, 30, 3)
    assert (august.amount, september.amount) == (-kes(5_000), -kes(5_000))
    assert october.amount == -kes(3_800)
    assert {one.rests for one in (october, september, august)} == {(Ref(out.seq, 1),)}


def test_what_was_written_down_late(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.pay("1", 100, on=day(7))
    assert asked(desk, "back-dated") == []  # a week later, on the 14th
    late = desk.pay("1", 200, on=day(4))
    desk.pay("1", 300, on=day(2), pad="7")  # a paper receipt was given on the day
    (one,) = asked(desk, "back-dated")
    assert (one.count, one.days, one.rests) == (1, 10, (Ref(late.entry, 1),))


def test_months_without_the_banks_paper(book_with: Book) -> None:
    desk = book_with()
    for month in (7, 8, 9):
        desk.get(1_000, account=BANK, on=date(2026, month, 5))
    desk.compare(1_000, date(2026, 7, 31))
    (one,) = asked(desk, "unreconciled")
    assert (one.about, one.count) == ("2026-08", 1)  # September is over for two weeks only
    both = asked(desk, "unreconciled", date(2026, 11, 1))
    assert [one.about for one in both] == ["2026-09", "2026-08"]
    desk.clock.now = datetime(2026, 11, 1, 9, tzinfo=UTC)
    say = {"question": "unreconciled", "then": "watched", "words": "the bank was shut"}
    ask(desk, "question-answered", about="2026-08", **say)
    september, august = asked(desk, "unreconciled", date(2026, 11, 1))
    assert (september.state, august.state) == ("open", "watched")
    (kept,) = asked(desk, "unreconciled", date(2027, 12, 1))
    assert kept.about == "2026-08", "it is watched, however long ago it was"


def test_who_pays_less_without_a_minute(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    bare = decide(desk)
    kept = {"minute": "9", "what": "Elders", "body": "assembly", "envelope": "4"}
    ask(desk, "decision", decided_on="2026-10-01", **kept)
    for member, decision in (("1", bare), ("2", bare + 1)):
        ask(
            desk, "relief", member=member, group="elderly", percent="35", decision=decision,
            since="2026-10", until="2027-09",
        )  # fmt: skip
    (one,) = asked(desk, "exemption-minute")
    assert (one.about, one.count) == (str(bare), 1)


def test_somebody_in_post_is_behind(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill("2026-08")
    ask(desk, "officer", name="member 2", post="chair", since="2026-01-01")
    (one,) = asked(desk, "officers-behind")
    assert (one.count, one.amount) == (1, kes(450))
    assert "ember 2" not in question_words(one, Translator("en"))
    desk.bill("2026-09")
    desk.clock.now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    (later,) = asked(desk, "officers-behind", date(2026, 12, 1))
    assert later.about > one.about
    say = {"question": "officers-behind", "then": "answered", "words": "by the harvest"}
    ask(desk, "question-answered", about=one.about, **say)
    ask(desk, "question-answered", about=later.about, **say)
    with pytest.raises(NeverAskedError):
        ask(desk, "question-answered", about="2026-01", **say)
    desk.pay("2", 900)
    assert asked(desk, "officers-behind", date(2026, 12, 1)) == []


def test_a_term_is_over(book_with: Book) -> None:
    desk = book_with()
    ask(
        desk, "officer", name="Amina", post="chair", since="2024-01-01", until="2026-10-13"
    )  # fmt: skip
    assert asked(desk, "terms-over", date(2026, 10, 13)) == []
    (one,) = asked(desk, "terms-over")
    assert (one.about, one.on) == ("1", date(2026, 10, 13))


# What the committee says


def bare_expenses(book_with: Book) -> Desk:
    desk = book_with()
    desk.get(10_000)
    desk.spend(75)
    return desk


@pytest.mark.parametrize("then", ["answered", "watched"])
def test_an_answer_holds_until_something_new_happens(book_with: Book, then: str) -> None:
    desk = bare_expenses(book_with)
    ask(
        desk, "question-answered", question="no-voucher", about="2026-10", then=then,
        words="the shop has no paper",
    )  # fmt: skip
    (one,) = asked(desk, "no-voucher")
    assert one.state == then and one.answer and one.answer.words == "the shop has no paper"
    desk.spend(20, voucher="8")
    assert asked(desk, "no-voucher")[0].state == then
    desk.spend(20)
    (again,) = asked(desk, "no-voucher")
    assert again.state == "open" and again.answer == one.answer  # what was said is still shown


def test_an_action_opened_from_a_question_answers_it(book_with: Book) -> None:
    desk = bare_expenses(book_with)
    ask(desk, "round", name="2026")
    plan = {"title": "A voucher for each", "person": "A. B.", "deadline": "2026-12-31"}
    ask(desk, "action", plan=plan, origin={"what": "question", "about": "no-voucher:2026-10"})
    (one,) = asked(desk, "no-voucher")
    assert one.state == "action" and one.answer and one.answer.action == 1


def test_the_command_line_shows_them(book_with: Book, capsys: pytest.CaptureFixture[str]) -> None:
    desk = bare_expenses(book_with)
    path = str(desk.book.path)
    desk.book.close()
    assert main(["show", path, "questions", "--to", "2026-10-14", "--json"]) == 0
    shown: dict[str, Any] = msgspec.json.decode(capsys.readouterr().out)
    (row,) = shown["rows"]
    assert (row["question"], row["about"], row["state"]) == ("no-voucher", "2026-10", "open")
    assert row["amount"] == "75.00" and len(row["entries"]) == 1
    assert shown["totals"]["open"] == 1


def test_what_is_watched_stays_after_a_year_and_an_action_until_it_is_done(book_with: Book) -> None:
    desk, later = bare_expenses(book_with), date(2028, 3, 1)
    for voucher in ("1", "2"):
        desk.spend(41, payee="Shop", voucher=voucher, on=day(2))
    bare, twice = (
        (code, one.about) for code in ("no-voucher", "twice-a-day") for one in asked(desk, code)
    )
    ask(desk, "question-answered", question=twice[0], about=twice[1], then="watched")
    ask(desk, "round", name="2026")
    card = {"title": "Vouchers", "person": "A. B.", "deadline": "2026-12-31"}
    ask(desk, "action", plan=card, origin={"what": "question", "about": ":".join(bare)})
    then = {(one.code, one.about): one.state for one in desk.see(questions, later)}
    assert then == {twice: "watched", bare: "action"}
    ask(desk, "action-moved", action=1, state="done")
    ask(desk, "question-answered", question=twice[0], about=twice[1], words="one for each pump")
    assert desk.see(questions, later) == ()


@pytest.mark.parametrize("about", ["", "nonsense", "0000-13", "9999-12", "2020-01", "1/x"])
def test_what_was_never_asked_is_not_answered_and_breaks_no_older_book(
    book_with: Book, about: str
) -> None:
    desk = bare_expenses(book_with)
    for code in QUESTIONS:
        with pytest.raises(NeverAskedError) as refused:
            ask(desk, "question-answered", question=code, about=about, then="watched")
        assert refused.value.field == "about"
        desk.do(answers.answer, AnswerRequest(question=code, about=about, then="watched"))
    assert [one.code for one in desk.see(questions, date(2028, 3, 1))] == []


def test_what_an_answer_lacks_is_said_beside_its_field(book_with: Book) -> None:
    desk = bare_expenses(book_with)
    bare = {"question": "no-voucher", "about": "2026-10"}
    for wanted, field in ({}, "words"), ({"then": "action"}, "action"):
        with pytest.raises(UserError) as refused:
            ask(desk, "question-answered", **bare, **wanted)
        assert refused.value.field == field


def test_what_was_asked_years_ago_may_still_be_answered(book_with: Book) -> None:
    desk = bare_expenses(book_with)
    desk.clock.now = desk.clock.now.replace(year=2028)
    ask(desk, "question-answered", question="no-voucher", about="2026-10", words="the shop closed")


def test_a_row_of_the_pack_that_is_no_question_asks_nothing(
    book_with: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {**thresholds(), "weather": thresholds()["voids"]}
    monkeypatch.setattr(asking, "thresholds", lambda: more)
    assert [one.code for one in bare_expenses(book_with).see(questions, TODAY)] == ["no-voucher"]


def test_states_have_words() -> None:
    tr = Translator("en")
    assert {question_state(one, tr) for one in ("open", "watched", "action", "answered")}
