"""Books for the tests of what stands in them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import Desk, book_in
from tests.officers import committee_in


@pytest.fixture
def book_with(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Make a book in a folder of its own: ``book_with(members=3, fee=450)``."""
    made: list[Desk] = []

    def make(members: int = 0, fee: int | None = None, **more: Any) -> Desk:
        made.append(book_in(tmp_path, members, fee, **more))
        return made[-1]

    yield make
    for desk in made:
        desk.book.close()


@pytest.fixture
def desk(book_with: Callable[..., Desk]) -> Desk:
    """An empty book."""
    return book_with()


@pytest.fixture
def signed(tmp_path: Path) -> Iterator[Desk]:
    """A committee of three with PINs, an auditor and a facilitator."""
    with committee_in(tmp_path) as desk:
        yield desk
