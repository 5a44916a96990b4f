"""What a receipt says, read back from its PDF."""

import msgspec
import pytest

from imt_desktop.i18n import Translator
from imt_desktop.period import Month
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A4, A5, A6, EIGHT, ROLL, Paper
from imt_desktop.reports.phrases import months_in_words
from imt_desktop.reports.receipt import parts, pdf
from imt_desktop.reports.receipt.facts import Edition, PaidFor
from tests.reports import samples as s
from tests.reports.reading import text


@pytest.mark.parametrize("paper", [A6, A4], ids=lambda paper: paper.name)
def test_the_usual(paper) -> None:  # type: ignore[no-untyped-def]
    found = text(pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, paper))
    for words in (
        "2634",
        "14 October 2026",
        "14 Oktoba 2026",
        "Tabitha Kiplagat",
        "Kiboko Water Project",
        "Water fees: June – August 2026",
        "Owed before",
        "1,800",
        "Still to pay",
        "450",
        "Cash",
        "Grace Mueni",
        "0742 *** 757",
    ):
        assert words in found, words
    assert "2,634" not in found
    assert found.count("KSh") == (2 if paper == A4 else 1)


def test_a_slip_says_what_is_left_in_both_languages() -> None:
    found = text(pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, EIGHT))
    assert "Still to pay" in found and "Deni lililobaki" in found
    ahead = msgspec.structs.replace(s.RECEIPT, still_to_pay=s.kes(0), paid_ahead=s.kes(450))
    found = text(pdf.render(ahead, s.TWO, s.ANCHOR, EIGHT))
    assert "Paid ahead now" in found and "Malipo ya kabla sasa" in found


@pytest.mark.parametrize("paper", [A6, A4, EIGHT, ROLL], ids=lambda paper: paper.name)
@pytest.mark.parametrize("alone", [False, True])
def test_an_officers_name_of_forty_letters_is_whole(paper: Paper, alone: bool) -> None:
    officer = Officer(name="Bartholomew Christopherson-Featherstoneh", post="treasurer")
    heading = msgspec.structs.replace(s.RECEIPT.heading, one_signature=alone)
    facts = msgspec.structs.replace(s.RECEIPT, received_by=officer, heading=heading)
    words = Bilingual(s.SPANISH, s.FRENCH)
    found = "".join(text(pdf.render(facts, words, s.ANCHOR, paper)).split())
    assert officer.name.replace(" ", "") in found


def test_both_halves_are_the_same() -> None:
    found = text(pdf.render(s.RECEIPT, s.TWO, s.ANCHOR, A4))
    assert found.count("1,350") == 4
    assert "Member" in found
    assert "Committee" in found


def test_one_language_says_nothing_twice() -> None:
    found = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR))
    assert "Oktoba" not in found
    assert found.count("14 October 2026") == 1


def test_nothing_more_to_pay_prints_a_zero() -> None:
    facts = msgspec.structs.replace(s.RECEIPT, still_to_pay=s.kes(0))
    assert "Still to pay 0" in text(pdf.render(facts, s.ONE, s.ANCHOR))


def test_credit_prints_paid_ahead() -> None:
    found = text(pdf.render(s.FULL_RECEIPT, s.ONE, s.ANCHOR, A4))
    assert "Still to pay" not in found
    assert "Paid ahead" in found
    assert "…7KQ2" in found
    assert "Peter Mwangi" in found
    assert "00417" in found


def test_who_had_paid_ahead_sees_how_it_adds_up() -> None:
    facts = msgspec.structs.replace(
        s.RECEIPT,
        amount=s.kes(1000),
        lines=(PaidFor(kind="ahead", amount=s.kes(1000)),),
        owed_before=s.kes(0),
        ahead_before=s.kes(900),
        still_to_pay=s.kes(0),
        paid_ahead=s.kes(1900),
    )
    found = text(pdf.render(facts, s.ONE, s.ANCHOR, A6))
    for words in ("Paid ahead before 900", "Added now 1,000", "Paid ahead now 1,900"):
        assert words in found
    assert "Owed before" not in found


def test_money_of_somebody_who_is_no_member() -> None:
    found = text(pdf.render(s.GRANT_RECEIPT, s.ONE, s.ANCHOR))
    assert "Not a member" in found
    assert "Owed before" not in found
    assert "Grants: solar pump" in found


def test_a_copy_has_the_first_prints_figures_and_says_so() -> None:
    first = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR))
    copy = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, A6, s.COPY))
    assert "COPY 2" in copy
    assert "COPY" not in first
    assert "again 2 Nov 2026" in copy
    for figure in ("1,350", "1,800", "450", "Entry 4,931"):
        assert figure in first
        assert figure in copy


def test_a_cancelled_receipt_says_so_and_why() -> None:
    found = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, A6, s.CANCELLED))
    assert "CANCELLED" in found
    assert "entered twice" in found
    plain = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, A6, Edition(cancelled=True)))
    assert "COPY" not in plain


@pytest.mark.parametrize("paper", [A6, A4, ROLL, EIGHT], ids=lambda paper: paper.name)
def test_a_cancelled_receipt_does_not_say_what_is_left_to_pay(paper: Paper) -> None:
    first = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, paper))
    cancelled = text(pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, paper, s.CANCELLED))
    assert "Still to pay" in first and "Still to pay" not in cancelled
    ahead = msgspec.structs.replace(s.RECEIPT, paid_ahead=s.kes(70))
    assert "Paid ahead" not in text(pdf.render(ahead, s.ONE, s.ANCHOR, paper, s.CANCELLED))


def test_many_lines_are_added_up_and_lose_nothing() -> None:
    lines = tuple(PaidFor(kind="fine", amount=s.kes(100), text=f"day {n}") for n in range(9))
    facts = msgspec.structs.replace(s.RECEIPT, lines=lines, amount=s.kes(900))
    found = text(pdf.render(facts, s.ONE, s.ANCHOR))
    assert "day 2 100" in found
    assert "and 6 more 600" in found


def test_several_in_one_file() -> None:
    many = [(s.RECEIPT, s.ANCHOR, Edition())] * 3
    assert text(pdf.render_many(many, s.ONE)).count("Tabitha Kiplagat") == 3


def test_there_is_no_receipt_on_other_paper() -> None:
    with pytest.raises(ValueError, match="A5"):
        pdf.render(s.RECEIPT, s.ONE, s.ANCHOR, A5)


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([(2026, 6)], "June 2026"),
        ([(2026, 8), (2026, 6), (2026, 7)], "June – August 2026"),
        ([(2026, 3), (2026, 6), (2026, 7)], "March, June – July 2026"),
        ([(2025, 12), (2026, 1)], "December 2025 – January 2026"),
        ([(2025, 11), (2026, 1)], "November 2025, January 2026"),
        ([], ""),
    ],
)
def test_months(months: list[tuple[int, int]], said: str) -> None:
    given = [Month(*month) for month in months]
    assert months_in_words(given, Translator("en", "KE")) == said


def test_a_telephone_number_stays_on_one_line() -> None:
    assert parts.who(s.RECEIPT, s.TWO).endswith("0742\u00a0***\u00a0757")
