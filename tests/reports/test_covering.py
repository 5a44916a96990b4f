"""The papers on what covers the cost, from a real book, in every language, with whatever names people type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from imt_desktop.committee import describing
from imt_desktop.errors import UserError
from imt_desktop.ledger.charging.errors import DecisionMissingError
from imt_desktop.ledger.errors import FutureDayError, NoTariffError
from imt_desktop.ledger.recovery.errors import NoScenarioError
from imt_desktop.period import Period
from imt_desktop.reports import printing
from imt_desktop.reports.acta import pdf as acta
from imt_desktop.reports.assets import pdf as assets
from imt_desktop.reports.budget import pdf as budget
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.scenarios import pdf as scenarios
from tests.book.charging.village import ask
from tests.builders import Desk, book_in, household
from tests.reports.reading import assert_tidy, codes_of, text
from tests.reports.test_layout import HOSTILE

DRAWN: dict[str, Any] = {
    "acta": acta, "assets": assets, "budget": budget, "scenarios": scenarios,
}  # fmt: skip
WANTED = (
    PaperWanted("scenarios"),
    PaperWanted("acta"),
    PaperWanted("budget", period=Period.year(2026)),
    PaperWanted("assets"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = book_in(tmp_path)
    yield made
    made.book.close()


def fill(desk: Desk, evil: str) -> None:
    """Write down everything that the four papers say; ``evil`` wherever somebody can type."""
    name = evil if evil.strip() else "x"
    ask(desk, "committee", name=name, first_month="2026-01", languages=["en", "sw"], area=evil)
    for post in ("chair", "treasurer"):
        officer = describing.OfficerRequest(name=name, post=post, since=date(2026, 1, 1))
        desk.do(describing.name_officer, officer)
    ask(desk, "decision", minute=f"7 {name}", what=evil, decided_on="2026-10-01",
        votes={"in_favour": 86, "against": 9, "abstained": 4})  # fmt: skip
    ask(desk, "category", direction="out", name=name, code="own")
    ask(desk, "tariff", name=evil, effective_from="2027-01", decision=1, types=[
        {"connection_type": "household", "fixed": "300", "unit": "m3", "included": "6",
         "blocks": [{"to": "12", "price": "50"}, {"price": "80"}]},
        {"connection_type": name, "fixed": "525"},
    ], late={"amount": "50", "grace_days": 15, "ceiling": "150"},
        labour={"days": 4, "value": "500"}, fines={"assembly": "200"})  # fmt: skip
    desk.join(household("A"))
    ask(desk, "budget", year=2026, decision=1, lines=[
        {"direction": "in", "kind": "fee", "amount": "540000"},
        {"direction": "out", "kind": "own", "amount": "36000"},
    ])  # fmt: skip
    desk.get(500, "donation")
    desk.spend(40, "own")
    ask(desk, "asset", what="pump", name=name, bought_on="2024-03-01", cost="180000", life=10)
    ask(desk, "asset", what="tank", name=name, bought_on="2014-03-01", cost="90000", life=10)
    ask(desk, "asset-out", asset=2, reason=name, on="2026-10-01")
    ask(desk, "account", type="reserve", name=evil)
    ask(desk, "reserve-target", account=4, target="180000", yearly="1200")
    costs = [{"group": "operation", "amount": "642000"}, {"group": "office", "amount": "72000"}]
    for place, fee in (("A", "500"), ("B", "525"), ("C", "300")):
        ask(desk, "scenario", place=place, households=209, percent="78", income="14700",
            type={"connection_type": name, "fixed": fee}, costs=costs[:1], set_aside="18000",
            others="0" if place == "C" else "33600", kiosks="6000" if place == "A" else "0")  # fmt: skip


def say(desk: Desk, languages: tuple[str, ...]) -> dict[str, str]:
    """Issue and draw every paper; returns what each says."""
    said = {}
    for wanted in WANTED:
        asked = PaperWanted(wanted.paper, languages, wanted.period)
        sheet = desk.do(printing.issue, asked)
        document = DRAWN[wanted.paper].draw(sheet.facts, sheet.words, sheet.anchor)
        assert_tidy(document, 8 * MM)
        pdf = document.finish()
        assert pdf == printing.draw(sheet)
        assert sheet.anchor
        page = 0 if wanted.paper == "acta" else len(document.sheets) - 1
        # Rows of small letters now and then read as a bar code: no paper of ours has one.
        found = {code for code in codes_of(pdf, page) if code.startswith("IMT ")}
        assert found == {sheet.anchor.qr}
        said[wanted.paper] = text(pdf)
    return said


def test_the_budget_of_next_year_is_printed_before_it_begins(desk: Desk) -> None:
    fill(desk, "Flower farm")
    ask(desk, "budget", year=2027, lines=[{"direction": "in", "kind": "fee", "amount": "610000"}])
    sheet = desk.do(printing.issue, PaperWanted("budget", ("en",), Period.year(2027)))
    said = text(printing.draw(sheet))
    assert "610,000" in said and "2027" in said
    assert "until" not in said and "180,000" not in said, "nothing of it is as it stands today"
    for paper, year in (("budget", 2028), ("income", 2027)):
        with pytest.raises(FutureDayError):
            desk.do(printing.issue, PaperWanted(paper, ("en",), Period.year(year)))


@pytest.mark.parametrize(
    "languages", [("en",), ("es", "sw"), ("sw", "fr"), ("fr", "en")], ids="-".join
)
def test_every_language(desk: Desk, languages: tuple[str, ...]) -> None:
    fill(desk, "Flower farm")
    said = say(desk, languages)
    for digits in ("86", "99"):
        assert digits in said["acta"]
    flat = {paper: words.replace("\u202f", "").replace("\u00a0", "").replace(",", "").replace(" ", "")
            for paper, words in said.items()}  # fmt: skip
    assert "540000" in flat["budget"]
    assert "180000" in flat["budget"]  # what is to lie in the savings
    assert "18000" in flat["assets"]
    # 209 x 12 x 500 = 1,254,000, what others pay, and what kiosks bring.
    for figure in ("33600", "6000", "1293600"):
        assert figure in flat["scenarios"]


@pytest.mark.parametrize("evil", HOSTILE, ids=lambda evil: repr(evil[:12]))
def test_hostile_names(desk: Desk, evil: str) -> None:
    fill(desk, evil)
    said = say(desk, ("en", "sw"))
    if evil == "<b>Jose":
        assert all("<b>Jose" in words for words in said.values())


def test_the_agreement_says_the_decision_the_prices_and_the_votes(desk: Desk) -> None:
    fill(desk, "Flower farm")
    found = say(desk, ("en",))["acta"]
    for words in (
        "On 1 October 2026 the assembly of Flower farm decided what water costs from January 2027 on:",
        "up to 6 m³ KSh 300, then KSh 50 a m³ up to 12 m³, then KSh 80 a m³",
        "Absent from an assembly: KSh 200",
        "Name, signature, thumb",
    ):
        assert words in found.replace("\u00a0", " "), words


def test_votes_that_nobody_counted_are_written_down_by_hand(desk: Desk) -> None:
    ask(desk, "decision", minute="3", what="", decided_on="2026-10-01", body="committee")
    ask(desk, "tariff", name="", effective_from="2026-11", decision=1,
        fees=[{"connection_type": "household", "amount": "450"}])  # fmt: skip
    sheet = desk.do(printing.issue, PaperWanted("acta", ("en",)))
    found = text(acta.draw(sheet.facts, sheet.words, sheet.anchor).finish())
    assert "the committee of Kiboko decided" in found.replace("\n", " ")
    assert "Present" in found


@pytest.mark.parametrize(
    ("paper", "error"), [("acta", NoTariffError), ("scenarios", NoScenarioError)]
)
def test_what_is_not_there_is_said(desk: Desk, paper: str, error: type[UserError]) -> None:
    with pytest.raises(error):
        desk.see(printing.prepare, PaperWanted(paper))


def test_a_price_without_a_decision_is_no_agreement(desk: Desk) -> None:
    desk.adopt(450)
    with pytest.raises(DecisionMissingError):
        desk.see(printing.prepare, PaperWanted("acta"))


def test_empty_lists_say_so(desk: Desk) -> None:
    for paper, words in (("budget", "There is no budget"), ("assets", "Nothing that wears out")):
        period = Period.year(2026) if paper == "budget" else None
        sheet = desk.do(printing.issue, PaperWanted(paper, ("en",), period))
        assert words in text(printing.draw(sheet))


def test_gifts_labour_and_the_target_stand_beside_the_money(desk: Desk) -> None:
    """On the notice, the statement and what is read aloud; the sums of money do not know them."""
    fill(desk, "Flower farm")
    desk.move(1, 4, 100)
    ask(desk, "in-kind", lines=[{"what": "materials", "worth": "3500", "giver": "School"}])
    ask(desk, "tariff", name="", effective_from="2026-10", decision=1, labour={"value": "300"},
        types=[{"connection_type": "household", "fixed": "450"}])  # fmt: skip
    ask(desk, "labour", lines=[{"member": "1", "days": "2.5"}])
    october = Period.parse("2026-10")
    for paper, words in (
        ("notice", ("2.5 days of work", "Sand, stones, materials", "target 180,000")),
        ("aloud", ("2.5 days of work worth KSh 750", "It is no money.")),
        ("income", ("Given, but no money", "2.5 days of work 750", "100 of KSh 180,000 are there")),
    ):
        sheet = desk.do(printing.issue, PaperWanted(paper, ("en",), october))
        found = text(printing.draw(sheet)).replace("\u00a0", " ").replace("\n", " ")
        for said in words:
            assert said in found, (paper, said)
    sheet = desk.do(printing.issue, PaperWanted("income", ("en",), october))
    assert "4,250" not in text(printing.draw(sheet))
