"""The toolbox as data: every row has its source, and one that is broken is left out and named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from imt_desktop.committee.packs import read_rows
from imt_desktop.i18n import Translator
from imt_desktop.ledger.denominations import read_pack
from imt_desktop.oversight.packs import broken_packs
from imt_desktop.oversight.questions.question import Threshold
from imt_desktop.plan.packs import PACK, read_toolbox, toolbox
from imt_desktop.wording.errors import sentence
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
    ("old", "new", "line", "what"),
    [
        ("source = ", "sauce = ", 7, "“sauce” is not known here; there are: source, theme"),
        ('source = "general', 'source = " "  # "general', 7, "“source” is missing"),
        ('code = "accounts-read-out"', "", 3, "“code” is missing"),
        ('theme = "transparency"', 'theme = "gossip"', 5, "has to be one of: transparency"),
        ("[[row]]", "[[row", 3, "it is no line such as code = "),
        ("confirmed = false", "confirmed = maybe", 9, "it is no line such as code = "),
        ("confirmed = false", 'confirmed = "no"', 9, "“confirmed” has to be true or false"),
        ('twice a year?"', "twice a year?", 6, "it is no line such as code = "),
    ],
)
def test_a_broken_row_is_named_with_its_line_and_all_others_are_read(
    folder: Path, old: str, new: str, line: int, what: str
) -> None:
    path = folder / "questions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    box = read_toolbox(folder)
    (error,) = box.broken
    said = sentence(error, Translator("en"))
    assert f"list toolbox/questions.toml of the program line {line} is broken" in said
    assert what in said
    assert box.questions == toolbox().questions[1:] and box.problems == toolbox().problems


def test_a_file_that_is_gone_no_text_or_empty_is_named(folder: Path) -> None:
    (folder / "tools.toml").unlink()
    (folder / "models.toml").write_bytes(b"\xff\xfe")
    (folder / "problems.toml").write_text("", encoding="utf-8")
    said = [sentence(one, Translator("en")) for one in read_toolbox(folder).broken]
    assert [one.partition(".toml")[0].rpartition("/")[2] for one in said] == [
        "problems", "tools", "models",
    ]  # fmt: skip
    assert "“row” is missing" in said[0] and "no such file" in said[1] and "no text" in said[2]


def test_whatever_is_broken_is_said_in_every_language_and_in_no_word_of_a_library(
    folder: Path,
) -> None:
    path = folder / "problems.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for at in range(len(lines)):
        path.write_text("\n".join([*lines[:at], lines[at] + '"]', *lines[at + 1 :]]), "utf-8")
        for error in read_toolbox(folder).broken:
            for language in ("es", "sw", "fr"):
                said = sentence(error, Translator(language))
                assert not re.search("Expected|Invalid|Illegal|Cannot|column", said), said


def test_lists_beside_the_toolbox_are_named_too(tmp_path: Path) -> None:
    assert broken_packs() == ()
    money, asked = tmp_path / "money.toml", tmp_path / "questions.toml"
    good = '[UGX]\nnotes = ["50"]\ncoins = ["1"]\nsource = "x"\nconfirmed = false\n'
    money.write_text(f'{good}[KES]\nnotes = ["fifty"]\nconfirmed = false', encoding="utf-8")
    asked.write_text('[[row]]\ncode = "pad-gaps"', encoding="utf-8")
    listed, (pieces,) = read_pack(money)
    assert list(listed) == ["UGX"]
    found = (pieces, *read_rows(asked, Threshold).broken)
    said = [sentence(one, Translator("en")) for one in found]
    assert "money.toml of the program line 7" in said[0] and "“KES”, “notes” 1" in said[0]
    assert "questions.toml of the program line 1" in said[1] and "is missing" in said[1]


def test_a_code_stands_once(folder: Path) -> None:
    path = folder / "problems.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{text}", encoding="utf-8")
    box = read_toolbox(folder)
    assert box.problems == toolbox().problems and len(box.broken) == len(box.problems)
    assert f"“code” is there twice: {box.problems[0].code}" in sentence(
        box.broken[0], Translator("en")
    )


def test_what_people_read_of_it_stands_in_the_catalogues() -> None:
    known = {message.id for message in gathered(Places())}
    box = toolbox()
    for tool in box.tools:
        assert {tool.title, tool.what, tool.cost, tool.first_step, tool.works} <= known
    for question in box.questions:
        assert question.words in known
    for model in box.models:
        assert {model.title, model.owns, model.operates, model.tariff, model.registration} <= known
