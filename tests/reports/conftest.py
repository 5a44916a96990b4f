"""Real books for papers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import Desk

from tests.reports import real


@pytest.fixture
def kiboko(tmp_path: Path) -> Iterator[Desk]:
    """The small committee's book, for a test to write in."""
    desk = real.committee(tmp_path)
    yield desk
    desk.book.close()
