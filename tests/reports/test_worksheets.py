"""The blank sheets of a round, from a real book: the questions of every step, and the actions to visit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from imt_desktop.committee.errors import PackError
from imt_desktop.committee.misread import Misread
from imt_desktop.i18n import Translator
from imt_desktop.plan import actions
from imt_desktop.plan.actions import MoveActionRequest
from imt_desktop.plan.errors import ChoiceError
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.rounds import STEPS
from imt_desktop.reports import printing
from imt_desktop.reports.paper import icons
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.reports.worksheets import build, pdf
from imt_desktop.reports.worksheets.facts import WorksheetsFacts
from imt_desktop.ui.theme.icons import FOLDER
from imt_desktop.wording.papers import about_words
from imt_desktop.wording.plan import step_question
from tests.builders import Desk, book_in
from tests.reports.reading import codes_of, text
from tests.reports.test_board import fill

WANTED = PaperWanted("worksheets", ("en", "sw"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = book_in(tmp_path)
    fill(made, "Bank the cash")
    yield made
    made.book.close()


def test_all_steps_in_two_languages_with_every_row_of_the_packs(desk: Desk) -> None:
    sheet = desk.do(printing.issue, WANTED)
    data = printing.draw(sheet)
    found = text(data)
    assert sheet.anchor and sheet.anchor.qr in codes_of(data)
    for tr in sheet.words.translators:
        for step in STEPS:
            assert step_question(step, tr) in found
        for question in toolbox().questions:
            assert " ".join(tr.gettext(question.words).split()[:3]) in found
        for card in toolbox().problems:
            assert " ".join(tr.gettext(card.title).split()[:2]) in found


def test_one_step_is_that_step_alone(desk: Desk) -> None:
    sheet = desk.do(printing.issue, replace(WANTED, step="integrity"))
    found = text(printing.draw(sheet))
    assert "Count the beans" in found and "Who does what" not in found
    with pytest.raises(ChoiceError):
        desk.do(printing.issue, replace(WANTED, step="dancing"))


def test_a_visit_walks_the_actions_that_are_not_finished(desk: Desk) -> None:
    desk.do(actions.move, MoveActionRequest(action=1, state="done"))
    facts = desk.do(printing.issue, replace(WANTED, step="follow")).facts
    assert isinstance(facts, WorksheetsFacts)
    assert facts.actions == tuple(f"Bank the cash {at}" for at in (1, 2, 3, 4))


def test_each_table_has_its_own_heads(desk: Desk) -> None:
    found = text(printing.draw(desk.do(printing.issue, replace(WANTED, step="compliance"))))
    assert "The management model" in found and "What is asked of us" in found
    assert "Good until" in found and "Partly met" in found


@pytest.mark.parametrize("languages", [("en", "sw"), ("es", "en"), ("fr", "en")])
def test_what_fits_one_sheet_does_not_run_over_by_a_row(
    desk: Desk, languages: tuple[str, str]
) -> None:
    wanted = replace(WANTED, languages=languages)
    sheets = {
        step: len(PdfDocument(printing.draw(desk.do(printing.issue, replace(wanted, step=step)))))
        for step in ("prepare", "integrity", "compliance")
    }
    # The models are a table of their own, and what is asked of us another.
    assert sheets == {"prepare": 1, "integrity": 1, "compliance": 2}


def test_problem_cards_are_cut_out_and_known_by_their_drawings(desk: Desk) -> None:
    sheet = desk.do(printing.issue, replace(WANTED, step="problems"))
    facts = sheet.facts
    assert isinstance(facts, WorksheetsFacts)
    drawings = [one.icon for one in facts.cards]
    assert len(set(drawings)) == len(drawings) == len(toolbox().problems)
    assert set(drawings) <= icons.names()
    assert all((FOLDER / f"{one}.svg").is_file() for one in drawings)
    found = text(printing.draw(sheet))
    assert all(one.words.split(".")[0].split(",")[0] in found for one in facts.cards)


def test_sheets_of_an_older_program_are_printed_again(desk: Desk) -> None:
    facts = desk.do(printing.issue, replace(WANTED, step="problems")).facts
    assert isinstance(facts, WorksheetsFacts)
    older = msgspec.structs.replace(facts, cards=(), problems=("No receipts are given",))
    assert "No receipts are given" in text(pdf.render(older, Bilingual(Translator("en")), None))


def test_a_sheet_on_which_nothing_would_stand_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = PackError("toolbox/problems.toml", Misread("gone"))
    box = replace(toolbox(), problems=(), broken=(broken,))
    monkeypatch.setattr(build, "toolbox", lambda: box)
    with desk.book.read() as book:
        with pytest.raises(PackError):
            build.build_worksheets(book, "problems")
        assert build.build_worksheets(book, "tools").tools
        assert build.build_worksheets(book).points


def test_a_sheet_is_named_by_its_step_and_in_no_code() -> None:
    assert about_words("worksheets", "follow", Translator("fr")) == "Suivi"
    assert about_words("worksheets", "", Translator("fr")) == ""
