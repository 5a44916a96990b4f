"""A tariff as a file: the page's own examples are read, and what is wrong is found with its line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.errors import TariffFileError
from imt_desktop.ledger.charging.tariff_file import read_tariff
from imt_desktop.ledger.charging.working_out import charge, total_of
from imt_desktop.ledger.tariffs import understood
from imt_desktop.money import Currency
from imt_desktop.wording.errors import sentence

PAGE = Path(__file__).resolve().parents[3] / "docs" / "TARIFFS.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
PEN = Currency("PEN")


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "tariff.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_the_pages_examples_are_tariffs(tmp_path: Path) -> None:
    first, second = (
        understood(read_tariff(written(tmp_path, text)).request, PEN, 1) for text in EXAMPLES
    )
    assert total_of(charge(first.terms[0], 9000, {})) == 2000
    assert total_of(charge(first.terms[0], 24000, {})) == 1500 + 13 * 250 + 4 * 300
    assert total_of(charge(first.terms[1], 0, {"head": 12000})) == 1100
    assert [one.item for one in first.one_offs] == ["connection", "connection", "reconnection"]
    assert second.due.seasons == ("06-30", "12-15") and second.every == "year"


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("to = 20\n", "to = 5\n", "to = 5"),
        ('unit = "m3" ', 'unit = "gallon" ', "unit ="),
        ("price = 2.50\n", "prise = 2.50\n", "prise"),
        ("price = 3.00", 'price = "three"', "price = \"three\""),
        ("amount = 1.00 ", "amount = -1.00 ", "amount ="),
        ("arrears_percent = 75", "arrears_percent = 175", "arrears_percent"),
        ("first = 150.00", "first = 500.00", "instalments = 6"),
        ("price = 3.00\n", "price = 3.00\nto = 30\n", "to = 30"),
        ("day = 15\n", "day = 45\n", "day ="),
        ('how = "nearest" ', 'how = "sideways" ', "how ="),
        ("[late]", "[late", "[late"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_with_its_line(
    tmp_path: Path, was: str, becomes: str, line: str
) -> None:
    text = EXAMPLES[0].replace(was, becomes)
    assert text != EXAMPLES[0]
    wanted = next(at for at, row in enumerate(text.split("\n"), 1) if row.startswith(line))
    with pytest.raises(UserError) as refused:
        read = read_tariff(written(tmp_path, text))
        try:
            understood(read.request, PEN, 1)
        except UserError as error:
            error.field = str(read.line(error.field))
            raise
    assert refused.value.field == str(wanted)


@pytest.mark.parametrize(
    "text", [b"\xff\xfe", b"name = 1", b"", b"a=" + b"[" * 5000, b"name='x'\neffective_from=2027-13-01"]
)  # fmt: skip
def test_what_is_no_tariff(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(TariffFileError):
        read_tariff(written(tmp_path, text))


def test_a_file_that_is_not_there_or_far_too_large(tmp_path: Path) -> None:
    with pytest.raises(TariffFileError):
        read_tariff(tmp_path / "none.toml")
    with pytest.raises(TariffFileError):
        read_tariff(written(tmp_path, b"#" * 1_000_001))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_refused_or_read_and_never_breaks(
    tmp_path: Path, data: st.DataObject
) -> None:
    text = EXAMPLES[0].encode()
    at = data.draw(st.integers(0, len(text) - 1))
    size = data.draw(st.integers(0, 40))
    damaged = text[:at] + data.draw(st.binary(max_size=8)) + text[at + size :]
    try:
        understood(read_tariff(written(tmp_path, damaged)).request, PEN, 1)
    except UserError:
        pass


DECIDED = """
name = "2027"
effective_from = "2027-01"
[[types]]
connection_type = "household"
fixed = 450
[decided]
minute = "11/2026"
decided_on = 2026-10-01
photo = "minute.jpg"
[decided.votes]
in_favour = 86
against = 9
"""


def test_a_file_can_say_who_decided_it_and_how_they_voted(tmp_path: Path) -> None:
    path = written(tmp_path, DECIDED)
    read = read_tariff(path)
    assert read.decided is not None and read.decided.votes is not None
    assert (read.decided.minute, read.decided.decided_on) == ("11/2026", date(2026, 10, 1))
    assert (read.decided.votes.in_favour, read.decided.votes.abstained) == (86, 0)
    assert read.photo == path.parent / "minute.jpg"
    assert read_tariff(path, decision=7).decided is None


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    (
        ("against = 9", 'against = "many"', "13", "“decided”, “votes”, “against” has to be a whole"),
        ("decided_on = 2026-10-01", "decided_on = 7", "9", "“decided”, “decided_on” has to be a day"),
        ('photo = "minute.jpg"', 'photos = "minute.jpg"', "10", "“photos” is not known here; there are: photo, "),
        ("fixed = 450", 'fixed = "dear"', "6", "“types” 1, “fixed” has to be a number such as 450"),
        ('name = "2027"', "decision = 7", "2", "decision and [decided]"),
    ),
)  # fmt: skip
def test_a_mistake_in_the_decision_has_its_line(
    tmp_path: Path, old: str, new: str, line: str, said: str
) -> None:
    with pytest.raises(TariffFileError) as refused:
        read_tariff(written(tmp_path, DECIDED.replace(old, new)))
    assert refused.value.field == line
    assert said in sentence(refused.value, Translator("en"))
