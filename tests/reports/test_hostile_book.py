"""Whatever stands in a real book, its papers are tidy and show every letter, or that one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from msgspec.structs import replace

from imt_desktop.committee import describing
from imt_desktop.ledger import accounts, expenses, members, tariffs
from imt_desktop.ledger.charging.agreements import AgreementRequest, agree
from imt_desktop.ledger.charging.ladder import (
    LadderRequest,
    StepLine,
    StepRequest,
    decide_ladder,
    take_step,
)
from imt_desktop.money import Money
from imt_desktop.period import Month, Period
from imt_desktop.reports import printing
from imt_desktop.reports.agreement import pdf as agreement
from imt_desktop.reports.behind import pdf as behind
from imt_desktop.reports.cashbook import pdf as cashbook
from imt_desktop.reports.complaining import aloud as complaining_aloud
from imt_desktop.reports.complaining import pdf as complaining
from imt_desktop.reports.confirming import pdf as confirming
from imt_desktop.reports.daylist import pdf as daylist
from imt_desktop.reports.facts import Facts
from imt_desktop.reports.household import pdf as household_slips
from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.letters import pdf as letters
from imt_desktop.reports.notice import aloud
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.format import A3, A4, MM
from imt_desktop.reports.paper.format import PAPERS as SIZES
from imt_desktop.reports.paper.gateway import ELLIPSIS, UNKNOWN
from imt_desktop.reports.paper.listing import KEPT
from imt_desktop.reports.paper.sheet import SHAPED, Document
from imt_desktop.reports.printing import PaperWanted, Sheet
from imt_desktop.reports.receipt import pdf as receipt
from imt_desktop.reports.register import pdf as register
from imt_desktop.reports.statement import pdf as statement
from imt_desktop.reports.tariff import aloud as tariff_aloud
from imt_desktop.reports.tariff import pdf as tariff_poster
from imt_desktop.reports.visits import pdf as visits
from imt_desktop.reports.voucher import pdf as voucher
from imt_desktop.reports.wages import pdf as wages
from tests.builders import BANK, CASH, Desk, book_in, expense, household, opening
from tests.reports.reading import assert_tidy, codes_of, text
from tests.reports.test_layout import HOSTILE

OCTOBER = Month(2026, 10).period
EVERY = (
    PaperWanted("notice", period=OCTOBER, size="A3"),
    PaperWanted("aloud", period=OCTOBER),
    PaperWanted("receipt", receipt=1, size="A6"),
    PaperWanted("receipt", receipt=1, size="A4"),
    PaperWanted("statement", member="1", period=OCTOBER),
    PaperWanted("cashbook", period=OCTOBER),
    PaperWanted("cashbook", period=OCTOBER, account=CASH),
    PaperWanted("income", period=OCTOBER),
    PaperWanted("behind"),
    PaperWanted("members"),
    PaperWanted("slips"),
    PaperWanted("confirmations"),
    PaperWanted("letters"),
    PaperWanted("visits"),
    PaperWanted("agreement", member="1"),
    PaperWanted("daylist"),
    PaperWanted("voucher"),
    PaperWanted("wages", period=OCTOBER),
    PaperWanted("tariff", size="A3"),
    PaperWanted("tariff-aloud"),
    PaperWanted("complaint-poster", size="A3"),
    PaperWanted("complaint-aloud"),
    PaperWanted("receipt", receipt=1, size="roll"),
    PaperWanted("receipt", receipt=1, size="eight"),
)


def drawn(sheet: Sheet) -> Document:
    """Draw a paper as a document that remembers what is where."""
    facts: Facts = sheet.facts
    words, anchor = sheet.words, sheet.anchor
    match sheet.paper:
        case "notice":
            return notice.draw(facts, words, anchor, A3)  # type: ignore[arg-type]
        case "tariff":
            return tariff_poster.draw(facts, words, anchor, A3)  # type: ignore[arg-type]
        case "tariff-aloud":
            return tariff_aloud.draw(facts, words, anchor)  # type: ignore[arg-type]
        case "complaint-poster":
            return complaining.draw(facts, words, anchor, A3)  # type: ignore[arg-type]
        case "complaint-aloud":
            return complaining_aloud.draw(facts, words, anchor)  # type: ignore[arg-type]
        case "aloud":
            return aloud.draw(facts, words, anchor)  # type: ignore[arg-type]
        case "receipt":
            size = SIZES[sheet.size]
            return receipt.draw([(facts, anchor, sheet.edition)], words, size)  # type: ignore[list-item]
        case "statement":
            return statement.draw([(facts, anchor)], words)  # type: ignore[list-item]
        case "cashbook":
            return cashbook.draw(facts, words, anchor)  # type: ignore[arg-type]
        case "income":
            return income.draw(facts, words, anchor)  # type: ignore[arg-type]
    return OTHERS[sheet.paper].draw(facts, words, anchor)  # type: ignore[no-any-return]


OTHERS: dict[str, Any] = {
    "behind": behind, "members": register, "slips": household_slips, "confirmations": confirming,
    "daylist": daylist, "voucher": voucher, "wages": wages, "letters": letters, "visits": visits,
    "agreement": agreement,
}  # fmt: skip


def check(
    desk: Desk, languages: tuple[str, ...] = ("en", "sw"), more: tuple[PaperWanted, ...] = ()
) -> dict[str, str]:
    """Draw every paper; returns what each says."""
    said = {}
    spent = desk.rows("SELECT seq FROM money_line WHERE what='out' LIMIT 1")
    agreed = desk.rows("SELECT seq FROM entry WHERE kind='agreement/1'")
    for wanted in EVERY + more:
        if (wanted.paper == "voucher" and not spent) or (
            wanted.paper == "agreement" and not agreed
        ):
            continue
        if wanted.paper.startswith("tariff") and not desk.rows("SELECT 1 FROM tariff"):
            continue
        asked = replace(wanted, languages=languages, expense=str(spent[0][0]) if spent else "")
        sheet = desk.do(printing.issue, asked)
        document = drawn(sheet)
        assert_tidy(document, {"A6": 6 * MM, "roll": 3.99 * MM}.get(wanted.size, 8 * MM))
        pdf = document.finish()
        assert sheet.anchor
        assert set(codes_of(pdf, len(document.sheets) - 1)) == {sheet.anchor.qr}
        said[f"{wanted.paper} {wanted.size or wanted.account or ''}".strip()] = text(pdf)
    return said


@contextmanager
def committee(**told: str) -> Iterator[Desk]:
    """An empty book of a committee that says this of itself."""
    with TemporaryDirectory() as folder:
        desk = book_in(Path(folder))
        wanted = {"name": "Kiboko", "first_month": "2026-01", "languages": ("en", "sw"), **told}
        desk.do(describing.describe, describing.CommitteeRequest(**wanted))  # type: ignore[arg-type]
        try:
            yield desk
        finally:
            desk.book.close()


def fill(desk: Desk, evil: str) -> None:
    """Put a text wherever somebody can type one."""
    name = evil if evil.strip() else "x"
    for post in ("chair", "treasurer"):
        officer = describing.OfficerRequest(name=name, post=post, since=date(2026, 1, 1))
        desk.do(describing.name_officer, officer)
    decided = describing.DecisionRequest(minute=f"1 {name}", what=evil, decided_on=date(2026, 1, 2))
    desk.do(describing.record_decision, decided)
    desk.do(accounts.add_category, accounts.CategoryRequest(direction="out", name=name, code="own"))
    desk.do(accounts.open_account, accounts.AccountRequest(type="bank", name=evil))
    line = members.MemberLine(adults=(members.AdultLine(name=name),), zone=evil, house=evil,
                              connections=(members.ConnectionLine(type=name),))  # fmt: skip
    desk.join(line)
    fees = (tariffs.FeeLine(connection_type=name, amount=Decimal(450)),)
    price = tariffs.TariffRequest(name=evil, effective_from="2026-10", fees=fees, decision=1)
    desk.do(tariffs.adopt, price)
    desk.bill("2026-10", on=date(2026, 10, 1))
    desk.bill_one("1", 70, text=evil, on=date(2026, 10, 2))
    desk.pay("1", 300, paid_by=evil, pad=f"7 {evil}", on=date(2026, 10, 3))
    twice = desk.pay("1", 20)
    desk.void(twice.entry, reason=name)
    desk.get(5000, payer=evil, text=evil, account=4)
    desk.spend(40, "own", payee=name, text=evil, voucher=evil)
    desk.owe(30, payee=name, text=evil)
    desk.move(4, BANK, 100)
    count = accounts.CountRequest(counted=Decimal(260), by=(name, "B. C."), explanation=name)
    desk.do(accounts.count, count)
    fall_behind(desk, name)


def fall_behind(desk: Desk, name: str) -> None:
    """Take a step with a household, make an agreement with it, and let it fall behind again."""
    steps = tuple(StepLine(step=step, after_days=1) for step in ("measure", "cut-off"))
    ladder = LadderRequest(decision=1, steps=steps, since=date(2026, 1, 1), between=0)
    desk.do(decide_ladder, ladder)
    desk.bill_one("1", 60, on=date(2026, 10, 5), due_on=date(2026, 10, 5), text=name)
    measure = StepRequest(member="1", step="measure", heard=name, measure=name)
    desk.do(take_step, measure)
    first = date(2026, 11, 30)
    desk.do(agree, AgreementRequest(member="1", count=3, first=first, decision=1, text=name))
    desk.bill_one("1", 80, on=date(2026, 10, 6), due_on=date(2026, 10, 6), text=name)


@pytest.mark.parametrize("evil", HOSTILE, ids=lambda evil: repr(evil[:12]))
def test_hostile_names_through_every_paper(evil: str) -> None:
    name = evil if evil.strip() else "x"
    with committee(name=name, area=evil, complaints=evil, next_assembly=evil) as desk:
        fill(desk, evil)
        said = check(desk)
    if evil == "<b>Jose":
        assert all("<b>Jose" in words for words in said.values())
    if UNKNOWN in text_of(evil):
        assert all(UNKNOWN in words for words in said.values())


def test_emoji_of_a_name_stand_on_every_paper() -> None:
    rosa = "Rosa \U0001f600\U0001f4a7\U0001f64f\u2764\ufe0f"
    with committee(name=rosa, complaints=rosa, next_assembly=rosa) as desk:
        fill(desk, rosa)
        said = check(desk)
    for name, words in said.items():
        assert text_of(rosa) in words, name
        assert UNKNOWN not in words, name


def text_of(evil: str) -> str:
    from imt_desktop.reports.paper.gateway import clean

    return clean(evil)


@pytest.mark.parametrize("language", ["en", "es", "sw", "fr"])
def test_amounts_of_ten_digits(language: str) -> None:
    with committee(next_assembly="Sunday") as desk:
        desk.adopt("9876543210")
        desk.join(household("A"), household("B"))
        desk.bill("2026-10", on=date(2026, 10, 1))
        desk.pay("1", "1234567890.25", on=date(2026, 10, 2))
        desk.spend("1023456789.75", "fuel")
        desk.owe("5555555555")
        said = check(desk, (language,))
        sheet = desk.see(printing.prepare, PaperWanted("income", (language,), OCTOBER))
        spent = sheet.words.main.amount(Money(1023456789_75, desk.book.currency))
    assert spent.replace("\u202f", " ").replace("\u00a0", " ") in said["income"]
    assert "234" in said["receipt A6"]


def test_names_of_forty_letters_are_whole() -> None:
    committee_name = "Comité de Agua Potable y Saneamiento Río"
    member, officer = (
        "Maximiliana Guadalupe de los Santos Cruz", "Bartholomew Christopherson-Featherstoneh",
    )  # fmt: skip
    zone, house = (
        "Barrio de Nuestra Señora de la Candelari",
        "Casa verde frente a la escuela municipal",
    )
    with committee(name=committee_name) as desk:
        for post in ("chair", "treasurer", "secretary"):
            wanted = describing.OfficerRequest(name=officer, post=post, since=date(2026, 1, 1))
            desk.do(describing.name_officer, wanted)
        desk.adopt("1234567890")
        desk.join(household(member, zone=zone, house=house))
        desk.bill("2026-10", on=date(2026, 10, 1))
        desk.pay("1", "123456789", on=date(2026, 10, 2))
        said = {paper: "".join(words.split()) for paper, words in check(desk, ("es", "fr")).items()}
    assert all(committee_name.replace(" ", "") in words for words in said.values())
    for paper in (
        "receipt A6",
        "receipt A4",
        "receipt roll",
        "receipt eight",
        "statement",
        "slips",
    ):
        assert member.replace(" ", "") in said[paper], paper
    for place in (zone, house):
        assert place.replace(" ", "") in said["slips"]
    for paper in ("notice A3", "income", "wages"):
        assert officer.replace(" ", "") in said[paper], paper
    for paper in ("members", "behind", "cashbook", "daylist"):
        assert member.replace(" ", "") in said[paper] and officer.replace(" ", "") in said[paper]


def test_a_name_of_a_hundred_letters_is_cut_nowhere() -> None:
    name = "Maximiliana Guadalupe Hernández de los Santos Cruz viuda de Fernández-Villavicencio y Ramos Tlahui"
    with committee() as desk:
        fill(desk, "Ana")
        desk.join(household(name))
        desk.bill_one("2", 70, text="fine", on=date(2026, 10, 1), due_on=date(2026, 10, 1))
        desk.pay("2", 30, paid_by=name, on=date(2026, 10, 3))
        of_them = PaperWanted("statement", member="2", period=OCTOBER)
        said = check(desk, more=(of_them, PaperWanted("receipt", receipt=4, size="A6")))
    for paper, words in said.items():
        assert ELLIPSIS not in words, paper
    for paper in ("statement", "receipt A6", "slips", "behind", "members"):
        assert "Tlahui" in said[paper], paper


@pytest.mark.parametrize("officers", [0, 1])
def test_a_committee_with_next_to_nothing(officers: int) -> None:
    """No households, no water price, no counted cash; nobody or one to sign."""
    with committee() as desk:
        for _ in range(officers):
            officer = describing.OfficerRequest(name="A", post="treasurer", since=date(2026, 1, 1))
            desk.do(describing.name_officer, officer)
        desk.get(10, "donation")
        desk.join(household("A", connections=()))
        gone = members.MemberStatusRequest(member="1", status="left", reason="moved away")
        desk.do(members.change_status, gone)
        said = check(desk)
    assert "0 of 0" in said["notice A3"]
    assert "not decided yet" in said["notice A3"]
    assert "has not been counted yet" in said["notice A3"]
    assert ("one signature" in said["notice A3"]) == bool(officers)


def test_more_spent_than_there_is() -> None:
    with committee() as desk:
        desk.join(household("A"))
        desk.get(10, "donation", on=date(2026, 9, 1))
        desk.spend(500, "fuel", account=CASH, on=date(2026, 9, 2))
        desk.spend(70, "fuel", account=BANK)
        desk.get(5, "donation")
        said = check(desk)
    assert "Overdrawn on 14 October" in said["notice A3"]
    assert "–555" in said["cashbook"]


def test_what_a_font_lacks_is_seen_to_be_missing_in_every_field() -> None:
    """A Bengali, a Thai and a Devanagari letter: a box each, never a shorter name.

    The letters about the first are none that the code of a paper can have.
    """
    with committee(name="U\u0995L", complaints="\u0e02", next_assembly="\u0915") as desk:
        fill(desk, "U\u0995L")
        said = check(desk)
    for name, words in said.items():
        assert f"U{UNKNOWN}L" in words, name
        assert "UL" not in words, name


def test_a_long_list_is_drawn_without_being_remembered() -> None:
    with committee() as desk:
        desk.join(*[household(f"Mwikali {n}", house=f"House {n}") for n in range(KEPT + 1)])
        document = drawn(desk.see(printing.prepare, PaperWanted("members", ("en",))))
    assert not document.sheets and len(document.shared.shaped) <= SHAPED
    assert raster.pages(document.finish()) > 100


def test_a_cash_book_of_a_thousand_lines() -> None:
    with committee() as desk:
        desk.open(opening("account", 90000, account=CASH), on=date(2026, 1, 1))
        first = date(2026, 1, 1)
        lines = tuple(
            expense(n + 1, account=CASH, on=first + timedelta(days=n // 4), text=f"line {n}",
                    voucher=str(n))
            for n in range(1000)
        )  # fmt: skip
        desk.do(expenses.spend, expenses.ExpenseRequest(lines=lines))
        wanted = PaperWanted("cashbook", ("en", "sw"), Period.year(2026))
        sheet = desk.do(printing.issue, wanted)
        document = drawn(sheet)
        pdf = document.finish()
    assert len(document.sheets) > 25
    for page in document.sheets[:: len(document.sheets) // 4]:
        assert page.end() < A4.height - 8 * MM
    found = text(pdf)
    assert all(f"line {n} ·" in found for n in range(0, 1000, 37))
    assert "–410,500" in found  # 90,000 less 1 + 2 + ... + 1,000
