"""The page on the format has a working example of every kind of request."""

from pathlib import Path

from imt_desktop.journal.tables import APPLICATION_ID, TABLES_VERSION
from imt_desktop.oversight.requests import USE_CASES, decode

PAGE = Path(__file__).resolve().parents[2] / "docs" / "JOURNAL.md"


def test_every_kind_of_request_has_an_example() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    shown = {
        type(decode(line.strip().encode())) for line in lines if line.startswith('    {"kind"')
    }
    assert shown == set(USE_CASES)


def test_it_names_the_version_of_the_tables_and_the_id_of_the_file() -> None:
    words = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"the version of the derived tables ({TABLES_VERSION})" in words
    assert f"0x{APPLICATION_ID:X}" in words
