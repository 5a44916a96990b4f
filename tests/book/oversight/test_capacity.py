"""The capacity sheet of a book: what it answers itself, what it asks, and the past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from imt_desktop.cli.commands import main
from imt_desktop.i18n import Translator
from imt_desktop.oversight.capacity import Sheet, history, sheet
from imt_desktop.oversight.capacity.criteria import AREAS, CRITERIA, PARTS
from imt_desktop.reports.printing import PaperWanted, issue
from imt_desktop.wording import capacity as words
from tests.book.charging.village import ask
from tests.builders import BANK, CASH, Desk

Book = Callable[..., Desk]
TODAY = date(2026, 10, 14)


def by(found: Sheet) -> dict[str, tuple[bool, str]]:
    return {one.criterion.code: (one.met, one.by) for one in found.answers}


def test_a_new_book_knows_little_and_says_so(book_with: Book) -> None:
    found = book_with().see(sheet, TODAY)
    assert found.levels == dict.fromkeys(AREAS)
    # That nothing was counted or closed is all that an empty book is sure of.
    assert by(found)["shown"] == (False, "book")
    assert found.unknown == len(CRITERIA) - 1
    assert (found.overall, found.score, found.grade) == (None, None, "")
    assert found.parts["upkeep"] is None and found.parts["economy"] == 0


def test_a_no_is_a_verdict_and_no_answer_is_none(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "capacity", lines=[{"code": "person", "met": False}])
    found = desk.see(sheet, TODAY)
    assert found.levels == {"admin": None, "finance": None, "maintenance": 0}
    assert found.overall == 0  # nothing that is answered later can raise the lowest of three
    assert (found.parts["upkeep"], found.grade) == (0, "")
    asked = ("told", "source")
    ask(desk, "capacity", lines=[{"code": code, "met": True} for code in asked])
    assert desk.see(sheet, TODAY).grade == "D"


def test_a_notice_that_was_printed_is_not_one_that_was_read(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    today = desk.book.now().date()
    desk.do(issue, PaperWanted("notice", ("en",)))
    assert by(desk.see(sheet, today))["told"] == (False, "unknown")


def test_the_book_answers_what_it_can(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill("2026-09")
    desk.pay("1", 450, on=date(2026, 10, 2))
    desk.move(CASH, BANK, 400, on=date(2026, 10, 3))
    desk.count(50)
    ask(desk, "meeting", what="assembly", day="2026-10-14")
    ask(desk, "meeting-held", meeting=1, women=1, men=1, present=["1"])
    ask(desk, "water-test", lines=[{"parameter": "chlorine", "value": "0.3"}])
    found = desk.see(sheet, TODAY)
    answers = by(found)
    for code in ("met", "fees", "savings", "shown", "safe", "tested", "good-water"):
        assert answers[code] == (True, "book"), code
    for code in ("minutes", "women", "person", "source"):
        assert answers[code] == (False, "unknown"), code
    # A third of women is not known, so that administration stays at the minimum.
    assert found.levels == {"admin": 1, "finance": 3, "maintenance": None}
    assert found.overall is None
    # It may be higher, once that is answered; what is at the top, or not known at all, is not "at least".
    assert [area for area in AREAS if found.rises(area)] == ["admin"]
    assert words.level_said(1, Translator("en"), rises=True) == "At least 1 Minimum"
    ask(desk, "capacity", lines=[{"code": "women", "met": False}])
    answered = desk.see(sheet, TODAY)
    assert answered.level("admin") == 1 and not answered.rises("admin")


def test_what_the_committee_says_counts_where_the_book_is_silent(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    said = ("met", "women", "minutes", "savings", "person", "trained", "spares", "safe")
    lines = [{"code": code, "met": True} for code in said]
    ask(
        desk,
        "capacity",
        lines=[*lines, {"code": "fees", "met": True}, {"code": "shown", "met": True}],
    )
    found = desk.see(sheet, TODAY)
    assert by(found)["shown"] == (False, "book")  # the book is sure, whatever is said
    assert found.levels == {"admin": 3, "finance": 2, "maintenance": 2}
    assert found.overall == 3  # all at least moderate, one advanced
    ask(desk, "capacity", lines=[{"code": "person", "met": False}])
    assert desk.see(sheet, TODAY).levels["maintenance"] == 0


def test_women_are_known_where_all_in_post_are_on_the_register(book_with: Book) -> None:
    desk = book_with()
    adults = [{"name": "Amina", "gender": "woman"}, {"name": "Juma", "gender": "man"}]
    ask(desk, "members", lines=[{"adults": adults}])
    ask(desk, "officer", name="AMINA", post="chair", since="2026-01-01")
    assert by(desk.see(sheet, TODAY))["women"] == (True, "book")
    for post in ("treasurer", "secretary"):
        ask(desk, "officer", name="Juma", post=post, since="2026-01-01")
    assert by(desk.see(sheet, TODAY))["women"] == (True, "book")  # one of two people
    ask(desk, "officer", name="Nobody knows", post="auditor", since="2026-01-01")
    assert by(desk.see(sheet, TODAY))["women"] == (False, "unknown")


def test_the_past_is_worked_out_by_half_years(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-09")
    days = [one.day for one in desk.see(history, TODAY)]
    assert days == [date(2026, 6, 30), TODAY]
    old, new = desk.see(history, TODAY)
    assert by(old)["fees"][0] is False and by(new)["fees"][0] is True


def test_the_command_line_shows_it(book_with: Book, capsys: pytest.CaptureFixture[str]) -> None:
    desk = book_with()
    path = str(desk.book.path)
    desk.book.close()
    assert main(["show", path, "capacity", "--to", "2026-10-14", "--json"]) == 0
    shown: dict[str, Any] = msgspec.json.decode(capsys.readouterr().out)
    assert [row["criterion"] for row in shown["rows"]] == [one.code for one in CRITERIA]
    assert (shown["totals"]["overall"], shown["totals"]["grade"]) == (None, "")
    assert shown["totals"]["past"] == ["2026-06-30: - -", "2026-10-14: - -"]
    assert {row["met"] for row in shown["rows"]} == {None, False}


def test_the_command_line_says_that_it_is_at_least_that_grade(
    book_with: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = book_with()
    lines = [{"code": code, "met": code != "person"} for code in ("person", "told", "source")]
    ask(desk, "capacity", lines=lines)
    path = str(desk.book.path)
    desk.book.close()
    assert main(["show", path, "capacity", "--to", "2026-10-14"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "grade: at least D" in said and said[-1].endswith("2026-10-14: 0 at least D")


def test_everything_has_its_words() -> None:
    tr = Translator("en")
    assert all(words.criterion_words(one.code, tr) for one in CRITERIA)
    assert all(words.area_words(one, tr) for one in AREAS)
    assert all(words.part_words(one, tr) for one in PARTS)
    assert [words.level_words(n, tr) for n in range(4)][3] == "Advanced"
