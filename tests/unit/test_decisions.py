"""The decisions are numbered in the order in which they were adopted, each number once."""

from pathlib import Path

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def test_every_number_stands_once_and_none_is_missing() -> None:
    numbers = sorted(int(file.name[:4]) for file in DECISIONS.glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_heading_does_not_repeat_the_number() -> None:
    for file in DECISIONS.glob("*.md"):
        assert not file.read_text(encoding="utf-8").startswith(tuple(f"# {n}" for n in range(10)))
