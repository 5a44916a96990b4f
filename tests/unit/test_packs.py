"""The toolbox as data: every row has its source, and a broken file leaves its kind empty."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from imt_desktop.committee.packs import read_rows
from imt_desktop.ledger.denominations import read_pack
from imt_desktop.oversight.packs import broken_packs, why_broken
from imt_desktop.oversight.questions.question import Threshold
from imt_desktop.plan.packs import PACK, read_toolbox, toolbox
from tools.catalogue import Places, gathered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACK, tmp_path / "toolbox"))


def test_the_toolbox_is_whole() -> None:
    box = toolbox()
    assert not box.broken
    assert len(box.questions) >= 9 and len(box.problems) >= 15 and len(box.tools) >= 20
    cards = {card.code for card in box.problems}
    assert all(set(tool.problems) <= cards for tool in box.tools)
    assert all(box.tools_for(card) for card in cards), "every card has a tool"
    for row in (*box.questions, *box.problems, *box.tools, *box.models, *box.points):
        assert row.source.strip()
        assert row.confirmed == ("general practice" not in row.source), row.code


@pytest.mark.parametrize("country", ["KE", "MX", "ET", "PE", "UG"])
def test_a_country_has_its_own_points_beside_those_of_all(country: str) -> None:
    box = toolbox()
    points = {point.code for point in box.points_of(country)}
    own = {point.code for point in box.points if country in point.countries}
    assert "registration" in points and own <= points
    assert bool(own) == (country != "UG")
    assert box.models_of(country)[-1].countries == ()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("source = ", "sauce = ", "sauce"),
        ('source = "general', 'source = " "  # "general', "source"),
        ('theme = "participation"', 'theme = "gossip"', "gossip"),
        ("[[row]]", "[[row", ""),
        ("confirmed = false", "confirmed = maybe", ""),
    ],
)
def test_a_broken_file_is_named_and_the_others_are_read(
    folder: Path, old: str, new: str, what: str
) -> None:
    path = folder / "questions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    box = read_toolbox(folder)
    (error,) = box.broken
    assert error.file == "toolbox/questions.toml" and what in error.what
    assert box.questions == () and box.problems == toolbox().problems


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    (folder / "tools.toml").unlink()
    assert [error.file for error in read_toolbox(folder).broken] == ["toolbox/tools.toml"]


def test_the_row_that_is_broken_is_named(folder: Path) -> None:
    path = folder / "problems.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("icon = ", "ikon = ", 1), encoding="utf-8")
    (error,) = read_toolbox(folder).broken
    assert error.what.startswith(f"{toolbox().problems[0].code}: ") and "ikon" in error.what


def test_lists_beside_the_toolbox_are_named_too(tmp_path: Path) -> None:
    assert broken_packs() == ()
    money, asked = tmp_path / "money.toml", tmp_path / "questions.toml"
    money.write_text('[KES]\nnotes = ["50"]\nconfirmed = false', encoding="utf-8")
    asked.write_text('[[row]]\ncode = "pad-gaps"', encoding="utf-8")
    found = why_broken(lambda: read_pack(money), lambda: read_rows(asked, Threshold))
    assert [error.file.rpartition("/")[2] for error in found] == ["money.toml", "questions.toml"]
    assert "coins" in found[0].what and found[1].what.startswith("pad-gaps: ")


def test_a_code_stands_once(folder: Path) -> None:
    path = folder / "problems.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{text}", encoding="utf-8")
    assert "no-receipts" in read_toolbox(folder).broken[0].what


def test_what_people_read_of_it_stands_in_the_catalogues() -> None:
    known = {message.id for message in gathered(Places())}
    box = toolbox()
    for tool in box.tools:
        assert {tool.title, tool.what, tool.cost, tool.first_step, tool.works} <= known
    for question in box.questions:
        assert question.words in known
    for model in box.models:
        assert {model.title, model.owns, model.operates, model.tariff, model.registration} <= known
