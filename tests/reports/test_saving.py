"""Papers into a folder: good names, nothing overwritten, whole or not at all."""

import resource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.errors import CannotWriteError
from imt_desktop.reports.saving import (
    file_name,
    free_path,
    overwrite,
    require_folder,
    save_all,
    save_each,
)


def test_a_name_says_committee_paper_and_period() -> None:
    name = file_name("Kiboko Water", "Transparency notice", "July – September 2026")
    assert name == "Kiboko Water - Transparency notice - July – September 2026"


@pytest.mark.parametrize(
    ("hostile", "good"),
    [
        ("<b>Jose", "b Jose"),
        ("../../etc/passwd", ".. .. etc passwd"),
        ("a\nb\0c", "a b c"),
        ("con: aux?", "con aux"),
        ("", "paper"),
        (" . ", "paper"),
        ("\u202egnp.exe", "gnp.exe"),
    ],
)
def test_a_hostile_name_is_only_a_name(hostile: str, good: str) -> None:
    assert file_name(hostile) == good.lstrip(". ") or file_name(hostile) == good


@given(st.text(), st.text())
def test_any_name_makes_a_file(committee: str, about: str) -> None:
    name = file_name(committee, about)
    assert name
    assert not set(name) & set('/\\:*?"<>|\0')
    assert len(name.encode("utf-8", "replace")) <= 150
    assert Path(name).name == name


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    for expected in ("notice.pdf", "notice (2).pdf", "notice (3).pdf"):
        (path,) = save_all(tmp_path, "notice", ".pdf", [b"paper"])
        assert path.name == expected
    assert free_path(tmp_path, "notice", ".png").name == "notice.png"


def test_papers_of_a_folder_stand_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "1 Rosa.pdf").write_bytes(b"old")
    paths = save_each(tmp_path, ".pdf", [("1 Rosa", b"new"), ("1 Rosa", b"other")])
    assert [path.name for path in paths] == ["1 Rosa (2).pdf", "1 Rosa (3).pdf"]
    (tmp_path / "3 Otieno.pdf.part").mkdir()
    with pytest.raises(CannotWriteError):
        save_each(tmp_path, ".pdf", [("1 Rosa", b"newer"), ("3 Otieno", b"never")])
    kept = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert kept == {"1 Rosa.pdf": b"old", "1 Rosa (2).pdf": b"new", "1 Rosa (3).pdf": b"other"}


def test_what_cannot_be_written_over_stays_as_it_was(tmp_path: Path) -> None:
    first, second = tmp_path / "aloud.png", tmp_path / "aloud-2.png"
    assert overwrite([(first, b"1"), (second, b"2")]) == [first, second]
    (tmp_path / "aloud-2.png.part").mkdir()
    with pytest.raises(CannotWriteError):
        overwrite([(first, b"3"), (second, b"4")])
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    with pytest.raises(CannotWriteError):
        overwrite([(tmp_path / "missing" / "paper.pdf", b"x")])


def test_the_usual_folder_is_made_but_no_other(tmp_path: Path) -> None:
    require_folder(tmp_path / "Papers", usual=True)
    assert (tmp_path / "Papers").is_dir()
    with pytest.raises(CannotWriteError):
        require_folder(tmp_path / "stick", usual=False)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        require_folder(tmp_path / "file", usual=True)
    assert {path.name for path in tmp_path.iterdir()} == {"Papers", "file"}
    assert not list((tmp_path / "Papers").iterdir())


def test_a_full_disk_leaves_no_half_of_a_paper(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, limits[1]))
    try:
        with pytest.raises(CannotWriteError):
            save_all(tmp_path, "aloud", ".png", [b"x" * 4_000, b"x" * 9_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list(tmp_path.iterdir())
