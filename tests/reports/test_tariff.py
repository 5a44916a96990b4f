"""The tariff's poster: what is worked out for it, what stands on it, and who is not named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from imt_desktop.committee.describing import DecisionRequest, VotesLine, record_decision
from imt_desktop.ledger.charging.reliefs import ReliefRequest, grant
from imt_desktop.ledger.charging.terms import THOUSAND, Block, Terms
from imt_desktop.ledger.errors import NoSuchTariffError, NoTariffError
from imt_desktop.money import Money
from imt_desktop.reports.facts import KindAmount
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, A4
from imt_desktop.reports.tariff import aloud, pdf
from imt_desktop.reports.tariff.build import build_tariff
from imt_desktop.reports.tariff.facts import PayingLess
from imt_desktop.reports.tariff.parts import cut_hundred, examples, main_type, steps
from imt_desktop.wording.charges import Explaining
from tests.builders import TODAY, Desk, book_in
from tests.reports import real
from tests.reports import samples as s
from tests.reports.reading import codes_of, text

ENGLISH = Bilingual(s.TWO.main)


def test_the_poster_says_steps_examples_and_the_vote() -> None:
    made = pdf.render(s.TARIFF, ENGLISH, s.ANCHOR)
    said = text(made)
    for words in ("What we pay for water", "From 1 January 2027", "0 – 4 m³", "380", "610",
                  "Minute 11/2026", "86", "did not vote", "households: elderly"):  # fmt: skip
        assert words in said, words
    assert set(codes_of(made, 0, 150)) == {s.ANCHOR.qr}


def test_the_examples_are_worked_out_in_both_languages() -> None:
    said = text(pdf.render(s.TARIFF, s.TWO, s.ANCHOR))
    for code in (s.TWO.main, s.TWO.second):
        assert code is not None
        used, parts, _due = next(examples(s.TARIFF, main_type(s.TARIFF)))
        why = "; ".join(Explaining(parts, code, s.TARIFF.currency).lines())
        assert why.replace("\u00a0", " ") in said, used


def test_without_a_decision_the_poster_says_so() -> None:
    assert "No decision is written down" in text(pdf.render(s.SMALL_TARIFF, ENGLISH, s.ANCHOR))


def test_every_type_stands_on_the_poster() -> None:
    """The whole becomes smaller, and nobody is sent to ask what they pay."""
    dear = {"fixed": 80_000, "unit": "m3", "included": 4000, "blocks": (Block(None, 4500),)}
    names = ("business", "yard", "clinic of the upper village")
    more = tuple(Terms(connection_type=name, **dear) for name in names)  # type: ignore[arg-type]
    facts = replace(s.TARIFF, terms=(*s.TARIFF.terms, *more))
    shown = ("Kiosk", "School or clinic", "Cattle trough", "Business", "Yard tap", "Clinic of")
    for size in (A3, A4):
        said = text(pdf.render(facts, s.TWO, s.ANCHOR, size))
        assert "ask the committee" not in said
        assert [words for words in shown if words not in said] == []


def test_four_sheets_and_a_picture() -> None:
    assert raster.pages(pdf.render_tiled(s.TARIFF, s.TWO, s.ANCHOR)) == 5
    assert raster.png(pdf.render(s.TARIFF, s.TWO, s.ANCHOR, A4), 0, 100).startswith(b"\x89PNG")


def test_the_page_to_read_aloud_is_every_sentence() -> None:
    said = aloud.sentences(s.TARIFF, s.TWO.main)
    assert said[0].startswith("This is what water costs with Kiboko Water Project")
    assert "10 households pay less, by decision." in said
    assert said[-1] == "The vote: 86 for, 9 against, 4 did not vote."


def test_the_examples_are_those_of_the_specimen() -> None:
    first = main_type(s.TARIFF)
    found = [(used // THOUSAND, due // 100) for used, _parts, due in examples(s.TARIFF, first)]
    assert found == [(8, 380), (12, 610)]
    assert [(one.start, one.end, one.fixed) for one in steps(first)] == [
        (0, 4000, True), (4000, 10000, False), (10000, None, False),
    ]  # fmt: skip


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=12))
def test_a_hundred_is_cut_into_whole_parts_that_make_a_hundred(amounts: list[int]) -> None:
    spent = tuple(
        KindAmount(kind=f"own-{n}", amount=Money(minor, s.KES)) for n, minor in enumerate(amounts)
    )
    cuts = cut_hundred(spent)
    assert sum(one.of_hundred for one in cuts) == 100
    assert 1 <= len(cuts) <= 4


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return real.committee(tmp_path)


def test_the_newest_tariff_is_printed_or_the_one_that_is_asked_for(desk: Desk) -> None:
    with desk.book.read() as reading:
        newest = build_tariff(reading, None, TODAY)
        assert build_tariff(reading, 1, TODAY).since <= newest.since
        with pytest.raises(NoSuchTariffError):
            build_tariff(reading, 99, TODAY)
    amounts = [one.amount.minor for one in newest.spent]
    assert amounts and amounts == sorted(amounts, reverse=True)


def test_an_empty_book_has_no_poster(tmp_path: Path) -> None:
    with book_in(tmp_path).book.read() as reading, pytest.raises(NoTariffError):
        build_tariff(reading, None, TODAY)


def less_of(desk: Desk, groups: tuple[str, ...]) -> tuple[PayingLess, ...]:
    """Let members pay less, one after another, and return what the poster says of it."""
    wanted = DecisionRequest(minute="9", what="Less", votes=VotesLine(in_favour=5))
    number = desk.do(record_decision, wanted).entry.decision  # type: ignore[attr-defined]
    with desk.book.read() as reading:
        rows = reading.driver.execute("SELECT number FROM member ORDER BY id").fetchall()
    for (member,), group in zip(rows, groups, strict=False):
        request = ReliefRequest(
            member=member, group=group, decision=number, since="2026-01", until="2030-12",
            percent=Decimal(35),
        )  # fmt: skip
        desk.do(grant, request)
    with desk.book.read() as reading:
        return build_tariff(reading, None, TODAY).less


def test_two_households_that_pay_less_are_not_on_the_wall(desk: Desk) -> None:
    assert less_of(desk, ("elderly", "poor")) == ()


def test_small_groups_are_one_group(desk: Desk) -> None:
    assert less_of(desk, ("elderly", "poor", "widow")) == (PayingLess(group="other", households=3),)
