"""A book with some of everything, photos too, to be copied."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import Desk, book_in

PHOTO = b"\xff\xd8 a photo of a voucher" * 400
SCAN = b"%PDF a scanned paper" * 50


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A book that is open, of three members with private words, two attachments and a void."""
    folder = tmp_path / "Books"
    folder.mkdir()
    made = book_in(folder, members=3, fee=450)
    made.bill()
    made.pay("1", 450, paid_by="a neighbour")
    made.pay("2", 700)
    for data, media in ((PHOTO, "image/jpeg"), (SCAN, "application/pdf")):
        kept = made.do(lambda book, data=data, media=media: book.keep(data, media))
        made.spend(30, attachment=kept)
    made.clock.now += timedelta(hours=1)
    yield made
    made.book.close()
