"""Letters, slips for visits and agreements from a real book, read back in every language and pair."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pypdfium2
import pytest

from imt_desktop.committee import describing
from imt_desktop.ledger.charging.errors import NoAgreementError
from imt_desktop.ledger.members import JoinRequest, MemberLine, join
from imt_desktop.ledger.walking.ordering import WalkRequest, order
from imt_desktop.reports import printing
from imt_desktop.reports.agreement.facts import AgreementFacts
from imt_desktop.reports.letters.facts import LettersFacts
from imt_desktop.reports.printing import PaperWanted, Sheet
from imt_desktop.reports.visits.facts import VisitsFacts
from tests.book.charging.village import ask, decide, tariff
from tests.builders import TODAY, Desk, book_in, household, kes
from tests.reports.reading import codes_of, text

LANGUAGES = ("en", "es", "sw", "fr")
SPOKEN = [(code,) for code in LANGUAGES] + list(permutations(LANGUAGES, 2))
NAMES = ("Tabitha Kiplagat", "Samuel Kariuki", "<b>Jose", "Rose Ndunge")
LADDER = [
    {"step": "reminder", "after_bills": 1},
    {"step": "last-warning", "after_bills": 2},
    {"step": "measure", "after_bills": 2},
    {"step": "cut-off", "after_bills": 3},
]
ONCE = [{"item": "reconnection", "amount": "500", "arrears_percent": "75"}]
SUPPLY = "40 litres a day from the stand pipe"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return village_in(tmp_path_factory.mktemp("book"))


def village_in(folder: Path) -> Desk:
    """1 reminded, 2 warned and cut off the same day, 3 pays in instalments, 4 is to be reminded."""
    desk = book_in(folder)
    officer = describing.OfficerRequest(name="Grace Mueni", post="chair", since=date(2026, 1, 1))
    desk.do(describing.name_officer, officer)
    tariff(desk, {"connection_type": "household", "fixed": "450"}, one_offs=ONCE)
    ask(desk, "ladder", decision=decide(desk), steps=LADDER, since="2026-01-01", between=0)
    lines: list[MemberLine] = [
        household(name, zone=zone) for name, zone in zip(NAMES, "ABAA", strict=True)
    ]
    desk.do(join, JoinRequest(lines=tuple(lines), on=date(2026, 1, 1)))
    for month in ("2026-07", "2026-08", "2026-09"):
        desk.bill(month)
    ask(desk, "arrears-step", member="1", step="reminder")
    for step in ("reminder", "last-warning", "measure"):
        ask(desk, "arrears-step", member="2", step=step, heard="no work", measure="pays double")
    ask(desk, "cut-off", member="2", heard="no work", lives_there="five", supply=SUPPLY, decision=1)
    ask(desk, "agreement", member="3", count=4, first="2026-11-30", decision=1, text="a goat")
    desk.do(order, WalkRequest(zone="A", members=("4", "1", "3")))
    return desk


def test_nobody_with_water_gets_a_letter_that_it_is_cut_off(tmp_path: Path) -> None:
    village = village_in(tmp_path)
    ask(village, "reconnect", member="2", reason="a child was born", decision=1)
    facts = issue(village, "letters").facts
    assert isinstance(facts, LettersFacts) and [one.member for one in facts.letters] == ["1"]


def issue(desk: Desk, paper: str, spoken: tuple[str, ...] = ("en", "sw"), **more: object) -> Sheet:
    return desk.do(printing.issue, PaperWanted(paper, spoken, **more))  # type: ignore[arg-type]


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    said = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return said


@pytest.mark.parametrize("spoken", SPOKEN, ids="-".join)
@pytest.mark.parametrize(
    ("paper", "figures"),
    [
        ("letters", ("1,350", "Tabitha Kiplagat", "Samuel Kariuki", SUPPLY, "07/2026")),
        ("visits", ("1,350", "Rose Ndunge", "Tabitha Kiplagat")),
        ("agreement", ("1,350", "338", "337", "<b>Jose", "a goat", "07/2026")),
    ],
)
def test_they_read_back_in_every_language_and_pair(
    village: Desk, paper: str, figures: tuple[str, ...], spoken: tuple[str, ...]
) -> None:
    sheet = issue(village, paper, spoken, member="3" if paper == "agreement" else "")
    pdf = printing.draw(sheet)
    tr, found = sheet.words.main, " ".join(text(pdf).split())
    for figure in figures:
        if figure[0].isdigit() and figure[-1].isdigit() and "/" not in figure:
            figure = tr.amount(kes(figure.replace(",", "")))
            figure = figure.replace("\u202f", " ").replace("\u00a0", " ")
        assert figure in found, figure
    assert sheet.anchor is not None
    for page in range(len(pages(pdf))):
        assert set(codes_of(pdf, page)) == {sheet.anchor.qr}


def test_each_letter_is_about_one_household_and_its_last_step(village: Desk) -> None:
    sheet = issue(village, "letters")
    facts = sheet.facts
    assert isinstance(facts, LettersFacts)
    assert [(one.member, one.step) for one in facts.letters] == [
        ("1", "reminder"),
        ("2", "cut-off"),
    ]
    for page, name in zip(pages(printing.draw(sheet)), ("Tabitha", "Samuel"), strict=True):
        assert [other for other in NAMES if other.split()[0] in page] == [
            other for other in NAMES if other.startswith(name)
        ]
    (cut,) = [one for one in facts.letters if one.step == "cut-off"]
    assert cut.back is not None and (cut.back.fee, cut.back.share) == (kes(500), 7500)
    assert "1,012.50 (75 % of what you owe, due or not)" in pages(printing.draw(sheet))[1]
    assert "no work" not in " ".join(pages(printing.draw(sheet)))  # what was heard is theirs
    nobody = issue(village, "letters", day=TODAY.replace(day=5))
    assert "No step was taken on this day." in text(printing.draw(nobody))
    one = issue(village, "letters", member="2").facts
    assert isinstance(one, LettersFacts) and [each.member for each in one.letters] == ["2"]


def test_visits_go_the_way_that_somebody_laid_down(village: Desk) -> None:
    facts = issue(village, "visits").facts
    assert isinstance(facts, VisitsFacts)
    assert [(one.member, one.step) for one in facts.visits] == [
        ("4", "reminder"), ("1", "last-warning"),
    ]  # fmt: skip


def test_what_is_asked_at_a_visit_stands_in_both_languages(village: Desk) -> None:
    for spoken in (("en", "sw"), ("es", "fr"), ("fr", "es")):
        sheet = issue(village, "visits", spoken)
        said, second = text(printing.draw(sheet)), sheet.words.second
        assert second is not None
        for words in (
            second.gettext("Why do they not pay? What did they say?"),
            second.gettext("Who lives there: children, old, ill"),
            second.gettext("What can they pay, and on which days?"),
        ):
            assert words.replace("\N{NO-BREAK SPACE}", " ") in said, words


def test_an_agreement_says_what_was_agreed_whatever_was_paid_since(village: Desk) -> None:
    village.pay("3", 400)
    facts = issue(village, "agreement", member="3").facts
    assert isinstance(facts, AgreementFacts)
    assert [part.amount for part in facts.parts] == [kes(338), kes(338), kes(337), kes(337)]
    assert (facts.amount, facts.on) == (kes(1350), TODAY)
    with pytest.raises(NoAgreementError) as refused:
        issue(village, "agreement", member="1")
    assert refused.value.field == "member"


def test_a_copy_says_so_and_says_the_same(village: Desk) -> None:
    first = issue(village, "agreement", member="3")
    assert first.anchor is not None
    again = village.do(printing.again, first.anchor.entry)
    assert again.facts == first.facts
    assert again.anchor is not None and again.anchor.copy > 1
    assert "COPY" in text(printing.draw(again))


def test_practice_letters_say_so(tmp_path: Path) -> None:
    from imt_desktop.oversight.practice import practice

    book = practice(tmp_path / "p.imt", members_=20, months=5, seed=3, today=TODAY)
    with book.read() as reading:
        sheet = printing.prepare(reading, PaperWanted("visits", ("en",)))
        agreed = reading.driver.execute(
            "SELECT m.number FROM entry e JOIN bill b USING (seq) JOIN member m ON m.id=b.member"
            " WHERE e.kind='agreement/1' LIMIT 1"
        ).fetchone()
        assert agreed is not None
        paper = printing.prepare(reading, PaperWanted("agreement", ("en",), member=agreed[0]))
    book.close()
    for one in (sheet, paper):
        assert "PRACTICE" in text(printing.draw(one))
